"""The fonts inside the deck: Latin whole, other scripts with the letters that the deck needs.

Most decks name a few sources in Korean; the whole Korean font would make every file five times as large.
"""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from pathlib import Path

from lib.typefaces import LATIN_FACES, Face, file, script_of

# What joins letters and places marks; features for other languages and for vertical text are left out.
_FEATURES = ("calt", "ccmp", "fina", "init", "isol", "kern", "liga", "ljmo", "mark", "medi", "mkmk", "rlig", "tjmo", "vjmo")


def source(face: Face, text: str) -> str:
    """A font for a text, as it stands behind `src:` in a stylesheet. Raises FontsMissingError."""
    if face in LATIN_FACES:
        path = file(face.name, "woff2")
        return f'url(data:font/woff2;base64,{_whole(path, path.stat().st_mtime_ns)}) format("woff2")'
    path = file(face.name)
    letters = "".join(sorted({character for character in set(text) if script_of(character) == face.name}))
    return f'url(data:font/woff;base64,{_part(path, letters, path.stat().st_mtime_ns)}) format("woff")'


@lru_cache(maxsize=8)
def _whole(path: Path, _changed: int) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")


@lru_cache(maxsize=32)
def _part(path: Path, letters: str, _changed: int) -> str:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(path, lazy=True)
    dropped = ["BASE", "DSIG", "STAT", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(Options(layout_features=list(_FEATURES), drop_tables=dropped, hinting=False, glyph_names=False))
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff"
    packed = io.BytesIO()
    font.save(packed)
    return base64.b64encode(packed.getvalue()).decode("ascii")
