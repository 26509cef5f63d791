"""How long a turn of the offline deck takes: from the key until the new slide has been painted."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

# The second frame begins when the first, which shows the new slide, has been handed over.
_TURNS = """async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  for (let count = document.querySelectorAll('.slide').length - 1; count > 0; count--) {
    await frame();
    const began = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    await frame();
    await frame();
    times.push(performance.now() - began);
  }
  return times;
}"""


def turn_times(browser: Browser, html: str) -> list[float]:
    """Milliseconds of each turn of a deck from its first slide to its last, without the first turn.

    The deck is opened from a file at 1920 by 1080. A turn ends two frames after its key, so that at 60 frames a second
    none takes less than about 30 ms.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.html"
        path.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        try:
            page.goto(path.as_uri())
            page.evaluate("document.fonts.ready.then(() => true)")
            found: Any = page.evaluate(_TURNS)
        finally:
            page.close()
    return [float(time) for time in found[1:]]
