"""Arrivals, people elsewhere and people sent back: the facts against the tables, and what each filter changes."""

from __future__ import annotations

from typing import Any

import pytest

from lib.catalog import Catalog, load_catalog
from lib.charts.spec import Bars, Board, Ladder, Points, drawn
from lib.exhibits import Exhibit, exhibit, exhibit_ids, fact, fact_ids
from lib.numbers import Quantity
from lib.topics.arrivals_table import in_bucket, rows_that_add_up, single_years
from lib.topics.arrivals_totals import params
from lib.topics.arrivals_unhcr import STOCKS
from lib.topics.returns import known_returns
from lib.urlstate import Years

PREFIXES = ("arrivals.", "elsewhere.", "returns.")
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


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def show(catalog: Catalog, name: str, **filters: Any) -> Exhibit:
    return exhibit(catalog, f"departures.{name}", **filters)


@pytest.mark.parametrize(
    ("fact_id", "value"),
    [
        ("arrivals.latest", 223),
        ("arrivals.latest_women", 198),
        ("arrivals.latest_men", 25),
        ("arrivals.women_share", 88.8),
        ("arrivals.cumulative", 34537),
        ("arrivals.cumulative_women", 24944),
        ("arrivals.cumulative_men", 9593),
        ("arrivals.cumulative_women_share", 72.2),
        ("arrivals.peak", 2914),
        ("arrivals.fall_from_peak", 92.3),
        ("arrivals.lowest", 63),
        ("arrivals.last_before_closing", 1047),
        ("elsewhere.us_total", 224),
        ("elsewhere.us_latest_year", 0),
        ("elsewhere.unhcr_world_refugees", 244),
        ("elsewhere.unhcr_world_pending", 105),
    ],
)
def test_facts_hold_the_figures_of_the_rulings(catalog: Catalog, fact_id: str, value: float) -> None:
    assert fact(catalog, fact_id).quantity.value == value


def test_the_latest_year_says_that_it_was_corrected_and_how_it_changed(catalog: Catalog) -> None:
    latest = fact(catalog, "arrivals.latest")
    assert latest.status == "corrected"
    assert str(latest.context) == "−13 on 2024"
    assert "224" in str(latest.note)
    assert latest.period == "2025"
    assert latest.record.rows[-1] == ("arrivals_annual", "arrivals-2025")


def test_the_share_of_women_says_from_which_counts_it_is_computed(catalog: Catalog) -> None:
    counted = str(fact(catalog, "arrivals.women_share").record.counted)
    assert "198 of 223" in counted
    assert "computed" in counted


def test_the_lowest_year_is_lowest_since_1996_and_never_on_record(catalog: Catalog) -> None:
    lowest = fact(catalog, "arrivals.lowest")
    assert str(lowest.context) == "lowest since 1996"
    assert "record" not in f"{lowest.note} {lowest.label} {lowest.context}"


def test_women_and_men_of_all_years_make_everyone(catalog: Catalog) -> None:
    values = [fact(catalog, f"arrivals.cumulative{end}").quantity.value for end in ("", "_women", "_men")]
    assert values[0] == (values[1] or 0) + (values[2] or 0)
    keys = {row.key for row in rows_that_add_up(catalog)}
    assert "arrivals-bucket-1999-2001" in keys
    assert not keys & {row.key for row in single_years(catalog) if in_bucket(catalog, row)}


def test_sparks_begin_where_years_are_single_and_counted_alike(catalog: Catalog) -> None:
    arrivals, women = fact(catalog, "arrivals.latest").spark, fact(catalog, "arrivals.women_share").spark
    assert arrivals is not None
    assert women is not None
    assert (len(arrivals.values), arrivals.values[0]) == (25, 583)
    assert (len(women.values), women.values[-1]) == (24, 88.8)


def test_totals_of_returns_keep_their_qualifier_and_their_caution(catalog: Catalog) -> None:
    for fact_id, words in (("since_2020", "at least 1,076"), ("since_2024", "at least 406"), ("to_april_2024", "at least 670")):
        assert str(fact(catalog, f"returns.{fact_id}").quantity) == f"{words} people"
    since = fact(catalog, "returns.since_2020")
    assert "About 60" in str(since.note)
    # The takeaway says "at least" on its own: it must stay true to the row.
    assert str(show(catalog, "return_totals").takeaway).startswith("At least 1,076")


def test_the_disputed_return_is_a_range_and_names_both_counters(catalog: Catalog) -> None:
    disputed = fact(catalog, "returns.oct_2023")
    assert disputed.quantity == Quantity(low=500, high=600, unit="people")
    assert disputed.record.confidence == "disputed"
    for name in ("Human Rights Watch", "Transitional Justice Working Group"):
        assert name in str(disputed.note)
        assert name in str(disputed.record.counted_by)


def test_shares_of_the_profile_say_their_base(catalog: Catalog) -> None:
    shares = {"origin_border_provinces_share": 79.6, "unemployed_or_dependent_share": 44.6, "age_20s_30s_share": 57.1}
    for name, value in shares.items():
        item = fact(catalog, f"arrivals.{name}")
        assert item.quantity.value == value
        assert str(item.context) == "of 34,134 people"
        assert item.record.as_of == "2024-09"


def test_labels_and_contexts_fit_their_card(catalog: Catalog) -> None:
    own = [item for item in fact_ids() if item.startswith(PREFIXES)]
    assert len(own) >= 24
    for fact_id in own:
        item = fact(catalog, fact_id)
        assert len(str(item.label)) <= 24, fact_id
        assert 0 < len(str(item.context)) <= 22, fact_id


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
