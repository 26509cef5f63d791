"""Numbers as the reader's language writes them: separators, ranges, currencies, qualifiers.

A `Quantity` is either one value or a range, with a qualifier and a unit; it can say itself in words ("at least 1,076
people", "US$13,300–16,000"). Nothing here rounds up: decimals are kept as the source gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel.numbers import format_decimal

from lib.i18n import LazyText, Text, _, language, ngettext

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


def _plural_of(quantity: Quantity) -> int:
    bounds = quantity.bounds
    return 1 if bounds == (1, 1) else 2


def unit_words(quantity: Quantity) -> str:
    """The unit behind the figure, in the reader's language; empty for marks that stand with the digits."""
    n = _plural_of(quantity)
    names: dict[str, LazyText] = {
        "people": ngettext("person", "people", n),
        "missions": ngettext("mission", "missions", n),
        "embassies": ngettext("embassy", "embassies", n),
        "hours": ngettext("hour", "hours", n),
        "hours_per_day": ngettext("hour a day", "hours a day", n),
        "years": ngettext("year", "years", n),
        "months": ngettext("month", "months", n),
        "days": ngettext("day", "days", n),
        "countries": ngettext("country", "countries", n),
        "groups": ngettext("organization", "organizations", n),
        "votes": ngettext("vote", "votes", n),
        "posts": ngettext("post", "posts", n),
        "decisions": ngettext("decision", "decisions", n),
        "channels": ngettext("channel", "channels", n),
        "laws": ngettext("law", "laws", n),
        "actions": ngettext("action", "actions", n),
        "stations": ngettext("station", "stations", n),
        "drives": ngettext("drive", "drives", n),
        "percentage_points": ngettext("percentage point", "percentage points", n),
        "km": _("km"),
        "facilities": ngettext("facility", "facilities", n),
        "times": ngettext("time", "times", n),
    }
    return str(names.get(quantity.unit, ""))


UNIT_KEYS = frozenset(
    [
        "people",
        "missions",
        "embassies",
        "hours",
        "hours_per_day",
        "years",
        "months",
        "days",
        "countries",
        "groups",
        "votes",
        "posts",
        "decisions",
        "channels",
        "laws",
        "actions",
        "stations",
        "drives",
        "percentage_points",
        "km",
        "facilities",
        "times",
        "percent",
        "USD",
        "KRW",
        "KPW",
        "CNY",
        "GBP",
        "CAD",
    ]
)


def signed(value: float) -> Text:
    """A change with its sign, a real minus for losses: "−13", "+4"."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{decimal(abs(value))}"
