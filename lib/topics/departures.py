"""Facts on how many people reached South Korea: the latest year, the peak, the low, everyone so far."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When
from lib.exhibits import fact_of
from lib.i18n import Text, _, ngettext
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, Spark
from lib.topics.arrivals_table import (
    arrivals_record,
    closing_of_the_border,
    in_bucket,
    latest_year,
    share,
    since_bucket,
    single_years,
    sum_of,
    year_of_row,
)


def _people(value: float) -> Quantity:
    return Quantity(value=value, unit="people")


def _percent(value: float) -> Quantity:
    return Quantity(value=value, unit="percent")


def _counted_in(row: Row) -> Text:
    return _(
        "People from North Korea admitted to South Korea's protection center in {year}, children included.", year=Year(year_of_row(row))
    )


def _span(rows: tuple[Row, ...]) -> Period:
    return Period(str(year_of_row(rows[0])), str(year_of_row(rows[-1])))


def _change(difference: float, year: Year) -> Text:
    """How far a year lies above or below another one, in words that can be read aloud."""
    number = Number(abs(difference))
    if not difference:
        return _("as many as in {year}", year=year)
    if difference < 0:
        return ngettext("{number} fewer than in {year}", "{number} fewer than in {year}", int(-difference), number=number, year=year)
    return ngettext("{number} more than in {year}", "{number} more than in {year}", int(difference), number=number, year=year)


@fact_of("arrivals.latest")
def latest(catalog: Catalog) -> Fact:
    """People who arrived in the newest year published, with the change on the year before."""
    years = since_bucket(catalog)
    row, before = years[-1], years[-2]
    return Fact(
        "arrivals.latest",
        _("Arrivals in {year}", year=Year(year_of_row(row))),
        _people(row.known("total")),
        arrivals_record(catalog, (before, row), _counted_in(row), noted=(row,)),
        status=row.text("status"),
        context=_change(row.known("total") - before.known("total"), Year(year_of_row(before))),
        note=row.text("caveat"),
        spark=Spark(tuple(item.known("total") for item in years), _("Arrivals by year, {span}", span=_span(years))),
        period=str(year_of_row(row)),
    )


def _of_one_sex(catalog: Catalog, fact_id: str, column: str, label: Text, counted: Text) -> Fact:
    row = latest_year(catalog)
    value = row.known(column)
    return Fact(
        fact_id,
        label,
        _people(value),
        arrivals_record(catalog, (row,), counted, noted=(row,)),
        status=row.text("status"),
        context=_("of {people} people", people=Number(row.known("total"))),
        note=row.text("caveat"),
        period=str(year_of_row(row)),
    )


@fact_of("arrivals.latest_women")
def latest_women(catalog: Catalog) -> Fact:
    """Women and girls who arrived in the newest year."""
    year = Year(year_of_row(latest_year(catalog)))
    counted = _("Women and girls from North Korea admitted to South Korea's protection center in {year}.", year=year)
    return _of_one_sex(catalog, "arrivals.latest_women", "women", _("Women who arrived in {year}", year=year), counted)


@fact_of("arrivals.latest_men")
def latest_men(catalog: Catalog) -> Fact:
    """Men and boys who arrived in the newest year."""
    year = Year(year_of_row(latest_year(catalog)))
    counted = _("Men and boys from North Korea admitted to South Korea's protection center in {year}.", year=year)
    return _of_one_sex(catalog, "arrivals.latest_men", "men", _("Men who arrived in {year}", year=year), counted)


@fact_of("arrivals.women_share")
def women_share(catalog: Catalog) -> Fact:
    """Women among the arrivals of the newest year, in percent, computed from the counts by sex."""
    years = tuple(row for row in single_years(catalog) if row["women"] is not None and not in_bucket(catalog, row))
    row = years[-1]
    overall = _percent(share(sum_of(catalog, "women"), sum_of(catalog, "total")))
    return Fact(
        "arrivals.women_share",
        _("Women among arrivals, {year}", year=Year(year_of_row(row))),
        _percent(share(row.known("women"), row.known("total"))),
        arrivals_record(
            catalog,
            (row,),
            _(
                "Women and girls among the people admitted to South Korea's protection center in {year}: {women} of {people}. "
                "The percentage is computed from these two counts.",
                year=Year(year_of_row(row)),
                women=Number(row.known("women")),
                people=Number(row.known("total")),
            ),
            noted=(row,),
        ),
        status=row.text("status"),
        context=_("{share} over all years", share=overall),
        note=_(
            "{women} of {people} people in {year}.",
            women=Number(row.known("women")),
            people=Number(row.known("total")),
            year=Year(year_of_row(row)),
        ),
        spark=Spark(
            tuple(share(item.known("women"), item.known("total")) for item in years), _("Women's share by year, {span}", span=_span(years))
        ),
        period=str(year_of_row(row)),
    )


def _peak(catalog: Catalog) -> Row:
    return max(single_years(catalog), key=lambda row: row.known("total"))


@fact_of("arrivals.peak")
def peak(catalog: Catalog) -> Fact:
    """The most people who arrived in one year."""
    row = _peak(catalog)
    return Fact(
        "arrivals.peak",
        _("Most arrivals in one year"),
        _people(row.known("total")),
        arrivals_record(catalog, (row,), _counted_in(row), noted=(row,)),
        context=_("in {year}", year=Year(year_of_row(row))),
        period=str(year_of_row(row)),
        note=row.text("caveat"),
    )


@fact_of("arrivals.fall_from_peak")
def fall_from_peak(catalog: Catalog) -> Fact:
    """How far the newest year lies under the peak, in percent."""
    row, last = _peak(catalog), latest_year(catalog)
    return Fact(
        "arrivals.fall_from_peak",
        _("Fall in arrivals since {year}", year=Year(year_of_row(row))),
        _percent(share(row.known("total") - last.known("total"), row.known("total"))),
        arrivals_record(
            catalog,
            (row, last),
            _(
                "How far the {latest} arrivals of {year} lie under the {peak} arrivals of {peak_year}. Computed from these two counts.",
                latest=Number(last.known("total")),
                year=Year(year_of_row(last)),
                peak=Number(row.known("total")),
                peak_year=Year(year_of_row(row)),
            ),
            noted=(row, last),
        ),
        status=last.text("status"),
        context=_("{year} against {peak_year}", year=Year(year_of_row(last)), peak_year=Year(year_of_row(row))),
        period=str(year_of_row(last)),
    )


@fact_of("arrivals.lowest")
def lowest(catalog: Catalog) -> Fact:
    """The fewest people who arrived in one year of the series, and since when no year had fewer."""
    row = min(single_years(catalog), key=lambda item: item.known("total"))
    early = catalog["arrivals_before_1999"].where(lambda item: item.known("total") < row.known("total"), period_kind="year")
    since = max(early, key=year_of_row)
    return Fact(
        "arrivals.lowest",
        _("Fewest arrivals in one year"),
        _people(row.known("total")),
        arrivals_record(catalog, (since, row), _counted_in(row), noted=(row,)),
        context=_("lowest since {year}", year=Year(year_of_row(since))),
        period=str(year_of_row(row)),
        note=_(
            "{low} people arrived in {year}. The last year with fewer was {since}, with {before}.",
            low=Number(row.known("total")),
            year=Year(year_of_row(row)),
            since=Year(year_of_row(since)),
            before=Number(since.known("total")),
        ),
    )


@fact_of("arrivals.last_before_closing")
def last_before_closing(catalog: Catalog) -> Fact:
    """Arrivals in the last full year before the border shut."""
    shut = closing_of_the_border(catalog)
    row = [item for item in single_years(catalog) if str(year_of_row(item)) < shut.text("date")[:4]][-1]
    return Fact(
        "arrivals.last_before_closing",
        _("Arrivals in {year}", year=Year(year_of_row(row))),
        _people(row.known("total")),
        arrivals_record(catalog, (row,), _counted_in(row), noted=(row,)),
        context=_("before the border shut"),
        period=str(year_of_row(row)),
        note=_(
            "The last full year before North Korea shut its border: air and rail links stopped on {date}.", date=When(shut.text("date"))
        ),
    )
