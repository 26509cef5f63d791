"""The exhibit of groups of foreigners who left, came, were expelled or kept in or out. Table: `movements` (people)."""

from __future__ import annotations

from collections.abc import Sequence

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.dates import When, last_day
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.presence_words import DIRECTIONS, HOW, VISITS, ShortMonth, cut, said

_SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "star")
# Students, visitors and tourists come and go: they are no return of staff.
_VISITORS = frozenset({"students", "short_visit", "sports_event", "tourists"})


def people(row: Row, unit: str = "") -> Quantity:
    """How many people the group had, or from how many to how many where reports differ."""
    return row_quantity(row, unit, "people", "people_low", "people_high")


def _label(row: Row) -> LazyText:
    names = row.text("country_or_org").split(", ")
    short = cut(names[0].split(" (")[0], 20)
    when = ShortMonth(row.text("date"))
    if len(names) > 1 and len(short) <= 14:
        return _("{when} · {name} and others", when=when, name=short)
    return _("{when} · {name}", when=when, name=short)


def _way(row: Row) -> str:
    return f"visit:{row.text('visit_kind')}" if row.text("direction") == "returned" else f"how:{row.text('how')}"


def _way_words(way: str) -> Text:
    kind, _sep, key = way.partition(":")
    return VISITS[key] if kind == "visit" else HOW[key]


def _role(direction: str, way: str) -> str:
    return "context" if way.partition(":")[2] in _VISITORS else direction


def _series(rows: Sequence[Row], direction: str) -> tuple[MarkSeries, ...]:
    ways = [way for way in (*(f"how:{key}" for key in HOW), *(f"visit:{key}" for key in VISITS)) if any(_way(row) == way for row in rows)]
    return tuple(
        MarkSeries(
            _way_words(way),
            _role(direction, way),
            tuple(_mark(row) for row in rows if _way(row) == way),
            _SHAPES[at % len(_SHAPES)],
        )
        for at, way in enumerate(ways)
    )


def _mark(row: Row) -> Mark:
    size = people(row)
    return Mark(
        x=row.key, ref=row.key, value=size.value, low=size.low, high=size.high,
        hollow=row.text("confidence") == Confidence.DISPUTED, label=said(size if size.low is None else Quantity(low=size.low, high=size.high)),
        hover=_("{group}, {when}", group=row.text("group"), when=When(row.text("date"))),
    )  # fmt: skip


def _takeaway(rows: Sequence[Row], direction: str) -> LazyText:
    if not rows:
        return _("No group of known size fits these filters")
    largest = max(rows, key=lambda row: (people(row).bounds or (0.0, 0.0))[1])
    n, size, when = len(rows), people(largest), When(largest.text("date")[:7])
    number = Number(n)
    return {
        "left": ngettext(
            "{number} group of known size left, of {people} people in {when}",
            "{number} groups of known size left, the largest of {people} people in {when}",
            n, number=number, people=size, when=when,
        ),
        "returned": ngettext(
            "{number} group of known size came or came back, of {people} people in {when}",
            "{number} groups of known size came or came back, the largest of {people} people in {when}",
            n, number=number, people=size, when=when,
        ),
        "expelled": ngettext(
            "{number} group of known size was expelled, of {people} people in {when}",
            "{number} groups of known size were expelled, the largest of {people} people in {when}",
            n, number=number, people=size, when=when,
        ),
        "barred": ngettext(
            "{number} group of known size was kept in or kept out, of {people} people in {when}",
            "{number} groups of known size were kept in or kept out, the largest of {people} people in {when}",
            n, number=number, people=size, when=when,
        ),
    }[direction]  # fmt: skip


def _cells(row: Row) -> tuple[Cell, ...]:
    size = people(row)
    kind = row.text("visit_kind")
    return (
        row.key, row.text("date"), row.text("group"), row.text("country_or_org"), DIRECTIONS[row.text("direction")],
        VISITS[kind] if kind else "–", size.value, size.low, size.high, said(size), HOW[row.text("how")], row.text("summary"),
    )  # fmt: skip


@exhibit_of("foreigners.groups_leaving", page="foreigners")
def groups_leaving(catalog: Catalog, direction: str = "left") -> Exhibit:
    """Groups with their number of people and how they traveled; groups of unknown size are counted, not drawn."""
    every = sorted(catalog["movements"].where(direction=direction), key=lambda row: last_day(row.text("date")))
    # A formal closing with nobody there is no group.
    groups = [row for row in every if row["people"] != 0]
    rows = [row for row in groups if people(row).known]
    unsized = len(groups) - len(rows)
    takeaway = _takeaway(rows, direction)
    undrawn = ngettext(
        "{number} group of unknown size is not drawn", "{number} groups of unknown size are not drawn", unsized, number=Number(unsized)
    )
    chart = Ladder(tuple(row.key for row in rows), tuple((row.key, _label(row)) for row in rows), _series(rows, direction), _("people"))
    base = tuple(rows or catalog["movements"].rows)
    return Exhibit(
        "foreigners.groups_leaving", "foreigners", _("Groups of foreigners: how many people, and how they traveled"), takeaway,
        _("people in each group, as reported; {undrawn}", undrawn=undrawn) if unsized else _("people in each group, as reported"),
        chart if rows else None,
        _("One line per group, in order of date, with its number of people. {finding}.", finding=takeaway),
        (
            Column("row", _("Row")), Column("date", _("Date")), Column("group", _("Group")), Column("country_or_org", _("From")),
            Column("direction", _("Direction")), Column("visit_kind", _("What kind of coming")), Column("people", _("People")),
            Column("people_low", _("Lowest")), Column("people_high", _("Highest")), Column("qualifier", _("As stated")),
            Column("how", _("How")), Column("summary", _("What is known")),
        ),
        tuple(_cells(row) for row in rows),
        record_of(
            base, as_of=base[-1].text("date"), counted_by=_("Embassies, ministries and news media, group by group"),
            counted=_("People in one group at one time. A range stands where reports differ."),
            not_counted=_("Groups of unknown size, departures that nobody reported, and local staff. The numbers do not add up to all who left."),
        ),
        facts=("presence.last_un_ngo_left",),
    )  # fmt: skip
