"""SVG charts show every mark where its value says, for every exhibit that has a chart."""

import itertools
from collections import Counter

import pytest

from lib.charts.plot import figure
from lib.charts.spec import Bars, Board, Ladder, Points, drawn
from lib.charts.theme import DARK, LIGHT
from lib.charts.vector import natural_height, svg
from lib.dates import first_day, last_day, middle
from lib.exhibits import exhibit
from tests.unit.vector_pictures import axes, charts, marks, picture

NAMES = list(charts())
NEAR = 0.5  # units of a picture 1,728 units wide


def drawing(name, theme=LIGHT):
    chart = charts()[name]
    return chart, picture(svg(chart, theme, 1728, 600, 29))


def day(text):
    return middle(text).toordinal()


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_is_drawn_once_with_its_values(name):
    chart, root = drawing(name, DARK)
    read = str if isinstance(chart, Board) else float
    assert Counter((m.ref, tuple(read(v) for v in m.values)) for m in marks(root)) == Counter(drawn(chart))


@pytest.mark.parametrize("name", [name for name in NAMES if "#" not in name])
def test_every_mark_is_a_row_of_the_table(catalog, name):
    item = exhibit(catalog, name)
    rows = {}
    for row in item.rows:
        rows.setdefault(str(row[0]), []).extend(row)
    for mark in marks(drawing(name)[1]):
        for value in mark.values:
            cells = rows[mark.ref]
            if isinstance(item.chart, Board):
                assert any(str(cell).startswith(value) for cell in cells), (mark.ref, value)
            else:
                numbers = [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
                assert any(abs(number - float(value)) < 1e-6 for number in numbers), (mark.ref, value)


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(charts()[name], Bars)])
def test_bars_are_as_long_as_their_values(name):
    chart, root = drawing(name)
    axis = axes(root)["x" if chart.horizontal else "y"]
    found = iter(marks(root))
    reached = Counter()
    centres = {}
    for number, series in enumerate(chart.series):
        for bar in series.bars:
            mark = next(found)
            x0, y0, x1, y1 = mark.rects[0]
            start = reached[bar.x] if chart.stacked else 0
            reached[bar.x] += bar.value
            ends = sorted((axis.place(start), axis.place(start + bar.value)))
            assert ((x0, x1) if chart.horizontal else (y0, y1)) == pytest.approx(ends, abs=NEAR), bar.ref
            colour = LIGHT.colour(series.role)
            assert mark.fills[0] == (LIGHT.background if bar.hollow or series.pattern else colour)
            centres.setdefault((0 if chart.stacked else number, bar.x), set()).add(round((y0 + y1 if chart.horizontal else x0 + x1) / 2, 1))
    assert all(len(places) == 1 for places in centres.values()), "bars of one category stand in one place"
    for lane in {lane for lane, _ in centres}:
        order = [min(centres[lane, key]) for key in chart.x_order if (lane, key) in centres]
        assert order == sorted(order)
        assert len(set(order)) == len(order)


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(charts()[name], (Points, Ladder))])
def test_signs_and_ranges_stand_on_their_values(name):
    chart, root = drawing(name)
    lying = isinstance(chart, Ladder)
    scales = axes(root)
    found = iter(marks(root))
    heights = {}
    for series in chart.series:
        for stated in series.marks:
            mark = next(found)
            is_range = stated.low is not None and stated.high is not None and not series.joined
            numbers = [stated.low, stated.high] if is_range else [stated.centre]
            places = [scales["x" if lying else "y"].place(value) for value in numbers]
            assert [spot[0 if lying else 1] for spot in mark.spots] == pytest.approx(places, abs=NEAR), stated.ref
            assert list(mark.range_ends) == pytest.approx(places if is_range else [], abs=NEAR)
            across = {round(spot[1 if lying else 0], 1) for spot in mark.spots}
            assert len(across) == 1
            if lying:
                heights.setdefault(stated.x, set()).update(across)
            else:
                assert across.pop() == pytest.approx(scales["x"].place(day(stated.x)), abs=NEAR)
            assert set(mark.fills) == {LIGHT.background if stated.hollow else LIGHT.colour(series.role)}
    if lying:
        rows = [heights[key] for key in chart.order if key in heights]
        assert all(max(upper) < min(lower) for upper, lower in itertools.pairwise(rows))


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(charts()[name], Board)])
def test_stretches_run_from_day_to_day_and_open_ends_to_the_edge(name):
    chart, root = drawing(name)
    axis = axes(root)["x"]
    assert (axis.low, axis.high) == (first_day(chart.start).toordinal(), last_day(chart.end).toordinal())
    found = {}
    for mark in marks(root):
        found.setdefault((mark.ref, mark.values), []).append(mark)
    middles = []
    for row in chart.rows:
        places = set()
        for item in row.segments:
            same = [m for m in found[item.ref, tuple(x for x in (item.start, item.end) if x)] if m.rects]
            start = axis.place(first_day(item.start).toordinal()) if item.start else axis.start
            end = axis.place(last_day(item.end).toordinal()) if item.end else axis.end
            ends = [min(max(x, axis.start), axis.end) for x in (start, end)]
            fitting = [m for m in same if [m.rects[0][0], m.rects[0][2]] == pytest.approx(ends, abs=NEAR)]
            assert fitting, (item, ends)
            places |= {round((m.rects[0][1] + m.rects[0][3]) / 2, 1) for m in fitting if len(same) == 1}
        for dot in row.dots:
            same = [m for m in found[dot.ref, (dot.x,)] if m.spots]
            assert any(m.spots[0][0] == pytest.approx(axis.place(day(dot.x)), abs=NEAR) for m in same)
            places |= {round(m.spots[0][1], 1) for m in same if len(same) == 1}
        assert len(places) <= 1, "a line of the board is level"
        middles += places
    assert middles == sorted(middles)
    assert len(set(middles)) == len(middles)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_plain_small_and_needs_nothing_else(name):
    chart = charts()[name]
    high = natural_height(chart, 1728, 29)
    text = svg(chart, LIGHT, 1728, high, 29, alt='Said <in> words & "marks"')
    root = picture(text)
    assert root.attrib["viewBox"] == f"0 0 1728 {high:.2f}".rstrip("0").rstrip(".")
    assert root.attrib["role"] == "img"
    assert root[0].text == 'Said <in> words & "marks"'
    assert "aria-hidden" not in root.attrib
    assert {item.tag.split("}")[1] for item in root.iter()} <= {"svg", "title", "g", "rect", "path", "text"}
    names = {key for item in root.iter() for key in item.attrib}
    assert not names & {"id", "style", "class", "href", "onclick"}
    assert "url(" not in text
    assert len(text) < 130_000
    assert picture(svg(chart, LIGHT, 1728, high, 29)).attrib["aria-hidden"] == "true"


def test_the_screen_and_the_picture_put_signs_of_a_ladder_in_the_same_lanes():
    chart, root = drawing("costs.ladder")
    screen = figure(chart, LIGHT)
    on_screen = {y for trace in screen.data if "markers" in trace.mode for y in trace.y}
    in_picture = {round(spot[1], 1) for mark in marks(root) for spot in mark.spots}
    steps = sorted(in_picture)
    assert len(steps) == len(on_screen)
    scale = (steps[-1] - steps[0]) / (max(on_screen) - min(on_screen))
    assert steps == pytest.approx([steps[0] + (y - min(on_screen)) * scale for y in sorted(on_screen)], abs=1)
