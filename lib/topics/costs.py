"""Facts about prices of the way out, by leg. Table: `broker_fees` (US dollars of the time, per person)."""

from __future__ import annotations

import math

from lib.catalog import Catalog, Row
from lib.dates import When, year_of
from lib.exhibits import fact_of
from lib.i18n import Joined, Listed, Text, _, ngettext
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, Record, record_of
from lib.topics.cost_legs import LEGS, PRICES_BY, as_given, krw, prices, spread

NOT_IN_A_PRICE = _(
    "Other legs, failed attempts and what a family pays later. A reported price does not mean that the way is open, and most "
    "prices rest on one report or one broker."
)


def price_record(rows: tuple[Row, ...], counted: Text) -> Record:
    """The record of one or more prices, dated by the newest; rows come oldest first."""
    return record_of(rows, as_of=rows[-1].text("date"), counted_by=PRICES_BY, counted=counted, not_counted=NOT_IN_A_PRICE)


def year_rows(catalog: Catalog, leg: str, year: int) -> tuple[Row, ...]:
    """The prices of a leg that are dated in a year. Raises ValueError when there is none."""
    rows = tuple(row for row in prices(catalog, leg) if year_of(row.text("date")) == year)
    if not rows:
        raise ValueError(f"no {leg} price of {year}")
    return rows


def latest_rows(catalog: Catalog, leg: str) -> tuple[Row, ...]:
    """All prices of the last year that has one for this leg."""
    return year_rows(catalog, leg, year_of(prices(catalog, leg)[-1].text("date")))


def in_won(rows: tuple[Row, ...]) -> Text:
    """The same prices in South Korean won, where every source gives won: "70–100 million KRW"; else empty."""
    if any(row.text("currency") != "KRW" for row in rows):
        return ""
    return krw(spread(rows, "KRW", "low", "high"))


def _note(rows: tuple[Row, ...]) -> Text:
    legs = LEGS[rows[0].text("leg")].meaning
    given = [words for row in rows if (words := as_given(row))]
    count = ngettext("{number} price dated {year}.", "{number} prices dated {year}: the lowest and the highest sum named.", len(rows), number=Number(len(rows)), year=Year(year_of(rows[-1].text("date"))))  # fmt: skip
    parts: list[Text] = [legs, count]
    open_ended = [row for row in rows if row.text("currency") == "USD" and row.text("qualifier") != "exact"]
    if open_ended:
        worded = tuple(spread((row,)) for row in open_ended)
        parts.append(_("In the words of the source: {sums}.", sums=Listed(worded)))
    if given:
        parts.append(_("In the currency of the source: {sums}. KRW is South Korean won.", sums=Listed(tuple(given))))
    return _("{text}", text=Joined(tuple(parts)))


def _price(fact_id: str, label: Text, rows: tuple[Row, ...]) -> Fact:
    leg = LEGS[rows[0].text("leg")]
    date = rows[-1].text("date")
    return Fact(
        fact_id,
        label,
        spread(rows),
        price_record(rows, _("What one person is said to have been asked to pay for this leg. {leg}", leg=leg.meaning)),
        status="provisional" if any(row.text("confidence") == "disputed" for row in rows) else "final",
        context=in_won(rows) or _("{date}", date=When(date[:7])),
        note=_note(rows),
        period=date[:4],
    )


@fact_of("costs.river_latest")
def river_latest(catalog: Catalog) -> Fact:
    """The newest price of the river crossing alone."""
    rows = latest_rows(catalog, "river_crossing")
    return _price("costs.river_latest", _("River crossing, {year}", year=Year(year_of(rows[0].text("date")))), rows)


@fact_of("costs.river_2016")
def river_2016(catalog: Catalog) -> Fact:
    """The river crossing in 2016, the year before the record thins out."""
    rows = year_rows(catalog, "river_crossing", 2016)
    return _price("costs.river_2016", _("River crossing, {year}", year=Year(year_of(rows[0].text("date")))), rows)


@fact_of("costs.river_first")
def river_first(catalog: Catalog) -> Fact:
    """The earliest price of the river crossing."""
    return _price("costs.river_first", _("River crossing, first price"), prices(catalog, "river_crossing")[:1])


@fact_of("costs.river_rise")
def river_rise(catalog: Catalog) -> Fact:
    """How many times the earliest price of the river crossing its newest one is, rounded down."""
    rows = prices(catalog, "river_crossing")
    first, last = rows[0], rows[-1]
    times = math.floor(last.known("usd_low") / first.known("usd_high"))
    won = _("{sum} then and {later} now", sum=as_given(first), later=as_given(last))
    return Fact(
        "costs.river_rise",
        _("River price, times the first"),
        Quantity(value=times, qualifier="about", unit="times"),
        price_record(
            (first, last), _("The newest price of the river crossing divided by the earliest one, both in US dollars of the time.")
        ),
        context=_("{first} to {last}", first=When(first.text("date")[:4]), last=When(last.text("date")[:4])),
        note=_(
            "Rounded down, not adjusted for inflation; the earliest price stands for a loosely named time. In South Korean won (KRW): {sums}.",
            sums=won,
        ),
        period=last.text("date")[:4],
    )


@fact_of("costs.nk_third_latest")
def nk_third_latest(catalog: Catalog) -> Fact:
    """The newest price from North Korea to a third country."""
    return _price("costs.nk_third_latest", _("Way out to a third country"), latest_rows(catalog, "nk_to_third_country"))


@fact_of("costs.nk_third_2016")
def nk_third_2016(catalog: Catalog) -> Fact:
    """The way from North Korea to a third country in 2016."""
    rows = year_rows(catalog, "nk_to_third_country", 2016)
    return _price("costs.nk_third_2016", _("Way to third country, {year}", year=Year(year_of(rows[0].text("date")))), rows)


@fact_of("costs.nk_sk_latest")
def nk_sk_latest(catalog: Catalog) -> Fact:
    """The newest dated price of the whole way to South Korea."""
    return _price("costs.nk_sk_latest", _("Way out to South Korea"), latest_rows(catalog, "nk_to_south_korea"))


@fact_of("costs.china_sk_latest")
def china_sk_latest(catalog: Catalog) -> Fact:
    """The newest prices from China to South Korea."""
    return _price("costs.china_sk_latest", _("From China to South Korea"), latest_rows(catalog, "china_to_south_korea"))


@fact_of("costs.china_third_latest")
def china_third_latest(catalog: Catalog) -> Fact:
    """The newest price from China to a third country."""
    return _price("costs.china_third_latest", _("From China to third country"), latest_rows(catalog, "china_to_third_country"))
