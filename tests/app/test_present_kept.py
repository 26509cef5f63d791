"""The page that presents: what an address, a saved file and another page bring back, and the cards."""

import json
from dataclasses import fields, replace

import pytest

from lib.export.plan import Item, Plan, read_file, write_file
from tests.app.presenting import HOSTILE, TWO, WITH_FILTERS, codes, later, notices, opened, press, rows, stage_of
from tests.app.visits import html_of


def test_filters_of_an_item_come_with_the_address_and_reach_the_stage():
    plain, women = opened(items="x.departures.arrivals_by_year"), opened(items=WITH_FILTERS)
    assert women.query_params["items"] == WITH_FILTERS
    assert not women.info
    assert "(2015–2020; Women)" in rows(women)[0].replace("\\", "")
    assert women.session_state["present_made"].deck.slides[1].heading != plain.session_state["present_made"].deck.slides[1].heading


def test_what_an_address_asks_for_and_nobody_has_is_named_and_the_rest_is_shown():
    at = opened(items=f"f.arrivals.latest,x.no.such,{HOSTILE}", date="2026-13-40", hall="blue", link="javascript:alert(1)", robots="1")
    assert codes(at) == ["f.arrivals.latest"]
    said = notices(at)
    assert "so it was left out" in said
    for named in ("x.no.such", "date=2026-13-40", "robots=1"):
        assert named in said
    assert dict(at.query_params) == {"items": "f.arrivals.latest"}


@pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31", "9999-12-31", "２０２６-12-01"])
def test_a_day_that_the_calendar_does_not_reach_is_named(day):
    at = opened(items=TWO, date=day)
    assert f"date={day}" in notices(at)
    assert "date" not in at.query_params


def test_hostile_words_are_shown_as_words():
    at = opened(items=TWO, title=HOSTILE, host=HOSTILE, call=HOSTILE)
    assert at.session_state["present_plan"].title == HOSTILE
    for text in (html_of(at), stage_of(at)):
        assert "<img src=x" not in text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_another_address_takes_the_place_of_the_list_and_undo_brings_it_back():
    at = opened(items=TWO)
    press(at, "remove-0")
    at.query_params["items"] = "f.arrivals.peak"
    at.run()
    assert codes(at) == ["f.arrivals.peak"]
    assert codes(press(at, "present-undo")) == ["a.people-first-language"]


def test_back_to_the_bare_address_shows_the_empty_list():
    at = opened()
    at.selectbox(key="present-add-f").set_value("f.arrivals.latest").run()
    del later(at).query_params["items"]
    at.run()
    assert codes(at) == []


def test_a_click_that_still_brings_the_address_before_the_last_answer_undoes_nothing():
    at = opened(items=TWO)
    before = dict(at.query_params)
    at.text_input(key="present-title").set_value("Winter talk").run()
    assert at.query_params["title"] == "Winter talk"
    at.query_params.clear()  # the browser has not yet heard of the title when the speaker is typed
    for name, value in before.items():
        at.query_params[name] = value
    at.text_input(key="present-speaker").set_value("Pat Example").run()
    plan = at.session_state["present_plan"]
    assert (plan.title, plan.speaker) == ("Winter talk", "Pat Example")
    assert at.text_input(key="present-title").value == "Winter talk"
    assert at.query_params["title"] == "Winter talk"
    at.query_params.clear()
    for name, value in before.items():
        at.query_params[name] = value
    press(at, "down-0")
    assert (codes(at), at.session_state["present_plan"].title) == (TWO.split(",")[::-1], "Winter talk")
    for name, value in before.items():
        later(at).query_params[name] = value
    del at.query_params["title"]
    at.run()
    assert codes(at) == TWO.split(","), "a step back is a step back when it comes later"
    assert at.text_input(key="present-title").value == ""


def test_a_default_in_so_many_words_stays_in_the_address():
    at = opened(items=TWO, hall="light", lang="en")
    assert at.query_params["hall"] == "light"
    assert at.query_params["lang"] == "en"


def test_leaving_the_page_and_coming_back_keeps_everything():
    at = opened(items=TWO, title="Winter talk")
    at.switch_page("pages/departures.py").run()
    assert "items" not in at.query_params
    at.switch_page("pages/present.py").run()
    assert codes(at) == TWO.split(",")
    assert at.query_params["title"] == "Winter talk"
    assert at.text_input(key="present-title").value == "Winter talk"


def upload(at, content, name="list.json"):
    at.file_uploader(key="present-file").upload(name, content, "application/json").run()
    assert not at.exception, at.exception[0].message
    return at


def test_a_saved_list_opens_again_with_the_speaker(catalog):
    items = (Item("x", "departures.arrivals_by_year", (("years", "2015-2020"), ("sex", "women"))), Item("f", "arrivals.peak"))
    plan = Plan(items, "Winter talk", "St Mary's", "2026-12-10", "Kim Somebody", "Give", "https://example.org/", "dark", "letter")
    at = upload(opened(items=TWO), write_file(plan))
    assert at.session_state["present_plan"] == plan
    assert at.text_input(key="present-speaker").value == "Kim Somebody"
    assert at.button_group(key="present-hall").value == "dark"
    assert "Kim" not in json.dumps(dict(at.query_params))
    assert read_file(catalog, write_file(at.session_state["present_plan"])).plan == plan
    press(at, "present-undo")
    assert codes(at) == TWO.split(",")
    assert at.text_input(key="present-title").value == ""


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b'{"kind": "other", "items": []}', b"[" * 50_000])
def test_another_kind_of_file_changes_nothing_and_is_said_calmly(content):
    at = upload(opened(items=TWO), content)
    assert codes(at) == TWO.split(",")
    assert "no saved list of Inroads" in notices(at)
    assert not at.error


def test_a_list_of_a_later_version_is_called_so_and_an_editor_may_have_marked_the_file():
    content = write_file(Plan((Item("f", "arrivals.peak"),), title="Winter talk"))
    later = json.dumps({**json.loads(content), "version": 99}).encode()
    at = upload(opened(items=TWO), later)
    assert codes(at) == TWO.split(",")
    assert any("newer Inroads" in item.value for item in at.caption) or "newer Inroads" in notices(at)
    at = upload(opened(items=TWO), b"\xef\xbb\xbf" + content)
    assert codes(at) == ["f.arrivals.peak"]
    at = upload(at, content, "again.json")
    assert "open already" in notices(at) + " ".join(item.value for item in at.caption)


def test_what_a_saved_list_holds_and_the_data_do_not_is_named():
    said = {"kind": "inroads-presentation", "items": ["f.arrivals.latest", "f.gone", "x.\ud800", HOSTILE], "date": "1066-10-14"}
    at = upload(opened(), json.dumps(said).encode("utf-8"))
    assert codes(at) == ["f.arrivals.latest"]
    for named in ("f.gone", "date=1066-10-14"):
        assert named in notices(at)


def test_a_card_is_drawn_when_an_item_is_chosen_and_not_before():
    at = opened(items=TWO)
    assert not at.image
    at.selectbox(key="present-card").set_value("f.arrivals.latest").run()
    assert not at.exception
    assert at.query_params["card"] == "f.arrivals.latest"
    assert len(at.image) == 1
    assert at.image[0].proto.imgs[0].alt
    assert any("223" in item.value for item in at.code), "words for the post"
    at.selectbox(key="filter-present-shape").set_value("square").run()
    assert at.query_params["shape"] == "square"
    assert at.query_params["items"] == TWO


def test_a_card_of_anything_opens_by_its_address():
    at = opened(card=WITH_FILTERS, shape="square", shade="dark")
    assert len(at.image) == 1
    assert codes(at) == []
    assert at.query_params["card"] == WITH_FILTERS


def test_a_card_of_nothing_is_named():
    at = opened(card="x.<b>no</b>")
    assert "that is not in the data" in notices(at)
    assert "card" not in at.query_params
    assert not at.image


def test_a_list_outlives_an_update_of_this_copy():
    at = opened(items=f"{TWO},{WITH_FILTERS}", title="Winter talk")
    press(at, "down-0")
    before = at.session_state["present_plan"]
    # After an update the modules are read anew: objects of the session have classes that are no longer those of the code.
    old = {name: type(name, (), {}) for name in ("Plan", "Item", "_Step")}

    def as_before(thing, items=()):
        found = old[type(thing).__name__]()
        for each in fields(thing):
            setattr(found, each.name, getattr(thing, each.name))
        if items:
            found.items = items
        return found

    def aged(plan):
        return as_before(plan, tuple(as_before(item) for item in plan.items))

    steps = [as_before(step) for step in at.session_state["present_steps"]]
    for step in steps:
        step.plan = aged(step.plan)
    at.session_state["present_steps"] = steps
    at.session_state["present_plan"] = aged(before)
    at.text_input(key="present-host").set_value("Town hall").run()
    assert not at.exception
    assert at.session_state["present_plan"] == replace(before, host="Town hall")
    press(at, "present-undo")
    assert codes(at) == f"{TWO},{WITH_FILTERS}".split(",")
