"""Texts of SVG charts stay whole, apart and inside the picture, whatever they say."""

from dataclasses import replace

import pytest

from lib import i18n
from lib.charts.spec import Bar, Bars, BarSeries, Board, BoardRow, Event, Ladder, Mark, MarkSeries, Points, Segment, legend
from lib.charts.theme import DARK, LIGHT
from lib.charts.vector import natural_height, sign, svg
from lib.i18n import set_language
from tests.unit.vector_pictures import SIZES, axes, charts, marks, overlaps, picture, texts

NAMES = list(charts())
HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=y> ]]> {{7}} #set \x00\x08 & \u202e 탈북 한국어 '"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_touches_another_or_leaves_the_picture(name, size):
    wide, high, letters = SIZES[size]
    chart = charts()[name]
    for tall in {high, natural_height(chart, wide, letters)}:
        found = texts(picture(svg(chart, LIGHT, wide, tall, letters)))
        assert overlaps(found) == []
        for text, (left, top, right, bottom) in found:
            assert left >= -0.5, text
            assert right <= wide + 0.5, text
            assert top >= -0.5, text
            assert bottom <= tall + 0.5, text


@pytest.mark.parametrize("name", NAMES)
def test_at_its_natural_height_a_chart_says_all_its_names_and_labels(name):
    chart = charts()[name]
    for wide, letters in ((1728, 29), (430, 8.5)):
        text = svg(chart, LIGHT, wide, natural_height(chart, wide, letters), letters)
        said = " ".join(words for words, _ in texts(picture(text)))
        names = [row.label for row in chart.rows] if isinstance(chart, Board) else []
        if isinstance(chart, Ladder):
            names = [dict(chart.labels)[key] for key in chart.order]
        elif isinstance(chart, Bars) and chart.horizontal:
            names = [dict(chart.x_labels).get(key, key) for key in chart.x_order]
        for name_ in names:
            assert all(word in said for word in str(name_).split()), name_
        if isinstance(chart, (Points, Ladder)):
            for mark in (mark for series in chart.series for mark in series.marks if str(mark.label)):
                assert str(mark.label) in said
            assert "data-label" not in text


def every_kind(words):
    event = (Event("2010", words), Event("2011", words), Event("2011", words))
    mark = Mark("2010", "a|b", value=3, label=words)
    bars = Bars(
        ("2010", "2011"),
        (BarSeries(words, "main", (Bar("2010", 4, "r1"), Bar("2011", 7, words))),),
        words,
        events=event,
        x_labels=(("2010", words),),
    )
    return (
        bars,
        replace(bars, horizontal=True),
        replace(bars, horizontal=True, stacked=False),
        Points((MarkSeries(words, "main", (mark, replace(mark, x="2012"))),), words, events=event),
        Ladder(("2010",), (("2010", words),), (MarkSeries(words, "main", (mark, replace(mark, low=1, high=9, value=None))),), words),
        Board((BoardRow(words, (Segment("2010", "", "away", "s", words),), (Mark("2010", "d", label=words),), heading=True),), "2009", "2012", (("away", words),), words, event),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(6))
def test_hostile_texts_stay_texts(number):
    chart = every_kind(HOSTILE)[number]
    for wide, high, letters in SIZES.values():
        text = svg(chart, DARK, wide, high, letters, alt=HOSTILE)
        root = picture(text)
        assert {item.tag.split("}")[1] for item in root.iter()} <= {"svg", "title", "g", "rect", "path", "text"}
        assert "<script" not in text
        assert "<img" not in text
        found = texts(root)
        assert overlaps(found) == []
        assert any("<script>" in words or "alert(1)" in words for words, _ in found)
        assert "\x00" not in text
        assert len(root.findall(".//*[@onerror]")) == 0


def test_a_label_without_a_place_is_kept_in_the_data():
    many = tuple(Mark("2010", f"r{n}", value=5, label=f"a long label number {n}") for n in range(60))
    root = picture(svg(Points((MarkSeries("", "main", many),), ""), LIGHT, 400, 200, 20))
    shown = {words for words, _ in texts(root)}
    kept = {item.attrib["data-label"] for item in root.iter() if "data-label" in item.attrib}
    assert kept
    assert {str(mark.label) for mark in many} == kept | (shown & {str(mark.label) for mark in many})
    assert overlaps(texts(root)) == []


def test_lines_that_do_not_fit_lose_their_names_but_not_their_headings():
    rows = tuple(BoardRow(f"Line number {n}" if n % 30 else f"Heading {n}", (Segment("2010", "", "present", f"r{n}"),) if n % 30 else (), heading=n % 30 == 0) for n in range(90))  # fmt: skip
    root = picture(svg(Board(rows, "2009", "2012", (("present", "there"),), ""), LIGHT, 1728, 560, 29))
    words = [text for text, _ in texts(root)]
    assert [text for text in words if text.startswith("Heading")] == ["Heading 0", "Heading 30", "Heading 60"]
    assert not [text for text in words if text.startswith("Line")]
    assert len(marks(root)) == 87


def test_number_axes_are_written_as_the_language_does(monkeypatch):
    monkeypatch.setattr(i18n, "LANGUAGES", ("en", "de"))
    chart = charts()["departures.arrivals_by_year"]
    set_language("de")
    try:
        words = [text for text, _ in texts(picture(svg(chart, LIGHT, 1728, 600, 29)))]
    finally:
        set_language("en")
    assert "1.000" in words
    share = charts()["barriers.songbun"]
    assert "20%" in [text for text, _ in texts(picture(svg(share, LIGHT, 1728, 600, 29)))]


def test_a_log_axis_writes_only_round_numbers():
    root = picture(svg(charts()["foreigners.tourism_counts"], LIGHT, 1728, 600, 29))
    assert axes(root)["y"].kind == "log"
    ticks = [float(item.text.replace(",", "")) for item in root.iter() if item.attrib.get("data-tick") == "y"]
    assert len(ticks) >= 3
    assert {f"{tick:e}"[0] for tick in ticks} <= {"1", "2", "5"}


@pytest.mark.parametrize("name", NAMES)
def test_every_legend_has_signs(name):
    for role, shape, _words in legend(charts()[name]):
        for theme in (LIGHT, DARK):
            root = picture(sign(role, shape, theme, 28))
            assert (root.attrib["width"], root.attrib["viewBox"]) == ("28", "0 0 28 28")
            assert theme.colour(role) in sign(role, shape, theme, 28)


def test_signs_of_different_shapes_differ():
    shapes = [
        "bar",
        "bar/",
        "bar.",
        "bar-",
        "bar|",
        "barx",
        "circle",
        "square",
        "diamond",
        "triangle-up",
        "triangle-down",
        "cross",
        "star",
        "x",
    ]
    assert len({sign("main", shape, LIGHT, 24) for shape in shapes}) == len(shapes)
    with pytest.raises(KeyError):
        sign("no such role", "bar", LIGHT, 24)
