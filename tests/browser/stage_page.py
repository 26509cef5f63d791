"""How a deck is opened without a network, and what is measured on its slides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Browser, Frame, Page

from lib.export import stage
from lib.export.slide import Deck

FEW = ("f.arrivals.latest", "x.departures.arrivals_by_year", "x.policy.office_board", "x.policy.state_today", "a.fund-link-rescue")
LAST = len(FEW) + 2  # the title before them, the closing after them


@contextmanager
def opened(browser: Browser, folder: Path, shown: Deck, width: int = 1280, height: int = 720, **options: Any) -> Iterator[Page]:
    """The deck opened from a file without a network; anything asked for beside the file, and every error, fails the test."""
    path = folder / "deck.html"
    path.write_text(stage.html(shown), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
    wrong: list[str] = []
    try:
        page = context.new_page()
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(("data:", path.as_uri())) else None)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready")
        yield page
        assert wrong == []
    finally:
        context.close()


def place(page: Page | Frame) -> int:
    """The number of the slide that is shown; exactly one must be."""
    found = page.eval_on_selector_all(".slide:not([hidden])", "slides => slides.map((slide) => slide.id)")
    assert len(found) == 1, found
    return int(found[0].removeprefix("slide-"))


def seen(page: Page, selector: str) -> bool:
    """Whether an element can be seen."""
    return page.locator(selector).is_visible()


def until(page: Page | Frame, condition: str) -> None:
    """Waits for a condition. Playwright's own waiting evaluates texts in the page, which the file's policy forbids."""
    end = monotonic() + 10
    while not page.evaluate(f"() => Boolean({condition})"):
        assert monotonic() < end, condition
        page.wait_for_timeout(20)


def resize(page: Page, width: int, height: int) -> None:
    """Changes the window, and waits until the slide has its new size."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


# For every slide: what leaves the sheet or its box, which boxes meet, and body text below 32 units. All in units of the sheet.
FAULTS = r"""() => {
  const found = [];
  const slides = [...document.querySelectorAll('.slide')];
  const hidden = slides.map((slide) => slide.hidden);
  for (const slide of slides) {
    for (const other of slides) other.hidden = other !== slide;
    const sheet = slide.querySelector('.sheet'), frame = sheet.getBoundingClientRect(), scale = frame.width / 1920;
    const box = (rect) => ({ left: (rect.left - frame.left) / scale, right: (rect.right - frame.left) / scale,
      top: (rect.top - frame.top) / scale, bottom: (rect.bottom - frame.top) / scale });
    const say = (what, element) => found.push(`${slide.id} ${slide.dataset.kind}: ${what}: ${element.textContent.slice(0, 60)}`);
    const room = document.getElementById('stage').getBoundingClientRect();
    if (frame.left < room.left - 1 || frame.right > room.right + 1 || frame.top < room.top - 1 || frame.bottom > room.bottom + 1)
      say('the sheet leaves the window', sheet);
    const inside = (inner, outer, beside, above) => inner.left >= outer.left - beside && inner.right <= outer.right + beside
      && inner.top >= outer.top - above && inner.bottom <= outer.bottom + above;
    const parts = ['h1, h2', '.caption', 'header .lines', '.link', '.legend', '.figure', '.source', '.code', '.place'];
    const boxes = parts.flatMap((selector) => [...sheet.querySelectorAll(selector)]);
    for (const [index, one] of boxes.entries()) {
      const first = box(one.getBoundingClientRect());
      if (!inside(first, { left: 94, right: 1826, top: 70, bottom: 1062 }, 0, 0)) say('outside the margins', one);
      for (const other of boxes.slice(index + 1)) {
        const second = box(other.getBoundingClientRect());
        if (first.left < second.right - 1 && second.left < first.right - 1 && first.top < second.bottom - 1 && second.top < first.bottom - 1)
          say(`meets ${other.className || other.tagName} (${other.textContent.slice(0, 30)})`, one);
      }
    }
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode, holder = text.parentElement;
      if (!text.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const own = boxes.find((each) => each.contains(holder));
      if (!own) { say('stands nowhere', holder); continue; }
      const limit = box((holder.closest('td, th, svg, li, figcaption') || own).getBoundingClientRect());
      const size = parseFloat(getComputedStyle(holder).fontSize);
      // The box of a letter is higher than its line.
      for (const rect of holder.closest('svg') ? [holder.getBoundingClientRect()] : range.getClientRects())
        if (!inside(box(rect), limit, 2, size * 0.25)) { say('leaves its box', holder); break; }
      const small = holder.closest('.source, .place, figcaption, .legend, svg, th');
      if (size < (small ? 24 : 32)) say(`is set in ${size}`, holder);
    }
  }
  slides.forEach((slide, index) => { slide.hidden = hidden[index]; });
  return found;
}"""
