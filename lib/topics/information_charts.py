"""Charts on outside information: radio hours before and after the cuts of 2025, and who had watched foreign video."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.charts.spec import Bar, Bars, BarSeries
from lib.dates import When
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import _
from lib.numbers import Number
from lib.provenance import record_of
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


@exhibit_of("information.hours", page="information")
def hours(catalog: Catalog) -> Exhibit:
    """Transmission hours a day by all foreign radio, before and after the cuts of 2025."""
    before, after = hours_rows(catalog)
    rows = (before, after)
    chart = Bars(
        x_order=tuple(row.key for row in rows),
        series=(BarSeries(_("Transmission hours a day"), "main", tuple(Bar(row.key, row.known("daily_hours"), row.key) for row in rows)),),
        unit=_("transmission hours a day"),
        horizontal=True,
        x_labels=tuple((row.key, counted_when(row)) for row in rows),
    )
    finding = _(
        "Foreign radio aimed at North Korea fell from {before} transmission hours a day {then} to {after} {now}",
        before=Number(before.known("daily_hours")),
        then=counted_when(before),
        after=Number(after.known("daily_hours")),
        now=counted_when(after),
    )
    later = later_estimate(catalog)
    return Exhibit(
        exhibit_id="information.hours",
        page="information",
        title=_("Radio aimed at North Korea"),
        takeaway=finding,
        subtitle=_("transmission hours a day: stations and parallel frequencies added together, counted by 38 North"),
        chart=chart,
        alt=_("Two bars. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("when", _("When")),
            Column("daily_hours", _("Transmission hours"), _("a day")),
            Column("stations_at_peak", _("Stations at the busiest hour")),
            Column("frequencies_at_peak", _("Frequencies at the busiest hour")),
        ),
        rows=tuple(
            (row.key, counted_when(row), row.number("daily_hours"), row.number("stations_at_peak"), row.number("frequencies_at_peak"))
            for row in rows
        ),
        record=record_of(
            rows,
            as_of=after.text("date"),
            counted_by=HOURS_COUNTER,
            counted=HOURS_COUNTED,
            not_counted=HOURS_NOT_COUNTED,
            extra_caveats=(
                _(
                    "A later estimate of {month}, quoted by the Associated Press, says that radio was down {number}%; it gives no hours, so it is not drawn.",
                    month=When(later.text("date")),
                    number=Number(abs(later.known("change_pct"))),
                ),
            ),
        ),
        facts=(
            "information.hours_before",
            "information.hours_after",
            "information.hours_change",
            "information.stations_before",
            "information.stations_after",
        ),
        actions=("support-independent-radio", "ask-broadcast-funding"),
    )


@exhibit_of("information.video_cohorts", page="information")
def video_cohorts(catalog: Catalog) -> Exhibit:
    """Share who had watched foreign video, by years of leaving; each group with its own base."""
    rows = cohort_rows(catalog)
    first, last = rows[0], rows[-1]
    bars = tuple(
        Bar(row.key, row.known("value_pct"), row.key, label=_("{number} people asked", number=Number(row.known("sample_size"))))
        for row in rows
    )
    finding = _(
        "Of people who left {early}, {low}% had watched foreign video in North Korea; of those who left in {late}, {high}%",
        early=cohort_words(first),
        low=Number(first.known("value_pct")),
        late=cohort_words(last),
        high=Number(last.known("value_pct")),
    )
    return Exhibit(
        exhibit_id="information.video_cohorts",
        page="information",
        title=_("Foreign video, by years of leaving"),
        takeaway=finding,
        subtitle=_(
            "% of escapees asked in South Korea, by the years in which they left; n is the base of each group; {who}",
            who=last.text("pollster"),
        ),
        chart=Bars(
            x_order=tuple(row.key for row in rows),
            series=(BarSeries(_("Had watched foreign video"), "main", bars),),
            unit=_("% of the group"),
            horizontal=True,
            share=True,
            x_labels=tuple(
                (row.key, _("{years} (n = {number})", years=cohort_words(row), number=Number(row.known("sample_size")))) for row in rows
            ),
        ),
        alt=_("Bars for {number} groups by years of leaving. {finding}.", number=Number(len(rows)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("left", _("Left North Korea")),
            Column("value_pct", _("Had watched foreign video"), "%"),
            Column("sample_size", _("People asked")),
        ),
        rows=tuple((row.key, cohort_words(row), row.number("value_pct"), row.number("sample_size")) for row in rows),
        record=record_of(
            rows,
            as_of=str(int(last.known("year"))),
            counted_by=last.text("pollster"),
            counted=COHORT_COUNTED,
            not_counted=COHORT_NOT_COUNTED,
            extra_caveats=(
                _("People who left are not the people who stayed, and those who fled may have watched more or less than others."),
            ),
        ),
        facts=("information.video_cohort_before_2000", "information.video_cohort_2016_2020"),
    )
