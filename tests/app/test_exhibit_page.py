"""One exhibit alone: by id, in any state of its page, in another site's frame, and for ids that do not exist."""

import inspect
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from lib import exhibits
from lib.catalog import DATA_DIR, load_catalog
from lib.exhibits import exhibit, exhibit_ids, fact_ids, page_of, page_params, query_of
from lib.ui import share
from lib.ui.one_exhibit import page_of_fact
from lib.ui.shell import PAGES
from tests.app.visits import html_of
from tests.app.visits import visit as visit_page

visit = partial(visit_page, "exhibit")


@pytest.mark.parametrize("exhibit_id", exhibit_ids())
def test_every_exhibit_stands_alone(exhibit_id):
    at = visit(id=exhibit_id)
    assert not at.exception
    item = exhibit(load_catalog(), exhibit_id)
    assert len(at.title) == 1
    assert len(at.get("plotly_chart")) == (item.chart is not None)
    assert not at.info


def test_an_exhibit_keeps_the_state_of_its_address():
    everyone = visit(id="departures.arrivals_by_year")
    women = visit(id="departures.arrivals_by_year", sex="women", years="2015-2020")
    assert women.title[0].value != everyone.title[0].value
    assert women.query_params["sex"] == "women"
    assert women.query_params["id"] == "departures.arrivals_by_year"


def test_a_value_that_the_exhibit_does_not_have_is_named():
    at = visit(id="departures.arrivals_by_year", sex="robots")
    assert not at.exception
    assert "sex" in at.info[0].value


@pytest.mark.parametrize("fact_id", ["arrivals.latest", "costs.fee_vs_grant"])
def test_a_figure_stands_alone_with_its_record(fact_id):
    at = visit(fact=fact_id)
    assert not at.exception
    assert "inr-record" in html_of(at)


def test_the_page_of_every_figure_is_known():
    assert {page_of_fact(fact_id) for fact_id in fact_ids()} <= set(PAGES)


@pytest.mark.parametrize("query", [{}, {"id": "no.such"}, {"fact": "<img src=x>"}, {"id": "costs.ladder' OR 1"}, {"action": "no-such"}])
def test_without_a_known_id_everything_is_listed(query):
    at = visit(**query)
    assert not at.exception
    assert len(at.info) == len(query)
    shown = html_of(at)
    assert "<img src=x" not in shown
    assert all(f"id={name}" in shown for name in exhibit_ids())
    assert all(f"fact={name}" in shown for name in fact_ids())


@pytest.mark.parametrize("exhibit_id", exhibit_ids())
def test_arguments_of_exhibits_are_filters_of_their_page(exhibit_id):
    page = page_of(exhibit_id)
    assert page in PAGES
    params = {param.name: param for param in page_params(load_catalog(), page)}
    for name, argument in list(inspect.signature(exhibits._exhibits[exhibit_id].build).parameters.items())[1:]:
        if name == "today":
            continue
        assert name in params, f"{exhibit_id}: {name}"
        assert argument.default is None or isinstance(params[name].default, type(argument.default)), name


def test_the_link_of_an_exhibit_leads_back_to_its_state():
    catalog = load_catalog()
    query = query_of(catalog, "departures.arrivals_by_year", {"years": (2015, 2020), "sex": "women", "measure": "count"})
    assert query == {"years": "2015-2020", "sex": "women"}
    fold = share.exhibit_fold(exhibit(catalog, "departures.arrivals_by_year"), query)
    start = fold.index('href="') + 6
    link = urlsplit(fold[start : fold.index('"', start)].replace("&amp;", "&"))
    assert link.path == "exhibit"
    assert parse_qs(link.query) == {"id": ["departures.arrivals_by_year"], "years": ["2015-2020"], "sex": ["women"]}
    assert "embed=true" in fold


def test_the_address_of_the_copy_is_used_where_it_is_known(monkeypatch):
    monkeypatch.setenv("INROADS_BASE_URL", "https://inroads.example")
    assert share.address("costs", {"scale": "log"}) == "https://inroads.example/costs?scale=log"
    assert share.address(share.page_name("dashboard.py"), {}) == "https://inroads.example/"


def test_every_page_offers_its_own_address():
    at = AppTest.from_file(str(DATA_DIR.parent / "dashboard.py"), default_timeout=120)
    at.switch_page("pages/departures.py")
    at.query_params["sex"] = "women"
    at.run()
    assert any(item.value.endswith("/departures?sex=women") for item in at.code)
