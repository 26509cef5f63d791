"""The offline deck elsewhere: in both halls, inside another page, on paper, without scripts, and for readers of all kinds."""

from __future__ import annotations

import html
from itertools import pairwise
from statistics import median

from pypdfium2 import PdfDocument

from bench.stage import turn_times
from lib.charts.theme import DARK, LIGHT
from lib.export import stage
from tests.browser.audits import violations
from tests.browser.stage_page import LAST, opened, place, seen, until

PAINTED = """() => [...document.querySelectorAll('.sheet *, #bar, #notes')].flatMap((element) => {
  const style = getComputedStyle(element);
  return [style.fill, style.stroke, style.color, style.backgroundColor, style.borderTopColor];
})"""


def rgb(colour):
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_no_colour_of_one_hall_is_left_in_the_other(page):
    light = {rgb(colour) for colour in (LIGHT.background, LIGHT.text, LIGHT.quiet, LIGHT.grid, *LIGHT.roles.values())}
    dark = {rgb(colour) for colour in (DARK.background, DARK.text, DARK.quiet, DARK.grid, *DARK.roles.values())}
    assert light.isdisjoint(dark)
    for key, here, elsewhere in (("Escape", light, dark), ("d", dark, light), ("d", light, dark)):
        page.keyboard.press(key)
        painted = set(page.evaluate(PAINTED))
        assert len(painted & here) >= 6
        assert painted & elsewhere == set()
    assert page.locator("#bar [data-do=hall]").inner_text() == "Dark hall"


def test_it_works_inside_another_page(browser, shown):
    page = browser.new_page(viewport={"width": 1100, "height": 700})
    sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups"
    frame = f'<iframe width="980" height="551" sandbox="{sandbox}" allow="fullscreen" srcdoc="{html.escape(stage.html(shown))}"></iframe>'
    page.set_content(f"<p>Composer</p>{frame}")
    inner = page.frames[1]
    inner.wait_for_selector("html.staged #bar")
    before = page.evaluate("[location.href, history.length]")
    assert place(inner) == 1
    page.mouse.click(700, 300)
    page.keyboard.press("PageDown")
    assert place(inner) == 3
    inner.click("#bar [data-do=full]")
    until(inner, "document.fullscreenElement")
    page.keyboard.press("Space")
    assert place(inner) == 4
    assert page.evaluate("[location.href, history.length]") == before
    page.close()


def test_paper_shows_every_slide_on_a_light_sheet_of_its_own(page):
    page.keyboard.press("d")
    page.keyboard.press("s")
    with PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True)) as document:
        assert len(document) == LAST
        for number, sheet in enumerate(document, start=1):
            assert sheet.get_width() > sheet.get_height()
            histogram = sheet.render(scale=0.3, grayscale=True).to_pil().histogram()
            assert sum(histogram[200:]) / sum(histogram) > 0.75
            words = sheet.get_textpage()
            assert f"{number} / {LAST}" in words.get_text_range()
            right = max(words.get_rect(index)[2] for index in range(words.count_rects()))
            assert 0.85 * sheet.get_width() < right < sheet.get_width() - 24


def test_without_scripts_all_slides_stand_one_under_the_other(browser, tmp_path, shown):
    with opened(browser, tmp_path, shown, java_script_enabled=False) as page:
        boxes = [each.bounding_box() for each in page.locator(".sheet").all()]
        assert len(boxes) == LAST
        assert all(abs(box["width"] - 1280) < 2 for box in boxes)
        assert all(lower["y"] >= upper["y"] + upper["height"] - 1 for upper, lower in pairwise(boxes))
        assert not seen(page, "#bar")
        assert not seen(page, "#notes")


ALL_AT_ONCE = """() => {
  document.documentElement.classList.remove('staged');
  for (const slide of document.querySelectorAll('.slide')) slide.hidden = false;
}"""


def test_rules_of_accessibility_hold_in_both_halls(page):
    found = []
    for hall in ("light", "dark"):
        page.evaluate("hall => { document.documentElement.dataset.hall = hall; }", hall)
        page.keyboard.press("3")
        page.keyboard.press("Enter")
        page.keyboard.press("s")
        found += [f"{hall} notes: {fault}" for fault in violations(page)]
        page.keyboard.press("h")
        found += [f"{hall} keys: {fault}" for fault in violations(page)]
        page.keyboard.press("Escape")
    page.evaluate(ALL_AT_ONCE)
    for hall in ("light", "dark"):
        page.evaluate("hall => { document.documentElement.dataset.hall = hall; }", hall)
        found += [f"{hall}: {fault}" for fault in violations(page)]
    assert found == []


def test_turns_are_measured_from_the_second_on(browser, shown):
    times = turn_times(browser, stage.html(shown))
    assert len(times) == LAST - 2
    assert 0 < median(times) < 2000
