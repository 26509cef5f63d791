"""Facts and the exhibit on people whom the United States admitted as refugees, by fiscal year."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of
from lib.i18n import Text, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, Record, record_of
from lib.topics.arrivals_table import fill, year_of_row
from lib.topics.caveats import caveats_of

_US_COUNTED = _("North Koreans admitted to the United States as refugees, by fiscal year (October to September).")
_US_NOT_COUNTED = _("People who came on other visas, asylum granted inside the country, and fiscal years for which nothing was published.")


def us_years(catalog: Catalog) -> tuple[Row, ...]:
    """US refugee admissions by fiscal year, oldest first."""
    rows = catalog["admissions_elsewhere"].where(iso2="US", period_kind="fiscal_year", measure="refugee_admission")
    return tuple(sorted(rows, key=year_of_row))


def _us_record(catalog: Catalog, rows: tuple[Row, ...], counted: Text) -> Record:
    return record_of(
        rows,
        as_of=us_years(catalog)[-1].text("period_end"),
        counted_by=rows[-1].text("counted_by"),
        counted=counted,
        not_counted=_US_NOT_COUNTED,
        extra_caveats=caveats_of(catalog, "admissions_elsewhere"),
    )


@fact_of("elsewhere.us_total")
def us_total(catalog: Catalog) -> Fact:
    """All US refugee admissions, as the sum of the fiscal years known."""
    rows = us_years(catalog)
    span = {"first": Year(year_of_row(rows[0])), "last": Year(year_of_row(rows[-1]))}
    return Fact(
        "elsewhere.us_total",
        _("Refugees admitted to the US"),
        Quantity(value=sum(row.known("value") for row in rows), unit="people"),
        _us_record(
            catalog,
            rows,
            _("North Koreans admitted to the United States as refugees, summed over fiscal years {first} to {last}.", **span),
        ),
        context=_("fiscal years {first} to {last}", **span),
        note=_(
            "The sum of fiscal years {first} to {last}, each from October to September. No later year was published where we could read it.",
            **span,
        ),
    )


@fact_of("elsewhere.us_latest_year")
def us_latest_year(catalog: Catalog) -> Fact:
    """US refugee admissions in the newest fiscal year known, with the highest year."""
    rows = us_years(catalog)
    last, top = rows[-1], max(rows, key=lambda row: row.known("value"))
    return Fact(
        "elsewhere.us_latest_year",
        _("Admitted to US, fiscal {year}", year=Year(year_of_row(last))),
        Quantity(value=last.known("value"), unit="people"),
        _us_record(catalog, (last,), _US_COUNTED),
        context=_("most: {people} in fiscal {year}", people=Number(top.known("value")), year=Year(year_of_row(top))),
        note=last.text("caveat"),
    )


@exhibit_of("departures.us_admissions", page="departures")
def us_admissions(catalog: Catalog) -> Exhibit:
    """Refugee admissions by the United States by fiscal year. Table admissions_elsewhere."""
    rows = us_years(catalog)
    last, top = rows[-1], max(rows, key=lambda row: row.known("value"))
    if last.known("value"):
        text = _(
            "The United States admitted {total} people as refugees in fiscal years {first} to {last}, {high} of them in {top} and {latest} in {last}"
        )
    else:
        text = _(
            "The United States admitted {total} people as refugees in fiscal years {first} to {last}, {high} of them in {top} and nobody in {last}"
        )
    finding = fill(
        text,
        total=Number(sum(row.known("value") for row in rows)),
        first=Year(year_of_row(rows[0])),
        last=Year(year_of_row(last)),
        high=Number(top.known("value")),
        top=Year(year_of_row(top)),
        latest=Number(last.known("value")),
    )
    return Exhibit(
        exhibit_id="departures.us_admissions",
        page="departures",
        title=_("Refugees admitted by the United States"),
        takeaway=finding,
        subtitle=_("people per fiscal year, October to September · {counter}", counter=last.text("counted_by")),
        chart=Bars(
            x_order=tuple(str(year_of_row(row)) for row in rows),
            series=(BarSeries("", "all", tuple(Bar(str(year_of_row(row)), row.known("value"), row.key) for row in rows)),),
            unit=_("people"),
        ),
        alt=_("{finding}. Bars by fiscal year.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("year", _("Fiscal year")),
            Column("start", _("From")),
            Column("end", _("To")),
            Column("people", _("Admitted"), _("people")),
        ),
        rows=tuple((row.key, year_of_row(row), row.text("period_start"), row.text("period_end"), row.known("value")) for row in rows),
        record=_us_record(catalog, rows, _US_COUNTED),
        actions=("us-reauthorize-nkhra",),
        facts=("elsewhere.us_total", "elsewhere.us_latest_year"),
    )
