"""The tables of the package: how many rows, how fresh, and four facts about the package as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row, Table
from lib.dates import When, first_day, last_day
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of
from lib.freshness import Freshness, SeriesAge, latest_date, series_ages
from lib.i18n import Joined, LazyText, Text, _, ngettext
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, Fact, Record

OWN_COUNT = _("Inroads, from its own tables")
TOPIC_TITLES: dict[str, LazyText] = {
    "departures": _("Departures"),
    "foreigners": _("Foreigners"),
    "costs": _("Costs"),
    "actions": _("Actions and organizations"),
    "information": _("Information"),
    "policy": _("Policy"),
    "claims": _("Claims"),
    "context": _("Context"),
    "sources": _("Sources"),
    "package": _("The package itself"),
}
_COUNTED: dict[Freshness, LazyText] = {
    Freshness.FRESH: _("{number} up to date"),
    Freshness.DUE: _("{number} due"),
    Freshness.STALE: _("{number} stale"),
    Freshness.CLOSED: _("{number} closed"),
    Freshness.IRREGULAR: _("{number} irregular"),
    Freshness.UNDATED: _("{number} not dated"),
}


@dataclass(frozen=True)
class TableState:
    """A table of the package and the age of each of its series on a day."""

    table: Table
    series: tuple[SeriesAge, ...]

    @property
    def words(self) -> Text | Joined:
        """The age in short: of the one series, or how many series are in which state."""
        if len(self.series) == 1:
            return self.series[0].age.words()
        counts = Counter(item.age.state for item in self.series)
        return Joined(tuple(_COUNTED[state].filled(number=Number(counts[state])) for state in Freshness if counts[state]), separator=", ")

    @property
    def is_old(self) -> bool:
        """Whether a series is due or stale."""
        return any(item.age.stale_from is not None for item in self.series)


@lru_cache(maxsize=4)
def table_states(catalog: Catalog, today: date) -> tuple[TableState, ...]:
    """All tables, by topic and title; the table of sources and those about the package stand last."""
    found: dict[str, list[SeriesAge]] = {name: [] for name in catalog.tables}
    for item in series_ages(catalog, today):
        found[item.table].append(item)
    order = list(TOPIC_TITLES)
    states = (TableState(table, tuple(found[table.name])) for table in catalog.tables.values())
    return tuple(sorted(states, key=lambda item: (order.index(topic_of(item.table)), item.table.schema.title)))


def topic_of(table: Table) -> str:
    """The topic that a table is listed under, a key of `TOPIC_TITLES`."""
    topic = str(table.schema.inroads["topic"])
    return topic if topic in TOPIC_TITLES else "package"


def _graded(catalog: Catalog) -> tuple[Table, ...]:
    """Tables whose rows say how sure they are: the observations."""
    return tuple(table for table in catalog.tables.values() if "confidence" in {field.name for field in table.schema.fields})


def _newest(catalog: Catalog, table: Table) -> Row:
    column = table.schema.inroads.get("date_field")
    dated = [row for row in table if column and row.text(column) and first_day(row.text(column)) <= last_day(catalog.last_check)]
    return max(dated, key=lambda row: last_day(row.text(str(column))), default=table.rows[-1])


def _record(catalog: Catalog, counted: Text, not_counted: Text) -> Record:
    """A record over the whole package: it names one row of each table, since all rows would fill the page."""
    rows = tuple(_newest(catalog, table) for table in _graded(catalog))
    return Record(
        as_of=catalog.last_check,
        confidence=Confidence.VERIFIED,
        counted_by=OWN_COUNT,
        counted=counted,
        not_counted=not_counted,
        source_ids=tuple(dict.fromkeys(source_id for row in rows for source_id in row.sources)),
        rows=tuple((row.table, row.key) for row in rows),
        caveats=(_("Of each table only the newest row and its sources are named with this count; all others are in the table itself."),),
    )


def _rows(tables: Iterable[Table]) -> int:
    return sum(len(table) for table in tables)


@fact_of("data.rows")
def rows(catalog: Catalog) -> Fact:
    """How many observations the package holds."""
    tables = _graded(catalog)
    record = _record(
        catalog,
        _("Rows of all tables whose rows say how sure they are, each with its sources."),
        _("Sources, corrections, the history of rows and the list of open questions are tables of their own and not counted."),
    )
    context = ngettext("in {number} table", "in {number} tables", len(tables), number=Number(len(tables)))
    note = _("One row is one count, price, decision, claim, event or organization. Rows that overlap are kept apart, and never added up.")
    return Fact("data.rows", _("Rows of data"), Quantity(value=_rows(tables), unit="rows"), record, context=context, note=note)


@fact_of("data.verified_share")
def verified_share(catalog: Catalog) -> Fact:
    """The share of observations that are verified."""
    tables = _graded(catalog)
    verified = sum(len(table.where(confidence=Confidence.VERIFIED.value)) for table in tables)
    record = _record(
        catalog,
        _("Rows that rest on an original or official source, or on two independent sources that agree, as a share of all rows."),
        _("Rows that rest on one credible source, rows on which sources disagree, and well-known facts without a page."),
    )
    share = Quantity(value=round(100 * verified / _rows(tables), 1), unit="percent")
    note = _("The others are not wrong: most rest on one credible source.")
    context = _("{number} rows", number=Number(verified))
    return Fact("data.verified_share", _("Share of rows verified"), share, record, context=context, note=note)


@fact_of("data.sources")
def sources(catalog: Catalog) -> Fact:
    """How many sources the package holds."""
    table = catalog["sources"]
    publishers = len({row.text("publisher") for row in table})
    record = _record(
        catalog,
        _("Publications and pages, each address once, that rows of the tables rest on."),
        _("Several sources may relay one original, so more sources do not always mean more evidence."),
    )
    context = ngettext("{number} publisher", "{number} publishers", publishers, number=Number(publishers))
    note = _("Publishers are counted as they are named, so an institution with several names counts more than once.")
    return Fact("data.sources", _("Sources used"), Quantity(value=len(table), unit="sources"), record, context=context, note=note)


@fact_of("data.linked_share")
def linked_share(catalog: Catalog) -> Fact:
    """The share of sources that a reader can open with a click."""
    table = catalog["sources"]
    linked = sum(bool(row.text("link")) for row in table)
    record = _record(
        catalog,
        _("Sources with a link to the page of their publisher, as a share of all sources."),
        _("Copies on third-party sites, pages of unknown safety, some state media and well-known facts are cited without a link."),
    )
    share = Quantity(value=round(100 * linked / len(table), 1), unit="percent")
    context = _("{number} sources", number=Number(linked))
    note = _("A missing link is a choice: title, publisher and date are cited all the same.")
    return Fact("data.linked_share", _("Sources with a link"), share, record, context=context, note=note)


@exhibit_of("data.tables", page="data")
def tables(catalog: Catalog, today: str = "") -> Exhibit:
    """Every table of the package with its rows, its newest row and the state of its series on a day."""
    day = first_day(today or catalog.last_check)
    states = table_states(catalog, day)
    old = sum(item.is_old for item in states)
    finding = ngettext(
        "{all} tables; {number} has a series that is due or stale",
        "{all} tables; {number} have a series that is due or stale",
        old,
        all=Number(len(states)),
        number=Number(old),
    )
    return Exhibit(
        exhibit_id="data.tables",
        page="data",
        title=_("All tables of the package"),
        takeaway=finding,
        subtitle=_(
            "rows, newest row, and whether a newer one should be there by the rhythm of its origin, counted to {date}",
            date=When(day.isoformat()),
        ),
        chart=None,
        alt=_("A table of {number} tables with their rows and how fresh they are. {finding}.", number=Number(len(states)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("title", _("Table")),
            Column("topic", _("Topic")),
            Column("rows", _("Rows")),
            Column("newest", _("Newest row")),
            Column("state", _("How fresh")),
            Column("last_check", _("Last check")),
        ),
        rows=tuple(
            (
                item.table.name,
                item.table.schema.title,
                TOPIC_TITLES[topic_of(item.table)],
                len(item.table),
                latest_date(item.table) or _("not dated"),
                _("{state}", state=item.words),
                str(item.table.schema.inroads["last_check"]),
            )
            for item in states
        ),
        record=_record(
            catalog,
            _("Tables of the data package with all their rows, sources and corrections among them."),
            _("A table may hold several series with rhythms of their own; the state names how many are in which."),
        ),
        facts=(),
        is_table=True,
    )
