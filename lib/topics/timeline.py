"""The view of dated events and of dates to come.

Each event has one owner table; the table `timeline` only holds what no other table owns, and `timeline_twins` names the
owner of every event that once stood twice. Nothing is copied here: rows are read, put in order and handed on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import first_day, last_day
from lib.i18n import LazyText, _

TOPICS: dict[str, LazyText] = {
    "departures": _("people leaving and sent back"),
    "foreigners": _("foreigners and the border"),
    "information": _("information"),
    "policy": _("decisions"),
    "context": _("context"),
}


@dataclass(frozen=True)
class DatedEvent:
    """An event as its owner gives it; `date` is a partial ISO date, `topic` a key of `TOPICS`."""

    date: str
    title: str
    summary: str
    topic: str
    row: Row


@dataclass(frozen=True)
class _Owner:
    table: str
    topic: str
    title: str
    keep: Callable[[Catalog, Row], bool]


def _always(_catalog: Catalog, _row: Row) -> bool:
    return True


def _is_return(_catalog: Catalog, row: Row) -> bool:
    return row["kind"] == "return"


def _not_a_decision(catalog: Catalog, row: Row) -> bool:
    """Media events that restate the passing of a law are left to the table of decisions."""
    if not row["law_id"]:
        return True
    decision = catalog["laws"].row(row.text("law_id")).text("instrument_id")
    return not decision or catalog["instruments"].row(decision)["date"] != row["date"]


OWNERS: tuple[_Owner, ...] = (
    _Owner("timeline", "context", "event", _always),
    _Owner("departure_milestones", "departures", "title", _always),
    _Owner("forced_returns", "departures", "summary", _is_return),
    _Owner("border_events", "foreigners", "title", _always),
    _Owner("movements", "foreigners", "group", _always),
    _Owner("media_events", "information", "title", _not_a_decision),
    _Owner("instruments", "policy", "title", _always),
)


def events(catalog: Catalog, topics: tuple[str, ...] = (), since: str = "") -> tuple[DatedEvent, ...]:
    """All dated events of the given topics (all if none is named), newest first; rows without a date are left out."""
    found = [
        DatedEvent(row.text("date"), row.text(owner.title), row.text("summary"), owner.topic, row)
        for owner in OWNERS
        if not topics or owner.topic in topics
        for row in catalog[owner.table]
        if row["date"] and (not since or last_day(row.text("date")) >= first_day(since)) and owner.keep(catalog, row)
    ]
    return tuple(sorted(found, key=lambda event: (first_day(event.date), last_day(event.date), event.row.key), reverse=True))


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
