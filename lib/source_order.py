"""Which of many sources are named first: one order for credit lines, notes, handouts, citations and the record on a page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.i18n import language
from lib.provenance import MEMORY_KIND, Record, Source, source
from lib.settings import NAME

KINDS = ("official", "un", "ngo", "academic", "news", "reference")  # from near the origin to what others collected
_COUNTER, _OF_A_ROW, _RELAY, _OTHER = range(4)
_COUNTED_BY = ("counted_by", "organization", "pollster")  # columns of tables whose rows have counters of their own
_PASSED_ON = r"\bvia\b|/|\b(?:quoted|republished) by\b|\b(?:citing|quoting|relaying|republishing|summarizing)\b|\bon\b"
_RELAYS = re.compile(_PASSED_ON, re.IGNORECASE)
_PARTS = re.compile(rf"{_PASSED_ON}|[(),]", re.IGNORECASE)
_REPOSITORY = re.compile(r"\bgithub\b", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")


def strongest_first(catalog: Catalog, source_ids: Sequence[str], rows: Sequence[Row], counters: str = "") -> tuple[str, ...]:
    """The sources in the order in which they count for a reader who sees only a few of them.

    1. What is widely known without a page comes last, whoever it names.
    2. The publisher that `counters` names comes first: it published its own count. Next come the publisher that counted
       a row which rests on it (unless `counters` say that we counted), then those who pass on what such a named counter
       published ("… via …"). Names are compared by whole words, without case, signs and parentheses, and either may hold the other.
    3. Originals come before copies on other sites, copies before state media, and all of them before reference works,
       among which repositories of code count.
    4. Then by kind, as in `KINDS`; the United Nations go before governments where they are a counter.
    5. Among equals, one source of each publisher comes before a second one, and publishers that stand behind more of the
       rows come first, else the order stays as given.

    `rows` are those that rest on the sources. Raises KeyError for a source that is not in the data.
    """
    held = {source_id: source(catalog, source_id) for source_id in source_ids}
    counters_of: dict[str, set[str]] = defaultdict(set)
    behind: Counter[str] = Counter()
    for row in rows:
        named = set() if NAME in counters else {row.text(column) for column in _COUNTED_BY if column in row}
        behind.update({held[source_id].publisher for source_id in row.sources if source_id in held})
        for source_id in row.sources:
            counters_of[source_id] |= named
    kinds = _kinds(counters)

    def weakness(source_id: str) -> tuple[int, ...]:
        item = held[source_id]
        kind = "reference" if _REPOSITORY.search(item.publisher) else item.kind
        return (
            item.kind == MEMORY_KIND,
            _distance(item, counters, "; ".join(sorted(counters_of[source_id]))),
            kind == "reference",
            bool(item.state_media_of),
            catalog["sources"].row(source_id).flag("copy"),
            kinds.index(kind) if kind in kinds else len(kinds),
        )

    rank = {source_id: weakness(source_id) for source_id in held}
    seen: Counter[tuple[tuple[int, ...], str]] = Counter()
    turn = {}
    for source_id, item in held.items():
        turn[source_id] = seen[rank[source_id], item.publisher]
        seen[rank[source_id], item.publisher] += 1
    return tuple(sorted(held, key=lambda source_id: (rank[source_id], turn[source_id], -behind[held[source_id].publisher])))


def of_record(catalog: Catalog, record: Record) -> tuple[str, ...]:
    """The sources of a record, the strongest first."""
    return _of_record(catalog, record, language())


@lru_cache(maxsize=512)
def _of_record(catalog: Catalog, record: Record, _language: str) -> tuple[str, ...]:
    rows = tuple(catalog[table].row(key) for table, key in dict.fromkeys(record.rows))
    return strongest_first(catalog, record.source_ids, rows, str(record.counted_by))


def _kinds(counters: str) -> tuple[str, ...]:
    said = _words(counters)
    return ("un", *(kind for kind in KINDS if kind != "un")) if " un " in said or " united nations " in said else KINDS


def _distance(item: Source, counters: str, of_rows: str) -> int:
    """How far a publisher is from the count: the counter, the counter of a row, one who passes on the former, or another."""
    name = _IN_PARENTHESES.sub(" ", item.publisher)
    if not _RELAYS.search(name):
        own = name.split(",")[0]  # "Ministry of Unification, Republic of Korea"
        if _is_named(own, counters):
            return _COUNTER
        if _is_named(own, of_rows):
            return _OF_A_ROW
    return _RELAY if any(_is_named(part, counters) for part in _PARTS.split(item.publisher)) else _OTHER


def _is_named(publisher: str, counters: str) -> bool:
    """Whether one of these names holds the other. Words that are no names ("in press reports") are no counters."""
    wanted = _words(publisher)
    if wanted.isspace():
        return False
    parts = (part.strip().removeprefix("The ").removeprefix("the ") for part in re.split(r"[;,()]", counters))
    return wanted in _words(counters) or any(part and not part[0].islower() and _words(part) in wanted for part in parts)


def _words(text: str) -> str:
    """The words of a text with a space around each, to be searched for whole words."""
    return f" {' '.join(_WORD.findall(text.replace('U.S.', 'US').casefold()))} "
