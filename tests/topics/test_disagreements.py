"""Where sources differ: every side comes from its row, the rulings hold, and facts know their disputes."""

import dataclasses

import pytest

from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids, page_params
from lib.topics.disagreements import BY_KEY, DISPUTES, disputes_of, finding, of_topic
from lib.topics.disagreements_base import TOPICS, question_of, row_of, sides_of, stated

REQUIRED = (
    "embassies_2021", "embassies_2025", "arrivals_2025", "broker_2016", "broker_2019", "link_totals", "link_cost", "flash_drives", "prison_camps",
)  # fmt: skip

# Exhibits that show a side only under another choice of their filters.
CHOSEN = ("departures.unhcr_stock", "policy.log")


def said(catalog, key):
    return [str(side.said) for side in sides_of(catalog, BY_KEY[key])]


def test_the_disagreements_that_the_project_owes_its_readers_are_there():
    assert set(REQUIRED) <= set(BY_KEY)
    assert len(BY_KEY) == len(DISPUTES)
    assert {dispute.exhibit_id for dispute in DISPUTES} == set(exhibit_ids("disagreements"))


@pytest.mark.parametrize("dispute", DISPUTES, ids=lambda dispute: dispute.key)
def test_each_has_sides_that_differ_and_says_why(catalog, dispute):
    sides = sides_of(catalog, dispute)
    assert len(sides) >= 2
    assert len({str(side.said) for side in sides}) >= 2, "sides that say the same are no disagreement"
    assert dispute.topic in TOPICS
    assert str(question_of(catalog, dispute)).endswith("?")
    for side in sides:
        assert set(side.source_ids) <= set(side.row.sources), "a side rests on sources of its own row"
        assert str(side.who)
        assert str(side.tick) == "" or len(str(side.tick)) <= 25
    for text in (dispute.question, dispute.why, dispute.shown):
        assert not any(letter.isdigit() for letter in text.message), "figures and years come from the rows"


@pytest.mark.parametrize("dispute", DISPUTES, ids=lambda dispute: dispute.key)
def test_places_where_it_is_used_exist_and_rest_on_its_rows(catalog, dispute):
    rows = {(row.table, row.key) for row in (row_of(catalog, side) for side in dispute.sides)}
    for fact_id in dispute.facts:
        assert fact_id in fact_ids()
        assert disputes_of(fact_id).count(dispute.key) == 1
        assert rows & set(fact(catalog, fact_id).record.rows), f"{fact_id} rests on no side"
    for exhibit_id in dispute.exhibits:
        item = exhibit(catalog, exhibit_id)
        keys = {str(row[0]) for row in item.rows}
        assert rows & set(item.record.rows) or {key for _table, key in rows} & keys or exhibit_id in CHOSEN, f"{exhibit_id} shows no side"
    for action_id in dispute.actions:
        assert action_id in catalog["actions"].by_key


def test_values_against_the_tables(catalog):
    assert said(catalog, "embassies_2021") == ["9 missions", "10 missions"]
    assert said(catalog, "embassies_2025") == ["15 missions", "16 missions"]
    assert said(catalog, "arrivals_2025") == ["223 people", "224 people"]
    assert said(catalog, "prison_camps") == ["150,000–200,000 people", "80,000–120,000 people", "53,700–65,700 people"]
    assert said(catalog, "flash_drives") == ["125,000 drives", "more than 140,000 drives", "more than 900,000 drives"]
    assert set(said(catalog, "link_cost")) == {"US$2,500", "US$3,000", "about US$5,000"}


def test_the_correction_comes_after_the_first_announcement(catalog):
    corrected, first = sides_of(catalog, BY_KEY["arrivals_2025"])
    assert first.as_of < corrected.as_of
    assert corrected.as_of == "2026-02-04"


def test_people_and_people_with_children_are_two_series(catalog):
    chart = exhibit(catalog, "disagreements.link_totals").chart
    names = [str(series.name) for series in chart.series]
    assert names[:2] == ["People", "People and their children"]
    assert not any(series.joined for series in chart.series), "counts of different kinds are never joined"
    people = {mark.ref for mark in chart.series[0].marks}
    assert not any("children" in ref for ref in people)


def test_prison_camps_are_never_joined_by_a_line(catalog):
    chart = exhibit(catalog, "disagreements.prison_camps").chart
    assert len(chart.order) == len(chart.series[0].marks) == 3
    assert all(mark.low and mark.high for mark in chart.series[0].marks)


def test_broker_prices_name_their_leg(catalog):
    for key in ("broker_2016", "broker_2019"):
        item = exhibit(catalog, f"disagreements.{key}")
        counted = {str(row[[column.name for column in item.columns].index("counted")]) for row in item.rows}
        assert len(counted) >= 2, "the legs are what makes the prices differ"


def test_a_fact_knows_its_disputes(catalog):
    assert disputes_of("arrivals.latest") == ("arrivals_2025",)
    assert "embassies_2025" in disputes_of("presence.staffed_now")
    assert disputes_of("organizations.listed") == ()
    for dispute in DISPUTES:
        for fact_id in dispute.facts:
            assert fact(catalog, fact_id).quantity.known


def test_the_field_filters(catalog):
    assert of_topic("all") == DISPUTES
    assert sum(len(of_topic(topic)) for topic in TOPICS) == len(DISPUTES)
    assert {dispute.topic for dispute in of_topic("costs")} == {"costs"}
    names = {param.name for param in page_params(catalog, "disagreements")}
    assert names == {"topic", "id"}


def test_findings_name_a_shared_speaker_once(catalog):
    assert str(finding(sides_of(catalog, BY_KEY["returned_women_2024"]))) == "Human Rights Watch gives 212 and more than 270 people."


def test_a_note_that_lost_its_figure_is_an_error_and_not_a_guess(catalog):
    side = BY_KEY["arrivals_2009"].sides[1]
    with pytest.raises(ValueError, match="no longer says"):
        stated(catalog, dataclasses.replace(side, read=r"nobody wrote ([0-9]+) here"))
