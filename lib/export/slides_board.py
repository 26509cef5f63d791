"""`Board` as shapes that can be edited: stretches of time as rectangles, dated events as diamonds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lib.charts.rules import MANY_DOTS
from lib.charts.spec import HATCHED, Board, BoardRow, Segment
from lib.charts.theme import Theme
from lib.dates import Period, first_day, last_day, middle
from lib.export.slides_chart import Drawing
from lib.export.slides_labels import event_places, event_room, event_shapes
from lib.export.slides_look import CHART, LINE, WORD, Box, clean, cut, height, text_width
from lib.export.slides_shapes import fill, line_of, outline, shape, straight, text_box

_TICKS = 40
_HIGHEST_ROW = 84
_THICK = 0.62  # the part of a row that a stretch of time fills
_LEAST = 3.0  # a day must be seen
_NAMES = (CHART, 26, WORD)  # sizes of the names at the left
_AIR = 2  # between names of rows


class _Time:
    """The days of a board as places across the slide."""

    def __init__(self, chart: Board, plot: Box) -> None:
        self.first, self.last = first_day(chart.start), last_day(chart.end)
        self._plot = plot
        self._each = plot.w / max(1, (self.last - self.first).days)

    def place(self, day: date) -> float:
        """Where a day stands; days outside stand on the edge."""
        return self._plot.x + self._each * (min(max(day, self.first), self.last) - self.first).days

    def stretch(self, item: Segment) -> tuple[float, float]:
        """Left and right edge of a stretch; an open end runs to the edge of the board."""
        left = self.place(first_day(item.start) if item.start else self.first)
        right = self.place(last_day(item.end) if item.end else self.last)
        left = min(left, self._plot.right - _LEAST)
        return left, max(right, left + _LEAST)

    def years(self) -> list[int]:
        """The years written under the board: as many as fit."""
        all_years = [year for year in range(self.first.year, self.last.year + 1) if date(year, 1, 1) >= self.first]
        most = max(2, int(self._plot.w / (text_width("2020", CHART) + 40)))
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if len(all_years) / step <= most or step == 100)
        return [year for year in all_years if year % step == 0]


def _grid(time: _Time, plot: Box, theme: Theme) -> list[str]:
    found = []
    for year in time.years():
        x = time.place(date(year, 1, 1))
        found.append(straight(Box(x, plot.y, 0, plot.h), theme.grid, 1.5, str(year)))
        wide = text_width("2020", CHART) + 20
        left = min(x - wide / 2, plot.right - wide + 20)
        words = [line_of(str(year), CHART, theme.quiet, align="ctr")]
        found.append(text_box(Box(left, plot.bottom + 6, wide, _TICKS - 6), words, str(year), wrap=False))
    return found


def _row_shapes(row: BoardRow, box: Box, each: float, time: _Time, roles: dict[str, str], theme: Theme, small: bool) -> list[str]:
    """The stretches and days of a row in the middle of its box; `each` is the height of the lowest row, so that all look alike."""
    found = []
    thick = min(each * _THICK, 40)
    middle_line = box.y + box.h / 2
    label = clean(row.label)
    for role in [*roles, *{item.role for item in row.segments if item.role not in roles}]:
        for item in row.segments:
            if item.role != role:
                continue
            left, right = time.stretch(item)
            hatch, ink = HATCHED.get(role, ""), theme.colour(role)
            name = ": ".join(text for text in (label, roles.get(role, ""), str(Period(item.start, item.end))) if text)
            stretch = Box(left, middle_line - thick / 2, right - left, thick)
            found.append(shape(stretch, "rect", fill(ink, hatch, theme.background), outline(ink if hatch else "", 2), name))
    side = (14 if small else 26) if each > 30 else 14
    for dot in row.dots:
        x = time.place(middle(dot.x))
        ink = theme.colour(dot.role) if dot.role else theme.text
        around = outline("" if small else theme.background, 2)
        name = clean(dot.hover or dot.label or dot.x)
        found.append(shape(Box(x - side / 2, middle_line - side / 2, side, side), "diamond", fill(ink), around, f"{label}: {name}"))
    return found


def _name(row: BoardRow, box: Box, size: float, theme: Theme) -> str:
    label = clean(row.label)
    most = max(1, int((box.h + 2) / (size * LINE)))
    shown = [line_of(cut(label, size, box.w, most, row.heading), size, theme.text, bold=row.heading)]
    return text_box(box, shown, label, "ctr")


def _needed(rows: Sequence[BoardRow], size: float, wide: float) -> list[float]:
    return [height(clean(row.label), size, wide, row.heading) for row in rows]


def _heights(rows: Sequence[BoardRow], each: float, wide: float) -> tuple[float, list[float]]:
    """The size of the names and the height of each row. Rows with long names take more where the others have it to spare."""
    for size in _NAMES:
        if all(need <= each for need in _needed(rows, size, wide)):
            return size, [each] * len(rows)
    for size in _NAMES:
        needed = _needed(rows, size, wide)
        long = [need + _AIR for need in needed if need > each]
        others = (each * len(rows) - sum(long)) / max(1, len(rows) - len(long))
        if others >= max([size * LINE + _AIR, *(need for need in needed if need <= each)]):
            return size, [need + _AIR if need > each else others for need in needed]
    return _NAMES[-1], [each] * len(rows)


def draw(chart: Board, theme: Theme, room: Box) -> Drawing:
    """Rows of time in their room: names at the left, years below, events above. Few rows leave room below."""
    labels = [clean(row.label) for row in chart.rows]
    widest = max((text_width(label, CHART, bold=row.heading) for label, row in zip(labels, chart.rows, strict=True)), default=0)
    left = min(widest + 4, room.w * 0.42) + 24
    wide = room.w - left - 14
    time = _Time(chart, Box(room.x + left, room.y, wide, 0))
    places = event_places([(time.place(middle(item.x)), clean(item.label)) for item in chart.events], room.x + left, room.right, CHART)
    top = event_room(places) + 4
    each = min((room.h - top - _TICKS) / max(1, len(chart.rows)), _HIGHEST_ROW)
    plot = Box(room.x + left, room.y + top, wide, each * len(chart.rows))
    size, heights = _heights(chart.rows, each, left - 24)
    small = sum(len(row.dots) for row in chart.rows) > MANY_DOTS
    roles = {role: clean(words) for role, words in chart.roles}
    shapes = _grid(time, plot, theme) + event_shapes(places, plot, theme, CHART)
    y = plot.y
    for row, high in zip(chart.rows, heights, strict=True):
        shapes.append(_name(row, Box(room.x, y, left - 24, high), size, theme))
        shapes += _row_shapes(row, Box(plot.x, y, wide, high), min(heights), time, roles, theme, small)
        y += high
    return Drawing(Box(room.x, room.y, room.w, plot.bottom + _TICKS - room.y), None, tuple(shapes))
