"""One browser and one server for all browser tests, and fresh servers for those that need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.browser import launch
from bench.server import Server
from lib.export.slide import Deck
from lib.ui.shell import PAGES
from tests.browser.stage_page import FEW, LAST, opened
from tests.browser.visits import LOGS, Expected, expected_of
from tests.export.stage_decks import HOSTILE, deck

Fresh = Callable[..., Server]


@pytest.fixture(scope="package")
def expected() -> dict[str, Expected]:
    """What each page must show."""
    return {page_id: expected_of(page_id) for page_id in PAGES}


@pytest.fixture(scope="package")
def browser(expected: dict[str, Expected]) -> Iterator[Browser]:  # noqa: ARG001 - scripts run before Playwright's loop takes the thread
    """A Chromium. None to be had is a failure that says what to install, never a skip."""
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except FileNotFoundError as missing:
            pytest.fail(str(missing), pytrace=False)
        yield started
        started.close()


@pytest.fixture(scope="package")
def site() -> Iterator[str]:
    """The address of a server that all tests share."""
    # The pauses of a first run are tested on fresh servers; here they would only add up.
    with Server(LOGS / "site.log", environment={"INROADS_PAUSES": "off"}) as server:
        yield server.url


@pytest.fixture
def fresh(request: pytest.FixtureRequest) -> Iterator[Fresh]:
    """Starts servers that nobody has asked for anything yet: `fresh()`, or `fresh(root=…)` for a copy of the project."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(Server(LOGS / f"{request.node.name}.log", **options))


@pytest.fixture(scope="package")
def shown() -> Deck:
    """A talk of every kind of slide, under a hostile title."""
    found = deck(FEW, title=HOSTILE[:160], speaker="Pat Example")
    assert len(found.slides) == LAST
    return found


@pytest.fixture
def page(browser: Browser, tmp_path: Path, shown: Deck) -> Iterator[Page]:
    """The talk opened as an offline deck."""
    with opened(browser, tmp_path, shown) as page:
        yield page
        assert page.evaluate("window.hit") is None, "a text ran as a script"
