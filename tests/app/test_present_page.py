"""The page that presents: choosing, ordering, the words of the event, what the stage shows."""

import json

import pytest
from streamlit.runtime.context import ContextProxy

from lib.catalog import load_catalog
from lib.exhibits import exhibit_ids, fact_ids
from lib.export.plan import MOST_ITEMS
from lib.export.sets import SETS
from lib.export.slide import Deck
from lib.topics.actions import actions
from tests.app.presenting import TWO, codes, notices, opened, press, rows, stage_of
from tests.app.visits import html_of


def test_an_empty_page_says_how_to_begin():
    at = opened()
    assert at.title[0].value == "Show it to others"
    assert any("Nothing is chosen yet" in item.value for item in at.markdown)
    assert [ready.key for ready in SETS if at.button(key=f"set-{ready.key}-take")] == [ready.key for ready in SETS]
    assert stage_of(at) == ""
    assert dict(at.query_params) == {}


def test_everything_that_exists_is_offered_by_name_after_its_page():
    at = opened()
    offered = {kind: at.selectbox(key=f"present-add-{kind}").options for kind in "xfa"}
    assert {kind: len(options) for kind, options in offered.items()} == {
        "x": len(exhibit_ids()),
        "f": len(fact_ids()),
        "a": len(actions(load_catalog())),
    }
    assert "Departures: Arrivals in South Korea by year" in offered["x"]
    assert "Departures: Arrivals in 2025, 223 people" in offered["f"]
    assert all(len(set(options)) == len(options) for options in offered.values()), "every name is clear by itself"


@pytest.mark.parametrize("ready", SETS, ids=lambda ready: ready.key)
def test_a_ready_set_fills_the_list_with_one_click_and_undo_brings_back_the_list_before(ready):
    at = press(opened(items=TWO), f"set-{ready.key}-take")
    assert codes(at) == list(ready.codes)
    assert at.query_params["items"] == ",".join(ready.codes)
    assert len(rows(at)) == len(ready.codes)
    assert all("screen" in row for row in rows(at))
    assert "took the place of your list" in notices(at)
    assert codes(press(at, "present-undo")) == TWO.split(",")
    assert at.query_params["items"] == TWO


def test_items_are_added_by_name_once_moved_and_removed_and_every_step_is_undone():
    at = opened()
    at.selectbox(key="present-add-x").set_value("x.departures.arrivals_by_year").run()
    at.selectbox(key="present-add-f").set_value("f.arrivals.latest").run()
    at.selectbox(key="present-add-a").set_value("a.people-first-language").run()
    chosen = ["x.departures.arrivals_by_year", "f.arrivals.latest", "a.people-first-language"]
    assert codes(at) == chosen
    assert at.selectbox(key="present-add-x").value is None
    at.selectbox(key="present-add-f").set_value("f.arrivals.latest").run()
    assert codes(at) == chosen
    assert "in your slides already" in notices(at)
    press(at, "up-2")
    assert codes(at) == [chosen[0], chosen[2], chosen[1]]
    press(at, "down-0")
    assert codes(at) == [chosen[2], chosen[0], chosen[1]]
    press(at, "remove-1")
    assert codes(at) == [chosen[2], chosen[1]]
    press(at, "present-clear")
    assert codes(at) == []
    assert dict(at.query_params) == {}
    for before in ([chosen[2], chosen[1]], [chosen[2], chosen[0], chosen[1]], [chosen[0], chosen[2], chosen[1]], chosen):
        assert codes(press(at, "present-undo")) == before
    assert at.query_params["items"] == ",".join(chosen)


def test_the_first_cannot_go_up_and_the_last_cannot_go_down():
    at = opened(items=TWO)
    assert [at.button(key=f"{way}-{place}").disabled for place in (0, 1) for way in ("up", "down")] == [True, False, False, True]
    assert at.button(key="remove-0").label.startswith("Remove\\: Departures\\: Arrivals in 2025")


def test_the_words_of_the_event_stand_on_the_stage_and_in_the_address():
    at = opened(items=TWO)
    at.text_input(key="present-title").set_value("탈북민의 밤").run()
    at.text_input(key="present-host").set_value("قاعة المدينة").run()
    at.text_input(key="present-call").set_value("Write a letter").run()
    at.text_input(key="present-link").set_value("example.org/act").run()
    at.date_input(key="present-day").set_value("2026-12-10").run()
    at.button_group(key="present-hall").set_value("dark").run()
    at.button_group(key="present-paper").set_value("letter").run()
    assert not at.exception
    assert dict(at.query_params) == {
        "items": TWO,
        "title": "탈북민의 밤",
        "host": "قاعة المدينة",
        "date": "2026-12-10",
        "call": "Write a letter",
        "link": "https://example.org/act",
        "hall": "dark",
        "paper": "letter",
    }
    again = opened(**dict(at.query_params))
    assert again.session_state["present_plan"] == at.session_state["present_plan"]
    assert again.text_input(key="present-title").value == "탈북민의 밤"
    assert again.date_input(key="present-day").value.isoformat() == "2026-12-10"
    assert not again.info
    for words in ("탈북민의 밤", "قاعة المدينة", "10 December 2026", "Write a letter"):
        assert words in stage_of(again)
        assert words in stage_of(at)


def test_the_name_of_the_speaker_never_reaches_an_address():
    at = opened(items=TWO)
    at.text_input(key="present-speaker").set_value("Kim Somebody").run()
    press(at, "up-1")
    assert "Kim Somebody" in stage_of(at)
    assert "Kim" not in json.dumps(dict(at.query_params))
    assert not any("Kim" in item.value for item in at.code), "the share menu neither"
    at.switch_page("pages/departures.py").run()
    assert "Kim" not in json.dumps(dict(at.query_params))
    at.switch_page("pages/present.py").run()
    assert at.text_input(key="present-speaker").value == "Kim Somebody"


def test_a_link_that_is_none_is_not_used_and_said_so():
    at = opened(items=TWO)
    at.text_input(key="present-link").set_value("javascript:alert(1)").run()
    assert "no address of the web" in notices(at)
    assert "link" not in at.query_params
    assert at.session_state["present_plan"].link == ""
    at.text_input(key="present-link").set_value("https://example.org/give").run()
    assert "no address of the web" not in notices(at)
    assert "https://example.org/give" in at.query_params["link"]


def test_typed_words_stay_when_the_list_changes_and_when_it_is_undone():
    at = opened(items=TWO)
    at.text_input(key="present-title").set_value("Winter talk")
    press(at, "remove-0")
    assert at.session_state["present_plan"].title == "Winter talk"
    press(at, "present-undo")
    assert codes(at) == TWO.split(",")
    assert at.query_params["title"] == "Winter talk"


def test_sixty_items_are_the_most_and_more_are_refused_in_words():
    every = [f"f.{key}" for key in fact_ids()]
    at = opened(items=",".join(every[:MOST_ITEMS]))
    assert len(rows(at)) == MOST_ITEMS
    at.selectbox(key="present-add-f").set_value(every[MOST_ITEMS]).run()
    assert codes(at) == every[:MOST_ITEMS]
    assert "holds at most 60 items" in notices(at)
    longer = opened(items=",".join(every[: MOST_ITEMS + 2]))
    assert codes(longer) == every[:MOST_ITEMS]
    assert every[MOST_ITEMS + 1] in notices(longer)


def test_a_long_list_is_reordered_by_place():
    at = opened(items=f"{TWO},f.arrivals.peak,f.arrivals.cumulative")
    at.session_state["present-move"] = True
    at.run()
    place, to = at.number_input
    place.set_value(4)
    to.set_value(1)
    at.button[[item.label for item in at.button].index("Move")].click().run()
    assert codes(at) == ["f.arrivals.cumulative", *TWO.split(","), "f.arrivals.peak"]


def test_the_list_counts_its_screens():
    at = opened(items="x.departures.forced_returns,f.arrivals.latest")
    deck = at.session_state["present_made"].deck
    assert isinstance(deck, Deck)
    parts = [slide.part[1] for slide in deck.slides if slide.kind == "chart"]
    assert parts[0] > 1
    assert rows(at)[0].endswith(f"{parts[0]} screens")
    assert rows(at)[1].endswith("1 screen")
    assert any(f"2 items, {len(deck.slides)} screens" in item.value for item in at.markdown)


def test_notes_and_slides_stand_as_text_under_the_stage():
    at = opened(items=TWO)
    body = html_of(at)
    deck = at.session_state["present_made"].deck
    for slide in deck.slides:
        assert slide.heading.replace("'", "&#x27;") in body
    assert "<dt>Say</dt>" in body
    assert "<dt>Sources</dt>" in body


def test_slides_are_made_once_for_each_state():
    at = opened(items=TWO)
    made = at.session_state["present_made"]
    at.run()
    assert at.session_state["present_made"] is made
    at.text_input(key="present-title").set_value("Another").run()
    assert at.session_state["present_made"] is not made


def test_in_a_frame_of_another_site_there_is_the_stage_alone(monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    at = opened(items=TWO)
    assert stage_of(at)
    assert [button for button in at.button if (button.key or "").startswith(("set-", "up-"))] == []
    assert len(at.title) == 1


def test_where_addresses_work_here_only_it_is_said_in_one_line(monkeypatch):
    assert "people in the hall cannot open them" in notices(opened(items=TWO))
    monkeypatch.setenv("INROADS_BASE_URL", "https://inroads.example.org")
    assert notices(opened(items=TWO)) == ""
