"""Long charts in parts: what has too many lines for one slide goes on over several, on one common scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lib.charts.spec import Bars, Board, BoardRow, Chart, Ladder, Mark, MarkSeries

# The most lines of a chart that can be read from the last row of a hall.
MOST_BARS, MOST_LADDER, MOST_BOARD = 12, 9, 13


def parts(chart: Chart) -> tuple[Chart, ...]:
    """The chart itself if it has few lines, else its parts in order. Every mark is in exactly one part."""
    if isinstance(chart, Bars) and chart.horizontal:
        return _bars(chart)
    if isinstance(chart, Ladder):
        return _ladder(chart)
    return _board(chart) if isinstance(chart, Board) else (chart,)


def _split(keys: Sequence[str], size: int, headings: Sequence[str]) -> list[tuple[str, ...]]:
    """Keys in parts of at most `size`; a heading never stands last in a part, and is said again where its lines go on."""
    found: list[tuple[str, ...]] = []
    part: list[str] = []
    heading = ""
    for key in keys:
        is_heading = key in headings
        if part and (len(part) >= size or (is_heading and len(part) >= size - 1)):
            found.append(tuple(part))
            part = [heading] if heading and not is_heading else []
        heading = key if is_heading else heading
        part.append(key)
    return [*found, tuple(part)]


def _cut(keys: Sequence[str], most: int, headings: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """As few parts as possible, as equal as possible: headings that are said again count, so no line is left alone at the end."""
    if len(keys) <= most:
        return [tuple(keys)]
    fewest = len(_split(keys, most, headings))
    size = next(size for size in range(2, most + 1) if len(_split(keys, size, headings)) == fewest)
    return _split(keys, size, headings)


def _bars(chart: Bars) -> tuple[Chart, ...]:
    lines_each = 1 if chart.stacked else max(1, len(chart.series))
    cuts = _cut(chart.x_order, max(1, MOST_BARS // lines_each))
    if len(cuts) == 1:
        return (chart,)
    sums = [sum(bar.value for item in chart.series for bar in item.bars if bar.x == key) for key in chart.x_order]
    values = sums if chart.stacked else [bar.value for item in chart.series for bar in item.bars]
    span = chart.span or (0.0, max(values, default=0.0))
    return tuple(
        replace(
            chart,
            x_order=keys,
            series=tuple(replace(item, bars=tuple(bar for bar in item.bars if bar.x in keys)) for item in chart.series),
            span=span,
        )
        for keys in cuts
    )


def _ladder(chart: Ladder) -> tuple[Chart, ...]:
    cuts = _cut(chart.order, MOST_LADDER, chart.headings)
    if len(cuts) == 1:
        return (chart,)
    numbers = [n for item in chart.series for mark in item.marks for n in (mark.value, mark.low, mark.high) if n is not None]
    span = chart.span or (min(numbers, default=0.0), max(numbers, default=0.0))
    found = []
    for keys in cuts:
        series = tuple(replace(item, marks=tuple(mark for mark in item.marks if mark.x in keys)) for item in chart.series)
        headings = tuple(key for key in chart.headings if key in keys)
        found.append(replace(chart, order=keys, series=tuple(item for item in series if item.marks), headings=headings, span=span))
    return tuple(found)


def _board(chart: Board) -> tuple[Chart, ...]:
    if len(chart.rows) <= MOST_BOARD:
        return (chart,)
    keys = [str(index) for index in range(len(chart.rows))]
    headings = [key for key, row in zip(keys, chart.rows, strict=True) if row.heading]
    cuts = _cut(keys, MOST_BOARD, headings)
    rows: list[tuple[BoardRow, ...]] = [tuple(chart.rows[int(key)] for key in cut) for cut in cuts]
    return tuple(replace(chart, rows=part) for part in rows)


def whole(pieces: Sequence[Chart]) -> Chart:
    """The chart that was cut into these parts, given in order: what paper draws in one piece. Raises ValueError for none."""
    if not pieces:
        raise ValueError("a chart has at least one part")
    first = pieces[0]
    if len(pieces) == 1:
        return first
    if isinstance(first, Bars):
        return _whole_bars(first, [piece for piece in pieces if isinstance(piece, Bars)])
    if isinstance(first, Ladder):
        return _whole_ladder(first, [piece for piece in pieces if isinstance(piece, Ladder)])
    return _whole_board(first, [piece for piece in pieces if isinstance(piece, Board)]) if isinstance(first, Board) else first


def _whole_bars(first: Bars, pieces: Sequence[Bars]) -> Bars:
    series = tuple(
        replace(item, bars=tuple(bar for piece in pieces for bar in piece.series[index].bars)) for index, item in enumerate(first.series)
    )
    return replace(first, x_order=tuple(key for piece in pieces for key in piece.x_order), series=series, span=None)


def _whole_ladder(first: Ladder, pieces: Sequence[Ladder]) -> Ladder:
    """Parts leave out series without marks, and say a heading again where its lines go on: both are mended here."""
    order: list[MarkSeries] = []
    marks: dict[MarkSeries, tuple[Mark, ...]] = {}
    for piece in pieces:
        place = 0
        for item in piece.series:
            meaning = replace(item, marks=())
            if meaning in marks:
                place = order.index(meaning) + 1
            else:
                order.insert(place, meaning)
                place += 1
            marks[meaning] = (*marks.get(meaning, ()), *item.marks)
    keys = dict.fromkeys(key for piece in pieces for key in piece.order)
    headings = dict.fromkeys(key for piece in pieces for key in piece.headings)
    series = tuple(replace(meaning, marks=marks[meaning]) for meaning in order)
    return replace(first, order=tuple(keys), series=series, headings=tuple(headings), span=None)


def _whole_board(first: Board, pieces: Sequence[Board]) -> Board:
    rows: list[BoardRow] = []
    for piece in pieces:
        heading = next((row for row in reversed(rows) if row.heading), None)
        again = bool(rows) and piece.rows[0].heading and piece.rows[0] == heading
        rows += piece.rows[1:] if again else piece.rows
    return replace(first, rows=tuple(rows))
