"""Finds places for the labels of marks, so that they neither cover each other nor leave the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lib.charts.vector.pen import Box, Words, middle_line
from lib.typefaces import width

Stroke = tuple[float, float, float, float]


def touches(box: Box, other: Box, gap: float = 0) -> bool:
    """Whether two boxes overlap or stand closer than a gap."""
    return box[0] < other[2] + gap and other[0] < box[2] + gap and box[1] < other[3] + gap and other[1] < box[3] + gap


def runs_through(stroke: Stroke, box: Box) -> bool:
    """Whether a straight line runs through a box."""
    x0, y0, x1, y1 = stroke
    enter, leave = 0.0, 1.0
    for start, way, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if way == 0:
            if not low < start < high:
                return False
            continue
        a, b = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, a), min(leave, b)
    return enter < leave


@dataclass
class Crowd:
    """What stands in a plot: its edges, labels that are already placed, signs of marks, and lines."""

    edges: Box
    labels: list[Box] = field(default_factory=list)
    signs: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    def _cost(self, box: Box, gap: float) -> float | None:
        left, top, right, bottom = self.edges
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom or any(touches(box, other, gap) for other in self.labels):
            return None
        covered = sum(touches(box, sign) for sign in self.signs)
        return 3.0 * covered + sum(runs_through(stroke, box) for stroke in self.strokes)

    def place(self, choices: Iterable[Words], gap: float) -> Words | None:
        """The first of the choices that covers least, or None when each would leave the picture or cover a label."""
        best: tuple[float, Words] | None = None
        for words in choices:
            cost = self._cost(words.box, gap)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, words)
                if cost == 0:
                    break
        if best is None:
            return None
        self.labels.append(best[1].box)
        return best[1]


def around(text: str, x: float, y: float, radius: float, size: float) -> Iterator[Words]:
    """Places around a sign: above, below, beside, in the corners, then farther away."""
    wide = width(text, size)
    for far in (0.25, 0.8, 1.5, 2.3, 3.2):
        off = radius + far * size
        above, below = y - off - 0.1 * size, y + off + 0.72 * size
        yield Words(text, x, above, size, "middle")
        yield Words(text, x + off, middle_line(y, size), size)
        yield Words(text, x - off, middle_line(y, size), size, "end")
        yield Words(text, x, below, size, "middle")
        for part in (0.25, 0.5):
            for base in (above, below):
                yield Words(text, x + part * wide, base, size, "middle")
                yield Words(text, x - part * wide, base, size, "middle")


def beside(text: str, low: float, high: float, y: float, radius: float, size: float) -> Iterator[Words]:
    """Places along a lying range: behind its end, before its beginning, then above and below it."""
    off = radius + 0.35 * size
    for drop in (0.0, -0.35, 0.35):
        base = middle_line(y, size) + drop * size
        yield Words(text, high + off, base, size)
        yield Words(text, low - off, base, size, "end")
    for far in (0.1, 0.5, 1.0):
        above, below = y - radius - far * size - 0.15 * size, y + radius + far * size + 0.75 * size
        for base in (above, below):
            yield Words(text, (low + high) / 2, base, size, "middle")
            yield Words(text, high + radius, base, size, "end")
            yield Words(text, low - radius, base, size)
