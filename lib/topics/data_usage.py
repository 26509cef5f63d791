"""Which facts and rows rest on a source or a row: a reverse index over the package and the registry, built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.exhibits import all_facts
from lib.provenance import Fact
from lib.settings import read_settings

Place = tuple[str, str]
# Facts about the package itself rest on all of it, which says nothing about a single source.
OWN = "data."


@dataclass(frozen=True, eq=False)
class Usage:
    """`facts_on_row` by (table, key); `facts_on_source` and `rows_on_source` by source id; all in a stable order."""

    facts_on_row: Mapping[Place, tuple[Fact, ...]]
    facts_on_source: Mapping[str, tuple[Fact, ...]]
    rows_on_source: Mapping[str, tuple[Row, ...]]


def usage(catalog: Catalog) -> Usage:
    """The index for today, since some facts change with the day."""
    return _index(catalog, read_settings().today())


@lru_cache(maxsize=2)
def _index(catalog: Catalog, _today: date) -> Usage:
    on_row: defaultdict[Place, list[Fact]] = defaultdict(list)
    on_source: defaultdict[str, list[Fact]] = defaultdict(list)
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for item in all_facts(catalog):
        if item.fact_id.startswith(OWN):
            continue
        for place in dict.fromkeys(item.record.rows):
            on_row[place].append(item)
        for source_id in item.record.source_ids:
            on_source[source_id].append(item)
    for table in catalog.tables.values():
        if "source_ids" in {field.name for field in table.schema.fields}:
            for row in table:
                for source_id in row.sources:
                    rows[source_id].append(row)
    return Usage(
        {place: tuple(found) for place, found in on_row.items()},
        {source_id: tuple(found) for source_id, found in on_source.items()},
        {source_id: tuple(found) for source_id, found in rows.items()},
    )


def guarded_sources(catalog: Catalog) -> frozenset[str]:
    """Sources of organizations with a safeguarding note: cited without a link."""
    return frozenset(key for row in catalog["organizations"].where(safeguarding=True) for key in row.sources)
