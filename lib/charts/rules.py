"""What every renderer of charts decides alike: where signs stand, lanes, sums at bar ends, edges of boards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lib.charts.spec import Bars, Board, Ladder, Mark, MarkSeries, Segment
from lib.dates import first_day, last_day
from lib.i18n import Text

LOG_TICKS = tuple(step * 10**power for power in range(7) for step in (1, 2, 5))
LANES = 0.72  # the part of a ladder's step that its series share
MANY_ROWS, MANY_DOTS = 24, 120  # from here on a board is drawn tighter, its dots smaller


def sums_at_ends(chart: Bars) -> bool:
    """Whether sums stand behind the bars: parts of a stack have no room for them, and hatching makes them illegible."""
    return (
        chart.horizontal
        and chart.stacked
        and not (chart.log or chart.share)
        and (len(chart.series) > 1 or any(item.pattern for item in chart.series))
    )


def numbers_at_ends(chart: Bars) -> bool:
    """Whether each lying bar has its own number behind it."""
    return chart.horizontal and (not chart.stacked or len(chart.series) == 1) and not sums_at_ends(chart)


def sums(chart: Bars) -> dict[str, float]:
    """The sum of each stack."""
    return {key: sum(bar.value for series in chart.series for bar in series.bars if bar.x == key) for key in chart.x_order}


def spots(series: MarkSeries) -> list[tuple[Mark, float, Text]]:
    """Where the signs of a series stand: on the value, or on both ends of a range, never in its middle, which nobody stated."""
    found: list[tuple[Mark, float, Text]] = []
    for mark in series.marks:
        if series.joined or mark.low is None or mark.high is None:
            found.append((mark, mark.centre, mark.label))
        else:
            found += [(mark, mark.low, ""), (mark, mark.high, mark.label)]
    return found


def lanes(chart: Ladder) -> tuple[dict[str, Sequence[int]], float]:
    """For each category the series that have marks in it, and how far apart they stand, as a part of a category's height."""
    users = {key: [n for n, item in enumerate(chart.series) if any(mark.x == key for mark in item.marks)] for key in chart.order}
    step = LANES / max(3, *(len(numbers) for numbers in users.values())) if users else 0.0
    return dict(users), step


def shift(sharing: Sequence[int], number: int, step: float) -> float:
    """How far below the middle of its category a series stands."""
    return (sharing.index(number) - (len(sharing) - 1) / 2) * step


def ends(segment: Segment, chart: Board) -> tuple[date, date]:
    """The first and last day that a stretch is drawn; an open end runs to the edge of the board."""
    start = first_day(segment.start) if segment.start else first_day(chart.start)
    end = last_day(segment.end) if segment.end else last_day(chart.end)
    return max(start, first_day(chart.start)), min(end, last_day(chart.end))
