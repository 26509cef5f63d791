"""The exhibit of the closing: what shut from 2020 on, what opened again, who was sent back and who still came across."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.charts.spec import Board, BoardRow, Mark, Segment
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of, weakest
from lib.topics.arrivals_table import closing_of_the_border
from lib.topics.returns import known_returns

_STRETCHES = ("closure", "entry_ban", "fence", "shoot_order")
# Rows of the chart have room for few words; the full titles stand in the table.
_SHORT: dict[str, LazyText] = {
    "border-fences-2020-2023": _("New fences on the border"),
    "covid-tourist-ban-2020": _("Tourists kept out"),
    "covid-emergency-2020": _("Missions: travel limits"),
    "covid-air-and-rail-2020": _("Air and rail shut"),
    "covid-confinement-2020": _("Foreigners confined"),
    "shoot-on-sight-order-2020": _("Shoot-on-sight order"),
}


@dataclass(frozen=True)
class _Line:
    """A line of dots: one kind of event."""

    label: LazyText
    kind: LazyText
    rows: tuple[Row, ...]
    column: str


def _from(rows: tuple[Row, ...], start: str) -> tuple[Row, ...]:
    return tuple(sorted((row for row in rows if row.text("date") >= start), key=lambda row: row.text("date")))


def _stretches(catalog: Catalog, start: str) -> tuple[Row, ...]:
    return _from(catalog["border_events"].where(lambda row: row.text("category") in _STRETCHES), start)


def _lines(catalog: Catalog, start: str) -> tuple[_Line, ...]:
    borders, milestones, others = catalog["border_events"], catalog["departure_milestones"], catalog["timeline"]
    return (
        _Line(_("Traffic or entry resumed"), _("reopening"), _from(borders.where(category="reopening"), start), "title"),
        _Line(_("People sent back"), _("forced return"), _from(known_returns(catalog), start), "summary"),
        _Line(_("Land border crossed"), _("crossing"), _from(milestones.where(category="direct_crossing"), start), "title"),
        _Line(_("Works and mines at borders"), _("works or mines"), _from(others.where(category="border"), start), "event"),
        _Line(_("Others who came directly"), _("direct arrival"), _from(others.where(category="escape"), start), "event"),
        _Line(_("Officials who left"), _("official left"), _from(milestones.where(category="official_departure"), start), "title"),
    )


def _segment(row: Row) -> Segment:
    open_end = not row["end_date"]
    return Segment(row.text("date"), row.text("end_date"), "unknown" if open_end else "closed", row.key, label=row.text("title"))


def _hover(row: Row, column: str) -> Text:
    return _("{date}: {title}", date=When(row.text("date")), title=row.text(column))


@exhibit_of("departures.closing_timeline", page="departures")
def closing_timeline(catalog: Catalog) -> Exhibit:
    """What shut and opened since the year of the closing. Tables border_events, forced_returns, departure_milestones, timeline."""
    shut = closing_of_the_border(catalog)
    start = shut.text("date")[:4]
    stretches = _stretches(catalog, start)
    lines = tuple(line for line in _lines(catalog, start) if line.rows)
    open_ended = sum(1 for row in stretches if not row["end_date"])
    kinds = {"closure": _("closing"), "entry_ban": _("entry ban"), "fence": _("fences"), "shoot_order": _("order to shoot")}
    cells: list[tuple[Cell, ...]] = [
        (row.key, row.text("date"), row.text("end_date"), kinds[row.text("category")], row.text("title"), _confidence(row))
        for row in stretches
    ]
    for line in lines:
        cells += [(row.key, row.text("date"), _("single date"), line.kind, row.text(line.column), _confidence(row)) for row in line.rows]
    finding = _(
        "Air and rail links were shut on {start} and passenger flights resumed on {end}; for {open} of {count} measures since {year} no end is known",
        start=When(shut.text("date")),
        end=When(shut.text("end_date")),
        open=Number(open_ended),
        count=Number(len(stretches)),
        year=Year(int(start)),
    )
    rows = (*stretches, *(row for line in lines for row in line.rows))
    dated = sorted(rows, key=lambda row: row.text("date"))
    return Exhibit(
        exhibit_id="departures.closing_timeline",
        page="departures",
        title=_("The closing since {year}", year=Year(int(start))),
        takeaway=finding,
        subtitle=_("dated events · bars: from beginning to end · diamonds: single days or months"),
        chart=Board(
            rows=(
                *(BoardRow(_SHORT.get(row.key, row.text("title")), (_segment(row),)) for row in stretches),
                *(
                    BoardRow(line.label, (), tuple(Mark(row.text("date"), row.key, hover=_hover(row, line.column)) for row in line.rows))
                    for line in lines
                ),
            ),
            start=start,
            end=catalog.last_check[:7],
            roles=(("closed", _("Beginning and end known")), ("unknown", _("No end known; it may have ended"))),
            unit=_("dates"),
        ),
        alt=_("{finding}. A board with a line for each measure and dots for reopenings, returns and crossings.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("start", _("Date")),
            Column("end", _("End")),
            Column("kind", _("Kind")),
            Column("event", _("Event")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(cells),
        record=record_of(
            tuple(dated),
            as_of=dated[-1].text("date"),
            counted_by=_("Governments, the United Nations, rights groups and news media, each for its own event"),
            counted=_(
                "Dated measures that closed the country or its northern border, and what resumed, with works and mines at the borders, the people sent back and those who crossed."
            ),
            not_counted=_(
                "Events before {year}, unannounced measures, and goods traffic. No end date means that no end is known, "
                "not that the measure is still in force.",
                year=Year(int(start)),
            ),
            confidence=weakest([Confidence(row.text("confidence")) for row in stretches]),
        ),
        actions=("press-china-refoulement",),
    )


def _confidence(row: Row) -> LazyText:
    return Confidence(row.text("confidence")).label
