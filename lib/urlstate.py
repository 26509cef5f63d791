"""The state of a page as it stands in its address: declared, validated, written back. No Streamlit here.

A value that a page does not accept is dropped and named, never an error: links grow old and addresses are typed by
hand.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.i18n import Text

MAX_LENGTH = 200


@dataclass(frozen=True)
class Choice:
    """One of several values; the first is the default."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...]

    @property
    def default(self) -> str:
        """The value when the address says nothing."""
        return self.options[0][0]

    def parse(self, raw: Sequence[str]) -> str:
        """The chosen value. Raises ValueError for none or several, or one that is not offered."""
        if len(raw) != 1 or raw[0] not in dict(self.options):
            raise ValueError
        return raw[0]

    def write(self, value: object) -> str:
        """The value as text for the address."""
        return str(value)


@dataclass(frozen=True)
class Many:
    """Any of several values, none meaning all; written with commas."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...]

    @property
    def default(self) -> tuple[str, ...]:
        """No choice made."""
        return ()

    def parse(self, raw: Sequence[str]) -> tuple[str, ...]:
        """The chosen values in the order offered. Raises ValueError if one is not offered."""
        asked = [item for part in raw for item in part.split(",")]
        known = [key for key, _ in self.options]
        if not asked or any(item not in known for item in asked):
            raise ValueError
        return tuple(key for key in known if key in asked)

    def write(self, value: object) -> str:
        """The values joined by commas."""
        return ",".join(str(item) for item in value) if isinstance(value, (tuple, list)) else ""


@dataclass(frozen=True)
class Years:
    """A span of years inside bounds, written "2009-2025"."""

    name: str
    label: Text
    first: int
    last: int

    @property
    def default(self) -> tuple[int, int]:
        """The whole span."""
        return (self.first, self.last)

    def parse(self, raw: Sequence[str]) -> tuple[int, int]:
        """The span. Raises ValueError when it is reversed, out of bounds or no span."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{4})", raw[0]) if len(raw) == 1 else None
        if match is None:
            raise ValueError
        start, end = int(match[1]), int(match[2])
        if not self.first <= start <= end <= self.last:
            raise ValueError
        return (start, end)

    def write(self, value: object) -> str:
        """The span as "start-end"."""
        return "-".join(str(item) for item in value) if isinstance(value, (tuple, list)) else ""


@dataclass(frozen=True)
class Words:
    """Free text for a search box; cut at 200 characters, control characters dropped."""

    name: str
    label: Text

    @property
    def default(self) -> str:
        """No search."""
        return ""

    def parse(self, raw: Sequence[str]) -> str:
        """The text, cleaned. Raises ValueError for several texts or one that is too long."""
        if len(raw) != 1 or len(raw[0]) > MAX_LENGTH:
            raise ValueError
        return "".join(ch for ch in raw[0] if ch.isprintable()).strip()

    def write(self, value: object) -> str:
        """The text itself."""
        return str(value)


@dataclass(frozen=True)
class Amount:
    """A whole number inside bounds, written in digits only."""

    name: str
    label: Text
    default: int
    lowest: int
    highest: int

    def parse(self, raw: Sequence[str]) -> int:
        """The number. Raises ValueError for several values, signs, separators, or a number out of bounds."""
        if len(raw) != 1 or not re.fullmatch(r"[0-9]{1,9}", raw[0]):
            raise ValueError
        number = int(raw[0])
        if not self.lowest <= number <= self.highest:
            raise ValueError
        return number

    def write(self, value: object) -> str:
        """The digits."""
        return str(value)


@dataclass(frozen=True)
class Day:
    """A day up to today, written as ISO date; the default is so many months before today, and moves with it."""

    name: str
    label: Text
    first: date
    months: int
    clock: Callable[[], date]

    @property
    def last(self) -> date:
        """Today: the latest day that can be chosen."""
        return self.clock()

    @property
    def default(self) -> str:
        """The day so many months before today, or the last day of a shorter month."""
        years, month = divmod(self.last.year * 12 + self.last.month - 1 - self.months, 12)
        day = min(self.last.day, monthrange(years, month + 1)[1])
        return date(years, month + 1, day).isoformat()

    def parse(self, raw: Sequence[str]) -> str:
        """The day. Raises ValueError for several values, what is no day of the calendar, or a day out of bounds."""
        if len(raw) != 1 or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw[0]):
            raise ValueError
        if not self.first <= date.fromisoformat(raw[0]) <= self.last:
            raise ValueError
        return raw[0]

    def write(self, value: object) -> str:
        """The ISO date."""
        return str(value)


Param = Choice | Many | Years | Words | Amount | Day
StateValue = str | int | tuple[str, ...] | tuple[int, int]


@dataclass(frozen=True)
class Parsed:
    """What an address says: a value for every parameter, and the (name, text) pairs that were dropped."""

    values: Mapping[str, StateValue]
    dropped: tuple[tuple[str, str], ...]


PLATFORM_PARAMS = frozenset({"embed", "embed_options", "lang"})


def parse(params: Sequence[Param], query: Mapping[str, Sequence[str]]) -> Parsed:
    """Validates a query against the parameters of a page. Never raises."""
    values: dict[str, StateValue] = {param.name: param.default for param in params}
    dropped: list[tuple[str, str]] = []
    known = {param.name: param for param in params}
    for name, raw in query.items():
        if name in PLATFORM_PARAMS or not raw:
            continue
        if name not in known:
            dropped.append((name, ", ".join(raw)))
            continue
        try:
            values[name] = known[name].parse(raw)
        except ValueError:
            dropped.append((name, ", ".join(raw)))
    return Parsed(values, tuple(dropped))


def write(params: Sequence[Param], values: Mapping[str, object]) -> dict[str, str]:
    """The shortest query that gives these values back: defaults are left out."""
    return {
        param.name: text
        for param in params
        if param.name in values and values[param.name] != param.default and (text := param.write(values[param.name]))
    }
