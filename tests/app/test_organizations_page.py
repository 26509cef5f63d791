"""The page of organizations as a reader gets it: the list in both views, its filters, the checklist, safeguarding."""

import re
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

import pytest

from lib.catalog import Row
from lib.exhibits import watch_facts
from lib.topics.organization_audience import ways
from lib.topics.organization_money import sums
from lib.ui.organization_cards import card_html, link_count
from tests.app.visits import html_of, visit

opened = partial(visit, "organizations")


TODAY = date(2026, 11, 22)


def shown(at):
    return re.findall(r'id="org-([a-z0-9-]+)"', html_of(at))


def test_all_organizations_with_status_money_results_and_links():
    at = opened()
    body = html_of(at)
    assert len(shown(at)) == 62
    assert at.title[0].value == "23 of 62 organizations that work on North Korea are known to be active"
    assert [metric.value for metric in at.metric] == ["62", "23", "10", "27"]
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert len(alts) == 3
    assert alts[0].startswith("Bars of organizations by field.")
    assert "restarted on a small scale (plan: one program a week), as of February 2026" in body
    assert "disputed since 28 August 2025" in body
    assert "2024: US$4,895,367 received (whole organization)" in body
    assert "a part, not a total: one grant" in body
    assert "self-reported" in body
    assert "active when last seen, 26 September 2024; a public directory of 5 October 2026 lists it as active" in body
    assert " open>" not in body
    words = " ".join(item.value for item in at.markdown)
    assert "A listing is not an endorsement" in words.replace("\\", "")


def test_the_status_words_are_explained():
    body = html_of(opened())
    assert "What the status words mean" in body
    assert "No recent source says whether it is active. This does not mean that it has closed." in body


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"q": "radio"}, None),
        ({"focus": "rescue"}, 10),
        ({"country": "JP"}, 2),
        ({"status": "changed"}, 2),
        ({"audience": "volunteers_online"}, 2),
        ({"audience": "volunteers_in_person", "status": "active"}, 2),
        ({"q": "no such words"}, 0),
    ],
)
def test_organizations_can_be_searched(query, number):
    at = opened(**query)
    found = len(shown(at))
    assert 0 <= found < 62
    assert number is None or found == number
    if not found:
        assert any("No organization in the list fits" in item.value for item in at.info)


def test_online_volunteers_are_one_click_away_and_say_why():
    at = opened()
    (pills,) = (item for item in at.get("button_group") if item.label == "Who can take part")
    assert pills.options[0] == "Online volunteers"
    pills.set_value(["volunteers_online"]).run()
    assert not at.exception
    assert shown(at) == ["freedom-speakers-international", "link"]
    assert at.query_params["audience"] in ("volunteers_online", ["volunteers_online"])
    body = html_of(at)
    assert "Online volunteers: “Tutor an escapee in English or public speaking” (Online; newest source: 5 October 2026)" in body
    assert "Online volunteers: “Volunteer in LiNK&#x27;s English Language Program” (Online; newest source: 30 July 2024)" in body
    assert "Active according to a public directory, 5 October 2026" in body
    assert "active, as of 8 December 2025" in body


def test_the_table_view():
    at = opened(view="table", focus="rescue")
    body = html_of(at)
    assert not shown(at)
    assert body.count('data-label="Name"') == 10
    assert "1 part known, no total" in body
    row = body[body.index("Durihana Mission") :].split("</tr>")[0]
    assert row.count("not shown") == 2
    assert row.endswith('data-label="Links">0</td>')


def test_actions_lead_to_the_finder():
    body = html_of(opened(q="liberty in north korea"))
    links = [urlsplit(link) for link in re.findall(r'href="(act\?[^"]*)"', body)]
    assert parse_qs(links[0].query)["q"]
    assert any("Pay for, or towards, one person's passage to safety" in parse_qs(link.query.replace("&amp;", "&"))["q"] for link in links)


def test_the_checklist_names_rows_and_sources():
    body = html_of(opened())
    parts = re.findall(r'id="check-([a-z-]+)"(.*?)</dl>', body, re.DOTALL)
    assert [name for name, _html in parts] == ["people", "at-work", "accounts", "whole", "results", "cost", "all-of-it"]
    for name, part in parts:
        assert "<code>" in part, name
        assert re.search(r"\d+ sources?</dt>", part), name
    texts = dict(parts)
    assert "12 of 18 sums in our data are parts, such as one grant." in texts["whole"]
    assert "58 of 59 results in our data come from the organization itself" in texts["results"]
    assert "No comparative study is known." in texts["results"]
    assert "No source for US$5,000 is known." in texts["cost"]
    assert "100%: Share of the money raised at the online fundraiser of October 2020" in texts["all-of-it"]
    assert "Ask above all where minors are housed." in texts["people"]


def test_stale_and_hostile_addresses_give_a_notice():
    at = opened(audience="brokers", focus="<script>alert(1)</script>", view="map", gone="1")
    assert len(shown(at)) == 62
    assert any("left out" in item.value for item in at.info)
    assert "<script" not in html_of(at)


def test_every_fact_of_the_page_is_shown():
    with watch_facts() as seen:
        opened()
    assert {f"organizations.{name}" for name in ("listed", "active", "accounts_known", "money_known", "money_whole")} <= seen


def test_an_organization_with_a_safeguarding_note_has_no_link():
    at = opened(q="durihana")
    body = html_of(at)
    listed = body[body.index('id="org-durihana"') : body.index('id="check-people"')]
    assert "convicted its founder" in listed
    assert "<a " not in listed
    for part in ("Money", "Results", "Website", "To give", "To volunteer", "Actions that name it"):
        assert f"<dt>{part}" not in listed
    whole = re.findall(r'href="([^"]*)"', html_of(opened()))
    assert len(whole) > 40
    assert not any("durihana" in link for link in whole)


def forged(catalog, key, **cells):
    """The catalog with one organization changed, and with money, a result and an action that name it."""
    tables = dict(catalog.tables)

    def with_row(name, base, changed):
        old = tables[name].row(base)
        row = Row(name, old.key, MappingProxyType({**old, **changed}))
        rows = tuple(row if item.key == base else item for item in tables[name])
        tables[name] = replace(tables[name], rows=rows, by_key=MappingProxyType({item.key: item for item in rows}))

    with_row("organizations", key, cells)
    with_row("finances", "finance-link-2024-raised", {"org_id": key})
    with_row("results", "result-link-people-rescued-year-2025", {"org_id": key})
    with_row("actions", "fund-link-rescue", {"org_ids": (key,)})
    return replace(catalog, tables=MappingProxyType(tables))


@pytest.mark.parametrize("guarded", [True, False])
def test_a_safeguarding_note_removes_every_way_to_give(catalog, guarded):
    address = "https://example.org/give"
    changed = forged(
        catalog,
        "crossing-borders",
        safeguarding=guarded,
        safeguarding_note="A court has ruled.",
        website=address,
        donate_url=address,
        volunteer_url=address,
    )
    row = changed["organizations"].row("crossing-borders")
    body = card_html(changed, row, TODAY, opened=True)
    traces = ("<a ", "example.org", "US$4,895,367", "People rescued", "act?q=", "Donors")
    assert [trace in body for trace in traces] == [not guarded] * len(traces)
    assert ("A court has ruled." in body) == guarded
    assert link_count(row) == (0 if guarded else 3)
    assert bool(ways(changed, row)) != guarded
    assert (len(sums(changed)) == 17) == guarded


def test_hostile_rows_stay_text(catalog):
    evil = '<img src=x onerror="alert(1)">'
    changed = forged(catalog, "link", name=evil, summary=evil, website="javascript:alert(1)", caveat=evil, hq_city=evil)
    body = card_html(changed, changed["organizations"].row("link"), TODAY, opened=True, chosen=("donors",))
    assert "<img" not in body
    assert "&lt;img" in body
    assert 'href="javascript' not in body
