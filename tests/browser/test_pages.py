"""Every page at both widths in both themes: drawn in full, quiet, accessible, asking nobody else, and good on paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bench.paint import wait_done
from bench.server import HOST
from lib.ui.escape import host
from lib.ui.shell import PAGES
from tests.browser.audits import Paper, headings, moving, on_paper, violations
from tests.browser.visits import EXCEPTION, HEIGHT, Expected, Watch, new_reader, open_page, path_of, screenshot, sideways, tab

DESK, PHONE = 1280, 390
# Every page is printed once; two in the dark theme, whose charts are turned light for paper.
ON_PAPER = [
    pytest.param(page_id, theme, marks=pytest.mark.xdist_group(page_id))
    for page_id, theme in [*((page_id, "light") for page_id in PAGES), ("overview", "dark"), ("about", "dark")]
]
PRINTED = {param.values for param in ON_PAPER}
VIEWS = [
    pytest.param(*view, id="-".join(map(str, view)), marks=pytest.mark.xdist_group(view[0]))
    for view in product(PAGES, (DESK, PHONE), ("light", "dark"))
]
EACH_PAGE = [pytest.param(page_id, marks=pytest.mark.xdist_group(page_id)) for page_id in PAGES]  # one process sees all visits of a page
WITHOUT_SOURCES = ("about", "search", "exhibit")  # words of our own, and lists of links
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
    violations: list[str]
    headings: list[int]
    moving: int
    language: str
    paper: Paper | None


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One reader for each theme, who keeps what the browser has loaded."""
    known = {theme: new_reader(browser, DESK, theme) for theme in ("light", "dark")}
    yield known
    for context in known.values():
        context.close()


def look(page: Page, watch: Watch) -> Visit:
    """Everything that is measured on an open page at its present width."""
    return Visit(
        watch,
        page.evaluate(CHARTS),
        page.locator(EXCEPTION).count(),
        sideways(page),
        page.evaluate(LINKS),
        page.evaluate(HINTS),
        page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"),
        violations(page),
        headings(page),
        moving(page),
        page.evaluate("() => document.documentElement.lang"),
        None,
    )


@pytest.fixture(scope="module")
def visit(readers, site: str, expected: dict[str, Expected]):
    """Visits a page once in each theme, on a desk and then as narrow as a phone; all tests of this file share the visits."""

    @cache
    def at_both_widths(page_id: str, theme: str) -> dict[int, Visit]:
        with tab(readers[theme]) as (page, watch):
            open_page(page, f"{site}{path_of(page_id)}", expected[page_id].heading)
            seen = {DESK: look(page, watch)}
            screenshot(page, f"{page_id}-{DESK}-{theme}")
            if (page_id, theme) in PRINTED:
                seen[DESK].paper = on_paper(page)
            page.set_viewport_size({"width": PHONE, "height": HEIGHT[PHONE]})
            page.wait_for_timeout(300)  # charts follow the width
            wait_done(page)
            seen[PHONE] = look(page, watch)
            screenshot(page, f"{page_id}-{PHONE}-{theme}")
        return seen

    return lambda page_id, width, theme: at_both_widths(page_id, theme)[width]


@pytest.mark.parametrize(("page_id", "width", "theme"), VIEWS)
def test_a_page_is_drawn_in_full(page_id: str, width: int, theme: str, visit, expected: dict[str, Expected]) -> None:
    seen = visit(page_id, width, theme)
    assert seen.exceptions == 0
    assert len(seen.charts) == expected[page_id].charts
    assert all(size > 0 for size in seen.charts), seen.charts
    assert seen.watch.complaints == []
    light = sum(int(part) for part in seen.background.removeprefix("rgb(").rstrip(")").split(",")[:3]) > 384
    assert light == (theme == "light"), seen.background


@pytest.mark.parametrize(("page_id", "width", "theme"), VIEWS)
def test_no_request_goes_to_another_host(page_id: str, width: int, theme: str, visit) -> None:
    seen = visit(page_id, width, theme)
    assert any(url.startswith("ws://") for url in seen.watch.requests), "sockets are watched too"
    assert seen.watch.others() == []
    assert [hint for hint in seen.hints if urlsplit(hint).hostname != HOST] == []


@pytest.mark.parametrize("page_id", EACH_PAGE)
def test_nothing_scrolls_sideways_on_a_phone(page_id: str, visit) -> None:
    inner, outer = visit(page_id, 390, "light").width
    assert inner <= outer


@pytest.mark.parametrize("page_id", EACH_PAGE)
def test_links_to_other_sites_open_apart_and_show_their_domain(page_id: str, visit) -> None:
    for link in visit(page_id, 1280, "light").links:
        assert link["target"] == "_blank", link
        assert {"noopener", "noreferrer"} & set(link["rel"].split()), link  # noreferrer implies noopener
        assert host(link["href"]) in link["text"] + link["near"], link


def test_pages_do_lead_to_their_sources(visit) -> None:
    assert all(visit(page_id, 1280, "light").links for page_id in ("departures", "foreigners", "costs", "act"))


@pytest.mark.parametrize(("page_id", "width", "theme"), VIEWS)
def test_no_rule_of_wcag_is_broken(page_id: str, width: int, theme: str, visit) -> None:
    seen = visit(page_id, width, theme)
    assert seen.violations == []
    assert seen.language == "en"
    assert seen.moving == 0, "the reader asked for reduced motion"


@pytest.mark.parametrize("page_id", EACH_PAGE)
def test_headings_form_an_outline(page_id: str, visit) -> None:
    levels = visit(page_id, DESK, "light").headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize(("page_id", "theme"), ON_PAPER)
def test_a_page_prints_light_and_whole(page_id: str, theme: str, visit, expected: dict[str, Expected]) -> None:
    paper = visit(page_id, DESK, theme).paper
    assert paper is not None
    assert paper.light > 0.6, "the darkest sheet is full of charts"
    assert paper.cut == []
    assert paper.left_over == []
    assert letters(expected[page_id].heading) in letters(paper.text)
    if page_id not in WITHOUT_SOURCES:
        assert re.search(r"\d sources?\b|Sources", paper.text), "sources stand on paper as text"


def letters(text: str) -> str:
    """A text without spaces: PDF readers set them by the gaps between letters."""
    return "".join(text.split())
