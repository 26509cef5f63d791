"""Exhibits on pay, the dollar, and money sent home.

Tables: `living_costs` (KPW is North Korean won), `remittance_commission` (percent of the sum sent).
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Event, Mark, MarkSeries, Points
from lib.dates import When
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import Text, _
from lib.numbers import Year
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.cost_legs import AS_FITS, in_years
from lib.topics.cost_marks import NOTHING, WORDING, kpw_mark, told

Years = tuple[int, int] | None
REFORM = Event("2009-11", _("Currency reform"))

_PAY = (
    ("state_wage_month", _("Official pay, ordinary workers"), "main", "circle"),
    ("managers", _("Official pay, managers"), "third", "diamond"),
    ("market_income_month", _("Income from markets"), "second", "square"),
)
_PAY_ITEMS = ("state_wage_month", "market_income_month", "household_spending_month", "casual_wage_day")
_PAY_WORDS: dict[str, Text] = {
    "state_wage_month": _("Official monthly pay"),
    "market_income_month": _("Monthly income from markets"),
    "household_spending_month": _("Monthly household spending"),
    "casual_wage_day": _("Pay for a day of casual work"),
}


def _pay_kind(row: Row) -> str:
    return "managers" if "manager" in row.text("who").lower() else row.text("item")


def _reform(rows: tuple[Row, ...]) -> tuple[Event, ...]:
    dates = [row.text("date") for row in rows]
    return (REFORM,) if dates and min(dates) < REFORM.x < max(dates) else ()


@exhibit_of("costs.wages", page="costs")
def wages(catalog: Catalog, scale: str = AS_FITS, years: Years = None) -> Exhibit:
    """Official pay and market income as ranges in North Korean won; sums in US dollars stand in the table only."""
    everything = tuple(sorted(catalog["living_costs"].where(lambda row: row["item"] in _PAY_ITEMS), key=lambda row: row.text("date")))
    rows = in_years(everything, years)
    drawn = tuple(row for row in rows if row["currency"] == "KPW" and row["item"] in ("state_wage_month", "market_income_month"))
    series = tuple(
        MarkSeries(words, role, marks, shape)
        for kind, words, role, shape in _PAY
        if (marks := tuple(kpw_mark(row) for row in drawn if _pay_kind(row) == kind))
    )
    official = tuple(row for row in drawn if _pay_kind(row) == "state_wage_month")
    takeaway: Text = NOTHING if not rows else _("No official pay of ordinary workers is known for these years.")
    if official:
        takeaway = _(
            "Official pay of ordinary workers: {pay} a month in {date}.",
            pay=row_quantity(official[-1], "KPW"),
            date=When(official[-1].text("date")),
        )
    return Exhibit(
        exhibit_id="costs.wages",
        page="costs",
        title=_("Official pay and market income"),
        takeaway=takeaway,
        subtitle=_(
            "North Korean won (KPW) a month. Sums before and after the currency reform do not compare. Hollow: disputed or a least sum. "
            "Sums stated in US dollars are not drawn."
        ),
        chart=Points(series, "KPW", scale == "log", _reform(drawn)) if drawn else None,
        alt=told(_("Official pay and income from markets over time, as ranges."), takeaway),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("what", _("What")),
            Column("who", _("Whose")),
            Column("low", _("From")),
            Column("high", _("To")),
            Column("currency", _("Currency")),
            Column("qualifier", _("Wording")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                _PAY_WORDS[row.text("item")],
                row.text("who"),
                row.number("low"),
                row.number("high"),
                row.text("currency"),
                WORDING[row.text("qualifier")],
                Confidence(row.text("confidence")).label,
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            rows or everything,
            as_of=(rows or everything)[-1].text("date"),
            counted_by=_("press reports, researchers and surveys of people who left"),
            counted=_("Official monthly pay, and what people earn or spend in a month, as single reports."),
            not_counted=_("Rations, bonuses and late pay. A survey of people who left does not stand for everyone inside."),
        ),
    )


@exhibit_of("costs.exchange_rate", page="costs")
def exchange_rate(catalog: Catalog, scale: str = AS_FITS, years: Years = None) -> Exhibit:
    """The market rate of the dollar in North Korean won, by place; single readings, not averages."""
    everything = tuple(sorted(catalog["living_costs"].where(item="exchange_rate_kpw_per_usd"), key=lambda row: row.text("date")))
    rows = in_years(everything, years)
    places = (("Pyongyang", _("Pyongyang"), "main", "circle"), ("A northern city", _("A northern city"), "second", "square"))
    named = [(words, role, shape, tuple(row for row in rows if row["place"] == place)) for place, words, role, shape in places]
    known = {row.key for _words, _role, _shape, own in named for row in own}
    named.append((_("Place not stated"), "third", "diamond", tuple(row for row in rows if row.key not in known)))
    series = tuple(MarkSeries(words, role, tuple(kpw_mark(row) for row in own), shape) for words, role, shape, own in named if own)
    takeaway: Text = NOTHING
    if rows:
        last = rows[-1]
        takeaway = _(
            "One US dollar was {sum} on North Korean markets ({date}).", sum=row_quantity(last, "KPW"), date=When(last.text("date"))
        )
    return Exhibit(
        exhibit_id="costs.exchange_rate",
        page="costs",
        title=_("The dollar on North Korean markets"),
        takeaway=takeaway,
        subtitle=_("North Korean won (KPW) for one US dollar at market rates. Rates before and after the currency reform do not compare."),
        chart=Points(series, "KPW", scale == "log", _reform(rows)) if rows else None,
        alt=told(_("Single readings of the market rate of the dollar over time."), takeaway),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("place", _("Place")),
            Column("low", _("From"), "KPW"),
            Column("high", _("To"), "KPW"),
            Column("qualifier", _("Wording")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                row.text("place") or _("not stated"),
                row.number("low"),
                row.number("high"),
                WORDING[row.text("qualifier")],
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            rows or everything,
            as_of=(rows or everything)[-1].text("date"),
            counted_by=_("press reports from inside North Korea"),
            counted=_("What one US dollar costs on markets, in North Korean won (KPW)."),
            not_counted=_("The official rate, other places and other days: these are single readings and not averages."),
        ),
    )


_MEASURES = (
    ("named_by_senders", _("Named by senders"), "context", "circle"),
    ("press_estimate", _("Press estimate, one end"), "fourth", "triangle-down"),
    ("average", _("Average, NKDB"), "second", "square"),
    ("average_agreed", _("Average agreed beforehand, NKDB"), "main", "diamond"),
    ("average_charged", _("Average really charged, NKDB"), "accent", "triangle-up"),
)
_MEASURE_WORDS: dict[str, Text] = {measure: words for measure, words, _role, _shape in _MEASURES}


def _rate_mark(row: Row) -> Mark:
    low, high = row.number("pct_low"), row.number("pct_high")
    hover = _("{date}, {wording}", date=When(row.text("date")), wording=WORDING[row.text("qualifier")])
    if low is not None and high is not None and low != high:
        return Mark(row.text("date"), row.key, low=low, high=high, hover=hover)
    return Mark(row.text("date"), row.key, value=high if low is None else low, hollow=None in (low, high), hover=hover)


@exhibit_of("costs.remittance_commission", page="costs")
def remittance_commission(catalog: Catalog, years: tuple[int, int] | None = None) -> Exhibit:
    """What intermediaries keep of money sent home, by measure; surveys of different groups are not one series."""
    everything = tuple(sorted(catalog["remittance_commission"], key=lambda row: row.text("date")))
    rows = in_years(everything, years)
    rated = tuple(row for row in rows if (row["pct_low"], row["pct_high"]) != (None, None))
    silent = [row for row in rows if row["measure"] == "no_rate_published"]
    series = tuple(
        MarkSeries(words, role, marks, shape)
        for measure, words, role, shape in _MEASURES
        if (marks := tuple(_rate_mark(row) for row in rated if row["measure"] == measure))
    )
    takeaway: Text = NOTHING if not rows else _("No rate was published in these years.")
    if rated:
        last = max(rated, key=lambda row: (row.text("date"), row.known("pct_high") if row["pct_high"] is not None else 0))
        takeaway = _(
            "Of money sent home, {share} stayed with intermediaries in {year} ({measure}).",
            share=row_quantity(last, "percent", low="pct_low", high="pct_high"),
            measure=_MEASURE_WORDS[last.text("measure")],
            year=Year(int(last.text("date")[:4])),
        )
    gap = _("Since then: no rate published ({date}).", date=When(silent[-1].text("date"))) if silent and rated else ""
    return Exhibit(
        exhibit_id="costs.remittance_commission",
        page="costs",
        title=_("The cut of money sent home"),
        takeaway=takeaway,
        subtitle=told(_("Percent of the sum sent. NKDB is the Database Center for North Korean Human Rights."), gap),
        chart=Points(series, "%") if rated else None,
        alt=told(_("Commission on money sent to families in North Korea over time, by measure."), takeaway),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("measure", _("Measure")),
            Column("pct_low", _("From"), "%"),
            Column("pct_high", _("To"), "%"),
            Column("qualifier", _("Wording")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                _MEASURE_WORDS.get(row.text("measure"), _("No rate published")),
                row.number("pct_low"),
                row.number("pct_high"),
                WORDING.get(row.text("qualifier"), ""),
                Confidence(row.text("confidence")).label,
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            rows or everything,
            as_of=(rows or everything)[-1].text("date"),
            counted_by=_("surveys of people who left, and press reports"),
            counted=_("The share of money sent to families in North Korea that intermediaries keep."),
            not_counted=_("Money that never arrives. People asked in a survey are not a sample of everyone who sends money."),
        ),
    )
