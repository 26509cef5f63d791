"""Tables on policy: the latest decisions, what holds today, and the dates to come."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, first_day, last_day
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.topics.policy import JURISDICTIONS, KINDS, OWN_COUNT, group_of, list_confidence, state_words
from lib.topics.timeline import next_dates

# What can change with time: everything that is not a finished event, and not over.
STANDING = ("in_force", "pending", "vacant", "lapsed", "unknown")


def _day(catalog: Catalog, today: str) -> date:
    return first_day(today or catalog.last_check)


def _newest_first(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (first_day(row.text("date")), last_day(row.text("date")), row.key), reverse=True))


@exhibit_of("policy.log", page="policy")
def log(
    catalog: Catalog,
    jurisdiction: tuple[str, ...] = (),
    kind: str = "all",
    state: str = "all",
    since: str = "all",
    latest: str = "12",
    today: str = "",
) -> Exhibit:
    """The latest decisions that fit the filters, newest first, with why they matter; `latest` is how many, "0" for all."""
    day = _day(catalog, today)
    table = catalog["instruments"]
    fitting = _newest_first(
        table.where(
            lambda row: (
                (not jurisdiction or row["jurisdiction"] in jurisdiction)
                and kind in ("all", row["kind"])
                and (state == "all" or group_of(row, day) == state)
                and (since == "all" or last_day(row.text("date")) >= first_day(since))
            )
        )
    )
    shown = fitting[: int(latest)] if latest != "0" else fitting
    finding: Text = _("No decision fits")
    if fitting:
        newest = shown[0]
        finding = ngettext(
            "The one decision that fits: {title}, {date}",
            "The latest of {number} decisions: {title}, {date}",
            len(fitting),
            number=Number(len(fitting)),
            date=When(newest.text("date")),
            title=newest.text("title"),
        )
    return Exhibit(
        exhibit_id="policy.log",
        page="policy",
        title=_("Latest decisions"),
        takeaway=finding,
        subtitle=_(
            "{shown} of {all} shown, newest first; why it matters is our judgment", shown=Number(len(shown)), all=Number(len(fitting))
        ),
        chart=None,
        alt=_("A table of {number} decisions, newest first. {finding}.", number=Number(len(shown)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("jurisdiction", _("Where")),
            Column("title", _("Decision")),
            Column("kind", _("Kind")),
            Column("state", _("State")),
            Column("summary", _("What it says")),
            Column("relevance", _("Why it matters")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                JURISDICTIONS[row.text("jurisdiction")],
                row.text("title"),
                KINDS[row.text("kind")],
                state_words(row, day.isoformat()),
                row.text("summary"),
                row.text("relevance"),
                Confidence(row.text("confidence")).label,
            )
            for row in shown
        ),
        record=record_of(
            tuple(reversed(shown)) or table.rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Resolutions, laws, bills, sanctions, rulings, reports and meetings that bear on people who leave North Korea."),
            confidence=list_confidence(shown),
            not_counted=_("Forced returns, votes and penalties, which stand in tables of their own, and decisions we do not know of."),
        ),
        actions=("track-seoul-policy",),
        is_table=True,
    )


_COUNTED: dict[str, LazyText] = {
    "in_force": _("{number} in force"),
    "pending": _("{number} pending"),
    "vacant": _("{number} vacant"),
    "lapsed": _("{number} with a lapsed authorization"),
    "unknown": _("{number} disputed, unknown or known only to a past day"),
}


def _group_counts(rows: tuple[Row, ...], day: date) -> tuple[LazyText, ...]:
    groups = [group_of(row, day) for row in rows]
    return tuple(_COUNTED[name].filled(number=Number(groups.count(name))) for name in STANDING if name in groups)


@exhibit_of("policy.state_today", page="policy")
def state_today(catalog: Catalog, jurisdiction: tuple[str, ...] = (), state: str = "all", today: str = "") -> Exhibit:
    """What is in force, pending, vacant, lapsed, unknown or known only to a day; each with the date of the evidence."""
    day = _day(catalog, today)
    rows = catalog["instruments"].where(
        lambda row: (
            group_of(row, day) in STANDING
            and (not jurisdiction or row["jurisdiction"] in jurisdiction)
            and (state == "all" or group_of(row, day) == state)
        )
    )
    order = {name: index for index, name in enumerate(STANDING)}
    shown = tuple(sorted(_newest_first(rows), key=lambda row: order[group_of(row, day)]))
    finding: Text = _("Nothing in force, pending, vacant, lapsed or unknown fits")
    if shown:
        finding = _("Rules and posts on record: {parts}", parts=Listed(_group_counts(shown, day)))
    return Exhibit(
        exhibit_id="policy.state_today",
        page="policy",
        title=_("What holds today"),
        takeaway=finding,
        subtitle=_("as far as is known; past the end of a rule we say to which day it is known, not that it expired"),
        chart=None,
        alt=_("A table of {number} rules and posts by their state. {finding}.", number=Number(len(shown)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("title", _("Rule or post")),
            Column("jurisdiction", _("Where")),
            Column("state", _("State")),
            Column("as_of", _("Evidence of")),
            Column("relevance", _("Why it matters")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("title"),
                JURISDICTIONS[row.text("jurisdiction")],
                state_words(row, day.isoformat()),
                row.text("status_as_of") or _("not dated"),
                row.text("relevance"),
                Confidence(row.text("confidence")).label,
            )
            for row in shown
        ),
        record=record_of(
            tuple(sorted(shown, key=lambda row: row.text("status_as_of"))) or catalog["instruments"].rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Laws, rules, listings, bills and posts whose state can change, each with the day of the newest source behind it."),
            confidence=list_confidence(shown),
            not_counted=_("Finished events, replaced and ended rules, and anything that changed after the day given."),
        ),
        facts=("policy.in_force", "policy.vacant_posts"),
        actions=("us-reauthorize-nkhra", "check-travel-rules"),
        is_table=True,
    )


@exhibit_of("policy.calendar", page="policy")
def calendar(catalog: Catalog, today: str = "") -> Exhibit:
    """Dates to come from `today` on, soonest first, with what an advocate can do."""
    shown = next_dates(catalog, _day(catalog, today))
    finding: Text = _("No date to come is known")
    if shown and shown[0].when:
        finding = _("Next: {name}, {date}", name=shown[0].row.text("name"), date=When(shown[0].when))
    return Exhibit(
        exhibit_id="policy.calendar",
        page="policy",
        title=_("Dates to come"),
        takeaway=finding,
        subtitle=_("announced by law, rule or organizer, or expected from earlier years; check before you plan"),
        chart=None,
        alt=_("A table of {number} dates, soonest first. {finding}.", number=Number(len(shown)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("when", _("When")),
            Column("basis", _("Basis")),
            Column("name", _("What")),
            Column("body", _("Who")),
            Column("what_to_do", _("What you can do")),
        ),
        rows=tuple(
            (
                item.row.key,
                item.when or _("no fixed date"),
                _("announced") if item.announced else _("expected"),
                item.row.text("name"),
                item.row.text("body"),
                item.row.text("what_to_do"),
            )
            for item in shown
        ),
        record=record_of(
            tuple(item.row for item in reversed(shown)) or catalog["calendar"].rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_(
                "Yearly, recurring and single dates on which advocates can act. Yearly dates that have passed stand with their next year."
            ),
            confidence=list_confidence(tuple(item.row for item in shown)),
            not_counted=_("Dates that nobody has announced and that no earlier years suggest."),
            with_row_caveats=False,
        ),
        is_table=True,
    )
