"""The page "take action": actions and finder, organizations, and the two other parts, as a reader gets them."""

import re
from functools import partial

import pytest

from tests.app.visits import html_of, visit

opened = partial(visit, "act")


def words_of(at):
    return " ".join(item.value for item in [*at.title, *at.header, *at.subheader, *at.markdown, *at.caption, *at.info]) + html_of(at)


def shown_actions(at):
    return html_of(at).count('id="action-')


def test_all_actions_with_their_steps_in_order():
    at = opened()
    assert at.title[0].value == "44 things one person can do, 29 of them free of charge"
    steps = [item.value.split(": ", 1)[1] for item in at.header if ": " in item.value]
    assert steps == [
        "Fund rescues",
        "Support information inflow",
        "Stay informed on policy",
        "Travel ethically",
        "Volunteer",
        "Speak",
        "Learn",
        "Write to a representative",
        "Attend an event",
    ]
    assert shown_actions(at) == 44
    assert html_of(at).count("<dt>Why it helps</dt>") == 44
    assert "Actions that cost nothing: 29 actions (Inroads, from published sources, as of 22 November 2026)." in html_of(at)
    assert " open>" not in html_of(at)


def test_an_action_says_what_why_care_who_and_where():
    body = html_of(opened(step="fund_rescue"))
    assert "about US$3,000 per person, from China onward" in body
    assert "Last rescue cost LiNK stated: US$3,000" in body
    assert "A widely repeated figure of about US$5,000 per rescue has no source." in body
    assert "Liberty in North Korea: <span" in body
    assert "active, as of 8 December 2025" in body
    assert (
        '<a href="https://libertyinnorthkorea.org/donate" target="_blank" rel="noopener noreferrer nofollow">libertyinnorthkorea.org</a>'
        in body
    )
    assert "active according to a public directory, 5 October 2026" in body
    assert "<details" in body
    assert " open>" in body, "few actions are shown unfolded"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"effort": "minutes"}, 22),
        ({"cost": "free"}, 29),
        ({"audience": "students"}, 33),
        ({"region": "online"}, 8),
        ({"step": "learn"}, 4),
        ({"step": "learn", "effort": "minutes", "region": "japan"}, 2),
    ],
)
def test_the_finder(query, number):
    at = opened(**query)
    assert shown_actions(at) == number
    assert f"{number} of 44 actions suit you" in words_of(at)


def test_words_find_an_action_and_open_it():
    at = opened(q="Offer Korean translation")
    assert 1 <= shown_actions(at) <= 12
    body = html_of(at)
    assert body.index("<strong>Offer Korean translation</strong>") > 0
    assert " open>" in body
    assert shown_actions(opened(q="zeppelins")) == 0


def test_a_finder_that_finds_nothing_says_so():
    at = opened(step="fund_rescue", cost="free")
    assert shown_actions(at) == 0
    assert any("No action in the list suits this choice" in item.value for item in at.info)


def test_stale_and_hostile_addresses_give_a_notice():
    at = opened(step="steal", effort="<script>alert(1)</script>", gone="1")
    assert shown_actions(at) == 44
    assert any("left out" in item.value for item in at.info)
    assert "<script" not in html_of(at)


def test_no_link_leads_to_an_organization_with_a_safeguarding_note(catalog):
    links = re.findall(r'href="([^"]*)"', html_of(opened()))
    assert len(links) > 40
    assert not any("durihana." in link for link in links)
    assert not any("durihana." in row.text("link") for row in catalog["sources"])


def test_the_pages_behind_the_actions_are_linked():
    at = opened()
    assert {"organizations", "information", "policy"} <= {link.proto.page.rsplit("/", 1)[-1] for link in at.get("page_link")}
