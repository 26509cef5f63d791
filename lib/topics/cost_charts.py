"""Exhibits on prices by leg: the ladder, and the prices that stand beside it. Table: `broker_fees`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import Listed, Text, _, ngettext
from lib.numbers import Number, Quantity
from lib.topics.cost_legs import (
    AS_FITS,
    LADDER,
    LEGS,
    OFF_LADDER,
    PER_PERSON_USD,
    SPANS,
    Leg,
    Span,
    doubtful,
    ends,
    prices,
    spread,
    undated,
    undated_words,
)
from lib.topics.cost_marks import LADDER_KEYS, NOTHING, PRICE_COLUMNS, fees_record, price_cells, told

Cells = dict[tuple[str, str], tuple[Row, ...]]


def _step_mark(leg: Leg, span: Span, rows: tuple[Row, ...]) -> Mark:
    low, high = ends(rows)
    hollow = any(doubtful(row) for row in rows if low in _both(row) or high in _both(row))
    hover = ngettext("{number} price, {span}", "{number} prices, {span}", len(rows), number=Number(len(rows)), span=span.label)
    if low == high:
        return Mark(leg.key, _lowest(rows).key, value=low, hollow=hollow, hover=hover)
    return Mark(leg.key, _lowest(rows).key, low=low, high=high, hollow=hollow, hover=hover)


def _both(row: Row) -> tuple[float | None, float | None]:
    return row.number("usd_low"), row.number("usd_high")


def _lowest(rows: tuple[Row, ...]) -> Row:
    low, _high = ends(rows)
    return next(row for row in rows if low in _both(row))


def _highest(rows: tuple[Row, ...]) -> Row:
    _low, high = ends(rows)
    return next(row for row in rows if high in _both(row))


def _said(leg: Leg, cells: Cells, span: Span) -> Text:
    return _("{sum} {leg}", leg=leg.phrase, sum=spread(cells[leg.key, span.key]))


def _ladder_takeaway(cells: Cells, spans: list[Span]) -> Text:
    """What each leg cost in the last period shown, and the river crossing in the first one."""
    last, first = spans[-1], spans[0]
    listed = Listed(tuple(_said(leg, cells, last) for leg in LADDER if (leg.key, last.key) in cells))
    words = _("Brokers asked {listed} ({span}).", span=last.label, listed=listed)
    river = ("river_crossing", first.key)
    if first is last or river not in cells:
        return words
    then = _("For the river crossing they had asked {sum} ({span}).", sum=spread(cells[river]), span=first.label)
    return told(words, then)


@exhibit_of("costs.ladder", page="costs")
def ladder(catalog: Catalog, period: str = "all", scale: str = AS_FITS) -> Exhibit:
    """Five legs top to bottom, each with its lowest and highest price by period; legs are never mixed."""
    everything = prices(catalog, *LADDER_KEYS)
    spans = [span for span in SPANS if period in ("all", span.key)]
    cells: Cells = {
        (leg.key, span.key): rows
        for leg in LADDER
        for span in spans
        if (rows := tuple(row for row in everything if row["leg"] == leg.key and span.holds(row.text("date"))))
    }
    shown = [span for span in spans if any(key == span.key for _leg, key in cells)]
    missing = [_("{leg} ({span})", leg=leg.label, span=span.label) for leg in LADDER for span in spans if (leg.key, span.key) not in cells]
    gap = _("No dated price: {legs}.", legs=Listed(tuple(missing))) if missing else ""
    left_out = undated_words(len(undated(catalog, *LADDER_KEYS)))
    series = tuple(
        MarkSeries(
            span.label,
            span.role,
            tuple(_step_mark(leg, span, cells[leg.key, span.key]) for leg in LADDER if (leg.key, span.key) in cells),
            span.shape,
        )
        for span in shown
    )
    order = tuple(leg.key for leg in LADDER if any(key == leg.key for key, _span in cells))
    drawn = [row for rows in cells.values() for row in rows]
    takeaway = _ladder_takeaway(cells, shown) if shown else NOTHING
    return Exhibit(
        exhibit_id="costs.ladder",
        page="costs",
        title=_("Prices of each leg of the way out"),
        takeaway=takeaway,
        subtitle=told(
            _(
                "{unit}; lowest to highest sum reported in each period. Hollow: an end is disputed, open, or stands for a longer time.",
                unit=PER_PERSON_USD,
            ),
            gap,
            left_out,
        ),
        chart=Ladder(order, tuple((key, LEGS[key].label) for key in order), series, "US$", scale == "log") if shown else None,
        alt=told(_("Ranges of reported prices for each leg of the way out, by period."), takeaway, gap),
        columns=(
            Column("row", _("Row of the lowest price")),
            Column("leg", _("Leg")),
            Column("period", _("Period")),
            Column("usd_low", _("Lowest"), "US$"),
            Column("usd_high", _("Highest"), "US$"),
            Column("prices", _("Prices")),
            Column("highest_row", _("Row of the highest price")),
        ),
        rows=tuple(
            (_lowest(rows).key, LEGS[leg].label, span.label, *ends(rows), len(rows), _highest(rows).key)
            for span in shown
            for (leg, key), rows in cells.items()
            if key == span.key
        ),
        record=fees_record(
            tuple(sorted(drawn or everything, key=lambda row: row.text("date"))),
            _("The lowest and the highest sum that anyone reported for one person on one leg, in the period."),
            gap,
        ),
    )


@exhibit_of("costs.off_ladder", page="costs")
def off_ladder(catalog: Catalog) -> Exhibit:
    """Prices whose start and end differ from the five legs, as a table, the highest first."""
    rows = prices(catalog, *(leg.key for leg in OFF_LADDER))
    ranked = sorted(rows, key=lambda row: ends((row,))[1], reverse=True)
    takeaway = _(
        "{number} prices are for ways of their own, from {low} to {high}: where they start and end differs, so none compares with another.",
        number=Number(len(rows)),
        low=Quantity(value=ends(rows)[0], unit="USD"),
        high=Quantity(value=ends(rows)[1], unit="USD"),
    )
    return Exhibit(
        exhibit_id="costs.off_ladder",
        page="costs",
        title=_("Prices that belong to none of the five legs"),
        takeaway=takeaway,
        subtitle=_("{unit}; arranged escapes, relatives brought out, and prices for part of a leg. Highest first.", unit=PER_PERSON_USD),
        chart=None,
        alt=takeaway,
        columns=(*PRICE_COLUMNS[:2], Column("leg", _("Kind")), Column("from_to", _("From and to")), *PRICE_COLUMNS[3:]),
        rows=tuple((*(cells := price_cells(row))[:3], row.text("from_to"), *cells[3:]) for row in ranked),
        record=fees_record(rows, _("What one person is said to have been asked to pay, for ways that are not one of the five legs.")),
        is_table=True,
    )
