"""Which texts stand nearest to a sentence, by their words: an index of our own texts. Nothing that is asked is kept."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from lib.matching import FUZZY_FROM, NEAR_ENOUGH, compared, is_word, normalise


@dataclass(frozen=True)
class Match:
    """How near a key is to a query: `score` from 0 to 1."""

    key: str
    score: float


MOST_TOKENS = 120
UNKNOWN_WEIGHT = 3.0  # what a word counts that none of the texts holds
LEAST_SHARED = 2
LEAST_RARE = 0.65  # common words alone ("North Korea") are no match: together they must weigh this share of a unique word
ROUNDED_FROM, ROUNDING, ROUNDED = 1000, 0.02, 0.8  # "34,000" for 34,537


class Index:
    """Texts by key, ready to be compared with a sentence. A key may have several texts: the nearest one counts."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._keys: list[str] = []
        self._texts: list[frozenset[str]] = []
        for key, text in pairs:
            self._keys.append(key)
            self._texts.append(frozenset(compared(text)))
        counts = Counter(token for held in self._texts for token in held)
        total = len(self._texts) + 1
        self._weights = {token: math.log(total / count) for token, count in counts.items()}
        self._least = LEAST_RARE * math.log(total)
        self._fuzzy = [token for token in self._weights if len(token) >= FUZZY_FROM and is_word(token)]
        self._numbers = sorted((int(token), token) for token in self._weights if token.isdecimal() and len(token) < 16)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, held in enumerate(self._texts):
            for token in held:
                self._places[token].append(place)
        self._sizes = [sum(self._weights[token] for token in held) for held in self._texts]

    def _known(self, token: str) -> tuple[tuple[str, float], ...]:
        """The tokens of the texts that a token can mean, and how surely; none when it is unknown."""
        if token in self._weights:
            return ((token, 1.0),)
        if token.isdecimal():
            return self._rounded(token)
        if len(token) < FUZZY_FROM or not is_word(token):
            return ()
        found = process.extractOne(token, self._fuzzy, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
        return ((found[0], found[1] / 100),) if found else ()

    def _rounded(self, token: str) -> tuple[tuple[str, float], ...]:
        """The numbers of the texts that a number from 1,000 up can be a rounding of; years are never rounded."""
        if not 4 <= len(token) < 16 or int(token) < ROUNDED_FROM or 1900 <= int(token) <= 2100:
            return ()
        return tuple((known, ROUNDED) for number, known in self._numbers if abs(number - int(token)) <= ROUNDING * number)

    def nearest(self, query: str, floor: float = 0.0, most: int = 10) -> tuple[Match, ...]:
        """The keys nearest to a query, best first, at or above `floor`; ties in the order of the index.

        The score is the mean of two shares, of the query's words found in a text and of the text's words found in the
        query; rare words weigh more. A single common word is no match, unless it is the whole query.
        """
        size, counted = 0.0, 0
        known: dict[str, float] = {}
        for token in list(dict.fromkeys(compared(query)))[:MOST_TOKENS]:
            meant = self._known(token)
            if not meant and not token.isascii():
                continue  # words of a script that our texts do not use say nothing against a match
            counted += 1
            size += max((self._weights[item] for item, _surely in meant), default=UNKNOWN_WEIGHT)
            known |= {item: max(surely, known.get(item, 0.0)) for item, surely in meant}
        shared: dict[int, float] = defaultdict(float)
        common: Counter[int] = Counter()
        for token, surely in known.items():
            for place in self._places[token]:
                shared[place] += self._weights[token] * surely
                common[place] += 1
        best: dict[str, float] = {}
        for place, weight in shared.items():
            if common[place] < min(LEAST_SHARED, counted) or weight < self._least:
                continue
            score = (weight / size + weight / self._sizes[place]) / 2
            best[self._keys[place]] = max(score, best.get(self._keys[place], 0.0))
        order = {key: place for place, key in reversed(list(enumerate(self._keys)))}
        found = sorted(
            (Match(key, score) for key, score in best.items() if score >= floor), key=lambda item: (-item.score, order[item.key])
        )
        return tuple(found[:most])


_SENTENCE = re.compile(r"(?<=[.!?。])\s+|[\r\n]+")
_CLAUSE = re.compile(r"[,;:]\s+|\s[–—-]\s")
LEAST_IN_CLAUSE = 4


def sentences(text: str, most: int = 80) -> tuple[str, ...]:
    """The sentences of a text, each followed by its clauses of some length; nothing without a word in it."""
    found: list[str] = []
    for part in (part.strip() for part in _SENTENCE.split(text)):
        if normalise(part):
            clauses = [clause for clause in _CLAUSE.split(part) if len(normalise(clause)) >= LEAST_IN_CLAUSE]
            found += [part, *(clause for clause in clauses if clause != part)]
    return tuple(found[:most])
