"""Organizations: how many are listed, active and unknown, by field. Table: `organizations` (see `lib.topics.standing`)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries
from lib.dates import When, first_day
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of, params_of
from lib.i18n import Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, Fact, Record, record_of
from lib.settings import read_settings
from lib.status import OLD_AFTER_MONTHS
from lib.topics.organization_audience import AUDIENCES
from lib.topics.standing import FOCUS, STATUS, standing
from lib.urlstate import Choice, Many, Param, Words

ANY = ("any", _("Any"))


@params_of("organizations")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page; the countries are those of the table."""
    countries = sorted({(row.text("hq_country"), row.text("iso2")) for row in catalog["organizations"] if row.text("iso2")})
    used = {key for row in catalog["organizations"] for key in row.items_of("focus")}
    return (
        Words("q", _("Search name or words")),
        Choice("focus", _("Field"), (ANY, *((key, words) for key, words in FOCUS.items() if key in used))),
        Choice("country", _("Seat"), (ANY, *((iso2, name) for name, iso2 in countries), ("none", _("Not stated")))),
        Choice("status", _("Status"), (ANY, *STATUS.items())),
        Many("audience", _("Who can take part"), tuple(AUDIENCES.items())),
        Choice("view", _("View"), (("cards", _("Cards")), ("table", _("Table")))),
    )


def _by_date(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.text("status_as_of")))


def _record(catalog: Catalog, rows: tuple[Row, ...], counted: Text, today: date | None = None) -> Record:
    """The record of a count of organizations; `today` is the day on which sources are called old, if that matters to it."""
    return record_of(
        _by_date(rows),
        as_of=today.isoformat() if today else str(catalog["organizations"].schema.inroads["last_check"]),
        counted_by=_("Inroads, from published sources"),
        counted=counted,
        not_counted=_(
            "Groups that publish nothing or that no source names are missing. A listing is not an endorsement, and an unknown status does "
            "not mean that a group has closed."
        ),
        confidence=Confidence.REPORTED,
        extra_caveats=(
            _(
                "Each status rests on what a source showed at its own date; {months} months later it counts as old.",
                months=Number(OLD_AFTER_MONTHS),
            ),
        ),
        with_row_caveats=False,
    )


def _count(catalog: Catalog, fact_id: str, label: Text, counted: Text, note: Text, today: date, state: str) -> Fact:
    """How many organizations are in a state on `today`: a source that is 18 months old by then counts as old."""
    table = catalog["organizations"]
    rows = tuple(row for row in table if standing(catalog, row, today).key == state)
    return Fact(
        fact_id,
        label,
        Quantity(value=len(rows), unit="groups"),
        _record(catalog, rows or table.rows, counted, today),
        context=_("of {total} listed", total=Number(len(table))),
        note=_("{note} Counted to {date}.", note=note, date=When(today.isoformat())),
    )


@fact_of("organizations.listed")
def listed(catalog: Catalog) -> Fact:
    """How many organizations are listed."""
    rows = catalog["organizations"].rows
    return Fact(
        "organizations.listed",
        _("Organizations listed"),
        Quantity(value=len(rows), unit="groups"),
        _record(catalog, rows, _("Organizations that work on North Korea and of which a public source says what they do.")),
        note=_("The list holds groups, programs and public bodies; a program with its own name counts by itself."),
    )


@fact_of("organizations.active")
def active(catalog: Catalog, today: date) -> Fact:
    """How many organizations a source shows as active in the last 18 months."""
    return _count(
        catalog,
        "organizations.active",
        _("Organizations known active"),
        _("Organizations that a source of the last {months} months shows as active.", months=Number(OLD_AFTER_MONTHS)),
        _("Organizations last seen active before that, and broadcasters that restarted on a small scale, are not counted."),
        today,
        "active",
    )


@fact_of("organizations.last_seen")
def last_seen(catalog: Catalog, today: date) -> Fact:
    """How many organizations were last seen active more than 18 months ago."""
    return _count(
        catalog,
        "organizations.last_seen",
        _("Organizations last seen active"),
        _("Organizations whose newest source shows them as active, but is more than {months} months old.", months=Number(OLD_AFTER_MONTHS)),
        _("They may well be active still: nobody has said so since."),
        today,
        "active_before",
    )


@fact_of("organizations.unknown")
def unknown(catalog: Catalog, today: date) -> Fact:
    """How many organizations nothing recent is known of."""
    return _count(
        catalog,
        "organizations.unknown",
        _("Organizations of unknown state"),
        _("Organizations of which no recent source says whether they are active."),
        _("This does not mean that they have closed."),
        today,
        "unknown",
    )


_DRAWN = (
    ("active", "active", ""),
    ("active_before", "paused", "/"),
    ("changed", "disputed", "x"),
    ("closed", "ended", "|"),
    ("unknown", "unknown", "."),
)


@exhibit_of("organizations.by_focus_status", page="organizations")
def by_focus_status(catalog: Catalog, today: str = "") -> Exhibit:
    """Organizations by what they work on and what is known of them on `today` (ISO date; empty for the day it is asked for)."""
    day, table = first_day(today) if today else read_settings().today(), catalog["organizations"]
    known = {row.key: standing(catalog, row, day).key for row in table}
    counts = {focus: Counter(known[row.key] for row in table if focus in row.items_of("focus")) for focus in FOCUS}
    order = tuple(sorted((focus for focus in FOCUS if counts[focus]), key=lambda focus: -counts[focus].total()))
    shown = [item for item in _DRAWN if any(counts[focus][item[0]] for focus in order)]
    series = tuple(
        BarSeries(STATUS[key], role, tuple(Bar(focus, counts[focus][key], focus) for focus in order if counts[focus][key]), pattern)
        for key, role, pattern in shown
    )
    states = Counter(known.values())
    first, last = counts[order[0]], counts[order[-1]]
    return Exhibit(
        exhibit_id="organizations.by_focus_status",
        page="organizations",
        title=_("Organizations by field and by what is known of them"),
        takeaway=_(
            "{active} of {total} listed organizations are known to be active; of {unknown} nothing recent is known",
            active=Number(states["active"]),
            total=Number(len(table)),
            unknown=Number(states["unknown"]),
        ),
        subtitle=_(
            "Number of organizations; one that works in several fields stands in each. Listed by Inroads; counted to {date}",
            date=When(day.isoformat()),
        ),
        chart=Bars(order, series, _("organizations"), horizontal=True, x_labels=tuple((key, FOCUS[key]) for key in order)),
        alt=_(
            "Bars of organizations by field. {most} has the most with {high}, of which {active} known to be active; {least} has the fewest "
            "with {low}.",
            most=FOCUS[order[0]],
            high=Number(first.total()),
            active=Number(first["active"]),
            least=FOCUS[order[-1]],
            low=Number(last.total()),
        ),
        columns=(
            Column("row", _("Field (key)")),
            Column("focus", _("Field")),
            *(Column(key, STATUS[key]) for key, _role, _pattern in shown),
            Column("total", _("All")),
        ),
        rows=tuple(
            (focus, FOCUS[focus], *(counts[focus][key] for key, _role, _pattern in shown), counts[focus].total()) for focus in order
        ),
        record=_record(
            catalog,
            table.rows,
            _("Listed organizations, once in each field that they work in, by what the newest source says of them."),
            day,
        ),
        actions=("check-before-you-give",),
        facts=("organizations.listed", "organizations.active", "organizations.unknown"),
    )
