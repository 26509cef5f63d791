"""Shapes of a slide as XML: texts, rectangles, lines, groups, placeholders. Every text is escaped here and nowhere else.

A shape is written with `id="?"`; the slide that takes it gives the number.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from lib.export.slides_look import UNIT, Box, clean
from lib.texts import right_to_left
from lib.typefaces import script_of

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HATCHES = {"/": "wdUpDiag", ".": "pct25", "-": "narHorz", "|": "narVert", "x": "diagCross"}
_LANGUAGES = {"korean": "ko-KR", "hebrew": "he-IL", "arabic": "ar-SA"}
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def escaped(text: object) -> str:
    """A text for XML, in content and in attributes."""
    return html.escape(clean(text))


def units(pixels: float) -> int:
    """A length in the units of the file."""
    return round(pixels * UNIT)


def colour(name: str) -> str:
    """A colour: one of the theme by its name ("tx1"), or a fixed one ("#16202E")."""
    return f'<a:srgbClr val="{name[1:]}"/>' if name.startswith("#") else f'<a:schemeClr val="{name}"/>'


def fill(name: str, hatch: str = "", ground: str = "bg1") -> str:
    """A fill of one colour, a hatching on the ground, or none when the name is empty."""
    if not name:
        return "<a:noFill/>"
    if hatch:
        return f'<a:pattFill prst="{HATCHES[hatch]}"><a:fgClr>{colour(name)}</a:fgClr><a:bgClr>{colour(ground)}</a:bgClr></a:pattFill>'
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def outline(name: str, thick: float, dash: str = "") -> str:
    """The line around a shape, or no line when the name is empty."""
    if not name:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{units(thick)}">{fill(name)}{dashed}</a:ln>'


def language_of(text: str) -> str:
    """The language of a run for spelling and for voices: by its script."""
    return next((_LANGUAGES[name] for letter in text if (name := script_of(letter))), "en-US")


def direction(text: str) -> str:
    """The attribute that says which way a paragraph is read: LibreOffice takes the side of a paragraph for it where none is said."""
    return f'rtl="{int(right_to_left(text))}"'


def run(text: str, size: float = 0, ink: str = "", bold: bool = False, serif: bool = False, link: str = "") -> str:
    """A stretch of text; without size and colour it looks as its placeholder says. `link` is the id of a relationship."""
    inside = fill(ink) if ink else ""
    if serif:
        inside += '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
    if link:
        inside += f'<a:hlinkClick r:id="{link}"/>'
    attributes = (f' sz="{round(size * 50)}"' if size else "") + (' b="1"' if bold else "")
    look = f'<a:rPr lang="{language_of(text)}"{attributes} dirty="0">{inside}</a:rPr>'
    return "<a:br/>".join(f"<a:r>{look}<a:t>{escaped(line)}</a:t></a:r>" for line in clean(text).split("\n"))


def paragraph(runs: str | Sequence[str], text: str = "", align: str = "", before: float = 0) -> str:
    """A paragraph of runs; `text` decides its direction, and its side where none is given; `before` is the space above."""
    side = align or ("r" if right_to_left(text) else "")
    attributes = (f' algn="{side}"' if side else "") + f" {direction(text)}"
    space = f'<a:spcBef><a:spcPts val="{round(before * 50)}"/></a:spcBef>' if before else ""
    return f"<a:p><a:pPr{attributes}>{space}<a:buNone/></a:pPr>{runs if isinstance(runs, str) else ''.join(runs)}</a:p>"


def line_of(text: str, size: float = 0, ink: str = "", bold: bool = False, serif: bool = False, align: str = "", before: float = 0) -> str:
    """A paragraph with one run."""
    return paragraph(run(text, size, ink, bold, serif), text, align, before)


def _place(box: Box, kind: str = "a", flip: str = "") -> str:
    x, y = units(box.x), units(box.y)
    return (
        f'<{kind}:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{max(0, units(box.right) - x)}" cy="{max(0, units(box.bottom) - y)}"/>'
        f"</{kind}:xfrm>"
    )


def properties(name: str, alt: str = "", decoration: bool = False) -> str:
    """Name and alternative text of a shape."""
    described = f' descr="{escaped(alt)}"' if alt else ""
    attributes = f'id="?" name="{escaped(" ".join(name.split())[:200])}"{described}'
    return f"<p:cNvPr {attributes}>{_DECORATION}</p:cNvPr>" if decoration else f"<p:cNvPr {attributes}/>"


def text_box(box: Box, paragraphs: Iterable[str], name: str, anchor: str = "t", wrap: bool = True) -> str:
    """A box of text without margins of its own. `wrap` false keeps each paragraph on one line."""
    body = (
        f'<a:bodyPr wrap="{"square" if wrap else "none"}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )
    return (
        f'<p:sp><p:nvSpPr>{properties(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body}<a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def shape(box: Box, form: str, filling: str, around: str, name: str, decoration: bool = False, flip: str = "") -> str:
    """A drawn shape without text; `form` is a name of the file format ("rect", "diamond")."""
    return (
        f"<p:sp><p:nvSpPr>{properties(name, decoration=decoration)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_place(box, flip=flip)}<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{filling}{around}</p:spPr></p:sp>'
    )


def straight(box: Box, ink: str, thick: float, name: str, dash: str = "") -> str:
    """A straight line from the upper left to the lower right corner of a box, which may have no width or no height."""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{properties(name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{_place(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline(ink, thick, dash)}</p:spPr></p:cxnSp>'
    )


def group(box: Box, shapes: Iterable[str], name: str, alt: str) -> str:
    """Shapes that belong together, with one alternative text."""
    x, y, w, h = units(box.x), units(box.y), units(box.w), units(box.h)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{properties(name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:grpSp>"
    )


def placeholder(kind: str, index: int, box: Box | None, paragraphs: Iterable[str], name: str) -> str:
    """A placeholder of the layout, at its own place if a box is given."""
    numbered = f' idx="{index}"' if index else ""
    return (
        f'<p:sp><p:nvSpPr>{properties(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{numbered}/></p:nvPr></p:nvSpPr><p:spPr>{_place(box) if box else ""}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )
