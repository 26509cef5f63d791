"""What is measured on an open page: accessibility rules, the order of headings, movement, and how it looks on paper."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pypdfium2 import PdfDocument, PdfPage

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
# Violations of the platform that we cannot mend, as (rule, start of the element): none. Nothing is ever added silently.
EXCEPTIONS: tuple[tuple[str, str], ...] = ()
# What stands closer to the edge of a sheet, in points, is cut by printers.
EDGE = 12
# No line of text is taller, in points; the boxes of ligatures ("ff") are not reliable.
TALLEST = 26

HEADINGS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4, h5, h6)')]
  .filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))"""
LEFT_OVER = """() => ['.st-key-menu', '[data-testid=stPopover]', '[data-testid=stDownloadButton]', '[data-testid=stButton]', 'header']
  .filter((selector) => [...document.querySelectorAll(selector)].some((el) => el.checkVisibility()))"""

# Scripts of the browser's libraries wait for the end of an animation, so the style sheet shortens it to 0.01 ms instead of taking it away.
MOVING = """() => document.getAnimations().filter((a) => a.playState === 'running' && a.effect.getComputedTiming().endTime > 1)
  .map((a) => `${a.effect.target.tagName}.${a.effect.target.className}: ${a.animationName ?? a.transitionProperty}`)"""


def violations(page: Page) -> list[str]:
    """Every element that breaks a rule of WCAG 2.2 A or AA, as "rule: element (why)"."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}).response
    return [
        f"{rule['id']}: {node['html'][:160]} ({' '.join(str(node.get('failureSummary', '')).split())[:200]})"
        for rule in found["violations"]
        for node in rule["nodes"]
        if not any(rule["id"] == name and node["html"].startswith(start) for name, start in EXCEPTIONS)
    ]


def headings(page: Page) -> list[int]:
    """The levels of all visible headings in order."""
    return [int(level) for level in page.evaluate(HEADINGS)]


def moving(page: Page) -> list[str]:
    """What moves long enough to be seen, as "element: property"."""
    return [str(words) for words in page.evaluate(MOVING)]


@dataclass
class Paper:
    """A page as the browser prints it: text of the PDF, light pixels on its darkest sheet, what is cut, what should not be there."""

    text: str
    sheets: int
    light: float
    cut: list[str]
    left_over: list[str]


def _light(sheet: PdfPage) -> float:
    """The share of light pixels on a sheet."""
    histogram = sheet.render(scale=0.4, grayscale=True).to_pil().histogram()
    return float(sum(histogram[200:]) / sum(histogram))


def _cut(sheet: PdfPage) -> list[str]:
    """Texts that run off a sheet, those of charts too."""
    page = sheet.get_textpage()
    right = sheet.get_width() - EDGE
    boxes = [page.get_rect(index) for index in range(page.count_rects())]
    flat = [box for box in boxes if box[3] - box[1] < TALLEST]
    return [page.get_text_bounded(*box).strip()[:60] for box in flat if box[2] > right or box[0] < EDGE]


def on_paper(page: Page) -> Paper:
    """Prints the page on A4, and looks at what the print sheet leaves on it."""
    with closing(PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document)
        lights = [_light(sheet) for sheet in document]
        cut = [words for sheet in document for words in _cut(sheet)]
    page.emulate_media(media="print")
    left_over = page.evaluate(LEFT_OVER)
    page.emulate_media(media="screen")
    return Paper(text, len(lights), min(lights), cut, left_over)
