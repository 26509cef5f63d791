"""What slides share: the slide that is being written, its message, its source line, and its QR code."""

from __future__ import annotations

import io
import re
from typing import Any, cast

from lib.charts.theme import Theme
from lib.export import qr
from lib.export.slide import Slide
from lib.export.slides_chart import NativeChart
from lib.export.slides_look import (
    BESIDE_QR,
    BESIDE_WORD,
    BOTTOM,
    CAPTION,
    HEADING,
    HEADING_TOP,
    LEFT,
    LINE,
    QR,
    RIGHT,
    ROOM,
    SOURCE,
    SOURCE_HEIGHT,
    SOURCE_TOP,
    WORD,
    WORD_WIDE,
    Box,
    clean,
    cut,
    heading_size,
    height,
    largest,
)
from lib.export.slides_shapes import SPACES, line_of, paragraph, placeholder, text_box, units
from lib.export.slides_template import CAPTION_INDEX, NUMBER_FIELD, NUMBER_INDEX, SOURCE_INDEX
from lib.export.words import scan_words
from lib.i18n import _
from lib.links import web_address
from lib.numbers import Number

_MOST_CAPTION = 3
_OPEN = re.compile(r"<p:(sp|grpSp|cxnSp|graphicFrame)>")


class Canvas:
    """A slide of the file: takes shapes in reading order and numbers them."""

    def __init__(self, page: Any, theme: Theme) -> None:
        self.page = page
        self.theme = theme
        self._tree = page.shapes.element
        for old in list(self._tree)[2:]:  # the empty copies of the layout's placeholders
            self._tree.remove(old)
        self._last = 1

    def _number(self, _found: object = None) -> str:
        self._last += 1
        return f'id="{self._last}"'

    def add(self, xml: str, into: Any = None) -> Any:
        """Appends a shape and gives back its element."""
        from pptx.oxml import parse_xml

        if not xml:
            return None
        spaced = _OPEN.sub(rf"<p:\1 {SPACES}>", xml, count=1)
        element = parse_xml(re.sub(r'id="\?"', self._number, spaced))
        (self._tree if into is None else into).append(element)
        return element

    def chart(self, native: NativeChart, frame: Box, name: str, alt: str) -> Any:
        """Adds a native chart with its workbook."""
        from pptx.enum.chart import XL_CHART_TYPE

        place = [cast("Any", units(length)) for length in (frame.x, frame.y, frame.w, frame.h)]
        drawn = self.page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, cast("Any", native))
        for lock in list(drawn.element.iter("{*}graphicFrameLocks")):  # it would forbid the group that chart and texts form
            lock.getparent().remove(lock)
        return self._named(drawn.element, name, alt)

    def picture(self, content: bytes, box: Box, name: str, alt: str, link: str) -> None:
        """Adds a picture that leads to an address."""
        from pptx.oxml import parse_xml

        place = [cast("Any", units(length)) for length in (box.x, box.y, box.w, box.h)]
        element = self.page.shapes.add_picture(io.BytesIO(content), *place).element
        self._named(element, name, alt)
        if link:
            clicked = parse_xml(f'<a:hlinkClick {SPACES} r:id="{self.link(link)}"/>')
            element.find(".//{*}cNvPr").append(clicked)

    def _named(self, element: Any, name: str, alt: str) -> Any:
        found = element.find(".//{*}cNvPr")
        found.set("id", self._number().split('"')[1])
        found.set("name", " ".join(clean(name).split())[:200])
        found.set("descr", clean(alt))
        return element

    def link(self, address: str) -> str:
        """The relationship of a web address. Only addresses of the web may be given."""
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        return str(self.page.part.relate_to(address, RT.HYPERLINK, is_external=True))


def has_code(slide: Slide) -> bool:
    """Whether the slide shows a QR code."""
    return bool(web_address(slide.scan))


def beside(slide: Slide) -> float:
    """The width of what stands above the source line."""
    return BESIDE_QR if has_code(slide) else ROOM


def heading(canvas: Canvas, slide: Slide) -> float:
    """The message and its caption at the top. Gives back where the room below begins."""
    text = clean(slide.heading)
    size = heading_size(text)
    text = cut(text, size, ROOM, 4, serif=True)
    high = height(text, size, ROOM, serif=True) + 4
    box = Box(LEFT, HEADING_TOP, ROOM, high)
    canvas.add(placeholder("title", 0, box, [line_of(text, size if size != HEADING else 0)], str(_("Title"))))
    caption = clean(slide.caption)
    if slide.part[1] > 1:
        place = str(_("{part} of {parts}", part=Number(slide.part[0]), parts=Number(slide.part[1])))
        caption = f"{place} · {caption}" if caption else place
    if not caption:
        return box.bottom + 28
    size = largest(caption, (CAPTION, 30, 28), ROOM, 2)
    shown = cut(caption, size, ROOM, _MOST_CAPTION)
    place_below = Box(LEFT, box.bottom + 12, ROOM, height(shown, size, ROOM) + 2)
    words = line_of(shown, size if size != CAPTION else 0)
    canvas.add(placeholder("body", CAPTION_INDEX, place_below, [words], str(_("Caption"))))
    return place_below.bottom + 26


def foot(canvas: Canvas, slide: Slide, number: int) -> None:
    """The source line, the QR code with a word under it, and the number of the slide."""
    room = BESIDE_WORD if has_code(slide) and slide.kind != "closing" else ROOM
    text = clean(slide.source_line)
    if text:
        size = largest(text, (SOURCE, WORD), room, 2)
        shown = cut(text, size, room, 2)
        box = Box(LEFT, SOURCE_TOP, room, SOURCE_HEIGHT)
        words = line_of(shown, size if size != SOURCE else 0)
        canvas.add(placeholder("body", SOURCE_INDEX, box, [words], str(_("Source"))))
    if has_code(slide) and slide.kind != "closing":
        code(canvas, slide, Box(RIGHT - QR, BOTTOM - QR - 34, QR, QR))
    canvas.add(placeholder("sldNum", NUMBER_INDEX, None, [paragraph(NUMBER_FIELD.replace("‹#›", str(number)))], str(_("Slide number"))))


def code(canvas: Canvas, slide: Slide, box: Box) -> None:
    """A QR code, dark on white, with words under it. A click on it opens exactly what is shown."""
    alt = str(_("QR code that leads to {address}", address=slide.scan))
    canvas.picture(qr.png(slide.scan), box, str(_("QR code")), alt, web_address(slide.address) or web_address(slide.scan))
    wide = max(box.w, WORD_WIDE)
    words = [line_of(str(scan_words(slide)), WORD, "tx2", align="r")]
    canvas.add(text_box(Box(box.right - wide, box.bottom + 4, wide, WORD * LINE), words, str(_("Word under the QR code")), wrap=False))
