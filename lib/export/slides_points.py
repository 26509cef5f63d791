"""`Points` as a native chart over real dates, and `Ladder` as one of ranges by category."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.charts.rules import lanes, shift
from lib.charts.spec import Ladder, Mark, Points
from lib.charts.theme import Theme
from lib.dates import middle
from lib.export import slides_chart as xml
from lib.export import slides_marks as marks
from lib.export.slides_chart import Axis, Drawing, NativeChart
from lib.export.slides_labels import event_places, event_room, event_shapes
from lib.export.slides_look import CHART, LINE, WORD, Box, clean, cut, height, lines, text_width
from lib.export.slides_shapes import line_of, text_box
from lib.i18n import _
from lib.numbers import decimal

_DAY_0 = date(1899, 12, 30)  # spreadsheets count their days from here
_TICKS = 46
_HIGHEST_STEP = 110
_YEAR, _MONTH = 365.25, 30.4375


def serial(day: date) -> int:
    """A day as spreadsheets count it."""
    return (day - _DAY_0).days


def _log_axis(numbers: list[float]) -> Axis:
    above = [number for number in numbers if number > 0] or [1.0]
    low, high = 10.0 ** math.floor(math.log10(min(above))), 10.0 ** math.ceil(math.log10(max(above)))
    return Axis(low, high if high > low else low * 10, log=True)


def _number_axis(numbers: list[float], log: bool, from_zero: bool, parts: int) -> Axis:
    if log:
        return _log_axis(numbers)
    low, high = min(numbers, default=0), max(numbers, default=1)
    low = min(0.0, low) if from_zero else low
    step = xml.step_of((high - low) or 1, parts)
    low = step * math.floor(low / step)
    return Axis(low, max(step * math.ceil(high / step), low + step), step, xml.number_format([step]))


def _fraction(axis: Axis, value: float) -> float:
    """How far along an axis a value stands, from 0 to 1."""
    if axis.log:
        return math.log(max(value, axis.low) / axis.low) / math.log(axis.high / axis.low)
    return (value - axis.low) / (axis.high - axis.low)


def _date_axis(days: list[date], room: float) -> Axis:
    """Years, or months when all happened within two years. Steps are of equal length, so the axis begins a little
    after the first of January: then no step falls into the year before."""  # noqa: D205, D209
    first, last = min(days), max(days)
    pad = timedelta(days=max(20, round((last - first).days * 0.03)))
    start, end = first - pad, last + pad
    if (last - first).days > 2 * _YEAR:
        low, form, unit = serial(date(start.year, 1, 2)), "yyyy", _YEAR
    else:
        low, form, unit = serial(date(start.year, start.month, 3)), "mmm yyyy", _MONTH
    wide = text_width("2020" if form == "yyyy" else "MMM 2020", CHART) + 34
    most = max(2, int(room / wide))
    steps = (serial(end) - low) / unit
    every = next(step for step in (1, 2, 3, 5, 10, 20, 50, 100) if steps / step <= most or step == 100)
    hidden = f'[<{low + 1}]"";{form}'  # the first step is the corner of the field, where the other axis says its zero
    return Axis(low, serial(end), every * unit, hidden, grid=False)


def draw_points(chart: Points, theme: Theme, room: Box) -> Drawing:
    """A scatter chart over dates in its room."""
    axis = _number_axis(marks.all_numbers(chart.series), chart.log, chart.y_from_zero, 5)
    left = max(text_width(decimal(value), CHART) for value in (axis.low, axis.high, axis.step)) + 16
    wide = room.w - left - 24
    days = [middle(mark.x) for item in chart.series for mark in item.marks] + [middle(event.x) for event in chart.events]
    time = _date_axis(days, wide)

    def across(value: float) -> float:
        return room.x + left + wide * _fraction(time, value)

    places = event_places([(across(serial(middle(item.x))), clean(item.label)) for item in chart.events], room.x + left, room.right, CHART)
    top = max(30, event_room(places) + 8)
    plot = Box(room.x + left, room.y + top, wide, room.h - top - _TICKS)
    field = marks.Field(
        ladder=False,
        place=lambda _number, mark: serial(middle(mark.x)),
        across=across,
        down=lambda value: plot.bottom - plot.h * _fraction(axis, value),
    )
    heads = (str(_("Date")), str(_("Date as a number")))
    body, columns = marks.scatter(chart.series, field, room, theme, lambda mark: mark.x, heads, str(chart.unit))
    body += xml.value_axis(marks.X_AXIS, marks.Y_AXIS, "b", time, theme, CHART)
    body += xml.value_axis(marks.Y_AXIS, marks.X_AXIS, "l", axis, theme, CHART)
    native = NativeChart(xml.chart_xml(room, plot, body, theme, CHART), columns)
    return Drawing(room, native, tuple(event_shapes(places, plot, theme, CHART)))


@dataclass(frozen=True)
class _Names:
    """The names of a ladder's categories as they are written, their size, and the width they take."""

    words: tuple[str, ...]
    size: float
    wide: float


def _broken_names(names: Sequence[str], each: float, most: float) -> _Names | None:
    """Names with their own line breaks, if a little air is left between them."""
    for size in (CHART, 26, WORD):
        if all(height(name, size, most) * 1.15 <= each or len(lines(name, size, most)) == 1 for name in names):
            return _Names(
                tuple(names), size, min(most, max(text_width(line, size, bold=True) for name in names for line in name.split("\n")))
            )
    return None


def _names(chart: Ladder, each: float, room: float) -> _Names:
    """Names in lines of this height: as given, or with their parts side by side where lines stand close."""
    words = {key: clean(text) for key, text in chart.labels}
    given = [words.get(key, key) for key in chart.order]
    found = _broken_names(given, each, room * 0.34)
    if found:
        return found
    joined = tuple(", ".join(part.rstrip(",") for part in name.split("\n")) for name in given)
    widths = {size: max(text_width(name, size, bold=True) for name in joined) for size in (CHART, 26, WORD)}
    size = next((size for size, wide in widths.items() if wide <= room * 0.42), WORD)
    return _Names(joined, size, min(room * 0.42, widths[size]))


def _name_shapes(chart: Ladder, names: _Names, room: Box, plot: Box, theme: Theme) -> list[str]:
    each = plot.h / len(chart.order)
    found = []
    for index, (key, name) in enumerate(zip(chart.order, names.words, strict=True)):
        bold = key in chart.headings
        shown = cut(name, names.size, names.wide + 4, max(1, int((each + 4) / (names.size * LINE))), bold)
        words = [line_of(shown, names.size, theme.text, bold=bold, align="l" if bold else "r")]
        found.append(text_box(Box(room.x, plot.y + each * index, names.wide + 4, each), words, name, "ctr"))
    return found


def _right_margin(chart: Ladder, axis: Axis, wide: float) -> float:
    """The room to the right of the field: for the last number of the axis, and for texts beside marks far to the right."""
    dots = [dot for item in chart.series for dot in marks.dots(item) if dot.label]
    ends = [text_width(dot.label, CHART) + marks.SIGN + 8 - (1 - _fraction(axis, dot.value)) * wide * 0.85 for dot in dots]
    return max(text_width(decimal(axis.high), CHART) / 2 + 12, min(max(ends, default=0), wide * 0.25))


def draw_ladder(chart: Ladder, theme: Theme, room: Box) -> Drawing:
    """Ranges by category in their room; the names stand beside the field as texts. Few categories leave room below."""
    axis = _number_axis([*marks.all_numbers(chart.series), *(chart.span or ())], chart.log, True, 5)
    axis = replace(axis, crosses="max")
    high = min(room.h - _TICKS - 8, _HIGHEST_STEP * len(chart.order))
    names = _names(chart, high / len(chart.order), room.w)
    left = names.wide + 28
    plot = Box(room.x + left, room.y + 8, room.w - left - _right_margin(chart, axis, room.w - left), high)
    frame = Box(room.x, room.y, room.w, high + _TICKS + 8)
    sharing, step = lanes(chart)
    most = max((len(numbers) for numbers in sharing.values()), default=1)
    sign = marks.SIGN if most < 2 else min(marks.SIGN, max(14.0, 1.15 * step * high / len(chart.order)))
    first, last = -0.5, len(chart.order) - 0.5

    def place(number: int, mark: Mark) -> float:
        return chart.order.index(mark.x) + shift(sharing[mark.x], number, step)

    field = marks.Field(
        ladder=True,
        place=place,
        across=lambda value: plot.x + plot.w * _fraction(axis, value),
        down=lambda value: plot.y + plot.h * (value - first) / (last - first),
        largest_sign=sign,
    )
    heads = (str(_("Category")), str(chart.unit) or str(_("Value")))
    inside = Box(plot.x, plot.y, frame.right - plot.x, plot.h)
    words = {key: " ".join(clean(text).split()) for key, text in chart.labels}
    body, columns = marks.scatter(chart.series, field, inside, theme, lambda mark: words.get(mark.x, mark.x), heads, str(chart.unit))
    body += xml.value_axis(marks.X_AXIS, marks.Y_AXIS, "b", axis, theme, CHART)
    hidden = Axis(first, last, 1, grid=False, hidden=True, reverse=True)
    body += xml.value_axis(marks.Y_AXIS, marks.X_AXIS, "l", hidden, theme, CHART)
    native = NativeChart(xml.chart_xml(frame, plot, body, theme, CHART), columns)
    return Drawing(frame, native, tuple(_name_shapes(chart, names, room, plot, theme)))
