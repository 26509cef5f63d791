"""The page that presents: choosing, ordering, the words of the event, the address, saved files, cards."""

import json
from functools import partial

import pytest
from streamlit.runtime.context import ContextProxy

from lib.catalog import load_catalog
from lib.exhibits import exhibit_ids, fact_ids
from lib.export.plan import MOST_ITEMS, Item, Plan, read_file, write_file
from lib.export.sets import SETS
from lib.export.slide import Deck
from lib.topics.actions import actions
from tests.app.visits import html_of, visit

opened = partial(visit, "present")
TWO = "f.arrivals.latest,a.people-first-language"
WITH_FILTERS = "x.departures.arrivals_by_year~years:2015-2020~sex:women"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script> ]]> {{x}} #set $x$ [a](javascript:alert(1))'


def codes(at):
    return [item.code for item in at.session_state["present_plan"].items]


def rows(at):
    """The list as it is read on the page, without its places."""
    return [item.value.split(" ", 1)[1] for item in at.markdown if item.value[:1].isdigit()]


def notices(at):
    return " ".join(item.value.replace("\\", "") for item in [*at.info, *at.warning])


def press(at, key):
    at.button(key=key).click().run()
    assert not at.exception, at.exception[0].message
    return at


def stage_of(at):
    frames = at.get("iframe")
    return frames[0].proto.srcdoc if frames else ""


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


@pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31", "9999-12-31"])
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
    del at.query_params["items"]
    at.run()
    assert codes(at) == []


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
    assert any("INROADS_BASE_URL" in item.value.replace("\\", "") for item in opened(items=TWO).caption)
    monkeypatch.setenv("INROADS_BASE_URL", "https://inroads.example.org")
    assert not any("INROADS_BASE_URL" in item.value.replace("\\", "") for item in opened(items=TWO).caption)


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
