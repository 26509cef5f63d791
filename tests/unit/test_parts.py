"""Long charts in parts: nothing is lost, nothing is shown twice, all parts have one scale."""

from collections import Counter

import pytest

from lib.charts.parts import MOST_BARS, MOST_BOARD, MOST_LADDER, parts
from lib.charts.spec import Bar, Bars, BarSeries, Board, BoardRow, Ladder, Mark, MarkSeries, Segment, drawn
from lib.exhibits import exhibit, exhibit_ids


@pytest.fixture(scope="module")
def cut(catalog):
    """Every chart of the project with its parts."""
    charts = {key: exhibit(catalog, key).chart for key in exhibit_ids()}
    return {key: (chart, parts(chart)) for key, chart in charts.items() if chart is not None}


def lines_of(chart):
    if isinstance(chart, Bars):
        return len(chart.x_order) * (1 if chart.stacked or not chart.horizontal else len(chart.series))
    return len(chart.order) if isinstance(chart, Ladder) else len(chart.rows)


def test_every_mark_is_in_exactly_one_part(cut):
    assert any(len(pieces) > 1 for _chart, pieces in cut.values()), "some charts of the project are long"
    for key, (chart, pieces) in cut.items():
        assert Counter(mark for piece in pieces for mark in drawn(piece)) == Counter(drawn(chart)), key


def test_short_charts_stay_whole(cut):
    for chart, pieces in cut.values():
        if len(pieces) == 1:
            assert pieces[0] is chart


def test_no_part_is_too_long(cut):
    for key, (chart, pieces) in cut.items():
        if isinstance(chart, Ladder):
            assert all(len(piece.order) <= MOST_LADDER + 1 for piece in pieces), key
        elif isinstance(chart, Board):
            assert all(len(piece.rows) <= MOST_BOARD + 1 for piece in pieces), key
        elif isinstance(chart, Bars) and chart.horizontal:
            assert all(lines_of(piece) <= MOST_BARS for piece in pieces), key


def test_parts_keep_unit_legend_and_one_scale(cut):
    for key, (chart, pieces) in cut.items():
        assert {str(piece.unit) for piece in pieces} == {str(chart.unit)}
        if len(pieces) > 1 and isinstance(chart, (Bars, Ladder)):
            spans = {piece.span for piece in pieces}
            assert len(spans) == 1, key
            low, high = spans.pop()
            numbers = [number for _ref, values in drawn(chart) for number in values]
            assert low <= min(numbers), key
            assert high >= max(numbers), key
        if isinstance(chart, Board):
            assert {(piece.start, piece.end, piece.roles) for piece in pieces} == {(chart.start, chart.end, chart.roles)}


def test_a_heading_is_never_the_last_line_of_a_part(cut):
    for key, (chart, pieces) in cut.items():
        for piece in pieces:
            if isinstance(chart, Board):
                assert not piece.rows[-1].heading, key
            elif isinstance(chart, Ladder):
                assert piece.order[-1] not in piece.headings, key


def ladder(keys, headings=()):
    marks = tuple(Mark(key, f"row-{key}", value=float(number)) for number, key in enumerate(keys, start=5) if key not in headings)
    return Ladder(tuple(keys), tuple((key, key) for key in keys), (MarkSeries("all", "accent", marks),), "days", headings=tuple(headings))


@pytest.mark.parametrize("count", [1, MOST_LADDER, MOST_LADDER + 1, 2 * MOST_LADDER, 2 * MOST_LADDER + 1, 40])
def test_ladders_of_any_length_are_cut_evenly_and_in_order(count):
    keys = [f"k{number}" for number in range(count)]
    pieces = parts(ladder(keys))
    assert [key for piece in pieces for key in piece.order] == keys
    sizes = [len(piece.order) for piece in pieces]
    assert max(sizes) <= MOST_LADDER
    assert len(sizes) == -(-count // MOST_LADDER)
    assert max(sizes) - min(sizes) <= len(sizes), "no part holds one lonely line"


@pytest.mark.parametrize("place", range(1, 30))
def test_a_heading_stands_with_its_lines_wherever_it_falls(place):
    keys = ["h0", *(f"k{number}" for number in range(29))]
    keys.insert(place, "h1")
    pieces = parts(ladder([*keys, "last"], ("h0", "h1")))
    assert len(pieces) > 1
    heading = ""
    for piece in pieces:
        assert piece.order[0] in piece.headings, "what goes on says its heading again"
        assert piece.order[-1] not in piece.headings
        for key in piece.order:
            heading = key if key in piece.headings else heading
        assert piece.order[0] in ("h0", "h1")
    assert heading == "h1"
    lines = [key for piece in pieces for key in piece.order if key not in piece.headings]
    assert lines == [key for key in [*keys, "last"] if key not in ("h0", "h1")]


def test_a_board_says_a_heading_again_where_its_lines_go_on():
    rows = [BoardRow("Group", (), heading=True)]
    rows += [BoardRow(f"row {number}", (Segment("2020", "", "present", f"r{number}"),)) for number in range(MOST_BOARD + 4)]
    pieces = parts(Board(tuple(rows), "2019", "2026", (("present", "Open"),), "time"))
    assert len(pieces) > 1
    assert {piece.rows[0].label for piece in pieces} == {"Group"}
    assert sum(len(piece.rows) for piece in pieces) == len(rows) + len(pieces) - 1


def test_a_ladder_part_has_only_series_with_marks_in_it():
    keys = [f"k{number}" for number in range(MOST_LADDER + 3)]
    first = MarkSeries("first", "accent", (Mark(keys[0], "a", value=1.0),))
    last = MarkSeries("last", "other", (Mark(keys[-1], "b", low=2.0, high=9.0),))
    one, two = parts(Ladder(tuple(keys), tuple((key, key) for key in keys), (first, last), "days"))
    assert ([item.name for item in one.series], [item.name for item in two.series]) == (["first"], ["last"])
    assert one.span == two.span == (1.0, 9.0)


def test_stacked_bars_are_scaled_to_their_sums_and_grouped_ones_to_their_highest():
    keys = tuple(f"k{number}" for number in range(MOST_BARS + 1))
    series = tuple(
        BarSeries(name, "accent", tuple(Bar(key, value, f"{name}-{key}") for key in keys)) for name, value in (("a", 3.0), ("b", 4.0))
    )
    stacked = parts(Bars(keys, series, "people", stacked=True, horizontal=True))
    grouped = parts(Bars(keys, series, "people", stacked=False, horizontal=True))
    assert {piece.span for piece in stacked} == {(0.0, 7.0)}
    assert {piece.span for piece in grouped} == {(0.0, 4.0)}
    assert len(grouped) > len(stacked), "bars side by side need more lines"
    assert len(parts(Bars(keys, series, "people", stacked=True))) == 1, "upright bars are not cut"
