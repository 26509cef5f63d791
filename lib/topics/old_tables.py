"""Tables that have grown old: with series past the rhythm of their origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog
from lib.freshness import Age, Freshness, series_ages


@dataclass(frozen=True)
class OldTable:
    """A table with series that are due or stale: how many of how many, and the age of the oldest of them."""

    name: str
    title: str
    old: int
    series: int
    age: Age


@lru_cache(maxsize=4)
def old_tables(catalog: Catalog, today: date) -> tuple[OldTable, ...]:
    """Tables with a series that is due or stale on `today`, stale ones first."""
    by_table: dict[str, list[Age]] = {}
    for series in series_ages(catalog, today):
        by_table.setdefault(series.table, []).append(series.age)
    found = []
    for name, ages in by_table.items():
        old = [age for age in ages if age.stale_from is not None]
        if old:
            found.append(OldTable(name, catalog[name].schema.title, len(old), len(ages), min(old, key=lambda age: age.as_of)))
    return tuple(sorted(found, key=lambda item: (item.age.state is not Freshness.STALE, item.title)))
