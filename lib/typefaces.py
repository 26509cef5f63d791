"""The fonts of paper, pictures and the offline deck: which files there are, how wide a text is, what can be printed.

Pillow is imported when a text is first measured, because only exports need it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent.parent / "fonts"
SANS, SERIF = "Inroads Sans", "Inroads Serif"
FAMILIES = (SANS, "Noto Sans KR", "Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans Hebrew")
SERIF_FAMILIES = (SERIF, *FAMILIES)  # the serif face is for headings, and lacks some signs that the sans faces have
MISSING = "□"  # stands for a character that no font has
_MEASURED_AT = 100


class FontsMissingError(Exception):
    """The folder of fonts is not complete: says which file is missing."""


@dataclass(frozen=True)
class Face:
    """One font file: its family, and its weight as in stylesheets."""

    name: str
    family: str
    weight: int


FACES = (
    Face("sans-regular", SANS, 400),
    Face("sans-semibold", SANS, 600),
    Face("serif-semibold", SERIF, 600),
    Face("korean", "Noto Sans KR", 500),
    Face("han", "Noto Sans CJK JP", 400),
    Face("arabic", "Noto Sans Arabic", 500),
    Face("hebrew", "Noto Sans Hebrew", 500),
)
LATIN_FACES = FACES[:3]


def file(name: str, ending: str = "ttf") -> Path:
    """A font file. Raises FontsMissingError when it is not there."""
    path = FONTS / f"{name}.{ending}"
    if not path.is_file():
        raise FontsMissingError(f"fonts/{path.name} is missing")
    return path


def font_license() -> Path:
    """The license of the fonts, which goes wherever they go. Raises FontsMissingError when it is not there."""
    return file("OFL", "txt")


def complete() -> None:
    """Raises FontsMissingError unless every font of paper and pictures is there."""
    for face in FACES:
        file(face.name)


@lru_cache(maxsize=1)
def _stretches() -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    path = FONTS / "coverage.json"
    if not path.is_file():
        raise FontsMissingError(f"fonts/{path.name} is missing")
    known = json.loads(path.read_text(encoding="utf-8"))
    return {name: (tuple(first for first, _last in pairs), tuple(last for _first, last in pairs)) for name, pairs in known.items()}


def _has(name: str, character: str) -> bool:
    starts, ends = _stretches()[name]
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


@lru_cache(maxsize=4096)
def _face_of(character: str) -> str:
    """The first font file that has a character in any place of a page, or an empty text. The serif face is not everywhere."""
    return next((face.name for face in FACES if face.family != SERIF and _has(face.name, character)), "")


def script_of(character: str) -> str:
    """The font file that a character outside Latin, Greek and Cyrillic comes from, or an empty text."""
    name = _face_of(character)
    return "" if name in {face.name for face in LATIN_FACES} else name


def faces_for(text: str) -> tuple[Face, ...]:
    """The faces that a text needs: always the Latin ones, others only if their characters occur."""
    scripts = {name for character in set(text) if (name := script_of(character))}
    return (*LATIN_FACES, *(face for face in FACES if face.name in scripts))


def covered(character: str) -> bool:
    """Whether one of the fonts has this character; line breaks and direction marks need none."""
    return character in "\n\t\u200e\u200f\u202a\u202b\u202c" or bool(_face_of(character))


def printable(text: str) -> str:
    """The text with □ for each character that no font has."""
    return "".join(character if covered(character) else MISSING for character in text)


@lru_cache(maxsize=16)
def _measure(name: str) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(file(name)), _MEASURED_AT)


@lru_cache(maxsize=16384)
def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """How wide a text without line breaks is when set at this size, in the unit of the size."""
    latin = "serif-semibold" if serif else "sans-semibold" if bold else "sans-regular"
    runs: list[list[str]] = []
    for character in text:
        name = script_of(character) or (latin if not serif or _has(latin, character) else "sans-semibold")
        if runs and runs[-1][0] == name:
            runs[-1][1] += character
        else:
            runs.append([name, character])
    return sum(float(_measure(name).getlength(run)) for name, run in runs) * size / _MEASURED_AT


def forget() -> None:
    """Forgets the texts that were measured: what someone typed, a speaker's name above all, must not stay in the memory of a server."""
    width.cache_clear()


def wrapped(text: str, size: float, room: float, bold: bool = False, serif: bool = False) -> tuple[str, ...]:
    """The lines of a text that fit into `room`; a word that is too long alone is broken, given line breaks are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            candidate = f"{line} {word}" if line else word
            if width(candidate, size, bold, serif) <= room:
                line = candidate
                continue
            if line:
                lines.append(line)
            line = ""
            for character in word:
                if line and width(line + character, size, bold, serif) > room:
                    lines.append(line)
                    line = ""
                line += character
        lines.append(line)
    return tuple(lines)
