"""The menu under a thumb, and the keyboard's way from the top of a page to the record of a number."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lib.settings import NAME
from lib.ui.shell import GROUPS, PAGES
from tests.browser.visits import Expected, open_page, path_of, reader, settle, sideways, uncovered

MOST_TABS = 150
WHERE = """() => {
  const el = document.activeElement;
  return {
    tag: el.tagName, text: (el.textContent || '').trim(),
    menu: !!el.closest('.st-key-menu'), exhibit: !!el.closest('[class*=st-key-exhibit-]'),
  };
}"""


def group_of(page_id: str) -> str:
    """The words of the group that holds a page; empty for pages that stand in the bar itself."""
    return next((str(label) for label, _icon, ids in GROUPS if page_id in ids), "")


def menu_link(page: Page, page_id: str) -> Locator:
    """The link to a page, its group opened if it is in one."""
    if group := group_of(page_id):
        page.locator(".st-key-menu").get_by_role("button", name=group).tap()
        return page.locator("[data-testid=stPopoverBody]").get_by_role("link", name=str(PAGES[page_id].label))
    name = NAME if page_id == "overview" else str(PAGES[page_id].label)
    return page.locator(".st-key-menu").get_by_role("link", name=name)


# The first page of each group, one inside a group, and the overview.
@pytest.mark.parametrize("page_id", ["overview", "departures", "act", "policy", "claims", "present"])
def test_a_tap_in_the_menu_shows_the_new_page(page_id: str, browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    start = "about" if page_id == "overview" else "overview"
    with reader(browser, 390) as (context, watch):
        page = context.new_page()
        open_page(page, f"{site}{path_of(start)}", expected[start].heading)
        menu_link(page, page_id).tap()
        settle(page, expected[page_id].heading)
        assert page.url.removeprefix(site) == path_of(page_id)
        expect(page.locator("[data-testid=stPopoverBody]")).to_have_count(0)
        assert uncovered(page), "the new heading is on the screen and nothing lies over it"
        assert sideways(page)[0] <= sideways(page)[1]
        assert watch.complaints == []


def looks_focused(page: Page) -> bool:
    """Whether the focus can be seen: the picture around the focused element changes when the focus goes."""
    page.evaluate("() => document.activeElement.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(350)  # transitions of colors and outlines end
    box = page.evaluate("() => { const b = document.activeElement.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }")
    clip = {"x": max(box[0] - 6, 0), "y": max(box[1] - 6, 0), "width": box[2] + 12, "height": box[3] + 12}
    focused = page.screenshot(clip=clip)
    page.evaluate("() => { window.__kept = document.activeElement; window.__kept.blur(); }")
    page.wait_for_timeout(350)
    plain = page.screenshot(clip=clip)
    page.evaluate("() => window.__kept.focus({focusVisible: true})")
    return focused != plain


def test_the_keyboard_reaches_the_menu_and_the_record_of_the_first_chart(browser: Browser, site: str) -> None:
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, site)
        in_menu, checked = [], False
        for _press in range(MOST_TABS):
            page.keyboard.press("Tab")
            at = page.evaluate(WHERE)
            if at["menu"]:
                in_menu.append(at["text"])
                if not checked:
                    assert looks_focused(page), "the focus on the first menu entry can be seen"
                    checked = True
            if at["exhibit"] and at["tag"] == "SUMMARY" and "Trace this number" in at["text"]:
                break
        else:
            pytest.fail(f"no record within {MOST_TABS} tabs; last was {at}")
        for words in (NAME, *(str(label) for label, _icon, _ids in GROUPS), "Search", "Share"):
            assert any(words in entry for entry in in_menu), in_menu
        assert looks_focused(page), "the focus on the record can be seen"
        page.keyboard.press("Enter")
        record = page.locator("details[open] .inr-record")
        expect(record).to_be_visible()
        expect(record.locator("li").first).to_be_visible()
        expect(record.locator("a[href^=http]").first).to_be_visible()
        assert watch.others() == []
        assert watch.complaints == []


def test_the_keyboard_opens_a_group_of_the_menu_and_follows_a_link(browser: Browser, site: str, expected: dict[str, Expected]) -> None:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, f"{site}{path_of('act')}", expected["act"].heading)
        page.locator(".st-key-menu").get_by_role("button", name=group_of("departures")).focus()
        page.keyboard.press("Enter")
        link = page.locator("[data-testid=stPopoverBody]").get_by_role("link", name=str(PAGES["departures"].label))
        link.wait_for()
        link.focus()
        page.keyboard.press("Enter")
        settle(page, expected["departures"].heading)
