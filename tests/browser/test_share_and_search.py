"""Links that lead back, one exhibit in another site's frame, and the search that stands on every page."""

import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from lib.ui.shell import PAGES
from tests.browser.visits import EXCEPTION, H1, Expected, open_page, path_of, reader, settle

MENU = ".st-key-menu"
BODY = "[data-testid=stPopoverBody]"
FRAME = "exhibit?id=departures.arrivals_by_year&sex=women&embed=true"


def shared(page: Page) -> str:
    """The address that the share menu offers."""
    page.locator(MENU).get_by_role("button", name="Share").click()
    code = page.locator(f"{BODY} code").first
    expect(code).to_contain_text("http")
    words = code.inner_text().strip()
    page.keyboard.press("Escape")
    return words


def test_share_gives_the_present_state(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/departures?sex=women", expected["departures"].heading)
        link = shared(page)
        assert urlsplit(link).path == "/departures"
        assert parse_qs(urlsplit(link).query) == {"sex": ["women"]}
        other = context.new_page()
        open_page(other, link, expected["departures"].heading)
        first = ".st-key-exhibit-departures-arrivals-by-year h3"
        expect(other.locator(first).first).to_have_text(page.locator(first).first.inner_text())


def test_links_lead_back_below_a_folder_of_a_larger_site(browser: Browser, fresh, expected: dict[str, Expected]) -> None:
    server = fresh(environment={"STREAMLIT_SERVER_BASE_URL_PATH": "inroads", "INROADS_PAUSES": "off"})
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{server.url}/inroads/departures?sex=women", expected["departures"].heading)
        link = shared(page)
        assert link == f"{server.url}/inroads/departures?sex=women"
        other = context.new_page()
        open_page(other, link, expected["departures"].heading)
        assert watch.others() == []


def scanned(picture: bytes) -> list[str]:
    """What a phone would read from a picture."""
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
def test_the_code_on_the_screen_can_be_scanned(browser: Browser, site: str, expected: dict[str, Expected], width: int, theme: str) -> None:
    with reader(browser, width, theme) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/departures?sex=women", expected["departures"].heading)
        page.locator(MENU).get_by_role("button", name="Share").click()
        body = page.locator(BODY)
        body.get_by_text("QR code of this address").click()
        picture = body.get_by_role("img", name=f"QR code of {site}/departures?sex=women")
        expect(picture).to_be_visible()
        for _look in range(30):  # the menu may still be on its way to its place
            if found := scanned(page.screenshot()):
                break
            page.wait_for_timeout(200)
        assert found == [f"{site}/departures?sex=women"]
        saved: dict[str, bytes] = {}
        for form in ("PNG", "SVG"):
            with page.expect_download() as download:
                body.get_by_role("button", name=f"Save as {form}").click()
            assert download.value.suggested_filename == f"inroads-departures-qr.{form.lower()}"
            saved[form] = Path(download.value.path()).read_bytes()
        assert scanned(saved["PNG"]) == [f"{site}/departures?sex=women"]
        assert saved["SVG"].startswith(b"<svg")
        expect(body.get_by_text("Others cannot open the address")).to_be_visible()
        assert (watch.others(), watch.complaints) == ([], [])


def test_a_long_address_is_saved_as_a_file(browser: Browser, site: str) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        link = f"{site}/search?q={'word+' * 30}end"
        open_page(page, link)
        page.locator(MENU).get_by_role("button", name="Share").click()
        body = page.locator(BODY)
        expect(body.get_by_text("No QR code")).to_be_visible()
        with page.expect_download() as download:
            body.get_by_role("button", name="Save the address").click()
        assert Path(download.value.path()).read_text(encoding="utf-8").splitlines()[0] == link
        expect(body.get_by_text("QR code of this address")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_exhibit_stands_in_a_frame_of_another_site(browser: Browser, site: str, theme: str) -> None:
    with reader(browser, 390, theme) as (context, watch):
        page = context.new_page()
        page.set_content(f'<h1>Another site</h1><iframe src="{site}/{FRAME}" title="Arrivals" width="360" height="720"></iframe>')
        frame = page.frame_locator("iframe")
        expect(frame.locator(H1)).to_contain_text("women")
        expect(frame.locator("[data-testid=stPlotlyChart] .main-svg").first).to_be_visible()
        expect(frame.locator(".inr-sources")).to_be_visible()
        expect(frame.locator(MENU)).to_have_count(0)
        expect(frame.locator("[data-testid=stDownloadButton]")).to_have_count(0)
        back = frame.get_by_role("link", name=re.compile("See this with its records"))
        expect(back).to_have_attribute("target", "_blank")
        expect(back).to_have_attribute("href", f"{site}/departures?sex=women")
        assert watch.others() == []


def test_the_link_of_an_exhibit_opens_it_alone(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/departures?sex=women", expected["departures"].heading)
        box = page.locator(".st-key-exhibit-departures-arrivals-by-year").first
        finding = box.locator("h3").first.inner_text()
        box.locator("summary", has_text="Link and embed").click()
        box.get_by_role("link", name="Open this exhibit alone").click()
        settle(page, finding)
        assert parse_qs(urlsplit(page.url).query) == {"id": ["departures.arrivals_by_year"], "sex": ["women"]}


@pytest.mark.parametrize("page_id", ["overview", "costs", "data"])
def test_the_search_stands_on_every_page(page_id: str, browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser, 390) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}{path_of(page_id)}", expected[page_id].heading)
        page.locator(MENU).get_by_role("button", name="Search").tap()
        field = page.locator(f"{BODY} input")
        field.fill("Swedish embassy")
        field.press("Enter")
        page.wait_for_url(re.compile(r"/search\?q=Swedish"))
        settle(page)
        link = page.locator("[data-testid=stMain] [data-testid=stHtml] a", has_text="Sweden").first
        expect(link).to_be_visible()
        assert page.locator(EXCEPTION).count() == 0
        assert watch.complaints == []


def test_a_row_of_a_record_leads_to_its_page_and_back(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/departures", expected["departures"].heading)
        box = page.locator(".st-key-exhibit-departures-arrivals-by-year").first
        box.locator("summary", has_text="Trace this number").click()
        box.get_by_role("link", name="arrivals_annual").first.click()
        settle(page)
        expect(page.get_by_text("Report a correction").first).to_be_visible()
        page.go_back()
        settle(page, expected["departures"].heading)


@pytest.mark.parametrize("page_id", ["claims", "data"])
def test_the_keyboard_is_never_caught(page_id: str, browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}{path_of(page_id)}", expected[page_id].heading)
        seen: list[str] = []
        for _press in range(900):
            page.keyboard.press("Tab")
            at = page.evaluate(
                "() => { const e = document.activeElement; if (e === document.body) return 'end'; window.__n = (window.__n || 0) + 1;"
                " if (!e.dataset.tab) e.dataset.tab = window.__n; return e.dataset.tab; }"
            )
            if at == "end" or (seen and at == seen[0]):
                break
            assert seen[-3:] != [at] * 3, "the focus stays on one element"
            seen.append(at)
        else:
            pytest.fail("the end of the page is never reached")
        assert len(seen) > 10
        assert page.locator(H1).count() == 1
        assert page_id in PAGES
