"""Facts on outside information: radio hours before and after the cuts of 2025, who was reached, what runs, what was given."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import fact_of
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, record_of, row_quantity
from lib.topics.information import (
    COHORT_COUNTED,
    COHORT_NOT_COUNTED,
    HOURS_COUNTED,
    HOURS_COUNTER,
    HOURS_NOT_COUNTED,
    cohort_rows,
    cohort_words,
    counted_when,
    hours_rows,
    later_estimate,
)

STATION_COUNTED = _("Foreign stations on the air at the same time, at the busiest hour of the day.")
STATION_NOT_COUNTED = _("Stations that send at other hours only, and the parallel frequencies of each station.")


@fact_of("information.hours_before")
def hours_before(catalog: Catalog) -> Fact:
    """Transmission hours a day before the cuts of 2025."""
    row = hours_rows(catalog)[0]
    return Fact(
        "information.hours_before",
        _("Radio hours before cuts"),
        Quantity(row.known("daily_hours"), unit="transmission_hours_per_day"),
        record_of(
            (row,), as_of=row.text("date"), counted_by=HOURS_COUNTER, counted=HOURS_COUNTED, not_counted=HOURS_NOT_COUNTED
        ),
        context=counted_when(row),
        note=_("The source says only that this was earlier in the year; it gives no month."),
    )  # fmt: skip


@fact_of("information.hours_after")
def hours_after(catalog: Catalog) -> Fact:
    """Transmission hours a day after the cuts of 2025."""
    before, after = hours_rows(catalog)
    return Fact(
        "information.hours_after",
        _("Radio hours after cuts"),
        Quantity(after.known("daily_hours"), unit="transmission_hours_per_day"),
        record_of(
            (before, after), as_of=after.text("date"), counted_by=HOURS_COUNTER, counted=HOURS_COUNTED, not_counted=HOURS_NOT_COUNTED
        ),
        context=_("{number} earlier in {year}", number=Number(before.known("daily_hours")), year=Year(int(before.text("date")[:4]))),
        note=_("Transmission hours add up stations and parallel frequencies, so a day can hold more than twenty-four of them."),
    )  # fmt: skip


@fact_of("information.hours_change")
def hours_change(catalog: Catalog) -> Fact:
    """The fall in transmission hours, computed from the two counts."""
    before, after = hours_rows(catalog)
    later = later_estimate(catalog)
    fall = round(100 * (1 - after.known("daily_hours") / before.known("daily_hours")), 1)
    return Fact(
        "information.hours_change",
        _("Fall in radio hours"),
        Quantity(fall, unit="percent"),
        record_of(
            (before, later, after),
            as_of=after.text("date"),
            counted_by=_("Inroads, from the counts of 38 North"),
            counted=_("The difference between the two counts of transmission hours a day, as a share of the earlier one."),
            not_counted=_("Changes after the second count. A later estimate exists, but without a number of hours."),
        ),
        context=_("later estimate: {number}%", number=Number(abs(later.known("change_pct")))),
        note=_(
            "Computed from {before} and {after} transmission hours a day. An estimate of {month}, quoted by the Associated Press, speaks of {later}% "
            "and gives no hours.",
            before=Number(before.known("daily_hours")),
            after=Number(after.known("daily_hours")),
            month=When(later.text("date")),
            later=Number(abs(later.known("change_pct"))),
        ),
    )


@fact_of("information.later_estimate")
def later_fall(catalog: Catalog) -> Fact:
    """The later estimate of the fall, which has a counter and a date of its own and gives no hours."""
    row = later_estimate(catalog)
    return Fact(
        "information.later_estimate",
        _("Fall in radio, later estimate"),
        Quantity(abs(row.known("change_pct")), unit="percent"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("38 North, as quoted by the Associated Press"),
            counted=_("How far radio aimed at North Korea had fallen, as a percentage."),
            not_counted=_("Hours: the report gives none, and does not say what the percentage is measured from."),
        ),
        context=_("no hours stated"),
        note=_("It stands apart from the two counts of hours: its base is not stated, so it is no third point of the same series."),
    )


@fact_of("information.stations_before")
def stations_before(catalog: Catalog) -> Fact:
    """Stations on the air at the busiest hour before the cuts."""
    row = hours_rows(catalog)[0]
    return Fact(
        "information.stations_before",
        _("Radio stations before cuts"),
        Quantity(row.known("stations_at_peak"), unit="stations"),
        record_of((row,), as_of=row.text("date"), counted_by=HOURS_COUNTER, counted=STATION_COUNTED, not_counted=STATION_NOT_COUNTED),
        context=_("on {number} frequencies", number=Number(row.known("frequencies_at_peak"))),
    )


@fact_of("information.stations_after")
def stations_after(catalog: Catalog) -> Fact:
    """Stations on the air at the busiest hour after the cuts."""
    before, after = hours_rows(catalog)
    return Fact(
        "information.stations_after",
        _("Radio stations after cuts"),
        Quantity(after.known("stations_at_peak"), unit="stations"),
        record_of(
            (before, after), as_of=after.text("date"), counted_by=HOURS_COUNTER, counted=STATION_COUNTED, not_counted=STATION_NOT_COUNTED
        ),
        context=_("{number} earlier in {year}", number=Number(before.known("stations_at_peak")), year=Year(int(before.text("date")[:4]))),
        note=_(
            "At the busiest hour, on {after} frequencies instead of {before}.",
            after=Number(after.known("frequencies_at_peak")),
            before=Number(before.known("frequencies_at_peak")),
        ),
    )


def _cohort_label(row: Row) -> LazyText:
    if row.number("cohort_start"):
        return _("Foreign video, left {years}", years=cohort_words(row))
    return _("Foreign video, left pre-{year}", year=Year(int(row.known("cohort_end"))))


def _cohort_fact(fact_id: str, row: Row) -> Fact:
    base = int(row.known("sample_size"))
    return Fact(
        fact_id,
        _cohort_label(row),
        row_quantity(row, "percent", "value_pct", "low_pct", "high_pct"),
        record_of((row,), as_of=row.text("year"), counted_by=row.text("pollster"), counted=COHORT_COUNTED, not_counted=COHORT_NOT_COUNTED),
        context=ngettext("of {number} person asked", "of {number} people asked", base, number=Number(base)),
        note=_(
            "Had watched foreign video in North Korea; interviews of {start}–{end} in South Korea.",
            start=Year(int(row.text("period_start")[:4])),
            end=Year(int(row.text("period_end")[:4])),
        ),
    )


def _cohort(catalog: Catalog, end: int) -> Row:
    return next(row for row in cohort_rows(catalog) if row["cohort_end"] == end)


@fact_of("information.video_cohort_before_2000")
def video_cohort_before_2000(catalog: Catalog) -> Fact:
    """Share of those who left before 2000 who had watched foreign video."""
    return _cohort_fact("information.video_cohort_before_2000", _cohort(catalog, 2000))


@fact_of("information.video_cohort_2016_2020")
def video_cohort_2016_2020(catalog: Catalog) -> Fact:
    """Share of those who left in 2016–2020 who had watched foreign video."""
    return _cohort_fact("information.video_cohort_2016_2020", _cohort(catalog, 2020))
