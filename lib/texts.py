"""What every output does alike with a text: which way it is read, how an address or a row of numbers is written, what XML can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import bidirectional

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    kinds = (bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def without_scheme(link: str) -> str:
    """An address as it is written out or read aloud: without "https://", "www." and the slash at its end."""
    return re.sub(r"^https?://(www\.)?", "", link).rstrip("/")


def for_xml(text: str, instead: str = "") -> str:
    """A text without the characters that XML 1.0 cannot hold, or with another sign instead of each."""
    return _NOT_XML.sub(instead, text)


def runs(numbers: Iterable[int], form: str = "{}") -> str:
    """Whole numbers in order, runs of three and more drawn together: "1–3, 7". `form` dresses each number."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    parts = ((form.format(run[0]), form.format(run[-1]), len(run)) for run in found)
    return ", ".join(first if count == 1 else f"{first}{'–' if count > 2 else ', '}{last}" for first, last, count in parts)
