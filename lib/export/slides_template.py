"""The empty file that slides are written into: page size, colours, fonts, and three layouts with real placeholders.

It is made once per hall from the template that comes with python-pptx, and kept as bytes, so that two readers never share a file.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from lib.charts.theme import Theme, theme
from lib.export.slides_look import (
    BESIDE_QR,
    BESIDE_WORD,
    BODY,
    CAPTION,
    HEADING,
    HEADING_TOP,
    HIGH,
    LEFT,
    RIGHT,
    ROOM,
    SOURCE,
    SOURCE_HEIGHT,
    SOURCE_TOP,
    TOP,
    UNIT,
    WIDE,
    WORD,
    Box,
)
from lib.export.slides_shapes import SPACES, colour, direction, escaped, fill, placeholder, shape, units
from lib.i18n import _
from lib.settings import NAME

OPENING, MESSAGE, CONTENT = "Title Slide", "Title Only", "Title and Content"
CAPTION_INDEX, SOURCE_INDEX, BODY_INDEX, NUMBER_INDEX = 13, 14, 1, 12
SERIF, SANS, KOREAN, COMPLEX = "Georgia", "Arial", "Malgun Gothic", "Arial"
TITLE_SIZE, TITLE_LINES = 96, 44
TITLE_BOX, LINES_BOX = Box(LEFT, 150, ROOM, 440), Box(LEFT, 620, ROOM, 220)
_RULE = Box(LEFT, TOP, 120, 6)
_NUMBER_BOX = Box(RIGHT - 160, TOP - 16, 160, 36)
NUMBER_FIELD = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
_ACCENTS = ("accent", "main", "second", "third", "fourth", "context")


def _theme_xml(look: Theme) -> str:
    """Our colours and fonts as the theme of the file, with flat fills and no shadows."""
    dark = look.name == "dark"
    ground, ink, quiet, grid = look.background, look.text, look.quiet, look.grid
    named = {"dk1": ground, "lt1": ink, "dk2": grid, "lt2": quiet} if dark else {"dk1": ink, "lt1": ground, "dk2": quiet, "lt2": grid}
    named |= {f"accent{number}": look.colour(role) for number, role in enumerate(_ACCENTS, start=1)}
    named |= {"hlink": look.colour("main"), "folHlink": look.colour("third")}
    colours = "".join(f"<a:{name}>{colour(value)}</a:{name}>" for name, value in named.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface="{KOREAN}"/><a:cs typeface="{COMPLEX}"/></a:{kind}Font>'
        for kind, face in (("major", SERIF), ("minor", SANS))
    )
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{flat}<a:prstDash val="solid"/></a:ln>' for width in (9525, 12700, 19050))
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {SPACES} name="{NAME}"><a:themeElements><a:clrScheme name="{NAME}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{NAME}">{fonts}</a:fontScheme><a:fmtScheme name="{NAME}"><a:fillStyleLst>{flat * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{plain * 3}</a:effectStyleLst><a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _level(size: float, ink: str, serif: bool = False, align: str = "l", level: int = 1) -> str:
    """How the text of a placeholder looks; deeper levels stand further in."""
    face = "mj" if serif else "mn"
    return (
        f'<a:lvl{level}pPr marL="{units(48 * (level - 1))}" indent="0" algn="{align}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(size * 50)}" kern="1200">{fill(ink)}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _slot(kind: str, index: int, box: Box | None, words: object, name: str, look: str = "", anchor: str = "") -> str:
    """A placeholder of a layout: its place, its look, and the words that ask for a text."""
    text = NUMBER_FIELD if kind == "sldNum" else f'<a:r><a:rPr lang="en-US"/><a:t>{escaped(words)}</a:t></a:r>'
    xml = placeholder(kind, index, box, [f"<a:p><a:pPr {direction(str(words))}/>{text}</a:p>"], name)
    anchored = f' anchor="{anchor}"' if anchor else ""
    body = f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"{anchored}><a:normAutofit/></a:bodyPr><a:lstStyle>{look}</a:lstStyle>'
    placed = xml.replace("<a:bodyPr/><a:lstStyle/>", body)
    return placed.replace("</a:xfrm></p:spPr>", '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>')


def _number() -> str:
    return _slot("sldNum", NUMBER_INDEX, _NUMBER_BOX, "", str(_("Slide number")), _level(WORD, "tx2", align="r"))


def _source() -> str:
    box = Box(LEFT, SOURCE_TOP, BESIDE_WORD, SOURCE_HEIGHT)
    return _slot("body", SOURCE_INDEX, box, _("Source"), str(_("Source")), _level(SOURCE, "tx2"), "b")


def _caption() -> str:
    return _slot("body", CAPTION_INDEX, Box(LEFT, 250, ROOM, 80), _("Caption"), str(_("Caption")), _level(CAPTION, "tx2"))


def _layouts() -> dict[str, list[str]]:
    """The placeholders of each layout, in reading order."""
    title = _slot("title", 0, None, _("The message"), str(_("Title")))
    body = Box(LEFT, 360, BESIDE_QR, SOURCE_TOP - 384)
    return {
        OPENING: [
            _slot("ctrTitle", 0, TITLE_BOX, _("Title"), str(_("Title")), _level(TITLE_SIZE, "tx1", serif=True), "b"),
            _slot("subTitle", BODY_INDEX, LINES_BOX, _("Host, date, speaker"), str(_("Lines")), _level(TITLE_LINES, "tx1"), "t"),
            _source(),
            _number(),
        ],
        MESSAGE: [title, _caption(), _source(), _number()],
        CONTENT: [
            title,
            _caption(),
            _slot("body", BODY_INDEX, body, _("Text"), str(_("Text")), _level(BODY, "tx1"), "t"),
            _source(),
            _number(),
        ],
    }


def _numbered(xml: str, first: int) -> str:
    return xml.replace('id="?"', f'id="{first}"', 1)


def _refill(tree: Any, shapes: list[str], first: int = 2) -> None:
    """Puts other shapes into the tree of a master or layout."""
    from pptx.oxml import parse_xml

    for old in list(tree)[2:]:
        tree.remove(old)
    for number, xml in enumerate(shapes, start=first):
        spaced = _numbered(xml, number).replace("<p:sp>", f"<p:sp {SPACES}>", 1)
        tree.append(parse_xml(spaced))


def _restyle_master(master: Any, look: Theme) -> None:
    from pptx.oxml import parse_xml

    rule = shape(_RULE, "rect", fill("accent1"), "<a:ln><a:noFill/></a:ln>", "Rule", decoration=True)
    title = Box(LEFT, HEADING_TOP, ROOM, 144)
    shapes = [
        _slot("title", 0, title, _("The message"), str(_("Title")), "", "t"),
        _slot("body", BODY_INDEX, Box(LEFT, 360, BESIDE_QR, SOURCE_TOP - 384), _("Text"), str(_("Text")), "", "t"),
        _slot("sldNum", 4, _NUMBER_BOX, "", str(_("Slide number")), _level(WORD, "tx2", align="r")),
        rule,
    ]
    _refill(master.shapes.element, shapes)
    element = master.element
    if look.name == "dark":
        for name, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            element.find("{*}clrMap").set(name, value)
    styles = element.find("{*}txStyles")
    heading = _level(HEADING, "tx1", serif=True)
    text = "".join(_level(BODY if level == 1 else CAPTION - 4, "tx1", level=level) for level in range(1, 6))
    fresh = f"<p:txStyles {SPACES}><p:titleStyle>{heading}</p:titleStyle><p:bodyStyle>{text}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    element.replace(styles, parse_xml(fresh))


def _drop_extras(presentation: Any) -> None:
    """Takes the old picture of the template and its printer settings out of the file."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    package = presentation.part.package
    for relation in list(package.iter_rels()):
        if relation.reltype == RT.THUMBNAIL:
            package.drop_rel(relation.rId)
    for name, relation in list(presentation.part.rels.items()):
        if relation.reltype == RT.PRINTER_SETTINGS:
            presentation.part.drop_rel(name)


@lru_cache(maxsize=8)
def _template(hall: str, _language: str) -> bytes:
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    look = theme(hall)
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDE * UNIT, HIGH * UNIT  # type: ignore[assignment]
    size = presentation.element.find("{*}sldSz")
    size.attrib.pop("type", None)
    _drop_extras(presentation)
    master = presentation.slide_master
    master.part.part_related_by(RT.THEME).blob = _theme_xml(look).encode("utf-8")
    wanted = _layouts()
    for layout in list(presentation.slide_layouts):
        if layout.name not in wanted:
            presentation.slide_layouts.remove(layout)
        else:
            _refill(layout.shapes.element, wanted[layout.name])
            if layout.name != OPENING:
                layout.element.attrib.pop("type", None)  # its caption and source make it a layout of our own
    _restyle_master(master, look)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def empty_file(hall: str, language: str) -> Any:
    """A new presentation without slides, in the colours of a light or dark hall."""
    from pptx import Presentation

    return Presentation(io.BytesIO(_template(hall, language)))
