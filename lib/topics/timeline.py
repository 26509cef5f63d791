"""The view of dated events and of dates to come.

Each event has one owner table; the table `timeline` only holds what no other table owns, and `timeline_twins` names the
owner of every event that once stood twice. Nothing is copied here: rows are read, put in order and handed on. An event
that two owners tell stands once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import first_day, last_day
from lib.i18n import LazyText, Text, _
from lib.topics.presence_words import DIRECTIONS

TOPICS: dict[str, LazyText] = {
    "departures": _("People leaving and sent back"),
    "border": _("Border, travel and tourism"),
    "foreigners": _("Foreigners coming and going"),
    "information": _("Information"),
    "policy": _("Laws, decisions, diplomacy"),
    "context": _("Conditions in the country"),
}


@dataclass(frozen=True, eq=False)
class DatedEvent:
    """An event as its owner gives it; made once per catalog, so it is compared by identity.

    `date` is a partial ISO date, `basis` says whether it is stated, inferred or nominal, `topic` is a key of `TOPICS`,
    `row` is the owner's, and `retold` are rows of other tables that tell the same event.
    """

    date: str
    basis: str
    title: Text
    summary: str
    topic: str
    row: Row
    retold: tuple[Row, ...] = ()


@dataclass(frozen=True)
class _Owner:
    table: str
    topic: str
    title: Callable[[Row], Text]
    keep: Callable[[Catalog, Row], bool]


def _always(_catalog: Catalog, _row: Row) -> bool:
    return True


def _is_return(catalog: Catalog, row: Row) -> bool:
    """Single returns; where two counts of one return are kept, the event stands once, with the first of them."""
    if row["kind"] != "return" or not row["event_id"]:
        return row["kind"] == "return"
    return catalog["forced_returns"].where(kind="return", event_id=row["event_id"])[0].key == row.key


def _not_a_decision(catalog: Catalog, row: Row) -> bool:
    """Media events that restate the passing of a law are left to the table of decisions."""
    if not row["law_id"]:
        return True
    decision = catalog["laws"].row(row.text("law_id")).text("instrument_id")
    return not decision or catalog["instruments"].row(decision)["date"] != row["date"]


def _named(column: str) -> Callable[[Row], Text]:
    return lambda row: row.text(column)


def _move_title(row: Row) -> Text:
    return _("{direction}: {group}", direction=DIRECTIONS[row.text("direction")], group=row.text("group"))


def _return_title(row: Row) -> Text:
    return _("People sent back from {country}", country=row.text("from_country"))


OWNERS: tuple[_Owner, ...] = (
    _Owner("timeline", "context", _named("event"), _always),
    _Owner("departure_milestones", "departures", _named("title"), _always),
    _Owner("forced_returns", "departures", _return_title, _is_return),
    _Owner("border_events", "border", _named("title"), _always),
    _Owner("movements", "foreigners", _move_title, _always),
    _Owner("media_events", "information", _named("title"), _not_a_decision),
    _Owner("instruments", "policy", _named("title"), _always),
)
# Tables that own events without being lists of events: `timeline_twins` names their rows and says what happened.
_TWIN_TOPICS = {
    "arrivals_annual": "departures",
    "forced_returns": "departures",
    "presence_counts": "foreigners",
    "indicators": "context",
    "office_holders": "policy",
    "votes_unga": "policy",
    "votes_hrc": "policy",
}
# Kinds of events of two tables that belong to another topic than the rest of their table.
_OF_CATEGORY = {"border": "border", "escape": "departures", "information": "information", "law": "policy", "diplomacy": "policy"}
_OF_MILESTONE = {"border": "border", "context": "context"}
# Rows that tell an event which a row of another table owns, on the same date: (table, key) of both, the owner second.
RETOLD: dict[tuple[str, str], tuple[str, str]] = {
    ("border_events", "us-passport-restriction-2017"): ("instruments", "us-travel-ban-2017"),
    ("instruments", "kp-border-order-2020"): ("border_events", "shoot-on-sight-order-2020"),
    ("instruments", "kr-speakers-resume-2024"): ("media_events", "loudspeakers-restart-2024-06"),
    ("instruments", "kr-speakers-removed-2025"): ("media_events", "loudspeakers-removed-2025-08-05"),
    ("instruments", "us-rfa-resume-2026"): ("media_events", "radio-free-asia-announces-a-korean-restart-2026-01-15"),
    ("instruments", "us-voa-resume-2025"): ("media_events", "some-voice-of-america-korean-airtime-returns-2025-08-28"),
    ("media_events", "authorization-of-the-us-human-rights-act-lapses-2022-09-30"): ("instruments", "us-nkhra-lapse-2022"),
    ("movements", "barred-foreign-residents-2020"): ("border_events", "covid-confinement-2020"),
    ("movements", "returned-china-2023"): ("border_events", "first-diplomats-2023"),
    ("movements", "tourists-russia-2024-02"): ("border_events", "tours-russians-2024"),
    ("movements", "tourists-western-2025-02"): ("border_events", "rason-tourism-2025"),
    ("movements", "visitors-marathon-2025"): ("border_events", "marathon-2025"),
}


def _topic_of(owner: _Owner, row: Row) -> str:
    if owner.table == "timeline":
        return _OF_CATEGORY.get(row.text("category"), owner.topic)
    if owner.table == "departure_milestones":
        return _OF_MILESTONE.get(row.text("category"), owner.topic)
    return owner.topic


def _retelling(catalog: Catalog, row: Row) -> tuple[Row, ...]:
    """Rows that tell the event of this row once more: of other tables, or the second count of one forced return."""
    others = [catalog[table].row(key) for (table, key), owner in RETOLD.items() if owner == (row.table, row.key)]
    if row.table == "forced_returns" and row["event_id"]:
        others += [item for item in catalog["forced_returns"].where(kind="return", event_id=row["event_id"]) if item.key != row.key]
    return tuple(others)


def _from_owners(catalog: Catalog) -> list[DatedEvent]:
    return [
        DatedEvent(
            date=row.text("date"),
            basis=row.text("date_basis"),
            title=owner.title(row),
            summary=row.text("summary"),
            topic=_topic_of(owner, row),
            row=row,
            retold=_retelling(catalog, row),
        )
        for owner in OWNERS
        for row in catalog[owner.table]
        if row["date"] and (row.table, row.key) not in RETOLD and owner.keep(catalog, row)
    ]


def _from_twins(catalog: Catalog) -> list[DatedEvent]:
    """Events whose owner is a row of figures, a vote or a post."""
    listed = {owner.table for owner in OWNERS}
    found = []
    for twin in catalog["timeline_twins"]:
        table, key = twin.text("owner_table"), twin.text("owner_key")
        row = catalog[table].row(key)
        if table not in listed or row.get("kind") == "period_total":
            found.append(DatedEvent(twin.text("timeline_date"), "stated", twin.text("timeline_words"), "", _TWIN_TOPICS[table], row))
    return found


@lru_cache(maxsize=4)
def _all_events(catalog: Catalog) -> tuple[DatedEvent, ...]:
    found = _from_owners(catalog) + _from_twins(catalog)
    return tuple(sorted(found, key=lambda event: (first_day(event.date), last_day(event.date), event.row.key), reverse=True))


def events(catalog: Catalog, topics: tuple[str, ...] = (), since: str = "") -> tuple[DatedEvent, ...]:
    """All dated events of the given topics (all if none is named), newest first; rows without a date are left out."""
    return tuple(
        event
        for event in _all_events(catalog)
        if (not topics or event.topic in topics) and (not since or last_day(event.date) >= first_day(since))
    )


@dataclass(frozen=True)
class NextDate:
    """A date to come: its row of the table `calendar`, and when it falls next.

    `announced` is False for dates inferred from earlier years. `when` is empty where nobody can say.
    """

    row: Row
    when: str
    announced: bool


def _rolled(row: Row, today: date) -> NextDate | None:
    """The next occurrence on or after `today`: yearly dates move on by whole years, single dates that passed are dropped."""
    when = row.text("next_expected")
    if not when:
        return NextDate(row, "", announced=False)
    announced = row["next_basis"] == "announced"
    years = 0
    while last_day(when) < today:
        if row["recurrence"] != "yearly":
            return None
        years += 1
        when = f"{int(when[:4]) + 1:04d}{when[4:]}"
    # A deadline or a session moves with its year only by habit; a fixed day of the calendar stays fixed.
    return NextDate(row, when, announced and (not years or row["kind"] in ("day", "week")))


def next_dates(catalog: Catalog, today: date) -> tuple[NextDate, ...]:
    """Dates to come, soonest first; a month without a day stands at its end, dates nobody can say stand last."""
    found = [item for row in catalog["calendar"] if (item := _rolled(row, today))]
    return tuple(sorted(found, key=lambda item: (not item.when, last_day(item.when) if item.when else date.max, item.row.key)))
