"""Every page in both themes at both widths: drawn in full, quiet, accessible, asking nobody else, and good on paper."""

import re
from collections.abc import Iterator
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
# Every page is printed in the light theme; two in the dark one, whose charts are turned light for paper.
DARK_ON_PAPER = ("overview", "about")
WITHOUT_SOURCES = ("present", "about", "search", "exhibit")  # words of our own, and lists of links
WITH_LINKS = ("departures", "foreigners", "costs", "barriers", "act", "organizations", "information", "policy", "claims", "reference")
CHARTS = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].map((box) => {
  const svg = box.querySelector('.main-svg'), size = svg ? svg.getBoundingClientRect() : {width: 0, height: 0};
  return Math.min(size.width, size.height);
})"""
LINKS = """() => [...document.querySelectorAll('a[href]')].filter((a) => a.host && a.host !== location.host).map((a) => ({
  href: a.href, target: a.target, rel: a.rel, text: a.textContent, near: (a.parentElement ? a.parentElement.textContent : ''),
}))"""
HINTS = "() => [...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch]')].map((l) => l.href)"
BACKGROUND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One reader for each theme, who keeps what the browser has loaded."""
    known = {theme: new_reader(browser, DESK, theme) for theme in ("light", "dark")}
    yield known
    for context in known.values():
        context.close()


def drawn(page: Page, charts: int) -> list[str]:
    """What is missing or broken on a page that should show so many charts."""
    sizes = page.evaluate(CHARTS)
    inner, outer = sideways(page)
    levels = headings(page)
    movement = moving(page)
    wrong = {
        "an exception is shown": page.locator(EXCEPTION).count() > 0,
        f"{len(sizes)} charts instead of {charts}": len(sizes) != charts,
        "a chart is empty": not all(size > 0 for size in sizes),
        f"scrolls sideways: {inner} in {outer}": inner > outer,
        f"headings are no outline: {levels}": levels.count(1) != 1 or levels[0] != 1 or any(b - a > 1 for a, b in pairwise(levels)),
        f"moves although the reader asked for rest: {movement}": bool(movement),
        "has no language": page.evaluate("() => document.documentElement.lang") != "en",
    }
    return [words for words, is_wrong in wrong.items() if is_wrong] + violations(page)


def asked_elsewhere(page: Page, watch: Watch) -> list[str]:
    """Requests and hints to other hosts, and links to other sites that do not open apart under their domain."""
    assert any(url.startswith("ws://") for url in watch.requests), "sockets are watched too"
    found = watch.others() + [hint for hint in page.evaluate(HINTS) if urlsplit(hint).hostname != HOST]
    for link in page.evaluate(LINKS):
        apart = link["target"] == "_blank" and {"noopener", "noreferrer"} & set(link["rel"].split())  # noreferrer implies noopener
        if not apart or host(link["href"]) not in link["text"] + link["near"]:
            found.append(f"link: {link}")
    return found


def letters(text: str) -> str:
    """A text without spaces: PDF readers set them by the gaps between letters."""
    return "".join(text.split())


def on_paper_wrong(page_id: str, paper: Paper, heading: str) -> list[str]:
    """What is wrong with a printed page."""
    wrong = {
        f"paper is dark: {paper.light:.2f} light": paper.light < 0.6,  # the darkest sheet may be full of charts
        f"paper cuts {paper.cut}": bool(paper.cut),
        f"paper shows {paper.left_over}": bool(paper.left_over),
        "paper lacks the heading": letters(heading) not in letters(paper.text),
        "paper lacks sources": page_id not in WITHOUT_SOURCES and not re.search(r"\d sources?\b|Sources", paper.text),
    }
    return [words for words, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize(("page_id", "theme"), list(product(PAGES, ("light", "dark"))))
def test_a_page_keeps_its_promises(page_id: str, theme: str, readers, site: str, expected: dict[str, Expected]) -> None:
    heading, charts = expected[page_id].heading, expected[page_id].charts
    with tab(readers[theme]) as (page, watch):
        open_page(page, f"{site}{path_of(page_id)}", heading)
        red, green, blue = (int(part) for part in re.findall(r"\d+", page.evaluate(BACKGROUND))[:3])
        assert (red + green + blue > 384) == (theme == "light")
        assert drawn(page, charts) == []
        assert asked_elsewhere(page, watch) == []
        assert page_id not in WITH_LINKS or page.evaluate(LINKS), "leads to its sources"
        screenshot(page, f"{page_id}-{DESK}-{theme}")
        if theme == "light" or page_id in DARK_ON_PAPER:
            assert on_paper_wrong(page_id, on_paper(page), heading) == []
        page.set_viewport_size({"width": PHONE, "height": HEIGHT[PHONE]})
        page.wait_for_timeout(300)  # charts follow the width
        wait_done(page)
        assert drawn(page, charts) == []
        assert watch.complaints == []
        screenshot(page, f"{page_id}-{PHONE}-{theme}")
