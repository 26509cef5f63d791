"""Draws `Board` as SVG: one line per mission, channel or office, with its stretches of time and its dated events."""

from __future__ import annotations

from lib.charts.rules import MANY_DOTS, MANY_ROWS, ends
from lib.charts.spec import HATCHED, Board, Mark, Segment
from lib.charts.vector import axes
from lib.charts.vector.pen import Sheet, data, element, said
from lib.charts.vector.rows import GAP, Row, draw_names, fit, needed
from lib.charts.vector.scales import Scale, date_ticks
from lib.charts.vector.signs import area, spot
from lib.dates import first_day, last_day, middle

FILLED = 0.62  # the part of a line that a stretch takes
THICKEST = 1.9  # of the font size


def _rows(chart: Board) -> list[Row]:
    return [Row(said(row.label), 1.4 if len(chart.rows) <= MANY_ROWS else 1.3, row.heading) for row in chart.rows]


def height(chart: Board, wide: float, size: float) -> float:
    """The height at which the board reads well."""
    events = 1.3 * size * min(3, len(chart.events))
    return needed(_rows(chart), wide, size) * 1.1 + (axes.BELOW + 0.2) * size + events


def draw(chart: Board, sheet: Sheet) -> str:
    """The body of the picture."""
    size, dot = sheet.size, sheet.dot
    above = len(chart.rows) > MANY_ROWS and not chart.events
    rough = fit(_rows(chart), sheet, sheet.height - (axes.BELOW + 0.2) * size)
    left = rough.column + (GAP if rough.column else 0.2) * size
    first, last = first_day(chart.start).toordinal(), last_day(chart.end).toordinal()
    scale = Scale("date", first, max(last, first + 1), left, sheet.width - 0.4 * size)
    placed = axes.flags([(scale(middle(event.x).toordinal()), said(event.label)) for event in chart.events], sheet)
    top = axes.BELOW * size if above else axes.flags_height(placed) + 0.2 * size
    rows = fit(_rows(chart), sheet, sheet.height - top - (0.2 if above else axes.BELOW) * size)
    bottom = top + rows.total
    middles, heights = rows.middles(top), rows.heights
    tall = min(FILLED * min(heights, default=1), THICKEST * size)
    roles = list(dict.fromkeys([*(role for role, _ in chart.roles), *(item.role for row in chart.rows for item in row.segments)]))
    order = {role: index for index, role in enumerate(roles)}
    stretches = sorted(
        ((order[item.role], y, item) for y, row in zip(middles, chart.rows, strict=True) for item in row.segments),
        key=lambda entry: entry[0],
    )
    marks = [(y, dot_) for y, row in zip(middles, chart.rows, strict=True) for dot_ in row.dots]
    radius = min((3.0 if len(marks) > MANY_DOTS else 4.6) * dot, 0.42 * min(heights, default=1))
    days = axes.across(scale, date_ticks(scale, size, 0, sheet.width), sheet, top, bottom, above=above)
    return "".join(
        [
            days,
            axes.draw_flags(placed, sheet, bottom),
            *(_stretch(item, chart, scale, y, tall, sheet) for _, y, item in stretches),
            *(_dot(mark, scale, y, radius, sheet, crowded=len(marks) > MANY_DOTS) for y, mark in marks),
            draw_names(rows, sheet, left, top),
        ]
    )


def _stretch(item: Segment, chart: Board, scale: Scale, y: float, tall: float, sheet: Sheet) -> str:
    start, end = (scale(day.toordinal()) for day in ends(item, chart))
    if end - start < 1:  # one day would not be seen
        start, end = (start + end) / 2 - 0.5, (start + end) / 2 + 0.5
    start, end = (min(max(x, scale.start), scale.end) for x in (start, end))
    drawn = area(
        (start, y - tall / 2, end, y + tall / 2),
        sheet.theme,
        sheet.theme.colour(item.role),
        HATCHED.get(item.role, ""),
        hollow=False,
        dot=sheet.dot,
        fine=True,
    )
    return element("g", data(item.ref, tuple(x for x in (item.start, item.end) if x)), drawn)


def _dot(mark: Mark, scale: Scale, y: float, radius: float, sheet: Sheet, *, crowded: bool) -> str:
    theme = sheet.theme
    colour = theme.colour(mark.role) if mark.role else theme.text
    frame = ("", 0.0) if crowded else (theme.background, 1.5 * sheet.dot)
    drawn = spot("diamond", scale(middle(mark.x).toordinal()), y, radius, colour, *frame)
    return drawn.replace("<path", f"<path{element('', data(mark.ref, (mark.x,)))[1:-2]}", 1)
