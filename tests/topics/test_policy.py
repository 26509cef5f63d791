"""Facts, charts and tables on policy, held against their tables."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lib.catalog import load_catalog
from lib.charts.spec import Bars, drawn
from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids
from lib.topics.policy import (
    JURISDICTIONS,
    KINDS,
    OFFICES,
    STATES,
    group_of,
    state_of,
    state_words,
)
from lib.topics.policy_filters import body_key, find
from lib.topics.policy_state_facts import in_force

TODAY = date(2026, 11, 22)
FACTS = [name for name in fact_ids() if name.startswith("policy.")]


@pytest.mark.parametrize(
    ("fact_id", "value", "as_of"),
    [
        ("policy.ga_latest", 10, "2025-12-18"),
        ("policy.hrc_latest", 10, "2025-04-03"),
        ("policy.ga_yes_last_vote", 119, "2025-12-18"),
        ("policy.ga_no_last_vote", 19, "2025-12-18"),
        ("policy.ga_abstain_last_vote", 48, "2025-12-18"),
        ("policy.consensus_years", 12, "2025-12-18"),
        ("policy.recorded", 195, "2026-11-22"),
        ("policy.days_since_lapse", 1514, "2026-11-22"),
        ("policy.days_to_next", 16, "2026-11-22"),
        ("policy.vacant_posts", 2, "2024-08-23"),
        ("policy.us_envoy_vacant_days", 111, "2025-05-22"),
        ("policy.kr_ambassador_vacant_days", 23, "2024-08-23"),
    ],
)
def test_facts(fact_id: str, value: float, as_of: str) -> None:
    found = fact(load_catalog(), fact_id)
    assert found.quantity.value == value
    assert found.record.as_of == as_of


@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 9), date(2030, 1, 1)])
def test_rules_in_force_follow_the_day(day: date) -> None:
    catalog = load_catalog()
    rows = [row for row in catalog["instruments"] if state_of(row, day) == "in_force"]
    assert in_force(catalog, day).quantity.value == len(rows)


def test_rules_in_force_become_fewer_past_their_known_end() -> None:
    catalog = load_catalog()
    assert (in_force(catalog, date(2026, 12, 9)).quantity.value or 0) < (in_force(catalog, TODAY).quantity.value or 0)


def test_the_sides_of_the_last_vote_stand_together() -> None:
    found = fact(load_catalog(), "policy.ga_yes_last_vote")
    assert (found.quantity.short(), str(found.context), found.period) == ("119", "19 no, 48 abstained", "2015")


def test_labels_and_contexts_fit_their_cards() -> None:
    for name in FACTS:
        found = fact(load_catalog(), name)
        assert len(str(found.label)) <= 30, name
        assert len(str(found.context)) <= 30, name


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
        ("us-usagm-2025", "2026-11-22", "under appeal, as of 17 March 2026"),
        ("us-voa-resume-2025", "2026-11-22", "disputed, as of 25 September 2025"),
        ("us-envoy-vacancy-2025", "2026-11-22", "vacant, as of 22 May 2025"),
        ("kr-leaflet-law-2020", "2026-11-22", "struck down"),
    ],
)
def test_states_in_words(key: str, checked: str, words: str) -> None:
    assert str(state_words(load_catalog()["instruments"].row(key), checked)) == words


def test_rulings_on_states() -> None:
    """RULINGS 4: "published" only for reports and statements; bills that ended died; returns of people stand elsewhere."""
    catalog = load_catalog()
    for row in catalog["instruments"]:
        if row["status"] == "published":
            assert row["kind"] in ("report", "statement"), row.key
        if row["kind"] == "bill":
            assert row["status"] in ("died", "introduced"), row.key
        assert "repatriation" not in row.key
        if row["status"] == "unknown_after":
            assert str(state_words(row, "2026-11-22")).startswith("known to "), row.key
    assert catalog["instruments"].row("us-hr3012-2024")["status"] == "died"
    assert not [row for row in catalog["instruments"] if "expired" in str(state_words(row, "2026-11-22")) and row["known_until"]]


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


def test_members_that_did_not_vote_are_drawn_where_known() -> None:
    for name, table in (("policy.ga_votes", "votes_unga"), ("policy.hrc_votes", "votes_hrc")):
        chart = exhibit(load_catalog(), name).chart
        assert isinstance(chart, Bars)
        series = {item.role: item for item in chart.series}
        assert {bar.ref: bar.value for bar in series["not_voting"].bars} == {
            row.key: row["not_voting"] for row in load_catalog()[table] if row["not_voting"]
        }


def test_the_log_is_newest_first_and_follows_its_filters() -> None:
    catalog = load_catalog()
    log = exhibit(catalog, "policy.log")
    assert len(log.rows) == 20
    assert "20" not in str(log.subtitle), "how many the page shows is no part of the finding"
    assert log.rows[0][0] == "kp-constitution-2026"
    everything = exhibit(catalog, "policy.log", latest="0")
    assert len(everything.rows) == len(catalog["instruments"]) == 195
    assert "195 decisions are on record" in str(log.takeaway)
    china = exhibit(catalog, "policy.log", jurisdiction=("CN",))
    assert {row[2] for row in china.rows} == {JURISDICTIONS["CN"]}
    laws = exhibit(catalog, "policy.log", kind="law", state="in_force", latest="0")
    assert {row[6] for row in laws.rows} == {KINDS["law"]}
    assert all("in force" in str(row[7]) for row in laws.rows)
    council = exhibit(catalog, "policy.log", body="un-human-rights-council", latest="0")
    assert {row[3] for row in council.rows} == {"UN Human Rights Council"}
    assert f"{len(council.rows)} of 195 decisions fit" in str(council.takeaway)
    recent = exhibit(catalog, "policy.log", years=(2024, 2025), latest="0")
    assert 0 < len(recent.rows) < len(everything.rows)
    assert {str(row[1])[:4] for row in recent.rows} == {"2024", "2025"}
    assert all(row[9] for row in everything.rows), "each says why it matters"


@pytest.mark.parametrize(
    ("q", "key"),
    [
        ("Warmbier", "us-warmbier-2019"),
        ("3012", "us-hr3012-2024"),
        ("h.r. 3012", "us-hr3012-2024"),
        ("HR3012", "us-hr3012-2024"),
        ("A/RES/70/172", "un-unga-2015"),
        ("반동사상", "kp-reactionary-2020"),
        ("salmon", "un-sr-salmon-2022"),
        ("SALMÓN", "un-sr-salmon-2022"),
        ("constitutional court", "kr-leaflet-ruling-2023"),
        ("hanvoice", "ca-hanvoice-2021"),
    ],
)
def test_the_log_can_be_searched(q: str, key: str) -> None:
    found = [row.key for row in find(load_catalog(), TODAY, q)]
    assert key in found
    assert len(found) < 30


@pytest.mark.parametrize("q", ["no such words at all", "the", "---", "<script>", "🙂", "북" * 200])
def test_a_search_that_finds_nothing(q: str) -> None:
    assert find(load_catalog(), TODAY, q) == ()


def test_words_narrow_a_search_and_filters_join_in() -> None:
    catalog = load_catalog()
    one, two = find(catalog, TODAY, "sanctions"), find(catalog, TODAY, "sanctions warmbier")
    assert {row.key for row in two} < {row.key for row in one}
    assert find(catalog, TODAY, "warmbier", jurisdiction=("KR",)) == ()
    assert find(catalog, TODAY, "  ") == find(catalog, TODAY)


def test_each_body_has_a_key_of_its_own() -> None:
    names = {row.text("body") for row in load_catalog()["instruments"]}
    assert len({body_key(name) for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", body_key(name)) for name in names)


def test_empty_filters_say_so() -> None:
    catalog = load_catalog()
    nothing = exhibit(catalog, "policy.log", jurisdiction=("CN",), kind="bill")
    assert nothing.empty
    assert str(nothing.takeaway) == "No decision fits"
    assert nothing.record.source_ids


def test_posts_are_known_to_the_oldest_of_their_newest_dates() -> None:
    catalog = load_catalog()
    newest = {role: max(row.text("end") or row.text("as_of") for row in catalog["office_holders"].where(role=role)) for role in OFFICES}
    assert exhibit(catalog, "policy.office_board").record.as_of == min(newest.values()) == "2024-08-23"


def test_state_today_says_the_day_to_which_it_is_counted() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "policy.state_today", today="2026-12-09")
    assert "counted to 9 December 2026" in str(item.takeaway)
    assert item.record.as_of == "2026-12-09"
    assert "Counted to 9 December 2026" in str(in_force(catalog, date(2026, 12, 9)).note)


def test_state_today_holds_only_what_can_change() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "policy.state_today")
    states = {group_of(catalog["instruments"].row(str(row[0])), TODAY) for row in item.rows}
    assert states == {"in_force", "pending", "vacant", "lapsed", "unknown"}
    later = exhibit(catalog, "policy.state_today", today="2026-12-09")
    words = {row[0]: str(row[4]) for row in later.rows}
    assert words["eu-listing-2021"] == "known to 8 December 2026"
    american = exhibit(catalog, "policy.state_today", jurisdiction=("US",))
    assert {row[3] for row in american.rows} == {JURISDICTIONS["US"]}


def test_all_exhibits_are_there() -> None:
    found = {name for name in exhibit_ids("policy") if name.startswith("policy.")}
    assert found == {f"policy.{name}" for name in ("ga_votes", "hrc_votes", "office_board", "log", "state_today", "calendar")}
