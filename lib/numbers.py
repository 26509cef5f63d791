"""Numbers as the reader's language writes them: separators, ranges, currencies, qualifiers.

A `Quantity` is either one value or a range, with a qualifier and a unit; it can say itself in words ("at least 1,076
people", "US$13,300–16,000"). Nothing here rounds up: decimals are kept as the source gives them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from babel.numbers import format_decimal

from lib.i18n import LazyText, _, language, ngettext

QUALIFIERS: dict[str, LazyText] = {
    "exact": _("{number}"),
    "about": _("about {number}"),
    "at_least": _("at least {number}"),
    "at_most": _("at most {number}"),
    "more_than": _("more than {number}"),
    "fewer_than": _("fewer than {number}"),
    "almost": _("almost {number}"),
}

_CURRENCY_MARKS = {"USD": "US$", "GBP": "£", "CAD": "CA$", "CNY": "CN¥"}


def decimal(value: float) -> str:
    """A number with the separators of the reader's language; at most four decimals, as stated."""
    return _decimal(value, language())


@lru_cache(maxsize=4096)
def _decimal(value: float, code: str) -> str:
    return str(format_decimal(round(value, 4), locale=code, format="#,##0.####"))


@dataclass(frozen=True)
class Number:
    """A number inside a text, formatted when the text is read."""

    value: float

    def __str__(self) -> str:
        return decimal(self.value)


@dataclass(frozen=True)
class Year:
    """A year inside a text: digits without separators."""

    value: int

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Quantity:
    """A value or a range in one unit.

    `unit` is a key: "people", "percent", a currency code ("USD", "KRW", "KPW", "CNY"), "hours", "missions", and so
    on. A quantity without value and range is unknown and says so.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    unit: str = ""

    def __post_init__(self) -> None:
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError("a quantity is a value or a range, not both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"range upside down: {self.low} > {self.high}")
        if self.qualifier not in QUALIFIERS:
            raise ValueError(f"unknown qualifier {self.qualifier!r}")

    @property
    def known(self) -> bool:
        """Whether there is anything to show."""
        return any(number is not None for number in (self.value, self.low, self.high))

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The lowest and highest value, the same twice for a single value; None when unknown."""
        numbers = [number for number in (self.value, self.low, self.high) if number is not None]
        return (min(numbers), max(numbers)) if numbers else None

    def figure(self) -> str:
        """Digits, range and unit mark without words: "15–16", "US$3,000", "88.8%"."""
        bounds = self.bounds
        if bounds is None:
            return str(_("unknown"))
        low, high = bounds
        digits = decimal(low) if low == high else f"{decimal(low)}–{decimal(high)}"
        if self.unit == "percent":
            return f"{digits}%"
        if self.unit in ("KPW", "KRW"):  # the two Koreas share the sign ₩, so their won are always spelled
            return f"{digits} {self.unit}"
        return f"{_CURRENCY_MARKS.get(self.unit, '')}{digits}"

    def short(self) -> str:
        """The figure with its qualifier, for cards: "at least 1,076"."""
        if not self.known:
            return self.figure()
        return str(QUALIFIERS[self.qualifier].filled(number=self.figure()))

    def __str__(self) -> str:
        """The quantity in words with its unit: "at least 1,076 people"."""
        unit = unit_words(self)
        return f"{self.short()} {unit}".strip() if self.known else self.short()


_UNITS: dict[str, LazyText] = {
    "people": ngettext("person", "people", 2),
    "missions": ngettext("mission", "missions", 2),
    "embassies": ngettext("embassy", "embassies", 2),
    "hours": ngettext("hour", "hours", 2),
    "transmission_hours_per_day": ngettext("transmission hour a day", "transmission hours a day", 2),
    "years": ngettext("year", "years", 2),
    "months": ngettext("month", "months", 2),
    "days": ngettext("day", "days", 2),
    "countries": ngettext("country", "countries", 2),
    "groups": ngettext("organization", "organizations", 2),
    "votes": ngettext("vote", "votes", 2),
    "posts": ngettext("post", "posts", 2),
    "decisions": ngettext("decision", "decisions", 2),
    "channels": ngettext("channel", "channels", 2),
    "laws": ngettext("law", "laws", 2),
    "claims": ngettext("claim", "claims", 2),
    "actions": ngettext("action", "actions", 2),
    "stations": ngettext("station", "stations", 2),
    "drives": ngettext("drive", "drives", 2),
    "percentage_points": ngettext("percentage point", "percentage points", 2),
    "km": _("km"),
    "facilities": ngettext("facility", "facilities", 2),
    "camps": ngettext("camp", "camps", 2),
    "classes": ngettext("class", "classes", 2),
    "mines": ngettext("mine", "mines", 2),
    "offenses": ngettext("offense", "offenses", 2),
    "subscriptions": ngettext("subscription", "subscriptions", 2),
    "times": ngettext("time", "times", 2),
    "rows": ngettext("row", "rows", 2),
    "sources": ngettext("source", "sources", 2),
}
# Units that stand with the digits, as a mark or a currency code.
_MARKS = ("percent", "USD", "KRW", "KPW", "CNY", "GBP", "CAD")
UNIT_KEYS = frozenset((*_UNITS, *_MARKS))


def _plural_of(quantity: Quantity) -> int:
    """The number by which a language chooses the form of the unit; parts of a whole count as several."""
    highest = quantity.bounds[1] if quantity.bounds else 2
    return int(highest) if quantity.bounds == (highest, highest) and highest == int(highest) else 2


def unit_words(quantity: Quantity) -> str:
    """The unit behind the figure, in the reader's language; empty for marks that stand with the digits."""
    words = _UNITS.get(quantity.unit)
    return "" if words is None else str(replace(words, count=_plural_of(quantity)))
