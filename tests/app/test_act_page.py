"""The page "take action": actions and finder, organizations, and the two other parts, as a reader gets them."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ENTRY = Path(__file__).parents[2] / "dashboard.py"


def opened(**query):
    at = AppTest.from_file(str(ENTRY), default_timeout=30)
    at.switch_page("pages/act.py")
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def html_of(at):
    return " ".join(item.proto.body for item in at.get("html"))


def words_of(at):
    return " ".join(item.value for item in [*at.title, *at.header, *at.subheader, *at.markdown, *at.caption, *at.info]) + html_of(at)


def shown_actions(at):
    return html_of(at).count('id="action-')


def shown_organizations(at):
    return html_of(at).count('id="org-')


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
    assert "Free of charge: 29 actions (Inroads, from the sources of each row, as of 22 November 2026)." in html_of(at)
    assert " open>" not in html_of(at)


def test_an_action_says_what_why_care_who_and_where():
    body = html_of(opened(step="fund_rescue"))
    assert "about US$3,000 per person, from China onward" in body
    assert "LiNK&#x27;s cost, last known: US$3,000" in body
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


def test_a_finder_that_finds_nothing_says_so():
    at = opened(step="fund_rescue", cost="free")
    assert shown_actions(at) == 0
    assert any("No action in the list suits this choice" in item.value for item in at.info)


def test_stale_and_hostile_addresses_give_a_notice():
    at = opened(step="steal", effort="<script>alert(1)</script>", gone="1")
    assert shown_actions(at) == 44
    assert any("left out" in item.value for item in at.info)
    assert "<script" not in html_of(at)


def test_organizations_with_status_money_results_and_links():
    at = opened(section="organizations")
    body = html_of(at)
    assert shown_organizations(at) == 62
    assert [metric.value for metric in at.metric] == ["62", "24", "9", "27"]
    assert at.get("plotly_chart")[0].proto.alt.startswith("Bars of organizations by field.")
    assert "restarted on a small scale (plan: one program a week), as of February 2026" in body
    assert "disputed since 28 August 2025" in body
    assert "2024: US$4,895,367 received (whole organization)" in body
    assert "self-reported" in body


def test_an_organization_with_a_safeguarding_note_has_no_link():
    body = html_of(opened(section="organizations", q="durihana"))
    assert 'id="org-durihana"' in body
    assert "convicted its founder" in body
    listed = body[body.index('id="org-durihana"') :]
    assert "<a " not in listed
    assert "<dt>Results" not in listed


def test_no_link_leads_to_an_organization_with_a_safeguarding_note(catalog):
    for section in ("actions", "organizations"):
        links = re.findall(r'href="([^"]*)"', html_of(opened(section=section)))
        assert len(links) > 40
        assert not any("durihana." in link for link in links)
    assert not any("durihana." in row.text("link") for row in catalog["sources"])


@pytest.mark.parametrize(
    ("query", "number"),
    [({"q": "radio"}, None), ({"focus": "rescue"}, 10), ({"country": "JP"}, 2), ({"status": "changed"}, 2), ({"q": "no such words"}, 0)],
)
def test_organizations_can_be_searched(query, number):
    at = opened(section="organizations", **query)
    found = shown_organizations(at)
    assert 0 <= found < 62
    assert number is None or found == number
    if not found:
        assert any("No organization in the list fits" in item.value for item in at.info)


@pytest.mark.parametrize("section", ["information", "policy"])
def test_the_other_parts_open(section):
    at = opened(section=section)
    assert len(at.title) == 1
    assert len(at.get("plotly_chart")) + len(at.get("html")) > 2
    assert shown_actions(at) == 0


def test_the_parts_lead_to_each_other():
    at = opened()
    for part in ("organizations", "information", "policy"):
        assert f'<a href="act?section={part}">' in html_of(at)
    parts = at.get("button_group")[0]
    assert parts.options == ["Actions", "Organizations", "Information inflow", "Policy tracking"]
    parts.set_value("organizations").run()
    assert not at.exception
    assert at.title[0].value == "Who does the work"
    assert at.query_params["section"] in ("organizations", ["organizations"])
