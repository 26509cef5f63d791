"""The whole file: head with fonts, style and script, then the slides, the notes and the controls."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from lib.charts.theme import DARK, LIGHT
from lib.export.slide import Deck
from lib.export.stage import controls, fit, letters, notes
from lib.export.stage.drawings import properties
from lib.export.stage.markup import safe
from lib.export.stage.sections import section
from lib.settings import NAME
from lib.typefaces import FAMILIES, SERIF_FAMILIES, Face, faces_for

_HERE = Path(__file__).resolve().parent
_SMALLEST_TYPE, _LARGEST_TYPE = 24, 200
# The name and the width of a sheet of paper on its side, in CSS pixels.
_PAPERS = {"a4": ("A4", 1122.5), "letter": ("letter", 1056.0)}


def html(deck: Deck, progress: Callable[[float], object] | None = None) -> str:
    """The deck as one HTML file that asks nothing of any network; `progress` is told after each slide how far it is, from 0 to 1.

    Raises FontsMissingError when a font that its words need is not there.
    """
    drawn = []
    for number, slide in enumerate(deck.slides, start=1):
        drawn.append(section(slide, number, deck))
        if progress:
            progress(number / len(deck.slides))
    sections = "".join(drawn)
    body = (
        f'<main id="stage" tabindex="-1">{sections}</main>\n{controls.lines()}\n{notes.panel(deck)}\n{controls.help_panel()}\n'
        f"{controls.bar()}\n"
    )
    style, script = _style(deck, body), _read("stage.js")
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(deck.language)}" data-hall="{safe(deck.plan.hall)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="{safe(NAME)} {safe(deck.version)}">\n<link rel="icon" href="data:,">\n'
        f"<title>{safe(deck.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}<script>{script}</script>\n</body>\n</html>\n"
    )


def _policy(style: str, script: str) -> str:
    """Only this style and this script run; nothing is fetched, nothing is sent."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@lru_cache(maxsize=4)
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _font(face: Face, text: str) -> str:
    """A font as it stands in the stylesheet. Raises FontsMissingError."""
    return f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-display:block;src:{letters.source(face, text)}}}'


def _families(names: tuple[str, ...], last: str) -> str:
    return ",".join(f'"{name}"' for name in names) + f",{last}"


def _style(deck: Deck, body: str) -> str:
    """Fonts for every letter of the body, colours of both halls, sizes of type and columns, then the stylesheet itself.

    Sizes are classes, because style attributes would not be allowed by the policy of the file.
    """
    fonts = "".join(_font(face, body) for face in faces_for(body))
    light, dark = properties(LIGHT), properties(DARK)
    paper, wide = _PAPERS[deck.plan.paper]
    sizes = "".join(f".f{size}{{font-size:{size}px}}" for size in range(_SMALLEST_TYPE, _LARGEST_TYPE + 1, 2))
    columns = "".join(f".w{share}{{width:{share}%}}" for share in range(1, 101))
    return (
        f"{fonts}:root{{{light}--sans:{_families(FAMILIES, 'sans-serif')};--serif:{_families(SERIF_FAMILIES, 'serif')}}}"
        f'html[data-hall="dark"]{{{dark}}}{sizes}{columns}\n{_read("stage.css")}'
        f"@page{{size:{paper} landscape;margin:0}}@media print{{html[data-hall]{{{light}--paper:#FFF;--scale:{wide / fit.WIDTH:.4f}!important}}}}\n"
    )
