"""How the slides of the deck are laid out: nothing leaves its place, nothing meets, and body text can be read from the last row."""

from __future__ import annotations

import pytest

from tests.browser.stage_page import FAULTS, opened, place, resize, until
from tests.export.stage_decks import CODES, LONG, deck

CALL = "Write to your member of parliament this week, ask for the renewal of the act that lapsed, and tell one friend why"
LINK = "https://www.example.org/petitions/renewal-of-the-act-2026/with-a-long-path-that-must-break?from=hall"
DECKS = {
    "long": {"title": LONG, "host": "A host with a rather long name and an address in a town nobody has heard of", "call": CALL, "link": LINK},
    "scripts": {"title": "탈북민의 겨울 저녁: 누가 나오고, 누가 돌려보내지는가", "host": "מרכז הקהילה בתל אביב", "speaker": "محمد بن عبد الله", "call": "تحدث إلى ممثلك في البرلمان"},
    "one word": {"title": "W" * 160, "host": "W" * 120, "call": "m" * 200, "link": "https://example.org/" + "a" * 200},
}  # fmt: skip


@pytest.mark.parametrize("words", DECKS.values(), ids=DECKS)
def test_nothing_leaves_its_place_in_any_window_or_hall(browser, tmp_path, words):
    codes = CODES if words is DECKS["long"] else CODES[:2]
    with opened(browser, tmp_path, deck(codes, day="2026-12-10", **words)) as page:
        for width, height in ((1920, 1080), (1280, 720), (390, 844), (980, 551)):
            resize(page, width, height)
            for hall in ("light", "dark"):
                page.evaluate("hall => { document.documentElement.dataset.hall = hall; }", hall)
                assert page.evaluate(FAULTS) == [], (width, hall)


def test_slides_without_an_address_are_laid_out_as_well(browser, tmp_path):
    with opened(browser, tmp_path, deck(site="")) as page:
        assert page.evaluate(FAULTS) == []


def test_full_screen_has_the_sizes_of_the_stage(browser, tmp_path):
    with opened(browser, tmp_path, deck(CODES[:1]), 1920, 1080) as page:
        page.click("#bar [data-do=full]")
        until(page, "document.documentElement.classList.contains('full')")
        page.keyboard.press("End")
        box = page.locator(f"#slide-{place(page)} .sheet").bounding_box()
        assert (round(box["width"]), round(box["height"]), round(box["x"]), round(box["y"])) == (1920, 1080, 0, 0)
