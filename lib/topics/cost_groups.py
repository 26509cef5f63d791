"""Facts about what rescue groups say a rescue costs and how many people they helped.

Tables: `rescue_costs` (US dollars), `rescue_counts` (people; with and without children are two series).
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When
from lib.exhibits import fact_of
from lib.i18n import Listed, Text, _
from lib.numbers import Quantity
from lib.provenance import Fact, record_of, row_quantity
from lib.topics.cost_legs import newest


def link_statements(catalog: Catalog) -> tuple[Row, ...]:
    """What LiNK said one rescue costs, oldest first."""
    rows = catalog["rescue_costs"].where(org_id="link", item="cost_per_person")
    return tuple(sorted(rows, key=lambda row: row.text("date")))


def _link_fact(catalog: Catalog, fact_id: str, label: Text, rows: tuple[Row, ...], context: Text) -> Fact:
    return Fact(
        fact_id,
        label,
        Quantity(value=rows[-1].known("value"), unit="USD"),
        record_of(
            rows,
            as_of=rows[-1].text("date"),
            counted_by="Liberty in North Korea (LiNK)",
            counted=_("What LiNK is reported to say one rescue costs, from China onward."),
            not_counted=_("The river crossing, staff and other programs. It is a price of its time, never a price of today."),
        ),
        context=context,
        note=_(
            "From China onward, not from North Korea. In {date} LiNK said that rescues had become costlier; the new sum is not known.",
            date=When(newest(catalog["rescue_costs"].where(org_id="link", item="cost_trend")).text("date")),
        ),
        period=rows[-1].text("date")[:4],
    )


@fact_of("costs.link_stated_2013")
def link_stated_2013(catalog: Catalog) -> Fact:
    """The cost that LiNK named first."""
    rows = link_statements(catalog)
    rows = tuple(row for row in rows if row["value"] == rows[0]["value"])
    years = tuple(When(row.text("date")[:4]) for row in rows)
    return _link_fact(catalog, "costs.link_stated_2013", _("First rescue cost LiNK stated"), rows, _("stated {years}", years=Listed(years)))


@fact_of("costs.link_stated_2019")
def link_stated_2019(catalog: Catalog) -> Fact:
    """The cost that LiNK named last, as reported by others."""
    rows = link_statements(catalog)
    rows = tuple(row for row in rows if row["value"] == rows[-1]["value"])
    span = Period(rows[0].text("date")[:4], rows[-1].text("date")[:4])
    return _link_fact(catalog, "costs.link_stated_2019", _("Last rescue cost LiNK stated"), rows, _("about {span}", span=span))


@fact_of("costs.widely_quoted_5000")
def widely_quoted(catalog: Catalog) -> Fact:
    """A sum in circulation for which no source is known."""
    (row,) = catalog["rescue_costs"].where(item="widely_quoted_sum")
    return Fact(
        "costs.widely_quoted_5000",
        _("Rescue sum without a source"),
        row_quantity(row, "USD"),
        record_of(
            (row,),
            as_of=catalog["rescue_costs"].schema.inroads["last_check"],
            counted_by=_("nobody who can be named"),
            counted=_("A sum repeated in articles for bringing one person from the Chinese border to Seoul."),
            not_counted=_("No organization is known to have stated it, so it is not a price. The sources cited give other sums."),
        ),
        status="provisional",
        context=_("do not quote it"),
        note=_("No source for this sum is known at our last check."),
    )


def _rescue_fact(fact_id: str, label: Text, row: Row, not_counted: Text, context: Text) -> Fact:
    return Fact(
        fact_id,
        label,
        row_quantity(row, "people"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("{organization}, its own count", organization=row.text("organization")),
            counted=row.text("definition"),
            not_counted=not_counted,
        ),
        context=context,
        period=row.text("date")[:4],
    )


@fact_of("rescues.link_total")
def link_total(catalog: Catalog) -> Fact:
    """Everyone LiNK says it has helped, children included."""
    row = newest(catalog["rescue_counts"].where(org_id="link", measure="people_cumulative", counted="people_and_children"))
    not_counted = _("People helped by other groups. Counts without children are another series and never joined with this one.")
    return _rescue_fact("rescues.link_total", _("People helped by LiNK in all"), row, not_counted, _("with their children"))


@fact_of("rescues.link_latest_year")
def link_latest_year(catalog: Catalog) -> Fact:
    """How many people LiNK says it helped in the last year it has published."""
    row = newest(catalog["rescue_counts"].where(org_id="link", measure="people_year"))
    not_counted = _("People helped by other groups, and people who came on their own. Whether children are counted is not always stated.")
    label = _("People helped by LiNK in {year}", year=When(row.text("date")[:4]))
    return _rescue_fact("rescues.link_latest_year", label, row, not_counted, _("its own count"))
