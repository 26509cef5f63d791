"""All pages together: none breaks, every registered fact and exhibit has a place, broken data gives one calm sentence."""

import logging

import pytest

from lib.catalog import load_catalog
from lib.exhibits import exhibit_ids, fact_ids, page_params, watch_facts
from lib.problems import DataError, Problem
from lib.ui import shell
from tests.app.visits import visit

VISITS = [
    ("overview", {}),
    ("departures", {}),
    ("foreigners", {}),
    ("costs", {}),
    ("act", {}),
    ("barriers", {}),
    ("organizations", {}),
    ("information", {}),
    ("policy", {}),
    ("claims", {}),
    ("disagreements", {"id": "prison_camps"}),
    ("reference", {}),
    ("reference", {"view": "terms"}),
    ("data", {}),
    ("data", {"view": "sources"}),
    ("data", {"view": "unknown"}),
    ("data", {"view": "changes"}),
    ("present", {"items": "x.costs.ladder,f.arrivals.latest,a.people-first-language"}),
    ("about", {}),
    ("search", {"q": "embassy"}),
    ("exhibit", {"id": "costs.ladder"}),
]
# One dispute is shown in full at a time: the page offers each of them by its id.
ONE_AT_A_TIME = "disagreements."


def test_every_page_of_the_menu_is_visited():
    assert set(shell.PAGES) == {page_id for page_id, _query in VISITS}


def test_every_fact_and_exhibit_is_shown_somewhere():
    charts: set[str] = set()
    with watch_facts() as seen:
        for page_id, query in VISITS:
            at = visit(page_id, **query)
            charts |= {button.key.removeprefix("csv-") for button in at.get("download_button") if (button.key or "").startswith("csv-")}
    assert len(seen) >= 70
    assert sorted(set(fact_ids()) - seen) == [], "facts that no page shows do not count"
    offered = next(param for param in page_params(load_catalog(), "disagreements") if param.name == "id")
    chosen = {key for key in exhibit_ids() if key.startswith(ONE_AT_A_TIME)}
    assert {f"{ONE_AT_A_TIME}{key}" for key, _words in offered.options} >= chosen
    assert {key.replace(".", "-").replace("_", "-") for key in exhibit_ids() if key not in chosen} <= charts


@pytest.mark.parametrize(("page_id", "query"), VISITS)
def test_each_chart_has_an_alt_text(page_id, query):
    for chart in visit(page_id, **query).get("plotly_chart"):
        assert len(chart.proto.alt) >= 40


def test_data_that_cannot_be_trusted_gives_one_calm_sentence(monkeypatch, caplog):
    problem = Problem("costs/broker_fees.csv", 3, "low", "abc", "must be a whole number")

    def refuse():
        raise DataError([problem])

    monkeypatch.setattr(shell, "load_catalog", refuse)
    with caplog.at_level(logging.ERROR, logger="inroads"):
        at = visit("overview")
    assert not at.exception
    assert len(at.error) == 1
    assert "nothing is shown rather than something wrong" in at.error[0].value
    assert not at.metric
    assert str(problem) in caplog.text
