"""Exhibits on prices over time: each report a mark, none joined by a line. Table: `broker_fees`."""

from __future__ import annotations

from collections.abc import Callable

from lib.catalog import Catalog, Row
from lib.charts.spec import MarkSeries, Points
from lib.dates import When
from lib.exhibits import Exhibit, exhibit_of
from lib.i18n import Listed, Text, _
from lib.topics.cost_legs import AS_FITS, LADDER, PER_PERSON_USD, Leg, in_years, prices, spread, undated, undated_words
from lib.topics.cost_marks import LADDER_KEYS, NOTHING, PRICE_COLUMNS, border_event, fees_record, price_cells, price_mark, told

Takeaway = Callable[[tuple[Row, ...]], Text]


def _series(leg: Leg, rows: tuple[Row, ...]) -> MarkSeries:
    return MarkSeries(leg.label, leg.key, tuple(price_mark(row) for row in rows if row["leg"] == leg.key), leg.shape)


HOLLOW = _("Hollow: sources disagree, only one end is known, or the year stands for a longer time.")


def _over_time(
    catalog: Catalog, exhibit_id: str, legs: tuple[str, ...], title: Text, scale: str, years: tuple[int, int] | None, say: Takeaway
) -> Exhibit:
    everything = prices(catalog, *legs)
    rows = in_years(everything, years)
    left_out = undated_words(len(undated(catalog, *legs)))
    takeaway = say(rows) if rows else NOTHING
    series = tuple(item for leg in LADDER if leg.key in legs and (item := _series(leg, rows)).marks)
    return Exhibit(
        exhibit_id=exhibit_id,
        page="costs",
        title=title,
        takeaway=takeaway,
        subtitle=told(_("{unit}.", unit=PER_PERSON_USD), HOLLOW, left_out),
        chart=Points(series, "US$", scale == "log", border_event(catalog, rows)) if rows else None,
        alt=told(_("Prices over time, each report a dot or a range, none joined by a line."), takeaway),
        columns=PRICE_COLUMNS,
        rows=tuple(price_cells(row) for row in rows),
        record=fees_record(rows or everything, _("What one person is said to have been asked to pay, each price for one leg of the way.")),
    )


def _when(row: Row) -> Text:
    year = When(row.text("date")[:4])
    return _("around {year}", year=year) if row.text("date_basis") == "nominal" else _("in {year}", year=year)


def _river_words(rows: tuple[Row, ...]) -> Text:
    first, last = rows[0], rows[-1]
    if first is last:
        return _("For the river crossing alone, {sum} was asked {then}, the only price.", sum=spread((first,)), then=_when(first))
    return _(
        "For the river crossing alone, {before} was asked {then}, and {after} {now}.",
        before=spread((first,)),
        then=_when(first),
        after=spread((last,)),
        now=_when(last),
    )


@exhibit_of("costs.river_over_time", page="costs")
def river_over_time(catalog: Catalog, scale: str = AS_FITS, years: tuple[int, int] | None = None) -> Exhibit:
    """Every dated price of the river crossing; prices of different reports are never joined by a line."""
    return _over_time(catalog, "costs.river_over_time", ("river_crossing",), _("The river crossing over time"), scale, years, _river_words)


def _fees_words(rows: tuple[Row, ...]) -> Text:
    """Every leg that has a price in the newest year drawn."""
    year = rows[-1].text("date")[:4]
    newest = tuple(row for row in rows if row.text("date")[:4] == year)
    parts: list[Text] = []
    for leg in LADDER:
        own = tuple(row for row in newest if row["leg"] == leg.key)
        if own:
            parts.append(_("{sum} {leg}", sum=spread(own), leg=leg.phrase))
    return _("Brokers asked {listed} {when}.", when=_when(newest[0]), listed=Listed(tuple(parts)))


@exhibit_of("costs.fees_over_time", page="costs")
def fees_over_time(catalog: Catalog, leg: tuple[str, ...] = (), scale: str = AS_FITS, years: tuple[int, int] | None = None) -> Exhibit:
    """Every dated price of the five legs, each leg with its own shape and colour; no leg chosen means all."""
    legs = tuple(key for key in LADDER_KEYS if not leg or key in leg)
    return _over_time(catalog, "costs.fees_over_time", legs, _("What brokers asked, leg by leg"), scale, years, _fees_words)
