"""The departures page as a reader meets it: what it says, what its filters change, what a bad address does."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visits import visit

open_page = partial(visit, "departures")

SCRIPT = "pages/departures.py"


def findings(app: AppTest) -> str:
    return "\n".join(item.value.replace("\\", "") for item in app.subheader)


def charts(app: AppTest) -> list[Any]:
    return list(app.get("plotly_chart"))


@pytest.fixture(scope="module")
def page() -> AppTest:
    return open_page()


def test_the_heading_states_the_finding(page: AppTest) -> None:
    heading = page.title[0].value.replace("\\", "")
    assert heading == "223 people from North Korea reached South Korea in 2025, 92.3% fewer than in 2009"


def test_key_facts_are_on_the_page(page: AppTest) -> None:
    shown = {item.label.replace("\\", ""): item.value for item in page.metric}
    assert shown["Arrivals in 2025"] == "223"
    assert shown["Women among arrivals, 2025"] == "88.8%"
    assert shown["Arrivals in all years"] == "34,537"
    assert "Sent back by China since 2020" in shown
    assert "500–600" in shown["Sent back on 9 October 2023"]


def test_every_chart_has_a_finding_and_an_alt_text(page: AppTest) -> None:
    assert len(page.subheader) == 14
    assert len(charts(page)) == 13
    assert all(len(chart.proto.alt) > 40 for chart in charts(page))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"sex": "women"}, "The number of women reaching South Korea was highest in 2009"),
        ({"measure": "share"}, "Women were 88.8% of arrivals in 2025"),
        ({"years": "2015-2018"}, "highest in 2016 (1,418)"),
        ({"snapshot": "2022-12"}, "No figures by region of origin were published for December 2022"),
        ({"stock": "pending_years"}, "stood at 1,023 in 2012"),
    ],
)
def test_each_filter_changes_its_finding(page: AppTest, query: dict[str, str], expected: str) -> None:
    assert expected not in findings(page)
    assert expected in findings(open_page(**query))


def test_an_empty_choice_is_said_and_draws_nothing(page: AppTest) -> None:
    app = open_page(years="1999-2000", sex="women")
    assert any("Nothing in the data fits" in item.value for item in app.info)
    assert len(charts(app)) < len(charts(page))


@pytest.mark.parametrize(
    "query",
    [
        {"years": "2025-2009"},
        {"years": "1900-3000"},
        {"sex": "<script>alert(1)</script>"},
        {"measure": "[x](http://example.org)"},
        {"stock": "refugees_2019"},
        {"unknown": "1"},
    ],
)
def test_a_stale_or_hostile_address_gets_a_notice(page: AppTest, query: dict[str, str]) -> None:
    app = open_page(**query)
    assert any("left out" in item.value for item in app.info)
    assert findings(app) == findings(page)
