"""Prices as marks, table rows and records: what the charts of prices share. Table: `broker_fees`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Event, Mark
from lib.dates import When
from lib.exhibits import Cell, Column
from lib.i18n import Joined, Text, _
from lib.provenance import Confidence, Record, record_of
from lib.topics.cost_legs import LADDER, LEGS, PRICES_BY, as_given, doubtful
from lib.topics.costs import NOT_IN_A_PRICE

NOTHING = _("No price in the data fits this choice.")
LADDER_KEYS = tuple(leg.key for leg in LADDER)
PRICE_COLUMNS = (
    Column("row", _("Row")),
    Column("date", _("Date")),
    Column("leg", _("Leg")),
    Column("usd_low", _("From"), "US$"),
    Column("usd_high", _("To"), "US$"),
    Column("qualifier", _("Wording")),
    Column("as_given", _("As the source gives it")),
    Column("confidence", _("Confidence")),
    Column("caveat", _("Note")),
)
WORDING: dict[str, Text] = {
    "exact": _("as stated"),
    "about": _("about"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "more_than": _("more than"),
    "fewer_than": _("less than"),
    "almost": _("almost"),
}


def price_cells(row: Row) -> tuple[Cell, ...]:
    """A price as a row of the table beside a chart."""
    return (
        row.key,
        row.text("date"),
        LEGS[row.text("leg")].label,
        row.number("usd_low"),
        row.number("usd_high"),
        WORDING[row.text("qualifier")],
        as_given(row) or _("US dollars"),
        Confidence(row.text("confidence")).label,
        row.text("caveat") or _("none"),
    )


def price_mark(row: Row) -> Mark:
    """A price as a mark over time: a dot for a single sum or one end, a bar for a range."""
    low, high = row.number("usd_low"), row.number("usd_high")
    hover = _("{date}, {wording}", date=When(row.text("date")), wording=WORDING[row.text("qualifier")])
    if low is not None and high is not None and low != high:
        return Mark(row.text("date"), row.key, low=low, high=high, hollow=doubtful(row), hover=hover)
    return Mark(row.text("date"), row.key, value=high if low is None else low, hollow=doubtful(row), hover=hover)


def kpw_mark(row: Row) -> Mark:
    """A sum in North Korean won as a mark; open ends and disputes are hollow."""
    low, high = row.number("low"), row.number("high")
    hollow = row["confidence"] == "disputed" or None in (low, high)
    words = _("{date}, {wording}", date=When(row.text("date")), wording=WORDING[row.text("qualifier")])
    if low is not None and high is not None and low != high:
        return Mark(row.text("date"), row.key, low=low, high=high, hollow=hollow, hover=words)
    return Mark(row.text("date"), row.key, value=high if low is None else low, hollow=hollow, hover=words)


def border_event(catalog: Catalog, rows: tuple[Row, ...]) -> tuple[Event, ...]:
    """The closing of the border, if the prices drawn reach across it."""
    shut = catalog["border_events"].row("covid-emergency-2020").text("date")
    dates = [row.text("date") for row in rows]
    return (Event(shut, _("Border shut")),) if dates and min(dates) <= shut[:7] <= max(dates) else ()


def fees_record(rows: tuple[Row, ...], counted: Text, missing: Text = "") -> Record:
    """The record of prices, oldest first, with a sentence on what is missing."""
    return record_of(
        rows,
        as_of=rows[-1].text("date"),
        counted_by=PRICES_BY,
        counted=counted,
        not_counted=NOT_IN_A_PRICE,
        extra_caveats=(missing,) if str(missing) else (),
    )


def told(*parts: Text) -> Text:
    """Several sentences as one text."""
    return _("{text}", text=Joined(parts))
