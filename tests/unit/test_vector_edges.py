"""SVG charts of odd data: nothing, one mark, equal values, losses, nothing positive on a log axis."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lib.charts.spec import Bar, Bars, BarSeries, Board, BoardRow, Event, Ladder, Mark, MarkSeries, Points, Segment
from lib.charts.theme import LIGHT
from lib.charts.vector import natural_height, svg
from tests.unit.vector_pictures import axes, marks, overlaps, picture, texts


def bars(*values, **more):
    keys = tuple(f"k{n}" for n in range(len(values)))
    return Bars(keys, (BarSeries("s", "main", tuple(Bar(key, value, key) for key, value in zip(keys, values, strict=True))),), "", **more)


def points(*values, **more):
    return Points((MarkSeries("s", "main", tuple(Mark("2010", f"r{n}", value=value) for n, value in enumerate(values))),), "", **more)


def ladder(*values, **more):
    keys = tuple(f"k{n}" for n in range(len(values)))
    found = tuple(Mark(key, key, value=value, label="x") for key, value in zip(keys, values, strict=True))
    return Ladder(keys, tuple((key, key) for key in keys), (MarkSeries("s", "main", found),), "", **more)


NOTHING = [
    Bars((), (), ""),
    Bars((), (), "", horizontal=True),
    Bars(("a",), (BarSeries("", "main", ()),), "", log=True),
    Bars(("a",), (BarSeries("", "main", ()),), "", stacked=False, horizontal=True, log=True),
    Points((), ""),
    Points((MarkSeries("", "main", (), joined=True),), "", log=True, events=(Event("2010", "e"),)),
    Points((), "", y_from_zero=False),
    Ladder((), (), (), ""),
    Ladder(("a",), (), (MarkSeries("", "main", ()),), "", log=True),
    Board((), "2010", "2010", (), ""),
    Board((BoardRow("", ()),), "2010-01-01", "2010-01-01", (), ""),
]
ODD = [
    make(*values, **more)
    for make, choices in ((bars, ({}, {"horizontal": True}, {"share": True})), (points, ({}, {"y_from_zero": False})), (ladder, ({},)))
    for values in ((5,), (5, 5, 5), (0, 0), (-3, 4), (-3, -1), (0.0001, 123456789.25))
    for choice in choices
    for more in (choice, {**choice, "log": True})
]


@pytest.mark.parametrize("chart", NOTHING + ODD, ids=str)
def test_odd_charts_are_drawn_whole(chart):
    for wide, high, size in ((1728, 600, 29), (300, 150, 8.5), (40, 20, 12)):
        text = svg(chart, LIGHT, wide, high, size)
        root = picture(text)
        assert "nan" not in text
        assert "inf" not in text
        assert 'width="-' not in text
        assert 'height="-' not in text
        if wide > 40:
            assert overlaps(texts(root)) == []
        assert natural_height(chart, wide, size) > 0


@pytest.mark.parametrize("chart", ODD, ids=str)
def test_odd_values_keep_their_data(chart):
    stated = [bar.value for item in chart.series for bar in item.bars] if isinstance(chart, Bars) else []
    stated = stated or [mark.value for item in chart.series for mark in item.marks]
    assert [float(mark.values[0]) for mark in marks(picture(svg(chart, LIGHT, 900, 400, 16)))] == stated


def test_losses_run_the_other_way_from_zero():
    root = picture(svg(bars(-3, 4), LIGHT, 900, 400, 16))
    axis = axes(root)["y"]
    loss, gain = marks(root)
    assert (loss.rects[0][1], loss.rects[0][3]) == pytest.approx((axis.place(0), axis.place(-3)), abs=0.5)
    assert (gain.rects[0][1], gain.rects[0][3]) == pytest.approx((axis.place(4), axis.place(0)), abs=0.5)


def test_log_bars_reach_their_values():
    root = picture(svg(bars(3, 400, 50000, log=True, horizontal=True), LIGHT, 900, 400, 16))
    axis = axes(root)["x"]
    assert [mark.rects[0][2] for mark in marks(root)] == pytest.approx([axis.place(value) for value in (3, 400, 50000)], abs=0.5)
    assert all(mark.rects[0][2] - mark.rects[0][0] > 5 for mark in marks(root))


def test_parts_of_a_chart_share_one_scale():
    for chart, axis in ((bars(1, 2, horizontal=True, span=(0, 50)), "x"), (ladder(1, 2, span=(0, 50)), "x")):
        assert axes(picture(svg(chart, LIGHT, 900, 400, 16)))[axis].high >= 50


def test_one_open_end_of_a_range_is_drawn_as_the_point_that_is_known():
    chart = Points((MarkSeries("", "main", (Mark("2010", "r", low=4), Mark("2012", "q", high=6))),), "")
    root = picture(svg(chart, LIGHT, 900, 400, 16))
    axis = axes(root)["y"]
    assert [mark.spots[0][1] for mark in marks(root)] == pytest.approx([axis.place(4), axis.place(6)], abs=0.5)
    assert all(len(mark.spots) == 1 and not mark.range_ends for mark in marks(root))


def test_a_stretch_outside_the_board_is_not_drawn_in_it():
    rows = (BoardRow("a", (Segment("1990", "1995", "present", "before"), Segment("2011-05-05", "2011-05-05", "away", "day"))),)
    root = picture(svg(Board(rows, "2010", "2012", (), ""), LIGHT, 900, 400, 16))
    axis = axes(root)["x"]
    before, one_day = sorted(marks(root), key=lambda mark: mark.rects[0][0])
    assert before.ref == "before"
    assert before.rects[0][2] - before.rects[0][0] <= 1
    assert before.rects[0][0] >= axis.start
    assert 0.4 <= one_day.rects[0][2] - one_day.rects[0][0] <= 1.2


def test_many_events_at_one_time_keep_apart():
    events = tuple(Event(f"20{10 + n // 3}", f"Event number {n} with a rather long name") for n in range(8))
    chart = replace(points(3, 4), events=events)
    root = picture(svg(chart, LIGHT, 900, 700, 16))
    found = texts(root)
    assert overlaps(found) == []
    assert sum("Event number" in words for words, _ in found) == 8
    assert all(box[0] >= 0 and box[2] <= 900 for _, box in found)


def test_neither_plotly_nor_pillow_is_needed_to_import_the_pictures():
    code = "import sys, lib.charts.vector; sys.exit(any(name.split('.')[0] in ('plotly', 'PIL') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2]).returncode == 0
