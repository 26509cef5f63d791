"""The page of timeline and terms as a reader meets it."""

from __future__ import annotations

import re
from functools import partial
from types import MappingProxyType

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import Row, load_catalog
from lib.topics.timeline import DatedEvent, events
from lib.ui import reference
from tests.app.visits import visit

open_page = partial(visit, "reference")

SCRIPT = "pages/reference.py"


def html(app: AppTest) -> str:
    return " ".join(item.proto.body for item in app.get("html"))


def listed(app: AppTest) -> int:
    """How many events stand in the list under the chart."""
    return len(re.findall(r"<dt>Row that owns it</dt>", html(app)))


def finding(app: AppTest) -> str:
    return next(item.value.replace("\\", "") for item in app.header)


@pytest.fixture(scope="module")
def page() -> AppTest:
    return open_page()


def test_the_timeline_shows_a_chart_and_a_list(page: AppTest) -> None:
    number = len(events(load_catalog()))
    assert finding(page).startswith(f"{number} dated events from 1942 to ")
    chart = page.get("plotly_chart")[0]
    assert len(chart.proto.alt) > 40
    assert listed(page) == 20
    assert f"20 of {number} events" in " ".join(item.value.replace("\\", "") for item in page.caption)
    assert f"{number} dated events from 1942 on" in " ".join(item.value.replace("\\", "") for item in page.markdown)


def test_each_event_leads_to_its_row_and_sources(page: AppTest) -> None:
    body = html(page)
    assert 'href="data?view=tables&amp;table=instruments&amp;row=' in body
    assert body.count('target="_blank"') > 20


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "hanoi"}, "One event fits, February 2019: Hanoi summit ends without agreement"),
        ({"category": "departures"}, "dated events from 1997 to 20 January 2026"),
        ({"years": "1950-1960"}, "2 dated events from 1953 to 1958"),
    ],
)
def test_each_filter_changes_the_finding(page: AppTest, query: dict[str, str], expected: str) -> None:
    assert expected not in finding(page)
    assert expected in finding(open_page(**query))


def test_order_and_length_change_the_list() -> None:
    app = open_page(order="oldest", shown="60")
    assert listed(app) == 60
    assert html(app).index("Voice of America Korean goes on air") < html(app).index("Armistice ends the fighting")


def test_an_event_told_twice_names_both_rows() -> None:
    body = html(open_page(q="passports invalid"))
    assert "Also told in" in body
    assert "border_events/us-passport-restriction-2017" in body


def test_words_that_fit_nothing_are_said() -> None:
    app = open_page(q="no such words")
    assert any("Nothing in the data fits" in item.value for item in app.info)
    assert listed(app) == 0
    assert not app.get("plotly_chart")


def test_terms_are_explained_with_their_korean_form() -> None:
    app = open_page(view="terms")
    body = html(app)
    assert body.count('id="term-') == len(load_catalog()["glossary"])
    assert '<span lang="ko">북향민</span>' in body
    assert "North Korean Defectors&#x27; Day" in body
    assert 'href="data?view=tables&amp;table=glossary&amp;row=songbun"' in body
    assert not app.get("plotly_chart")


def test_terms_can_be_searched() -> None:
    app = open_page(view="terms", q="성분")
    assert finding(app) == "1 of 43 terms fits"
    assert html(app).count('id="term-') == 1
    nothing = open_page(view="terms", q="no such words")
    assert finding(nothing) == "No term fits these words"


@pytest.mark.parametrize(
    "query",
    [
        {"view": "<script>alert(1)</script>"},
        {"category": "departures,nothing"},
        {"years": "2026-1942"},
        {"years": "0-9999"},
        {"order": "up"},
        {"shown": "9999"},
        {"q": "x" * 201},
        {"unknown": "1"},
    ],
)
def test_a_stale_or_hostile_address_gets_a_notice(page: AppTest, query: dict[str, str]) -> None:
    app = open_page(**query)
    assert any("left out" in item.value for item in app.info)
    assert finding(app) == finding(page)


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "[a](http://example.org)", "🙂 북", "{fact:x}", "(((", "\\"])
def test_hostile_words_find_nothing_and_break_nothing(words: str) -> None:
    for view in ("timeline", "terms"):
        app = open_page(view=view, q=words)
        assert words not in html(app)


def test_hostile_data_stays_text() -> None:
    catalog = load_catalog()
    real = events(catalog)[0]
    row = Row(real.row.table, real.row.key, MappingProxyType({**real.row, "caveat": "<script>alert(2)</script>"}))
    body = reference._event_html(catalog, DatedEvent("2026", "stated", "<b>bold</b>", "[a](http://example.org)<i>", "policy", row))
    assert "<b>" not in body
    assert "<i>" not in body
    assert "<script>" not in body
