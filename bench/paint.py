"""When the reader can see something: elements on the page with a size, timed two frames later, after the paint."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

HEADING = "[data-testid=stMain] h1"
METRIC = "[data-testid=stMetricValue]"
CHART = ".js-plotly-plot"
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
WAIT_MS = 60_000

# Runs before any script of the page. Every change of the document asks for one look in the next frame; whatever has
# been laid out by then is on the screen one frame later (its pixels are made at the end of the frame of the look).
PROBE = (
    """
(() => {
  const seen = {heading: [], metric: [], chart: []};
  const known = new WeakSet();
  window.__seen = seen;
  window.__drawn = (el) => known.has(el);
  const shown = (el) => {
    const box = el.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && el.checkVisibility({opacityProperty: true, visibilityProperty: true});
  };
  const drawn = (plot) => {
    const svg = plot.querySelector('.main-svg');
    return svg && shown(svg) && [...plot.querySelectorAll('.main-svg .cartesianlayer .trace path')].some(shown);
  };
  const painted = (list) => requestAnimationFrame(() => requestAnimationFrame(() => list.push(performance.timeOrigin + performance.now())));
  let asked = false;
  const look = () => {
    asked = false;
    let waiting = false;
    for (const [name, selector, ready] of [
      ['heading', 'HEADING', shown], ['metric', 'METRIC', shown], ['chart', 'CHART', drawn],
    ]) {
      for (const el of document.querySelectorAll(selector)) {
        if (known.has(el)) continue;
        if (ready(el)) { known.add(el); painted(seen[name]); } else waiting = true;
      }
    }
    if (waiting) ask();
  };
  const ask = () => { if (!asked) { asked = true; requestAnimationFrame(look); } };
  new MutationObserver(ask).observe(document, {subtree: true, childList: true, attributes: true});
  ask();
})();
""".replace("HEADING", HEADING)
    .replace("METRIC", METRIC)
    .replace("CHART", CHART)
)

# The library of the charts arrives after the page: until then a chart is a box without a drawing.
SETTLED = """
() => !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]')
  && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((box) => {
    const plot = box.matches('CHART') ? box : box.querySelector('CHART');
    return plot && window.__drawn(plot);
  })
""".replace("CHART", CHART)


def open_cold(browser: Browser, width: int = 1280) -> tuple[BrowserContext, Page]:
    """A page in a context of its own: nothing cached, nothing remembered, painting watched."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-US", color_scheme="light")
    context.add_init_script(PROBE)
    return context, context.new_page()


def painted(page: Page, kind: str) -> list[float]:
    """Times (seconds since 1970) at which headings, metrics or charts had been painted, first to last."""
    found: Any = page.evaluate("kind => window.__seen[kind]", kind)
    return sorted(value / 1000 for value in found)


def wait_painted(page: Page, kind: str) -> float:
    """Waits for the first element of a kind and returns the time at which it had been painted."""
    page.wait_for_function("kind => window.__seen && window.__seen[kind].length > 0", arg=kind, timeout=WAIT_MS, polling=100)
    return painted(page, kind)[0]


def wait_done(page: Page) -> None:
    """Waits until the page's script has run and every chart of the page has been painted."""
    page.wait_for_selector(DONE, timeout=WAIT_MS, state="attached")
    page.wait_for_function(SETTLED, timeout=WAIT_MS, polling=100)
