"""A table of a slide as a native table, in the largest size at which its rows fit: whole rows, and as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.export.slide import Table
from lib.export.slides_look import LINE, Box, clean, cut, height, text_width
from lib.export.slides_shapes import colour, line_of, properties, units

# Size of the text and the space above and below it, the most comfortable first.
_STEPS = ((32, 9), (30, 9), (28, 9), (26, 9), (26, 5))
_ENOUGH = 6  # rows for which the text becomes smaller; beyond them rows are left to the address
_POWERS = (0.7, 0.5, 0.85, 1.0)  # ways to share the room among columns; the one with the lowest table is taken
_HEADER, _ACROSS = 28, 22
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def column_widths(table: Table, room: float, size: float, power: float = 0.7) -> list[float]:
    """Columns share the room by what they hold; none is narrower than its longest word.

    `power`, above 0 and at most 1, says how much more the long texts get.
    """
    texts = [[header, *(row[index] for row in table.rows)] for index, header in enumerate(table.headers)]
    least = [max(text_width(word, size, bold=True) for text in column for word in (text.split() or [""])) + _ACROSS for column in texts]
    wanted = [max(text_width(text, size) for text in column) + _ACROSS for column in texts]
    least = [min(width, room / len(texts) * 1.4) for width in least]
    if sum(wanted) <= room:
        extra = (room - sum(wanted)) / len(wanted)
        return [width + extra for width in wanted]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    # Long texts get more of what is left, but not in proportion: a column of long texts can break its lines.
    weights = [max(0.0, want - small) ** power for want, small in zip(wanted, least, strict=True)]
    left = room - sum(least)
    return [small + left * weight / sum(weights) for small, weight in zip(least, weights, strict=True)]


@dataclass(frozen=True)
class _Layout:
    """A table that fits: the size of its text, the space above and below it, its columns, and its rows with their heights, header first."""

    size: float
    pad: float
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]

    def size_of(self, row: int) -> float:
        """The size of the text of a row; the header is not larger than it must be."""
        return self.size if row else min(self.size, _HEADER)


def _row_height(cells: Sequence[str], widths: Sequence[float], size: float, pad: float, bold: bool = False) -> float:
    return max(height(clean(cell), size, wide - _ACROSS, bold) for cell, wide in zip(cells, widths, strict=True)) + 2 * pad


def _whole_rows(heights: Sequence[float], room: float) -> int:
    """How many of these heights, one below the other, fit into the room."""
    return next(count for count in range(len(heights), -1, -1) if count == 0 or sum(heights[:count]) <= room)


def _layout(table: Table, room: Box, below: float, size: float, pad: float) -> _Layout:
    """The header and all rows that fit in one size; `below` is kept free unless all rows of the whole table are shown."""
    tried = []
    for power in _POWERS:
        widths = tuple(column_widths(table, room.w, size, power))
        header = _row_height(table.headers, widths, min(size, _HEADER), pad, bold=True)
        tried.append((widths, header, [_row_height(row, widths, size, pad) for row in table.rows]))
    widths, header, heights = min(tried, key=lambda found: found[1] + sum(found[2]))  # the first of equals
    count = len(heights)
    if table.left_out or header + sum(heights) > room.h:
        count = _whole_rows(heights, room.h - below - header)
    return _Layout(size, pad, widths, (table.headers, *table.rows[:count]), (header, *heights[:count]))


def _fit(table: Table, room: Box, below: float) -> _Layout:
    """The largest text at which enough rows fit, else the one that shows most of them."""
    found: list[_Layout] = []
    for size, pad in _STEPS:
        found.append(_layout(table, room, below, size, pad))
        if len(found[-1].rows) > min(_ENOUGH, len(table.rows)):
            return found[-1]
    best = max(found, key=lambda layout: len(layout.rows))  # the first of equals, which is the largest
    return best if len(best.rows) > 1 or not table.rows else _one_row(table, room, below, found[-1])


def _one_row(table: Table, room: Box, below: float, smallest: _Layout) -> _Layout:
    """Where not even the first row fits: that row with its cells cut, so that the table is not empty."""
    size, pad, widths = smallest.size, smallest.pad, smallest.widths
    most = max(1, int((room.h - below - smallest.heights[0] - 2 * pad) / (size * LINE)))
    cells = tuple(cut(clean(cell), size, wide - _ACROSS, most) for cell, wide in zip(table.rows[0], widths, strict=True))
    return _Layout(size, pad, widths, (table.headers, cells), (smallest.heights[0], _row_height(cells, widths, size, pad)))


def _border(side: str, ink: str) -> str:
    line = f"<a:solidFill>{colour(ink)}</a:solidFill>" if ink else "<a:noFill/>"
    return f'<a:{side} w="{units(1.5 if ink else 0)}">{line}</a:{side}>'


def _cell(text: str, size: float, pad: float, header: bool) -> str:
    words = line_of(clean(text), size, "tx2" if header else "tx1", bold=header)
    borders = _border("lnL", "") + _border("lnR", "") + _border("lnT", "") + _border("lnB", "tx2" if header else "bg2")
    margins = f'marL="0" marR="{units(_ACROSS)}" marT="{units(pad)}" marB="{units(pad)}" anchor="{"b" if header else "t"}"'
    body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
    return f"<a:tc>{body}<a:tcPr {margins}>{borders}<a:noFill/></a:tcPr></a:tc>"


def table_of(table: Table, room: Box, below: float, name: str, alt: str) -> tuple[str, float, int]:
    """The table as XML, its height, and how many of the rows it shows: whole ones only.

    `below` is the height at the lower end of the room for words on rows left out; the table takes it too if it shows all.
    """
    layout = _fit(table, room, below)
    rows = ""
    for index, (cells, high) in enumerate(zip(layout.rows, layout.heights, strict=True)):
        drawn = "".join(_cell(cell, layout.size_of(index), layout.pad, index == 0) for cell in cells)
        rows += f'<a:tr h="{units(high)}">{drawn}</a:tr>'
    grid = "".join(f'<a:gridCol w="{units(width)}"/>' for width in layout.widths)
    total = sum(layout.heights)
    xml = (
        f'<p:graphicFrame><p:nvGraphicFramePr>{properties(name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{units(room.x)}" y="{units(room.y)}"/>'
        f'<a:ext cx="{units(room.w)}" cy="{units(total)}"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    return xml, total, len(layout.rows) - 1
