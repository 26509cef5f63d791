"""Counts of channels and laws: how many were seen active, ended, stopped in the year of the cuts, or name death."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.dates import When, year_of
from lib.exhibits import fact_of
from lib.i18n import _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, record_of
from lib.topics.information import OWN_COUNT, hours_rows, seen_active, stopped_rows


@fact_of("information.efforts_active")
def efforts_active(catalog: Catalog) -> Fact:
    """How many channels were seen active in the 18 months before the last check."""
    rows = seen_active(catalog)
    known = len(catalog["efforts"])
    return Fact(
        "information.efforts_active",
        _("Media channels seen active"),
        Quantity(len(rows), unit="channels"),
        record_of(
            rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_(
                "Stations, campaigns and other channels with a source that shows them active in the 18 months before {date}, when the data were "
                "last checked.",
                date=When(catalog.last_check),
            ),
            not_counted=_(
                "Channels last seen active longer ago, channels whose state is disputed or unknown, and those that restarted on a small scale. "
                "Some of them may be at work."
            ),
        ),
        context=_("of {number} channels known", number=Number(known)),
        note=_("A channel counts once for each operator and way of sending. The number says nothing about reach."),
    )


@fact_of("information.efforts_ended")
def efforts_ended(catalog: Catalog) -> Fact:
    """How many channels have ended; suspended ones stand beside it."""
    rows = sorted(catalog["efforts"].where(status="ended"), key=lambda row: row.text("ended"))
    suspended = len(catalog["efforts"].where(status="suspended"))
    return Fact(
        "information.efforts_ended",
        _("Media channels ended"),
        Quantity(len(rows), unit="channels"),
        record_of(
            tuple(rows),
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Stations, campaigns and other channels that a source describes as ended."),
            not_counted=_("Channels that are suspended, and channels of which nothing recent is known."),
        ),
        context=_("and {number} suspended", number=Number(suspended)),
        note=_("Loudspeakers stand once for each period in which they ran."),
    )


@fact_of("information.stopped_in_cuts")
def stopped_in_cuts(catalog: Catalog) -> Fact:
    """How many channels ended or were suspended in the year of the large cuts."""
    year = year_of(hours_rows(catalog)[1].text("date"))
    rows = tuple(row for row in stopped_rows(catalog) if row.text("ended").startswith(str(year)))
    return Fact(
        "information.stopped_in_cuts",
        _("Media channels stopped, {year}", year=Year(year)),
        Quantity(len(rows), unit="channels"),
        record_of(
            tuple(sorted(rows, key=lambda row: row.text("ended"))),
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Channels that a source describes as ended or suspended in that year, with a date."),
            not_counted=_("Channels that went silent and are said to be back, and channels of which nothing recent is known."),
        ),
        context=_("ended or suspended"),
        note=_("One operator can stand with several channels. The number says nothing about reach."),
        period=str(year),
    )


@fact_of("information.laws_death")
def laws_death(catalog: Catalog) -> Fact:
    """How many North Korean texts on outside information name death as the highest penalty."""
    texts = catalog["laws"].where(lambda row: row["kind"] != "report", jurisdiction="KP")
    rows = tuple(row for row in texts if row["penalty_class"] == "death")
    return Fact(
        "information.laws_death",
        _("Laws with death as a penalty"),
        Quantity(len(rows), unit="laws"),
        record_of(
            tuple(sorted(rows, key=lambda row: row.text("adopted"))),
            as_of=catalog.last_check,
            counted_by=_("Inroads, from leaked copies and reports"),
            counted=_(
                "North Korean laws and amendments on outside information with death as the highest penalty, as written or as reported."
            ),
            not_counted=_("How often the penalty is applied, and texts that are not known outside the country."),
        ),
        context=_("of {number} known texts", number=Number(len(texts))),
        note=_("North Korea does not publish most of these texts. One of them rests on a single anonymous source."),
    )
