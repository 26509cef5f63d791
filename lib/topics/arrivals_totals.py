"""Facts on everyone who has reached South Korea so far, and the filters of the departures page."""

from __future__ import annotations

from itertools import accumulate

from lib.catalog import Catalog
from lib.dates import Period, When
from lib.exhibits import fact_of, params_of
from lib.i18n import Text, _
from lib.numbers import Quantity, Year
from lib.provenance import Fact, Spark
from lib.topics.arrivals_profile import all_snapshots
from lib.topics.arrivals_table import (
    arrivals_record,
    before_the_table,
    rows_that_add_up,
    share,
    since_bucket,
    single_years,
    sum_of,
    year_of_row,
)
from lib.topics.arrivals_unhcr import STOCKS
from lib.urlstate import Choice, Param, Years


def _cumulative(catalog: Catalog, fact_id: str, column: str, label: Text, counted: Text) -> Fact:
    years = single_years(catalog)
    together = since_bucket(catalog)
    earlier = before_the_table(catalog).known("total")
    totals = list(accumulate((row.known("total") for row in years), initial=earlier))[-len(together) :]
    whole = sum_of(catalog, column)
    return Fact(
        fact_id,
        label,
        Quantity(value=whole, unit="people"),
        arrivals_record(catalog, rows_that_add_up(catalog), counted),
        status="corrected" if years[-1].text("status") == "corrected" else "final",
        context=_("to the end of {year}", year=Year(year_of_row(years[-1]))),
        period=str(year_of_row(years[-1])),
        spark=Spark(
            tuple(totals),
            _("Total at the end of each year, {span}", span=Period(str(year_of_row(together[0])), str(year_of_row(together[-1])))),
        )
        if column == "total"
        else None,
    )


@fact_of("arrivals.cumulative")
def cumulative(catalog: Catalog) -> Fact:
    """Everyone who has arrived so far: the sum of all rows, the bucket counted once."""
    counted = _("Everyone from North Korea admitted by South Korea since its count began, as the sum of all years.")
    return _cumulative(catalog, "arrivals.cumulative", "total", _("Arrivals in all years"), counted)


@fact_of("arrivals.cumulative_women")
def cumulative_women(catalog: Catalog) -> Fact:
    """All women and girls who have arrived so far."""
    counted = _("Women and girls from North Korea admitted by South Korea since its count began, as the sum of all years.")
    return _cumulative(catalog, "arrivals.cumulative_women", "women", _("Women who arrived, all years"), counted)


@fact_of("arrivals.cumulative_men")
def cumulative_men(catalog: Catalog) -> Fact:
    """All men and boys who have arrived so far."""
    counted = _("Men and boys from North Korea admitted by South Korea since its count began, as the sum of all years.")
    return _cumulative(catalog, "arrivals.cumulative_men", "men", _("Men who arrived, all years"), counted)


@fact_of("arrivals.cumulative_women_share")
def cumulative_women_share(catalog: Catalog) -> Fact:
    """Women among everyone who has arrived so far, in percent."""
    counted = _("Women and girls among everyone admitted by South Korea since its count began. Computed from the sums of all years.")
    women = _cumulative(catalog, "arrivals.cumulative_women_share", "women", _("Women who arrived, all years"), counted)
    return Fact(
        women.fact_id,
        _("Women among all arrivals"),
        Quantity(value=share(sum_of(catalog, "women"), sum_of(catalog, "total")), unit="percent"),
        women.record,
        status=women.status,
        context=women.context,
        period=women.period,
    )


@params_of("departures")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page, with the bounds and choices that the tables give."""
    years = [year_of_row(row) for row in (before_the_table(catalog), *single_years(catalog))]
    dates = tuple((date, _("{date}", date=When(date))) for date in all_snapshots(catalog))
    return (
        Years("years", _("Years ({year} stands for everyone up to {year})", year=Year(years[0])), years[0], years[-1]),
        Choice("sex", _("Women, men or all"), (("all", _("All")), ("women", _("Women")), ("men", _("Men")))),
        Choice("measure", _("Number or share"), (("count", _("Number of people")), ("share", _("Share of the year, in %")))),
        Choice("snapshot", _("Published for"), dates),
        Choice("stock", _("UNHCR figures"), STOCKS),
    )
