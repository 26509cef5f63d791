"""Search over everything that can be shown: an index of words, made once per catalog, and the ranking. No Streamlit.

What is searched is listed in `lib.search_entries`. A word of a search counts most where it stands in a title, less in a
text, less again as a synonym, as the beginning of a word, or with a slip of spelling; rare words count more.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from lib.i18n import Text
from lib.matching import normalise
from lib.search_words import others

MOST_WORDS = 24  # of a search; more say nothing new
MOST_LETTERS = 200
FUZZY_FROM, NEAR_ENOUGH, MOST_NEAR = 5, 82.0, 6
PREFIX_FROM, MOST_PREFIXED = 3, 40
TITLE, BODY = 1.0, 0.45
SYNONYM, PREFIX, SLIP = 0.75, 0.65, 0.55
UNKNOWN = 3.0  # what a word weighs that nothing holds
PARTLY = 0.5  # the least share of a search that a result holds where nothing holds all of it
WEIGHTS = {
    "fact": 1.3,
    "page": 1.25,
    "term": 1.2,
    "exhibit": 1.1,
    "organization": 1.1,
    "wording": 1.1,
    "mission": 1.3,
    "action": 1.05,
    "table": 0.85,
    "event": 0.85,
}


@dataclass(frozen=True, eq=False)
class Entry:
    """One thing that can be found: kind, title, one line about it, where it is (page and query), and its words."""

    kind: str
    title: Text
    line: Text
    page: str
    query: tuple[tuple[str, str], ...]
    names: str = ""
    body: str = ""


@dataclass(frozen=True)
class Hit:
    """A result; `complete` says that it holds every word of the search."""

    entry: Entry
    score: float
    complete: bool


@dataclass(frozen=True, eq=False)
class Index:
    """The words of all entries: for each the entries that hold it, and whether in the title."""

    entries: tuple[Entry, ...]
    titles: tuple[tuple[str, ...], ...]
    places: dict[str, dict[int, float]]
    words: tuple[str, ...]
    long_words: tuple[str, ...]

    def weight(self, found: int) -> float:
        """How much a word counts that so many entries hold."""
        return math.log(1 + len(self.entries) / (1 + found))


def build(entries: Iterable[Entry]) -> Index:
    """The index of some entries."""
    kept = tuple(entries)
    places: dict[str, dict[int, float]] = defaultdict(dict)
    titles = []
    for place, entry in enumerate(kept):
        title = normalise(str(entry.title))
        titles.append(title)
        for token in normalise(f"{entry.line} {entry.body}") if entry.body else ():
            places[token][place] = BODY
        for token in (*title, *normalise(entry.names)):
            places[token][place] = TITLE
    words = tuple(sorted(places))
    return Index(kept, tuple(titles), dict(places), words, tuple(word for word in words if len(word) >= FUZZY_FROM and word.isalpha()))


def _prefixed(index: Index, token: str) -> Sequence[str]:
    """Words that begin with a token; in scripts without spaces words also hold it."""
    if not token.isalpha():
        return ()
    if not token.isascii():
        return [word for word in index.words if token in word and word != token][:MOST_PREFIXED] if len(token) > 1 else ()
    if len(token) < PREFIX_FROM:
        return ()
    start = bisect_left(index.words, token)
    return [word for word in index.words[start : start + MOST_PREFIXED] if word.startswith(token) and word != token]


def _near(index: Index, token: str) -> Sequence[str]:
    """Words that a token with a slip may mean; in Korean, words that it ends with a particle."""
    if not token.isascii():
        return [word for word in index.words if len(word) > 1 and not word.isascii() and token.startswith(word)]
    if len(token) < FUZZY_FROM or not token.isalpha():
        return ()
    return [hit[0] for hit in process.extract(token, index.long_words, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=MOST_NEAR)]


def _holding(index: Index, token: str) -> dict[int, float]:
    """The entries that hold a word or what may stand for it, with how well; slips are only looked for where nothing else fits."""
    found: dict[int, float] = {}
    for quality, words in ((1.0, (token,)), (SYNONYM, others(token)), (PREFIX, _prefixed(index, token))):
        for word in words:
            for place, where in index.places.get(word, {}).items():
                found[place] = max(found.get(place, 0.0), quality * where)
    if not found:
        near = _near(index, token)
        for word in (*near, *(other for known in near for other in others(known))):
            for place, where in index.places.get(word, {}).items():
                found[place] = max(found.get(place, 0.0), SLIP * where)
    return found


def _fits(title: tuple[str, ...], tokens: Sequence[str]) -> float:
    """More for a title that holds the words of the search one after the other, most for one that is the search."""
    if title == tuple(tokens):
        return 1.6
    length = len(tokens)
    together = length > 1 and any(title[start : start + length] == tuple(tokens) for start in range(len(title) - length + 1))
    return 1.3 if together else 1.0


def find(index: Index, query: str, kinds: Sequence[str] = (), limit: int = 200) -> tuple[Hit, ...]:
    """What a search finds, best first, of the given kinds (none meaning all).

    Where entries hold every word, only those are given; else those that hold at least half of it by weight. Never
    raises: a search of marks, emoji or nothing finds nothing.
    """
    tokens = list(dict.fromkeys(normalise(query[:MOST_LETTERS])))[:MOST_WORDS]
    held = [_holding(index, token) for token in tokens]
    weights = [index.weight(len(found)) if found else UNKNOWN for found in held]
    total = sum(weights)
    scores: dict[int, float] = defaultdict(float)
    shares: dict[int, float] = defaultdict(float)
    for found, weight in zip(held, weights, strict=True):
        for place, quality in found.items():
            scores[place] += weight * quality
            shares[place] += weight
    full = total * 0.999
    complete = {place for place, share in shares.items() if share >= full}
    chosen = complete or {place for place, share in shares.items() if share >= PARTLY * total}
    hits = []
    for place in sorted(chosen):  # ties stay in the order of the entries
        entry = index.entries[place]
        if kinds and entry.kind not in kinds:
            continue
        title = index.titles[place]
        score = scores[place] * _fits(title, tokens) * WEIGHTS.get(entry.kind, 1.0) / (1 + 0.02 * len(title))
        hits.append(Hit(entry, score, place in complete))
    return tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])
