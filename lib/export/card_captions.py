"""The line under the finding of a card: which of its parts are kept where there is no room for all."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from lib.i18n import _, language

# Translators: words by which captions explain the marks of a chart, with commas between them.
MARK_WORDS = _("hollow, hatched, dashed, dotted, diamond, mark, scale, n is")
_BETWEEN = re.compile(r"( · |; |\. )")
_SIGNS = re.compile(r"[≤≥†◆]|^\w+:")  # "≤ means at most", "bars: from beginning to end"


def title_of(caption: str) -> str:
    """The part of a caption that names the exhibit and says nothing of how it is drawn."""
    return caption.split(" · ", 1)[0]


def unit_of(caption: str) -> str:
    """The part after the title: what the numbers are, or an empty text."""
    return "".join(_BETWEEN.split(caption)[2:3])


def is_question(title: str) -> bool:
    """Whether a title asks what the heading answers, so that one is not understood without the other."""
    return title.endswith(("?", "？", "؟"))


def explanations(caption: str) -> tuple[str, ...]:
    """The parts of a caption that say what marks mean, in order."""
    return tuple(piece for piece in _BETWEEN.split(caption)[2::2] if _explains(piece, language()))


@lru_cache(maxsize=512)
def _explains(piece: str, _language: str) -> bool:
    words = "|".join(re.escape(word.strip()) for word in str(MARK_WORDS).split(","))
    return bool(_SIGNS.search(piece) or re.search(rf"\b(?:{words})s?\b", piece, re.IGNORECASE))


def fitted(caption: str, fits: Callable[[str], bool]) -> str:
    """The caption if it fits, else what matters most of it: what marks mean, then what the numbers are and the rest in order, the title last.

    A question is kept before that rest, because the heading answers it. Where not even one part fits, the first is cut.
    """
    if not caption or fits(caption):
        return caption
    pieces = _BETWEEN.split(caption)
    places = range(0, len(pieces), 2)
    marks = set(explanations(caption))

    def weight(place: int) -> tuple[bool, bool, bool]:
        return pieces[place] not in marks, not (place == 0 and is_question(pieces[0])), place == 0

    kept: list[int] = []
    for place in sorted(places, key=weight):
        tried = sorted([*kept, place])
        if fits(_joined(pieces, tried)):
            kept = tried
    return _joined(pieces, kept) if kept else _cut(pieces[0], fits)


def _joined(pieces: list[str], kept: list[int]) -> str:
    """Parts with what stood after each of them; the first begins with a capital letter, as every caption does."""
    text = "".join(pieces[place] + (pieces[place + 1] if place != kept[-1] else "") for place in kept)
    return text[:1].upper() + text[1:]


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    words = text.split(" ")
    return next((start for count in range(len(words), 0, -1) if fits(start := " ".join(words[:count]) + " …")), f"{words[0]} …")
