"""The page that presents, in a real browser: choosing by mouse and keyboard, every file in one click, the stage in its frame."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.ui.late import PATIENCE
from tests.browser.audits import headings, violations
from tests.browser.visits import open_page, reader, settle, sideways

HEADING = "Show it to others"
ITEMS = "f.arrivals.cumulative,x.departures.arrivals_by_year~sex:women,x.costs.ladder,a.people-first-language"
WHOLE = f"present?items={ITEMS}&title=Winter talk 탈북&date=2026-12-10&card=f.arrivals.cumulative"
FILES = {"slides": ("pptx", b"PK"), "handout": ("pdf", b"%PDF"), "stage": ("html", b"<!DOCTYPE html>"), "kit": ("zip", b"PK")}
FRAME = ".st-key-stage iframe"


def chosen(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("items", [""])[0].split(",")


def test_every_file_comes_with_one_click(browser: Browser, site: str) -> None:
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/{WHOLE}", HEADING)
        for kind, (ending, begin) in FILES.items():
            button = page.locator(f".st-key-file-{kind} button")
            with page.expect_download(timeout=60_000) as download:
                button.click()
            assert download.value.suggested_filename == f"inroads-{kind}-winter-talk-2026-12-10.{ending}"
            assert Path(download.value.path()).read_bytes().startswith(begin)
            expect(page.get_by_text("Your browser saves it by itself.")).to_be_visible()
            expect(page.get_by_test_id("stProgress")).to_have_count(0)
        assert page.locator(".st-key-screen-files").get_by_test_id("stAlert").count() == 0
        assert watch.others() == []
        assert watch.complaints == []


def test_words_typed_in_quick_succession_all_stay(browser: Browser, site: str) -> None:
    typed = {"Title": "Winter talk", "Host or place": "Leeds", "Speaker": "Pat Example", "Its link": "https://example.org/act"}
    with reader(browser) as (context, watch):
        for _round in range(3):
            page = context.new_page()
            open_page(page, f"{site}/present?items={ITEMS}", HEADING)
            for label, words in typed.items():  # each field is sent while the one before is still being answered
                page.get_by_label(label, exact=True).fill(words)
            page.keyboard.press("Tab")
            page.wait_for_url(re.compile("title=Winter.*host=Leeds.*link="))
            settle(page, HEADING)
            page.wait_for_timeout(300)
            assert {label: page.get_by_label(label, exact=True).input_value() for label in typed} == typed
            assert parse_qs(urlsplit(page.url).query)["items"] == [ITEMS]
            page.close()
        assert watch.complaints == []


def test_a_set_is_one_click_and_back_brings_the_list_before(browser: Browser, site: str) -> None:
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/present?items={ITEMS}", HEADING)
        page.locator(".st-key-set-policy button").click()
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(12)
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(4)
        page.wait_for_timeout(1000 * PATIENCE)  # an address replaced a moment ago is taken for a late one, not for a step back
        page.go_back()
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(12)
        page.go_back()
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(4)
        assert chosen(page) == ITEMS.split(",")
        assert watch.complaints == []


def test_the_list_is_changed_by_keyboard_and_the_focus_stays(browser: Browser, site: str) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/present?items={ITEMS}", HEADING)
        field = page.get_by_label("Add a figure")
        field.focus()
        page.keyboard.type("Arrivals in 2025")
        page.keyboard.press("Enter")
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(5)
        page.get_by_role("button", name="Up: Departures: Arrivals in 2025").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "arrivals.latest%2Ca." in url)
        assert page.evaluate("() => document.activeElement.textContent").startswith("arrow_upwardUp: ")


def test_the_stage_keeps_its_slide_while_the_page_runs_again(browser: Browser, site: str) -> None:
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/{WHOLE}", HEADING)
        frame = page.locator(FRAME)
        frame.scroll_into_view_if_needed()
        frame.click(position={"x": 200, "y": 120})
        page.keyboard.press("ArrowRight")
        stage = page.frame_locator(FRAME)
        expect(stage.get_by_text("2 / 6")).to_be_visible()
        page.locator(".st-key-present-move button").first.click()
        expect(page.get_by_label("goes to place")).to_be_visible()
        expect(stage.get_by_text("2 / 6")).to_be_visible()
        assert watch.others() == []
        assert watch.complaints == []


@pytest.mark.parametrize(("width", "theme"), [(1280, "dark"), (390, "light")])
def test_a_full_page_is_accessible_and_fits(browser: Browser, site: str, width: int, theme: str) -> None:
    with reader(browser, width, theme) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/{WHOLE}", HEADING)
        expect(page.get_by_test_id("stImage").locator("img")).to_be_visible()
        assert violations(page) == []
        assert headings(page) == [1, 2, 2, 2, 2, 2]
        assert sideways(page)[0] <= sideways(page)[1]
        box = page.locator(FRAME).bounding_box()
        assert box is not None
        assert box["width"] <= width
        assert watch.others() == []
        assert watch.complaints == []


def test_a_chart_is_added_on_its_page_and_waits_on_the_page_that_presents(browser: Browser, site: str) -> None:
    with reader(browser, 390) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/departures?sex=women")
        page.locator(".st-key-cite-departures-arrivals-by-year button").tap()
        page.get_by_role("button", name="Add to my slides").tap()
        page.get_by_role("link", name="Open my slides").tap()
        settle(page, HEADING)
        page.wait_for_url(lambda url: "items=" in url)
        assert chosen(page) == ["x.departures.arrivals_by_year~sex:women"]
