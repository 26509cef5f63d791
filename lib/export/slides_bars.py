"""`Bars` as a native chart: hollow bars for provisional values, hatching for what is not published, sums at the ends of stacks."""

from __future__ import annotations

from itertools import pairwise

from lib.charts.rules import numbers_at_ends, sums, sums_at_ends
from lib.charts.spec import Bars, BarSeries
from lib.charts.theme import Theme
from lib.export import slides_chart as xml
from lib.export.slides_chart import Axis, Drawing, NativeChart
from lib.export.slides_labels import EventPlace, event_places, event_room, event_shapes
from lib.export.slides_look import CHART, Box, clean, text_width
from lib.export.slides_shapes import fill, line_of, outline, text_box
from lib.export.slides_workbook import Column
from lib.i18n import _
from lib.numbers import decimal

GAP = 22  # between bars, as a percentage of their width
_CATEGORIES, _VALUES = 111, 112
_HIGHEST_BAR, _HIGHEST_OF_MANY = 104, 66
_TICKS, _SIDE = 46, 14


def _values(series: BarSeries, order: tuple[str, ...]) -> tuple[float | None, ...]:
    by_key = {bar.x: bar.value for bar in series.bars}
    return tuple(by_key.get(key) for key in order)


def _tops(chart: Bars) -> list[float]:
    """The ends of the bars: of whole stacks, or of each bar."""
    return list(sums(chart).values()) if chart.stacked else [bar.value for item in chart.series for bar in item.bars]


def _reach(chart: Bars) -> tuple[float, float]:
    """The lowest and the highest number that bars reach, 0 among them; in stacks negative parts hang below 0."""
    ends = [0.0, *(chart.span or ())]
    for key in chart.x_order:
        values = [bar.value for item in chart.series for bar in item.bars if bar.x == key]
        ends += [sum(value for value in values if value > 0), sum(value for value in values if value < 0)] if chart.stacked else values
    return min(ends), max(ends)


def _axis(chart: Bars, parts: int) -> Axis:
    if chart.share:
        return Axis(0, 100, 20, '0"%"')
    lowest_end, highest = _reach(chart)
    highest = highest if highest > lowest_end else 1
    if chart.log:
        lowest = min((top for top in _tops(chart) if top > 0), default=1)
        low = 10.0 ** len(str(int(lowest))) / 10 if lowest >= 1 else 0.1
        return Axis(low, 10.0 ** len(str(int(highest))), log=True)
    step = xml.step_of(highest - lowest_end, parts)
    return Axis(step * (lowest_end // step), step * -(-highest // step), step, xml.number_format([step]))


def _series(chart: Bars, series: BarSeries, index: int, column: int, words: str, theme: Theme) -> str:
    colour = theme.colour(series.role)
    around = outline(colour, 2) if series.pattern else outline("", 0)
    hollow = [
        f'<c:dPt><c:idx val="{chart.x_order.index(bar.x)}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{xml.look(fill(''), outline(colour, 3))}</c:dPt>"
        for bar in sorted(series.bars, key=lambda bar: chart.x_order.index(bar.x))
        if bar.hollow and not series.pattern
    ]
    values = _values(series, chart.x_order)
    form = xml.number_format([value for value in values if value is not None])
    labels = xml.value_labels(CHART, theme.quiet, form, "outEnd") if numbers_at_ends(chart) else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{xml.names(column, str(series.name) or str(chart.unit))}'
        f"{xml.look(fill(colour, series.pattern, theme.background), around)}"
        f'<c:invertIfNegative val="0"/>{"".join(hollow)}{labels}<c:cat>{words}</c:cat><c:val>{xml.numbers(column, values)}</c:val></c:ser>'
    )


def _sum_series(chart: Bars, index: int, column: int, words: str, theme: Theme) -> str:
    """A series without colour whose only task is to carry the sums behind the stacks; they change with the data."""
    values = tuple(sums(chart).values())
    labels = xml.value_labels(CHART, theme.quiet, xml.number_format(values), "inBase")
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{xml.names(column, str(_("Sum")))}{xml.look(fill(""))}'
        f'<c:invertIfNegative val="0"/>{labels}<c:cat>{words}</c:cat><c:val>{xml.numbers(column, values)}</c:val></c:ser>'
    )


def _thinned(names: list[str], room: float) -> list[int]:
    """Which names are written under upright bars, if not all fit: those that are not empty, or every n-th, counted from the last."""
    each = room / len(names)
    widths = [text_width(name, CHART) + 16 for name in names]
    named = [index for index, name in enumerate(names) if name]

    def apart(kept: list[int]) -> bool:
        return all((right - left) * each >= (widths[left] + widths[right]) / 2 for left, right in pairwise(kept))

    steps = (named, *(list(range(len(names) - 1, -1, -step))[::-1] for step in range(1, len(names) + 1)))
    return next(kept for kept in steps if apart(kept))


def _names_below(names: list[str], plot: Box, theme: Theme) -> list[str]:
    """The names under upright bars as texts. The axis could skip names too, but some programs then break or turn them."""
    each = plot.w / len(names)
    found = []
    for index in _thinned(names, plot.w):
        wide = text_width(names[index], CHART) + 16
        box = Box(plot.x + each * (index + 0.5) - wide / 2, plot.bottom + 8, wide, _TICKS - 10)
        found.append(text_box(box, [line_of(names[index], CHART, theme.quiet, align="ctr")], names[index], wrap=False))
    return found


def _columns(chart: Bars, keys: list[str], names: list[str]) -> list[Column]:
    found = [Column(str(_("Category")), tuple(keys)), Column(str(_("Name on the axis")), tuple(names))]
    found += [Column(str(item.name) or str(chart.unit), _values(item, chart.x_order)) for item in chart.series]
    return [*found, Column(str(_("Sum")), tuple(sums(chart).values()), (2, len(chart.series) + 1))] if sums_at_ends(chart) else found


def draw(chart: Bars, theme: Theme, room: Box) -> Drawing:
    """A bar chart in its room. Few horizontal bars leave the lower part of the room free."""
    named = {key: str(words) for key, words in chart.x_labels}
    names = [clean(named.get(key, key)) for key in chart.x_order]
    keys = [name or key for name, key in zip(names, chart.x_order, strict=True)]
    frame, plot, axis, places = _horizontal(chart, names, room) if chart.horizontal else _upright(chart, room)
    fits = chart.horizontal or len(_thinned(names, plot.w)) == len(names)
    over = event_shapes(places, plot, theme, CHART) + ([] if fits else _names_below(names, plot, theme))
    words = xml.words(1, names)
    series = [_series(chart, item, index, index + 2, words, theme) for index, item in enumerate(chart.series)]
    if sums_at_ends(chart):
        series.append(_sum_series(chart, len(series), len(series) + 2, words, theme))
    stacked = (chart.stacked and len(chart.series) > 1) or sums_at_ends(chart)
    body = (
        f'<c:barChart><c:barDir val="{"bar" if chart.horizontal else "col"}"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{"".join(series)}<c:gapWidth val="{GAP}"/><c:overlap val="{100 if stacked else 0}"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
        + xml.category_axis(_CATEGORIES, _VALUES, "l" if chart.horizontal else "b", theme, CHART, chart.horizontal, fits)
        + xml.value_axis(_VALUES, _CATEGORIES, "b" if chart.horizontal else "l", axis, theme, CHART, "between")
    )
    native = NativeChart(xml.chart_xml(frame, plot, body, theme, CHART), tuple(_columns(chart, keys, names)))
    return Drawing(frame, native, tuple(over))


def _upright(chart: Bars, room: Box) -> tuple[Box, Box, Axis, list[EventPlace]]:
    axis = _axis(chart, 5)
    left = max(text_width(decimal(end) + ("%" if chart.share else ""), CHART) for end in (axis.low, axis.high)) + _SIDE
    wide = room.w - left - 8
    each = wide / len(chart.x_order)
    events = [
        (room.x + left + each * (chart.x_order.index(item.x) + 0.5), clean(item.label)) for item in chart.events if item.x in chart.x_order
    ]
    places = event_places(events, room.x + left, room.right, CHART)
    top = max(18, event_room(places) + 4)
    return room, Box(room.x + left, room.y + top, wide, room.h - top - _TICKS), axis, places


def _horizontal(chart: Bars, names: list[str], room: Box) -> tuple[Box, Box, Axis, list[EventPlace]]:
    axis = _axis(chart, 4)
    left = min(max((text_width(name, CHART) for name in names), default=0), room.w * 0.4) + _SIDE + 8
    ends = [decimal(value) for value in _tops(chart)] if sums_at_ends(chart) or numbers_at_ends(chart) else [""]
    behind = max(text_width(text, CHART) for text in ends) + 22
    by_each = 1 if chart.stacked else max(1, len(chart.series))
    highest = _HIGHEST_BAR if by_each == 1 else _HIGHEST_OF_MANY * by_each
    high = min(room.h - _TICKS - 8, highest * len(chart.x_order))
    right = behind if chart.share else 30.0
    wide = room.w - left - right
    if not (chart.share or chart.log):  # the axis goes on so far that the longest bars leave room for their numbers
        low, top = _reach(chart)
        top = top if top > low else 1
        spare = (top - low) * behind / max(1.0, wide - behind * (2 if low < 0 else 1))
        start = axis.step * ((low - spare) // axis.step) if low < 0 else 0  # the numbers of the axis are counted from here
        axis = Axis(start, top + spare if top > 0 else 0, axis.step, axis.form)
    frame = Box(room.x, room.y, room.w, high + _TICKS + 8)
    return frame, Box(room.x + left, room.y + 8, wide, high), Axis(axis.low, axis.high, axis.step, axis.form, axis.log, crosses="max"), []
