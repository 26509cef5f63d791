"""Facts on foreign missions and foreign staff in North Korea. Tables: `missions`, `movements`, `presence_counts`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When, last_day, year_of
from lib.exhibits import fact_of
from lib.i18n import Joined, Text, _, ngettext
from lib.numbers import Number, Quantity, Year
from lib.provenance import Confidence, Fact, record_of, row_quantity
from lib.topics.presence_words import bare, counters, counts, last_report, latest, said, span

_STAFFED = _("An honorary or non-resident ambassador, UN agencies, the Red Cross, aid organizations and news bureaus.")


def count_fact(
    fact_id: str,
    label: Text,
    rows: tuple[Row, ...],
    unit: str,
    not_counted: Text,
    quantity: Quantity | None = None,
    context: Text = "",
    note: Text = "",
) -> Fact:
    """A fact that is the last of `rows` of `presence_counts` (or a quantity made from all of them)."""
    newest = rows[-1]
    record = record_of(
        rows, as_of=newest.text("date"), counted_by=counters(rows), counted=newest.text("definition"), not_counted=not_counted
    )
    return Fact(fact_id, label, quantity or row_quantity(newest, unit), record, context=context, note=note)


@fact_of("presence.staffed_now")
def staffed_now(catalog: Catalog) -> Fact:
    """Foreign missions with staff at the latest count; a range where counters disagree."""
    rows = counts(catalog, "foreign_missions_staffed")
    newest, before = latest(rows), rows[0]
    said = [_("{counter}: {count}", counter=row.text("counted_by"), count=bare(row)) for row in newest]
    return count_fact(
        "presence.staffed_now", _("Staffed missions in Pyongyang"), newest, "missions", _STAFFED, span(newest, "missions"),
        context=_("{count} before {year}", count=bare(before), year=Year(year_of(before.text("date")))),
        note=_("{counts}.", counts=Joined(tuple(said), "; ")) if len(said) > 1 else "",
    )  # fmt: skip


@fact_of("presence.staffed_before")
def staffed_before(catalog: Catalog) -> Fact:
    """Foreign missions in Pyongyang before the pandemic."""
    row = counts(catalog, "foreign_missions_staffed")[0]
    when = When(row.text("date"))
    return count_fact("presence.staffed_before", _("Missions before the closing"), (row,), "missions", _STAFFED, context=said(when))


@fact_of("presence.lowest")
def lowest(catalog: Catalog) -> Fact:
    """The smallest count of working missions that no other counter disputes."""
    rows = counts(catalog, "foreign_missions_staffed")
    firm = [row for row in rows if row.text("confidence") != Confidence.DISPUTED]
    row = min(firm, key=lambda item: (item.known("value"), item.text("date")))
    lower = [other for other in rows if other.known("value") < row.known("value")]
    note = [
        _(
            "A lower count of {count} in {when} has another definition: {definition}",
            count=bare(other),
            when=When(other.text("date")),
            definition=other.text("definition"),
        )
        for other in lower
    ]
    return count_fact(
        "presence.lowest", _("Fewest missions in Pyongyang"), (row,), "missions", _STAFFED,
        context=_("in {when}", when=When(row.text("date"))), note=note[-1] if note else "",
    )  # fmt: skip


@fact_of("presence.un_staff")
def un_staff(catalog: Catalog) -> Fact:
    """International UN staff in the country at the latest count."""
    rows = counts(catalog, "un_international_staff")
    zeros = []
    for row in reversed(rows):
        if row.known("value") > 0:
            break
        zeros.append(row)
    since = When(zeros[-1].text("date")[:7]) if zeros else ""
    return count_fact(
        "presence.un_staff", _("UN international staff"), rows[-1:], "people",
        _("National staff of the UN, who work on, and international staff who work for North Korea from other countries."),
        context=_("none since {when}", when=since) if zeros else "",
    )  # fmt: skip


@fact_of("presence.un_staff_before")
def un_staff_before(catalog: Catalog) -> Fact:
    """International staff of the UN agencies for which a count before the pandemic is held, added up."""
    agencies = counts(catalog, "one_un_agency_international_staff")
    rows = tuple(row for row in agencies if row.text("date") == agencies[0].text("date"))
    return count_fact(
        "presence.un_staff_before", _("UN staff before the closing"), rows, "people",
        _("The World Food Programme and the other UN bodies in the country, for which no count of that date is held."),
        Quantity(value=sum(row.known("value") for row in rows), qualifier="at_least", unit="people"),
        context=ngettext("in {number} agency", "in {number} agencies", len(rows), number=Number(len(rows))),
    )  # fmt: skip


@fact_of("presence.ngo_staff")
def ngo_staff(catalog: Catalog) -> Fact:
    """International staff of all foreign non-governmental organizations at the latest count."""
    rows = counts(catalog, "ngo_international_staff")[-1:]
    return count_fact(
        "presence.ngo_staff", _("NGO international staff"), rows, "people",
        _("Local staff, and the Red Cross, which is not a non-governmental organization."),
        context=_("in {when}", when=When(rows[-1].text("date")[:7])),
    )  # fmt: skip


@fact_of("presence.red_cross_staff")
def red_cross_staff(catalog: Catalog) -> Fact:
    """International staff of the International Committee of the Red Cross at the latest count."""
    committee = "International Committee of the Red Cross"
    rows = tuple(row for row in counts(catalog, "red_cross_international_staff") if row.text("organization") == committee)
    return count_fact(
        "presence.red_cross_staff", _("Red Cross foreign staff"), rows[-1:], "people",
        _("The International Federation of Red Cross and Red Crescent Societies, the national Red Cross society and local staff."),
        context=_("{count} in {when}", count=bare(rows[0]), when=When(rows[0].text("date"))),
    )  # fmt: skip


def _embassies(catalog: Catalog, fact_id: str, label: Text, statuses: tuple[str, ...], counted: Text, context: Text = "") -> Fact:
    rows = sorted(
        catalog["missions"].where(lambda row: row.text("status") in statuses, kind="embassy"),
        key=lambda row: last_day(row.text("status_as_of") or "1900"),
    )
    dates = [row.text("status_as_of") for row in rows if row.text("status_as_of")]
    undated = len(rows) - len(dates)
    period = Period(dates[0], dates[-1])
    reported = _("Each status holds as of its own date, {period}.", period=period)
    if undated:
        reported = ngettext(
            "Each status holds as of its own date, {period}; {number} has no date.",
            "Each status holds as of its own date, {period}; {number} have no date.",
            undated, period=period, number=Number(undated),
        )  # fmt: skip
    record = record_of(
        tuple(rows),
        as_of=last_report(rows),
        counted_by=_("Inroads, from reports on each mission"),
        counted=counted,
        not_counted=_("Offices that are not embassies, UN agencies, the Red Cross, aid organizations and news bureaus."),
        extra_caveats=(reported,),
    )
    return Fact(fact_id, label, Quantity(value=len(rows), unit="embassies"), record, context=context, note=reported)


@fact_of("presence.embassies_returned")
def embassies_returned(catalog: Catalog) -> Fact:
    """Embassies whose staff left and are back."""
    total = len(catalog["missions"].where(kind="embassy"))
    return _embassies(
        catalog, "presence.embassies_returned", _("Embassies back in Pyongyang"), ("returned",),
        _("Embassies in Pyongyang whose foreign staff had left and are known to be back."),
        context=_("of {number} embassies", number=Number(total)),
    )  # fmt: skip


@fact_of("presence.embassies_open")
def embassies_open(catalog: Catalog) -> Fact:
    """Embassies that never closed."""
    return _embassies(
        catalog, "presence.embassies_open", _("Embassies that never closed"), ("open",),
        _("Embassies in Pyongyang that never closed, newly opened ones included."),
    )  # fmt: skip


@fact_of("presence.embassies_away")
def embassies_away(catalog: Catalog) -> Fact:
    """Embassies that are suspended or formally closed."""
    return _embassies(
        catalog, "presence.embassies_away", _("Embassies closed or suspended"), ("suspended", "closed"),
        _("Embassies in Pyongyang that are suspended (no foreign staff, no formal end) or formally closed."),
        context=_("in Pyongyang"),
    )  # fmt: skip


@fact_of("presence.embassies_unknown")
def embassies_unknown(catalog: Catalog) -> Fact:
    """Embassies whose state is not known."""
    return _embassies(
        catalog, "presence.embassies_unknown", _("Embassies of unknown state"), ("unknown",),
        _("Embassies in Pyongyang for which nothing recent and clear is known."),
    )  # fmt: skip


@fact_of("presence.missions_closed_april_2021")
def missions_closed(catalog: Catalog) -> Fact:
    """Missions that had stopped work by April 2021, by the Russian embassy's count."""
    rows = counts(catalog, "foreign_missions_closed")
    offices = len(catalog["missions"].where(kind="liaison_office"))
    return count_fact(
        "presence.missions_closed_april_2021", _("Missions closed in Pyongyang"), rows, "missions",
        _("Missions that had closed for good before, and any that stopped work later."),
        context=_("by {when}", when=When(rows[-1].text("date")[:7])),
        note=ngettext(
            "{number} of them is an office, not an embassy.", "{number} of them are offices, not embassies.", offices, number=Number(offices)
        ),
    )  # fmt: skip


@fact_of("presence.last_un_ngo_left")
def last_un_ngo_left(catalog: Catalog) -> Fact:
    """People in the group with which the last international staff of the UN and of NGOs left."""
    row = catalog["movements"].row("left-last-un-and-ngo-2021-03")
    quantity = row_quantity(row, "people", "people", "people_low", "people_high")
    record = record_of(
        (row,),
        as_of=row.text("date"),
        counted_by=_("Russian embassy in Pyongyang; NK News counted fewer"),
        counted=_("People in the group that left overland, diplomats among them."),
        not_counted=_("Foreign staff who had left before, and local staff, who stayed."),
        confidence=Confidence.DISPUTED,
    )
    return Fact(
        "presence.last_un_ngo_left", _("Last UN and aid group to leave"), quantity, record,
        context=_("in {when}", when=When(row.text("date")[:7])), note=row.text("caveat"),
    )  # fmt: skip


@fact_of("presence.western_staffed")
def western_staffed(catalog: Catalog) -> Fact:
    """European embassies with diplomats present at the latest count."""
    rows = counts(catalog, "western_embassies_staffed")
    return count_fact(
        "presence.western_staffed", _("Staffed European embassies"), rows[-1:], "embassies",
        _("The offices of France, Italy and Switzerland, which are not embassies, and the embassy of Russia."),
        context=_("{count} in {when}", count=bare(rows[0]), when=When(rows[0].text("date"))),
    )  # fmt: skip
