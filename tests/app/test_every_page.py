"""All pages together: none breaks, every registered fact and exhibit has a place, broken data gives one calm sentence."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import DATA_DIR, load_catalog
from lib.exhibits import exhibit_ids, fact_ids, page_params, watch_facts
from lib.problems import DataError, Problem
from lib.ui import shell

LONG = 60
VISITS = [
    ("dashboard.py", {}),
    ("pages/departures.py", {}),
    ("pages/foreigners.py", {}),
    ("pages/costs.py", {}),
    ("pages/act.py", {}),
    ("pages/barriers.py", {}),
    ("pages/organizations.py", {}),
    ("pages/information.py", {}),
    ("pages/policy.py", {}),
    ("pages/claims.py", {}),
    ("pages/disagreements.py", {"id": "prison_camps"}),
    ("pages/reference.py", {}),
    ("pages/reference.py", {"view": "terms"}),
    ("pages/data.py", {}),
    ("pages/data.py", {"view": "sources"}),
    ("pages/data.py", {"view": "unknown"}),
    ("pages/data.py", {"view": "changes"}),
    ("pages/about.py", {}),
    ("pages/search.py", {"q": "embassy"}),
    ("pages/exhibit.py", {"id": "costs.ladder"}),
]
# One dispute is shown in full at a time: the page offers each of them by its id.
ONE_AT_A_TIME = "disagreements."


def visit(script: str, query: dict[str, str]) -> AppTest:
    at = AppTest.from_file(str(DATA_DIR.parent / "dashboard.py"), default_timeout=LONG)
    if script != "dashboard.py":
        at.switch_page(script)
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()


def test_every_page_of_the_menu_is_visited():
    assert {page.script for page in shell.PAGES.values()} == {script for script, _query in VISITS}


def test_every_fact_and_exhibit_is_shown_somewhere():
    charts: set[str] = set()
    with watch_facts() as seen:
        for script, query in VISITS:
            at = visit(script, query)
            assert not at.exception, script
            charts |= {button.key.removeprefix("csv-") for button in at.get("download_button") if (button.key or "").startswith("csv-")}
    assert len(seen) >= 70
    assert sorted(set(fact_ids()) - seen) == [], "facts that no page shows do not count"
    offered = next(param for param in page_params(load_catalog(), "disagreements") if param.name == "id")
    chosen = {key for key in exhibit_ids() if key.startswith(ONE_AT_A_TIME)}
    assert {f"{ONE_AT_A_TIME}{key}" for key, _words in offered.options} >= chosen
    assert {key.replace(".", "-").replace("_", "-") for key in exhibit_ids() if key not in chosen} <= charts


@pytest.mark.parametrize(("script", "query"), VISITS)
def test_each_chart_has_an_alt_text(script, query):
    for chart in visit(script, query).get("plotly_chart"):
        assert len(chart.proto.alt) >= 40


def test_data_that_cannot_be_trusted_gives_one_calm_sentence(monkeypatch, caplog):
    problem = Problem("costs/broker_fees.csv", 3, "low", "abc", "must be a whole number")

    def refuse():
        raise DataError([problem])

    monkeypatch.setattr(shell, "load_catalog", refuse)
    with caplog.at_level(logging.ERROR, logger="inroads"):
        at = visit("dashboard.py", {})
    assert not at.exception
    assert len(at.error) == 1
    assert "nothing is shown rather than something wrong" in at.error[0].value
    assert not at.metric
    assert str(problem) in caplog.text
