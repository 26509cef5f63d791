"""LiNK's own counts beside the cost that it stated at the time; totals with and without children apart.

Tables: `rescue_counts` (people), `rescue_costs` (US dollars of the time), and one count that a directory cites (`results`).
What each cost and count means stands in `lib.topics.cost_groups` and `lib.topics.cost_rescues`.
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Event, Mark, MarkSeries, Points
from lib.dates import Period, When, year_of
from lib.exhibits import Column, Exhibit, exhibit_of, fact
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.cost_groups import link_statements
from lib.topics.cost_marks import WORDING
from lib.topics.cost_rescues import OPEN_ENDED

ACTIONS = ("fund-link-rescue", "check-before-you-give")
BY_LINK = _("LiNK, its own count")
COUNTED: dict[str, LazyText] = {"people": _("People"), "people_and_children": _("People and their children")}
_SERIES = (("people", "main", "circle"), ("people_and_children", "accent", "diamond"))


def _by_date(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.text("date")))


def yearly(catalog: Catalog) -> tuple[Row, ...]:
    """People whom LiNK says it helped in a calendar year, oldest first."""
    return _by_date(catalog["rescue_counts"].where(org_id="link", measure="people_year"))


def cited(catalog: Catalog) -> tuple[Row, ...]:
    """Later years of which only others cite LiNK's count, oldest first."""
    last = yearly(catalog)[-1].text("date")
    found = catalog["results"].where(lambda row: row.text("date") > last, org_id="link", metric="people_rescued", span="year")
    return _by_date(found)


def totals(catalog: Catalog) -> tuple[Row, ...]:
    """People whom LiNK says it has helped since the start, oldest first; with and without children."""
    return _by_date(catalog["rescue_counts"].where(org_id="link", measure="people_cumulative"))


def cost_of(catalog: Catalog, year: int) -> Quantity | None:
    """The cost that LiNK stated for a stretch of years around `year`; None where it named none."""
    statements = link_statements(catalog)
    for value in dict.fromkeys(row.known("usd_value") for row in statements):
        years = [year_of(row.text("date")) for row in statements if row["usd_value"] == value]
        if min(years) <= year <= max(years):
            return Quantity(value=value, unit="USD")
    return None


def _cost_words(catalog: Catalog, row: Row) -> Text:
    cost = cost_of(catalog, year_of(row.text("date")))
    return _("{cost}, from China onward", cost=cost) if cost else _("none known for that year")


def _label(row: Row, rows: tuple[Row, ...]) -> Text:
    """The number beside a mark; a year with two counts bears both at the higher one."""
    counts = sorted(other.known("value") for other in rows if other["date"] == row["date"])
    if row["value"] != counts[-1]:
        return ""
    words: Text = _("{number}+", number=Number(counts[-1])) if row["qualifier"] in OPEN_ENDED else _("{number}", number=Number(counts[-1]))
    return words if len(counts) == 1 else _("{low}/{high}", low=Number(counts[0]), high=words)


def _mark(catalog: Catalog, row: Row, rows: tuple[Row, ...]) -> Mark:
    hover = _("{year}, stated cost: {cost}", year=When(row.text("date")), cost=_cost_words(catalog, row))
    doubtful = row["confidence"] == "disputed" or row.table == "results"
    return Mark(row.text("date"), row.key, value=row.known("value"), hollow=doubtful, label=_label(row, rows), hover=hover)


def _stated(catalog: Catalog) -> tuple[Event, ...]:
    """The costs that LiNK is reported to have named, each at its first year and with the years of the reports."""
    reports: dict[float, list[Row]] = {}
    for row in link_statements(catalog):
        reports.setdefault(row.known("usd_value"), []).append(row)
    return tuple(
        Event(
            rows[0].text("date"),
            _(
                "{sum} ({years})",
                sum=Quantity(value=value, unit="USD"),
                years=Period(rows[0].text("date")[:4], rows[-1].text("date")[:4]),
            ),
        )
        for value, rows in reports.items()
    )


def _counted(row: Row) -> Text:
    return COUNTED[row.text("counted")] if "counted" in row else _("People, as a directory cites LiNK")


@exhibit_of("organizations.link_rescues", page="organizations")
def link_rescues(catalog: Catalog) -> Exhibit:
    """People helped a year as LiNK counts them, beside the cost per rescue that it stated at the time."""
    own, others, statements = yearly(catalog), cited(catalog), link_statements(catalog)
    rows = (*own, *others)
    most, last = max(own, key=lambda row: row.known("value")), own[-1]
    first_cost, last_cost = (fact(catalog, f"costs.link_stated_{year}") for year in (2013, 2019))
    series = [
        MarkSeries(COUNTED[counted], role, tuple(_mark(catalog, row, own) for row in own if row["counted"] == counted), shape)
        for counted, role, shape in _SERIES
        if any(row["counted"] == counted for row in own)
    ]
    if others:
        series.append(MarkSeries(_("As a directory cites LiNK"), "second", tuple(_mark(catalog, row, others) for row in others), "square"))
    return Exhibit(
        exhibit_id="organizations.link_rescues",
        page="organizations",
        title=_("People helped by LiNK per year, and the cost it stated"),
        takeaway=_(
            "LiNK counted {most} in {most_year} and {last} in {last_year}; the cost it last named, {cost}, is no price of today",
            most=row_quantity(most, "people"),
            most_year=When(most.text("date")),
            last=row_quantity(last, "people"),
            last_year=When(last.text("date")),
            cost=last_cost.quantity,
        ),
        subtitle=_(
            "People a year, LiNK's own count. Lines: the cost per rescue it named, from China onward, with the years of the reports. Hollow: "
            "counts disagree, or cited by others. Years without a mark: not published"
        ),
        chart=Points(tuple(series), _("people"), events=_stated(catalog)),
        alt=_(
            "Points for single years, not joined. {most_year} has the highest count with {most}; {last_year} has {last}. The stated cost was "
            "{first_cost} ({first_years}), then {last_cost} ({last_years}).",
            most=row_quantity(most, "people"),
            most_year=When(most.text("date")),
            last=row_quantity(last, "people"),
            last_year=When(last.text("date")),
            first_cost=first_cost.quantity,
            first_years=first_cost.context,
            last_cost=last_cost.quantity,
            last_years=last_cost.context,
        ),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Year")),
            Column("value", _("People")),
            Column("qualifier", _("Wording")),
            Column("counted", _("Counted")),
            Column("stated_cost", _("Cost per rescue stated then")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                row.known("value"),
                WORDING[row.text("qualifier")],
                _counted(row),
                _cost_words(catalog, row),
                Confidence(row.text("confidence")).label,
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            (*statements, *rows),
            as_of=rows[-1].text("date"),
            counted_by=BY_LINK,
            counted=_("People LiNK says it helped in a calendar year, and the cost of one rescue it is reported to have named."),
            not_counted=_(
                "Parts of a year, totals since the start, the river crossing, staff and other programs. Rescues have become costlier since, "
                "and the new cost is not known."
            ),
        ),
        actions=ACTIONS,
        facts=("costs.link_stated_2013", "costs.link_stated_2019"),
    )


@exhibit_of("organizations.link_totals", page="organizations")
def link_totals(catalog: Catalog) -> Exhibit:
    """Everyone LiNK says it has helped: a count of people and a count that includes children, never joined."""
    rows = totals(catalog)
    groups = {counted: tuple(row for row in rows if row["counted"] == counted) for counted, _role, _shape in _SERIES}
    whole = fact(catalog, "rescues.link_total")
    series = tuple(
        MarkSeries(
            COUNTED[counted],
            role,
            tuple(
                Mark(
                    row.text("date"),
                    row.key,
                    value=row.known("value"),
                    hollow=row["confidence"] == "disputed",
                    label=_label(row, (row,)) if row is groups[counted][-1] else "",
                )
                for row in groups[counted]
            ),
            shape,
        )
        for counted, role, shape in _SERIES
    )
    return Exhibit(
        exhibit_id="organizations.link_totals",
        page="organizations",
        title=_("People helped by LiNK since the start"),
        takeaway=_(
            "LiNK counts {all} helped in all by {date}, children included; its totals of people alone are another count",
            all=whole.quantity,
            date=When(whole.record.as_of),
        ),
        subtitle=_("People since the start, LiNK's count or quoted from it. Two series, never joined. Hollow: disputed"),
        chart=Points(series, _("people")),
        alt=_(
            "Points over time in two series that are not joined: people, and people with their children, of whom there were {all} by {date}.",
            all=row_quantity(groups["people_and_children"][-1], "people"),
            date=When(whole.record.as_of),
        ),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("counted", _("Counted")),
            Column("value", _("People")),
            Column("qualifier", _("Wording")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("date"),
                COUNTED[row.text("counted")],
                row.known("value"),
                WORDING[row.text("qualifier")],
                Confidence(row.text("confidence")).label,
                row.text("caveat") or _("none"),
            )
            for row in rows
        ),
        record=record_of(
            rows,
            as_of=rows[-1].text("date"),
            counted_by=BY_LINK,
            counted=_("People LiNK says it has helped to safety from China or onward since the start."),
            not_counted=_(
                "People helped by other groups. A count with children and one without are not comparable, so no line joins them."
            ),
        ),
        actions=ACTIONS,
        facts=("rescues.link_total",),
    )
