"""Where texts stand in a chart, so that none covers another: labels beside marks, and the words of events above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.theme import Theme
from lib.export.slides_look import Box, text_width
from lib.export.slides_shapes import line_of, straight, text_box

EVENT_LINE = 36
_OUTSIDE = 50.0  # a text that leaves the frame is worse than one that covers another


@dataclass(frozen=True)
class Spot:
    """A sign in a chart: its middle, and the text beside it or none."""

    x: float
    y: float
    label: str = ""


def _beside(spot: Spot, side: str, size: float, sign: float) -> Box:
    wide, high = text_width(spot.label, size) + 8, size * 1.15
    gap = sign / 2 + 4
    if side == "r":
        return Box(spot.x + gap, spot.y - high / 2, wide, high)
    if side == "l":
        return Box(spot.x - gap - wide, spot.y - high / 2, wide, high)
    return Box(spot.x - wide / 2, spot.y - gap - high if side == "t" else spot.y + gap, wide, high)


def sides(spots: Sequence[Spot], bars: Sequence[Box], frame: Box, size: float, sign: float, order: str) -> list[str]:
    """For each spot the side ("t", "r", "b", "l") on which its text covers least; `order` names the sides, best first.

    `bars` are ranges drawn between signs, `sign` is the size of a sign.
    """
    taken = [Box(spot.x - sign / 2, spot.y - sign / 2, sign, sign) for spot in spots] + list(bars)
    found = []
    for spot in spots:
        best, cheapest = order[0], float("inf")
        for rank, side in enumerate(order if spot.label else order[0]):
            box = _beside(spot, side, size, sign)
            area = box.w * box.h
            cost = sum(box.overlap(other) for other in taken) + _OUTSIDE * (area - box.overlap(frame)) + rank * 0.02 * area
            if cost < cheapest:
                best, cheapest = side, cost
        if spot.label:
            taken.append(_beside(spot, best, size, sign))
        found.append(best)
    return found


@dataclass(frozen=True)
class EventPlace:
    """The words of an event: the middle of the line, where the text begins, its level above the field."""

    x: float
    left: float
    wide: float
    level: int
    words: str


def event_places(events: Sequence[tuple[float, str]], start: float, end: float, size: float) -> list[EventPlace]:
    """Levels for the words of events between two edges: no text covers another, and no line runs through a text."""
    placed: list[EventPlace] = []
    for x, words in sorted(events):
        wide = text_width(words, size) + 12
        left = max(start, min(x - wide / 2, end - wide))

        def free(level: int, x: float = x, left: float = left, right: float = left + wide) -> bool:
            for other in placed:
                if other.level == level and left < other.left + other.wide and other.left < right:
                    return False
                if (other.level < level and other.left < x < other.left + other.wide) or (other.level > level and left < other.x < right):
                    return False
            return True

        level = next(level for level in range(len(placed) + 1) if free(level) or level == len(placed))
        placed.append(EventPlace(x, left, wide, level, words))
    return placed


def event_room(places: Sequence[EventPlace]) -> float:
    """The height above the field that the words of events need."""
    return EVENT_LINE * (1 + max(place.level for place in places)) if places else 0.0


def event_shapes(places: Sequence[EventPlace], plot: Box, theme: Theme, size: float) -> list[str]:
    """Dotted lines down through the field, and their words above it."""
    found = []
    for place in places:
        top = plot.y - EVENT_LINE * place.level
        found.append(straight(Box(place.x, top, 0, plot.bottom - top), theme.quiet, 2, place.words, "sysDot"))
        box = Box(place.left, top - EVENT_LINE, place.wide, EVENT_LINE)
        found.append(text_box(box, [line_of(place.words, size, theme.quiet, align="ctr")], place.words, "ctr", wrap=False))
    return found
