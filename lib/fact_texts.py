"""Facts inside texts from the data: `{fact:id}` becomes the live figure, its date, or who counted it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.catalog import Catalog
from lib.dates import When, is_partial_date
from lib.exhibits import fact
from lib.i18n import Joined
from lib.provenance import Fact

_FACT_PLACE = re.compile(r"\{fact:([a-z0-9._-]+)(?::(full|date|counter|period|context))?\}")


@dataclass(frozen=True)
class _Figure:
    """One part of a fact inside a text, said when the text is read; without a part, its figure without the unit."""

    fact: Fact
    part: str = ""

    def __str__(self) -> str:
        return str(
            {
                "": self.fact.quantity.short,
                "full": self.fact.quantity.__str__,
                "date": When(self.fact.record.as_of).__str__,
                "counter": self.fact.record.counted_by.__str__,
                "period": self._period,
                "context": self.fact.context.__str__,
            }[self.part]()
        )

    def _period(self) -> str:
        return str(When(self.fact.period)) if is_partial_date(self.fact.period) else self.fact.period


def facts_named(text: str) -> tuple[str, ...]:
    """The ids of the facts that a text from the data names, in whatever form, once each."""
    return tuple(dict.fromkeys(fact_id for fact_id, _part in _FACT_PLACE.findall(text)))


def expand_facts(catalog: Catalog, text: str) -> str | Joined:
    """A text from the data with its facts filled in. Raises KeyError for an unknown id.

    `{fact:id}` is the figure with its qualifier but without its unit, which the text says; `{fact:id:full}` has the unit;
    `:date` is the as-of date, `:counter` who counted, `:period` the year or span it is about, `:context` its short note.
    """
    pieces = _FACT_PLACE.split(text)
    if len(pieces) == 1:
        return text
    parts: list[object] = [pieces[0]]
    for fact_id, part, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += [_Figure(fact(catalog, fact_id), part or ""), rest]
    return Joined(tuple(parts), separator="")
