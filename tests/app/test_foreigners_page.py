"""The page on foreigners in AppTest: it runs, says its figures, and each filter changes what it should."""

from functools import partial

import pytest

from tests.app.visits import visit

opened = partial(visit, "foreigners")


def headings(at):
    return [item.value.replace("\\", "") for item in at.subheader]


def test_it_runs_and_says_its_figures():
    at = opened()
    assert not at.exception
    assert not at.error
    assert "15–16 missions" in at.title[0].value.replace("\\", "")
    metrics = {item.label: item.value for item in at.metric}
    assert metrics["Staffed missions in Pyongyang"] == "15–16"
    assert metrics["UN international staff"] == "0"
    assert metrics["Embassies back in Pyongyang"] == "8"
    assert metrics["Days without regular flights"] == "1,299"
    assert any("6,820" in item.value.replace("\\", "") for item in at.markdown)
    assert len(at.get("plotly_chart")) == 12
    assert all(chart.proto.alt for chart in at.get("plotly_chart"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"kind": "un_agency"}, "7 UN agencies are suspended"),
        ({"kind": "embassy", "status": "returned"}, "8 embassies left and returned"),
        ({"direction": "expelled"}, "4 groups of known size were expelled, the largest of about 280 people in February 2016"),
        ({"category": "fence"}, "New fences and guard facilities along the northern border, 2020"),
        ({"q": "swiss"}, "1 mission on record"),
    ],
)
def test_filters_change_what_they_should(query, words):
    before, after = headings(opened()), headings(opened(**query))
    assert words not in before
    assert words in after


def test_years_filter_shows_earlier_events():
    at = opened(years="all")
    assert not any("9 earlier events" in item.value for item in at.caption)
    assert any("9 earlier events" in item.value for item in opened().caption)


def test_an_empty_choice_is_said_and_breaks_nothing():
    at = opened(kind="red_cross", status="open")
    assert not at.exception
    assert any("Nothing in the data fits" in item.value for item in at.info)


@pytest.mark.parametrize(
    "query",
    [{"kind": "embassy<script>"}, {"status": "gone"}, {"years": "1990-1800"}, {"direction": "left,barred"}, {"old": "1"}, {"q": "x" * 300}],
)
def test_hostile_or_stale_addresses_give_a_notice(query):
    at = opened(**query)
    assert not at.exception
    assert any("left out" in item.value for item in at.info)


def test_a_search_is_never_markup():
    at = opened(q="<img src=x onerror=alert(1)>")
    assert not at.exception
    assert not any("<img" in str(item.value) for item in [*at.markdown, *at.subheader, *at.caption])
