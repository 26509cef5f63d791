"""Charts of arrivals, people elsewhere and people sent back: what is drawn, and what each filter changes."""

from __future__ import annotations

from typing import Any

import pytest

from lib.catalog import Catalog
from lib.charts.spec import Bars, Board, Ladder, Points, drawn
from lib.exhibits import Exhibit, exhibit, exhibit_ids
from lib.topics.arrivals_totals import params
from lib.topics.arrivals_unhcr import STOCKS
from lib.topics.returns import known_returns
from lib.urlstate import Years

VARIANTS: list[tuple[str, dict[str, Any]]] = [
    *(
        ("departures.arrivals_by_year", {"sex": sex, "measure": measure})
        for sex in ("all", "women", "men")
        for measure in ("count", "share")
    ),
    *(("departures.arrivals_by_year", {"years": years}) for years in ((1998, 1998), (1999, 2000), (2009, 2009), (2015, 2018))),
    *(("departures.women_share", {"years": years}) for years in ((1998, 2025), (2001, 2001), (2010, 2015), (2021, 2022))),
    *(("departures.arrivals_by_quarter", {"sex": sex}) for sex in ("all", "women", "men")),
    *(
        (f"departures.{name}", {"snapshot": date, "sex": sex})
        for name in ("origin", "age", "occupation", "schooling")
        for date in ("2024-09", "2022-12", "2020-09")
        for sex in ("all", "women", "men")
    ),
    *(("departures.unhcr_stock", {"stock": key}) for key, _ in STOCKS),
    *((f"departures.{name}", {}) for name in ("before_1999", "us_admissions", "forced_returns", "return_totals", "closing_timeline")),
]


def show(catalog: Catalog, name: str, **filters: Any) -> Exhibit:
    return exhibit(catalog, f"departures.{name}", **filters)


@pytest.mark.parametrize(("exhibit_id", "filters"), VARIANTS, ids=str)
def test_everything_drawn_stands_in_the_table(catalog: Catalog, exhibit_id: str, filters: dict[str, Any]) -> None:
    item = exhibit(catalog, exhibit_id, **filters)
    cells: dict[Any, list[Any]] = {}
    for row in item.rows:
        assert len(row) == len(item.columns)
        cells.setdefault(row[0], []).extend(row)
    for ref, numbers in drawn(item.chart) if item.chart else ():
        for number in numbers:
            assert number in cells[ref]
    assert (item.chart is None) == (not item.rows)
    words = f"{item.takeaway} {item.alt} {item.subtitle}"
    assert "{" not in words
    assert "None" not in words


@pytest.mark.parametrize(("exhibit_id", "filters"), VARIANTS, ids=str)
def test_labels_on_axes_and_events_are_short(catalog: Catalog, exhibit_id: str, filters: dict[str, Any]) -> None:
    chart = exhibit(catalog, exhibit_id, **filters).chart
    labels = chart.x_labels if isinstance(chart, Bars) else chart.labels if isinstance(chart, Ladder) else ()
    assert all(len(str(words)) <= 30 for _key, words in labels)
    events = chart.events if isinstance(chart, (Bars, Points, Board)) else ()
    assert all(len(str(event.label)) <= 24 for event in events)
    assert len(events) <= 3


def test_the_page_has_every_exhibit_of_the_design() -> None:
    names = (
        "arrivals_by_year before_1999 women_share arrivals_by_quarter origin age occupation schooling us_admissions unhcr_stock "
        "forced_returns return_totals other_estimates closing_timeline"
    )
    assert set(exhibit_ids("departures")) == {f"departures.{name}" for name in names.split()}


def test_people_up_to_1998_stand_apart_from_the_years(catalog: Catalog) -> None:
    chart = show(catalog, "arrivals_by_year").chart
    assert isinstance(chart, Bars)
    assert chart.x_order[:3] == ("1998", "gap", "1999")
    apart = [series for series in chart.series if any(bar.ref == "arrivals-to-1998" for bar in series.bars)]
    assert all(series.pattern for series in apart)
    assert sum(bar.value for series in apart for bar in series.bars) == 947
    later = show(catalog, "arrivals_by_year", years=(1999, 2025)).chart
    assert isinstance(later, Bars)
    assert later.x_order[0] == "1999"


def test_years_without_a_split_are_hatched_and_another_count_is_hollow(catalog: Catalog) -> None:
    chart = show(catalog, "arrivals_by_year").chart
    assert isinstance(chart, Bars)
    unknown = next(series for series in chart.series if series.role == "sex_unknown")
    assert unknown.pattern == "/"
    assert [bar.x for bar in unknown.bars] == ["1999", "2000"]
    assert {bar.x for series in chart.series for bar in series.bars if bar.hollow} == {"2001"}


def test_the_unpublished_year_is_named_and_not_drawn(catalog: Catalog) -> None:
    item = show(catalog, "arrivals_by_year")
    assert any(str(text).startswith("2026: Not published") for text in item.record.caveats)
    assert not any(row[1] == 2026 for row in item.rows)


def test_the_finding_by_year_follows_the_filters(catalog: Catalog) -> None:
    assert "2,914 in 2009" in str(show(catalog, "arrivals_by_year").takeaway)
    assert "women" in str(show(catalog, "arrivals_by_year", sex="women").takeaway)
    assert "88.8%" in str(show(catalog, "arrivals_by_year", measure="share").takeaway)
    assert "1,418" in str(show(catalog, "arrivals_by_year", years=(2015, 2018)).takeaway)
    assert str(show(catalog, "arrivals_by_year", years=(1998, 1998)).takeaway) == "947 people reached South Korea up to 1998"
    assert show(catalog, "arrivals_by_year", years=(1999, 2000), sex="women").empty


def test_shares_of_a_year_add_up_to_all(catalog: Catalog) -> None:
    chart = show(catalog, "arrivals_by_year", measure="share").chart
    assert isinstance(chart, Bars)
    assert chart.share
    sums: dict[str, float] = {}
    for series in chart.series:
        for bar in series.bars:
            sums[bar.x] = sums.get(bar.x, 0) + bar.value
    assert all(99.8 <= total <= 100.2 for total in sums.values())


def test_counts_of_two_counters_are_not_joined(catalog: Catalog) -> None:
    chart = show(catalog, "women_share").chart
    assert isinstance(chart, Points)
    joined, apart = chart.series
    assert joined.joined
    assert not apart.joined
    assert [mark.x for mark in apart.marks] == ["2001"]
    stocks = show(catalog, "unhcr_stock", stock="refugees_years").chart
    assert isinstance(stocks, Points)
    editions = [{mark.ref.endswith("database") for mark in series.marks} for series in stocks.series]
    assert editions == [{True}, {False}]


def test_the_half_year_is_hatched_and_computed_quarters_are_hollow(catalog: Catalog) -> None:
    chart = show(catalog, "arrivals_by_quarter").chart
    assert isinstance(chart, Bars)
    half = next(series for series in chart.series if any(bar.x == "2025-H2" for bar in series.bars))
    assert (half.pattern, len(half.bars)) == (".", 1)
    assert {bar.x for series in chart.series for bar in series.bars if bar.hollow} >= {"2024-Q4", "2025-Q2"}
    assert len(show(catalog, "arrivals_by_quarter", sex="men").rows) < len(show(catalog, "arrivals_by_quarter").rows)


def test_the_profile_says_what_was_not_published(catalog: Catalog) -> None:
    assert show(catalog, "origin", snapshot="2022-12").empty
    assert "region of origin" in str(show(catalog, "origin", snapshot="2022-12").takeaway)
    assert "No split by sex" in str(show(catalog, "age", snapshot="2022-12", sex="men").takeaway)
    hatched = show(catalog, "age", snapshot="2022-12").chart
    assert isinstance(hatched, Bars)
    assert [series.pattern for series in hatched.series] == ["/"]
    assert str(show(catalog, "origin", sex="men").takeaway) != str(show(catalog, "origin").takeaway)


def test_countries_and_the_rest_make_the_world(catalog: Catalog) -> None:
    for kind, world in (("refugees", 244), ("pending", 105)):
        chart = show(catalog, "unhcr_stock", stock=kind).chart
        assert isinstance(chart, Bars)
        assert sum(bar.value for series in chart.series for bar in series.bars) == world


def test_only_returns_are_drawn_as_returns(catalog: Catalog) -> None:
    table = catalog["forced_returns"]
    chart = show(catalog, "forced_returns").chart
    assert isinstance(chart, Ladder)
    refs = [mark.ref for series in chart.series for mark in series.marks]
    assert sorted(refs) == sorted(row.key for row in known_returns(catalog))
    assert {table.row(ref)["kind"] for ref in refs} == {"return"}
    twice = [mark for series in chart.series for mark in series.marks if mark.x == "return-china-2023-10-09"]
    assert [(mark.value, mark.hollow) for mark in twice] == [(500, True), (600, True)]
    totals = show(catalog, "return_totals")
    assert {table.row(str(row[0]))["kind"] for row in totals.rows} == {"period_total"}


def test_estimates_leave_open_ends_unknown_and_count_what_has_no_date(catalog: Catalog) -> None:
    item = show(catalog, "other_estimates")
    assert item.is_table
    assert item.chart is None
    ends = {str(row[0]): (row[4], row[5]) for row in item.rows}
    assert ends["held-estimate-2021-07-hrw"] == (1100, None)
    assert ends["held-estimate-2023-08-11-tjwg"] == (None, 2000)
    assert ends["hiding-estimate-2002-11-hrw"] == (10000, 300000)
    assert "2 have no date" in str(item.takeaway)


def test_measures_without_an_end_are_not_drawn_as_in_force(catalog: Catalog) -> None:
    chart = show(catalog, "closing_timeline").chart
    assert isinstance(chart, Board)
    for row in chart.rows:
        for segment in row.segments:
            assert segment.role == ("closed" if segment.end else "unknown")
    assert not {"us-passport-restriction-2017", "sars-flights-2003"} & {ref for ref, _ in drawn(chart)}


def test_filters_take_their_bounds_from_the_tables(catalog: Catalog) -> None:
    found = {param.name: param for param in params(catalog)}
    years = found["years"]
    assert isinstance(years, Years)
    assert years.default == (1998, 2025)
    assert [param.default for param in found.values() if param.name != "years"] == ["all", "count", "2024-09", "refugees"]
