"""Every page at both widths in both themes: drawn in full, quiet, within the window, asking nobody else."""

from dataclasses import dataclass
from functools import cache
from itertools import product
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from bench.server import HOST
from lib.ui.escape import host
from lib.ui.shell import PAGES
from tests.browser.visits import EXCEPTION, Expected, Watch, open_page, path_of, reader, screenshot, sideways

VIEWS = list(product(PAGES, (1280, 390), ("light", "dark")))
IDS = ["-".join(map(str, view)) for view in VIEWS]
CHARTS = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].map((box) => {
  const svg = box.querySelector('.main-svg'), size = svg ? svg.getBoundingClientRect() : {width: 0, height: 0};
  return Math.min(size.width, size.height);
})"""
LINKS = """() => [...document.querySelectorAll('a[href]')].filter((a) => a.host && a.host !== location.host).map((a) => ({
  href: a.href, target: a.target, rel: a.rel, text: a.textContent, near: (a.parentElement ? a.parentElement.textContent : ''),
}))"""
HINTS = "() => [...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch]')].map((l) => l.href)"


@dataclass
class Visit:
    """What one visit showed."""

    watch: Watch
    charts: list[float]
    exceptions: int
    width: tuple[int, int]
    links: list[dict[str, str]]
    hints: list[str]
    background: str


@pytest.fixture(scope="module")
def visit(browser: Browser, site: str, expected: dict[str, Expected]):
    """Visits a page once for each width and theme; all tests of this file look at the same visits."""

    @cache
    def of(page_id: str, width: int, theme: str) -> Visit:
        with reader(browser, width, theme) as (context, watch):
            page = context.new_page()
            open_page(page, f"{site}{path_of(page_id)}", expected[page_id].heading)
            seen = Visit(
                watch,
                page.evaluate(CHARTS),
                page.locator(EXCEPTION).count(),
                sideways(page),
                page.evaluate(LINKS),
                page.evaluate(HINTS),
                page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"),
            )
            screenshot(page, f"{page_id}-{width}-{theme}")
        return seen

    return of


@pytest.mark.parametrize(("page_id", "width", "theme"), VIEWS, ids=IDS)
def test_a_page_is_drawn_in_full(page_id: str, width: int, theme: str, visit, expected: dict[str, Expected]) -> None:
    seen = visit(page_id, width, theme)
    assert seen.exceptions == 0
    assert len(seen.charts) == expected[page_id].charts
    assert all(size > 0 for size in seen.charts), seen.charts
    assert seen.watch.complaints == []
    light = sum(int(part) for part in seen.background.removeprefix("rgb(").rstrip(")").split(",")[:3]) > 384
    assert light == (theme == "light"), seen.background


@pytest.mark.parametrize(("page_id", "width", "theme"), VIEWS, ids=IDS)
def test_no_request_goes_to_another_host(page_id: str, width: int, theme: str, visit) -> None:
    seen = visit(page_id, width, theme)
    assert any(url.startswith("ws://") for url in seen.watch.requests), "sockets are watched too"
    assert seen.watch.others() == []
    assert [hint for hint in seen.hints if urlsplit(hint).hostname != HOST] == []


@pytest.mark.parametrize("page_id", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(page_id: str, visit) -> None:
    inner, outer = visit(page_id, 390, "light").width
    assert inner <= outer


@pytest.mark.parametrize("page_id", PAGES)
def test_links_to_other_sites_open_apart_and_show_their_domain(page_id: str, visit) -> None:
    for link in visit(page_id, 1280, "light").links:
        assert link["target"] == "_blank", link
        assert {"noopener", "noreferrer"} & set(link["rel"].split()), link  # noreferrer implies noopener
        assert host(link["href"]) in link["text"] + link["near"], link


def test_pages_do_lead_to_their_sources(visit) -> None:
    assert all(visit(page_id, 1280, "light").links for page_id in ("departures", "foreigners", "costs", "act"))
