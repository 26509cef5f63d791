"""From where something is shown to the slides: the box beside charts, figures and actions, and the address of an action."""

from functools import partial

import pytest

from lib.catalog import load_catalog
from lib.exhibits import fact_ids
from lib.export.plan import MOST_ITEMS, Plan, item_of
from lib.topics.actions import actions
from tests.app.visits import html_of, visit

CHART = "departures-arrivals-by-year"
alone = partial(visit, "exhibit")


def open_box(at, name=CHART):
    at.session_state[f"cite-{name}"] = True
    at.run()
    assert not at.exception
    return at


def add_button(at):
    return next(button for button in at.button if button.label == "Add to my slides")


def links(at):
    return [(item.proto.page, item.proto.query_string, item.proto.label) for item in at.get("page_link")]


def chosen(at):
    return [item.code for item in at.session_state["present_plan"].items]


def test_a_closed_box_costs_nothing():
    at = visit("departures")
    assert not [button for button in at.button if button.label == "Add to my slides"]
    assert not [item for item in at.get("download_button") if (item.key or "").startswith("bibtex-")]


def test_an_action_of_the_list_is_added_without_leaving_the_page():
    at = visit("act", step="policy")
    assert not [box for box in at.selectbox if box.key == "add-action-choice"], "a closed box costs nothing"
    at.session_state["add-action"] = True
    at.run()
    offered = at.selectbox(key="add-action-choice")
    assert len(offered.options) < len(actions(load_catalog()))
    offered.select("track-seoul-policy").run()
    add_button(at).click().run()
    assert not at.exception
    assert chosen(at) == ["a.track-seoul-policy"]


def test_a_chart_is_added_as_it_is_shown_and_stands_on_the_page_that_presents():
    at = open_box(visit("departures", sex="women", years="2015-2020"))
    keys = {item.key for item in at.get("download_button")}
    assert {f"{style}-{CHART}" for style in ("bibtex", "ris", "apa")} <= keys, "the sources can be cited as before"
    add_button(at).click().run()
    assert len(chosen(at)) == 1
    code = chosen(at)[0]
    assert code.startswith("x.departures.arrivals_by_year~")
    assert "sex:women" in code
    assert "years:2015-2020" in code
    assert add_button(at).disabled
    assert any("This is in your slides" in item.value for item in at.caption)
    assert any(page == "present" and label == "Open my slides" for page, _query, label in links(at))
    at.switch_page("pages/present.py").run()
    assert not at.exception
    assert chosen(at) == [code]
    assert at.query_params["items"] == code
    slide = at.session_state["present_made"].deck.slides[1]
    assert slide.item.code == code
    assert "women" in slide.heading.lower()


def test_what_is_added_elsewhere_joins_the_list_that_is_there():
    at = visit("present", items="f.arrivals.peak", title="Winter talk")
    at.switch_page("pages/departures.py").run()
    add_button(open_box(at)).click().run()
    assert chosen(at) == ["f.arrivals.peak", "x.departures.arrivals_by_year"]
    assert "items" not in at.query_params
    at.switch_page("pages/present.py").run()
    assert at.query_params["items"] == "f.arrivals.peak,x.departures.arrivals_by_year"
    assert at.query_params["title"] == "Winter talk"
    at.button(key="present-undo").click().run()
    assert chosen(at) == ["f.arrivals.peak"]


def test_the_way_to_a_card_carries_the_filters():
    at = open_box(visit("departures", sex="women"))
    query = next(query for page, query, label in links(at) if page == "present" and label == "Make a share card")
    assert "card=x.departures.arrivals_by_year" in query
    assert "women" in query


def test_a_full_list_takes_no_more_and_says_so():
    at = visit("departures")
    catalog = load_catalog()
    at.session_state["present_plan"] = Plan().with_items([item_of(catalog, f"f.{key}") for key in fact_ids()])
    open_box(at)
    assert add_button(at).disabled
    assert any(f"at most {MOST_ITEMS} items" in item.value for item in at.caption)


def test_a_figure_alone_can_be_added():
    at = alone(fact="arrivals.latest")
    add_button(at).click().run()
    assert chosen(at) == ["f.arrivals.latest"]
    assert at.query_params["fact"] == "arrivals.latest"


@pytest.mark.parametrize("action", actions(load_catalog()), ids=lambda action: action.action_id)
def test_every_action_stands_alone_with_all_that_its_page_says_of_it(action):
    at = alone(action=action.action_id)
    body = html_of(at)
    assert at.title[0].value.replace("\\", "") == action.title
    assert not at.info
    assert "<dt>Why it helps</dt>" in body
    assert ("<dt>Take care</dt>" in body) == bool(action.care)
    assert ("<dt>Begin here</dt>" in body) == bool(action.row.text("link"))
    assert "<dt>Sources</dt>" in body
    assert body.count("trace this number") == len(set(action.traced)), "every record is in reach"
    assert add_button(at).disabled is False


def test_an_action_alone_can_be_added_and_leads_to_its_step():
    at = alone(action="mail-usb-drives")
    add_button(at).click().run()
    assert chosen(at) == ["a.mail-usb-drives"]
    assert any(page == "act" and "step=" in query for page, query, _label in links(at))


def test_every_action_of_the_page_links_to_its_own_address():
    body = html_of(visit("act"))
    for action in actions(load_catalog()):
        assert f'href="exhibit?action={action.action_id}"' in body


@pytest.mark.parametrize("asked", ["no-such", "<img src=x>", "' OR 1=1"])
def test_an_unknown_action_gets_a_notice_and_the_list(asked):
    at = alone(action=asked)
    assert len(at.info) == 1
    body = html_of(at)
    assert "<img src=x" not in body
    assert all(f"action={action.action_id}" in body for action in actions(load_catalog()))
