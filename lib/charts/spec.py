"""What a chart shows, without saying how it is drawn: marks with ranges, doubt and events.

Screen, slides and print all render these descriptions. Each mark names the table row (`ref`) it stands for, so that a
test can hold what is drawn against the exhibit's table. `role` is a key of the fixed colours in `lib.charts.theme`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lib.i18n import Text


@dataclass(frozen=True)
class Event:
    """A dated event drawn as a thin line with a short text; `x` is a category of bars or a partial date."""

    x: str
    label: Text


@dataclass(frozen=True)
class Bar:
    """One bar or bar segment at category `x`."""

    x: str
    value: float
    ref: str
    hollow: bool = False
    label: Text = ""


@dataclass(frozen=True)
class BarSeries:
    """Bars of one meaning, one colour and, if `pattern` is set, one hatching."""

    name: Text
    role: str
    bars: tuple[Bar, ...]
    pattern: str = ""


@dataclass(frozen=True)
class Bars:
    """Bars over ordered categories, stacked or side by side; `share` says that values are percentages of 100.

    `span` is set on parts of a longer chart: the lowest and highest number of the whole, so that all parts have one scale.
    """

    x_order: tuple[str, ...]
    series: tuple[BarSeries, ...]
    unit: Text
    stacked: bool = True
    horizontal: bool = False
    share: bool = False
    log: bool = False
    events: tuple[Event, ...] = ()
    x_labels: tuple[tuple[str, Text], ...] = ()
    span: tuple[float, float] | None = None


@dataclass(frozen=True)
class Mark:
    """A point or range at a partial date (or, in ladders, at a category); `value` or `low`/`high`."""

    x: str
    ref: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hollow: bool = False
    label: Text = ""
    hover: Text = ""
    role: str = ""

    @property
    def centre(self) -> float:
        """Where a dot stands for the mark. Raises ValueError when the mark is empty."""
        numbers = [number for number in (self.value, self.low, self.high) if number is not None]
        if not numbers:
            raise ValueError(f"mark {self.ref} has no value")
        return sum(numbers) / len(numbers)


@dataclass(frozen=True)
class MarkSeries:
    """Marks of one meaning: one colour and one shape (circle, square, diamond, triangle-up, triangle-down, cross, star, x)."""

    name: Text
    role: str
    marks: tuple[Mark, ...]
    shape: str = "circle"
    joined: bool = False


@dataclass(frozen=True)
class Points:
    """Points and ranges over time. Marks are joined by a line only where a series says so."""

    series: tuple[MarkSeries, ...]
    unit: Text
    log: bool = False
    events: tuple[Event, ...] = ()
    y_from_zero: bool = True


@dataclass(frozen=True)
class Ladder:
    """Horizontal ranges by category, top to bottom; marks carry their category in `x`.

    `headings` are categories without marks that name those below them; then lines stand closer, and a line break in a label is kept.
    `span` is set on parts of a longer chart: the lowest and highest number of the whole.
    """

    order: tuple[str, ...]
    labels: tuple[tuple[str, Text], ...]
    series: tuple[MarkSeries, ...]
    unit: Text
    log: bool = False
    headings: tuple[str, ...] = ()
    span: tuple[float, float] | None = None


@dataclass(frozen=True)
class Segment:
    """A stretch of time in a board row; an empty `start` or `end` runs to the edge of the chart."""

    start: str
    end: str
    role: str
    ref: str
    label: Text = ""


@dataclass(frozen=True)
class BoardRow:
    """A line of a board: its name and its stretches of time; a heading names the lines below it and has none."""

    label: Text
    segments: tuple[Segment, ...]
    dots: tuple[Mark, ...] = ()
    heading: bool = False


@dataclass(frozen=True)
class Board:
    """Rows of stretches of time between two dates. `roles` is the legend: colour role, words, hatching or none."""

    rows: tuple[BoardRow, ...]
    start: str
    end: str
    roles: tuple[tuple[str, Text], ...]
    unit: Text
    events: tuple[Event, ...] = field(default=())


Chart = Bars | Points | Ladder | Board

# Board roles drawn hatched (nobody was there) or dotted (nothing is known), with their patterns.
HATCHED = {"away": "/", "vacant": "/", "unknown": "."}


def legend(chart: Chart) -> tuple[tuple[str, str, Text], ...]:
    """The legend of a chart, top to bottom: colour role, shape or pattern, words."""
    if isinstance(chart, Bars):
        return tuple((item.role, f"bar{item.pattern}", item.name) for item in chart.series if item.name)
    if isinstance(chart, Board):
        return tuple((role, f"bar{HATCHED.get(role, '')}", words) for role, words in chart.roles)
    return tuple((item.role, item.shape, item.name) for item in chart.series if item.name)


def drawn(chart: Chart) -> tuple[tuple[str, tuple[float | str, ...]], ...]:
    """Every mark as (row key, numbers or dates drawn): what a table beside the chart must hold."""
    if isinstance(chart, Bars):
        return tuple((bar.ref, (bar.value,)) for series in chart.series for bar in series.bars)
    if isinstance(chart, Board):
        marks = [(item.ref, tuple(x for x in (item.start, item.end) if x)) for row in chart.rows for item in row.segments]
        return tuple(marks + [(dot.ref, (dot.x,)) for row in chart.rows for dot in row.dots])
    return tuple(
        (mark.ref, tuple(number for number in (mark.value, mark.low, mark.high) if number is not None))
        for series in chart.series
        for mark in series.marks
    )
