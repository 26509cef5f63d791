"""What is not known: read from the rows themselves, so that a gap closes when a row is filled.

Questions that no column can hold stand in the table `unknowns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number, Year
from lib.topics.policy import OFFICES, state_of, vacancies
from lib.topics.standing import standing

GAP_TOPICS: dict[str, LazyText] = {
    "departures": _("people leaving and sent back"),
    "foreigners": _("foreigners in Pyongyang"),
    "costs": _("costs"),
    "actions": _("organizations"),
    "information": _("information"),
    "policy": _("decisions"),
    "context": _("life inside and work abroad"),
}
# Bodies that are no more, and who would answer in their place.
SUCCESSORS: dict[str, LazyText] = {"UN Commission on Human Rights": _("UN Human Rights Council.")}
MOST_RULES = 3  # in the short form
NEVER = _("never known")
DIFFERS = _("differs from row to row")


@dataclass(frozen=True)
class Gap:
    """One thing that is not known.

    `known_until` is the partial ISO date of the latest knowledge, or words where there is no single date. `rows` are the
    (table, key) pairs that the gap rests on; `headline` marks what the short form shows.
    """

    gap_id: str
    topic: str
    what: Text
    why: Text
    known_until: Text
    who: Text
    rows: tuple[tuple[str, str], ...]
    headline: bool = False


def _places(rows: tuple[Row, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((row.table, row.key) for row in rows)


def _unpublished_years(catalog: Catalog) -> list[Gap]:
    rows = catalog["arrivals_annual"].where(status="not_published")
    return [
        Gap(
            row.key,
            "departures",
            _("Arrivals in South Korea in {year}", year=Year(int(row.known("year")))),
            _("The Ministry of Unification has not published them where we could read them."),
            f"{int(row.known('year')) - 1}-12-31",
            _("Ministry of Unification (South Korea)."),
            _places((row,)),
            headline=True,
        )
        for row in rows
    ]


def _rules_past_their_date(catalog: Catalog, today: date) -> list[Gap]:
    rows = catalog["instruments"].where(lambda row: bool(row["known_until"]) and state_of(row, today) == "unknown_after")
    rows = tuple(row for row in rows if row.text("known_until") <= today.isoformat())
    by_end = {(row.text("body"), row.text("known_until")): row for row in sorted(rows, key=lambda row: row.text("date"))}
    newest = sorted(by_end.values(), key=lambda row: row.text("known_until"), reverse=True)
    return [
        Gap(
            row.key,
            "policy",
            _("Whether it still holds: {title}", title=row.text("title")),
            _("Known to {date}; whether it holds past that date is unknown.", date=When(row.text("known_until"))),
            row.text("known_until"),
            SUCCESSORS.get(row.text("body"), f"{row.text('body')}."),
            _places((row,)),
            headline=index < MOST_RULES,
        )
        for index, row in enumerate(newest)
    ]


def _votes(catalog: Catalog) -> list[Gap]:
    gaps = []
    for row in catalog["votes_hrc"].where(adopted_by="unknown"):
        decision = catalog["instruments"].row(row.text("instrument_id"))
        gaps.append(
            Gap(
                row.key,
                "policy",
                _("How the Human Rights Council adopted its {year} text", year=Year(int(row.known("year")))),
                _("Whether by vote or by consensus is not published where we could read it."),
                decision.text("status_as_of"),
                _("UN Human Rights Council."),
                _places((row, decision)),
                headline=True,
            )
        )
    return gaps


def _decisions(catalog: Catalog) -> list[Gap]:
    """Decisions of which nobody says what became of them; those behind an open vote stand with the votes."""
    behind_votes = {row["instrument_id"] for row in catalog["votes_hrc"].where(adopted_by="unknown")}
    rows = catalog["instruments"].where(lambda row: row["status"] == "unknown" and row.key not in behind_votes)
    return [
        Gap(
            row.key,
            "policy",
            _("What became of the decision: {title}", title=row.text("title")),
            row.text("caveat") or _("Its outcome is unknown."),
            row.text("status_as_of"),
            f"{row.text('body')}.",
            _places((row,)),
        )
        for row in sorted(rows, key=lambda row: row.text("status_as_of"), reverse=True)
    ]


def _posts(catalog: Catalog) -> list[Gap]:
    return [
        Gap(
            row.key,
            "policy",
            _("Whether the post is filled: {post}", post=OFFICES[row.text("role")]),
            _("The post is for human rights in North Korea. It was vacant when last seen."),
            row.text("as_of"),
            _("The government or body that fills the post."),
            _places((row,)),
        )
        for row in vacancies(catalog)
    ]


def _missions(catalog: Catalog) -> list[Gap]:
    unknown = catalog["missions"].where(status="unknown")
    embassies = tuple(row for row in unknown if row["kind"] == "embassy")
    others = tuple(row for row in unknown if row["kind"] != "embassy")
    gaps = []
    if embassies:
        what = ngettext(
            "Whether {number} embassy in Pyongyang is staffed",
            "Whether {number} embassies in Pyongyang are staffed",
            len(embassies),
            number=Number(len(embassies)),
        )
        why = _("No report says whether their staff left or came back.")
        who = _("The foreign ministries of these countries.")
        gaps.append(Gap("embassies-unknown", "foreigners", what, why, DIFFERS, who, _places(embassies), headline=True))
    if others:
        what = ngettext(
            "Whether {number} foreign office in Pyongyang has foreign staff",
            "Whether {number} foreign offices in Pyongyang have foreign staff",
            len(others),
            number=Number(len(others)),
        )
        why = _("They are aid groups, agencies and news bureaus of which nothing recent is known.")
        who = _("The organizations and news agencies themselves.")
        gaps.append(Gap("offices-unknown", "foreigners", what, why, DIFFERS, who, _places(others)))
    return gaps


def _channels(catalog: Catalog) -> list[Gap]:
    rows = catalog["efforts"].where(status="unknown")
    what = ngettext(
        "Whether {number} channel into the country still runs",
        "Whether {number} channels into the country still run",
        len(rows),
        number=Number(len(rows)),
    )
    why = _("Stations and senders of drives, leaflets or bottles of which nothing recent is known.")
    return [Gap("channels-unknown", "information", what, why, DIFFERS, _("Their operators."), _places(rows))] if rows else []


def _organizations(catalog: Catalog, today: date) -> list[Gap]:
    rows = catalog["organizations"].where(lambda row: standing(catalog, row, today).key == "unknown")
    number = len(rows)
    what = ngettext("What {number} organization does today", "What {number} organizations do today", number, number=Number(number))
    why = _("Nothing recent is known of them. That does not mean that they closed.")
    who = _("The organizations themselves.")
    return [Gap("organizations-unknown", "actions", what, why, DIFFERS, who, _places(rows), headline=True)] if rows else []


def _questions(catalog: Catalog) -> list[Gap]:
    return [
        Gap(
            row.key,
            row.text("topic"),
            row.text("question"),
            row.text("known"),
            row.text("known_until") or NEVER,
            row.text("who_could_know"),
            tuple((table, key) for table, _slash, key in (place.partition("/") for place in row.items_of("rests_on"))),
        )
        for row in catalog["unknowns"]
    ]


@lru_cache(maxsize=4)
def gaps(catalog: Catalog, today: date) -> tuple[Gap, ...]:
    """Every gap, by topic; inside a topic those that most readers ask about come first."""
    found = [
        *_unpublished_years(catalog),
        *_missions(catalog),
        *_votes(catalog),
        *_rules_past_their_date(catalog, today),
        *_organizations(catalog, today),
        *_questions(catalog),
        *_decisions(catalog),
        *_posts(catalog),
        *_channels(catalog),
    ]
    order = list(GAP_TOPICS)
    return tuple(sorted(found, key=lambda gap: order.index(gap.topic)))


def headlines(catalog: Catalog, today: date) -> tuple[Gap, ...]:
    """The gaps of the short form."""
    return tuple(gap for gap in gaps(catalog, today) if gap.headline)
