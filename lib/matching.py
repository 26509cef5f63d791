"""Plain text matching by words: no model, no memory, no Streamlit.

`normalise` turns any text into comparable tokens; `holds` answers a search box. What stands nearest to a sentence is found
by `lib.nearest`. Nothing that is asked is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

# Words that say nothing about a subject. "us" and "who" are not among them: they are also a country and an agency.
_STOP_WORDS = """
a about also am an and any are as at be been being by can could did do does during each for from had has have he her his i
if in into is it its itself just may me more most my of on one or our out over percent per she should so some such than
that the their them then there these they this those through to under up very was we were what when where which while will
with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
_SCALES = {"k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_ONES = "one two three four five six seven eight nine ten"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTS = {word: str(value) for value, word in enumerate(_ONES.split(), start=1)}
_COUNTS |= {word: str(tens * 10) for tens, word in enumerate(_TENS.split(), start=2)}

_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?!\w)")
_DOLLAR = re.compile(r"(?:\b(?:us|ca))?\$|\busd\b")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?:s\b)?")
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)})(?=[ -](?:thousand|million|billion)\b)")
_SEPARATOR = re.compile(r"(?<=\d)[,\u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_SCALED = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)[ -]?(thousand|million|billion|mn|bn|k|m)\b")
_TOKEN = re.compile(r"\d+\.\d+|\d+(?=[\uac00-\ud7a3])|[^\W_]+")


def _plain(word: str) -> str:
    """An English word without its plural ending; other words as they are."""
    if not word.isascii() or not word.isalpha() or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else word


def _scaled(match: re.Match[str]) -> str:
    return f"{float(match[1]) * _SCALES[match[2]]:.0f} " if len(match[1]) < 16 else match[0]


def normalise(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in a comparable form, in order, with repetitions.

    Width and case are folded (NFKC, casefold), thousands separators go ("5,000" is "5000", "20 million" is "20000000"),
    "$" is "dollar", English plurals become singular, stop words and marks go. Korean and other scripts are kept.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _DOTTED.sub(lambda match: match[0].replace(".", ""), folded)
    folded = _SEPARATOR.sub("", _DOLLAR.sub(" dollar ", folded))
    folded = _COUNTED.sub(lambda match: _COUNTS[match[1]], _APOSTROPHE.sub("", folded))
    return tuple(_plain(word) for word in _TOKEN.findall(_SCALED.sub(_scaled, folded)) if word not in STOP_WORDS)


# Words that readers use for the same thing; each line has the form under which all of them are compared first.
_SAME = [
    "",
    "escapee defector refugee escaper",
    "leave left leaving flee fled escape escaped escaping exit defect",
    "return returned returning repatriate repatriated repatriation deport deported deportation refoulement",
    "cost price costing charge fee expensive",
    "gift give giving donate donated donation donor",
    "execute executed execution death killed kill shot",
    "starve starving starvation hunger hungry famine undernourished undernourishment",
    "close closed closing shut sealed",
    "rescue rescued rescuing save saving",
    "drive usb stick",
    "embassy diplomat diplomatic ambassador",
    "vote voted voting",
    "drama series kdrama soap",
    "expire expired lapse lapsed",
    "family relative parent sibling",
    "soldier troop",
    "",
]
_PHRASES = ((re.compile(r"(?i)\bs(?:ent|ends?|ending) back\b"), "return"), (re.compile(r"(?i)\bjong[- ]un\b"), "jongun"))
ALIASES = {word: line.split()[0] for line in _SAME if line for word in line.split()}

FUZZY_FROM = 5  # shorter words are compared letter by letter only
NEAR_ENOUGH = 84.0


def same(word: str) -> str:
    """The word under which a token is compared: its alias, or itself."""
    return ALIASES.get(word, word)


def compared(text: str) -> tuple[str, ...]:
    """The tokens of a text under the forms in which `Index` compares them."""
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return tuple(same(token) for token in normalise(text))


def is_word(token: str) -> bool:
    """Whether a token has letters only: numbers are never compared loosely."""
    return token.isalpha()


def _meets(wanted: str, words: frozenset[str]) -> bool:
    """Whether a wanted token stands in the words: itself, its alias, the beginning of a word, or nearly a word."""
    if wanted in words or any(same(word) == same(wanted) for word in words):
        return True
    if not is_word(wanted):
        return False
    if not wanted.isascii():
        return len(wanted) > 1 and any(wanted in word for word in words)
    if len(wanted) >= 3 and any(word.startswith(wanted) for word in words):
        return True
    return len(wanted) >= FUZZY_FROM and process.extractOne(wanted, words, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH) is not None


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    """The different tokens of a text that belongs to the project; remembered, so never for what a reader types."""
    return frozenset(normalise(text))


def holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text of ours holds every token of a search (from `normalise`); true for an empty search."""
    words = words_of(text)
    return all(_meets(token, words) for token in wanted)
