"""Exhibits on what groups say and do: the cost they name and the people they helped.

Tables: `rescue_costs`, `rescue_counts`, and the prices in `broker_fees` that rescue groups named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries, Points
from lib.dates import When
from lib.exhibits import Column, Exhibit, exhibit_of, fact
from lib.i18n import Joined, Listed, Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.cost_legs import AS_FITS, SPANS, in_years
from lib.topics.cost_marks import NOTHING, WORDING, price_mark, told

STATED = ("cost_per_person", "cost_per_adult")
NO_SOURCE = "no-source"
GIVING_ACTIONS = ("fund-link-rescue", "nkhr-rescue-gift")


def short_name(organization: str) -> str:
    """An organization's abbreviation if its name carries one: "Liberty in North Korea (LiNK)" is "LiNK"."""
    match = re.search(r"\(([^()]+)\)$", organization)
    return match[1] if match else organization


def stated_costs(catalog: Catalog) -> tuple[Row, ...]:
    """What organizations said one person's way costs, oldest first; sums without a source are not among them."""
    rows = catalog["rescue_costs"].where(
        lambda row: row["item"] in STATED and row["usd_value"] is not None and not row.flag("without_source")
    )
    return tuple(sorted(rows, key=lambda row: row.text("date")))


# Prices that rescue groups named to the press: they stand with the brokers' prices, and belong here too.
_TO_THE_PRESS = ("fee-china-to-south-korea-2023-05-activists", "fee-china-to-south-korea-2023-10-rfa")
_PRESS = "press"


def _press_costs(catalog: Catalog) -> tuple[Row, ...]:
    return tuple(catalog["broker_fees"].row(key) for key in _TO_THE_PRESS)


def _group(row: Row) -> str:
    return _PRESS if row.table == "broker_fees" else short_name(row.text("organization"))


def _ends(row: Row) -> tuple[float | None, float | None]:
    if row.table == "broker_fees":
        return row.number("usd_low"), row.number("usd_high")
    return row.number("usd_value"), row.number("usd_value")


def _numbers(rows: tuple[Row, ...]) -> Quantity:
    numbers = [number for row in rows for number in _ends(row) if number is not None]
    low, high = min(numbers), max(numbers)
    return Quantity(value=low, unit="USD") if low == high else Quantity(low=low, high=high, unit="USD")


def _cost_mark(row: Row) -> Mark:
    if row.table == "broker_fees":
        return replace(price_mark(row), x=_PRESS)
    what = _("divided by us from a total") if row.flag("derived") else WORDING[row.text("qualifier")]
    hover = _("{date}, {wording}: {way}", date=When(row.text("date")), wording=what, way=row.text("from_to"))
    return Mark(short_name(row.text("organization")), row.key, value=row.known("usd_value"), hollow=row.flag("derived"), hover=hover)


@exhibit_of("costs.rescue_stated", page="costs")
def rescue_stated(catalog: Catalog, period: str = "all", scale: str = AS_FITS) -> Exhibit:
    """What groups say a rescue costs, by group and period; the widely quoted sum without a source stands apart."""
    everything = tuple(sorted((*stated_costs(catalog), *_press_costs(catalog)), key=lambda row: row.text("date")))
    spans = [span for span in SPANS if period in ("all", span.key)]
    rows = tuple(row for row in everything if any(span.holds(row.text("date")) for span in spans))
    unsourced = catalog["rescue_costs"].where(without_source=True)
    groups = tuple(dict.fromkeys(_group(row) for row in reversed(rows)))
    series = [
        MarkSeries(span.label, span.role, marks, span.shape)
        for span in spans
        if (marks := tuple(_cost_mark(row) for row in rows if span.holds(row.text("date"))))
    ]
    rumor = tuple(Mark(NO_SOURCE, row.key, value=row.known("usd_value"), hollow=True) for row in unsourced)
    series.append(MarkSeries(_("Widely quoted, no source: not a price"), "third", rumor, "x"))
    labels: tuple[tuple[str, Text], ...] = (
        *((name, _("Rescue groups, in the press") if name == _PRESS else name) for name in groups),
        (NO_SOURCE, _("Widely quoted, no source")),
    )
    takeaway: Text = NOTHING
    if rows:
        shown = [span for span in spans if any(span.holds(row.text("date")) for row in rows)]
        parts = [
            _("{sum} ({span})", sum=_numbers(tuple(row for row in rows if span.holds(row.text("date")))), span=span.label) for span in shown
        ]
        takeaway = _(
            "For one person, groups named {sums}, each for a way of its own; the widely quoted sum ({quoted}) has no source.",
            sums=Listed(tuple(parts)),
            quoted=fact(catalog, "costs.widely_quoted_5000").quantity,
        )
    return Exhibit(
        exhibit_id="costs.rescue_stated",
        page="costs",
        title=_("What groups say a rescue costs"),
        takeaway=takeaway,
        subtitle=_(
            "US dollars of the time, per person, as each group defines it. Hollow: divided from a total, a least sum, or no source."
        ),
        chart=Ladder((*groups, NO_SOURCE), labels, tuple(series), "US$", scale == "log") if rows else None,
        alt=told(takeaway, _("A sum that is widely quoted without a source is drawn apart.")),
        columns=(
            Column("row", _("Row")),
            Column("organization", _("Organization")),
            Column("date", _("Date")),
            Column("usd_low", _("From"), "US$"),
            Column("usd_high", _("To"), "US$"),
            Column("qualifier", _("Wording")),
            Column("from_to", _("From and to")),
            Column("definition", _("What it covers")),
            Column("derived", _("Divided from a total")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("organization") if "organization" in row else _("Rescue groups, in the press"),
                row.text("date") or _("no date"),
                *_ends(row),
                WORDING[row.text("qualifier")],
                row.text("from_to"),
                row.text("definition") if "definition" in row else _("A price named by rescue groups."),
                row.flag("derived") if "derived" in row else False,
                row.text("caveat") or _("none"),
            )
            for row in (*rows, *(unsourced if rows else ()))
        ),
        record=record_of(
            (*unsourced, *(rows or everything)),
            as_of=(rows or everything)[-1].text("date"),
            counted_by=_("the groups themselves, or others about them"),
            counted=_("What a group says, or what follows from its figures, that one person's way to safety costs."),
            not_counted=_("The river crossing in most of them, staff and other programs. Old sums are no prices of today."),
        ),
        actions=GIVING_ACTIONS,
        facts=("costs.widely_quoted_5000",),
    )


OPEN_ENDED = ("more_than", "at_least")
_COUNTS = (
    ("link", "people", _("LiNK, people"), "main", "circle"),
    ("nkhr", "people", _("NKHR, people"), "second", "square"),
    ("nkhr", "people_and_children", _("NKHR, people and children"), "accent", "diamond"),
)


@exhibit_of("costs.rescues_per_year", page="costs")
def rescues_per_year(catalog: Catalog, years: tuple[int, int] | None = None) -> Exhibit:
    """People helped in a year, by group; counts with and without children are two series."""
    everything = tuple(sorted(catalog["rescue_counts"].where(measure="people_year"), key=lambda row: row.text("date")))
    rows = in_years(everything, years)

    def mark(row: Row) -> Mark:
        words = _("{wording} {number}", wording=WORDING[row.text("qualifier")], number=row_quantity(row, "people").figure())
        rivals = [
            other for other in rows if (other["date"], other["org_id"], other["counted"]) == (row["date"], row["org_id"], row["counted"])
        ]
        counts = tuple(row_quantity(other, "") for other in sorted(rivals, key=lambda other: other.known("value")))
        # Two counts of one year stand close together: the higher one carries the text for both.
        short = tuple(_("{number}+", number=Number(item.value or 0)) if item.qualifier in OPEN_ENDED else item for item in counts)
        label = _("{numbers}", numbers=Joined(short, "/")) if row["value"] == counts[-1].value else ""
        return Mark(row.text("date"), row.key, value=row.known("value"), hollow=row["confidence"] == "disputed", label=label, hover=words)

    series = tuple(
        MarkSeries(words, role, marks, shape)
        for group, counted, words, role, shape in _COUNTS
        if (marks := tuple(mark(row) for row in rows if row["org_id"] == group and row["counted"] == counted))
    )
    takeaway: Text = NOTHING
    if rows:
        most, last = max(rows, key=lambda row: row.known("value")), rows[-1]
        takeaway = _(
            "{last_group} helped {last} in {last_year}; the highest yearly count by a group is {most}, in {year}.",
            last_group=short_name(last.text("organization")),
            last=row_quantity(last, "people"),
            last_year=When(last.text("date")),
            most=row_quantity(most, "people"),
            year=When(most.text("date")),
        )
    return Exhibit(
        exhibit_id="costs.rescues_per_year",
        page="costs",
        title=_("People helped per year"),
        takeaway=takeaway,
        subtitle=_(
            "People a year, each group's own count. Years without a mark: not published. Hollow: two counts of the same year disagree."
        ),
        chart=Points(series, _("people")) if rows else None,
        alt=told(_("Yearly counts by rescue groups, none joined by a line."), takeaway),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Year")),
            Column("organization", _("Organization")),
            Column("counted", _("Counted")),
            Column("value", _("People")),
            Column("qualifier", _("Wording")),
            Column("definition", _("Definition")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                row.text("organization"),
                _("people and their children") if row["counted"] == "people_and_children" else _("people"),
                row.known("value"),
                WORDING[row.text("qualifier")],
                row.text("definition"),
                Confidence(row.text("confidence")).label,
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            rows or everything,
            as_of=(rows or everything)[-1].text("date"),
            counted_by=_("the groups themselves"),
            counted=_("People a group says it helped in a calendar year. A count that includes children is a series of its own."),
            not_counted=_(
                "Totals since the start, parts of a year, and years that a group has not published. Two groups may count the same person."
            ),
        ),
        actions=GIVING_ACTIONS,
    )
