"""Exhibits of counts: missions with staff, European embassies, UN staff, Red Cross and NGO staff. Table: `presence_counts`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.catalog import Catalog, Row
from lib.charts.spec import Mark, MarkSeries, Points
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _
from lib.provenance import Confidence, record_of
from lib.topics.presence_words import bare, counters, counts, latest, said, span

# Enough pairs of colour and shape to tell every counter apart without colour as well.
_LOOKS = (
    ("main", "circle"), ("accent", "square"), ("second", "diamond"), ("third", "triangle-up"), ("fourth", "triangle-down"),
    ("ink", "cross"), ("main", "square"), ("accent", "diamond"), ("second", "circle"), ("third", "circle"),
    ("fourth", "square"), ("ink", "diamond"),
)  # fmt: skip

COUNT_COLUMNS = (
    Column("row", _("Row")), Column("date", _("Date")), Column("value", _("Count")), Column("low", _("Lowest")), Column("high", _("Highest")),
    Column("qualifier", _("As stated")), Column("counted_by", _("Counted by")), Column("definition", _("What is counted")),
    Column("confidence", _("Confidence")),
)  # fmt: skip


def count_cells(row: Row) -> tuple[Cell, ...]:
    """A count as a line of the table beside its chart."""
    return (
        row.key, row.text("date"), row.number("value"), row.number("low"), row.number("high"), said(bare(row)),
        row.text("counted_by"), row.text("definition"), Confidence(row.text("confidence")).label,
    )  # fmt: skip


def count_columns(rows: Iterable[Row]) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Columns and lines of a table of counts; the columns for ranges only where there are ranges."""
    lines = tuple(count_cells(row) for row in rows)
    kept = [
        at for at, column in enumerate(COUNT_COLUMNS) if column.name not in ("low", "high") or any(line[at] is not None for line in lines)
    ]
    return tuple(COUNT_COLUMNS[at] for at in kept), tuple(tuple(line[at] for at in kept) for line in lines)


def count_mark(row: Row, label: Text = "") -> Mark:
    """A count on a time axis; hollow where counters dispute it."""
    return Mark(
        x=row.text("date"), ref=row.key, value=row.number("value"), low=row.number("low"), high=row.number("high"),
        hollow=row.text("confidence") == Confidence.DISPUTED, label=label,
        hover=_("{when}: {counter}", when=When(row.text("date")), counter=row.text("counted_by")),
    )  # fmt: skip


def group_label(rows: Sequence[Row], row: Row) -> Text:
    """The figure beside a mark: where counters disagree about a month it stands once, at the highest mark, as a range."""
    together = [other for other in rows if other.text("date")[:7] == row.text("date")[:7]]
    highest = max(together, key=lambda other: other.known("value"))
    if row.key != highest.key:
        return ""
    spread = span(together, "")
    return said(bare(row) if len(together) == 1 else spread)


def by_counter(rows: Sequence[Row], column: str = "counted_by") -> tuple[MarkSeries, ...]:
    """One series per counter (or organization), each with a colour and a shape of its own, never joined by lines."""
    names = list(dict.fromkeys(row.text(column) for row in rows))
    return tuple(
        MarkSeries(
            name,
            _LOOKS[at % len(_LOOKS)][0],
            tuple(count_mark(row, group_label(rows, row)) for row in rows if row.text(column) == name),
            _LOOKS[at % len(_LOOKS)][1],
        )
        for at, name in enumerate(names)
    )


@exhibit_of("foreigners.staffed_embassies", page="foreigners")
def staffed_embassies(catalog: Catalog) -> Exhibit:
    """Foreign missions with staff over time, one series per counter; disagreeing counts both drawn."""
    rows = counts(catalog, "foreign_missions_staffed")
    first, newest = rows[0], latest(rows)
    takeaway = _(
        "Foreign missions with staff in Pyongyang: {before} in {start}, {now} in {end}",
        before=bare(first),
        start=When(first.text("date")),
        now=span(newest, ""),
        end=When(newest[0].text("date")[:7]),
    )
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.staffed_embassies", "foreigners",
        _("Foreign missions with staff in Pyongyang"),
        takeaway,
        _("missions; each counter has its own mark, disputed counts are hollow"),
        Points(by_counter(rows), _("missions")),
        _("Points over time, one mark per counter. {finding}. Counts by different counters are not joined.", finding=takeaway),
        columns, lines,
        record_of(
            rows, as_of=newest[0].text("date"), counted_by=counters(rows),
            counted=_("Foreign missions or embassies with staff present, as each counter defines it."),
            not_counted=_("UN agencies, the Red Cross, aid organizations and news bureaus; ambassadors who live in other countries."),
        ),
        facts=("presence.staffed_now", "presence.staffed_before", "presence.lowest"),
    )  # fmt: skip


@exhibit_of("foreigners.european_embassies", page="foreigners")
def european_embassies(catalog: Catalog) -> Exhibit:
    """European embassies with diplomats present, from the closing to the latest count."""
    rows = counts(catalog, "western_embassies_staffed")
    bottom = min(rows, key=lambda row: row.known("value"))
    takeaway = _(
        "European embassies with diplomats: {before} in {start}, {lowest} by {when}, {now} in {end}",
        before=bare(rows[0]), start=When(rows[0].text("date")), lowest=bare(bottom), when=When(bottom.text("date")[:7]),
        now=bare(rows[-1]), end=When(rows[-1].text("date")[:7]),
    )  # fmt: skip
    series = MarkSeries("", "main", tuple(count_mark(row, said(bare(row))) for row in rows))
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.european_embassies", "foreigners", _("European embassies with diplomats present"), takeaway,
        _("embassies; offices that are not embassies are left out"), Points((series,), _("embassies")),
        _("Points over time. {finding}.", finding=takeaway), columns, lines,
        record_of(
            rows, as_of=rows[-1].text("date"), counted_by=counters(rows), counted=rows[-1].text("definition"),
            not_counted=_("The offices of France, Italy and Switzerland, which are not embassies, and the embassy of Russia."),
        ),
        facts=("presence.western_staffed",),
    )  # fmt: skip


def _series(rows: Sequence[Row], name: Text, role: str, shape: str) -> MarkSeries:
    """A series whose figures are written only where they change: repeated ones would run into each other on phones."""
    before = [None, *(row.number("value") for row in rows)]
    marks = tuple(count_mark(row, said(bare(row)) if row.number("value") != last else "") for row, last in zip(rows, before, strict=False))
    return MarkSeries(name, role, marks, shape)


@exhibit_of("foreigners.un_staff", page="foreigners")
def un_staff(catalog: Catalog) -> Exhibit:
    """UN staff: international staff down to zero, beside national staff and those who wait abroad."""
    every = counts(catalog, "un_international_staff")
    agencies = counts(catalog, "one_un_agency_international_staff")
    local, abroad = counts(catalog, "un_national_staff"), counts(catalog, "un_international_staff_waiting_abroad")
    zero = next((row for row in every if row.known("value") == 0), every[-1])
    takeaway: LazyText = _(
        "UN international staff in North Korea: {latest} in {when}; national staff: {local}",
        latest=bare(every[-1]),
        when=When(every[-1].text("date")[:7]),
        local=bare(local[-1]),
    )
    looks = (("second", "square"), ("third", "diamond"), ("fourth", "triangle-up"), ("ink", "triangle-down"))
    names = list(dict.fromkeys(row.text("organization") for row in agencies))
    series = (
        _series(every, _("all international UN staff"), "accent", "circle"),
        *(
            _series(
                [row for row in agencies if row.text("organization") == name], _("{agency}: international staff", agency=name),
                *looks[at % len(looks)],
            )
            for at, name in enumerate(names)
        ),
        _series(abroad, _("international staff waiting abroad"), "context", "circle"),
        _series(local, _("national UN staff"), "main", "cross"),
    )  # fmt: skip
    rows = (*agencies, *abroad, *local, *every)
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.un_staff", "foreigners", _("UN staff in North Korea"), takeaway,
        _("people; the last international staff left by {when}", when=When(zero.text("date"))),
        Points(series, _("people")),
        _("Points over time: counts of single agencies, then of all international UN staff, which reach {latest}. {finding}.",
          latest=bare(every[-1]), finding=takeaway),
        columns, lines,
        record_of(
            rows, as_of=every[-1].text("date"), counted_by=counters(rows),
            counted=_("People employed by the UN for North Korea at a date: international staff in the country, by agency or in all, national staff, and international staff abroad."),
            not_counted=_("Short visits. No count of all international UN staff before the closing is held, only counts of single agencies."),
        ),
        actions=("follow-un-rapporteur",),
        facts=("presence.un_staff", "presence.un_staff_before"),
    )  # fmt: skip


@exhibit_of("foreigners.other_staff", page="foreigners")
def other_staff(catalog: Catalog) -> Exhibit:
    """International staff of the Red Cross and of non-governmental organizations, by organization."""
    rows = counts(catalog, "red_cross_international_staff", "one_ngo_international_staff", "ngo_international_staff")
    everyone = counts(catalog, "ngo_international_staff")[-1]
    red_cross = [row for row in rows if row.text("metric") == "red_cross_international_staff"][-1]
    takeaway = _(
        "{organization}: {cross} international staff in {then}; all foreign aid organizations: {count} in {when}",
        organization=red_cross.text("organization"), cross=bare(red_cross), then=When(red_cross.text("date")[:7]), count=bare(everyone), when=When(everyone.text("date")[:7]),
    )  # fmt: skip
    names = list(dict.fromkeys(row.text("organization") for row in rows))
    series = tuple(
        MarkSeries(
            name or _("all non-governmental organizations"), _LOOKS[at][0],
            tuple(count_mark(row, said(bare(row)) if row.known("value") or row is everyone else "") for row in rows if row.text("organization") == name),
            _LOOKS[at][1],
        )
        for at, name in enumerate(names)
    )  # fmt: skip
    columns, lines = count_columns(rows)
    named = tuple((line[0], row.text("organization") or _("all"), *line[1:]) for line, row in zip(lines, rows, strict=True))
    return Exhibit(
        "foreigners.other_staff", "foreigners", _("International staff of the Red Cross and aid organizations"), takeaway,
        _("people, by organization; a count each, so nothing is joined"), Points(series, _("people")),
        _("Points over time by organization, ending at zero. {finding}.", finding=takeaway),
        (columns[0], Column("organization", _("Organization")), *columns[1:]), named,
        record_of(
            rows, as_of=everyone.text("date"), counted_by=counters(rows),
            counted=_("International staff of one organization, or of all foreign non-governmental organizations, in the country at a date."),
            not_counted=_("Local staff, delegations on short visits, and organizations that published no count."),
        ),
        facts=("presence.ngo_staff", "presence.red_cross_staff"),
    )  # fmt: skip
