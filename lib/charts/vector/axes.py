"""Axes with their grid, and the dated events above a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lib.charts.vector.pen import LINE, Sheet, Words, element, halo, line, middle_line, number
from lib.charts.vector.scales import Scale, Tick, apart, number_ticks
from lib.typefaces import width, wrapped

BELOW = 1.55  # of the font size: the height of one line of texts under a plot


def across_ticks(scale: Scale, size: float, suffix: str, whole: bool) -> list[Tick]:
    """The numbers of a lying axis."""
    return number_ticks(scale, lambda ticks: apart(scale, ticks, size), 6, suffix, whole)


def upright_ticks(scale: Scale, size: float, suffix: str, whole: bool) -> list[Tick]:
    """The numbers of a standing axis."""

    def fits(ticks: list[Tick]) -> bool:
        places = [scale(value) for value, _ in ticks]
        return all(abs(a - b) >= 1.9 * size for a, b in pairwise(places))

    return number_ticks(scale, fits, 8, suffix, whole)


def across(scale: Scale, ticks: Sequence[Tick], sheet: Sheet, top: float, bottom: float, *, grid: bool = True, above: bool = False) -> str:
    """A lying axis: lines through the plot or short marks at its foot, with texts below or above it."""
    theme, size = sheet.theme, sheet.size
    parts = [
        line(scale(value), top if grid else bottom, scale(value), bottom if grid else bottom + 0.3 * size, theme.grid, sheet.dot)
        for value, _ in ticks
    ]
    base = top - 0.45 * size if above else bottom + 1.2 * size
    parts += [
        Words(text, scale(value), base, size, "middle").within(0, sheet.width).svg(theme.quiet, **{"data-tick": "x"})
        for value, text in ticks
    ]
    return element("g", scale.attributes("x"), "".join(parts))


def upright(scale: Scale, ticks: Sequence[Tick], sheet: Sheet, left: float, right: float) -> str:
    """A standing axis: lines through the plot with texts on its left."""
    theme, size = sheet.theme, sheet.size
    parts = [line(left, scale(value), right, scale(value), theme.grid, sheet.dot) for value, _ in ticks]
    parts += [
        Words(text, left - 0.5 * size, middle_line(scale(value), size), size, "end").svg(theme.quiet, **{"data-tick": "y"})
        for value, text in ticks
    ]
    return element("g", scale.attributes("y"), "".join(parts))


def tick_room(ticks: Sequence[Tick], size: float) -> float:
    """How much room the texts of a standing axis take on its left."""
    return max((width(text, size) for _, text in ticks), default=0) + 0.6 * size


@dataclass(frozen=True)
class Flag:
    """The text of an event: its lines, where its dotted line is, its edges, and how far its foot is above the plot."""

    lines: tuple[str, ...]
    x: float
    left: float
    right: float
    foot: float
    size: float

    @property
    def head(self) -> float:
        """How far its top is above the plot."""
        return self.foot + len(self.lines) * LINE * self.size


def _touch(one: Flag, other: Flag) -> bool:
    """Whether texts touch."""
    gap = 0.3 * one.size
    return one.left < other.right + gap and other.left < one.right + gap and one.foot < other.head and other.foot < one.head


def _crossed(one: Flag, other: Flag) -> bool:
    """Whether the line of one runs through the text of the other."""
    gap = 0.3 * one.size
    return any(a.foot > b.foot and b.left - gap < a.x < b.right + gap for a, b in ((one, other), (other, one)))


def _flag(x: float, lines: tuple[str, ...], size: float, sheet: Sheet, placed: Sequence[Flag]) -> Flag:
    """The lowest place for a text: over its line or beside it, at best without a line of another running through."""
    wide = max(width(part, size) for part in lines)
    levels = range(sum(len(flag.lines) for flag in placed) + 1)
    lefts = [min(max(left, 0.1 * size), max(sheet.width - wide - 0.1 * size, 0)) for left in (x - wide / 2, x, x - wide)]
    choices = [Flag(lines, x, left, left + wide, 0.35 * size + level * LINE * size, size) for level in levels for left in lefts]
    free = [flag for flag in choices if not any(_touch(flag, other) for other in placed)]
    return next((flag for flag in free if not any(_crossed(flag, other) for other in placed)), free[0])


def flags(events: Sequence[tuple[float, str]], sheet: Sheet) -> list[Flag]:
    """Places for the texts of events above a plot, so that none touches another or the edge of the picture."""
    size = 0.94 * sheet.size
    placed: list[Flag] = []
    for x, text in sorted(events):
        placed.append(_flag(x, wrapped(text, size, min(0.45 * sheet.width, 24 * size)), size, sheet, placed))
    return placed


def flags_height(placed: Sequence[Flag]) -> float:
    """The room that the texts of events need above the plot."""
    return max((flag.head for flag in placed), default=0)


def draw_flags(placed: Sequence[Flag], sheet: Sheet, bottom: float) -> str:
    """The thin dotted lines of events, from the foot of the plot up to their texts at the top of the picture."""
    theme, dot, top = sheet.theme, sheet.dot, flags_height(placed)
    parts = [
        line(flag.x, top - flag.foot + 0.1 * flag.size, flag.x, bottom, theme.quiet, dot, f"{number(dot)} {number(2.5 * dot)}")
        for flag in placed
    ]
    for flag in placed:
        for index, text in enumerate(flag.lines):
            rise = (len(flag.lines) - 1 - index) * LINE * flag.size
            words = Words(text, (flag.left + flag.right) / 2, top - flag.foot - rise - 0.24 * flag.size, flag.size, "middle")
            parts.append(words.svg(theme.quiet, **halo(sheet)))
    return element("g", {"data-events": len(placed)}, "".join(parts)) if placed else ""
