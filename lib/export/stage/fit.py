"""What fits on a sheet of 1920 by 1080 units: sizes of type, heights of texts, rows of tables.

Texts are measured with the fonts that the file carries. So a slide is laid out once, before it is written, and is the
same in every window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.export.slide import Slide, Table, heading_start
from lib.typefaces import width, wrapped

WIDTH, HEIGHT = 1920, 1080
SIDE, TOP = 96, 72
ROOM_WIDTH, ROOM_HEIGHT = WIDTH - 2 * SIDE, HEIGHT - 2 * TOP
CODE_COLUMN, COLUMN_GAP = 220, 40  # the QR code with its words, and the space left of it
RULE_ROOM = 28
HEADING_LEADING, LEADING, LIST_LEADING = 1.14, 1.3, 1.34
CAPTION, SOURCE, LEGEND, CELL, HEADER = 32, 26, 28, 32, 28
CAPTION_GAP, BODY_GAP, SOURCE_GAP = 14, 26, 22
LEGEND_GAP, LEGEND_BELOW = 40, 12
MOST_HEADING_LINES = 4
# Browsers round the widths of letters: a text that fills its line to the last unit may need one more.
_SURE = 0.985
TITLE_SIZES = (96, 88, 80, 72, 66, 60, 54, 48, 44, 40)
NUMBER_SIZES = (200, 180, 160, 144, 128, 116, 104, 96, 88, 80, 72, 64, 56, 48)
CELL_PADDING, CELL_SPACE = 20, 28
WORD_SPARE = 18  # columns are whole hundredths of the table, so a word needs a little more than its width


def lines(text: str, size: float, room: float, bold: bool = False, serif: bool = False) -> int:
    """How many lines a text needs."""
    return len(wrapped(text, size, room * _SURE, bold, serif)) if text else 0


def heading_size(text: str, room: float = ROOM_WIDTH) -> int:
    """The size of a heading: smaller for long ones, and for those that would need more than four lines."""
    first = heading_start(text)
    steps = [step for step in (60, 56, 52, 48, 44, 40, 36) if step <= first]
    return next((step for step in steps if lines(text, step, room, serif=True) <= MOST_HEADING_LINES), steps[-1])


def title_size(text: str, room: float, height: float) -> int:
    """The largest size at which a title fits into a box."""
    fitting = (step for step in TITLE_SIZES if lines(text, step, room, serif=True) * step * HEADING_LEADING <= height)
    return next(fitting, TITLE_SIZES[-1])


def number_size(text: str, room: float, most: int = NUMBER_SIZES[0]) -> int:
    """The largest size at which a figure with its unit fits on one line."""
    steps = [step for step in NUMBER_SIZES if step <= most]
    return next((step for step in steps if width(text, step, serif=True) <= room * _SURE), steps[-1])


@dataclass(frozen=True)
class Frame:
    """The room of a slide under its heading, left of its QR code and above its source line."""

    heading: int
    width: float
    height: float


def caption_of(slide: Slide, part: str) -> str:
    """The caption as it is measured, with the words that say which part this is."""
    return " · ".join(text for text in (slide.caption, part) if text)


def frame(slide: Slide, caption: str, code: bool) -> Frame:
    """Measures heading, caption and source line of a slide; `code` says whether it has a QR code."""
    size = heading_size(slide.heading)
    head = RULE_ROOM + lines(slide.heading, size, ROOM_WIDTH, serif=True) * size * HEADING_LEADING
    head += CAPTION_GAP + lines(caption, CAPTION, ROOM_WIDTH) * CAPTION * LEADING if caption else 0
    room = ROOM_WIDTH - (CODE_COLUMN + COLUMN_GAP if code else 0)
    foot = SOURCE_GAP + lines(slide.source_line, SOURCE, room) * SOURCE * LEADING if slide.source_line else 0
    return Frame(size, room, ROOM_HEIGHT - head - BODY_GAP - foot)


def legend_height(names: Sequence[str], room: float) -> float:
    """How high the legend is when its entries stand in rows."""
    if not names:
        return 0
    rows, used = 1, 0.0
    for name in names:
        needed = min(room, LEGEND * 1.4 + width(name, LEGEND) / _SURE)
        if used and used + LEGEND_GAP + needed > room:
            rows, used = rows + 1, 0.0
        used += needed + (LEGEND_GAP if used else 0)
        rows += max(0, lines(name, LEGEND, room - LEGEND * 1.4) - 1)
    return rows * LEGEND * LEADING + LEGEND_BELOW


def texts_size(texts: Sequence[str], room: float, height: float, sizes: Sequence[int], gap: float) -> int:
    """The largest of the sizes at which paragraphs fit into a height; the smallest if none does."""
    for size in sizes:
        if sum(lines(text, size, room) * size * LIST_LEADING + gap for text in texts) <= height:
            return size
    return sizes[-1]


@dataclass(frozen=True)
class FittedTable:
    """The rows that fit, the widths of the columns in hundredths, and how many rows are only at the address."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    left_out: int


def _column_widths(table: Table, room: float) -> list[float]:
    """Every column gets its longest word; what is left is shared by how much each has to say."""
    columns = list(zip(table.headers, *table.rows, strict=True))
    space = room - CELL_SPACE * len(columns)
    words = [max(width(word, CELL) for text in column for word in (text.split() or [""])) + WORD_SPARE for column in columns]
    least = [min(word, space / len(columns)) for word in words]
    whole = [max(max(width(text, CELL) for text in column) + WORD_SPARE, low) for column, low in zip(columns, least, strict=True)]
    wanted = [full - low for full, low in zip(whole, least, strict=True)]
    left = space - sum(least)
    share = left / sum(wanted) if sum(wanted) else 0.0
    found = [low + want * min(share, 1.0) for low, want in zip(least, wanted, strict=True)]
    spare = (space - sum(found)) / len(found)
    return [each + max(0.0, spare) for each in found]


def _shares(widths: Sequence[float]) -> list[int]:
    """The widths of columns with the space beside them in hundredths of the table."""
    whole = sum(widths) + CELL_SPACE * len(widths)
    shares = [round(100 * (each + CELL_SPACE) / whole) for each in widths]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return shares


def fit_table(table: Table, room: float, height: float) -> FittedTable:
    """As many rows as fit, at least one."""
    shares = _shares(_column_widths(table, room))
    widths = [share * room / 100 - CELL_SPACE for share in shares]

    def row_height(cells: tuple[str, ...], size: int, bold: bool = False) -> float:
        most = max(lines(cell, size, column, bold) for cell, column in zip(cells, widths, strict=True))
        return max(1, most) * size * LEADING + CELL_PADDING

    used = row_height(table.headers, HEADER, bold=True)
    more = CELL * LEADING + CAPTION_GAP
    kept: list[tuple[str, ...]] = []
    for number, row in enumerate(table.rows, start=1):
        used += row_height(row, CELL)
        rest_follows = number < len(table.rows) or table.left_out
        if kept and used + (more if rest_follows else 0) > height:
            break
        kept.append(row)
    return FittedTable(tuple(kept), tuple(shares), table.left_out + len(table.rows) - len(kept))
