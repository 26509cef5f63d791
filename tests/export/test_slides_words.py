"""Words of the slides as a file: which way each paragraph is read, the headings of the notes, the name of the sheet, bars below zero."""

from __future__ import annotations

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from openpyxl import load_workbook

from lib import i18n
from lib.charts.spec import Bar, Bars, BarSeries
from lib.charts.theme import LIGHT
from lib.export import slides_bars
from lib.export.slides_look import Box
from lib.export.slides_workbook import sheet_name
from lib.texts import right_to_left
from tests.export.slides_read import chart_of, deck_of, opened

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HEBREW, ARABIC = "שלום לכולם", "مرحبا بالجميع"
MIXED = ("f.arrivals.latest", "x.costs.ladder", "x.policy.office_board", "x.information.laws", "a.fund-link-rescue")


@pytest.mark.parametrize("title", ["Winter talk", HEBREW, ARABIC])
def test_every_paragraph_says_which_way_it_is_read(catalog, title):
    file = opened(deck_of(catalog, *MIXED, title=title, host=title, speaker="Pat Example", day="2026-12-01"))
    trees = [page.shapes.element for page in file.slides] + [layout.shapes.element for layout in file.slide_layouts]
    trees += [page.notes_slide.notes_placeholder.element for page in file.slides if page.has_notes_slide]
    paragraphs = [paragraph for tree in trees for paragraph in tree.iter(f"{A}p")]
    assert len(paragraphs) > 100
    for paragraph in paragraphs:
        text = "".join(node.text or "" for node in paragraph.iter(f"{A}t"))
        assert paragraph.find(f"{A}pPr").get("rtl") == str(int(right_to_left(text))), text


@pytest.mark.parametrize("title", [HEBREW, ARABIC])
def test_a_date_under_a_title_from_right_to_left_is_read_from_left_to_right(catalog, title):
    page = opened(deck_of(catalog, "f.arrivals.latest", title=title, day="2026-12-01")).slides[0]
    dated = next(node for node in page.shapes.element.iter(f"{A}p") if "2026" in "".join(node.itertext()))
    assert (dated.find(f"{A}pPr").get("algn"), dated.find(f"{A}pPr").get("rtl")) == ("r", "0")


def test_notes_have_the_headings_of_the_page_in_one_order(catalog):
    order = ["Say", "Do not say", "What is shown", "What is counted", "What is not counted", "As of", "How sure", "Read before quoting", "Sources"]  # fmt: skip
    deck = deck_of(catalog, "x.departures.arrivals_by_year", "x.costs.ladder", "f.arrivals.latest", "x.policy.log")
    seen = set()
    for page in opened(deck).slides:
        if page.has_notes_slide:
            said = page.notes_slide.notes_text_frame.text.split("\n")
            places = [order.index(line) for line in said if line in order]
            assert places == sorted(places)
            seen |= {order[place] for place in places}
            assert not {"Counted", "Not counted", "Keep in mind"} & set(said)
    assert seen == set(order)


def in_another_language(tmp_path, monkeypatch, **texts: str) -> None:
    catalog = Catalog(locale="de")
    for message, translated in texts.items():
        catalog.add(message, translated)
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "inroads.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(i18n, "LOCALE_DIR", tmp_path)
    monkeypatch.setattr(i18n, "LANGUAGES", ("en", "de"))


@pytest.mark.parametrize(
    ("translated", "name"),
    [
        ("Daten", "Daten"),
        ("Pat's data & more", "Pat's data & more"),
        ("'Zahlen' [1/2]: was? *", "Zahlen"),
        ("자료", "자료"),
        ("Die Zahlen, die in diesem Diagramm stehen", "Die Zahlen, die in diesem Diagr"),
        ("[]", "1"),
    ],
)
def test_the_sheet_is_named_in_the_readers_language(catalog, tmp_path, monkeypatch, translated, name):
    in_another_language(tmp_path, monkeypatch, Data=translated)
    i18n.set_language("de")
    try:
        chart = chart_of(opened(deck_of(catalog, "x.departures.arrivals_by_year")).slides[1])
        assert sheet_name().startswith(name)
    finally:
        i18n.set_language("en")
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert book.sheetnames[0].startswith(name)
    assert len(book.sheetnames[0]) <= 31
    refs = [node.text for node in chart.part._element.iter() if str(node.tag).endswith("}f")]
    quoted = "'" + book.sheetnames[0].replace("'", "''") + "'!$"
    assert refs
    assert all(ref.startswith(quoted) for ref in refs)
    assert chart.plots[0].categories[0]


def test_the_sheet_is_called_data_in_english(catalog):
    chart = chart_of(opened(deck_of(catalog, "x.departures.arrivals_by_year")).slides[1])
    assert load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).sheetnames == ["Data"]


def changes(values: tuple[float, ...], stacked: bool = False, horizontal: bool = False, span: tuple[float, float] | None = None) -> Bars:
    """A made-up chart: each number is the bar of one year, in a stack with a bar of 5."""
    years = tuple(str(2000 + index) for index in range(len(values)))
    series = [BarSeries("Change", "main", tuple(Bar(year, value, year) for year, value in zip(years, values, strict=True)))]
    if stacked:
        series.append(BarSeries("Gain", "second", tuple(Bar(year, 5, year) for year in years)))
    return Bars(years, tuple(series), "people", stacked=stacked, horizontal=horizontal, span=span)


def value_axis(chart: Bars) -> tuple[float, float, float]:
    """Lowest and highest number and the step of the axis of numbers."""
    from lxml import etree

    drawing = slides_bars.draw(chart, LIGHT, Box(96, 300, 1504, 600))
    axis = etree.fromstring(drawing.native.xml_bytes(None)).find(".//{*}valAx")
    return tuple(float(axis.find(f".//{{*}}{name}").get("val")) for name in ("min", "max", "majorUnit"))


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("horizontal", [False, True])
@pytest.mark.parametrize("values", [(12, -7, 3), (-40, -2, -11), (1, -0.5)])
def test_bars_below_zero_stay_inside_their_axis(values, stacked, horizontal):
    low, high, step = value_axis(changes(values, stacked, horizontal))
    assert low <= min(values)
    assert high >= max(0, *values) + (5 if stacked else 0)
    assert low / step == pytest.approx(round(low / step))  # so one of the numbers on the axis is 0


def test_parts_of_a_longer_chart_share_its_lowest_number():
    assert value_axis(changes((3, 4), span=(-20, 30)))[:2] == (-20, 30)


@pytest.mark.parametrize("horizontal", [False, True])
def test_bars_above_zero_begin_at_zero(horizontal):
    low, high, _step = value_axis(changes((12, 7, 3), horizontal=horizontal))
    assert low == 0
    assert high >= 12
    assert value_axis(changes((0, 0), horizontal=horizontal))[1] > 0
