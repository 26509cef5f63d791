"""The page on policy as a reader meets it: answers at the top, the log and its search, states, dates, hostile input."""

from __future__ import annotations

import html
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import DATA_DIR, load_catalog, read_catalog
from lib.ui import shell
from tests.app.visits import html_of, visit

opened = partial(visit, "policy")


def words_of(at: AppTest) -> str:
    texts = [item.value for kind in ("title", "header", "subheader", "markdown", "caption") for item in at.get(kind)]
    return re.sub(r"<[^>]+>|\\", "", html.unescape(" ".join([*texts, html_of(at)])))


def decisions(at: AppTest) -> list[str]:
    return re.findall(r'id="decision-([a-z0-9-]+)"', html_of(at))


@pytest.fixture(scope="module")
def page() -> AppTest:
    return opened()


def test_the_first_questions_are_answered_at_the_top(page: AppTest) -> None:
    words = words_of(page)
    assert page.title[0].value.replace("\\", "") == "195 decisions on record, 30 rules in force, and the next date in 16 days"
    for answer in (
        "Is the authorization of the US North Korean Human Rights Act in force? No. It lapsed on 30 September 2022, 1,514 days ago.",
        "When is the next date to act on? 8 December 2026, in 16 days.",
        "119 yes, 19 no, 48 abstained.",
        "When last seen: South Korean ambassador and US special envoy.",
    ):
        assert answer.replace("? ", "?") in words.replace("? ", "?")


def test_key_facts_stand_on_cards(page: AppTest) -> None:
    shown = {item.label.replace("\\", ""): (item.value, item.delta) for item in page.metric}
    assert shown["Days since US act lapsed"] == ("1,514", "authorization only")
    assert shown["Days to next date to act on"] == ("16", "8 December 2026")
    assert shown["Yes, last UN vote (2015)"] == ("119", "19 no, 48 abstained")
    assert shown["Rights posts last seen vacant"] == ("2", "known to 2024 and 2025")


def test_links_in_the_page_lead_to_its_parts(page: AppTest) -> None:
    targets = set(re.findall(r'href="#([a-z-]+)"', html_of(page)))
    assert targets == {"policy-calendar", "policy-state-today", "policy-log", "policy-office-board", "policy-ga-votes"}
    assert targets <= {item.proto.anchor for item in page.header}


def test_every_decision_says_why_it_matters_and_where_it_comes_from() -> None:
    body = html_of(opened(latest="0"))
    catalog = load_catalog()
    assert body.count('id="decision-') == len(catalog["instruments"]) == 195
    for row in catalog["instruments"]:
        assert html.escape(row.text("relevance"), quote=True) in body, row.key
    assert body.count(">Why it matters: ") == 195
    assert body.count("<dt>Page about it</dt>") == sum(1 for row in catalog["instruments"] if row["link"])


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ({"q": "Warmbier"}, ["us-warmbier-censorship-2022", "us-warmbier-2019"]),
        ({"q": "3012"}, ["us-hr3012-2024"]),
        ({"q": "반동사상"}, ["kp-reactionary-2020"]),
        ({"body": "tokyo-high-court"}, ["jp-high-court-2023"]),
        ({"jurisdiction": "CN", "kind": "statement"}, ["cn-upr-reject-2024", "cn-mfa-2024"]),
        ({"state": "vacant"}, ["us-envoy-vacancy-2025", "kr-amb-vacancy-2024"]),
        ({"years": "1982-1997"}, ["kr-settlement-act-1997", "cn-border-protocol-1986", "cn-refugee-convention-1982"]),
    ],
)
def test_the_log_can_be_searched_and_narrowed(page: AppTest, query: dict[str, str], keys: list[str]) -> None:
    assert len(decisions(page)) == 20
    at = opened(**query)
    assert decisions(at) == keys
    assert f"{len(keys)} of 195 decisions fit" in words_of(at)


def test_a_search_that_finds_nothing_says_so() -> None:
    at = opened(q="zeppelin")
    assert not decisions(at)
    assert any("Nothing in the data fits" in item.value for item in at.info)
    assert "No decision fits" in words_of(at)


def test_what_holds_today_stands_in_groups(page: AppTest) -> None:
    words = words_of(page)
    for group in ("in force: 30", "pending: 3", "vacant: 2", "authorization lapsed: 2", "unknown or disputed: 10"):
        assert group in words
    assert "known to 31 August 2026" in words
    assert "evidence over 18 months old" in words
    american = words_of(opened(jurisdiction="US"))
    assert "in force: 11" in american


def test_dates_to_come_say_how_long_and_what_to_do(page: AppTest) -> None:
    body = html_of(page)
    assert body.count('id="date-') == 26
    words = words_of(page)
    assert "8 December 2026 (in 16 days)" in words
    assert "November 2026 (expected this month, day not known; it may already be over)" in words
    assert "December 2026 (expected in 9–39 days, day not known)" in words
    for row in load_catalog()["calendar"]:
        assert html.escape(row.text("what_to_do"), quote=True) in body


def test_a_source_of_a_date_never_poses_as_the_date_itself(page: AppTest) -> None:
    """The report on sanctions of 2018 stands with its own title among the sources of Human Rights Day."""
    entry = html_of(page).split('id="date-human-rights-day"')[1].split("</dl></details>")[0]
    links = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', entry)
    assert ("https://home.treasury.gov/news/press-releases/sm568", "Treasury Sanctions North Korean Officials and Entities") in links
    assert all("Human Rights Day" not in text for _address, text in links)


def test_one_un_body_can_be_shown_alone(page: AppTest) -> None:
    assert len(page.get("plotly_chart")) == 3
    charts = [item.proto.alt for item in opened(votes="hrc").get("plotly_chart")]
    assert len(charts) == 2
    assert "Human Rights Council" in charts[1]


@pytest.mark.parametrize(
    "query",
    [
        {"body": "hrc"},
        {"since": "2020"},
        {"years": "2026-1982"},
        {"jurisdiction": "XX"},
        {"state": "<script>alert(1)</script>"},
        {"latest": "12"},
        {"votes": "[x](http://example.org)"},
    ],
)
def test_a_stale_or_hostile_address_gets_a_notice(page: AppTest, query: dict[str, str]) -> None:
    at = opened(**query)
    assert any("left out" in item.value for item in at.info)
    assert decisions(at) == decisions(page)
    assert "<script" not in html_of(at)


@pytest.mark.parametrize("q", ["<img src=x onerror=alert(1)>", "](javascript:alert(1))", "북한 🙂 %00"])
def test_a_hostile_search_stays_text(q: str) -> None:
    body = html_of(opened(q=q))
    assert "<img" not in body
    assert "onerror=" not in body


def test_a_hostile_row_stays_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "data"
    shutil.copytree(DATA_DIR, package)
    for name, old in (
        ("policy/instruments.csv", "Separated families and escapees lose"),
        ("policy/calendar.csv", "Write to EU foreign ministers"),
    ):
        text = (package / name).read_text(encoding="utf-8")
        assert old in text
        (package / name).write_text(text.replace(old, f"<script>alert(1)</script>[x](http://e.org) {old}"), encoding="utf-8")
    catalog = read_catalog(package)
    monkeypatch.setattr(shell, "load_catalog", lambda: catalog)
    at = opened()
    assert "<script" not in html_of(at)
    assert html_of(at).count("&lt;script&gt;") >= 2


def test_few_decisions_are_shown_unfolded() -> None:
    assert " open><summary><strong>North Korean Human Rights Reauthorization Act of 2023 (House)" in html_of(opened(q="3012"))
