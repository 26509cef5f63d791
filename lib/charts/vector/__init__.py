"""Charts as SVG for the stage, paper and pictures: plain attributes only, measured with the fonts that are shipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lib.charts.spec import Bars, Board, Chart, Ladder, Points
from lib.charts.theme import Theme
from lib.charts.vector import bars, board, ladder, points
from lib.charts.vector.pen import FONT, Sheet, element, escape, number
from lib.charts.vector.signs import sign

__all__ = ["natural_height", "sign", "svg"]

# Advances are not rounded to pixels, so that a text is as wide as it was measured.
LETTERS = {"font-family": FONT, "font-weight": 400, "direction": "ltr", "text-rendering": "geometricPrecision"}

_DRAW: dict[type, Callable[[Any, Sheet], str]] = {Bars: bars.draw, Points: points.draw, Ladder: ladder.draw, Board: board.draw}
_HEIGHT: dict[type, Callable[[Any, float, float], float]] = {
    Bars: bars.height,
    Points: points.height,
    Ladder: ladder.height,
    Board: board.height,
}


def svg(chart: Chart, theme: Theme, width: float, height: float, size: float, alt: str = "") -> str:
    """A chart as one SVG picture without legend and background; `size` is the font size in the units of width and height.

    Every mark carries `data-ref` and `data-values`; with `alt` the picture has a name, without it readers pass it over.
    """
    body = _DRAW[type(chart)](chart, Sheet(theme, width, height, size))
    named = {"role": "img"} if alt else {"aria-hidden": "true"}
    title = f"<title>{escape(alt)}</title>" if alt else ""
    box = f"0 0 {number(width)} {number(height)}"
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box, **named, **LETTERS}
    return element("svg", frame, title + body)


def natural_height(chart: Chart, width: float, size: float) -> float:
    """The height at which a chart of this width and font size reads well."""
    return round(_HEIGHT[type(chart)](chart, width, size), 2)
