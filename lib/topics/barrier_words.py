"""Words, filters and small readers that all modules on the barriers share. Tables: `indicators`, `presence_counts`."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog import Catalog, Row
from lib.dates import Period, When, last_day
from lib.exhibits import params_of
from lib.i18n import Joined, LazyText, Text, _
from lib.numbers import UNIT_KEYS, Quantity
from lib.provenance import row_quantity, source
from lib.urlstate import Choice, Param

SIDES: dict[str, LazyText] = {
    "all": _("Both borders"),
    "north": _("Northern border, with China and Russia"),
    "south": _("Southern border, with South Korea"),
}
WORKERS: dict[str, LazyText] = {"all": _("All countries, and Russia apart"), "world": _("All countries"), "russia": _("Russia only")}
# Units of the table that no card shows; those that cards show stand in lib.numbers.
_OTHER_UNITS: dict[str, LazyText] = {
    "lines": _("{figure} telephone lines"),
    "sites": _("{figure} websites"),
    "restaurants": _("{figure} restaurants"),
    "households": _("{figure} households"),
    "interviews": _("{figure} interviews"),
}


@params_of("barriers")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    return (
        Choice("side", _("Which border"), tuple(SIDES.items())),
        Choice("workers", _("Workers where"), tuple(WORKERS.items())),
    )


def indicator(catalog: Catalog, key: str) -> Row:
    """A row of the table of indicators. Raises KeyError for an unknown key."""
    return catalog["indicators"].row(key)


def bare(row: Row) -> Quantity:
    """A row's number or range without its unit, for sentences that name the unit themselves."""
    return row_quantity(row, "")


def figure_of(row: Row) -> Text:
    """A row's number or range with its qualifier and unit, or its statement in words."""
    if "statement" in row and row.text("statement"):
        return row.text("statement")
    unit = row.text("unit")
    if unit in _OTHER_UNITS:
        return _OTHER_UNITS[unit].filled(figure=bare(row))
    return _("{figure}", figure=row_quantity(row, unit if unit in UNIT_KEYS else ""))


def when_of(row: Row) -> LazyText:
    """The period that a row covers where it states one, else its date, in words."""
    start, end = (row.text(name) if name in row else "" for name in ("period_start", "period_end"))
    if start or end:
        return _("{when}", when=Period(start, end))
    return _("{when}", when=When(row.text("as_of")))


def oldest_first(rows: Iterable[Row], column: str = "as_of") -> tuple[Row, ...]:
    """Rows by date, undated ones first, the newest last."""
    return tuple(sorted(rows, key=lambda row: (bool(row[column]), last_day(row.text(column) or "1000").isoformat())))


def newest_date(rows: Iterable[Row], column: str = "as_of") -> str:
    """The date of the newest row; empty when none is dated."""
    return max((row.text(column) for row in rows if row[column]), key=last_day, default="")


def who_of(row: Row) -> Text:
    """Who counted or estimated, or that the row does not say."""
    return row.text("counted_by") or _("counter not named")


def publishers_of(catalog: Catalog, row: Row) -> LazyText:
    """Who published what the row rests on, once each."""
    names = dict.fromkeys(name for key in row.sources if (name := source(catalog, key).publisher))
    return _("{names}", names=Joined(tuple(names), "; "))


def lowered(text: str) -> str:
    """A sentence as a part of another one: its first letter small, without its full stop."""
    return (text[:1].lower() + text[1:]).removesuffix(".")
