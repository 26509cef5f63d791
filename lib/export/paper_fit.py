"""Where each item stands on paper: pages and columns in the order of the deck, filled evenly, no item cut in two.

All lengths are in points. Charts may be drawn a little lower or higher than they would be alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf

GAP, MOST_GAP = 11.0, 28.0  # between two items
LEAST, MOST = 0.78, 1.45  # how far the height of a chart may be from what it asks for
MOST_IN_COLUMN = 24


@dataclass(frozen=True)
class Piece:
    """One item: the height of its words, and the height that its chart asks for (0 without one)."""

    words: float
    chart: float = 0.0


@dataclass(frozen=True)
class Placed:
    """An item in its column: the space above it and the height of its chart."""

    item: int
    gap: float
    chart: float


Column = tuple[Placed, ...]
Page = tuple[Column, ...]


@dataclass(frozen=True)
class Room:
    """The columns of a page, their height, and what the head of the first and the end of the last page take of it.

    `fill` says that nothing follows on the last page, so that its charts may grow into what is left.
    """

    columns: int
    height: float
    head: float
    end: float
    fill: bool = False

    def column(self, first: bool, last: bool) -> float:
        """The height of a column on the first, last or any other page."""
        return self.height - (self.head if first else 0) - (self.end if last else 0)


def fit(pieces: Sequence[Piece], room: Room, most_pages: int) -> tuple[Page, ...] | None:
    """The fewest pages that hold all items, or None if that are more than `most_pages`."""
    table = _Table(tuple(pieces), room)
    for pages in range(1, most_pages + 1):
        cost, cuts = table.best(pages, 0, first=True)
        if cost < inf:
            return tuple(
                table.placed(cut, room.column(first=number == 0, last=number == pages - 1), last=number == pages - 1)
                for number, cut in enumerate(cuts)
            )
    return None


class _Table:
    """Compares all ways of cutting a row of items into columns."""

    def __init__(self, pieces: tuple[Piece, ...], room: Room) -> None:
        self.pieces, self.room = pieces, room
        self._words = (0.0, *accumulate(piece.words for piece in pieces))
        self._charts = (0.0, *accumulate(piece.chart for piece in pieces))
        self.best = lru_cache(maxsize=None)(self._best)

    def _load(self, start: int, end: int) -> tuple[float, float]:
        """The height of words and gaps, and that of charts, of some items in one column."""
        return self._words[end] - self._words[start] + GAP * max(0, end - start - 1), self._charts[end] - self._charts[start]

    def _cost(self, start: int, end: int, height: float) -> float:
        """How far a column is from being full."""
        words, charts = self._load(start, end)
        if words + LEAST * charts > height:
            return inf
        free = (height - words - charts) / height
        unused = max(0.0, height - words - MOST * charts) / height
        return 2 * free**2 if free < 0 else 0.1 * free**2 + unused**2

    def _page(self, start: int, end: int, first: bool, last: bool) -> tuple[float, tuple[int, ...]]:
        """The best cuts of some items into the columns of one page."""
        height = self.room.column(first, last)
        if height <= 0 and end > start:
            return inf, ()
        if self.room.columns == 1:
            return self._cost(start, end, height), (start, end)
        best: tuple[float, tuple[int, ...]] = (inf, ())
        for middle in range(min(start + 1, end), end + 1):  # the first column is never left empty
            aim = self._aim((start, middle, end), height) if last else height
            cost = sum(self._cost(a, b, aim) if aim > 0 else 0.0 for a, b in ((start, middle), (middle, end)))
            best = min(best, (cost, (start, middle, end)))
        return best

    def _aim(self, cut: tuple[int, ...], height: float) -> float:
        """How high the columns of the last page are: as high as the higher one asks for, if there is room."""
        grown = MOST if self.room.fill else 1.0
        loads = [self._load(a, b) for a, b in pairwise(cut)]
        return min(height, max(words + grown * charts for words, charts in loads))

    def _best(self, pages: int, start: int, first: bool) -> tuple[float, tuple[tuple[int, ...], ...]]:
        """The best way to put the items from `start` on onto this many pages; the last one may be left to the end alone."""
        if pages == 1:
            cost, cut = self._page(start, len(self.pieces), first, last=True)
            return cost, (cut,)
        found: tuple[float, tuple[tuple[int, ...], ...]] = (inf, ())
        for end in range(start + 1, min(len(self.pieces), start + MOST_IN_COLUMN * self.room.columns) + 1):
            cost, cut = self._page(start, end, first, last=False)
            if cost < found[0]:
                rest, cuts = self.best(pages - 1, end, first=False)
                found = min(found, (cost + rest, (cut, *cuts)))
        return found

    def placed(self, cut: tuple[int, ...], height: float, last: bool) -> Page:
        """The columns of one page with the heights of their charts."""
        aim = self._aim(cut, height) if last and self.room.columns > 1 else height
        return tuple(self._column(a, b, aim, last) for a, b in pairwise(cut))

    def _column(self, start: int, end: int, aim: float, last: bool) -> Column:
        words, charts = self._load(start, end)
        most = 1.0 if last and self.room.columns == 1 else MOST
        scale = max(LEAST, min(most, (aim - words) / charts)) if charts else 1.0
        free = aim - words - scale * charts
        gap = min(MOST_GAP, GAP + max(0.0, free) / (end - start - 1)) if end - start > 1 else GAP
        if last and self.room.columns == 1:
            gap = GAP
        return tuple(
            Placed(index, 0.0 if index == start else round(gap, 2), round(self.pieces[index].chart * scale, 2))
            for index in range(start, end)
        )


def thirds(heights: Sequence[float], room: float, columns: int = 3) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Places in a row cut into pages of columns that are as equal as possible and at most `room` high."""
    pages: list[tuple[tuple[int, ...], ...]] = []
    left = list(range(len(heights)))
    while left:
        aim = max(*(heights[place] for place in left), sum(heights[place] for place in left) / columns)
        while aim < room and len(_poured(left, heights, aim, columns)[1]):
            aim += 1.0
        poured, left = _poured(left, heights, min(aim, room), columns)
        if not poured[0]:  # one entry that is higher than a page: cannot happen, but must not go on for ever
            poured, left = ((left[0],), *((),) * (columns - 1)), left[1:]
        pages.append(poured)
    return tuple(pages)


def _poured(left: Sequence[int], heights: Sequence[float], height: float, columns: int) -> tuple[tuple[tuple[int, ...], ...], list[int]]:
    found: list[tuple[int, ...]] = []
    rest = list(left)
    for _column in range(columns):
        part: list[int] = []
        while rest and sum(heights[place] for place in part) + heights[rest[0]] <= height + 1e-6:
            part.append(rest.pop(0))
        found.append(tuple(part))
    return tuple(found), rest
