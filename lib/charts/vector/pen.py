"""Small pieces of SVG as text: elements, numbers, words and how much room they take."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.charts.theme import Theme
from lib.texts import for_xml
from lib.typefaces import FAMILIES, printable, width

FONT = ", ".join(FAMILIES)
ASCENT, DESCENT, LINE = 0.76, 0.22, 1.16  # of the font size: what letters take above and below their line, and line to line

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """What a chart is drawn on: colours, width, height and font size in one unit."""

    theme: Theme
    width: float
    height: float
    size: float

    @property
    def dot(self) -> float:
        """One pixel of the screen's charts, which have letters of 13 pixels."""
        return self.size / 13


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def exact(value: float | str) -> str:
    """A number of the data in full precision; a date as it stands."""
    return value if isinstance(value, str) else f"{value:.17g}" if value != round(value, 10) else f"{round(value, 10):.15g}"


def escape(text: str) -> str:
    """A text that can only be read as text, also inside an attribute; what XML cannot hold becomes a sign of its own."""
    return html.escape(for_xml(text, "\ufffd"))


def element(name: str, attributes: Mapping[str, object], inside: str = "") -> str:
    """An element; numbers among its attributes are rounded, texts are escaped."""
    parts = [f' {key}="{number(value) if isinstance(value, (int, float)) else escape(str(value))}"' for key, value in attributes.items()]
    return f"<{name}{''.join(parts)}>{inside}</{name}>" if inside else f"<{name}{''.join(parts)}/>"


def data(ref: str, values: tuple[float | str, ...], label: str = "") -> dict[str, object]:
    """The attributes by which a mark can be held against its table row; `label` is a text that the picture does not say."""
    kept: dict[str, object] = {"data-ref": ref, "data-values": " ".join(exact(value) for value in values)}
    return kept | ({"data-label": label} if label else {})


def line(x0: float, y0: float, x1: float, y1: float, colour: str, thick: float, dashes: str = "") -> str:
    """A straight line."""
    path = f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}"
    return element("path", {"d": path, "stroke": colour, "stroke-width": thick} | ({"stroke-dasharray": dashes} if dashes else {}))


def said(text: object) -> str:
    """A text of the data as one line that the fonts can print."""
    return printable(" ".join(str(text).split()))


@dataclass(frozen=True)
class Words:
    """A line of text: `x` by its anchor (start, middle, end), `y` its base line."""

    text: str
    x: float
    y: float
    size: float
    anchor: str = "start"
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room it takes: left, top, right, bottom."""
        wide = width(self.text, self.size, self.bold)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - ASCENT * self.size, left + wide, self.y + DESCENT * self.size

    def within(self, left: float, right: float) -> Words:
        """The same words moved sideways, if they must, to lie between two edges."""
        x0, _, x1, _ = self.box
        return replace(self, x=self.x + max(left - x0, 0) + min(right - max(x1, x1 + left - x0), 0))

    def svg(self, colour: str, **more: object) -> str:
        """The text element."""
        attributes: dict[str, object] = {"x": self.x, "y": self.y, "font-size": self.size, "fill": colour}
        if self.anchor != "start":
            attributes["text-anchor"] = self.anchor
        if self.bold:
            attributes["font-weight"] = 600
        return element("text", attributes | more, escape(self.text)) if self.text else ""


def halo(sheet: Sheet) -> dict[str, object]:
    """Attributes that keep a text legible on the lines behind it."""
    edge = {"stroke": sheet.theme.background, "stroke-width": 0.26 * sheet.size, "stroke-linejoin": "round"}
    return {**edge, "paint-order": "stroke"}


def middle_line(y: float, size: float) -> float:
    """The base line of a text whose small letters and figures are to be centred on `y`."""
    return y + 0.34 * size
