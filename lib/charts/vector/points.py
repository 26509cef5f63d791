"""Draws `Points` as SVG: signs and ranges over time, with labels that make way for each other."""

from __future__ import annotations

from itertools import pairwise

from lib.charts.rules import spots
from lib.charts.spec import Mark, MarkSeries, Points
from lib.charts.vector import axes
from lib.charts.vector.pen import Sheet, Words, data, element, halo, line, number, said
from lib.charts.vector.places import Crowd, around
from lib.charts.vector.scales import Scale, date_ticks, number_range
from lib.charts.vector.signs import spot
from lib.dates import middle

RADIUS = 5.2  # pixels of the screen's charts
GAP = 0.12  # of the font size: between two labels


def numbers_of(mark: Mark) -> tuple[float, ...]:
    """The numbers that a mark states."""
    return tuple(value for value in (mark.value, mark.low, mark.high) if value is not None)


def every_number(series: tuple[MarkSeries, ...]) -> list[float]:
    """The numbers of all marks."""
    return [value for item in series for mark in item.marks for value in numbers_of(mark)]


def height(chart: Points, wide: float, size: float) -> float:
    """The height at which the points read well."""
    return min(max(0.45 * wide, 14 * size), 20 * size) + 1.3 * size * min(3, len(chart.events))


def _days(chart: Points) -> tuple[float, float]:
    """The stretch of time shown: all marks and events, with some room on both sides."""
    days = [middle(mark.x).toordinal() for item in chart.series for mark in item.marks]
    days += [middle(event.x).toordinal() for event in chart.events]
    if not days:
        return middle("2000").toordinal(), middle("2020").toordinal()
    room = 0.03 * (max(days) - min(days)) or 183
    return min(days) - room, max(days) + room


def draw(chart: Points, sheet: Sheet) -> str:
    """The body of the picture."""
    size, dot = sheet.size, sheet.dot
    numbers = every_number(chart.series)
    whole = all(float(value).is_integer() for value in numbers)
    low_high = number_range(numbers, log=chart.log, from_zero=chart.y_from_zero)
    kind = "log" if chart.log else "linear"
    bottom = sheet.height - axes.BELOW * size
    rough = Scale(kind, *low_high, bottom, size)
    left = min(axes.tick_room(axes.upright_ticks(rough, size, "", whole), size), 0.5 * sheet.width)
    right = sheet.width - 0.4 * size
    along = Scale("date", *_days(chart), left, right)
    placed = axes.flags([(along(middle(event.x).toordinal()), said(event.label)) for event in chart.events], sheet)
    labelled = any(str(mark.label) for item in chart.series for mark in item.marks)
    top = axes.flags_height(placed) + (1.5 if labelled else 0.6) * size
    top = min(top, bottom - 1)
    upright = Scale(kind, *low_high, bottom, top)
    ticks = axes.upright_ticks(upright, size, "", whole)
    crowd = Crowd((left, axes.flags_height(placed), sheet.width - 0.1 * size, bottom))
    crowd.strokes += [(flag.x, top, flag.x, bottom) for flag in placed]
    _note_signs(chart, along, upright, crowd, RADIUS * dot)
    labels = _labels(chart, along, upright, crowd, sheet)
    marks = [_series(item, along, upright, sheet, labels) for item in chart.series]
    grid = axes.upright(upright, ticks, sheet, left, right)
    days = axes.across(along, date_ticks(along, size, left - 0.3 * size, sheet.width), sheet, top, bottom, grid=False)
    foot = line(left, bottom, right, bottom, sheet.theme.quiet if low_high[0] == 0 else sheet.theme.grid, dot)
    texts = [words.svg(sheet.theme.quiet, **halo(sheet)) for words in labels.values()]
    return "".join([grid, days, foot, axes.draw_flags(placed, sheet, bottom), *marks, *texts])


def _note_signs(chart: Points, along: Scale, upright: Scale, crowd: Crowd, radius: float) -> None:
    for item in chart.series:
        places = [(along(middle(mark.x).toordinal()), upright(value)) for mark, value, _ in spots(item)]
        crowd.signs += [(x - radius, y - radius, x + radius, y + radius) for x, y in places]
        if item.joined:
            crowd.strokes += [(*one, *other) for one, other in pairwise(places)]
        for mark in item.marks:
            if mark.low is not None and mark.high is not None:
                x = along(middle(mark.x).toordinal())
                crowd.strokes.append((x, upright(mark.low), x, upright(mark.high)))


def _labels(chart: Points, along: Scale, upright: Scale, crowd: Crowd, sheet: Sheet) -> dict[int, Words]:
    """The labels that have found a place, by the identity of their marks."""
    found: dict[int, Words] = {}
    wanted = [
        (along(middle(mark.x).toordinal()), upright(value), mark, said(text))
        for item in chart.series
        for mark, value, text in spots(item)
        if said(text)
    ]
    for x, y, mark, text in sorted(wanted, key=lambda item: (item[0], item[1])):
        words = crowd.place(around(text, x, y, 1.15 * RADIUS * sheet.dot, sheet.size), GAP * sheet.size)
        if words:
            found[id(mark)] = words
    return found


def _series(item: MarkSeries, along: Scale, upright: Scale, sheet: Sheet, labels: dict[int, Words]) -> str:
    theme, dot = sheet.theme, sheet.dot
    colour = theme.colour(item.role)
    places = [(along(middle(mark.x).toordinal()), upright(value)) for mark, value, _ in spots(item)]
    parts = []
    if item.joined and places:
        path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)
        parts.append(element("path", {"d": path, "fill": "none", "stroke": colour, "stroke-width": 2 * dot}))
    at: dict[int, list[tuple[float, float]]] = {}
    for (mark, *_), place in zip(spots(item), places, strict=True):
        at.setdefault(id(mark), []).append(place)
    for mark in item.marks:
        signs = at[id(mark)]
        inside = ""
        if mark.low is not None and mark.high is not None:
            x = along(middle(mark.x).toordinal())
            inside = element(
                "path",
                {
                    "d": f"M{number(x)} {number(upright(mark.low))}V{number(upright(mark.high))}",
                    "stroke": colour,
                    "stroke-width": 5 * dot,
                    "opacity": 0.6,
                },
            )
        fill = theme.background if mark.hollow else colour
        inside += "".join(spot(item.shape, x, y, RADIUS * dot, fill, colour if mark.hollow else "", 1.5 * dot) for x, y in signs)
        more = data(mark.ref, numbers_of(mark), "" if id(mark) in labels else said(mark.label))
        parts.append(element("g", more | {"data-x": mark.x}, inside))
    return "".join(parts)
