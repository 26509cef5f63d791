"""Facts, charts and tables on policy, held against their tables."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import load_catalog
from lib.charts.spec import Bars, drawn
from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids
from lib.topics.policy import JURISDICTIONS, KINDS, OFFICES, STATES, days_since, group_of, lapse_sentence, state_of, state_words

TODAY = date(2026, 11, 22)
FACTS = [name for name in fact_ids() if name.startswith("policy.")]


@pytest.mark.parametrize(
    ("fact_id", "value", "as_of"),
    [
        ("policy.ga_latest", 10, "2025-12-18"),
        ("policy.hrc_latest", 10, "2025-04-03"),
        ("policy.ga_yes_last_vote", 119, "2025-12-18"),
        ("policy.consensus_years", 12, "2025-12-18"),
        ("policy.vacant_posts", 2, "2025-05-22"),
    ],
)
def test_facts(fact_id: str, value: float, as_of: str) -> None:
    found = fact(load_catalog(), fact_id)
    assert found.quantity.value == value
    assert found.record.as_of == as_of


def test_rules_in_force_are_counted_at_the_last_check() -> None:
    catalog = load_catalog()
    checked = date.fromisoformat(catalog.last_check)
    rows = [row for row in catalog["instruments"] if state_of(row, checked) == "in_force"]
    assert fact(catalog, "policy.in_force").quantity.value == len(rows)


def test_labels_and_contexts_fit_their_cards() -> None:
    for name in FACTS:
        found = fact(load_catalog(), name)
        assert len(str(found.label)) <= 24, name
        assert len(str(found.context)) <= 22, name


def test_every_value_of_the_tables_has_words() -> None:
    catalog = load_catalog()
    for row in catalog["instruments"]:
        assert row["jurisdiction"] in JURISDICTIONS
        assert row["kind"] in KINDS
        assert group_of(row, TODAY) in STATES
        assert str(state_words(row, "2026-11-22"))
    assert {row["role"] for row in catalog["office_holders"]} == set(OFFICES)


@pytest.mark.parametrize(
    ("key", "checked", "words"),
    [
        ("us-travel-ban-2025", "2026-11-22", "known to 31 August 2026"),
        ("eu-listing-2021", "2026-11-22", "in force, known to 8 December 2026"),
        ("eu-listing-2021", "2026-12-09", "known to 8 December 2026"),
        ("us-nkhra-2004", "2026-11-22", "authorization lapsed on 30 September 2022, not the whole act"),
        ("us-hr3012-2024", "2026-11-22", "did not become law"),
        ("un-hrc-2026", "2026-11-22", "unknown: nothing known after 2 February 2026"),
        ("ca-hanvoice-2021", "2026-11-22", "unknown: nothing known after 26 October 2021"),
        ("us-hr5959-2025", "2026-11-22", "introduced; no later step known, as of 11 November 2025"),
    ],
)
def test_states_in_words(key: str, checked: str, words: str) -> None:
    assert str(state_words(load_catalog()["instruments"].row(key), checked)) == words


def test_days_since_the_lapse_grow_with_the_day() -> None:
    catalog = load_catalog()
    assert days_since(catalog, date(2022, 10, 1)) == 1
    assert days_since(catalog, TODAY) == 1514
    assert "1,514 days ago" in str(lapse_sentence(catalog, TODAY))
    assert "rest of the act remains law" in str(lapse_sentence(catalog, TODAY))


@pytest.mark.parametrize("name", ["policy.ga_votes", "policy.hrc_votes", "policy.office_board"])
def test_what_is_drawn_stands_in_the_table(name: str) -> None:
    item = exhibit(load_catalog(), name)
    rows = {row[0]: row for row in item.rows}
    assert item.chart is not None
    for ref, numbers in drawn(item.chart):
        assert set(numbers) <= set(rows[ref]), ref


def test_uncertain_votes_are_hollow_and_consensus_has_its_own_mark() -> None:
    chart = exhibit(load_catalog(), "policy.ga_votes").chart
    assert isinstance(chart, Bars)
    series = {item.role: item for item in chart.series}
    assert {bar.x for bar in series["yes"].bars if bar.hollow} == {"2007", "2009"}
    assert all(str(bar.label) for bar in series["yes"].bars if bar.hollow)
    assert series["consensus"].pattern
    assert not {bar.x for bar in series["consensus"].bars} & {bar.x for bar in series["yes"].bars}


def test_the_council_of_2026_is_unknown_and_not_pending() -> None:
    item = exhibit(load_catalog(), "policy.hrc_votes")
    assert isinstance(item.chart, Bars)
    unknown = next(series for series in item.chart.series if series.role == "unknown")
    assert [bar.x for bar in unknown.bars] == ["2026"]
    assert "2026 is not known" in str(item.takeaway)


def test_the_log_is_newest_first_and_follows_its_filters() -> None:
    catalog = load_catalog()
    log = exhibit(catalog, "policy.log")
    assert len(log.rows) == 12
    assert log.rows[0][0] == "kp-constitution-2026"
    everything = exhibit(catalog, "policy.log", latest="0")
    assert len(everything.rows) == len(catalog["instruments"])
    china = exhibit(catalog, "policy.log", jurisdiction=("CN",))
    assert {row[2] for row in china.rows} == {JURISDICTIONS["CN"]}
    laws = exhibit(catalog, "policy.log", kind="law", state="in_force", latest="0")
    assert {row[4] for row in laws.rows} == {KINDS["law"]}
    assert all("in force" in str(row[5]) for row in laws.rows)
    recent = exhibit(catalog, "policy.log", since="2025", latest="0")
    assert 0 < len(recent.rows) < len(everything.rows)
    assert all(str(row[1]) >= "2025" for row in recent.rows)


def test_empty_filters_say_so() -> None:
    catalog = load_catalog()
    nothing = exhibit(catalog, "policy.log", jurisdiction=("CN",), kind=("bill",))
    assert nothing.empty
    assert str(nothing.takeaway) == "No decision fits"
    assert nothing.record.source_ids


def test_state_today_holds_only_what_can_change() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "policy.state_today")
    states = {group_of(catalog["instruments"].row(str(row[0])), TODAY) for row in item.rows}
    assert states == {"in_force", "pending", "vacant", "lapsed", "unknown"}
    later = exhibit(catalog, "policy.state_today", today="2026-12-09")
    words = {row[0]: str(row[3]) for row in later.rows}
    assert words["eu-listing-2021"] == "known to 8 December 2026"
    american = exhibit(catalog, "policy.state_today", jurisdiction=("US",))
    assert {row[2] for row in american.rows} == {JURISDICTIONS["US"]}


def test_the_calendar_begins_today() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "policy.calendar", today="2026-11-22", limit=4)
    assert [row[0] for row in item.rows][:2] == ["unga-third-committee-resolution", "eu-sanctions-review"]
    assert "November 2026" in str(item.takeaway)
    assert all(row[5] for row in item.rows)


def test_vacancies_are_named_with_the_day_to_which_they_are_known() -> None:
    words = str(exhibit(load_catalog(), "policy.office_board").takeaway)
    assert "US special envoy (since January 2025, known to 22 May 2025)" in words
    assert "South Korean ambassador (since July 2024, known to 23 August 2024)" in words


def test_all_exhibits_are_there() -> None:
    found = {name for name in exhibit_ids("act") if name.startswith("policy.")}
    assert found == {f"policy.{name}" for name in ("ga_votes", "hrc_votes", "office_board", "log", "state_today", "calendar")}
