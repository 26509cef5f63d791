"""Exhibits that set prices against what people earn and get.

Tables: `broker_fees`, `living_costs`, `resettlement_support`. KPW is North Korean won, KRW South Korean won.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries, Points
from lib.dates import Period, When, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.cost_legs import AS_FITS, LADDER, LEGS, krw
from lib.topics.cost_marks import NOTHING, WORDING, told
from lib.topics.cost_pairs import GrantPair, WagePair, grant_pairs, grants, wage_pairs, years_of_pay


def _pair_label(pair: WagePair) -> Text:
    return _("Price {fee}, pay {pay}", fee=When(pair.fee.text("date")[:4]), pay=When(pair.wage.text("date")[:4]))


def _pair_key(pair: WagePair) -> str:
    return f"{pair.fee.text('date')[:4]}-{pair.wage.text('date')[:4]}"


def _longest_gap(pairs: tuple[WagePair, ...]) -> Period:
    """The longest run of years between two known wages: nothing is interpolated across it."""
    known = sorted({year_of(pair.wage.text("date")) for pair in pairs})
    start, end = max(pairwise(known), key=lambda step: step[1] - step[0])
    return Period(str(start + 1), str(end - 1))


def _pair_mark(pair: WagePair) -> Mark:
    fewest, most = pair.years
    words = _("price of {fee}, pay of {pay}", fee=When(pair.fee.text("date")), pay=When(pair.wage.text("date")))
    words_of = _("≤ {years}") if fewest is None else _("{years}")
    label = replace(words_of, params=(("years", replace(years_of_pay(pair), unit="", qualifier="exact")),))
    if fewest is None or fewest == most:
        return Mark(_pair_key(pair), pair.fee.key, value=most, hollow=pair.doubtful, label=label, hover=words)
    return Mark(_pair_key(pair), pair.fee.key, low=fewest, high=most, hollow=pair.doubtful, label=label, hover=words)


@exhibit_of("costs.fee_in_wage_years", page="costs")
def fee_in_wage_years(catalog: Catalog, scale: str = AS_FITS, leg: tuple[str, ...] = ()) -> Exhibit:
    """Prices in years of official pay, only where pay and its value in US dollars are known near the price."""
    everything = wage_pairs(catalog)
    pairs = tuple(pair for pair in everything if not leg or pair.fee.text("leg") in leg)
    order = tuple(dict.fromkeys(_pair_key(pair) for pair in pairs))
    series = tuple(
        MarkSeries(step.label, step.key, marks, step.shape)
        for step in LADDER
        if (marks := tuple(_pair_mark(pair) for pair in pairs if pair.fee["leg"] == step.key))
    )
    takeaway = NOTHING
    if pairs:
        last = pairs[-1]
        takeaway = _(
            "{leg}: the price of {date} is {years} of official pay.",
            leg=LEGS[last.fee.text("leg")].label,
            date=When(last.fee.text("date")[:4]),
            years=years_of_pay(last),
        )
    drawn = pairs or everything
    return Exhibit(
        exhibit_id="costs.fee_in_wage_years",
        page="costs",
        title=_("A price in years of official pay"),
        takeaway=takeaway,
        subtitle=_(
            "Years of official monthly pay, rounded down; both in US dollars of the time. No pay is known for {gap}. ≤ means at most. Hollow: "
            "disputed, or the year stands for a longer time.",
            gap=_longest_gap(everything),
        ),
        chart=Ladder(order, tuple((_pair_key(pair), _pair_label(pair)) for pair in pairs), series, _("years"), scale == "log")
        if pairs
        else None,
        alt=told(_("Prices of single legs in years of official pay, each beside the dates of price and pay."), takeaway),
        columns=(
            Column("row", _("Row of the price")),
            Column("leg", _("Leg")),
            Column("fee_date", _("Date of the price")),
            Column("wage_date", _("Date of the pay")),
            Column("years_low", _("Fewest"), _("years of pay")),
            Column("years_high", _("Most"), _("years of pay")),
            Column("pay_low", _("Pay from"), _("KPW a month")),
            Column("pay_high", _("Pay to"), _("KPW a month")),
            Column("wage_row", _("Row of the pay")),
        ),
        rows=tuple(
            (
                pair.fee.key,
                LEGS[pair.fee.text("leg")].label,
                pair.fee.text("date"),
                pair.wage.text("date"),
                *pair.years,
                pair.wage.number("low"),
                pair.wage.number("high"),
                pair.wage.key,
            )
            for pair in pairs
        ),
        record=record_of(
            tuple(row for pair in drawn for row in (pair.wage, pair.fee)),
            as_of=drawn[-1].fee.text("date"),
            counted_by=_("our division of reported prices by reported pay"),
            counted=_(
                "The price of one leg for one person divided by twelve months of official pay, where both are known near each other."
            ),
            not_counted=_("Income from markets, from which most people live; prices of years without known pay are left out."),
        ),
    )


def _won(row: Row, name: str) -> float | None:
    amount = row.number(name)
    return None if amount is None else amount / 1_000_000


def _times_said(times: Quantity) -> Text:
    """A multiple as it is read aloud: "7 to 10 times"."""
    low, high = times.bounds or (0.0, 0.0)
    return _("{times}", times=times) if low == high else _("{low} to {high} times", low=Number(low), high=Number(high))


def _dearest_of_newest_year(pairs: tuple[GrantPair, ...]) -> GrantPair:
    return max(pairs, key=lambda pair: (pair.fee.text("date")[:4], pair.times.bounds or (0, 0)))


def _fee_mark(pair: GrantPair, labelled: bool) -> Mark:
    """A price in million KRW; those of the newest year say how many grants they are."""
    low, high = _won(pair.fee, "low"), _won(pair.fee, "high")
    hollow = pair.fee["confidence"] == "disputed" or pair.fee["date_basis"] == "nominal" or None in (low, high)
    label: Text = _("{times} the grant", times=pair.times) if labelled else ""
    if low is not None and high is not None and low != high:
        return Mark(pair.fee.text("date"), pair.fee.key, low=low, high=high, hollow=hollow, label=label)
    return Mark(pair.fee.text("date"), pair.fee.key, value=high if low is None else low, hollow=hollow, label=label)


def _grant_cells(row: Row) -> tuple[Cell, ...]:
    kind = _("Settlement grant (proposal)") if row["status"] == "proposed" else _("Settlement grant")
    amount = _won(row, "amount")
    return (row.key, row.text("date"), kind, amount, amount, WORDING[row.text("qualifier")], None, Confidence(row.text("confidence")).label)


def _fee_cells(pair: GrantPair) -> tuple[Cell, ...]:
    fee = pair.fee
    return (
        fee.key,
        fee.text("date"),
        LEGS[fee.text("leg")].label,
        _won(fee, "low"),
        _won(fee, "high"),
        WORDING[fee.text("qualifier")],
        _("{times}", times=pair.times),
        Confidence(fee.text("confidence")).label,
    )


@exhibit_of("costs.fee_vs_grant", page="costs")
def fee_vs_grant(catalog: Catalog, scale: str = AS_FITS, leg: tuple[str, ...] = ()) -> Exhibit:
    """Prices in KRW beside the South Korean settlement grant of the same year; the proposed grant is hollow.

    The newest prices are many times those before, so the axis is logarithmic unless a reader wants a linear one.
    """
    pairs = tuple(pair for pair in grant_pairs(catalog) if not leg or pair.fee.text("leg") in leg)
    paid, proposed = grants(catalog), grants(catalog, "proposed")
    newest = max((pair.fee.text("date")[:4] for pair in pairs), default="")

    def grant_marks(program: str) -> tuple[Mark, ...]:
        return tuple(
            Mark(row.text("date"), row.key, value=_won(row, "amount"), hollow=row["status"] == "proposed")
            for row in (*paid, *proposed)
            if row["program"] == program
        )

    fees = tuple(
        MarkSeries(step.label, step.key, marks, step.shape)
        for step in LADDER
        if (marks := tuple(_fee_mark(pair, pair.fee.text("date")[:4] == newest) for pair in pairs if pair.fee["leg"] == step.key))
    )
    series = (
        MarkSeries(_("Settlement grant to 2006 (held more)"), "context", grant_marks("settlement_grant"), "x"),
        MarkSeries(_("Basic settlement grant since 2007"), "ink", grant_marks("basic_settlement_grant"), "star"),
        *fees,
    )
    takeaway: Text = _("No price in South Korean won fits this choice; the grants are drawn alone.")
    if pairs:
        last = _dearest_of_newest_year(pairs)
        takeaway = _(
            "{leg}: {price} in {year}, {times} the settlement grant of {grant}.",
            times=_times_said(last.times),
            leg=LEGS[last.fee.text("leg")].label,
            price=krw(row_quantity(last.fee, "KRW")),
            year=When(last.fee.text("date")[:4]),
            grant=krw(Quantity(value=last.grant.known("amount"))),
        )
    return Exhibit(
        exhibit_id="costs.fee_vs_grant",
        page="costs",
        title=_("A price against the settlement grant of that year"),
        takeaway=takeaway,
        subtitle=told(
            _(
                "Million South Korean won (KRW), per person. Hollow: the grant is only proposed, or the price is disputed, has one end only, "
                "or its year stands for a longer time."
            ),
            "" if scale == "linear" else _("Logarithmic scale."),
        ),
        chart=Points(series, _("million KRW"), scale != "linear"),
        alt=told(_("Reported prices of single legs beside the South Korean settlement grant, by year."), takeaway),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("what", _("Price or grant")),
            Column("krw_low", _("From"), _("million KRW")),
            Column("krw_high", _("To"), _("million KRW")),
            Column("qualifier", _("Wording")),
            Column("times", _("Price, in grants of that year")),
            Column("confidence", _("Confidence")),
        ),
        rows=(*(_grant_cells(row) for row in (*paid, *proposed)), *(_fee_cells(pair) for pair in pairs)),
        record=record_of(
            (*paid, *proposed, *(pair.fee for pair in pairs)),
            as_of=pairs[-1].fee.text("date") if pairs else paid[-1].text("date"),
            counted_by=_("South Korean government for grants; brokers and rescue groups for prices, in press reports"),
            counted=_("Grants for a one-person household, and prices in KRW of years for which a grant of that year is known."),
            not_counted=_("Housing aid and job incentives, prices given in other currencies, and what was really paid out of a grant."),
        ),
    )
