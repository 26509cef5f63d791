"""Facts on the closed border, tourists, and North Korea's missions abroad.

Tables: `border_events` (days), `presence_counts` (people, km, facilities, missions), `dprk_missions_abroad`.
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When, first_day, last_day, year_of
from lib.exhibits import fact_of
from lib.i18n import Text, _
from lib.numbers import Quantity, Year
from lib.provenance import Confidence, Fact, record_of
from lib.topics.foreigners import count_fact
from lib.topics.presence_words import FIRST_ENTRY, LINKS_CUT, bare, counts, said


def _days(fact_id: str, label: Text, rows: tuple[Row, ...], start: str, end: str, counted: Text, not_counted: Text) -> Fact:
    record = record_of(rows, as_of=end, counted_by=_("Inroads, from the dates of the events"), counted=counted, not_counted=not_counted)
    days = (first_day(end) - first_day(start)).days
    return Fact(
        fact_id, label, Quantity(value=days, unit="days"), record,
        context=_("to {when}", when=When(end)), note=_("From {start} to {end}.", start=When(start), end=When(end)),
    )  # fmt: skip


@fact_of("presence.days_border_closed")
def days_border_closed(catalog: Catalog) -> Fact:
    """Days from the suspension of flights and passenger trains to the first passenger flight abroad."""
    row = catalog["border_events"].row(LINKS_CUT)
    return _days(
        "presence.days_border_closed", _("Days without regular flights"), (row,), row.text("date"), row.text("end_date"),
        _("Days from the suspension of flights and passenger trains to the first passenger flight abroad."),
        _("Freight, departures on special flights or overland, and passenger trains with China, which resumed later."),
    )  # fmt: skip


@fact_of("presence.days_no_entry")
def days_no_entry(catalog: Catalog) -> Fact:
    """Days from the suspension of flights and passenger trains to the first known entry of foreign diplomats."""
    start, end = catalog["border_events"].row(LINKS_CUT), catalog["border_events"].row(FIRST_ENTRY)
    return _days(
        "presence.days_no_entry", _("Days until diplomats came in"), (start, end), start.text("date"), end.text("date"),
        _("Days from the suspension of flights and passenger trains to the first known entry of foreign diplomats."),
        _("Entries that nobody reported, freight crews, and North Koreans who came home."),
    )  # fmt: skip


@fact_of("presence.tourists_russian")
def tourists_russian(catalog: Catalog) -> Fact:
    """Russian tourists in the latest period whose count is not disputed."""
    rows = [row for row in counts(catalog, "russian_visitors") if row.text("confidence") != Confidence.DISPUTED]
    newest = rows[-1]
    return count_fact(
        "presence.tourists_russian", _("Russian tourists"), (newest,), "people",
        _("Visitors of other nationalities, and Russians who came for other reasons than tourism."),
        context=said(Period(newest.text("period_start"), newest.text("period_end"))),
    )  # fmt: skip


@fact_of("presence.chinese_tourists_before")
def chinese_tourists_before(catalog: Catalog) -> Fact:
    """Chinese tourists in the latest year counted before the closing."""
    newest = counts(catalog, "chinese_tourists")[-1]
    return count_fact(
        "presence.chinese_tourists_before", _("Chinese tourists"), (newest,), "people",
        _("Day visits without a tour, traders, and visitors of other nationalities."),
        context=_("in {year}", year=Year(year_of(newest.text("date")))),
    )  # fmt: skip


@fact_of("presence.dprk_missions_abroad")
def dprk_missions_abroad(catalog: Catalog) -> Fact:
    """North Korean missions abroad at the latest count."""
    rows = counts(catalog, "dprk_missions_abroad")
    return count_fact(
        "presence.dprk_missions_abroad", _("North Korean missions abroad"), rows[-1:], "missions",
        _("Trade offices and companies that are not missions, and changes after this date."),
        context=_("{count} in {when}", count=bare(rows[0]), when=When(rows[0].text("date")[:4])),
    )  # fmt: skip


def closings(catalog: Catalog, since: int = 2023) -> tuple[Row, ...]:
    """North Korean missions abroad that closed from a year on, oldest first; disputed closings included."""
    rows = catalog["dprk_missions_abroad"].where(lambda row: year_of(row.text("date")) >= since, change="closed")
    return tuple(sorted(rows, key=lambda row: last_day(row.text("date"))))


@fact_of("presence.dprk_missions_closed")
def dprk_missions_closed(catalog: Catalog) -> Fact:
    """North Korean missions abroad closed since 2023; a range where a closing is disputed."""
    rows = closings(catalog)
    disputed = [row for row in rows if row.text("confidence") == Confidence.DISPUTED]
    sure = len(rows) - len(disputed)
    quantity = Quantity(low=sure, high=len(rows), unit="missions") if disputed else Quantity(value=sure, unit="missions")
    record = record_of(
        rows,
        as_of=rows[-1].text("date"),
        counted_by=_("Inroads, from reports on each mission"),
        counted=_("Embassies and consulates general that closed from the wave of closings on; the higher number includes disputed ones."),
        not_counted=_("Missions that staff left without a formal closing, and changes that nobody reported."),
        confidence=Confidence.DISPUTED if disputed else None,
    )
    return Fact(
        "presence.dprk_missions_closed", _("North Korean missions closed"), quantity, record,
        context=_("since {when}", when=When(rows[0].text("date")[:7])),
        note=_("Not confirmed: {country}.", country=disputed[0].text("country")) if disputed else "",
    )  # fmt: skip


def study_area(catalog: Catalog) -> Row:
    """The length of border that the study of fences looked at (km)."""
    return counts(catalog, "border_length_studied")[-1]


@fact_of("border.fence_new")
def fence_new(catalog: Catalog) -> Fact:
    """Kilometers of new fencing in the areas studied."""
    row, area = counts(catalog, "border_fence_new")[-1], study_area(catalog)
    return count_fact(
        "border.fence_new", _("New fence, northern border"), (row,), "km",
        _("The rest of the border, older fencing that was improved, and anything built later."),
        context=_("on {length} km studied", length=bare(area)),
        note=_("Longer than the stretch studied because fences stand in several layers."),
    )  # fmt: skip


@fact_of("border.guard_facilities")
def guard_facilities(catalog: Catalog) -> Fact:
    """Guard facilities in the areas studied, by the count of one organization."""
    row, area = counts(catalog, "border_guard_facilities")[-1], study_area(catalog)
    return count_fact(
        "border.guard_facilities", _("Northern guard facilities"), (row,), "facilities",
        _("The rest of the border and anything built later. No second organization has counted."),
        context=_("on {length} km studied", length=bare(area)),
    )  # fmt: skip
