"""The view of dated events, the dates to come, and the words for states."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import load_catalog
from lib.dates import is_partial_date, last_day
from lib.status import STATUS_LABELS, status_key, status_words, too_old
from lib.topics.timeline import OWNERS, TOPICS, events, next_dates

TODAY = date(2026, 11, 22)


def test_every_event_is_dated_and_stands_once() -> None:
    found = events(load_catalog())
    keys = [(event.row.table, event.row.key) for event in found]
    assert len(keys) == len(set(keys))
    assert all(is_partial_date(event.date) and event.title and event.topic in TOPICS for event in found)
    assert [event.date[:4] for event in found] == sorted((event.date[:4] for event in found), reverse=True)


def test_events_can_be_narrowed() -> None:
    catalog = load_catalog()
    policy = events(catalog, ("policy",))
    assert {event.row.table for event in policy} == {"instruments"}
    recent = events(catalog, since="2026")
    assert recent
    assert all(last_day(event.date) >= date(2026, 1, 1) for event in recent)


def test_no_event_of_the_timeline_has_a_twin_in_another_table() -> None:
    catalog = load_catalog()
    twins = catalog["timeline_twins"]
    assert not {row.key for row in catalog["timeline"]} & {row.key for row in twins}


def test_twins_agree_with_their_owners() -> None:
    catalog = load_catalog()
    shown = {(event.row.table, event.row.key) for event in events(catalog)}
    owners = {owner.table for owner in OWNERS}
    for twin in catalog["timeline_twins"]:
        table, key = twin.text("owner_table"), twin.text("owner_key")
        row = catalog[table].row(key)
        if table in owners and row.get("kind") != "period_total" and row["date"]:
            assert (table, key) in shown, twin.key
        if twin["same_date"] and "end_date" not in row and "committee_date" not in row and "date" in row:
            assert twin["timeline_date"] == row["date"], twin.key


def test_next_dates_are_to_come_and_sorted() -> None:
    dates = next_dates(load_catalog(), TODAY)
    dated = [item for item in dates if item.when]
    assert dated[0].row.key == "unga-third-committee-resolution"
    assert all(last_day(item.when) >= TODAY for item in dated)
    assert [last_day(item.when) for item in dated] == sorted(last_day(item.when) for item in dated)
    assert dates[: len(dated)] == tuple(dated)
    assert {item.row["recurrence"] for item in dates[len(dated) :]} == {"irregular"}


def test_yearly_dates_move_on_and_single_dates_leave() -> None:
    later = {item.row.key: item for item in next_dates(load_catalog(), date(2027, 5, 1))}
    assert later["human-rights-day"].when == "2027-12-10"
    assert later["human-rights-day"].announced
    assert later["unga-plenary-vote"].when == "2027-12"
    assert not later["unga-plenary-vote"].announced
    assert "eu-sanctions-review" not in later


@pytest.mark.parametrize(
    ("status", "as_of", "note", "directory", "words"),
    [
        ("active", "2025-11-25", "", "", "active, as of 25 November 2025"),
        ("active", "2024-09-26", "", "", "active when last seen, 26 September 2024"),
        ("active", "2025-05-22", "", "", "active, as of 22 May 2025"),
        ("active", "2025-05-21", "", "", "active when last seen, 21 May 2025"),
        ("active", "", "", "", "active when last seen, not dated"),
        ("active", "2026-10-05", "", "2026-10-05", "active according to a public directory, 5 October 2026"),
        ("unknown", "2026-10-05", "", "2026-10-05", "unclear according to a public directory, 5 October 2026"),
        ("unknown", "2017-08", "", "", "unknown: nothing known after August 2017"),
        ("unknown", "", "", "", "unknown"),
        ("closed", "2024", "", "", "closed, as of 2024"),
        ("paused", "2024", "", "", "paused, as of 2024"),
        ("suspended", "2025-09-01", "", "", "suspended, as of 1 September 2025"),
        ("disputed", "2026-03-17", "Disputed since 28 August 2025.", "", "disputed since 28 August 2025"),
    ],
)
def test_status_words(status: str, as_of: str, note: str, directory: str, words: str) -> None:
    assert str(status_words(status, as_of, TODAY, note, directory)) == words


def test_old_evidence_turns_active_into_last_seen() -> None:
    assert status_key("active", "2025-11-25", TODAY) == "active"
    assert status_key("active", "2025-11-25", date(2027, 5, 26)) == "last_seen"
    assert status_key("ended", "2005", TODAY) == "ended"
    assert not too_old("2026", TODAY)
    assert set(STATUS_LABELS) >= {row.text("status") for row in load_catalog()["efforts"]}
