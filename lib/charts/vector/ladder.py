"""Draws `Ladder` as SVG: lying ranges and signs by category, series side by side in their lanes."""

from __future__ import annotations

from lib.charts.rules import lanes, shift
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.charts.vector import axes
from lib.charts.vector.pen import Sheet, Words, data, element, halo, number, said
from lib.charts.vector.places import Crowd, beside
from lib.charts.vector.points import GAP as LABEL_GAP
from lib.charts.vector.points import RADIUS, every_number, numbers_of
from lib.charts.vector.rows import GAP, Row, draw_names, fit, needed
from lib.charts.vector.scales import Scale, number_range
from lib.charts.vector.signs import spot


def _rows(chart: Ladder) -> list[Row]:
    names = dict(chart.labels)
    users, _ = lanes(chart)
    labelled = any(str(mark.label) for item in chart.series for mark in item.marks)
    least = {key: max(1.6 if labelled or chart.headings else 1.5, 0.55 + 0.62 * len(users[key])) for key in chart.order}
    return [
        Row(
            "\n".join(said(part) for part in str(names.get(key, key)).split("\n")),
            1.4 if key in chart.headings else least[key],
            key in chart.headings,
        )
        for key in chart.order
    ]


def height(chart: Ladder, wide: float, size: float) -> float:
    """The height at which the ladder reads well."""
    airy = 1.15 if chart.headings else 1.3
    return needed(_rows(chart), wide, size) * airy + (axes.BELOW + 0.3) * size


def draw(chart: Ladder, sheet: Sheet) -> str:
    """The body of the picture."""
    size, dot = sheet.size, sheet.dot
    top = 0.3 * size
    rows = fit(_rows(chart), sheet, sheet.height - axes.BELOW * size - top)
    left = rows.column + (GAP + 0.3) * size
    bottom = top + rows.total
    numbers = every_number(chart.series) + list(chart.span or ())
    low_high = number_range(numbers, log=chart.log)
    scale = Scale("log" if chart.log else "linear", *low_high, left, sheet.width - 1.2 * size)
    ticks = axes.across_ticks(scale, size, "", all(float(value).is_integer() for value in numbers))
    users, step = lanes(chart)
    heights = dict(zip(chart.order, rows.heights, strict=True))
    middles = dict(zip(chart.order, rows.middles(top), strict=True))
    shared = [step * heights[key] for key, sharing in users.items() if len(sharing) > 1]
    radius = max(min([RADIUS * dot, 0.3 * min(heights.values(), default=size), *(0.62 * gap for gap in shared)]), 2.4 * dot)

    def place(series: int, mark: Mark) -> float:
        return middles[mark.x] + shift(users[mark.x], series, step) * heights[mark.x]

    crowd = Crowd((left - 0.4 * size, 0, sheet.width - 0.1 * size, bottom + 0.1 * size))
    marks = [(index, item, mark) for index, item in enumerate(chart.series) for mark in item.marks]
    for index, _, mark in marks:
        y = place(index, mark)
        ends = [scale(value) for value in _shown(mark)]
        crowd.signs += [(x - radius, y - radius, x + radius, y + radius) for x in ends]
        if len(ends) == 2:
            crowd.strokes.append((ends[0], y, ends[1], y))
    labels: dict[int, Words] = {}
    for index, _, mark in sorted(marks, key=lambda entry: place(entry[0], entry[2])):
        if text := said(mark.label):
            ends = sorted(scale(value) for value in _shown(mark))
            words = crowd.place(beside(text, ends[0], ends[-1], place(index, mark), 1.2 * radius, size), LABEL_GAP * size)
            if words:
                labels[id(mark)] = words
    drawn = [
        _mark(item, mark, scale, place(index, mark), radius, sheet, "" if id(mark) in labels else said(mark.label))
        for index, item, mark in marks
    ]
    texts = [words.svg(sheet.theme.quiet, **halo(sheet)) for words in labels.values()]
    return "".join([axes.across(scale, ticks, sheet, top, bottom), draw_names(rows, sheet, rows.column + GAP * size, top), *drawn, *texts])


def _shown(mark: Mark) -> list[float]:
    """The numbers at which signs stand: both ends of a range, else the value."""
    return [mark.low, mark.high] if mark.low is not None and mark.high is not None else [mark.centre]


def _mark(item: MarkSeries, mark: Mark, scale: Scale, y: float, radius: float, sheet: Sheet, label: str) -> str:
    theme, dot = sheet.theme, sheet.dot
    colour = theme.colour(item.role)
    places = [scale(value) for value in _shown(mark)]
    inside = ""
    if len(places) == 2:
        path = f"M{number(places[0])} {number(y)}H{number(places[1])}"
        inside = element("path", {"d": path, "stroke": colour, "stroke-width": min(8 * dot, 1.5 * radius), "opacity": 0.6})
    fill = theme.background if mark.hollow else colour
    inside += "".join(spot(item.shape, x, y, radius, fill, colour if mark.hollow else "", 1.5 * dot) for x in places)
    more = data(mark.ref, numbers_of(mark), label)
    return element("g", more | {"data-x": mark.x}, inside)
