"""The audits that all pages pass find what they look for: an audit that sees nothing would pass everything."""

from __future__ import annotations

import pytest

from tests.browser.audits import headings, moving, violations
from tests.browser.visits import reader

TURNING = (
    "<style>@keyframes turn {{ to {{ rotate: 1turn }} }} p {{ animation: turn {duration} {times} {delay} }}</style><p class=wheel>Turns</p>"
)


@pytest.mark.parametrize(
    ("duration", "times", "delay", "seen"),
    [
        ("2s", "infinite", "0s", ["P.wheel: turn"]),
        ("5s", "1", "0s", ["P.wheel: turn"]),
        ("0.01ms", "1", "5s", ["P.wheel: turn"]),  # moves late, but moves
        ("0.01ms", "1", "0s", []),
        ("0s", "1", "0s", []),
    ],
)
def test_what_moves_is_named(browser, duration: str, times: str, delay: str, seen: list[str]) -> None:
    with reader(browser) as (context, _):
        page = context.new_page()
        page.set_content(TURNING.format(duration=duration, times=times, delay=delay))
        assert moving(page) == seen


def test_headings_are_read_in_order_and_what_axe_forbids_is_named(browser) -> None:
    with reader(browser) as (context, _):
        page = context.new_page()
        page.set_content(
            "<html lang=en><title>Test</title><main data-testid=stMain><h1>One</h1><h3>Three</h3><h2 hidden>No</h2><img src='data:,'></main>"
        )
        assert headings(page) == [1, 3]
        assert [words.partition(":")[0] for words in violations(page)] == ["image-alt"]
