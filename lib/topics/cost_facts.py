"""Facts about what people earn, get and send home.

Tables: `living_costs`, `resettlement_support`, `remittance_commission`.
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import fact_of
from lib.i18n import Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Fact, record_of, row_quantity
from lib.topics.cost_legs import ends, krw, newest
from lib.topics.cost_pairs import grant_pairs, wage_pairs, years_of_pay


@fact_of("costs.state_wage")
def state_wage(catalog: Catalog) -> Fact:
    """The newest official monthly pay of an ordinary worker."""
    row = newest(catalog["living_costs"].where(item="state_wage_month"))
    rate = Number(row.known("fx_rate"))
    return Fact(
        "costs.state_wage",
        _("Official monthly pay"),
        row_quantity(row, "KPW"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by="38 North, Daily NK",
            counted=_("The official pay of an ordinary worker for a month, in North Korean won (KPW)."),
            not_counted=_(
                "Income from markets, which is most of what people live on, rations and bonuses. Pay often comes late or in part."
            ),
        ),
        context=_("about US${amount}", amount=Number(row.known("usd_low"))),
        note=_("Converted at {rate} North Korean won (KPW) per US dollar, the market rate of the time.", rate=rate),
        period=row.text("date")[:4],
    )


@fact_of("costs.fee_in_wage_years")
def fee_in_wage_years(catalog: Catalog) -> Fact:
    """The newest river price in years of the official pay nearest to it, rounded down."""
    pair = [pair for pair in wage_pairs(catalog) if pair.fee["leg"] == "river_crossing"][-1]
    fee, wage = pair.fee, pair.wage
    return Fact(
        "costs.fee_in_wage_years",
        _("River price, in years of pay"),
        years_of_pay(pair),
        record_of(
            (wage, fee),
            as_of=fee.text("date"),
            counted_by=_("our division of a broker's price by reported pay"),
            counted=_("The price of the river crossing divided by twelve months of official pay, both in US dollars of the time."),
            not_counted=_("Income from markets, from which most people live. The two dates differ, and pay in between may have changed."),
        ),
        context=_("pay of {date}", date=When(wage.text("date"))),
        note=_(
            "Price of {fee}, pay of {wage}. Where pay is a least sum, the years are a most; rounded down.",
            fee=When(fee.text("date")),
            wage=When(wage.text("date")),
        ),
        period=fee.text("date")[:4],
    )


def _grant_fact(fact_id: str, label: Text, row: Row, status: str, context: Text) -> Fact:
    return Fact(
        fact_id,
        label,
        row_quantity(row, "KRW", value="amount"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("South Korean government, in press reports"),
            counted=_("The basic settlement grant for a one-person household, in South Korean won (KRW)."),
            not_counted=_("Housing aid, job incentives and emergency help, which come on top."),
        ),
        status=status,
        context=context,
        note=row.text("summary"),
        period=row.text("date")[:4],
    )


@fact_of("costs.settlement_grant")
def settlement_grant(catalog: Catalog) -> Fact:
    """The newest basic settlement grant in force."""
    row = newest(catalog["resettlement_support"].where(program="basic_settlement_grant", status="in_force"))
    return _grant_fact(
        "costs.settlement_grant", _("South Korea's settlement grant"), row, "final", _("US${amount}", amount=Number(row.known("usd_value")))
    )


@fact_of("costs.settlement_grant_proposed")
def settlement_grant_proposed(catalog: Catalog) -> Fact:
    """The grant that was proposed and whose payment is not confirmed."""
    row = newest(catalog["resettlement_support"].where(program="basic_settlement_grant", status="proposed"))
    label = _("Settlement grant, {year} plan", year=When(row.text("date")[:4]))
    return _grant_fact("costs.settlement_grant_proposed", label, row, "provisional", _("not confirmed"))


@fact_of("costs.fee_vs_grant")
def fee_vs_grant(catalog: Catalog) -> Fact:
    """The newest price of the way to a third country as a multiple of the same year's grant."""
    pair = [pair for pair in grant_pairs(catalog) if pair.fee["leg"] == "nk_to_third_country"][-1]
    price = krw(Quantity(low=pair.fee.known("low"), high=pair.fee.known("high")))
    return Fact(
        "costs.fee_vs_grant",
        _("Way out, times the grant"),
        pair.times,
        record_of(
            (pair.grant, pair.fee),
            as_of=pair.fee.text("date"),
            counted_by=_("our division of reported prices by the grant"),
            counted=_("The price from North Korea to a third country, divided by the basic settlement grant of the same year."),
            not_counted=_("Housing aid and job incentives, and how much of the price is really paid out of the grant."),
        ),
        context=_("{year}, in KRW", year=When(pair.fee.text("date")[:4])),
        note=_("{price} against a grant of {grant}.", price=price, grant=krw(Quantity(value=pair.grant.known("amount")))),
        period=pair.fee.text("date")[:4],
    )


@fact_of("costs.remittance_commission")
def remittance_commission(catalog: Catalog) -> Fact:
    """The newest commission on money sent home: agreed beforehand and really charged."""
    rated = catalog["remittance_commission"].where(lambda row: row["pct_low"] is not None)
    date = newest(rated).text("date")
    rows = tuple(sorted((row for row in rated if row["date"] == date), key=lambda row: row.known("pct_low")))
    low, high = ends(rows, "pct_low", "pct_high")
    return Fact(
        "costs.remittance_commission",
        _("Cut taken from money sent home"),
        Quantity(low=low, high=high, unit="percent"),
        record_of(
            rows,
            as_of=date,
            counted_by=_("Database Center for North Korean Human Rights (NKDB)"),
            counted=_(
                "The average share that intermediaries kept of money sent to families in North Korea: as agreed, and as really charged."
            ),
            not_counted=_("Money that never arrived, and senders who were not asked: respondents are not a sample of everyone."),
        ),
        context=_("agreed–charged"),
        note=_("The lower figure was agreed beforehand, the higher one was really charged: two averages, not one range."),
        period=date[:4],
    )


def _market_fact(catalog: Catalog, fact_id: str, label: Text, item: str, counted: Text, context: Text) -> Fact:
    row = newest(catalog["living_costs"].where(item=item, place="Pyongyang"))
    return Fact(
        fact_id,
        label,
        row_quantity(row, "KPW"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by="Daily NK",
            counted=counted,
            not_counted=_("Other cities and days: it is a single reading, not an average, and not the official price."),
        ),
        context=context,
        note=_("KPW is North Korean won. The year is inferred from the sequence of prices."),
        period=row.text("date")[:4],
    )


@fact_of("costs.exchange_rate")
def exchange_rate(catalog: Catalog) -> Fact:
    """The newest market rate of the dollar in Pyongyang."""
    counted = _("The market price of one US dollar in Pyongyang, in North Korean won (KPW).")
    return _market_fact(
        catalog, "costs.exchange_rate", _("One US dollar on the market"), "exchange_rate_kpw_per_usd", counted, _("in Pyongyang")
    )


@fact_of("costs.rice_price")
def rice_price(catalog: Catalog) -> Fact:
    """The newest market price of rice in Pyongyang."""
    counted = _("The market price of one kilogram of rice in Pyongyang, in North Korean won (KPW).")
    return _market_fact(catalog, "costs.rice_price", _("Market price of rice, per kg"), "rice_price_kg", counted, _("in Pyongyang"))
