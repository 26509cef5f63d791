"""The view of dated events, the dates to come, and the words for states."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lib.catalog import load_catalog
from lib.charts.spec import drawn
from lib.dates import is_partial_date, last_day
from lib.exhibits import Exhibit, exhibit
from lib.status import STATUS_LABELS, status_key, status_words, too_old
from lib.topics.timeline import RETOLD, TOPICS, events, next_dates
from lib.topics.timeline_charts import BASIS

TODAY = date(2026, 11, 22)


def test_every_event_is_dated_and_stands_once() -> None:
    found = events(load_catalog())
    keys = [(event.row.table, event.row.key) for event in found]
    assert len(keys) == len(set(keys))
    assert all(is_partial_date(event.date) and str(event.title) and event.topic in TOPICS for event in found)
    assert [event.date[:4] for event in found] == sorted((event.date[:4] for event in found), reverse=True)


def test_events_can_be_narrowed() -> None:
    catalog = load_catalog()
    policy = events(catalog, ("policy",))
    assert {event.topic for event in policy} == {"policy"}
    assert {"instruments", "votes_unga", "timeline"} <= {event.row.table for event in policy}
    recent = events(catalog, since="2026")
    assert recent
    assert all(last_day(event.date) >= date(2026, 1, 1) for event in recent)


def test_no_event_of_the_timeline_has_a_twin_in_another_table() -> None:
    catalog = load_catalog()
    twins = catalog["timeline_twins"]
    assert not {row.key for row in catalog["timeline"]} & {row.key for row in twins}


def test_every_twin_stands_once_and_as_its_owner_gives_it() -> None:
    catalog = load_catalog()
    shown = [(event.row.table, event.row.key) for event in events(catalog)]
    for twin in catalog["timeline_twins"]:
        table, key = twin.text("owner_table"), twin.text("owner_key")
        assert shown.count(RETOLD.get((table, key), (table, key))) == 1, twin.key
        row = catalog[table].row(key)
        if twin["same_date"] and "end_date" not in row and "committee_date" not in row and "date" in row:
            assert twin["timeline_date"] == row["date"], twin.key


def test_events_of_votes_and_posts_keep_the_dates_of_their_rows() -> None:
    catalog = load_catalog()
    columns = {"votes_unga": ("date", "committee_date"), "votes_hrc": ("date",), "office_holders": ("start",), "presence_counts": ("date",)}
    found = [event for event in events(catalog) if event.row.table in columns]
    assert len(found) == 6
    for event in found:
        dates = [event.row.text(name) for name in columns[event.row.table]]
        assert any(text.startswith(event.date) for text in dates), event.title


def test_an_event_told_twice_stands_once_with_the_sources_of_both() -> None:
    catalog = load_catalog()
    shown = {(event.row.table, event.row.key): event for event in events(catalog)}
    for (table, key), owner in RETOLD.items():
        assert (table, key) not in shown
        event = shown[owner]
        assert catalog[table].row(key)["date"] in (event.date, event.date[:7]), key
        assert key in {row.key for row in event.retold}
    both_counts = shown["forced_returns", "return-china-2023-10-09-hrw"]
    assert [row.key for row in both_counts.retold] == ["return-china-2023-10-09-tjwg"]
    assert ("forced_returns", "return-china-2023-10-09-tjwg") not in shown


def test_only_returns_and_period_totals_of_the_twins_come_from_the_table_of_returns() -> None:
    returns = [event.row for event in events(load_catalog()) if event.row.table == "forced_returns"]
    assert {row.text("kind") for row in returns} == {"return", "period_total"}
    assert [row.key for row in returns if row["kind"] == "period_total"] == ["period-total-2024-01-to-2025-10-hrw"]


def timeline(**filters: Any) -> Exhibit:
    return exhibit(load_catalog(), "reference.timeline", **filters)


def test_the_timeline_holds_every_event_once() -> None:
    item = timeline()
    keys = [row[0] for row in item.rows]
    assert len(keys) == len(set(keys)) == len(events(load_catalog()))
    assert {ref for ref, _dates in drawn(item.chart)} == set(keys)


def test_each_filter_of_the_timeline_narrows_it() -> None:
    every = timeline()
    names = [column.name for column in every.columns]
    returns = timeline(category=("departures",))
    assert 0 < len(returns.rows) < len(every.rows)
    assert {str(row[names.index("category")]) for row in returns.rows} == {str(TOPICS["departures"])}
    early = timeline(years=(1942, 1999))
    assert {str(row[names.index("date")])[:4] <= "1999" for row in early.rows} == {True}
    assert [row[names.index("event")] for row in timeline(q="hanoi SUMMIT").rows] == ["Hanoi summit ends without agreement"]
    assert timeline(order="oldest").rows == tuple(reversed(every.rows))
    assert str(timeline(order="oldest").takeaway) == str(every.takeaway)


def test_inferred_and_nominal_dates_are_marked_and_stay_partial() -> None:
    rows = {str(row[0]): row for row in timeline().rows}
    assert str(rows["tl-2023-07-01-china-counter-espionage-law"][2]) == "inferred"
    assert rows["tl-1958-loyalty-survey"][1:3] == ("1958", BASIS["stated"])
    assert str(rows["kp-constitution-2026"][2]).startswith("nominal")


def test_an_empty_timeline_says_so() -> None:
    item = timeline(q="no such words")
    assert item.empty
    assert item.chart is None
    assert str(item.takeaway) == "No event fits"
    assert item.record.source_ids


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
