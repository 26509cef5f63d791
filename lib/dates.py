"""Partial dates: "2025", "2025-04", "2025-04-03", said and compared without inventing what is missing."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from lib.i18n import _, language, locale

PARTIAL_DATE = re.compile(r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")  # \d would take digits of other scripts


def is_partial_date(text: str) -> bool:
    """Whether `text` is a valid ISO date, month or year (the day must exist in its month)."""
    if not PARTIAL_DATE.fullmatch(text):
        return False
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in text.split("-")]
    return (numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None)


def first_day(text: str) -> date:
    """The first day that a partial date can mean. Raises ValueError for an impossible date."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that a partial date can mean."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def middle(text: str) -> date:
    """The day on which a mark is drawn: the day itself, else the middle of the month or the year."""
    year, month, day = _parts(text)
    if day:
        return date(year, month or 1, day)
    return date(year, month, 15) if month else date(year, 7, 1)


def year_of(text: str) -> int:
    """The year of a partial date."""
    return int(text[:4])


@dataclass(frozen=True)
class When:
    """A partial date inside a text, written out in the reader's language when it is read."""

    iso: str

    def __str__(self) -> str:
        return _written(self.iso, language()) if self.iso else str(_("not dated"))


@lru_cache(maxsize=4096)
def _written(iso: str, code: str) -> str:
    year, month, day = _parts(iso)
    if day:
        return str(format_date(first_day(iso), format="d MMMM y" if code == "en" else "long", locale=locale()))
    if month:
        return str(format_skeleton("yMMMM", first_day(iso), locale=locale()))
    return str(year)


@dataclass(frozen=True)
class Period:
    """A span between two partial dates; open ends are said as such."""

    start: str
    end: str

    def __str__(self) -> str:
        if self.start and self.end:
            if self.start == self.end:
                return str(When(self.start))
            if len(self.start) == len(self.end) == 4:
                return f"{self.start}–{self.end}"
            return str(_("{start} to {end}", start=When(self.start), end=When(self.end)))
        if self.start:
            return str(_("since {start}", start=When(self.start)))
        if self.end:
            return str(_("until {end}", end=When(self.end)))
        return str(_("not dated"))
