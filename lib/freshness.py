"""How old a series is against its own rhythm: fresh, due or stale; closed and irregular series say so instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.catalog import Catalog, Row, Table
from lib.dates import When, is_partial_date, last_day
from lib.i18n import LazyText, _
from lib.schema import Rhythm


class Freshness(StrEnum):
    """The state of a series on a day."""

    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"
    CLOSED = "closed"
    IRREGULAR = "irregular"
    UNDATED = "undated"


@dataclass(frozen=True)
class Age:
    """A state, the date it is counted from, and the day from which it is stale (None if never)."""

    state: Freshness
    as_of: str
    stale_from: date | None = None

    def words(self) -> LazyText:
        """The state as a short phrase for readers."""
        if self.state is Freshness.STALE and self.stale_from is not None:
            return _("stale since {date}", date=When(self.stale_from.isoformat()))
        return {
            Freshness.FRESH: _("up to date"),
            Freshness.DUE: _("an update is due"),
            Freshness.CLOSED: _("a closed series: no update will come"),
            Freshness.IRREGULAR: _("published at irregular times"),
            Freshness.UNDATED: _("not dated"),
            Freshness.STALE: _("stale"),
        }[self.state]


def age(as_of: str, rhythm: Rhythm, today: date) -> Age:
    """The state of something dated `as_of` (partial ISO date) with this rhythm on `today`."""
    if rhythm.kind == "closed":
        return Age(Freshness.CLOSED, as_of)
    if not as_of:
        return Age(Freshness.UNDATED, as_of)
    if rhythm.kind == "irregular" or rhythm.days is None:
        return Age(Freshness.IRREGULAR, as_of)
    days_old = (today - last_day(as_of)).days
    leeway = rhythm.leeway_days or 0
    if days_old <= rhythm.days:
        return Age(Freshness.FRESH, as_of)
    stale_from = date.fromordinal(last_day(as_of).toordinal() + rhythm.days + leeway + 1)
    state = Freshness.DUE if today < stale_from else Freshness.STALE
    return Age(state, as_of, stale_from)


def latest_date(table: Table, rows: Iterable[Row] | None = None) -> str:
    """The latest date in the column that dates the rows of a table, or of some of them; empty when there is none."""
    column = table.schema.inroads.get("date_field")
    if not column:
        return ""
    dates = [row.text(column) for row in (table if rows is None else rows) if is_partial_date(row.text(column))]
    return max(dates, key=last_day, default="")


@dataclass(frozen=True)
class SeriesAge:
    """A series of a table, or what is left of the table (`where` is empty), and how old it is."""

    table: str
    where: tuple[tuple[str, str], ...]
    rows: int
    rhythm: Rhythm
    age: Age


def series_ages(catalog: Catalog, today: date) -> tuple[SeriesAge, ...]:
    """The state of every series on `today`. A row belongs to the first series that fits it, else to its table."""
    found = []
    for table in catalog.tables.values():
        rest = list(table)
        for series in table.schema.inroads.get("series", []):
            own = [row for row in rest if all(row.get(name) == wanted for name, wanted in series["where"].items())]
            taken = {row.key for row in own}
            rest = [row for row in rest if row.key not in taken]
            if own:
                where = tuple((name, str(wanted)) for name, wanted in series["where"].items())
                rhythm = Rhythm.read(series)
                found.append(SeriesAge(table.name, where, len(own), rhythm, age(latest_date(table, own), rhythm, today)))
        if rest:
            rhythm = table.schema.rhythm
            found.append(SeriesAge(table.name, (), len(rest), rhythm, age(latest_date(table, rest), rhythm, today)))
    return tuple(found)


def record_age(catalog: Catalog, rows: tuple[tuple[str, str], ...], as_of: str, today: date) -> Age:
    """The state of a figure from the series of its newest row."""
    if not rows:
        return Age(Freshness.UNDATED, as_of)
    table_name, key = rows[-1]
    table = catalog[table_name]
    return age(as_of, table.schema.rhythm_of(table.row(key)), today)
