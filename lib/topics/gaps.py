"""What is not known or has grown old: read from the rows themselves, so that a gap closes when a row is filled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog
from lib.dates import When
from lib.freshness import Age, Freshness, table_ages
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


def old_tables(catalog: Catalog, today: date) -> tuple[tuple[str, Age], ...]:
    """Titles of tables that are due or stale on `today`, stale first, with their age."""
    ages = table_ages(catalog, today)
    old = [(catalog[name].schema.title, age) for name, age in ages.items() if age.state in (Freshness.DUE, Freshness.STALE)]
    return tuple(sorted(old, key=lambda item: (item[1].state is not Freshness.STALE, item[0])))
