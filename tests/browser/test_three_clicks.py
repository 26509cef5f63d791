"""What a new user asks first, each found from the overview with at most three clicks, with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lib.catalog import load_catalog
from lib.ui.shell import GROUPS, PAGES
from tests.browser.visits import H1, open_page, reader, settle

MOST = 3


class Newcomer:
    """A reader on the overview whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST, "too many clicks"
        what.click()

    def go(self, page_id: str) -> None:
        """Two clicks: the group in the menu, and the page in it."""
        group = next(str(label) for label, _icon, ids in GROUPS if page_id in ids)
        before = self.page.locator(H1).first.inner_text()
        self.click(self.page.locator("[class*=st-key-menu]").get_by_role("button", name=group).first)
        self.click(self.page.locator("[data-testid=stPopoverBody]").get_by_role("link", name=str(PAGES[page_id].label), exact=False).first)
        expect(self.page.locator(H1).first).not_to_have_text(before)
        settle(self.page)


@pytest.fixture
def newcomer(browser: Browser, site: str) -> Iterator[Newcomer]:
    with reader(browser) as (context, _watch):
        page = context.new_page()
        open_page(page, site)
        yield Newcomer(page)


def test_arrivals_in_2019_with_sources(newcomer: Newcomer) -> None:
    newcomer.go("departures")
    total = load_catalog()["arrivals_annual"].row("arrivals-2019").known("total")
    line = newcomer.page.locator("summary", has_text="Arrivals in 2019").first
    expect(line).to_contain_text(f"{total:,.0f}")
    newcomer.click(line)
    record = line.locator("xpath=..").locator(".inr-record")
    expect(record).to_be_visible()
    expect(record.locator("li a[href^=http]").first).to_be_visible()


def test_whether_the_swedish_embassy_is_open(newcomer: Newcomer) -> None:
    newcomer.go("foreigners")
    row = newcomer.page.locator("tr", has_text=re.compile("Sweden")).locator("visible=true").first
    expect(row).to_contain_text(re.compile("returned|back|open", re.I))
    expect(row).to_contain_text("2024")


def test_what_a_river_crossing_cost_in_2016(newcomer: Newcomer) -> None:
    newcomer.go("costs")
    line = newcomer.page.locator("summary", has_text="River crossing, 2016").first
    expect(line).to_contain_text("US$")
    newcomer.click(line)
    expect(line.locator("xpath=..").locator(".inr-record li a[href^=http]").first).to_be_visible()


def test_whether_5000_dollars_per_rescue_may_be_said(newcomer: Newcomer) -> None:
    newcomer.go("claims")
    text = newcomer.page.get_by_text(re.compile(r"5,000")).locator("visible=true").first
    expect(text).to_be_visible()
    expect(newcomer.page.get_by_text(re.compile("Do not say", re.I)).first).to_be_visible()


def test_the_last_vote_of_the_general_assembly(newcomer: Newcomer) -> None:
    newcomer.go("policy")
    votes = [row for row in load_catalog()["votes_unga"] if row["adopted_by"] == "vote"]
    last = max(votes, key=lambda row: row.text("date"))
    for name in ("yes", "no", "abstain"):
        expect(newcomer.page.get_by_text(re.compile(rf"\b{last.known(name):.0f}\b")).locator("visible=true").first).to_be_visible()


def test_whether_the_us_act_is_in_force(newcomer: Newcomer) -> None:
    newcomer.go("policy")
    expect(newcomer.page.get_by_text(re.compile(r"lapsed on 30 September 2022|September 30, 2022")).first).to_be_visible()
    expect(newcomer.page.get_by_text(re.compile(r"[\d,]+ days ago")).first).to_be_visible()


def test_two_active_groups_that_take_volunteers_online(newcomer: Newcomer) -> None:
    newcomer.go("organizations")
    newcomer.click(newcomer.page.get_by_role("button", name=re.compile("online", re.I)).first)
    newcomer.page.wait_for_url(re.compile("audience="))
    settle(newcomer.page)
    active = newcomer.page.locator("details summary", has_text=re.compile(r"known to be active|active", re.I)).locator("visible=true")
    assert active.count() >= 2


def test_when_the_next_policy_date_is(newcomer: Newcomer) -> None:
    heading = newcomer.page.get_by_role("heading", name="What is next")
    heading.scroll_into_view_if_needed()
    expect(heading).to_be_visible()
    first = newcomer.page.locator("li, summary", has_text=re.compile(r"\b20(26|27)\b")).locator("visible=true").first
    expect(first).to_be_visible()
