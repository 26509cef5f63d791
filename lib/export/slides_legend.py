"""The legend above a chart: signs drawn like those of the chart, with their words."""

from __future__ import annotations

from lib.charts.spec import Chart, legend
from lib.charts.theme import Theme
from lib.export.slides_look import LEGEND, LINE, Box, clean, lines, text_width
from lib.export.slides_shapes import fill, group, line_of, outline, shape, text_box
from lib.i18n import _

_SIGN, _GAP, _BETWEEN = 26, 12, 44
_LINE = round(LEGEND * LINE) + 4
# How a sign of a scatter chart looks as a shape: its form, and its part of the sign's square in width and height.
_FORMS = {
    "circle": ("ellipse", 0.85, 0.85),
    "square": ("rect", 0.78, 0.78),
    "diamond": ("diamond", 1.0, 1.0),
    "triangle-up": ("triangle", 0.95, 0.9),
    "triangle-down": ("rect", 0.95, 0.28),
    "cross": ("mathPlus", 1.25, 1.25),
    "star": ("star6", 1.0, 1.0),
    "x": ("mathMultiply", 1.3, 1.3),
}


def _sign(role: str, kind: str, box: Box, theme: Theme, words: str) -> str:
    ink = theme.colour(role)
    if kind.startswith("bar"):
        hatch = kind[3:]
        return shape(box, "rect", fill(ink, hatch, theme.background), outline(ink if hatch else "", 2), words)
    form, wide, high = _FORMS[kind]
    w, h = box.w * wide, box.h * high
    return shape(Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h), form, fill(ink), outline("", 0), words)


def legend_of(chart: Chart, theme: Theme, left: float, top: float, room: float) -> tuple[str, float]:
    """The legend as a group of shapes and its height; nothing and 0 for a chart without one."""
    entries = [(role, kind, clean(words)) for role, kind, words in legend(chart)]
    if not entries:
        return "", 0.0
    shapes: list[str] = []
    x, y, row = left, top, 1
    for role, kind, words in entries:
        whole = _SIGN + _GAP + text_width(words, LEGEND)
        if x > left and x + whole > left + room:
            x, y, row = left, y + row * _LINE, 1
        wide = min(whole, room) - _SIGN - _GAP
        row = max(row, len(lines(words, LEGEND, wide + 1)))
        shapes.append(_sign(role, kind, Box(x, y + (_LINE - _SIGN) / 2, _SIGN, _SIGN), theme, words))
        shapes.append(text_box(Box(x + _SIGN + _GAP, y, wide + 2, row * _LINE), [line_of(words, LEGEND, "tx1")], words, wrap=row > 1))
        x += whole + _BETWEEN
    high = y + row * _LINE - top
    alt = str(_("Legend: {words}", words="; ".join(words for _role, _kind, words in entries)))
    return group(Box(left, top, room, high), shapes, str(_("Legend")), alt), high
