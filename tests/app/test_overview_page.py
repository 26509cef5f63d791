"""The overview as a reader sees it."""

import html
import re
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from lib.exhibits import fact
from tests.app.visits import visit

opened = partial(visit, "overview")


def words_of(at: AppTest) -> str:
    markup = " ".join(item.proto.body for item in at.get("html"))
    texts = [item.value for kind in ("title", "header", "subheader", "markdown", "caption") for item in at.get(kind)]
    return re.sub(r"<[^>]+>|\\", "", html.unescape(" ".join([*texts, markup])))


@pytest.fixture(scope="module")
def overview() -> AppTest:
    return opened()


def test_it_opens_with_the_finding(overview):
    assert not overview.exception
    assert overview.title[0].value.replace("\\", "") == "In 2025, 223 people reached South Korea from North Korea"


def test_the_headline_metrics_are_there_with_their_values(overview):
    shown = {item.label.replace("\\", ""): item.value for item in overview.metric}
    assert shown["Arrivals in 2025"] == "223"
    assert shown["Women among arrivals, 2025"] == "88.8%"
    assert shown["Arrivals in all years"] == "34,537"
    assert shown["Sent back by China since 2020"] == "at least 1,076"
    assert shown["Staffed missions in Pyongyang"] == "15–16"
    assert shown["UN international staff"] == "0"
    assert shown["Radio hours after cuts"] == "89"
    assert 6 <= len(shown) + 1 <= 8, "six to eight headline figures, the card of prices included"


def test_a_fall_is_never_shown_as_good_or_bad(overview):
    assert all(item.proto.color == item.proto.MetricColor.GRAY for item in overview.metric)


def test_prices_stand_leg_by_leg(overview):
    words = words_of(overview)
    for price in ("US$22,000", "US$6,000–15,330", "US$51,300–73,300"):
        assert price in words


def test_every_card_says_when_how_sure_and_where_from(overview, catalog):
    words = words_of(overview)
    for fact_id in ("arrivals.latest", "returns.since_2020", "information.hours_after"):
        record = fact(catalog, fact_id).record
        assert str(record.confidence.label) in words
        assert str(record.counted) in words
        assert str(record.not_counted) in words
    assert words.count("As shown by Inroads on 22 November 2026") >= 8


def test_there_is_one_chart_of_departures_and_one_of_costs_each_with_alt_text(overview):
    charts = overview.get("plotly_chart")
    assert len(charts) == 2
    assert all(len(chart.proto.alt) > 60 for chart in charts)
    assert "2,914" in charts[0].proto.alt


def test_actions_dates_and_gaps_follow(overview):
    headers = [item.value for item in overview.header]
    assert headers == ["Who gets out", "What an escape costs", "What you can do", "What is next", "What is unknown or out of date"]
    words = words_of(overview)
    assert "Arrivals in South Korea in 2026" in words
    assert "Known to 31 August 2026" in words
    assert "stale since" in words


def test_the_footer_names_version_and_last_check(overview, catalog):
    words = words_of(overview)
    assert f"data version {catalog.version}" in words
    assert "last checked 22 November 2026" in words


@pytest.mark.parametrize("query", [{"lang": "<script>"}, {"lang": "ko"}, {"embed": "true"}, {"years": "9999-0000"}])
def test_odd_addresses_open_the_page_all_the_same(query):
    at = opened(**query)
    assert not at.exception
    assert at.title
