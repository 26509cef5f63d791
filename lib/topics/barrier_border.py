"""The exhibit of the border: every figure on fences, guard facilities, orders to shoot and mines, by source and date.

Tables: `indicators`, `presence_counts` (fences), `border_events` and `timeline` (orders, mines). Places, distances between
posts and hours are in none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of, fact, fact_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, Fact, record_of, row_quantity
from lib.topics.barrier_facts import indicator_fact
from lib.topics.barrier_words import figure_of, indicator, publishers_of, who_of
from lib.topics.presence_border import study_area
from lib.topics.presence_words import bare, counts


@fact_of("barriers.works_reuters")
def works_reuters(catalog: Catalog) -> Fact:
    """Length of new or expanded works at the northern border, as one newsroom and one institute saw them (km)."""
    return indicator_fact(
        "barriers.works_reuters",
        _("Border works seen from space"),
        indicator(catalog, "reuters-security-works-2023-05"),
        _("Stretches of the northern border where satellite images show new or larger security works of any kind."),
        _("Stretches without newer images. The length is no part of the count of another organization, and none is part of it."),
        context=_("by Reuters"),
        note=_("Another counter, with another definition, than the length of new fence: the two are never added."),
    )


@fact_of("barriers.mines")
def mines(catalog: Catalog) -> Fact:
    """Landmines in the Demilitarized Zone between the two Koreas: a range of estimates."""
    return indicator_fact(
        "barriers.mines",
        _("Mines, southern border"),
        indicator(catalog, "dmz-landmines"),
        _("Landmines in the Demilitarized Zone (DMZ) between the two Koreas, from the lowest to the highest estimate."),
        _("Mines laid after this date, on which no number is known, and mines at the northern border."),
        counted_by=_("News media, quoting military sources"),
        context=_("no official count"),
    )


_FENCES: dict[str, LazyText] = {
    "border_length_studied": _("Border studied on satellite images"),
    "border_fence_length": _("Border studied that had a fence"),
    "border_fence_new": _("New fence, all layers added up"),
    "border_fence_improved": _("Older fence improved"),
    "border_guard_facilities": _("Guard buildings and posts"),
}
# What is counted of each side; figures without a source, and people who crossed, are left out.
_NORTH = ("reuters-security-works-2023-05", "shoot-on-sight-zone-width-2020-08-25", "china-border-length", "russia-border-length")
_SOUTH = ("dmz-landmines", "anti-tank-barriers-2024-07-18", "dmz-length", "dmz-width", "north-korea-troops-within-60-km-2003")
_ORDER, _MINES = "shoot-on-sight-order-2020", "tl-2024-06-mines-southern-line"


@dataclass(frozen=True)
class _Line:
    """A line of the table: the row it comes from, and what is said in its cells."""

    row: Row
    what: Text
    date: str
    figure: Text
    counter: Text


def _indicator_line(catalog: Catalog, key: str) -> _Line:
    row = indicator(catalog, key)
    return _Line(row, row.text("indicator"), row.text("as_of"), figure_of(row), who_of(row))


def _count_line(row: Row) -> _Line:
    figure = _("{figure}", figure=row_quantity(row, row.text("unit")))
    return _Line(row, _FENCES[row.text("metric")], row.text("date"), figure, row.text("counted_by"))


def _event_line(catalog: Catalog, row: Row, what: str) -> _Line:
    return _Line(row, row.text(what), row.text("date"), row.text("summary"), publishers_of(catalog, row))


def _lines(catalog: Catalog, side: str) -> tuple[_Line, ...]:
    north = [
        *(_count_line(row) for metric in _FENCES for row in counts(catalog, metric)),
        *(_indicator_line(catalog, key) for key in _NORTH[:1]),
        _event_line(catalog, catalog["border_events"].row(_ORDER), "title"),
        *(_indicator_line(catalog, key) for key in _NORTH[1:]),
    ]
    south = [
        *(_indicator_line(catalog, key) for key in _SOUTH[:2]),
        _event_line(catalog, catalog["timeline"].row(_MINES), "event"),
        *(_indicator_line(catalog, key) for key in _SOUTH[2:]),
    ]
    chosen = {"north": north, "south": south}.get(side, [*north, *south])
    # What the heading names stands first, since a slide shows the first lines only.
    named = {study_area(catalog).key, counts(catalog, "border_guard_facilities")[-1].key, _ORDER, _SOUTH[0]}
    return tuple(sorted(chosen, key=lambda line: line.row.key not in named))


def _finding(catalog: Catalog, side: str) -> LazyText:
    mines, order = indicator(catalog, "dmz-landmines"), catalog["border_events"].row(_ORDER)
    north = _(
        "In the north, {guards} guard facilities on {area} km studied, and since {date} an order to shoot",
        guards=Number(fact(catalog, "border.guard_facilities").quantity.value or 0),
        area=bare(study_area(catalog)),
        date=When(order.text("date")),
    )
    if side == "north":
        return north
    south = _("in the south, {low} to {high} mines by estimate", low=Number(mines.known("low")), high=Number(mines.known("high")))
    if side == "south":
        return _("In the south, {low} to {high} mines by estimate: nobody has counted them", **dict(south.params))
    return _("{north}; {south}", north=north, south=south)


def _cells(line: _Line) -> tuple[Cell, ...]:
    def cell(text: Text) -> Cell:
        return text

    label = Confidence(line.row.text("confidence")).label
    note = line.row.text("caveat") or "–"
    return (line.row.key, cell(line.what), line.date, cell(line.figure), cell(line.counter), label, note)


@exhibit_of("barriers.border", page="barriers")
def border(catalog: Catalog, side: str = "all") -> Exhibit:
    """Figures on the border by source and date, of one side (north, south) or both."""
    lines = _lines(catalog, side)
    finding = _finding(catalog, side)
    dated = sorted(lines, key=lambda line: line.date)
    return Exhibit(
        exhibit_id="barriers.border",
        page="barriers",
        title=_("What stands at the border, by source and date"),
        takeaway=finding,
        subtitle=ngettext(
            "{number} row; different counters, never added",
            "{number} rows; different counters, never added",
            len(lines),
            number=Number(len(lines)),
        ),
        chart=None,
        alt=_("A table of figures on fences, guard facilities, orders to shoot and mines. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("what", _("What")),
            Column("date", _("Date")),
            Column("figure", _("Figure or finding")),
            Column("counted_by", _("Counted by")),
            Column("confidence", _("Confidence")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(_cells(line) for line in lines),
        record=record_of(
            tuple(line.row for line in dated),
            as_of=dated[-1].date,
            counted_by=_("Human Rights Watch, Reuters, armies, police and news media, each for its own figure"),
            counted=_("Works, orders and mines at North Korea's borders, as each counter measured or estimated them."),
            not_counted=_(
                "What was built after the images were taken. Places, distances between posts and hours are left out on purpose, and so are figures "
                "for which we hold no source."
            ),
            with_row_caveats=False,
        ),
        facts=("border.guard_facilities",),
        actions=("read-hrw-chapter",),
        is_table=True,
    )
