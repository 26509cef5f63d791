"""The page on claims as a reader meets it: wording first, search, a sentence of one's own, hostile addresses and texts."""

from __future__ import annotations

import dataclasses
import logging
from functools import partial
from types import MappingProxyType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import Catalog, Row, Table
from lib.ui import shell
from tests.app.visits import html_of
from tests.app.visits import visit as visit_page

visit = partial(visit_page, "claims")


HOSTILE = "<img src=x onerror=alert(1)> [a](http://example.org) **b**"


def copied(app: AppTest) -> list[str]:
    return [item.value for item in app.code if "Source: " in item.value]


def headings(app: AppTest) -> list[str]:
    return [item.value.replace("\\", "") for item in app.header]


def ask(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    next(item for item in app.button if item.label == "Check it").click()
    app.run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit()


def test_the_title_is_the_finding(page: AppTest) -> None:
    assert page.title[0].value.replace("\\", "") == "99 claims checked: 38 hold as they stand, 34 more hold in the main"


def test_the_parts_stand_in_reading_order(page: AppTest) -> None:
    assert headings(page) == [
        "What you can say",
        "Check a sentence of your own",
        "Two articles, sentence by sentence",
        "All checked claims",
        "Common mistakes",
    ]


def test_whether_5000_dollars_may_be_said_stands_first(page: AppTest) -> None:
    assert page.subheader[0].value == "The cost of one rescue"
    first = copied(page)[0]
    assert "US$2,500 (2010–2013)" in first
    assert "Source: Liberty in North Korea (LiNK)" in first
    html = html_of(page)
    assert "5,000 dollars per rescue" in html
    assert html.index("Do not say:") < html.index("5,000 dollars per rescue") < html.index("No source for US$5,000 is known.")


def test_cards_lists_and_charts_are_complete(page: AppTest) -> None:
    html = html_of(page)
    assert len(copied(page)) == 6
    assert html.count('href="data?view=tables&amp;table=claims') >= 99
    assert html.count('href="data?view=tables&amp;table=mistakes') >= 23
    assert len(page.get("plotly_chart")) == 2
    assert {item.label: item.value for item in page.metric}["Claims checked"] == "99"
    for word in ("supported", "mostly supported", "inaccurate", "disputed", "no evidence", "outdated"):
        assert f"<strong>{word}</strong>" in html


@pytest.mark.parametrize(
    ("query", "cards", "claims", "mistakes"),
    [
        ({"q": "5,000"}, 1, 2, 1),
        ({"q": "xyzzy"}, 0, 0, 0),
        ({"cards": "all"}, 24, 99, 23),
        ({"cards": "policy"}, 2, 99, 23),
        ({"verdict": "outdated"}, 6, 6, 23),
        ({"topic": "tourism"}, 6, 2, 23),
        ({"article": "goodbye_pyongyang"}, 6, 39, 3),
    ],
)
def test_each_filter_changes_what_it_should(query: dict[str, str], cards: int, claims: int, mistakes: int) -> None:
    app = visit(**query)
    lists = [item.proto.body for item in app.get("html") if 'class="inr-fold"' in item.proto.body and "<dt>" in item.proto.body]
    assert len(copied(app)) == cards
    assert sum(text.count("<dt>Finding</dt>") for text in lists) == claims
    assert sum(text.count("<dt>The evidence</dt>") for text in lists) == mistakes
    assert any("Nothing here fits" in item.value for item in app.info) is (not (cards and claims and mistakes))


@pytest.mark.parametrize("q", ["defector", "탈북민", "5000 dollars"])
def test_a_search_says_what_it_found_and_where(q: str) -> None:
    html = html_of(visit(q=q))
    assert '<a href="#say">' in html
    assert '<a href="#claims">' in html
    assert copied(visit(q=q))


@pytest.mark.parametrize(
    "query",
    [
        {"verdict": "true"},
        {"topic": HOSTILE},
        {"cards": "none"},
        {"article": "goodbye_pyongyang,why_cant_you_leave"},
        {"q": "x" * 300},
        {"nothing": "1"},
    ],
)
def test_a_stale_or_hostile_address_gets_a_notice(page: AppTest, query: dict[str, str]) -> None:
    app = visit(**query)
    assert any("left out" in item.value for item in app.info)
    assert copied(app) == copied(page)
    assert "<img" not in html_of(app)


@pytest.mark.parametrize("q", [HOSTILE, "😀", "탈북민 " * 20, "' OR 1=1 --", "\u202e5,000"])
def test_a_hostile_search_stays_text(q: str) -> None:
    app = visit(q=q)
    assert "<img" not in html_of(app)
    assert headings(app)[0] == "What you can say"


def test_a_sentence_of_ones_own_meets_what_was_checked() -> None:
    app = ask(visit(), "It costs $5,000 to rescue one defector from China.")
    html = html_of(app)
    assert "very close" in html
    assert "related" in html
    assert any("What stands nearest" in item.value for item in app.markdown)
    assert "not stored" in " ".join(item.value for item in app.caption)


def test_a_sentence_stays_out_of_address_log_and_page(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        app = ask(visit(), f"Qwertyuiop {HOSTILE} costs $5,000 per rescue")
    assert "qwertyuiop" not in str(dict(app.query_params)).lower()
    assert "qwertyuiop" not in caplog.text.lower()
    assert "qwertyuiop" not in html_of(app).lower()
    assert "<img" not in html_of(app)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("The weather in Paris is nice today.", "Nothing that Inroads has checked is near"),
        ("😀😀", "no words in this text"),
        ("a " * 5000, "first 5,000 characters"),
        ("Korea " * 1700, "first 5,000 characters"),
    ],
)
def test_texts_that_lead_nowhere_get_a_calm_answer(text: str, notice: str) -> None:
    app = ask(visit(), text)
    assert any(notice in item.value.replace("\\", "") for item in app.info)


def test_words_in_the_data_stay_words(catalog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoiled(name: str, key: str, **cells: str) -> Table:
        table = catalog[name]
        rows = tuple(Row(name, row.key, {**row, **cells}) if row.key == key else row for row in table)
        return dataclasses.replace(table, rows=rows, by_key=MappingProxyType({row.key: row for row in rows}))

    tables = dict(catalog.tables)
    tables["claims"] = spoiled("claims", "g-wy-52", claim=HOSTILE, finding=HOSTILE, better_value=HOSTILE, caveat=HOSTILE, section=HOSTILE)
    tables["mistakes"] = spoiled("mistakes", "half-starve", mistake=HOSTILE, evidence=HOSTILE, say_instead=HOSTILE)
    tables["wording"] = spoiled("wording", "cost-of-one-rescue", subject=HOSTILE, say=HOSTILE, do_not_say=HOSTILE, reason=HOSTILE)
    hostile = Catalog(catalog.version, catalog.last_check, MappingProxyType(tables), catalog.descriptor)
    monkeypatch.setattr(shell, "load_catalog", lambda: hostile)
    app = visit()
    html = html_of(app)
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert app.subheader[0].value.startswith("\\<img")
    assert copied(app)[0].startswith(HOSTILE)
