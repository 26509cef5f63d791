"""What changed since a day: in the world, by dated events and statuses; in the data, by corrections and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, first_day
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.history import changes_since, corrections_since
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.status import status_words
from lib.topics.data_filters import SINCE, today
from lib.topics.data_tables import OWN_COUNT
from lib.topics.policy import state_words
from lib.topics.presence_words import STATUSES
from lib.topics.standing import standing
from lib.topics.timeline import events

PARTS: dict[str, LazyText] = {
    "event": _("event"),
    "status": _("status, by the day of its evidence"),
    "correction": _("corrected"),
    "added": _("rows added"),
    "changed": _("status changed in the data"),
    "removed": _("row removed"),
}
WORLD = ("event", "status")


@dataclass(frozen=True)
class Change:
    """One change: partial ISO date, a key of `PARTS`, what it is, more words, and its place; `row` is empty for many rows."""

    date: str
    part: str
    what: Text
    detail: Text
    table: str
    row: str = ""


def _after(text: str, day: date) -> bool:
    """Whether a partial date lies on or after a day as a whole."""
    return bool(text) and first_day(text) >= day


def _statuses(catalog: Catalog, day: date) -> Iterator[tuple[Row, str, Text]]:
    """Statuses whose evidence is dated since then, as (row, name column, words); not those behind a safeguarding note."""
    now = today()
    for row in catalog["missions"].where(lambda row: _after(row.text("status_as_of"), day)):
        yield row, "name", _("{status}, as of {date}", status=STATUSES[row.text("status")], date=When(row.text("status_as_of")))
    for row in catalog["efforts"].where(lambda row: _after(row.text("status_as_of"), day)):
        yield row, "name", status_words(row.text("status"), row.text("status_as_of"), now, row.text("status_note"))
    for row in catalog["organizations"].where(lambda row: _after(row.text("status_as_of"), day)):
        if not row.flag("safeguarding") and not row["status_effort_id"]:
            yield row, "name", standing(catalog, row, now).words
    for row in catalog["instruments"].where(lambda row: _after(row.text("status_as_of"), day) and not _after(row.text("date"), day)):
        yield row, "title", state_words(row, now.isoformat())


def in_the_world(catalog: Catalog, day: date) -> tuple[Change, ...]:
    """Events and statuses since a day, newest first; a month or a year counts if all of it lies after the day."""
    now = today()
    found = [
        Change(event.date, "event", event.title, "" if event.summary == event.title else event.summary, event.row.table, event.row.key)
        for event in events(catalog)
        if _after(event.date, day) and first_day(event.date) <= now
    ]
    found += [
        Change(row.text("status_as_of"), "status", row.text(name), words, row.table, row.key)
        for row, name, words in _statuses(catalog, day)
    ]
    return tuple(sorted(found, key=lambda change: (first_day(change.date), change.part == "event"), reverse=True))


def in_the_data(catalog: Catalog, day: date) -> tuple[Change, ...]:
    """Corrections, added and removed rows and changed statuses since a day, newest first; added rows are counted by table."""
    found = [
        Change(
            line.text("date"),
            "correction",
            _(
                "{column}: {old} became {new}",
                column=catalog[line.text("table")].schema.field(line.text("column")).title,
                old=line.text("old") or _("empty"),
                new=line.text("new") or _("empty"),
            ),
            line.text("why"),
            line.text("table"),
            line.text("row"),
        )
        for line in corrections_since(catalog, day)
    ]
    lines = changes_since(catalog, day)
    for (when, table), number in Counter((line.text("date"), line.text("table")) for line in lines if line["kind"] == "added").items():
        words = ngettext("{number} row added", "{number} rows added", number, number=Number(number))
        found.append(Change(when, "added", words, catalog[table].schema.title if table in catalog.tables else "", table))
    for line in lines:
        if line["kind"] == "status":
            words = _("{old} became {new}", old=line.text("old") or _("empty"), new=line.text("new") or _("empty"))
            found.append(Change(line.text("date"), "changed", words, "", line.text("table"), line.text("row")))
        elif line["kind"] == "removed":
            found.append(Change(line.text("date"), "removed", _("Row removed"), "", line.text("table"), line.text("row")))
    return tuple(sorted(found, key=lambda change: first_day(change.date), reverse=True))


@exhibit_of("data.changes", page="data")
def changes(catalog: Catalog, since: str = "") -> Exhibit:
    """What changed since a day (ISO date; empty for the default of the page), in the world and in the data."""
    day = first_day(since or SINCE.default)
    world, own = in_the_world(catalog, day), in_the_data(catalog, day)
    found = (*world, *own)
    count = Counter(change.part for change in found)
    finding: Text = _("Nothing on record has changed since {date}", date=When(day.isoformat()))
    if found:
        finding = _(
            "Since {date}: {events}, {statuses}, {corrections}",
            date=When(day.isoformat()),
            events=ngettext("{number} dated event", "{number} dated events", count["event"], number=Number(count["event"])),
            statuses=ngettext(
                "{number} status with newer evidence",
                "{number} statuses with newer evidence",
                count["status"],
                number=Number(count["status"]),
            ),
            corrections=ngettext(
                "{number} corrected value", "{number} corrected values", count["correction"], number=Number(count["correction"])
            ),
        )
    places = tuple(dict.fromkeys((change.table, change.row) for change in reversed(world))) or (
        ("instruments", catalog["instruments"].rows[-1].key),
    )
    return Exhibit(
        exhibit_id="data.changes",
        page="data",
        title=_("What changed"),
        takeaway=finding,
        subtitle=_("in the world by the date of the event or of its evidence; in the data by the day of the change"),
        chart=None,
        alt=_("A table of {number} changes, first in the world, then in the data. {finding}.", number=Number(len(found)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("kind", _("Kind")),
            Column("what", _("What")),
            Column("detail", _("More")),
            Column("table", _("Table")),
        ),
        rows=tuple(
            (change.row or change.table, change.date, PARTS[change.part], change.what, change.detail, change.table) for change in found
        ),
        record=record_of(
            tuple(catalog[table].row(key) for table, key in places),
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_(
                "Dated events and decisions, statuses whose evidence is dated since then, corrected values, and rows added, changed or removed."
            ),
            not_counted=_(
                "Events dated only by a month or a year that began before the day, and what happened without being reported or entered. A "
                "status may be older than its evidence."
            ),
            confidence=Confidence.REPORTED,
            with_row_caveats=False,
        ),
        is_table=True,
    )
