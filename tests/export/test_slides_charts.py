"""Native charts of the slides: the numbers in the file are those of the description and of the exhibit's table."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from lib.charts.rules import sums_at_ends
from lib.charts.spec import HATCHED, Bars, Board, Ladder, Points, drawn
from lib.dates import first_day, last_day, middle
from lib.exhibits import exhibit_ids
from lib.export.deck import build_deck, exhibit_for
from lib.export.plan import Plan, item_of
from lib.export.slide import Slide
from tests.export.slides_read import PIXEL, SITE, TODAY, chart_of, deck_of, every, opened, sheet_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The order of the file format for the parts that these charts write; PowerPoint asks to repair a file that breaks it.
ORDER = {
    "chartSpace": "date1904 roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart scatterChart catAx valAx spPr",
    "manualLayout": "layoutTarget xMode yMode x y w h",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "scatterChart": "scatterStyle varyColors ser axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth",
    "dPt": "idx invertIfNegative marker bubble3D spPr",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "dLbl": "idx tx dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
    "scaling": "logBase orientation max min",
    "marker": "symbol size spPr",
}


@pytest.fixture(scope="module")
def shown(catalog) -> dict[str, list[tuple[Slide, Any]]]:
    """For each exhibit with a chart its slides, as they were meant and as they stand in the file."""
    found: dict[str, list[tuple[Slide, Any]]] = {}
    items = [item_of(catalog, f"x.{key}") for key in exhibit_ids()]
    items = [item for item in items if exhibit_for(catalog, item, TODAY).chart]
    for start in range(0, len(items), 30):
        deck = build_deck(catalog, Plan().with_items(items[start : start + 30]), SITE, TODAY)
        for slide, page in zip(deck.slides, opened(deck).slides, strict=True):
            if slide.item:
                found.setdefault(slide.item.key, []).append((slide, page))
    return found


def rows_of_bars(chart: Bars, native: Any) -> list[tuple[str, float]]:
    """The bars of a file as (row, number); the cells of the workbook must be those that the chart remembers."""
    header, *body = sheet_of(native)
    numbers = []
    plotted = list(native.plots[0].series)
    assert len(plotted) == len(chart.series) + sums_at_ends(chart)
    for place, (series, seen) in enumerate(zip(chart.series, plotted, strict=False)):
        assert header[2 + place] == seen.name
        cells = [row[2 + place] for row in body]
        assert cells == list(seen.values)
        by_key = {bar.x: bar for bar in series.bars}
        assert len(by_key) == len(series.bars)
        for key, cell in zip(chart.x_order, cells, strict=True):
            assert (cell is None) == (key not in by_key)
            if cell is not None:
                numbers.append((by_key[key].ref, cell))
    if sums_at_ends(chart):
        sums = [sum(cell or 0 for cell in row[2 : 2 + len(chart.series)]) for row in body]
        assert list(plotted[-1].values) == pytest.approx(sums)
        assert header[len(chart.series) + 2] == "Sum"
        assert all(str(row[len(chart.series) + 2]).startswith("=SUM(C") for row in body)
    return numbers


def rows_of_marks(chart: Points | Ladder, native: Any) -> list[tuple[str, float]]:
    """The marks of a file as (row, number), each in the column of its series."""
    header, *body = sheet_of(native)
    named = [str(item.name) or str(chart.unit) for item in chart.series if item.marks]
    assert list(header[3:]) == named
    caches = {series.name: list(series.values) for series in native.plots[0].series}
    for place, name in enumerate(header[3:], start=3):
        if named.count(name) == 1:
            assert caches[name] == [row[place] for row in body]
    numbers = []
    for row in body:
        own = [cell for cell in row[3:] if cell is not None]
        assert len(own) == (1 if row[0] else 0)
        if row[0]:
            numbers.append((row[0], row[2] if isinstance(chart, Ladder) else own[0]))
    return numbers


def test_every_exhibit_with_a_chart_is_there(catalog, shown):
    assert set(shown) == {key for key in exhibit_ids() if exhibit_for(catalog, item_of(catalog, f"x.{key}"), TODAY).chart}
    kinds = Counter(type(slide.chart).__name__ for slides in shown.values() for slide, _page in slides)
    assert set(kinds) == {"Bars", "Points", "Ladder", "Board"}


def test_numbers_are_those_of_the_description_and_of_the_table(catalog, shown):
    for key, slides in shown.items():
        item = exhibit_for(catalog, item_of(catalog, f"x.{key}"), TODAY)
        cells: dict[str, list[Any]] = {}
        for row in item.rows:
            cells.setdefault(str(row[0]), []).extend(row)
        found: list[tuple[str, float]] = []
        for slide, page in slides:
            chart = slide.chart
            if isinstance(chart, Bars):
                found += rows_of_bars(chart, chart_of(page))
            elif isinstance(chart, (Points, Ladder)):
                found += rows_of_marks(chart, chart_of(page))
        if isinstance(item.chart, Board):
            continue
        meant = Counter((ref, float(number)) for ref, numbers in drawn(item.chart) for number in numbers)
        assert Counter((ref, float(number)) for ref, number in found) == meant, key
        for ref, number in found:
            assert any(isinstance(cell, (int, float)) and cell == pytest.approx(number) for cell in cells[ref]), (key, ref, number)


def test_points_stand_on_their_dates(shown):
    checked = 0
    for slides in shown.values():
        for slide, page in slides:
            if not isinstance(slide.chart, Points):
                continue
            marks = {(mark.ref, mark.x) for item in slide.chart.series for mark in item.marks}
            for ref, when, serial, *_cells in sheet_of(chart_of(page))[1:]:
                if ref:
                    assert (ref, when) in marks
                    assert first_day("1899-12-30") + timedelta(days=serial) == middle(when)
                    checked += 1
    assert checked > 100


def test_boards_stand_on_their_dates(shown):
    stretches = 0
    for slides in shown.values():
        for slide, page in slides:
            chart = slide.chart
            if not isinstance(chart, Board):
                continue
            group = next(shape for shape in page.shapes if hasattr(shape, "shapes") and shape.name != "Legend")
            forms = Counter(
                shape.element.find(f".//{A}prstGeom").get("prst")
                for shape in group.shapes
                if shape.element.find(".//{*}cNvSpPr") is not None and not shape.element.find(".//{*}cNvSpPr").get("txBox")
            )
            segments = [item for row in chart.rows for item in row.segments]
            assert forms["rect"] == len(segments)
            assert forms["diamond"] == sum(len(row.dots) for row in chart.rows)
            stretches += len(segments)
    assert stretches > 200


def test_ladders_name_every_category_beside_its_marks(shown):
    for slides in shown.values():
        for slide, page in slides:
            if isinstance(slide.chart, Ladder):
                texts = [shape.text_frame.text for shape in every(page.shapes) if shape.has_text_frame]
                for _key, name in slide.chart.labels:
                    first = str(name).split("\n")[0].rstrip(",")
                    if _key in slide.chart.order:
                        assert any(text.startswith(first[:18]) for text in texts), name


def test_signs_and_fills_say_what_is_doubtful(shown):
    slide, page = shown["departures.arrivals_by_year"][0]
    xml = chart_of(page).part._element
    for place, series in enumerate(slide.chart.series):
        node = xml.findall(f".//{C}ser")[place]
        hollow = {slide.chart.x_order.index(bar.x) for bar in series.bars if bar.hollow}
        assert bool(node.findall(f"{C}spPr/{A}pattFill")) == bool(series.pattern)
        if not series.pattern:
            points = {int(point.find(f"{C}idx").get("val")): point for point in node.findall(f"{C}dPt")}
            assert set(points) == hollow
            assert all(point.find(f"{C}spPr/{A}noFill") is not None for point in points.values())
            assert all(point.find(f"{C}spPr/{A}ln/{A}solidFill") is not None for point in points.values())
    slide, page = shown["costs.river_over_time"][0]
    hollow_marks = sum((2 if mark.low is not None else 1) for item in slide.chart.series for mark in item.marks if mark.hollow)
    assert len(chart_of(page).part._element.findall(f".//{C}dPt")) == hollow_marks > 0


def test_parts_of_the_xml_stand_in_their_order(shown):
    checked = Counter()
    for slides in shown.values():
        for slide, page in slides:
            if isinstance(slide.chart, Board):
                assert chart_of(page) is None
                continue
            for name, order in ORDER.items():
                ranks = {tag: rank for rank, tag in enumerate(order.split())}
                for node in chart_of(page).part._element.iter(C + name):
                    tags = [str(child.tag).removeprefix(C) for child in node]
                    places = [ranks[tag] for tag in tags]
                    assert places == sorted(places), (name, tags)
                    checked[name] += 1
    assert all(checked[name] for name in ORDER)


def test_labels_of_stacked_bars_never_stand_where_powerpoint_refuses_them(shown):
    for slides in shown.values():
        for slide, page in slides:
            if isinstance(slide.chart, Bars):
                xml = chart_of(page).part._element
                stacked = xml.find(f".//{C}grouping").get("val") == "stacked"
                for place in xml.iter(f"{C}dLblPos"):
                    assert (place.get("val") == "outEnd") != stacked


@pytest.mark.parametrize(
    "code",
    [
        "x.departures.arrivals_by_year~years:2009-2009",
        "x.departures.arrivals_by_year~years:1998-1998",
        "x.departures.women_share~years:2021-2022",
        "x.departures.arrivals_by_year~measure:share",
    ],
)
def test_filters_that_leave_little_give_a_chart_all_the_same(catalog, code):
    try:
        deck = deck_of(catalog, code)
    except ValueError as error:
        pytest.fail(f"{code}: {error}")
    slide, page = deck.slides[1], opened(deck).slides[1]
    numbers = rows_of_bars(slide.chart, chart_of(page)) if isinstance(slide.chart, Bars) else rows_of_marks(slide.chart, chart_of(page))
    assert Counter(numbers) == Counter((ref, number) for ref, values in drawn(slide.chart) for number in values)


def test_stretches_of_a_board_begin_and_end_on_their_days(shown):
    for slide, page in shown["policy.office_board"]:
        chart = slide.chart
        group = next(shape for shape in page.shapes if hasattr(shape, "shapes") and shape.name != "Legend")
        years = {shape.name: shape.left for shape in group.shapes if shape.name.isdigit() and shape.width == 0}
        (one, left), (other, right) = min(years.items()), max(years.items())
        per_day = (right - left) / (first_day(other) - first_day(one)).days
        for row in chart.rows:
            mine = sorted(
                (shape.left, shape.left + shape.width)
                for shape in group.shapes
                if shape.name.startswith(f"{row.label}: ") and shape.element.find(f".//{A}prstGeom").get("prst") == "rect"
            )
            meant = sorted((item.start or chart.start, item.end or chart.end) for item in row.segments)
            assert len(mine) == len(meant)
            for (start, end), (begins, ends) in zip(mine, meant, strict=True):
                first, last = max(first_day(begins), first_day(chart.start)), min(last_day(ends), last_day(chart.end))
                assert start == pytest.approx(left + per_day * (first - first_day(one)).days, abs=PIXEL)
                assert end == pytest.approx(left + per_day * (last - first_day(one)).days, abs=4 * PIXEL)
        assert {role for row in chart.rows for item in row.segments if (role := item.role) in HATCHED}
