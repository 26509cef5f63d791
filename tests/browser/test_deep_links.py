"""Each page as the very first request to a fresh server, with a query string."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from lib.settings import NAME
from lib.ui.shell import GROUPS, PAGES
from tests.browser.conftest import Fresh
from tests.browser.visits import H1, Expected, open_page, path_of, reader

# A state that is not the default, for each page that has filters.
QUERY = {
    "overview": "",
    "departures": "sex=women&years=2009-2025",
    "foreigners": "kind=embassy",
    "costs": "scale=log",
    "act": "effort=minutes",
    "barriers": "side=north",
    "organizations": "view=table",
    "information": "runs=running",
    "policy": "kind=law",
    "claims": "verdict=supported",
    "disagreements": "topic=costs",
    "reference": "view=terms",
    "data": "view=sources",
    "present": "items=x.costs.ladder~scale:log,f.arrivals.latest&title=Talk",
    "about": "",
    "search": "q=embassy",
    "exhibit": "id=costs.ladder&scale=log",
}
# Their headings follow from what the address asks for.
LIVE_HEADINGS = ("exhibit",)


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_opens_as_the_first_request_to_a_fresh_server(
    page_id: str, browser: Browser, fresh: Fresh, expected: dict[str, Expected]
) -> None:
    query = "&".join(part for part in ("lang=en", QUERY[page_id]) if part)
    server = fresh()
    with reader(browser) as (context, watch):
        page = context.new_page()
        open_page(page, f"{server.url}{path_of(page_id)}?{query}", None if page_id in LIVE_HEADINGS else expected[page_id].heading)
        expect(page.locator(H1)).to_have_count(1)
        title = NAME if page_id == "overview" else f"{PAGES[page_id].title} · {NAME}"
        assert page.title() == title
        menu = page.locator(".st-key-menu")
        expect(menu.get_by_role("link", name=NAME)).to_be_visible()
        for label, _icon, _ids in GROUPS:
            expect(menu.get_by_role("button", name=str(label))).to_be_visible()
        assert page.locator("[data-testid=stSidebarNav]").count() == 0, "no menu of file names"
        assert parse_qs(urlsplit(page.url).query) == parse_qs(query), "the query string is kept"
        assert page.get_by_text("so it was left out").count() == 0, "the filters of this test exist"
        assert watch.complaints == []
        assert watch.others() == []
    assert "Traceback" not in server.output()
