"""What stands nearest to a reader's own sentence: wording, mistakes, claims, facts. By words only; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lib.catalog import Catalog
from lib.exhibits import fact, fact_ids
from lib.i18n import LazyText, _, language
from lib.nearest import Index, sentences
from lib.topics.claims_words import with_english, with_people
from lib.topics.wording import cards

MOST_CHARACTERS = 5000
VERY_CLOSE = 0.5
RELATED = 0.28
MOST_FOUND = 8
MOST_OF_A_KIND = 3
KINDS = ("wording", "mistake", "claim", "fact")


@dataclass(frozen=True)
class Near:
    """A thing near a sentence: its kind (wording, mistake, claim, fact), its key, and how near from 0 to 1."""

    kind: str
    key: str
    score: float

    @property
    def very_close(self) -> bool:
        """Whether it says nearly the same, by its words."""
        return self.score >= VERY_CLOSE

    @property
    def words(self) -> LazyText:
        """How near, in words."""
        return _("very close") if self.very_close else _("related")


@dataclass(frozen=True)
class Check:
    """The result of a check: what is near, best first, and whether the text was cut."""

    found: tuple[Near, ...]
    cut: bool
    empty: bool


def _pairs(catalog: Catalog) -> list[tuple[str, str]]:
    pairs = []
    for card in cards(catalog):
        pairs += [(f"wording:{card.card_id}", f"{text}") for text in (card.do_not_say, card.say, f"{card.subject} {card.reason}")]
    for row in catalog["mistakes"]:
        pairs += [(f"mistake:{row.key}", text) for text in (row.text("mistake"), row.text("evidence"))]
    for row in catalog["claims"]:
        pairs += [(f"claim:{row.key}", text) for text in (row.text("claim"), f"{row.text('finding')} {row.text('better_value')}")]
    for fact_id in fact_ids():
        if not fact_id.startswith("claims."):  # counts of our own checks answer nothing
            item = fact(catalog, fact_id)
            pairs.append((f"fact:{fact_id}", f"{item.label} {item.quantity} {item.context} {item.period} {item.record.counted}"))
    return [(key, with_people(text)) for key, text in pairs]


@lru_cache(maxsize=4)
def _index(catalog: Catalog, _language: str) -> Index:
    return Index(_pairs(catalog))


def check(catalog: Catalog, text: str) -> Check:
    """Compares a text, sentence by sentence, with everything checked; each thing counts with its nearest sentence.

    The text is cut at `MOST_CHARACTERS`. At most `MOST_OF_A_KIND` things of a kind are given, `MOST_FOUND` in all.
    """
    asked = sentences(text[:MOST_CHARACTERS])
    best: dict[str, float] = {}
    index = _index(catalog, language())
    for sentence in asked:
        for match in index.nearest(with_english(catalog, sentence), RELATED, most=MOST_FOUND * len(KINDS)):
            best[match.key] = max(match.score, best.get(match.key, 0.0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], KINDS.index(item[0].partition(":")[0])))
    found: list[Near] = []
    for name, score in ranked:
        kind, _sign, key = name.partition(":")
        if sum(item.kind == kind for item in found) < MOST_OF_A_KIND:
            found.append(Near(kind, key, score))
    return Check(tuple(found[:MOST_FOUND]), len(text) > MOST_CHARACTERS, not asked)
