"""The handout: a deck on one or two pages of paper, as a tagged PDF with charts as vector graphics and numbered sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from lib.export.paper import Paper
from lib.export.paper_blocks import Block, blocks, whole_slides
from lib.export.paper_fit import GAP, Piece, Room, fit, thirds
from lib.export.paper_pages import BROAD, NARROW, ROOMY, SHEETS, Format, Layout, page_data
from lib.export.slide import Deck

ORDINARY_ITEMS, MOST_ORDINARY_PAGES = 14, 2  # longer decks take the pages they need
ALL_SOURCES_UP_TO = 40
FEWER_SOURCES = (4, 3, 2)
MOST_PAGES = 60
MOST_BELOW = 0.6  # sources stand below the items unless they would take more of the page than this
LEAST_OF_LONG = 0.8  # a chart with so many lines that it has less of the height it asks for is only named


def pdf(deck: Deck) -> bytes:
    """The handout of a deck as PDF/UA-1, on the paper that its plan names. Raises FontsMissingError.

    All charts are drawn if an ordinary deck then fits on two pages; else the last ones are named with their address.
    """
    layout = _layout(deck)
    return Paper("handout", page_data(deck, layout)).pdf()


def _layout(deck: Deck) -> Layout:
    """Tries, in this order: all sources, fewer sources, fewer charts; with larger letters if that takes no more pages."""
    sheet = SHEETS[deck.plan.paper]
    most_sources = (0, *FEWER_SOURCES) if len(deck.references) <= ALL_SOURCES_UP_TO else FEWER_SOURCES
    for number, sizes in product(most_sources, (BROAD, ROOMY, NARROW) if len(whole_slides(deck)) == 1 else ()):
        alone = _Measured(deck, Format(sheet, 1, sizes), number)
        if alone.charts == len(alone.whole) and (found := alone.layout(alone.whole)):
            return found
    for number in most_sources:
        narrow = _Measured(deck, Format(sheet, 2, NARROW), number)
        if found := narrow.layout(narrow.whole):
            larger = Format(sheet, 1, BROAD) if narrow.is_short else Format(sheet, 2, ROOMY)
            roomier = _Measured(deck, larger, number)
            option = roomier.layout(roomier.whole) if roomier.charts == narrow.charts else None
            return option if option and option.count <= found.count else found
    return narrow.with_fewer_charts() or narrow.on_more_pages()


class _Measured:
    """A deck in one format with the heights of all that is printed."""

    def __init__(self, deck: Deck, shape: Format, most_sources: int) -> None:
        self.shape = shape
        self.whole = blocks(deck, most_sources)
        self.usual = MOST_ORDINARY_PAGES if len(self.whole) <= ORDINARY_ITEMS else MOST_PAGES
        said = Paper("handout", page_data(deck, Layout(shape, self.whole, (), (), inline=True))).measured()
        self.items: list[float] = said["items"]
        self.shorter: list[float] = said["short"]
        self.head: float = said["head"]
        self.closing: float = said["closing"]
        self.sources_head: float = said["sources_head"]
        self.sources = [height + 3 for height in said["sources"]]
        self.whole = tuple(
            replace(block, drawn=self._chart(block, high) >= LEAST_OF_LONG * block.chart_height(shape.column, shape.sizes.chart))
            for block, high in zip(self.whole, self.items, strict=True)
        )

    @property
    def charts(self) -> int:
        """How many items have no chart that is too long for a column."""
        return sum(block.drawn for block in self.whole)

    @property
    def is_short(self) -> bool:
        """Whether all items fit below each other on half a page."""
        return (
            sum(self.items) + sum(self._chart(block, high) + GAP for block, high in zip(self.whole, self.items, strict=True))
            <= self.shape.body[1] - self.head - self.closing
        )

    def _chart(self, block: Block, words: float) -> float:
        """The height of a chart; the longest ones stand closer, so that they fit into a column with their words."""
        return min(block.chart_height(self.shape.column, self.shape.sizes.chart), self.shape.body[1] - self.head - words - 4)

    def with_fewer_charts(self) -> Layout | None:
        """The charts that come last are only named, until the rest fits; then small ones that still fit are drawn again."""
        shown = list(self.whole)
        charts = [place for place, block in enumerate(shown) if block.chart]
        found = None
        for place in reversed(charts):
            shown[place] = replace(shown[place], drawn=False)
            if found := self.layout(shown):
                break
        for place in charts:
            if not shown[place].drawn and (option := self.layout([*shown[:place], self.whole[place], *shown[place + 1 :]])):
                found, shown[place] = option, self.whole[place]
        return found

    def on_more_pages(self) -> Layout:
        """All charts on the pages they need: for decks whose words alone take more than two. Raises ValueError for an endless text."""
        if found := self.layout(self.whole, MOST_PAGES):
            return found
        raise ValueError("an item is higher than a page")

    def layout(self, shown: Sequence[Block], most: int = 0) -> Layout | None:
        """The pages with these blocks, or None if they are more than usual or than `most`."""
        pieces = [
            Piece(long, self._chart(block, long)) if block.drawn else Piece(short)
            for block, long, short in zip(shown, self.items, self.shorter, strict=True)
        ]
        found = [option for below in (False, True) if (option := self._option(shown, pieces, most or self.usual, below))]
        return min(found, key=lambda option: option.count, default=None)

    def _option(self, shown: Sequence[Block], pieces: list[Piece], most: int, below: bool) -> Layout | None:
        """The pages with the sources below the items or on pages of their own, or None if they are too many."""
        height = self.shape.body[1]
        columns = thirds(self.sources, height - self.sources_head - 8)
        taken = self.sources_head + max((sum(self.sources[place] for place in part) for part in columns[0]), default=0) if columns else 0
        if below and (len(columns) > 1 or taken > MOST_BELOW * height):
            return None
        most = 1 if self.shape.columns == 1 else most if below else max(1, most - len(columns))
        pages = fit(pieces, Room(self.shape.columns, height - 2, self.head, self.closing + (taken if below else 0), fill=not below), most)
        return Layout(self.shape, tuple(shown), pages, columns, below) if pages else None
