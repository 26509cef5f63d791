"""Exhibits of the closed border: time line, tourists, fences. Tables: `border_events`, `presence_counts`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Board, BoardRow, Mark, MarkSeries, Points, Segment
from lib.dates import When, first_day, last_day
from lib.exhibits import Column, Exhibit, exhibit_of, fact
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number
from lib.provenance import record_of
from lib.topics.caveats import caveats_of
from lib.topics.presence_border import study_area
from lib.topics.presence_staff import count_columns, count_mark
from lib.topics.presence_words import BASES, CATEGORIES, bare, counters, counts, fits, said

CLOSING = "2020"
_ROLES = {"trade": "main", "tourism": "accent", "reopening": "opened"}
_MEASURES = frozenset({"closure", "entry_ban", "shoot_order"})


def _role(row: Row) -> str:
    return _ROLES.get(row.text("category"), "closed")


def _title(row: Row) -> str:
    """The event's title for the chart; "COVID-19: …" loses its prefix where the title would need more than two lines."""
    title = row.text("title")
    if len(title) > 50 and ": " in title:
        rest = title.split(": ", 1)[1]
        title = rest[:1].upper() + rest[1:]
    return title


def _line(row: Row) -> BoardRow:
    start, end, role = row.text("date"), row.text("end_date"), _role(row)
    if not end:
        hover = _("{title}, {when}", title=row.text("title"), when=When(start))
        return BoardRow(_title(row), (), (Mark(start, row.key, hover=hover, role=role),))
    pieces = [Segment(start, end, role, row.key, label=row.text("title"))]
    if row.text("end_basis") == "nominal" and row.text("category") in _MEASURES:
        pieces.append(Segment(end, "", "unknown", row.key, label=_("known to {date}", date=When(end))))
    return BoardRow(_title(row), tuple(pieces))


def _timeline_finding(catalog: Catalog, rows: list[Row]) -> LazyText:
    if not rows:
        return _("No event fits these filters")
    shut, back = fact(catalog, "presence.days_border_closed"), fact(catalog, "presence.days_no_entry")
    wanted = {key for made in (shut, back) for _table, key in made.record.rows}
    if wanted <= {row.key for row in rows}:
        return _(
            "No regular passenger flights for {days}, to {end}; the first diplomats came in after {entry}, on {first}",
            days=shut.quantity, end=When(shut.record.as_of), entry=back.quantity, first=When(back.record.as_of),
        )  # fmt: skip
    first, last = rows[0], max(rows, key=lambda row: last_day(row.text("date")))
    if len(rows) == 1:
        return _("{title}, {when}", title=first.text("title"), when=When(first.text("date")))
    return _(
        "{number} events, the last in {when}: {title}",
        number=Number(len(rows)), when=When(last.text("date")[:7]), title=last.text("title"),
    )  # fmt: skip


@exhibit_of("foreigners.border_timeline", page="foreigners")
def border_timeline(catalog: Catalog, category: tuple[str, ...] = (), years: str = "since-2020") -> Exhibit:
    """Border and tourism as a time line: stretches for what has an end, diamonds for single days."""
    every = sorted(catalog["border_events"].rows, key=lambda row: first_day(row.text("date")))
    fitting = [row for row in every if fits(row, "category", category)]
    rows = [row for row in fitting if years == "all" or max(row.text("date"), row.text("end_date")) >= CLOSING]
    earlier = len(fitting) - len(rows)
    start = min((row.text("date")[:4] for row in rows), default=CLOSING) if years == "all" else CLOSING
    end = catalog["border_events"].schema.inroads["last_check"]
    words = {
        "closed": _("closing, bans, orders, cuts of staff, fences"),
        "opened": _("reopening"),
        "accent": _("tourism"),
        "main": _("trade"),
        "unknown": _("not known whether it goes on"),
    }
    lines = tuple(_line(row) for row in rows)
    used = {item.role for line in lines for item in line.segments} | {dot.role for line in lines for dot in line.dots}
    chart = Board(lines, start, end, tuple((role, text) for role, text in words.items() if role in used), _("events"))
    takeaway = _timeline_finding(catalog, rows)
    subtitle = _("each line one event; a diamond is a single day, or a measure with no known end")
    missing = ngettext("{number} earlier event is not drawn", "{number} earlier events are not drawn", earlier, number=Number(earlier))
    base = tuple(rows or every)
    return Exhibit(
        "foreigners.border_timeline", "foreigners", _("The border and tourism: what was shut and what opened"), takeaway,
        _("{subtitle}; {missing}", subtitle=subtitle, missing=missing) if earlier else subtitle,
        chart if rows else None,
        _("Time line of events at the border and in tourism, in order of date. {finding}.", finding=takeaway),
        (
            Column("row", _("Row")), Column("date", _("Date")), Column("date_basis", _("Date: basis")), Column("end_date", _("End")),
            Column("end_basis", _("End: basis")), Column("title", _("Event")), Column("category", _("Kind")), Column("summary", _("What happened")),
        ),
        tuple(
            (row.key, row.text("date"), BASES[row.text("date_basis")], row.text("end_date") or None, BASES[row.text("end_basis")],
             row.text("title"), CATEGORIES[row.text("category")], row.text("summary"))
            for row in rows
        ),
        record_of(
            base, as_of=max((row.text("date") for row in base), key=last_day), counted_by=_("News media, ministries and tour agencies"),
            counted=_("Closings, bans, orders, fences, trade, tourism and reopenings at North Korea's borders, with their dates."),
            not_counted=_("Measures that nobody reported. No end date means that no end is known, not that a measure is still in force."),
            with_row_caveats=len(base) < 12,
            extra_caveats=caveats_of(catalog, "border_events"),
        ),
        facts=("presence.days_border_closed", "presence.days_no_entry"),
    )  # fmt: skip


_TOURISTS: tuple[tuple[str, LazyText, str, str], ...] = (
    ("foreign_tourists", _("all foreign tourists"), "ink", "square"),
    ("chinese_tourists", _("Chinese tourists"), "fourth", "circle"),
    ("western_tourists", _("Western tourists"), "second", "diamond"),
    ("russian_visitors", _("Russian visitors"), "accent", "triangle-up"),
)


@exhibit_of("foreigners.tourism_counts", page="foreigners")
def tourism_counts(catalog: Catalog) -> Exhibit:
    """Counts of tourists by measure and counter, disputed ones hollow; nothing is joined or added up."""
    rows = counts(catalog, *(metric for metric, *_rest in _TOURISTS))
    russian, chinese = fact(catalog, "presence.tourists_russian"), fact(catalog, "presence.chinese_tourists_before")
    firm = catalog["presence_counts"].row(russian.record.rows[-1][1])
    takeaway = _(
        "{russian} Russian tourists from {start} to {end}; in {year}, {chinese} Chinese tourists",
        russian=bare(firm), start=When(firm.text("period_start")), end=When(firm.text("period_end")),
        year=When(chinese.record.as_of), chinese=Number(chinese.quantity.value or 0),
    )  # fmt: skip
    shown = {firm.key, chinese.record.rows[-1][1]}
    series = tuple(
        MarkSeries(
            words, role,
            tuple(count_mark(row, said(bare(row)) if row.key in shown else "") for row in rows if row.text("metric") == metric), shape,
        )
        for metric, words, role, shape in _TOURISTS
    )  # fmt: skip
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.tourism_counts", "foreigners", _("How many tourists, as counted by whom"), takeaway,
        _("people, most of them in a year; hollow: disputed; logarithmic scale"), Points(series, _("people"), log=True),
        _("Points over time on a logarithmic scale, by nationality. {finding}. Disputed counts are hollow.", finding=takeaway),
        columns, lines,
        record_of(
            rows, as_of=rows[-1].text("date"), counted_by=counters(rows),
            counted=_("Tourists or visitors in a year or in the period named, as each counter defines them."),
            not_counted=_("Single tour groups, marathon runners, and visitors in years for which nobody gave a number."),
        ),
        actions=("check-travel-rules", "skip-state-tour"),
        facts=("presence.tourists_russian", "presence.chinese_tourists_before"),
    )  # fmt: skip


@exhibit_of("foreigners.fence", page="foreigners")
def fence(catalog: Catalog) -> Exhibit:
    """Fences in the areas studied: length of border, fenced before and after, built and improved (km)."""
    area = study_area(catalog)
    before, after = counts(catalog, "border_fence_length")[0], counts(catalog, "border_fence_length")[-1]
    new, improved = counts(catalog, "border_fence_new")[-1], counts(catalog, "border_fence_improved")[-1]
    rows = (area, before, after, new, improved)
    then, almost = When(after.text("date")), after.text("qualifier") == "almost"
    labels: tuple[tuple[str, LazyText], ...] = (
        (area.key, _("Border studied")),
        (before.key, _("Fenced in {when}", when=When(before.text("date")))),
        (after.key, _("Fenced in {when} (almost)", when=then) if almost else _("Fenced in {when}", when=then)),
        (new.key, _("New fence, all layers")),
        (improved.key, _("Older fence improved")),
    )
    bars = tuple(Bar(row.key, row.known("value"), row.key, label=row.text("definition")) for row in rows)
    takeaway = _(
        "On {area} km of border studied, {new} km of fence were built and {improved} km improved",
        area=bare(area), new=bare(new), improved=bare(improved),
    )  # fmt: skip
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.fence", "foreigners", _("Fences on the northern border, measured on satellite images"), takeaway,
        _("km in the areas studied; counted by {counter}", counter=counters(rows)),
        Bars(tuple(row.key for row in rows), (BarSeries("", "main", bars),), _("km"), horizontal=True, x_labels=labels),
        _("Horizontal bars of lengths in km. {finding}; fences stand in several layers.", finding=takeaway), columns, lines,
        record_of(
            rows, as_of=new.text("date"), counted_by=counters(rows),
            counted=_("Lengths measured on satellite images of the areas studied; new fence counts every layer, so it can be longer than the border."),
            not_counted=_("The rest of the border, and anything built later. No second organization has measured it."),
        ),
        facts=("border.fence_new", "border.guard_facilities"),
    )  # fmt: skip
