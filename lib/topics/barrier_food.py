"""The exhibit of undernourishment: each edition of the report is a series of its own. Table: `indicators`."""

from __future__ import annotations

import re

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.dates import Period
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number
from lib.provenance import Confidence, Fact, record_of
from lib.topics.barrier_facts import indicator_fact
from lib.topics.barrier_words import newest_date

_MEASURE = "Prevalence of undernourishment, three-year average"


@fact_of("barriers.undernourished")
def undernourished(catalog: Catalog) -> Fact:
    """Share of people undernourished, newest three-year average that we hold, with its edition."""
    rows = catalog["indicators"].where(indicator=_MEASURE)
    key = newest_date(rows)
    row = next(item for item in rows if item["as_of"] == key)
    return indicator_fact(
        "barriers.undernourished",
        _("Undernourished people"),
        row,
        _("Share of people whose food does not give the energy they need, modeled as an average of three years."),
        _(
            "Hunger in single years, places or groups. Figures of other editions are not comparable, and later editions are not covered here."
        ),
        context=_("{period}, {edition}", period=Period(row.text("period_start"), row.text("period_end")), edition=row.text("edition")),
    )


_SHORT: dict[str, LazyText] = {
    "earlier than SOFI 2019": _("before SOFI 2019"),
    "Global Hunger Index 2020": _("GHI 2020"),
    "SOFI 2021 and 2022": _("SOFI 2021/22"),
}


def _edition_order(row: Row) -> tuple[float, str, str]:
    """Editions by year of publication; an edition known only to be earlier stands before it."""
    edition = row.text("edition")
    year = int(re.findall(r"\d{4}", edition)[0])
    return (year - (0.5 if edition.startswith("earlier") else 0), edition, row.text("period_start"))


def _period(row: Row) -> Period:
    return Period(row.text("period_start"), row.text("period_end"))


def _label(row: Row) -> Text:
    edition = row.text("edition")
    return _("{edition}: {period}", edition=_SHORT.get(edition, edition), period=_period(row))


@exhibit_of("barriers.undernourishment", page="barriers")
def undernourishment(catalog: Catalog) -> Exhibit:
    """Share of people undernourished by edition and three-year period (percent); disputed values hollow."""
    rows = tuple(sorted(catalog["indicators"].where(indicator=_MEASURE), key=_edition_order))
    series = tuple(
        MarkSeries(
            "",
            "main",
            tuple(
                Mark(
                    row.key,
                    row.key,
                    value=row.known("value"),
                    hollow=row["confidence"] == Confidence.DISPUTED,
                    label=_("{share}%", share=Number(row.known("value"))),
                    hover=edition,
                )
                for row in rows
                if row.text("edition") == edition
            ),
        )
        for edition in dict.fromkeys(row.text("edition") for row in rows)
    )
    finding = _(
        "The model put undernourishment between {low}% and {high}% of the people, by edition and period; editions cannot be compared",
        low=Number(min(row.known("value") for row in rows)),
        high=Number(max(row.known("value") for row in rows)),
    )
    dated = tuple(sorted(rows, key=lambda row: row.text("period_end")))
    return Exhibit(
        exhibit_id="barriers.undernourishment",
        page="barriers",
        title=_("Undernourishment, by edition"),
        takeaway=finding,
        subtitle=_(
            "percent of people, average of three years; SOFI: The State of Food Security and Nutrition in the World; GHI: Global Hunger Index; "
            "hollow: two editions differ on the period"
        ),
        chart=Ladder(tuple(row.key for row in rows), tuple((row.key, _label(row)) for row in rows), series, _("percent")),
        alt=_("Points, one row for each edition and period, not joined. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("edition", _("Edition")),
            Column("period", _("Period")),
            Column("share", _("Undernourished"), _("percent")),
            Column("confidence", _("Confidence")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("edition"),
                _("{period}", period=_period(row)),
                row.known("value"),
                Confidence(row.text("confidence")).label,
                row.text("caveat"),
            )
            for row in rows
        ),
        record=record_of(
            dated,
            as_of=dated[-1].text("period_end"),
            counted_by=_("Food and Agriculture Organization (FAO), a model"),
            counted=_(
                "Share of people whose food does not give the energy they need, modeled from thin data as an average of three years."
            ),
            not_counted=_("Starvation, single years, and editions after 2022. Only values of one edition may be compared with each other."),
        ),
        facts=("barriers.undernourished",),
    )
