"""The address is the state: filters in the URL, Back, copied links, and addresses made to do harm."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.settings import NAME
from tests.browser.visits import EXCEPTION, Expected, open_page, path_of, reader, settle

SEX = ".st-key-filter-departures-sex"
ATTACK = '"\'><img src=x onerror="window.__hit=1;alert(1)"><script>window.__hit=1;alert(1)</script>'
MARKDOWN = "[a](javascript:alert(1)) :red[b] $x$ `c` **d**"


def choose_women(page: Page) -> None:
    """Sets the filter as a reader does."""
    page.locator(SEX).get_by_role("combobox").click()
    page.get_by_role("option", name="Women", exact=True).click()
    page.wait_for_url(re.compile(r"[?&]sex=women"))
    settle(page)


def test_filters_are_in_the_address_and_come_back(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}/departures", expected["departures"].heading)
        before = page.locator(".st-key-exhibit-departures-arrivals-by-year h3").first.inner_text()
        choose_women(page)
        finding = page.locator(".st-key-exhibit-departures-arrivals-by-year h3").first
        expect(finding).not_to_have_text(before)
        words, copied = finding.inner_text(), page.url

        page.locator(".st-key-menu").get_by_role("link", name=NAME).click()
        settle(page, expected["overview"].heading)
        page.go_back()
        settle(page, expected["departures"].heading)
        page.wait_for_url(re.compile(r"[?&]sex=women"))
        expect(page.locator(SEX)).to_contain_text("Women")
        expect(finding).to_have_text(words)

    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, copied, expected["departures"].heading)
        assert parse_qs(urlsplit(page.url).query) == {"sex": ["women"]}
        expect(page.locator(SEX)).to_contain_text("Women")
        expect(page.locator(".st-key-exhibit-departures-arrivals-by-year h3").first).to_have_text(words)


# All pages are fuzzed without a browser (tests/fuzz); here are those that draw words of the address, and charts.
@pytest.mark.parametrize("page_id", ["overview", "departures", "claims", "search", "data"])
def test_a_hostile_address_does_nothing_but_is_named(page_id: str, browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    values = {"years": ATTACK, "sex": ATTACK, "kind": ATTACK, "q": "x" * 300, "no-such": MARKDOWN, "<b>": "1", "lang": "../../etc"}
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in values.items())
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}{path_of(page_id)}?{query}", expected[page_id].heading)
        assert watch.dialogs == []
        assert page.evaluate("() => window.__hit") is None
        assert page.locator("img[src=x], [data-testid=stMain] script").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert page.locator(EXCEPTION).count() == 0
        assert watch.others() == []
        assert [text for text in watch.complaints if "Refused" not in text] == []
        expect(page.get_by_text("so it was left out").first).to_be_visible()


def test_a_hostile_search_is_only_words(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}/act?q={quote(ATTACK)}", expected["act"].heading)
        assert watch.dialogs == []
        assert page.evaluate("() => window.__hit") is None
        assert page.locator("img[src=x], [data-testid=stMain] script").count() == 0
        assert page.locator(EXCEPTION).count() == 0
