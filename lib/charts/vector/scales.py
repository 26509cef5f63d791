"""Where numbers and days stand, and which of them are written at an axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10

from babel.dates import format_skeleton

from lib.charts.vector.pen import exact, number
from lib.i18n import locale
from lib.numbers import decimal
from lib.typefaces import width

Tick = tuple[float, str]
_STEPS = (1, 2, 5)
MOST_DAYS = 13
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True)
class Scale:
    """Turns a number or a day (as its ordinal) into a place; `kind` is linear, log or date."""

    kind: str
    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value; what a log scale cannot hold stands at its beginning."""
        if self.kind == "log":
            if value <= 0:
                return self.start
            part = log10(value / self.low) / log10(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)

    def attributes(self, axis: str) -> dict[str, object]:
        """What a test or a script needs to read values back from places."""
        ends = [date.fromordinal(round(n)).isoformat() if self.kind == "date" else exact(n) for n in (self.low, self.high)]
        return {
            "data-axis": axis,
            "data-scale": self.kind,
            "data-domain": " ".join(ends),
            "data-range": f"{number(self.start)} {number(self.end)}",
        }


def number_range(numbers: Sequence[float], log: bool = False, share: bool = False, from_zero: bool = True) -> tuple[float, float]:
    """The stretch of numbers that an axis shows: from zero, all of a share, or around the values."""
    if share:
        return 0.0, 100.0
    if log:
        positive = [value for value in numbers if value > 0] or [1.0, 10.0]
        room = max(1.35, (max(positive) / min(positive)) ** 0.06)
        return min(positive) / room, max(positive) * room
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
        if low == high:
            return 0.0, 1.0
        return low * 1.05, high * 1.05
    room = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    return low - room, high + room


def linear_ticks(low: float, high: float, most: int, whole: bool = False) -> list[float]:
    """At most `most` round numbers in a stretch; `whole` leaves out parts of one."""
    power = floor(log10((high - low) / most))
    found = ((power + more, step) for more in range(3) for step in _STEPS)
    for exponent, digit in found:
        step = digit * 10.0**exponent
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
        if last - first + 1 <= most and not (whole and step < 1):
            return [round(n * step, 10) for n in range(first, last + 1)]
    return []


def log_ticks(low: float, high: float) -> list[float]:
    """All 1, 2 and 5 times powers of ten in a stretch."""
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    return [float(f"{digit}e{power}") for power in powers for digit in _STEPS if low <= digit * 10.0**power <= high]


def _thinner(ticks: list[float]) -> list[list[float]]:
    """Ever fewer ticks of a log axis: all, tens only, every second ten, and so on."""
    tens = [tick for tick in ticks if f"{tick:e}".startswith("1.0")] or ticks[:1]
    return [ticks, tens, *(tens[::step] for step in (2, 3, 4))]


def number_ticks(scale: Scale, fits: Callable[[list[Tick]], bool], most: int, suffix: str, whole: bool) -> list[Tick]:
    """The most numbers that an axis has room for, written as the reader's language does."""
    choices = (
        _thinner(log_ticks(scale.low, scale.high))
        if scale.kind == "log"
        else [linear_ticks(scale.low, scale.high, count, whole) for count in range(most, 1, -1)]
    )
    for values in choices:
        ticks = [(value, f"{decimal(value)}{suffix}") for value in values]
        if fits(ticks):
            return ticks
    return ticks[:1]


def _month(ordinal: int, months: int) -> str:
    day = date.fromordinal(ordinal)
    return str(day.year) if months >= 12 else str(format_skeleton("yMMM", day, locale=locale()))


def date_ticks(scale: Scale, size: float, left: float, right: float) -> list[Tick]:
    """Beginnings of months or years, as many as can be written one beside the other between two edges."""
    first, last = date.fromordinal(floor(scale.low)), date.fromordinal(ceil(scale.high))
    for months in _MONTHS:
        begin = -(-(first.year * 12 + first.month - 1) // months) * months
        starts = range(begin, last.year * 12 + last.month, months)
        if len(starts) > MOST_DAYS or (months < 12 and last.year - first.year >= 3):
            continue  # over years, months say less than they take room
        days = [date(month // 12, month % 12 + 1, 1).toordinal() for month in starts if month >= 12]
        days = [day for day in days if scale.low <= day <= scale.high]
        ticks = [(float(day), _month(day, months)) for day in days]
        inside = [tick for tick in ticks if _half(tick, size) + left <= scale(tick[0]) <= right - _half(tick, size)]
        if apart(scale, inside, size):
            return inside
    return []


def _half(tick: Tick, size: float) -> float:
    return width(tick[1], size) / 2


def apart(scale: Scale, ticks: Iterable[Tick], size: float) -> bool:
    """Whether the texts of ticks along a lying axis stand well apart."""
    ends = [(scale(value) - width(text, size) / 2, scale(value) + width(text, size) / 2) for value, text in ticks]
    return all(right[0] - left[1] >= 0.9 * size for left, right in pairwise(ends))
