"""What is not known or has grown old: read from the rows themselves, so that a gap closes when a row is filled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog
from lib.dates import When
from lib.freshness import Age, Freshness, series_ages
from lib.i18n import Text, _, ngettext
from lib.numbers import Number, Year
from lib.topics.standing import standing

MOST_RULES = 3


@dataclass(frozen=True)
class Gap:
    """One thing that is unknown: what, and since when or up to when it was known."""

    what: Text
    why: Text


def _unpublished_years(catalog: Catalog) -> list[Gap]:
    rows = catalog["arrivals_annual"].where(status="not_published")
    return [
        Gap(
            _("Arrivals in South Korea in {year}", year=Year(int(row.known("year")))),
            _("The Ministry of Unification has not published them where we could read them."),
        )
        for row in rows
    ]


def _rules_past_their_date(catalog: Catalog, today: date) -> list[Gap]:
    rows = catalog["instruments"].where(lambda row: row["status"] == "unknown_after" and row.text("known_until") <= today.isoformat())
    by_end = {(row.text("body"), row.text("known_until")): row for row in sorted(rows, key=lambda row: row.text("date"), reverse=True)}
    newest = sorted(by_end.values(), key=lambda row: row.text("known_until"), reverse=True)[:MOST_RULES]
    return [
        Gap(
            _("{title} ({body})", title=row.text("title"), body=row.text("body")),
            _("Known to {date}; whether it holds past that date is unknown.", date=When(row.text("known_until"))),
        )
        for row in newest
    ]


def _votes(catalog: Catalog) -> list[Gap]:
    rows = catalog["votes_hrc"].where(adopted_by="unknown")
    return [
        Gap(
            _("How the Human Rights Council adopted its {year} text", year=Year(int(row.known("year")))),
            _("Whether by vote or by consensus is not published where we could read it."),
        )
        for row in rows
    ]


def _missions(catalog: Catalog) -> list[Gap]:
    number = len(catalog["missions"].where(kind="embassy", status="unknown"))
    what = ngettext(
        "Whether {number} embassy in Pyongyang is staffed",
        "Whether {number} embassies in Pyongyang are staffed",
        number,
        number=Number(number),
    )
    return [Gap(what, _("No report says whether their staff left or came back."))] if number else []


def _organizations(catalog: Catalog, today: date) -> list[Gap]:
    number = len(catalog["organizations"].where(lambda row: standing(catalog, row, today).key == "unknown"))
    what = ngettext("What {number} organization does today", "What {number} organizations do today", number, number=Number(number))
    return [Gap(what, _("Nothing recent is known of them. That does not mean that they closed."))] if number else []


def gaps(catalog: Catalog, today: date) -> tuple[Gap, ...]:
    """The most important unknowns, in the order in which readers ask."""
    return (
        *_unpublished_years(catalog),
        *_missions(catalog),
        *_votes(catalog),
        *_rules_past_their_date(catalog, today),
        *_organizations(catalog, today),
    )


@dataclass(frozen=True)
class OldTable:
    """A table with series that are due or stale: how many of how many, and the age of the oldest of them."""

    title: str
    old: int
    series: int
    age: Age


def old_tables(catalog: Catalog, today: date) -> tuple[OldTable, ...]:
    """Tables with a series that is due or stale on `today`, stale ones first."""
    by_table: dict[str, list[Age]] = {}
    for series in series_ages(catalog, today):
        by_table.setdefault(series.table, []).append(series.age)
    found = []
    for name, ages in by_table.items():
        old = [age for age in ages if age.stale_from is not None]
        if old:
            found.append(OldTable(catalog[name].schema.title, len(old), len(ages), min(old, key=lambda age: age.as_of)))
    return tuple(sorted(found, key=lambda item: (item.age.state is not Freshness.STALE, item.title)))
