"""The names of standing bars: as many as fit, on several lines or smaller if that helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from lib.charts.spec import Bars
from lib.charts.vector.pen import LINE, Sheet, Words
from lib.charts.vector.rows import SMALLEST
from lib.typefaces import width, wrapped

MOST_LINES = 3


@dataclass(frozen=True)
class Categories:
    """Names with the middles of their bars, in one font size."""

    names: tuple[tuple[float, tuple[str, ...]], ...]
    size: float
    height: float
    left: float


def _shown(chart: Bars, names: Mapping[str, str], step: int) -> list[str]:
    """The categories that are named: every n-th from the end, and the first one if it is more than a year."""
    named = [key for key in chart.x_order if names[key]]
    kept = named[::-1][::step][::-1]
    if named and not names[named[0]].isdecimal() and named[0] not in kept:
        return [named[0], *kept[1:]]  # "to 1998" is no year like the others
    return kept


def _fits(names: list[tuple[float, tuple[str, ...]]], left: float, sheet: Sheet, size: float) -> bool:
    ends = []
    for x, lines in names:
        boxes = [Words(text, x, 0, size, "middle").within(left, sheet.width).box for text in lines]
        ends.append((min(box[0] for box in boxes), max(box[2] for box in boxes)))
    return all(right[0] - left[1] >= 0.5 * size for left, right in pairwise(ends))


def fit_categories(chart: Bars, names: Mapping[str, str], centres: Mapping[str, float], left: float, sheet: Sheet) -> Categories:
    """The names below standing bars: first on more lines, then smaller, then fewer."""
    years = sum(name.isdecimal() for name in names.values()) > len(names) / 2 or "" in names.values()
    for step in range(1, max(2, len(chart.x_order))):
        kept = _shown(chart, names, step)
        gaps = [centres[b] - centres[a] for a, b in pairwise(kept)]
        room = 0.94 * min(gaps, default=sheet.width)
        for factor in (1.0, 0.85, SMALLEST):
            size = factor * sheet.size
            whole = all(width(word, size) <= room for key in kept for word in names[key].split())
            single: list[tuple[float, tuple[str, ...]]] = [(centres[key], (names[key],)) for key in kept]
            several = [(centres[key], wrapped(names[key], size, room)) for key in kept] if whole else single
            for found in (single, several):
                lines = max((len(texts) for _, texts in found), default=0)
                if lines <= MOST_LINES and _fits(found, left, sheet, size):
                    return Categories(tuple(found), size, (0.4 + lines * LINE) * size, left)
            if years:  # they are thinned out rather than made small
                break
    return Categories((), sheet.size, 0.4 * sheet.size, left)


def draw_categories(found: Categories, sheet: Sheet, bottom: float) -> str:
    """The names below the plot."""
    size = found.size
    return "".join(
        Words(text, x, bottom + (1.15 + index * LINE) * size, size, "middle").within(found.left, sheet.width).svg(sheet.theme.quiet)
        for x, lines in found.names
        for index, text in enumerate(lines)
    )
