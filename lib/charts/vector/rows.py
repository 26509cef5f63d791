"""Lines of a chart one below the other, with their names in a column on the left: heights, wrapping, shrinking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.vector.pen import ASCENT, LINE, Sheet, Words
from lib.typefaces import width, wrapped

COLUMN = 0.34  # the most of the width that names take
GAP = 0.75  # of the font size: between a name and the plot
EDGE = 0.12  # of the font size: left of the widest name
SMALLEST = 0.7  # of the font size: names are not written smaller
HIGHEST = 5.0  # of the font size: few lines do not become clumsy
_FACTORS = (1.0, 0.94, 0.88, 0.82, 0.76, SMALLEST)


@dataclass(frozen=True)
class Row:
    """The name of a line, whether it is a heading, and the least height of the line, in font sizes."""

    name: str
    least: float
    bold: bool = False


@dataclass(frozen=True)
class Rows:
    """Laid-out lines: the texts of each name, their font size, the width of their column, and the height of each line."""

    lines: tuple[tuple[str, ...], ...]
    bold: tuple[bool, ...]
    size: float
    column: float
    heights: tuple[float, ...]

    @property
    def total(self) -> float:
        """The height of all lines."""
        return sum(self.heights)

    def middles(self, top: float) -> list[float]:
        """The middle of each line."""
        found = []
        for tall in self.heights:
            found.append(top + tall / 2)
            top += tall
        return found


def _need(lines: Sequence[str], row: Row, size: float) -> float:
    return max(row.least * size, (len(lines) * LINE + 0.22) * size)


def _wrap(rows: Sequence[Row], size: float, room: float) -> tuple[tuple[str, ...], ...]:
    return tuple(wrapped(row.name, size, room, row.bold) if row.name else () for row in rows)


def _cut(lines: tuple[str, ...], most: int, size: float, room: float, bold: bool) -> tuple[str, ...]:
    """The first lines of a name; what is left out is marked by an ellipsis."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + " …", size, bold) > room:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last} …" if " " in last else f"{last}…")


def needed(rows: Sequence[Row], wide: float, size: float) -> float:
    """The height at which all lines stand comfortably, with their names in full size."""
    room = COLUMN * wide - (GAP + EDGE) * size
    return sum(_need(lines, row, size) for lines, row in zip(_wrap(rows, size, room), rows, strict=True))


def _spread(needs: Sequence[float], high: float, size: float) -> tuple[float, ...]:
    """Heights that fill the room: equal ones if every line fits into its part, else more for those that need more."""
    each = min(high / len(needs), HIGHEST * size)
    if max(needs) <= each:
        return tuple(each for _ in needs)
    spare = max(0.0, high - sum(needs)) / len(needs)
    return tuple(min(need + spare, max(need, HIGHEST * size)) for need in needs)


def fit(rows: Sequence[Row], sheet: Sheet, high: float) -> Rows:
    """Lays lines into a height: names shrink to 70 %, then lose words, then go, except headings; they never touch."""
    room = COLUMN * sheet.width - (GAP + EDGE) * sheet.size
    high = max(high, 1.0)
    if not rows:
        return Rows((), (), sheet.size, 0, ())
    for factor in _FACTORS:
        size = factor * sheet.size
        lines = _wrap(rows, size, room)
        needs = [_need(texts, row, size) for texts, row in zip(lines, rows, strict=True)]
        if sum(needs) <= high:
            return _rows(rows, lines, size, _spread(needs, high, sheet.size))
    size = SMALLEST * sheet.size
    for most in (2, 1):
        lines = tuple(_cut(texts, most, size, room, row.bold) for texts, row in zip(lines, rows, strict=True))
        needs = [len(texts) * LINE * size for texts in lines]
        if sum(needs) <= high:
            return _rows(rows, lines, size, _spread(needs, high, sheet.size))
    each = high / len(rows)
    kept: list[tuple[str, ...]] = []
    last = -1e9
    for index, (row, texts) in enumerate(zip(rows, lines, strict=True)):
        shown = row.bold and (index - last) * each >= LINE * size
        last = index if shown else last
        kept.append(texts if shown else ())
    column = _rows(rows, tuple(texts if row.bold else () for row, texts in zip(rows, lines, strict=True)), size, ()).column
    return Rows(tuple(kept), tuple(row.bold for row in rows), size, column, tuple(each for _ in rows))


def _rows(rows: Sequence[Row], lines: tuple[tuple[str, ...], ...], size: float, heights: tuple[float, ...]) -> Rows:
    bold = tuple(row.bold for row in rows)
    widest = max((width(text, size, row.bold) for texts, row in zip(lines, rows, strict=True) for text in texts), default=0)
    return Rows(lines, bold, size, widest + EDGE * size, heights)


def draw_names(rows: Rows, sheet: Sheet, left: float, top: float) -> str:
    """The names of the lines, ending before the plot's left edge."""
    parts = []
    for middle, texts, bold in zip(rows.middles(top), rows.lines, rows.bold, strict=True):
        first = max(middle - (len(texts) - 1) * LINE * rows.size / 2 + 0.34 * rows.size, ASCENT * rows.size)
        for index, text in enumerate(texts):
            words = Words(text, left - GAP * sheet.size, first + index * LINE * rows.size, rows.size, "end", bold)
            parts.append(words.svg(sheet.theme.text if bold else sheet.theme.quiet))
    return "".join(parts)
