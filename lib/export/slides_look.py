"""Measures of the slides of a file: units, places on the page, and how large a text may be so that it fits.

All lengths are pixels of a screen of 1920 by 1080, as in the other outputs; a file counts in units of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.export.slide import heading_start
from lib.texts import for_xml
from lib.typefaces import width, wrapped

WIDE, HIGH = 1920, 1080
LEFT, RIGHT, TOP, BOTTOM = 96, 1824, 72, 1008
ROOM = RIGHT - LEFT
UNIT = 6350  # a pixel in the units of the file: 12,192,000 for the whole width
LINE = 1.2  # height of a line in Arial and Georgia, as a multiple of the size

HEADING, CAPTION, SOURCE, WORD = 60, 32, 26, 24
CHART, LEGEND, BODY = 28, 28, 32
HEADING_TOP = 98
QR, QR_CLOSING = 190, 420
SOURCE_HEIGHT = 68
SOURCE_TOP = BOTTOM - SOURCE_HEIGHT
BESIDE_QR = ROOM - QR - 34  # the width of what stands left of the QR code
WORD_WIDE = 264  # the width of the word under it
BESIDE_WORD = ROOM - WORD_WIDE - 24

# Arial and Georgia are not here to be measured: our own fonts are, with these factors and a little room to spare. Where
# Georgia is missing, the wider DejaVu Serif often takes its place: its digits are 1.163 times as wide as ours, and of all
# words in headings and figures "US" is the widest with 1.178 times, so no line of them is wider than this factor says.
_ARIAL, _ARIAL_BOLD, _GEORGIA = 1.13, 1.15, 1.18
# Letters take one or two marks; hundreds on one letter would climb off the slide.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
_TOO_MANY_MARKS = re.compile(f"({_MARK}{{4}}){_MARK}+")


@dataclass(frozen=True)
class Box:
    """A place on the slide, in pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def overlap(self, other: Box) -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across * down if across > 0 and down > 0 else 0.0


def clean(text: object) -> str:
    """A text without the characters that a file cannot hold, and with at most four marks on one letter."""
    return _TOO_MANY_MARKS.sub(r"\1", for_xml(str(text)))


def text_width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """How wide a line is in Arial, or Georgia if `serif`, at most."""
    return width(text, size, bold, serif) * (_GEORGIA if serif else _ARIAL_BOLD if bold else _ARIAL)


def lines(text: str, size: float, room: float, bold: bool = False, serif: bool = False) -> tuple[str, ...]:
    """The lines into which a text breaks."""
    return wrapped(text, size, room / (_GEORGIA if serif else _ARIAL_BOLD if bold else _ARIAL), bold, serif)


def height(text: str, size: float, room: float, bold: bool = False, serif: bool = False) -> float:
    """How high a text stands when it is set into this width."""
    return len(lines(text, size, room, bold, serif)) * size * LINE


def largest(text: str, sizes: Sequence[float], room: float, most: int, serif: bool = False) -> float:
    """The first size at which a text takes at most so many lines; the last one if none is small enough."""
    return next((size for size in sizes if len(lines(text, size, room, serif=serif)) <= most), sizes[-1])


def heading_size(text: str) -> float:
    """The size of the message on top: smaller for long ones, at most four lines."""
    first = heading_start(text)
    return largest(text, [size for size in (HEADING, 52, 44, 40, 36, 32, 28) if size <= first], ROOM, 4, serif=True)


def cut(text: str, size: float, room: float, most: int, bold: bool = False, serif: bool = False) -> str:
    """A text that takes at most so many lines; what is left out ends in an ellipsis."""
    found = lines(text, size, room, bold, serif)
    if len(found) <= most:
        return text
    kept = " ".join(found[:most])
    while kept and len(lines(kept + " …", size, room, bold, serif)) > most:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:(") + " …"
