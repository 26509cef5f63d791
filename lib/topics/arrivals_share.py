"""The exhibits of women's share among arrivals by year, and of the single years before the ministry's table begins."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Event, Mark, MarkSeries, Points
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, _
from lib.numbers import Number, Year
from lib.provenance import record_of
from lib.topics.arrivals_table import (
    ALL_YEARS,
    MINISTRY,
    NOT_COUNTED,
    arrivals_record,
    closing_of_the_border,
    in_bucket,
    share,
    single_years,
    year_of_row,
)
from lib.topics.caveats import caveats_of


@exhibit_of("departures.women_share", page="departures")
def women_share(catalog: Catalog, years: tuple[int, int] = ALL_YEARS) -> Exhibit:
    """Women among the arrivals of each year in percent, for years with a split by sex. Table arrivals_annual."""
    rows = tuple(row for row in single_years(catalog) if row["women"] is not None and years[0] <= year_of_row(row) <= years[1])

    def marks(other: bool) -> tuple[Mark, ...]:
        return tuple(
            Mark(str(year_of_row(row)), row.key, value=share(row.known("women"), row.known("total")), hollow=other)
            for row in rows
            if in_bucket(catalog, row) is other
        )

    series = (
        MarkSeries(MINISTRY, "women", marks(False), joined=True),
        MarkSeries(_("Another count, by South Korea's intelligence service"), "context", marks(True), shape="diamond"),
    )
    finding = _majority(tuple(row for row in rows if not in_bucket(catalog, row)) or rows)
    shut = closing_of_the_border(catalog).text("date")
    inside = bool(rows) and year_of_row(rows[0]) <= int(shut[:4]) <= year_of_row(rows[-1])
    return Exhibit(
        exhibit_id="departures.women_share",
        page="departures",
        title=_("Women among arrivals"),
        takeaway=finding,
        subtitle=_("percent of the people who arrived in the year, computed from the counts by sex"),
        chart=Points(
            tuple(item for item in series if item.marks),
            _("% women"),
            events=(Event(shut, _("{year}: border shut", year=Year(int(shut[:4])))),) if inside else (),
        )
        if rows
        else None,
        alt=_("{finding}. A line from {first}% to {last}%.", finding=finding, first=Number(share(rows[0].known("women"), rows[0].known("total"))),
              last=Number(share(rows[-1].known("women"), rows[-1].known("total")))) if rows else finding,
        columns=(
            Column("row", _("Row")),
            Column("year", _("Year")),
            Column("women_share", _("Women"), "%"),
            Column("women", _("Women"), _("people")),
            Column("total", _("All"), _("people")),
        ),
        rows=tuple(
            (row.key, year_of_row(row), share(row.known("women"), row.known("total")), row.known("women"), row.known("total")) for row in rows
        ),
        record=arrivals_record(
            catalog,
            rows or single_years(catalog),
            _("Women and girls among the people admitted to South Korea's protection center in each year, as a percentage of them."),
        ),
        facts=("arrivals.women_share",),
    )  # fmt: skip


def _majority(rows: tuple[Row, ...]) -> LazyText:
    if not rows:
        return _("No year of this span has published figures by sex")
    last = rows[-1]
    words = {"latest": Number(share(last.known("women"), last.known("total"))), "year": Year(year_of_row(last))}
    fewer = [row for row in rows if 2 * row.known("women") <= row.known("total")]
    if len(rows) == 1:
        return _("Women were {latest}% of the people who arrived in {year}", **words)
    if not fewer:
        return _(
            "From {first} to {year}, women were the majority of arrivals in every year; in {year} they were {latest}%",
            first=Year(year_of_row(rows[0])),
            **words,
        )
    if len(fewer) == len(rows):
        return _(
            "Women were the majority of arrivals in none of the {count} years shown; in {year} they were {latest}%",
            count=Number(len(rows)),
            **words,
        )
    if len(fewer) <= 3 and 2 * len(fewer) < len(rows):
        return _(
            "From {first} to {year}, women were the majority of arrivals in every year but {years}; in {year} they were {latest}%",
            first=Year(year_of_row(rows[0])),
            years=Listed(tuple(Year(year_of_row(row)) for row in fewer)),
            **words,
        )
    return _(
        "Women were the majority of arrivals in {more} of the {count} years shown; in {year} they were {latest}%",
        more=Number(len(rows) - len(fewer)),
        count=Number(len(rows)),
        **words,
    )


@exhibit_of("departures.before_1999", page="departures")
def before_1999(catalog: Catalog) -> Exhibit:
    """Arrivals before the ministry's table begins, by year; a closed series that is never added. Table arrivals_before_1999."""
    table = catalog["arrivals_before_1999"]
    together, years = table.where(period_kind="cumulative_to")[0], table.where(period_kind="year")
    rows = (together, *years)
    counts = [row.known("total") for row in years]
    words = {
        "earlier": Number(together.known("total")),
        "end": Year(year_of_row(together)),
        "low": Number(min(counts)),
        "high": Number(max(counts)),
        "first": Year(year_of_row(years[0])),
        "last": Year(year_of_row(years[-1])),
    }
    finding = _("{earlier} people reached South Korea up to {end}, then {low} to {high} a year from {first} to {last}", **words)

    def bars(chosen: tuple[Row, ...]) -> tuple[Bar, ...]:
        return tuple(Bar(str(year_of_row(row)), row.known("total"), row.key) for row in chosen)

    return Exhibit(
        exhibit_id="departures.before_1999",
        page="departures",
        title=_("Arrivals before the yearly count begins"),
        takeaway=finding,
        subtitle=_(
            "people · press reports and a reference list; already part of the ministry's total for everyone before its yearly count, never added to it"
        ),
        chart=Bars(
            x_order=tuple(str(year_of_row(row)) for row in rows),
            series=(
                BarSeries(_("All up to {year} together", year=Year(year_of_row(together))), "context", bars((together,)), pattern="."),
                BarSeries(_("One year"), "all", bars(years)),
            ),
            unit=_("people"),
            horizontal=True,
            x_labels=((str(year_of_row(together)), _("to {year}", year=Year(year_of_row(together)))),),
        ),
        alt=_("{finding}. Horizontal bars, one for each year and a hatched one for everyone before.", finding=finding),
        columns=(Column("row", _("Row")), Column("year", _("Year")), Column("period", _("Period")), Column("people", _("People"))),
        rows=tuple(
            (
                row.key,
                year_of_row(row),
                _("one year") if row["period_kind"] == "year" else _("all up to this year"),
                row.known("total"),
            )
            for row in rows
        ),
        record=record_of(
            rows,
            as_of=years[-1].text("period_end"),
            counted_by=_("South Korean government figures, as reported by the press and a reference list"),
            counted=_("People from North Korea who arrived in South Korea in each of these years, or up to {end}.", end=words["end"]),
            not_counted=NOT_COUNTED,
            extra_caveats=caveats_of(catalog, table.name),
        ),
    )
