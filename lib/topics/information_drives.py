"""The three figures of one campaign that collects drives: each counts something else. Table: `distribution_volume`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.exhibits import fact_of
from lib.i18n import _
from lib.numbers import Year
from lib.provenance import Fact, record_of, row_quantity

CAMPAIGN = "flash-drives-for-freedom"
DRIVE_FACTS = ("information.drives_donated", "information.drives_pledged", "information.drives_sent_claim")


def campaign_row(catalog: Catalog, metric: str) -> Row:
    """The latest running total of the campaign for one kind of count. Raises IndexError if there is none."""
    return catalog["distribution_volume"].where(effort_id=CAMPAIGN, metric=metric, measure_kind="cumulative")[-1]


@fact_of("information.drives_donated")
def drives_donated(catalog: Catalog) -> Fact:
    """Drives donated to the best-known campaign, by its own count."""
    row = campaign_row(catalog, "drives_donated")
    return Fact(
        "information.drives_donated",
        _("Flash drives donated"),
        row_quantity(row, "drives"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("Flash Drives for Freedom, its own figure"),
            counted=_("USB drives and memory cards given to the campaign since it began."),
            not_counted=_("Drives that were sent, and drives that arrived: donated is not delivered."),
        ),
        context=_("to the end of {year}", year=Year(int(row.text("date")[:4]))),
        note=_("Higher numbers in later texts count other things, such as pledges, and do not continue this one."),
    )


@fact_of("information.drives_pledged")
def drives_pledged(catalog: Catalog) -> Fact:
    """Drives donated or pledged to the campaign, as a third party reports."""
    row = campaign_row(catalog, "drives_donated_or_pledged")
    return Fact(
        "information.drives_pledged",
        _("Drives donated or pledged"),
        row_quantity(row, "drives"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("a third party that writes about Flash Drives for Freedom"),
            counted=_("USB drives and memory cards given to the campaign or promised to it."),
            not_counted=_("How many of them were only promised, and how many were sent or arrived."),
        ),
        context=_("as reported in {year}", year=Year(int(row.text("date")[:4]))),
        note=_("Pledges are in it. It is not the campaign's own count and does not continue the number of drives donated."),
    )


@fact_of("information.drives_sent_claim")
def drives_sent_claim(catalog: Catalog) -> Fact:
    """Drives said to have been sent in, in a text that does not explain its number."""
    row = campaign_row(catalog, "drives_sent")
    return Fact(
        "information.drives_sent_claim",
        _("Drives said to be sent"),
        row_quantity(row, "drives"),
        record_of(
            (row,),
            as_of=row.text("date"),
            counted_by=_("a video page about Flash Drives for Freedom"),
            counted=_("Drives that were sent in, in the words of one text. It does not say how they were counted."),
            not_counted=_("Drives that arrived. No other source confirms the number."),
        ),
        context=_("in a text of {year}", year=Year(int(row.text("date")[:4]))),
        note=_("It does not fit the number of drives donated. We show it because it is quoted, and do not use it."),
    )
