"""What changes with the day: dates to come, posts that are empty, the lapse of the act, and the answers at the top."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import load_catalog
from lib.exhibits import exhibit, fact, fact_ids
from lib.topics.policy import (
    days_since,
    empty_days,
    lapse_sentence,
    newest_on_act,
)
from lib.topics.policy_answers import answers
from lib.topics.policy_calendar import maybe_over, next_with_day, timing, usual_days
from lib.topics.policy_state_facts import days_since_lapse
from lib.topics.timeline import next_dates

TODAY = date(2026, 11, 22)
FACTS = [name for name in fact_ids() if name.startswith("policy.")]


def test_days_since_the_lapse_grow_with_the_day() -> None:
    catalog = load_catalog()
    assert days_since(catalog, date(2022, 10, 1)) == 1
    assert days_since(catalog, TODAY) == 1514
    assert "1,514 days ago, counted to 22 November 2026" in str(lapse_sentence(catalog, TODAY))
    assert "rest of the act remains law" in str(lapse_sentence(catalog, TODAY))


def test_the_calendar_begins_today() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "policy.calendar", today="2026-11-22")
    assert [row[0] for row in item.rows][:2] == ["unga-third-committee-resolution", "eu-sanctions-review"]
    assert str(item.takeaway).startswith("From 22 November 2026 on, the next date known to the day is 8 December 2026: ")
    assert all(row[6] for row in item.rows)
    later = exhibit(catalog, "policy.calendar", today="2026-12-09")
    assert "eu-sanctions-review" not in [row[0] for row in later.rows]
    assert str(later.takeaway).startswith("From 9 December 2026 on, the next date known to the day is 10 December 2026: ")
    assert "from 9 December 2026 on" in str(next(column.label for column in later.columns if column.name == "timing"))


@pytest.mark.parametrize(
    ("key", "day", "words"),
    [
        ("unga-third-committee-resolution", date(2026, 10, 31), "in 1–30 days, day not known"),
        ("unga-third-committee-resolution", date(2026, 11, 1), "this month, day not known; it may already be over"),
        ("unga-third-committee-resolution", date(2026, 11, 22), "this month, day not known; it may already be over"),
        ("unga-third-committee-resolution", date(2026, 12, 1), "in 335–364 days, day not known"),
        ("human-rights-day", date(2026, 12, 10), "today"),
        ("human-rights-day", date(2026, 12, 9), "in 1 day"),
        ("human-rights-day", date(2026, 12, 11), "in 364 days"),
        ("upr-china-next", date(2028, 5, 1), "this year, day not known; it may already be over"),
        ("unsc-open-meeting", date(2026, 11, 22), "no fixed date"),
    ],
)
def test_how_long_until_a_date(key: str, day: date, words: str) -> None:
    item = next(item for item in next_dates(load_catalog(), day) if item.row.key == key)
    assert str(timing(item, day)) == words


def test_the_usual_days_of_votes_come_from_the_tables_of_votes() -> None:
    catalog = load_catalog()
    found = {item.row.key: usual_days(catalog, item) for item in next_dates(catalog, TODAY)}
    assert str(found["unga-third-committee-resolution"]) == "14 November 2026 to 27 November 2026"
    assert str(found["unga-plenary-vote"]) == "15 December 2026 to 21 December 2026"
    assert str(found["hrc-resolution"]) == "21 March 2027 to 22 June 2027"
    assert found["human-rights-day"] is None


def test_a_month_that_has_begun_may_be_over() -> None:
    catalog = load_catalog()
    assert [item.row.key for item in maybe_over(catalog, TODAY)] == ["unga-third-committee-resolution"]
    assert not maybe_over(catalog, date(2026, 10, 31))
    upcoming = next_with_day(catalog, TODAY)
    assert upcoming is not None
    assert upcoming.row.key == "eu-sanctions-review"


def test_vacancies_are_named_with_the_day_to_which_they_are_known() -> None:
    words = str(exhibit(load_catalog(), "policy.office_board").takeaway)
    assert "US special envoy (since January 2025, known to 22 May 2025, at least 111 days)" in words
    assert "South Korean ambassador (since July 2024, known to 23 August 2024, at least 23 days)" in words


def test_a_vacancy_of_known_ends_has_a_range_of_days() -> None:
    holders = load_catalog()["office_holders"]
    assert empty_days(holders.row("us-special-envoy-vacant-2009")) == (274, 333)
    assert empty_days(holders.row("us-special-envoy-vacant-2025")) == (111, None)


def test_the_count_of_vacancies_gives_the_day_of_each() -> None:
    found = fact(load_catalog(), "policy.vacant_posts")
    assert str(found.context) == "known to 2024 and 2025"
    for words in ("23 August 2024 (South Korean ambassador)", "22 May 2025 (US special envoy)"):
        assert words in str(found.note)
        assert words in str(found.record.caveats[0])


def test_the_answers_change_with_the_day() -> None:
    catalog = load_catalog()
    act, following, vote, posts = answers(catalog, TODAY)
    assert str(act.short) == "No. It lapsed on 30 September 2022, 1,514 days ago."
    assert "the rest of the act remains law" in str(act.more)
    assert "H.R. 5959: introduced; no later step known, as of 11 November 2025" in str(act.more)
    assert str(following.short) == "8 December 2026, in 16 days."
    assert "In November 2026, day not known, perhaps over already" in str(following.more)
    assert "14 November 2026 to 27 November 2026" in str(following.more)
    assert str(vote.short) == "119 yes, 19 no, 48 abstained."
    assert "17 December 2015" in str(vote.more)
    assert "South Korean ambassador and US special envoy" in str(posts.short)
    later = answers(catalog, date(2026, 12, 11))
    assert "1,533 days ago" in str(later[0].short)
    assert str(later[1].short) == "3 January 2027, in 23 days."


def test_the_newest_sign_on_the_act_is_the_bill_of_2025() -> None:
    assert newest_on_act(load_catalog()).key == "us-hr5959-2025"
    assert "11 November 2025" in str(days_since_lapse(load_catalog(), TODAY).note)
