"""Words of the checked claims: verdicts, articles, topics, better values. Tables: `claims`, `mistakes`, `wording`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.i18n import LazyText, Text, _
from lib.numbers import QUALIFIERS, Number, Quantity
from lib.topics.glossary import PEOPLE_WORDS, terms_in


@dataclass(frozen=True)
class Verdict:
    """A result of a check: its word, what it means, and its mark (a colour role and a pattern, the same in charts and lists)."""

    key: str
    label: LazyText
    meaning: LazyText
    pattern: str

    @property
    def shape(self) -> str:
        """The mark as a key of `lib.charts.theme.SHAPES`."""
        return f"bar{self.pattern}"


VERDICTS: dict[str, Verdict] = {
    item.key: item
    for item in (
        Verdict("supported", _("supported"), _("The evidence says the same."), ""),
        Verdict("mostly_supported", _("mostly supported"), _("True in the main; a detail or a limit is missing."), "/"),
        Verdict("outdated", _("outdated"), _("True once; events have overtaken it."), "-"),
        Verdict("disputed", _("disputed"), _("Credible sources disagree, or the evidence points both ways."), "."),
        Verdict("unsupported", _("no evidence"), _("Nothing known bears it out, and nothing refutes it."), "|"),
        Verdict("inaccurate", _("inaccurate"), _("The evidence says something else."), "x"),
    )
}

ARTICLES: dict[str, LazyText] = {
    "goodbye_pyongyang": _("Goodbye, Pyongyang"),
    "why_cant_you_leave": _("Why can't you leave?"),
}

TOPICS: dict[str, LazyText] = {
    "border": _("the border"),
    "china": _("China"),
    "costs": _("costs"),
    "departures": _("departures"),
    "information": _("information"),
    "legal_exit": _("legal exit"),
    "living_conditions": _("living conditions"),
    "organizations": _("organizations"),
    "policy": _("policy"),
    "punishment": _("punishment"),
    "tourism": _("tourism"),
}

CARD_TOPICS: dict[str, LazyText] = {
    "people": _("people who left"),
    "costs": _("costs and gifts"),
    "foreigners": _("foreigners and the border"),
    "punishment": _("punishment"),
    "information": _("information"),
    "policy": _("law and votes"),
}

# Units of better values; those that are not units of facts have their words here.
_UNITS: dict[str, LazyText] = {
    "cases": _("{number} cases"),
    "categories": _("{number} categories"),
    "events": _("{number} events"),
    "extensions": _("{number} extensions"),
    "kpw_per_month": _("{number} KPW a month (North Korean won)"),
    "kwh": _("{number} kWh"),
    "mines": _("{number} mines"),
    "offenses": _("{number} offenses"),
    "programs": _("{number} programs"),
    "restaurants": _("{number} restaurants"),
    "shops": _("{number} shops"),
}


def better_figure(row: Row) -> Text:
    """The better value of a claim as a figure with qualifier and unit ("about 300 shops"); empty where there is none."""
    value, low, high, unit = row.number("better_number"), row.number("better_low"), row.number("better_high"), row.text("better_unit")
    if value is None and low is None:
        return ""
    qualifier = row.text("better_qualifier") or "exact"
    if unit not in _UNITS:
        return _("{quantity}", quantity=Quantity(value, low, high, qualifier, "USD" if unit == "usd" else unit))
    number = Number(value) if value is not None else Quantity(low=low, high=high)
    return QUALIFIERS[qualifier].filled(number=_UNITS[unit].filled(number=number))


_FORMS = re.compile(r"\s*[/(),]\s*")
_PEOPLE = re.compile(r"(?i)\bescapees?\b|\barrivals?\b|\bpeople (?:who left|from North Korea|sent back)\b|\breached South Korea\b")


@lru_cache(maxsize=1024)
def with_people(text: str) -> str:
    """A text of ours with the word "escapee" where it speaks of people who left in other words."""
    return f"{text} escapee" if _PEOPLE.search(text) else text


@lru_cache(maxsize=1024)
def with_korean(catalog: Catalog, text: str) -> str:
    """A text of ours with the Korean words of the terms in it (table `glossary`), so that a search in Korean finds it."""
    rows = list(terms_in(catalog, text))
    if _PEOPLE.search(text):
        rows += [catalog["glossary"].row(key) for key in PEOPLE_WORDS]
    return " ".join((text, *(f"{row.text('term')} {row.text('korean')} {row.text('hanja_or_transliteration')}" for row in rows)))


def with_english(catalog: Catalog, text: str) -> str:
    """A reader's text with the English terms for the Korean ones in it (table `glossary`)."""
    if text.isascii():
        return text
    rows = [row for row in catalog["glossary"] if any(len(form) > 1 and form in text for form in _FORMS.split(row.text("korean")))]
    return " ".join((text, *(f"{row.text('term')}{' escapee' * (row.key in PEOPLE_WORDS)}" for row in rows)))
