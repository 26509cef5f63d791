"""What stands beside a slide for the speaker: the sentence to say, what not to say, what is counted, and the sources."""

from __future__ import annotations

from functools import lru_cache

from lib.catalog import Catalog
from lib.certainty import certainty
from lib.citations import cite_source
from lib.dates import When
from lib.exhibits import Exhibit
from lib.export.credits import sources_of_action
from lib.export.slide import Notes
from lib.i18n import Text, _
from lib.provenance import Fact, Record, source
from lib.source_order import of_record
from lib.topics.actions import Action
from lib.topics.wording import Card, cards

MOST_SAID = 3
MOST_CAVEATS = 4


@lru_cache(maxsize=8)
def _cards_of_facts(catalog: Catalog) -> dict[str, tuple[Card, ...]]:
    """The safe-wording cards that speak of each fact."""
    found: dict[str, list[Card]] = {}
    for card in cards(catalog):
        for item in card.facts:
            found.setdefault(item.fact_id, []).append(card)
    return {key: tuple(value) for key, value in found.items()}


def _wording(catalog: Catalog, fact_ids: tuple[str, ...]) -> tuple[Card, ...]:
    by_fact = _cards_of_facts(catalog)
    return tuple(dict.fromkeys(card for fact_id in fact_ids for card in by_fact.get(fact_id, ())))[:MOST_SAID]


def citations(catalog: Catalog, source_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The sources in APA style: one that must not be linked has no address, state media and what has no page say so."""
    return tuple(cite_source(source(catalog, source_id)).apa() for source_id in source_ids)


def _notes(catalog: Catalog, say: tuple[Text, ...], fact_ids: tuple[str, ...], record: Record) -> Notes:
    wording = _wording(catalog, fact_ids)
    avoid = [str(_("Not: “{words}” {reason}", words=card.do_not_say, reason=card.reason)) for card in wording]
    return Notes(
        say=tuple(dict.fromkeys([*(str(text) for text in say), *(str(card.say) for card in wording)])),
        avoid=tuple(avoid),
        counted=str(record.counted),
        not_counted=str(record.not_counted),
        as_of=str(When(record.as_of)),
        confidence=str(_("{level}: {meaning}", level=record.confidence.label, meaning=certainty(catalog, record))),
        caveats=tuple(str(caveat) for caveat in record.caveats[:MOST_CAVEATS]),
        sources=citations(catalog, of_record(catalog, record)),
    )


def of_exhibit(catalog: Catalog, item: Exhibit) -> Notes:
    """The notes of an exhibit: its finding, the safe wording of its figures, its record."""
    return _notes(catalog, (item.takeaway,), item.facts, item.record)


def of_fact(catalog: Catalog, item: Fact) -> Notes:
    """The notes of a figure: its sentence and note, the safe wording about it, its record."""
    said = (item.sentence(), item.note) if str(item.note) else (item.sentence(),)
    return _notes(catalog, said, (item.fact_id,), item.record)


def of_action(catalog: Catalog, action: Action) -> Notes:
    """The notes of an action: what to do, why, what to be careful about, and where it is described."""
    wording = _wording(catalog, action.facts)
    return Notes(
        say=(str(action.summary), *(str(text) for text in action.why)),
        avoid=tuple(str(_("Not: “{words}” {reason}", words=card.do_not_say, reason=card.reason)) for card in wording),
        counted="",
        not_counted="",
        as_of="",
        confidence="",
        caveats=tuple(str(text) for text in action.care),
        sources=citations(catalog, sources_of_action(catalog, action)),
    )
