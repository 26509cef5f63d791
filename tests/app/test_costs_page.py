"""The cost page as a reader meets it: figures, charts with words, filters in the address, hostile addresses."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visits import visit

opened = partial(visit, "costs")


CHARTS = 10


def plain(text: str) -> str:
    return text.replace("\\", "")


def findings(at: AppTest) -> list[str]:
    return [plain(item.value) for item in at.subheader]


def charts(at: AppTest) -> list[Any]:
    return [item.proto for item in at.get("plotly_chart")]


def html(at: AppTest) -> str:
    return " ".join(item.proto.body for item in at.get("html"))


def test_the_page_shows_its_figures_and_describes_its_charts() -> None:
    at = opened()
    assert not at.exception
    assert plain(at.title[0].value) == "In August 2024, brokers asked US$51,300–73,300 for the way out to a third country"
    shown = {plain(item.label): item.value for item in at.metric}
    assert shown["River crossing, 2024"] == "US$22,000"
    assert shown["Way out to a third country"] == "US$51,300–73,300"
    assert len(charts(at)) == CHARTS
    assert all(chart.alt for chart in charts(at))
    body = html(at)
    for words in ("For someone already in China", "about 30,000 KPW", "1,396 people", "Rescue sum without a source"):
        assert words in body
    assert any("This is arithmetic, not a promise" in plain(item.value) for item in at.warning)


def test_the_period_changes_the_ladder_and_the_stated_costs() -> None:
    at = opened(period="to_2012")
    assert not at.exception
    assert findings(at)[0].startswith("Brokers asked US$40–3,610 for the river crossing, ")
    assert any("US$800–2,500 (until 2012), each for a way of its own;" in words for words in findings(at))


def test_legs_and_years_change_the_charts_over_time() -> None:
    at = opened(leg="river_crossing", years="2010-2016")
    assert "Brokers asked US$8,330–12,000 for the river crossing in 2016" in findings(at)
    assert "For the river crossing alone, US$1,400 was asked in 2010, and US$10,000–12,000 in 2016" in findings(at)


def test_the_scale_changes_the_axes() -> None:
    assert '"type":"log"' not in charts(opened())[0].spec
    assert '"type":"log"' in charts(opened(scale="log"))[0].spec


def test_a_gift_in_the_address() -> None:
    at = opened(gift="3000")
    assert at.number_input[0].value == 3000
    assert any(words.startswith("US$3,000 is 15–375% of one person's way") for words in findings(at))


def test_a_gift_typed_by_the_reader() -> None:
    at = opened()
    at.number_input[0].set_value(500).run()
    assert any(words.startswith("US$500 is 2.5–62.5%") for words in findings(at))
    assert at.query_params["gift"] == "500"


@pytest.mark.parametrize(
    "query",
    [
        {"gift": "-1"},
        {"gift": "1e9"},
        {"gift": "<script>"},
        {"leg": "other"},
        {"leg": "river_crossing,bogus"},
        {"period": "2020"},
        {"scale": "cubic"},
        {"years": "2020-2010"},
        {"years": "1900-2100"},
        {"nothing": "x" * 5000},
    ],
)
def test_hostile_or_stale_addresses_fall_back_with_a_notice(query: dict[str, str]) -> None:
    at = opened(**query)
    assert not at.exception
    assert any("so it was left out" in plain(item.value) for item in at.info)
    assert len(charts(at)) == CHARTS


def test_years_without_prices_say_so() -> None:
    at = opened(years="2018-2018", leg="nk_to_south_korea")
    assert not at.exception
    assert "No price in the data fits this choice" in findings(at)
    assert any("Nothing in the data fits" in plain(item.value) for item in at.info)
