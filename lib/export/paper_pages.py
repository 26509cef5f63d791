"""What the template of the handout reads: sheet, columns, sizes of letters, and every text and chart in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lib.charts.theme import LIGHT
from lib.export import qr
from lib.export.paper import words
from lib.export.paper_blocks import PAPER, Block, link_of, meanings, printed_references
from lib.export.paper_fit import Page
from lib.export.slide import Deck
from lib.i18n import _
from lib.links import scannable
from lib.numbers import Number
from lib.settings import NAME
from lib.texts import without_scheme
from lib.typefaces import width

SHEETS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
SIDE, TOP, BOTTOM, GUTTER = 40.0, 34.0, 40.0, 20.0
LONGEST_CALL_WORD = 20  # beside the QR code there is room for no longer one
MOST_IN_FOOTER = 52  # letters of a title that is said again on each page


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters in points: text, small print, letters in charts, headings, big figures."""

    text: float
    small: float
    chart: float
    heading: float
    figure: float


ROOMY = Sizes(text=10.0, small=8.0, chart=8.2, heading=12.0, figure=28.0)
NARROW = Sizes(text=9.0, small=7.6, chart=7.5, heading=10.5, figure=24.0)
BROAD = Sizes(text=10.5, small=8.5, chart=9.0, heading=15.0, figure=40.0)


@dataclass(frozen=True)
class Format:
    """A sheet of paper with one or two columns and the letters that suit them."""

    sheet: tuple[float, float]
    columns: int
    sizes: Sizes

    @property
    def body(self) -> tuple[float, float]:
        """Width and height of what is printed."""
        return self.sheet[0] - 2 * SIDE, self.sheet[1] - TOP - BOTTOM

    @property
    def column(self) -> float:
        """The width of a column."""
        return (self.body[0] - GUTTER * (self.columns - 1)) / self.columns


@dataclass(frozen=True)
class Layout:
    """What is printed, and where: items in pages, sources in columns."""

    shape: Format
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    sources: tuple[tuple[tuple[int, ...], ...], ...]
    inline: bool

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages) + len(self.sources) - (1 if self.inline and self.sources else 0)


def page_data(deck: Deck, layout: Layout) -> dict[str, Any]:
    """Everything the template reads."""
    shape, sizes = layout.shape, layout.shape.sizes
    placed = {item.item: item.chart for page in layout.pages for column in page for item in column}
    return {
        "measure": not layout.pages,
        "language": deck.language,
        "title": deck.title,
        "author": deck.plan.host or NAME,
        "description": str(_("Figures and sources: {name}", name=NAME)),
        "colours": {"ink": LIGHT.text, "quiet": LIGHT.quiet, "grid": PAPER.grid, "accent": LIGHT.colour("accent")},
        "page": {
            "size_of_sheet": shape.sheet, "margin": (SIDE, TOP, BOTTOM), "body": shape.body, "column": shape.column, "columns": shape.columns,
            "gutter": GUTTER, "size": sizes.text, "small": sizes.small, "chart": sizes.chart, "heading": sizes.heading,
        },
        "head": _head(deck),
        "items": [
            block.data(sizes.chart, shape.column, placed.get(place, 0.0)) | {"figure_size": _figure_size(block, shape)}
            for place, block in enumerate(layout.blocks)
        ],
        "short": [replace(block, drawn=False).data(sizes.chart, shape.column) | {"figure_size": 0} for block in layout.blocks] if not layout.pages else [],
        "pages": [[[{"item": p.item, "gap": p.gap, "chart": p.chart} for p in column] for column in page] for page in layout.pages],
        "closing": _closing(deck),
        "sources": _sources(deck, layout),
        "footer": {
            "words": f"{NAME} · {deck.title}" if len(deck.title) <= MOST_IN_FOOTER else NAME,
            "pages": [str(_("Page {number} of {count}", number=Number(n), count=Number(layout.count))) for n in range(1, layout.count + 1)],
        },
    }  # fmt: skip


def _shrunk(text: str, sizes: tuple[float, ...], room: float, lines: int) -> float:
    """The first size at which a title takes few lines, else the last."""
    return next((size for size in sizes if width(text, size, serif=True) <= room * lines * 0.92), sizes[-1])


def _figure_size(block: Block, shape: Format) -> float:
    """As large as the others, or as large as fits on one line."""
    wide = width(block.slide.figure, shape.sizes.figure, serif=True) if block.slide.figure else 0.0
    return shape.sizes.figure * min(1.0, 0.96 * shape.column / wide) if wide else shape.sizes.figure


def _head(deck: Deck) -> dict[str, Any]:
    first = deck.slides[0]
    room = SHEETS[deck.plan.paper][0] - 2 * SIDE
    return {
        "title": words(first.heading),
        "size": _shrunk(first.heading, (24.0, 20.0, 17.0, 15.0), room, 1 if len(first.heading) < 60 else 2),
        "lines": [words(line) for line in first.lines],
        "in_one_line": width(" · ".join(first.lines), 10.5) < room,
        "made": str(
            _("Figures and sources: {name} · data version {version} · made on {date}", name=NAME, version=deck.version, date=deck.made)
        ),
    }


def _closing(deck: Deck) -> dict[str, Any]:
    last = deck.slides[-1]
    found = deck.address if scannable(deck.address) else deck.site
    code = qr.svg(found) if found and scannable(found) else None
    return {
        "heading": words(last.heading, LONGEST_CALL_WORD),
        "size": 15.0 if len(last.heading) <= 90 else 12.5,
        "lines": [words(line) for line in last.lines],
        "link": link_of(last.address),
        "whole": {"words": str(_("All charts, figures and sources:")), "link": link_of(found)} if found else None,
        "qr": code,
        "qr_alt": str(_("QR code of {address}", address=without_scheme(found))),
    }


def _sources(deck: Deck, layout: Layout) -> dict[str, Any]:
    entries = printed_references(deck, layout.blocks)
    left_out = len(deck.references) - len(entries)
    note = _(
        "{shown} of {all} sources, with their numbers in the whole list. The others are at the addresses above.",
        shown=Number(len(entries)),
        all=Number(len(deck.references)),
    )
    return {
        "heading": str(_("Sources")),
        "notes": [*([str(note)] if left_out else []), *([" ".join(said)] if (said := meanings(layout.blocks)) else [])],
        "entries": entries,
        "column": (layout.shape.body[0] - 2 * GUTTER) / 3,
        "label": 4.0 * max((len(str(entry["number"])) for entry in entries), default=1) + 1,
        "pages": layout.sources,
        "inline": layout.inline,
    }
