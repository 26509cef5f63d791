"""The steps, the finder, and the figures that action texts name."""

import re

import pytest

from lib.exhibits import fact, fact_ids
from lib.fact_texts import expand_facts, facts_named
from lib.topics.actions import AUDIENCE, COST, EFFORT, REGION, actions, find, first_of
from lib.topics.steps import STEPS

ORDER = [
    "fund_rescue",
    "information_inflow",
    "policy",
    "ethical_travel",
    "volunteer",
    "speak",
    "learn",
    "contact_representative",
    "attend_event",
]
TEXTS = ("title", "summary", "why", "caution", "caveat")

# Figures of an offer itself, which no table holds: what the page or guide asks for.
OFFERS = {
    ("crossing-borders-monthly", "30"): "smallest monthly gift on the group's page, in US$",
    ("mail-usb-drives", "8"): "smallest size of a drive in GB that one guide asks for",
    ("buy-drives", "1"): "price of a drive in US$ in one guide",
    ("lawful-information", "10"): "largest fine in a committee draft, in millions of won",
}

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NOT_FIGURES = re.compile(
    rf"\{{fact:[a-z0-9._-]+\}}|\b\d{{1,2}}(?:–\d{{1,2}})? (?:{MONTHS})(?: \d{{4}})?|\b(?:19|20)\d{{2}}(?:–(?:19|20)?\d{{2,4}})?\b|H\.R\. \d+|Form 990"
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def numbers_in(text):
    return {found.replace(",", "") for found in NUMBER.findall(NOT_FIGURES.sub(" ", text))}


def test_the_steps_stand_in_their_order_and_cover_the_table(catalog):
    assert [step.key for step in STEPS] == ORDER
    assert {row["step"] for row in catalog["actions"]} == set(ORDER)
    shown = [action.step.key for action in actions(catalog)]
    assert shown == sorted(shown, key=ORDER.index)
    assert len(shown) == len(catalog["actions"]) == 44


def test_every_word_of_the_table_has_a_label(catalog):
    for column, labels in (("effort", EFFORT), ("cost", COST), ("audience", AUDIENCE), ("region", REGION)):
        assert {row[column] for row in catalog["actions"]} == set(labels)


@pytest.mark.parametrize(
    ("choice", "test"),
    [
        ({"effort": "minutes"}, lambda row: row["effort"] == "minutes"),
        ({"cost": "free"}, lambda row: row["cost"] == "free"),
        ({"audience": "students"}, lambda row: row["audience"] in ("students", "anyone")),
        ({"region": "canada"}, lambda row: row["region"] in ("canada", "global", "online")),
        ({"region": "online"}, lambda row: row["region"] == "online"),
        ({"step": "speak"}, lambda row: row["step"] == "speak"),
        ({"step": "volunteer", "cost": "free"}, lambda row: row["step"] == "volunteer" and row["cost"] == "free"),
    ],
)
def test_the_finder(catalog, choice, test):
    found = {action.action_id for action in find(catalog, **choice)}
    assert found == {row.key for row in catalog["actions"] if test(row)}
    assert 0 < len(found) < 44


def test_a_choice_may_leave_nothing(catalog):
    assert find(catalog, step="fund_rescue", cost="free") == ()


def test_the_easiest_beginning_of_each_step(catalog):
    begin = {step.key: first_of(catalog, step.key).action_id for step in STEPS}
    assert begin["fund_rescue"] == "fund-link-rescue"
    assert begin["information_inflow"] == "mail-usb-drives"
    assert begin["volunteer"] == "tutor-online-fsi"
    assert all(catalog["actions"].row(key)["region"] in ("global", "online") for key in begin.values())


def test_counts(catalog):
    assert fact(catalog, "actions.listed").quantity.value == 44
    assert fact(catalog, "actions.free").quantity.value == sum(row["cost"] == "free" for row in catalog["actions"])
    assert fact(catalog, "actions.minutes").quantity.value == sum(row["effort"] == "minutes" for row in catalog["actions"])


def test_every_action_rests_on_a_fact_and_says_why(catalog):
    known = set(fact_ids())
    for action in actions(catalog):
        assert action.facts, action.action_id
        assert set(action.facts) <= set(action.traced) <= known
        assert str(action.why[0]).endswith(".")


def test_texts_name_facts_and_are_filled_with_their_figures(catalog):
    fund = next(action for action in actions(catalog) if action.action_id == "fund-link-rescue")
    assert "costs.link_stated_2019" in fund.facts
    assert "about US$3,000 per person, from China onward" in str(fund.summary)
    assert "costs.widely_quoted_5000" in fund.traced
    assert "costs.widely_quoted_5000" not in fund.facts, "a sum without a source is no reason to give"
    radio = next(action for action in actions(catalog) if action.action_id == "support-independent-radio")
    assert "from 415 transmission hours a day earlier in 2025 to 89 on 22 July 2025" in str(radio.why[0])


def test_an_unknown_fact_in_a_text_is_an_error(catalog):
    assert facts_named("a {fact:x.y} and {fact:x.y}") == ("x.y",)
    assert expand_facts(catalog, "no fact here") == "no fact here"
    with pytest.raises(KeyError):
        expand_facts(catalog, "about {fact:no.such_fact}")


def test_no_action_leads_to_an_organization_with_a_safeguarding_note(catalog):
    guarded = {row.key for row in catalog["organizations"] if row.flag("safeguarding")}
    assert guarded == {"durihana"}
    for action in actions(catalog):
        assert not guarded & set(action.row.items_of("org_ids"))
        assert "durihana" not in str(action.row.text("link")).casefold()


def test_figures_left_in_texts_stand_in_a_row_of_the_same_organization_or_source(catalog):
    offers = set()
    for row in catalog["actions"]:
        found = {number for name in TEXTS for number in numbers_in(row.text(name))}
        offers |= {(row.key, number) for number in found if (row.key, number) in OFFERS}
        found -= {number for key, number in OFFERS if key == row.key}
        assert found <= _numbers_near(catalog, row), f"{row.key}: {found - _numbers_near(catalog, row)} stand in no row"
    assert offers == set(OFFERS), "an offer that no text names any more leaves the list"


def _numbers_near(catalog, action):
    orgs, sources, numbers = set(action.items_of("org_ids")), set(action.sources), set()
    for table in catalog.tables.values():
        if table.name in ("actions", "sources"):
            continue
        for row in table:
            if sources & set(row.items_of("source_ids") if "source_ids" in row else ()) or ("org_id" in row and row["org_id"] in orgs):
                for value in row.values():
                    if isinstance(value, str):
                        numbers |= numbers_in(value)
                    elif isinstance(value, (int, float)) and not isinstance(value, bool):
                        numbers.add(f"{value:g}")
    return numbers
