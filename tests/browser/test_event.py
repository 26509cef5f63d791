"""A whole event: from the overview to the slides, on the stage, into the bag, and again without server and network."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from bench.paint import WAIT_MS
from bench.server import Server
from tests.browser.stage_page import place, until
from tests.browser.visits import open_page, reader, settle

HEADING = "Show it to others"
CHARTS = {"departures.arrivals_by_year": "x.departures.arrivals_by_year", "costs.fees_over_time": "x.costs.fees_over_time~scale:log"}
ACTION = "Ask your foreign ministry to raise forced returns with China"
FRAME = ".st-key-stage iframe"


def chosen(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("items", [""])[0].split(",")


def download(page: Page, kind: str) -> bytes:
    with page.expect_download(timeout=60_000) as file:
        page.locator(f".st-key-file-{kind} button").click()
    return Path(file.value.path()).read_bytes()


def headings_by_keyboard(page: Page, press: Callable[[str], None], count: int) -> list[str]:
    """Turns from the first slide to the last with keys of keyboards and remotes, then back; gives the headings on the way."""
    found = []
    for number in range(1, count + 1):
        until(page, f"document.querySelector('.slide:not([hidden])').id === 'slide-{number}'")
        found.append(page.locator(".slide:not([hidden]) :is(h1, h2)").first.inner_text())
        press(("ArrowRight", "Space", "PageDown")[number % 3])
    assert place(page) == count, "the last slide is the last"
    press("PageUp")
    until(page, f"document.querySelector('.slide:not([hidden])').id === 'slide-{count - 1}'")
    press("Home")
    until(page, "document.querySelector('.slide:not([hidden])').id === 'slide-1'")
    return found


def test_a_whole_event(browser: Browser, fresh: Callable[..., Server], tmp_path: Path) -> None:
    first, second = CHARTS.values()
    server = fresh(environment={"INROADS_PAUSES": "off", "INROADS_BASE_URL": "https://inroads.example.org"})
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, server.url)
        for exhibit in CHARTS:
            name = exhibit.replace(".", "-").replace("_", "-")
            page.locator(f".st-key-cite-{name} button").click()
            page.get_by_role("button", name="Add to my slides").click()
            expect(page.get_by_text("This is in your slides.")).to_be_visible()
            page.keyboard.press("Escape")
        page.get_by_test_id("stMain").get_by_role("button", name="Use").click()
        page.get_by_role("link", name="Present").click()
        settle(page, HEADING)

        page.get_by_label("Add an action").click()
        page.keyboard.type(ACTION[:30])
        page.keyboard.press("Enter")
        expect(page.locator("[class*=st-key-pick-]")).to_have_count(3)
        page.get_by_role("button", name=f"Up: Write to a representative: {ACTION}").click()
        page.wait_for_url(lambda url: "by_year%2Ca." in url)
        assert chosen(page) == [first, "a.press-china-refoulement", second]
        page.get_by_label("Title", exact=True).fill("An evening in Leeds")
        page.get_by_label("Speaker").fill("Q. Zyx")
        page.get_by_label("Speaker").press("Tab")
        page.wait_for_url(lambda url: "An+evening" in url or "An%20evening" in url)
        stage = page.frame_locator(FRAME)
        expect(stage.get_by_role("heading", name="An evening in Leeds")).to_be_visible(timeout=WAIT_MS)
        assert "Zyx" not in page.url

        frame = next(one for one in page.frames if one.parent_frame is not None)
        count = frame.locator(".slide").count()
        page.locator(FRAME).scroll_into_view_if_needed()
        stage.get_by_role("button", name="Full screen").click()
        until(frame, "document.fullscreenElement")
        presented = headings_by_keyboard(frame, page.keyboard.press, count)
        assert presented[0] == "An evening in Leeds"
        assert ACTION in presented
        page.evaluate("() => document.exitFullscreen()")

        slides, handout, deck, kit = (download(page, kind) for kind in ("slides", "handout", "stage", "kit"))
        assert [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(slides)).slides] == presented
        assert len(pypdfium2.PdfDocument(handout)) <= 2
        assert deck.startswith(b"<!DOCTYPE html>")
        with zipfile.ZipFile(io.BytesIO(kit)) as pack:
            assert len(kit) < 15_000_000
            pack.extractall(tmp_path)

        page.locator(FRAME).scroll_into_view_if_needed()
        stage.get_by_role("button", name="Full screen").click()
        until(frame, "document.fullscreenElement")
        server.stop()
        context.set_offline(True)
        assert headings_by_keyboard(frame, page.keyboard.press, count) == presented, "the stage needs no server"
        assert watch.others() == []

    with reader(browser) as (context, watch):
        context.set_offline(True)
        page = context.new_page()
        page.goto((tmp_path / "deck.html").as_uri())
        assert headings_by_keyboard(page, page.keyboard.press, count) == presented
        page.keyboard.press("ArrowRight")
        page.keyboard.press("s")
        expect(page.get_by_text("Do not say", exact=True).locator("visible=true")).to_have_count(1)
        assert [url for url in watch.requests if not url.startswith(("file:", "data:"))] == []
        assert watch.complaints == []


def test_two_people_take_their_kits_at_once(browser: Browser, site: str) -> None:
    items = "x.departures.arrivals_by_year,a.press-china-refoulement"
    with reader(browser) as (first, _), reader(browser) as (second, _watch):
        pages = []
        for number, context in enumerate((first, second), start=1):
            page = context.new_page()
            open_page(page, f"{site}/present?items={items}&title=Evening {number}", HEADING)
            pages.append(page)
        with pages[0].expect_download(timeout=60_000) as one, pages[1].expect_download(timeout=60_000) as other:
            for page in pages:
                page.locator(".st-key-file-kit button").click()
        for number, file in enumerate((one.value, other.value), start=1):
            with zipfile.ZipFile(file.path()) as pack:
                assert pack.testzip() is None
                assert f"Evening {number}" in pack.read("deck.html").decode("utf-8")
