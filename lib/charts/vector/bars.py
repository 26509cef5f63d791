"""Draws `Bars` as SVG: standing or lying, stacked or side by side, hollow or hatched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.charts.rules import numbers_at_ends, sums, sums_at_ends
from lib.charts.spec import Bar, Bars, BarSeries
from lib.charts.vector import axes
from lib.charts.vector.categories import draw_categories, fit_categories
from lib.charts.vector.pen import Sheet, Words, data, element, line, middle_line, said
from lib.charts.vector.rows import GAP, SMALLEST, Row, draw_names, fit, needed
from lib.charts.vector.scales import Scale, number_range
from lib.charts.vector.signs import area
from lib.numbers import decimal
from lib.typefaces import width

FILLED = 0.82  # the part of a category that its bars take
THICKEST = 2.4  # of the font size: lying bars of few lines stay slim


@dataclass(frozen=True)
class Piece:
    """One bar with the numbers it runs between and its place among the bars of its category (0 of 1 when stacked)."""

    bar: Bar
    series: BarSeries
    start: float
    end: float
    lane: int


def _pieces(chart: Bars) -> Iterator[Piece]:
    """Bars in the order in which they are drawn; in stacks, losses run the other way from zero."""
    reached: dict[tuple[str, bool], float] = {}
    for lane, series in enumerate(chart.series):
        for bar in series.bars:
            if bar.x not in chart.x_order:
                continue
            start = reached.get((bar.x, bar.value < 0), 0.0) if chart.stacked else 0.0
            reached[bar.x, bar.value < 0] = start + bar.value
            yield Piece(bar, series, start, start + bar.value, 0 if chart.stacked else lane)


def _range(chart: Bars, pieces: list[Piece]) -> tuple[float, float]:
    numbers = [piece.end for piece in pieces] + list(chart.span or ())
    if not chart.log:
        return number_range(numbers, share=chart.share)
    values = [piece.bar.value for piece in pieces if piece.bar.value > 0] or [1.0]
    low, high = number_range([*(n for n in numbers if n > 0), min(values)], log=True)
    return low / 1.5, high


def _whole(chart: Bars) -> bool:
    return all(float(bar.value).is_integer() for series in chart.series for bar in series.bars)


def _names(chart: Bars) -> dict[str, str]:
    names: Mapping[str, object] = dict(chart.x_labels)
    return {key: said(names.get(key, key)) for key in chart.x_order}


def _lanes(chart: Bars) -> int:
    return 1 if chart.stacked else max(1, len(chart.series))


def draw(chart: Bars, sheet: Sheet) -> str:
    """The body of the picture."""
    return _lying(chart, sheet) if chart.horizontal else _standing(chart, sheet)


def height(chart: Bars, wide: float, size: float) -> float:
    """The height at which the bars read well."""
    if chart.horizontal:
        return needed(_rows(chart), wide, size) * 1.12 + (axes.BELOW + 0.2) * size
    events = 1.3 * size * min(3, len(chart.events))
    return min(max(0.45 * wide, 13 * size), 20 * size) + events


def _rows(chart: Bars) -> list[Row]:
    least = 1.7 if chart.stacked else 0.3 + 1.25 * _lanes(chart)
    return [Row(name, least) for name in _names(chart).values()]


def _bar(piece: Piece, box: tuple[float, float, float, float], sheet: Sheet) -> str:
    theme, series = sheet.theme, piece.series
    more = data(piece.bar.ref, (piece.bar.value,)) | {"data-x": piece.bar.x}
    drawn = area(box, theme, theme.colour(series.role), series.pattern, piece.bar.hollow, sheet.dot)
    return element("g", more, drawn)


def _standing(chart: Bars, sheet: Sheet) -> str:
    pieces = list(_pieces(chart))
    size, low_high = sheet.size, _range(chart, pieces)
    suffix = "%" if chart.share else ""
    rough = Scale("log" if chart.log else "linear", *low_high, sheet.height - 2 * size, size)
    left = min(axes.tick_room(axes.upright_ticks(rough, size, suffix, _whole(chart)), size), 0.5 * sheet.width)
    right = sheet.width - 0.2 * size
    pitch = (right - left) / max(1, len(chart.x_order))
    centres = {key: left + (index + 0.5) * pitch for index, key in enumerate(chart.x_order)}
    categories = fit_categories(chart, _names(chart), centres, left - 0.3 * size, sheet)
    placed = axes.flags([(centres[event.x], said(event.label)) for event in chart.events if event.x in centres], sheet)
    top = axes.flags_height(placed) + 0.6 * size
    bottom = max(sheet.height - categories.height, top + 1)
    scale = Scale(rough.kind, *low_high, bottom, top)
    ticks = axes.upright_ticks(scale, size, suffix, _whole(chart))
    wide = FILLED * pitch / _lanes(chart)
    bars = []
    for piece in pieces:
        x = centres[piece.bar.x] - FILLED * pitch / 2 + piece.lane * wide
        ends = sorted((scale(piece.start), scale(piece.end)))
        bars.append(_bar(piece, (x, ends[0], x + wide, ends[1]), sheet))
    base = line(left, scale(0), right, scale(0), sheet.theme.quiet, sheet.dot)
    return "".join(
        [axes.upright(scale, ticks, sheet, left, right), axes.draw_flags(placed, sheet, bottom), *bars, base, draw_categories(categories, sheet, bottom)]
    )  # fmt: skip


def _end_texts(chart: Bars, pieces: list[Piece]) -> list[tuple[str, int, float, str]]:
    """The numbers behind lying bars: category, lane, the number they stand behind, text."""
    if sums_at_ends(chart):
        return [(key, 0, value, decimal(value)) for key, value in sums(chart).items()]
    if numbers_at_ends(chart):
        return [(piece.bar.x, piece.lane, piece.end, decimal(piece.bar.value)) for piece in pieces]
    return []


def _lying(chart: Bars, sheet: Sheet) -> str:
    pieces, size = list(_pieces(chart)), sheet.size
    texts = _end_texts(chart, pieces)
    foot = axes.BELOW * size
    top = 0.2 * size
    rows = fit(_rows(chart), sheet, sheet.height - foot - top)
    left = min(rows.column + (GAP if rows.column else 0.2) * size, 0.5 * sheet.width)
    low, high = _range(chart, pieces)
    room = max((width(text, size) for *_, text in texts), default=0) + 0.6 * size if texts else 1.5 * size
    right = max(sheet.width - room, left + 0.2 * (sheet.width - left))
    bottom = top + rows.total
    scale = Scale("log" if chart.log else "linear", low, high, left, right)
    ticks = axes.across_ticks(scale, size, "%" if chart.share else "", _whole(chart))
    tall = min(FILLED * min(rows.heights, default=1), THICKEST * size * _lanes(chart)) / _lanes(chart)
    middles = dict(zip(chart.x_order, rows.middles(top), strict=True))
    bars = []
    for piece in pieces:
        y = middles[piece.bar.x] + (piece.lane - _lanes(chart) / 2) * tall
        ends = sorted((scale(piece.start), scale(piece.end)))
        bars.append(_bar(piece, (ends[0], y, ends[1], y + tall), sheet))
    written = min(size, tall / FILLED)
    numbers = [
        Words(
            text, scale(max(value, 0)) + 0.35 * size, middle_line(middles[key] + (lane + 0.5 - _lanes(chart) / 2) * tall, written), written
        )
        .within(0, sheet.width)
        .svg(sheet.theme.quiet)
        for key, lane, value, text in texts
        if written >= SMALLEST * size
    ]
    base = line(scale(0), top, scale(0), bottom, sheet.theme.quiet, sheet.dot)
    grid = axes.across(scale, ticks, sheet, top, bottom)
    return "".join([grid, *bars, base, draw_names(rows, sheet, left, top), *numbers])
