"""The dates to come: how long until each, and when it fell in earlier years. Tables: `calendar`, `votes_unga`, `votes_hrc`."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog
from lib.dates import Period, When, first_day, last_day
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number, Quantity
from lib.provenance import Fact, record_of
from lib.topics.policy import OWN_COUNT, list_confidence
from lib.topics.timeline import NextDate, next_dates

# Yearly dates whose days in earlier years stand in a table of votes: table, column of the day, and which body.
_EARLIER = {
    "unga-third-committee-resolution": ("votes_unga", "committee_date", ""),
    "unga-plenary-vote": ("votes_unga", "date", ""),
    "hrc-resolution": ("votes_hrc", "date", "human_rights_council"),
}
_DAY = len("2026-11-22")


def days_until(item: NextDate, today: date) -> tuple[int, int] | None:
    """Days from `today` to the first and the last day that the date can mean, below zero for days past; None without a date."""
    if not item.when:
        return None
    return (first_day(item.when) - today).days, (last_day(item.when) - today).days


def timing(item: NextDate, today: date) -> LazyText:
    """How long it is until a date, in words; a month that has begun may hold a date that is already over."""
    span = days_until(item, today)
    if span is None:
        return _("no fixed date")
    low, high = span
    if low == high == 0:
        return _("today")
    if low == high:
        return ngettext("in {days} day", "in {days} days", low, days=Number(low))
    if low <= 0:
        if len(item.when) == len("2026"):
            return _("this year, day not known; it may already be over")
        return _("this month, day not known; it may already be over")
    return _("in {low}–{high} days, day not known", low=Number(low), high=Number(high))


def usual_days(catalog: Catalog, item: NextDate) -> Period | None:
    """The days between which a yearly vote fell in earlier years, carried to the year of the date; None where unknown."""
    if item.row.key not in _EARLIER or not item.when:
        return None
    table, column, body = _EARLIER[item.row.key]
    days = sorted(row.text(column)[4:] for row in catalog[table] if len(row.text(column)) == _DAY and (not body or row["body"] == body))
    year = item.when[:4]
    return Period(f"{year}{days[0]}", f"{year}{days[-1]}") if days else None


def next_with_day(catalog: Catalog, today: date) -> NextDate | None:
    """The next date whose day is known."""
    return next((item for item in next_dates(catalog, today) if len(item.when) == _DAY), None)


def maybe_over(catalog: Catalog, today: date) -> tuple[NextDate, ...]:
    """Dates expected in the running month or year without a known day: they may be ahead or already over."""
    spans = ((item, days_until(item, today)) for item in next_dates(catalog, today))
    return tuple(item for item, span in spans if span and span[0] <= 0 < span[1])


@fact_of("policy.days_to_next")
def days_to_next(catalog: Catalog, today: date) -> Fact:
    """Days from today to the next date in the calendar whose day is known."""
    item = next_with_day(catalog, today)
    return Fact(
        "policy.days_to_next",
        _("Days to next date to act on"),
        Quantity((first_day(item.when) - today).days if item else None, unit="days"),
        record_of(
            (item.row,) if item else catalog["calendar"].rows,
            as_of=today.isoformat(),
            counted_by=_("Inroads, from the calendar"),
            counted=_(
                "Days from {today} to the next date on which an advocate can act and whose day is known.", today=When(today.isoformat())
            ),
            not_counted=_("Dates known only by their month, which may come sooner."),
        ),
        context=_("{date}", date=When(item.when)) if item else "",
        note=_(
            "Counted from {today} to {date}: {name}.",
            today=When(today.isoformat()),
            name=item.row.text("name"),
            date=When(item.when),
        )
        if item
        else "",
    )


def _finding(shown: tuple[NextDate, ...], catalog: Catalog, today: date) -> Text:
    item = next_with_day(catalog, today)
    if item is None:
        return _("No date to come is known to the day") if shown else _("No date to come is known")
    return _(
        "From {today} on, the next date known to the day is {date}: {name}",
        today=When(today.isoformat()),
        date=When(item.when),
        name=item.row.text("name"),
    )


@exhibit_of("policy.calendar", page="policy")
def calendar(catalog: Catalog, today: str = "") -> Exhibit:
    """Dates to come from `today` on, soonest first, with how long it is until then and what an advocate can do."""
    day = first_day(today or catalog.last_check)
    shown = next_dates(catalog, day)
    finding = _finding(shown, catalog, day)
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
            Column("timing", _("How long until then, from {date} on", date=When(day.isoformat()))),
            Column("basis", _("Basis")),
            Column("name", _("What")),
            Column("body", _("Who")),
            Column("what_to_do", _("What you can do")),
            Column("caveat", _("Read before you plan")),
        ),
        rows=tuple(
            (
                item.row.key,
                item.when or _("no fixed date"),
                timing(item, day),
                _("announced") if item.announced else _("expected"),
                item.row.text("name"),
                item.row.text("body"),
                item.row.text("what_to_do"),
                item.row.text("caveat") or "–",
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
        facts=("policy.days_to_next",),
        is_table=True,
    )
