"""Checked claims, mistakes and safe wording: counts against the tables, words for everything, searches."""

from collections import Counter

import pytest

from lib.charts.spec import drawn
from lib.exhibits import exhibit, fact
from lib.topics.claims import find_claims, find_mistakes
from lib.topics.claims_words import ARTICLES, CARD_TOPICS, TOPICS, VERDICTS, better_figure
from lib.topics.wording import find_cards


def keys(rows):
    return [row.key for row in rows]


# --- counts and charts


def test_every_verdict_is_a_fact_and_they_add_up(catalog):
    states = Counter(row.text("verdict") for row in catalog["claims"])
    assert set(states) <= set(VERDICTS)
    for verdict in VERDICTS:
        assert fact(catalog, f"claims.{verdict}").quantity.value == states[verdict]
    assert fact(catalog, "claims.checked").quantity.value == sum(states.values()) == 99
    assert fact(catalog, "claims.mistakes").quantity.value == 23


def test_words_for_everything_in_the_tables(catalog):
    assert {row["topic"] for row in catalog["claims"]} == set(TOPICS)
    assert {row["article"] for row in catalog["claims"]} == set(ARTICLES)
    assert {row["topic"] for row in catalog["wording"]} == set(CARD_TOPICS)
    assert len({item.pattern for item in VERDICTS.values()}) == len(VERDICTS), "no two verdicts may look alike without color"


def test_verdicts_by_article(catalog):
    item = exhibit(catalog, "claims.verdicts", topic="any")
    assert str(item.takeaway) == "72 of 99 checked claims hold at least in the main, 38 of them as they stand"
    assert {row[0]: row[-1] for row in item.rows} == {"why_cant_you_leave": 60, "goodbye_pyongyang": 39}
    costs = exhibit(catalog, "claims.verdicts", topic="costs")
    assert "2 of 5 checked claims on costs" in str(costs.takeaway)
    assert sum(row[-1] for row in costs.rows) == len(catalog["claims"].where(topic="costs"))
    assert sum(values[0] for _ref, values in drawn(costs.chart)) == 5


def test_verdicts_by_topic(catalog):
    item = exhibit(catalog, "claims.verdicts_by_topic", article="any")
    assert [row[-1] for row in item.rows] == sorted((row[-1] for row in item.rows), reverse=True)
    assert sum(row[-1] for row in item.rows) == 99
    assert "than punishment: 6 of its 11" in str(item.takeaway)
    one = exhibit(catalog, "claims.verdicts_by_topic", article="goodbye_pyongyang")
    assert sum(row[-1] for row in one.rows) == 39
    assert str(one.takeaway) != str(item.takeaway)


def test_a_choice_that_fits_nothing_draws_nothing(catalog):
    item = (
        exhibit(catalog, "claims.verdicts", topic="no_such_topic")
        if False
        else exhibit(catalog, "claims.verdicts_by_topic", article="none")
    )
    assert item.chart is None
    assert item.rows == ()
    assert "No checked claim fits" in str(item.takeaway)
    assert item.record.source_ids


@pytest.mark.parametrize(
    ("key", "figure"),
    [
        ("g-gp-17", "about 300 shops"),
        ("g-gp-04", "1–2 km"),
        ("g-gp-26", "fewer than 290 people"),
        ("g-wy-34", "at least 1,076 people"),
        ("g-wy-39", "US$51,300–73,300"),
        ("g-wy-40", "about 30,000 KPW a month (North Korean won)"),
        ("g-wy-60", "89 transmission hours a day"),
        ("g-wy-01", "739 kWh"),
        ("g-wy-06", "1,000,000–2,000,000 mines"),
        ("g-wy-47", ""),
    ],
)
def test_better_values_have_qualifier_and_unit(catalog, key, figure):
    assert str(better_figure(catalog["claims"].row(key))) == figure


def test_every_better_value_can_be_said(catalog):
    for row in catalog["claims"]:
        has_number = row["better_number"] is not None or row["better_low"] is not None
        assert bool(str(better_figure(row))) is has_number


# --- searches


@pytest.mark.parametrize(
    ("q", "some", "none"),
    [
        ("5,000", "g-wy-52", "g-wy-01"),
        ("5000 seoul", "g-wy-52", "g-wy-40"),
        ("defector", "g-wy-31", "g-gp-17"),
        ("defector", "g-wy-33", "g-gp-01"),
        ("성분", "g-wy-22", "g-wy-52"),
        ("탈북민", "g-wy-33", "g-gp-17"),
        ("연좌제", "g-wy-16", "g-wy-52"),
        ("inaccurate punishment", "g-wy-46", "g-wy-16"),
        ("g-wy-08", "g-wy-08", "g-wy-09"),
    ],
)
def test_a_search_finds_claims(catalog, q, some, none):
    found = keys(find_claims(catalog, q))
    assert some in found
    assert none not in found


def test_claims_whose_sentence_holds_the_words_come_first(catalog):
    found = find_claims(catalog, "flour")
    assert found[0].key == "g-gp-19"


def test_choices_of_claims(catalog):
    assert len(find_claims(catalog)) == 99
    assert {row["verdict"] for row in find_claims(catalog, verdict="outdated")} == {"outdated"}
    assert len(find_claims(catalog, verdict="outdated", article="goodbye_pyongyang")) == 2
    assert {row["topic"] for row in find_claims(catalog, topic="china")} == {"china"}
    assert find_claims(catalog, "xyzzy") == ()


def test_a_search_finds_mistakes(catalog):
    assert len(find_mistakes(catalog)) == 23
    assert keys(find_mistakes(catalog, "5,000")) == ["gift-5000-dollars-per-rescue"]
    assert "300000-hide-in-china" in keys(find_mistakes(catalog, "300,000"))
    assert "songbun-is-social-credit" in keys(find_mistakes(catalog, "성분"))
    assert {row["article"] for row in find_mistakes(catalog, article="goodbye_pyongyang")} == {"goodbye_pyongyang"}
    assert find_mistakes(catalog, "xyzzy") == ()


def test_a_search_finds_cards(catalog):
    asked = find_cards(catalog, shown="asked")
    assert len(asked) == 6
    assert asked[0].card_id == "cost-of-one-rescue", "whether 5,000 dollars may be said stands first"
    assert len(find_cards(catalog)) == len(catalog["wording"]) == 24
    assert [item.card_id for item in find_cards(catalog, "5,000", "asked")] == ["cost-of-one-rescue"]
    assert "what-to-call-people" in [item.card_id for item in find_cards(catalog, "북향민", "asked")], (
        "a search looks beyond the most asked"
    )
    assert {item.row["topic"] for item in find_cards(catalog, shown="policy")} == {"policy"}
    assert find_cards(catalog, "xyzzy") == ()
