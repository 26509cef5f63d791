"""Visits to the dashboard in a real browser: what a page shows, asks for and complains about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect
from streamlit.testing.v1 import AppTest

from bench.paint import PROBE, WAIT_MS, wait_done
from bench.server import HOST, ROOT
from lib.ui.shell import PAGES

SCREENS = ROOT / "artifacts" / "screens"
LOGS = ROOT / "artifacts" / "browser"
HEIGHT = {1280: 900, 390: 844}
H1 = "[data-testid=stMain] h1"
EXCEPTION = "[data-testid=stException]"
# Streamlit asks for these two below the address of a deep link and gets 404; nothing else may fail.
ALLOWED_404 = ("/_stcore/health", "/_stcore/host-config")


@dataclass(frozen=True)
class Expected:
    """What a page's script puts on the page, by Streamlit's own test runner: the browser must show the same."""

    heading: str
    charts: int


def path_of(page_id: str) -> str:
    """The path of a page below the server's address."""
    return "/" if page_id == "overview" else f"/{Path(PAGES[page_id].script).stem}"


def expected_of(page_id: str) -> Expected:
    """Runs a page's script without a browser."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    if page_id != "overview":
        app.switch_page(PAGES[page_id].script).run()
    assert not app.exception, app.exception[0].message
    return Expected(re.sub(r"\\(.)", r"\1", app.title[0].value), len(app.get("plotly_chart")))


@dataclass
class Watch:
    """Everything that a context asked for, and everything that its pages complained about."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def others(self) -> list[str]:
        """Requests to any host but this machine; data and blob addresses are no requests."""
        return [url for url in self.requests if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != HOST]

    def heard(self, message: ConsoleMessage) -> None:
        """Keeps what the console calls an error, but for the two 404s."""
        place = urlsplit(message.location.get("url", "")).path
        allowed = "404" in message.text and place.endswith(ALLOWED_404) and place not in ALLOWED_404
        if message.type == "error" and not allowed:
            self.complaints.append(f"{message.text} ({place})")

    def follow(self, page: Page) -> None:
        """Listens to one page."""
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("websocket", lambda socket: self.requests.append(socket.url))

        def dismiss(dialog: Any) -> None:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)


def new_reader(browser: Browser, width: int = 1280, theme: str = "light") -> BrowserContext:
    """A fresh browser context: a desk or a phone, in one of the two themes."""
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT[width]},
        locale="en-US",
        color_scheme="dark" if theme == "dark" else "light",
        has_touch=phone,
        is_mobile=phone,
        reduced_motion="reduce",
    )
    context.set_default_timeout(WAIT_MS)
    context.add_init_script(PROBE)
    return context


@contextmanager
def tab(context: BrowserContext) -> Iterator[tuple[Page, Watch]]:
    """A new tab of a reader who may have been here before, and what it asks for and complains about."""
    page, watch = context.new_page(), Watch()
    page.on("request", lambda request: watch.requests.append(request.url))
    watch.follow(page)
    try:
        yield page, watch
    finally:
        page.close()


@contextmanager
def reader(browser: Browser, width: int = 1280, theme: str = "light") -> Iterator[tuple[BrowserContext, Watch]]:
    """A fresh browser context, all tabs of which are watched."""
    context, watch = new_reader(browser, width, theme), Watch()
    context.on("request", lambda request: watch.requests.append(request.url))
    context.on("page", watch.follow)
    try:
        yield context, watch
    finally:
        context.close()


def open_page(page: Page, url: str, heading: str | None = None) -> None:
    """Opens an address and waits until the page is complete: heading, script, charts."""
    page.goto(url, wait_until="commit")
    settle(page, heading)


def settle(page: Page, heading: str | None = None) -> None:
    """Waits until the page shows its heading (any, if none is given), its script has ended and its charts are drawn."""
    shown = page.locator(H1).first
    if heading is None:
        shown.wait_for()
    else:
        expect(shown).to_have_text(heading, timeout=WAIT_MS)
    wait_done(page)


def uncovered(page: Page) -> bool:
    """Whether the heading is inside the window and nothing lies over it."""
    return bool(
        page.evaluate(
            """(selector) => {
              const h1 = document.querySelector(selector), box = h1.getBoundingClientRect();
              const [x, y] = [box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 16)];
              const top = document.elementFromPoint(x, y);
              return box.width > 0 && y > 0 && y < innerHeight && !!top && (h1.contains(top) || top.contains(h1) && top.closest('[data-testid=stMain]') !== null);
            }""",
            H1,
        )
    )


def sideways(page: Page) -> tuple[int, int]:
    """Width of what the main part holds and of the main part itself."""
    found = page.evaluate("() => { const m = document.querySelector('[data-testid=stMain]'); return [m.scrollWidth, m.clientWidth]; }")
    return int(found[0]), int(found[1])


def screenshot(page: Page, name: str) -> None:
    """A picture of the whole page, for whoever reviews a change and asks for it: INROADS_SCREENS=on."""
    if os.environ.get("INROADS_SCREENS") != "on":
        return
    SCREENS.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(int(height) + 10, 16_000)})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.screenshot(path=SCREENS / f"{name}.png")
    page.set_viewport_size(size)
