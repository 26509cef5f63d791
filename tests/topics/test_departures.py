"""Arrivals, people elsewhere and people sent back: the facts against the tables."""

from __future__ import annotations

import pytest

from lib.catalog import Catalog
from lib.exhibits import exhibit, fact, fact_ids
from lib.numbers import Quantity
from lib.topics.arrivals_table import in_bucket, rows_that_add_up, single_years

PREFIXES = ("arrivals.", "elsewhere.", "returns.")


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
    assert str(latest.context) == "13 fewer than in 2024"
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
    assert str(exhibit(catalog, "departures.return_totals").takeaway).startswith("At least 1,076")


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
        assert len(str(item.label)) <= 30, fact_id
        assert 0 < len(str(item.context)) <= 30, fact_id
