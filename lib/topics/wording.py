"""Safe wording: what can be said with the live figure and its source, what not, and why. Tables: `wording`, `claims`, `mistakes`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import fact
from lib.fact_texts import expand_facts, facts_named
from lib.i18n import Joined, Listed, Text, _
from lib.matching import holds, normalise
from lib.provenance import Confidence, Fact, source, weakest
from lib.settings import NAME
from lib.topics.claims_words import CARD_TOPICS, with_korean

MOST_PUBLISHERS = 3


@dataclass(frozen=True, eq=False)
class Card:
    """One subject with a sentence to say and one to avoid; made once per catalog, so it is compared by identity."""

    row: Row
    say: Text | Joined
    do_not_say: Text | Joined
    reason: Text | Joined
    facts: tuple[Fact, ...]
    claims: tuple[Row, ...]
    mistakes: tuple[Row, ...]
    instruments: tuple[Row, ...]
    source_ids: tuple[str, ...]

    @property
    def card_id(self) -> str:
        """The key of its row."""
        return self.row.key

    @property
    def subject(self) -> str:
        """What the card is about."""
        return self.row.text("subject")

    @property
    def confidence(self) -> Confidence:
        """The weakest confidence among the facts of the sentence; among the rows, where it has no fact."""
        if self.facts:
            return weakest([item.record.confidence for item in self.facts])
        rows = (*self.claims, *self.mistakes, *self.instruments)
        return weakest([Confidence(row.text("confidence")) for row in rows]) if rows else Confidence.VERIFIED


def _card(catalog: Catalog, row: Row) -> Card:
    ids = tuple(dict.fromkeys(fact_id for name in ("say", "do_not_say", "reason") for fact_id in facts_named(row.text(name))))
    facts = tuple(fact(catalog, fact_id) for fact_id in ids)
    named = {
        name: tuple(catalog[name].row(key) for key in row.items_of(f"{name[:-1]}_ids")) for name in ("claims", "mistakes", "instruments")
    }
    listed = (*row.sources, *(key for item in facts for key in item.record.source_ids))
    listed += tuple(key for rows in (named["mistakes"], named["instruments"], named["claims"]) for item in rows for key in item.sources)
    said = {name: expand_facts(catalog, row.text(name)) for name in ("say", "do_not_say", "reason")}
    return Card(
        row,
        said["say"],
        said["do_not_say"],
        said["reason"],
        facts,
        named["claims"],
        named["mistakes"],
        named["instruments"],
        tuple(dict.fromkeys(listed)),
    )


@lru_cache(maxsize=4)
def cards(catalog: Catalog) -> tuple[Card, ...]:
    """All cards, in the order of the table."""
    return tuple(_card(catalog, row) for row in catalog["wording"])


def _text(catalog: Catalog, card: Card) -> str:
    parts = (card.subject, card.say, card.do_not_say, card.reason, CARD_TOPICS[card.row.text("topic")])
    return with_korean(catalog, " ".join(str(part) for part in parts))


def find_cards(catalog: Catalog, q: str = "", shown: str = "all") -> tuple[Card, ...]:
    """Cards that hold every word of `q`: of one topic, of "all", or those "asked" most; a search looks beyond the most asked."""
    wanted = normalise(q)
    return tuple(
        card
        for card in cards(catalog)
        if (shown == "all" or card.row["topic"] == shown or (shown == "asked" and (bool(wanted) or card.row.flag("shown_first"))))
        and holds(_text(catalog, card), wanted)
    )


def source_line(catalog: Catalog, card: Card) -> Text:
    """Where the sentence of a card comes from, to be copied with it: counters with dates, or publishers."""
    if card.facts:
        dates: dict[str, dict[str, When]] = {}
        for item in card.facts:
            dates.setdefault(str(item.record.counted_by), {})[item.record.as_of] = When(item.record.as_of)
        parts = [str(_("{counter} (as of {date})", counter=name, date=Listed(tuple(known.values())))) for name, known in dates.items()]
    else:
        publishers = dict.fromkeys(source(catalog, key).publisher for key in card.source_ids)
        parts = [name for name in publishers if name][:MOST_PUBLISHERS]
    return _("Source: {sources}. Collected by {name}.", sources="; ".join(parts), name=NAME)


def to_copy(catalog: Catalog, card: Card, address: str = "") -> str:
    """The sentence of a card with its source line and, if known, the address of the card: ready to paste."""
    line = str(source_line(catalog, card))
    return f"{card.say}\n\n{line}" + (f" {address}" if address else "")
