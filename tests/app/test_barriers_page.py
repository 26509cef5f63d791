"""The page on barriers in AppTest: it runs, says its figures, its filters work, hostile data and addresses break nothing."""

from dataclasses import replace
from functools import partial

import pytest

from lib.catalog import Row, Table
from lib.topics.barrier_walls import WALLS
from lib.ui.barriers import _notes_html
from tests.app.visits import visit

opened = partial(visit, "barriers")


@pytest.fixture(scope="module")
def page():
    return opened()


def findings(at):
    return "\n".join(item.value.replace("\\", "") for item in at.subheader)


def html(at):
    return "\n".join(item.proto.body for item in at.get("html"))


def test_it_runs_and_says_its_figures(page):
    assert not page.exception
    assert not page.error
    assert "fewer than 10 people" in page.title[0].value.replace("\\", "")
    metrics = {item.label.replace("\\", ""): item.value for item in page.metric}
    assert metrics["In prison camps, KINU estimate"] == "53,700–65,700"
    assert metrics["In prison camps, UN estimate"] == "80,000–120,000"
    assert metrics["Workers sent abroad"] == "about 100,000"
    assert "<strong>482 km</strong>" in html(page)
    assert "<strong>at least 489 km</strong>" in html(page)
    assert "<strong>6,820 facilities</strong>" in html(page)


def test_five_walls_and_what_goes_with_them(page):
    headers = [item.value.replace("\\", "") for item in page.header]
    assert [words.split(":")[0] for words in headers[:5]] == ["The border", "The family", "Information", "China", "Legal exit"]
    assert len(headers) == 7
    assert html(page).count('class="inr-notes"') == 7
    for key in ("border", "family", "inside", "china", "exit", "food", "closing"):
        assert f'href="#{key}"' in html(page)


def test_every_chart_has_an_alt_text(page):
    charts = page.get("plotly_chart")
    assert len(charts) == 8
    assert all(len(chart.proto.alt) >= 40 for chart in charts)


def test_claims_and_actions_are_one_step_away(page):
    assert 'href="claims?q=300%2C000+North+Koreans+hide+in+China."' in html(page)
    assert 'href="act?q=Ask+your+foreign+ministry+to+raise+forced+returns+with+China"' in html(page)
    assert 'href="claims?q=Songbun+is+like+a+social+credit+score."' in html(page)


@pytest.mark.parametrize(
    ("query", "words"),
    [({"side": "south"}, "nobody has counted them"), ({"workers": "russia"}, "30,023 permits")],
)
def test_filters_change_what_they_should(page, query, words):
    assert words not in findings(page)
    assert words in findings(opened(**query))


@pytest.mark.parametrize(
    "query", [{"side": "<script>"}, {"side": "north,south"}, {"workers": "moon"}, {"years": "2010-2020"}, {"q": "x" * 300}]
)
def test_hostile_or_stale_addresses_give_a_notice(page, query):
    at = opened(**query)
    assert not at.exception
    assert any("left out" in item.value for item in at.info)
    assert findings(at) == findings(page)


def test_hostile_rows_stay_text(catalog):
    bad = '<img src=x onerror=alert(1)> "quoted" & [link](javascript:x)'
    table = catalog["mistakes"]
    rows = tuple(Row("mistakes", row.key, {**row, "mistake": bad, "evidence": bad, "caveat": bad}) for row in table)
    hostile = replace(catalog, tables={**catalog.tables, "mistakes": Table(table.schema, rows, {row.key: row for row in rows})})
    drawn = _notes_html(hostile, WALLS[0], "en")
    assert "<img" not in drawn
    assert "&lt;img src=x" in drawn
    assert 'href="javascript' not in drawn
    assert 'href="claims?q=%3Cimg' in drawn
