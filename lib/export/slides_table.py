"""A table of a slide as a native table, in the largest size at which enough of its rows fit."""

from __future__ import annotations

from collections.abc import Sequence

from lib.export.slide import Table
from lib.export.slides_look import Box, clean, height, text_width
from lib.export.slides_shapes import colour, line_of, properties, units

_SIZES = (32, 30, 28, 26, 24)
_ENOUGH = 3  # rows for which the text becomes smaller; beyond them rows are left to the address
_PAD, _ACROSS = 9, 22
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def column_widths(table: Table, room: float, size: float) -> list[float]:
    """Columns share the room by what they hold; none is narrower than its longest word."""
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
    weights = [max(0.0, want - small) ** 0.7 for want, small in zip(wanted, least, strict=True)]
    left = room - sum(least)
    return [small + left * weight / sum(weights) for small, weight in zip(least, weights, strict=True)]


def _row_height(cells: Sequence[str], widths: Sequence[float], size: float, bold: bool = False) -> float:
    return max(height(clean(cell), size, wide - _ACROSS, bold) for cell, wide in zip(cells, widths, strict=True)) + 2 * _PAD


def _fit(table: Table, room: Box) -> tuple[float, list[float], list[float]]:
    """The size of the text, the widths of the columns, and the heights of the header and of all rows that fit."""
    best: tuple[float, list[float], list[float]] | None = None
    for size in _SIZES:
        widths = column_widths(table, room.w, size)
        heights = [_row_height(table.headers, widths, min(size, 28), bold=True)]
        for row in table.rows:
            more = _row_height(row, widths, size)
            if sum(heights) + more > room.h:
                break
            heights.append(more)
        if best is None or len(heights) > len(best[2]):
            best = size, widths, heights
        if len(best[2]) > min(_ENOUGH, len(table.rows)):
            break
    assert best is not None  # noqa: S101
    return best


def _border(side: str, ink: str) -> str:
    line = f"<a:solidFill>{colour(ink)}</a:solidFill>" if ink else "<a:noFill/>"
    return f'<a:{side} w="{units(1.5 if ink else 0)}">{line}</a:{side}>'


def _cell(text: str, size: float, header: bool) -> str:
    words = line_of(clean(text), size, "tx2" if header else "tx1", bold=header)
    borders = _border("lnL", "") + _border("lnR", "") + _border("lnT", "") + _border("lnB", "tx2" if header else "bg2")
    margins = f'marL="0" marR="{units(_ACROSS)}" marT="{units(_PAD)}" marB="{units(_PAD)}" anchor="{"b" if header else "t"}"'
    body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
    return f"<a:tc>{body}<a:tcPr {margins}>{borders}<a:noFill/></a:tcPr></a:tc>"


def table_of(table: Table, room: Box, name: str, alt: str) -> tuple[str, float, int]:
    """The table as XML, its height, and how many of the rows it shows."""
    size, widths, heights = _fit(table, room)
    rows = ""
    for index, (cells, high) in enumerate(zip([table.headers, *table.rows], heights, strict=False)):
        drawn = "".join(_cell(cell, min(size, 28) if index == 0 else size, index == 0) for cell in cells)
        rows += f'<a:tr h="{units(high)}">{drawn}</a:tr>'
    grid = "".join(f'<a:gridCol w="{units(width)}"/>' for width in widths)
    total = sum(heights)
    xml = (
        f'<p:graphicFrame><p:nvGraphicFramePr>{properties(name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{units(room.x)}" y="{units(room.y)}"/>'
        f'<a:ext cx="{units(room.w)}" cy="{units(total)}"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    return xml, total, len(heights) - 1
