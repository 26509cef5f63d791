"""Words for readers: people first, plain American English, and no talk of how the data was found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.audit.cells import problem, prose
from lib.catalog import Catalog
from lib.problems import Problem

# Columns that hold published words: official titles, names, quoted claims.
PUBLISHED = frozenset(
    {"title", "name", "native_name", "publisher", "claim", "mistake", "do_not_say", "survey", "symbol", "organization", "term", "body"}
)

FINDING = re.compile(
    r"(?i)\bstored (?:copy|copies|page)|\bthis list\b|\bgeneral knowledge\b|\b(?:next|previous|low|high|see(?: the)?) row\b|\bpages? (?:was |were )?(?:found|seen)\b"
    r"|\bno (?:stored )?page\b|\bsearch results?\b|\bcrawl|\bcached\b|\bthe copy\b|\bnot stored\b|\bscrap(?:er|ed)\b|\bour reading\b|\bresearch dossier\b|\bcould not be (?:read|opened)\b"
)
DIRECTIONS = re.compile(
    r"\b[Tt]he (?:North|South)\b(?!\s+(?:Korea|Korean|Pacific|China|Pole|American|African|Sea|Atlantic|Hamgyong|Pyongan|Hwanghae))"
)
BRITISH = re.compile(
    r"\b(?:programmes?|[Oo]rganis(?:e|ed|es|ing|ation|ations)|[Rr]ecognis\w+|[Aa]uthoris\w+|[Cc]riticis(?:e|ed|es|ing)|[Ll]abour(?!\s+(?:Party|Organi[sz]ation))|[Nn]eighbour\w*"
    r"|[Ff]avour\w*|[Bb]ehaviour\w*|[Kk]ilometres?|[Tt]ravell(?:er|ers|ed|ing)|[Cc]ounselling|[Ff]ulfil\b)"
)
LOADED = re.compile(r"(?i)\bdefect(?:or|ors|ed|ion|ions)\b")
OFFICIAL_NAMES = re.compile(
    r"North Korean Defectors['’] Day|[A-Z][\w ]*Defectors?\b[\w ]*(?:Association|Foundation|Committee|Act|Law|Union|Coalition|University|Day|Council|Center)|\"[^\"]*\"|“[^”]*”|'[^']*defector[^']*'"
)
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\]\(|\*\*|`|\{(?!fact:[a-z0-9._-]+(?::[a-z]+)?\})")


def broken(text: str, published: bool) -> Iterator[str]:
    """The word rules that a text breaks; published words only answer for markup."""
    if MARKUP.search(text):
        yield "no markup in data"
    if published:
        return
    if FINDING.search(text):
        yield "no talk of how data was found"
    if DIRECTIONS.search(text):
        yield "say North Korea or South Korea"
    if BRITISH.search(text):
        yield "American spelling"
    if LOADED.search(OFFICIAL_NAMES.sub("", text)):
        yield "people first: escapees, arrivals, people who left"


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Every text cell that breaks a word rule."""
    for table, line, _row, column, text in prose(catalog):
        published = column in PUBLISHED or (table.name == "sources" and column != "caveat")
        for rule in broken(text, published):
            yield problem(table, line, column, text, rule)
