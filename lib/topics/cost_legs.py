"""The legs of the way out, the periods in which prices are compared, and the words that both need.

A price belongs to one leg only. Five legs form the ladder; three further kinds of price start and end elsewhere and
stand beside it. Table: `broker_fees` (US dollars of the time, not adjusted for inflation).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.dates import Period, year_of
from lib.exhibits import params_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import QUALIFIERS, Number, Quantity
from lib.urlstate import Amount, Choice, Many, Param, Years


@dataclass(frozen=True)
class Leg:
    """A kind of price: key in the data, words for charts (30 characters at most), meaning, shape of its marks, words in a sentence."""

    key: str
    label: LazyText
    meaning: LazyText
    shape: str = "circle"
    phrase: Text = ""


LADDER: tuple[Leg, ...] = (
    Leg(
        "river_crossing",
        _("River crossing"),
        _("From North Korea across the border river into China, and no further."),
        "circle",
        _("for the river crossing"),
    ),
    Leg(
        "china_to_third_country",
        _("China to a third country"),
        _("For someone already in China: out of China into another country where they can ask for protection."),
        "square",
        _("from China to a third country"),
    ),
    Leg(
        "china_to_south_korea",
        _("China to South Korea"),
        _("For someone already in China: all the way to South Korea, as a rule through another country."),
        "diamond",
        _("from China to South Korea"),
    ),
    Leg(
        "nk_to_third_country",
        _("North Korea to a third country"),
        _("The river crossing and the way through China together, as far as another country."),
        "triangle-up",
        _("from North Korea to a third country"),
    ),
    Leg(
        "nk_to_south_korea",
        _("North Korea to South Korea"),
        _("The whole way, from North Korea to South Korea."),
        "triangle-down",
        _("from North Korea to South Korea"),
    ),
)
OFF_LADDER: tuple[Leg, ...] = (
    Leg(
        "premium_planned_escape",
        _("Costlier arranged escape"),
        _("An arrangement made ahead for people who need special protection. Start and end differ from case to case."),
    ),
    Leg(
        "family_member_extraction",
        _("Bringing out a relative"),
        _("Paid by family abroad for one relative, often from far inside North Korea. The end differs: China or South Korea."),
    ),
    Leg(
        "other", _("Part of a leg, or not stated"), _("Prices for part of a leg, or for a way whose start or end the source does not say.")
    ),
)
LEGS: dict[str, Leg] = {leg.key: leg for leg in (*LADDER, *OFF_LADDER)}


@dataclass(frozen=True)
class Span:
    """A period for comparing prices: key in the address, first and last year (0 for open), colour role and shape."""

    key: str
    start: int
    end: int
    role: str
    shape: str

    @property
    def label(self) -> LazyText:
        """The period in words: "until 2012", "2013–2019", "since 2020"."""
        return _("{period}", period=Period(str(self.start or ""), str(self.end or "")))

    def holds(self, date: str) -> bool:
        """Whether a partial date lies in the period; no date lies in none."""
        return bool(date) and self.start <= year_of(date) <= (self.end or 9999)


SPANS: tuple[Span, ...] = (
    Span("to_2012", 0, 2012, "context", "circle"),
    Span("2013_2019", 2013, 2019, "main", "square"),
    Span("from_2020", 2020, 0, "accent", "diamond"),
)

# Linear, but logarithmic where the newest prices would press all others to the ground.
AS_FITS = "as_fits"
FIRST_YEAR, LAST_YEAR = 2002, 2026
GIFT = Amount("gift", _("Your gift in US dollars"), 100, 1, 1_000_000)
PARAMS: tuple[Param, ...] = (
    Choice("period", _("Period"), (("all", _("All periods")), *((span.key, span.label) for span in SPANS))),
    Choice("scale", _("Scale of the charts"), ((AS_FITS, _("As fits each chart")), ("linear", _("Linear")), ("log", _("Logarithmic")))),
    Many("leg", _("Legs of the way"), tuple((leg.key, leg.label) for leg in LADDER)),
    Years("years", _("Years"), FIRST_YEAR, LAST_YEAR),
    GIFT,
)


@params_of("costs")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    return PARAMS


PRICES_BY = _("brokers and rescue groups, in press reports")
PER_PERSON_USD = _("US dollars of the time, per person")


def prices(catalog: Catalog, *legs: str) -> tuple[Row, ...]:
    """The dated prices of these legs, oldest first."""
    found = catalog["broker_fees"].where(lambda row: row.text("leg") in legs and row.text("date") != "")
    return tuple(sorted(found, key=lambda row: row.text("date")))


def undated(catalog: Catalog, *legs: str) -> tuple[Row, ...]:
    """The prices of these legs that cannot be placed in time."""
    return catalog["broker_fees"].where(lambda row: row.text("leg") in legs and not row.text("date"))


def undated_words(count: int) -> Text:
    """How many prices a time axis leaves out; empty for none."""
    if not count:
        return ""
    return ngettext("{number} undated price is not drawn.", "{number} undated prices are not drawn.", count, number=Number(count))


def newest(rows: tuple[Row, ...]) -> Row:
    """The row with the latest date. Raises ValueError for none."""
    return max((row for row in rows if row.text("date")), key=lambda row: row.text("date"))


def in_years(rows: Iterable[Row], years: tuple[int, int] | None) -> tuple[Row, ...]:
    """The rows dated within the span; None keeps all."""
    return tuple(row for row in rows if years is None or years[0] <= year_of(row.text("date")) <= years[1])


def ends(rows: Iterable[Row], low: str = "usd_low", high: str = "usd_high") -> tuple[float, float]:
    """The lowest and the highest number named in these rows. Raises ValueError when there is none."""
    numbers = [number for row in rows for name in (low, high) if (number := row.number(name)) is not None]
    return min(numbers), max(numbers)


def spread(rows: tuple[Row, ...], unit: str = "USD", low: str = "usd_low", high: str = "usd_high") -> Quantity:
    """One quantity for several prices: lowest to highest. A row that holds both ends keeps its own qualifier."""
    bottom, top = ends(rows, low, high)
    whole = [row.text("qualifier") for row in rows if len(rows) == 1 or (row.number(low), row.number(high)) == (bottom, top)]
    qualifier = whole[0] if len(set(whole)) == 1 else "exact"
    if bottom == top:
        return Quantity(value=bottom, qualifier=qualifier, unit=unit)
    return Quantity(low=bottom, high=top, qualifier=qualifier, unit=unit)


def _worded(qualifier: str, amount: Text) -> LazyText:
    """An amount with the qualifier of its source: "at most 18 million KRW"."""
    return LazyText(QUALIFIERS[qualifier].message, (("number", amount),))


def krw(amount: Quantity) -> LazyText:
    """An amount in South Korean won, in millions where it is one or more: "70–100 million KRW"."""
    low, high = amount.bounds or (0.0, 0.0)
    size = 1_000_000 if low >= 1_000_000 else 1
    digits = Number(low / size) if low == high else _("{low}–{high}", low=Number(low / size), high=Number(high / size))
    words = _("{amount} KRW", amount=digits) if size == 1 else _("{amount} million KRW", amount=digits)
    return _worded(amount.qualifier, words)


def as_given(row: Row) -> Text:
    """The price in the currency of its source, in words; empty where that is US dollars."""
    currency = row.text("currency")
    amount = Quantity(low=row.number("low"), high=row.number("high"), qualifier=row.text("qualifier"))
    if currency == "USD":
        return ""
    return krw(amount) if currency == "KRW" else _("{amount} Chinese yuan (CNY)", amount=amount)


def doubtful(row: Row) -> bool:
    """Whether a price is drawn hollow: sources disagree, its year only stands for a time, or one end is open."""
    return row.text("confidence") == "disputed" or row.text("date_basis") == "nominal" or None in (row["usd_low"], row["usd_high"])
