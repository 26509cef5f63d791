"""Exhibits of foreign missions in Pyongyang: who left, who came back, what is known of each. Table: `missions`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Board, BoardRow, Mark
from lib.dates import When, last_day, year_of
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import Confidence, Record, record_of, weakest
from lib.topics.caveats import caveats_of
from lib.topics.presence_stretches import BOARD_START, formal_closings, stretches
from lib.topics.presence_words import (
    BASES,
    EXTENTS,
    KIND_NAMES,
    KINDS,
    SHORT_KINDS,
    STATUSES,
    fits,
    last_report,
    left_cell,
    returned_cell,
    short_name,
    who_left,
    who_returned,
)

_SUSPENDED = _(
    "Suspended means that no foreign staff are there without a formal end; local staff of UN agencies and of Concern Worldwide work on."
)
_EMBASSY_FACTS = ("presence.embassies_returned", "presence.embassies_open", "presence.embassies_away", "presence.embassies_unknown")


def chosen(catalog: Catalog, kind: tuple[str, ...], status: tuple[str, ...]) -> tuple[Row, ...]:
    """The missions that fit the filters, by kind, then by date of leaving (unknown last), then by name."""
    order = list(KINDS)
    rows = [row for row in catalog["missions"] if fits(row, "kind", kind) and fits(row, "status", status)]
    rows.sort(key=lambda row: (order.index(row.text("kind")), last_day(row.text("left_on") or "9999"), short_name(row)))
    return tuple(rows)


def _nouns(kinds: set[str], count: int) -> LazyText:
    number = Number(count)
    if kinds == {"embassy"}:
        return ngettext("{number} embassy", "{number} embassies", count, number=number)
    if kinds == {"un_agency"}:
        return ngettext("{number} UN agency", "{number} UN agencies", count, number=number)
    if kinds == {"ngo"}:
        return ngettext("{number} non-governmental organization", "{number} non-governmental organizations", count, number=number)
    if kinds == {"news_bureau"}:
        return ngettext("{number} news bureau", "{number} news bureaus", count, number=number)
    return ngettext("{number} foreign mission or office", "{number} foreign missions and offices", count, number=number)


def _said(status: str, who: object, count: int) -> LazyText:
    return {
        "open": ngettext("{who} never closed", "{who} never closed", count, who=who),
        "returned": ngettext("{who} left and returned", "{who} left and returned", count, who=who),
        "suspended": ngettext("{who} is suspended", "{who} are suspended", count, who=who),
        "closed": ngettext("{who} is closed", "{who} are closed", count, who=who),
        "unknown": ngettext("the state of {who} is not known", "the state of {who} is not known", count, who=who),
    }[status]


def finding(rows: tuple[Row, ...]) -> LazyText:
    """How many of the missions shown are in which state, as one sentence."""
    if not rows:
        return _("No mission fits these filters")
    counted = {status: sum(row.text("status") == status for row in rows) for status in STATUSES}
    counted = {status: number for status, number in counted.items() if number}
    who = _nouns({row.text("kind") for row in rows}, len(rows))
    if set(counted) == {"unknown"}:
        return _("The state of {who} is not known", who=who)
    if len(counted) == 1:
        return _said(next(iter(counted)), who, len(rows))
    parts = tuple(_said(status, Number(number), number) for status, number in counted.items())
    return _("Of {who}, {parts}", who=who, parts=Listed(parts))


def absence(rows: tuple[Row, ...]) -> LazyText:
    """How many of the missions that all foreign staff left have them back, as one sentence."""
    left = [row for row in rows if row.text("left_kind") == "full"]
    back = sum(row.text("status") == "returned" for row in left)
    if not left:
        return finding(rows)
    if not back:
        return ngettext(
            "All foreign staff left {number} of the missions shown; no return is known",
            "All foreign staff left {number} of the missions shown; no return is known",
            len(left), number=Number(len(left)),
        )  # fmt: skip
    return _(
        "All foreign staff left {left} of the {all} missions shown; staff are known to have come back to {back} of them",
        left=Number(len(left)), all=Number(len(rows)), back=Number(back),
    )  # fmt: skip


def _record(catalog: Catalog, rows: tuple[Row, ...]) -> Record:
    base = rows or catalog["missions"].rows
    newest = last_report(base)
    ordered = sorted(base, key=lambda row: row.text("status_as_of") == newest)
    levels = [Confidence(row.text("confidence")) for row in base]
    known = levels.count(Confidence.MEMORY)
    note = ngettext(
        "{number} mission rests in part on what is widely known, without a published source.",
        "{number} missions rest in part on what is widely known, without a published source.",
        known, number=Number(known),
    )  # fmt: skip
    unsourced = (note,) if known else ()
    return record_of(
        tuple(ordered),
        as_of=newest or catalog["missions"].schema.inroads["last_check"],
        counted_by=_("Inroads, from reports on each mission"),
        counted=_("Embassies, offices, agencies and bureaus with foreign staff in Pyongyang, each with its last known status and the date of that report."),
        not_counted=_("What happened after the last report on a mission, ambassadors who live in other countries, and local staff."),
        # One row that rests on no page does not make the others unsourced: it is counted in a note instead.
        confidence=weakest([level for level in levels if level != Confidence.MEMORY] or levels),
        extra_caveats=(_SUSPENDED, *unsourced, *caveats_of(catalog, "missions")),
        with_row_caveats=len(base) < 12,
    )  # fmt: skip


@exhibit_of("foreigners.missions_by_status", page="foreigners")
def missions_by_status(catalog: Catalog, kind: tuple[str, ...] = (), status: tuple[str, ...] = ()) -> Exhibit:
    """Missions by kind and last known status, as stacked bars."""
    rows = chosen(catalog, kind, status)
    kinds = [key for key in KINDS if any(row.text("kind") == key for row in rows)]
    counted = {
        key: {state: sum(fits(row, "kind", (key,)) and fits(row, "status", (state,)) for row in rows) for state in STATUSES}
        for key in kinds
    }
    looks = {"open": ("present", ""), "returned": ("returned", "."), "suspended": ("suspended", ""), "closed": ("closed", ""),
             "unknown": ("unknown", "/")}  # fmt: skip
    series = tuple(
        BarSeries(
            words, looks[state][0], tuple(Bar(key, counted[key][state], key) for key in kinds if counted[key][state]), looks[state][1]
        )
        for state, words in STATUSES.items()
    )
    chart = Bars(
        tuple(kinds), tuple(item for item in series if item.bars), _("missions"), horizontal=True, x_labels=tuple(SHORT_KINDS.items())
    )
    return Exhibit(
        "foreigners.missions_by_status", "foreigners",
        _("Foreign missions by kind and last known status"),
        finding(rows),
        _("missions and offices; each status as of its own date"),
        chart if rows else None,
        _("Stacked bars by kind of mission. {finding}.", finding=finding(rows)),
        (Column("row", _("Row")), Column("kind", _("Kind")), *(Column(state, words) for state, words in STATUSES.items())),
        tuple((key, KINDS[key], *counted[key].values()) for key in kinds),
        _record(catalog, rows),
        facts=_EMBASSY_FACTS,
    )  # fmt: skip


def _board(rows: tuple[Row, ...], end: str, formal: frozenset[str]) -> Board:
    lines: list[BoardRow] = []
    several = len({row.text("kind") for row in rows}) > 1
    before = ""
    for row in rows:
        kind = row.text("kind")
        if several and kind != before:
            lines.append(BoardRow(SHORT_KINDS[kind], (), heading=True))
            before = kind
        seen = row.text("status_as_of")
        words = _("{status}, last report {date}", status=STATUSES[row.text("status")], date=When(seen))
        dots = (Mark(seen, row.key, hover=words),) if seen >= BOARD_START else ()
        lines.append(BoardRow(short_name(row), stretches(row, row.key in formal), dots))
    roles = (
        ("present", _("foreign staff there, as last known")),
        ("partial", _("some staff or the ambassador gone, mission at work")),
        ("away", _("left, no foreign staff")),
        ("unknown", _("not known")),
    )
    return Board(tuple(lines), BOARD_START, end, roles, _("missions"))


@exhibit_of("foreigners.presence_board", page="foreigners")
def presence_board(catalog: Catalog, kind: tuple[str, ...] = (), status: tuple[str, ...] = ()) -> Exhibit:
    """One line per mission from leaving to return; still away at the end is hatched, not known is dotted."""
    rows = chosen(catalog, kind, status)
    end = catalog["missions"].schema.inroads["last_check"]
    nameless = sum(row.text("left_kind") in ("full", "") and not row.text("left_on") for row in rows)
    undated = ngettext(
        "for {number} the day of leaving is not known", "for {number} the day of leaving is not known", nameless, number=Number(nameless)
    )
    subtitle = _(
        "each line one mission, {start} to {end}; a diamond marks the last report", start=Year(year_of(BOARD_START)), end=When(end)
    )
    return Exhibit(
        "foreigners.presence_board", "foreigners",
        _("From leaving to return, mission by mission"),
        absence(rows),
        _("{subtitle}; {undated}", subtitle=subtitle, undated=undated) if nameless else subtitle,
        _board(rows, end, formal_closings(catalog)) if rows else None,
        _("One line per mission, from leaving to return. {finding}. Lines that end hatched have no known return.", finding=absence(rows)),
        (
            Column("row", _("Row")), Column("name", _("Mission")), Column("kind", _("Kind")), Column("opened", _("Opened")),
            Column("left_on", _("Left")), Column("left_basis", _("Date of leaving")), Column("left_kind", _("Who left")),
            Column("returned_on", _("Returned")), Column("returned_basis", _("Date of return")),
            Column("status", _("Status")), Column("status_as_of", _("Last report")),
        ),
        tuple(
            (row.key, row.text("name"), KIND_NAMES[row.text("kind")], row.text("opened") or None, left_cell(row), BASES[row.text("left_basis")],
             EXTENTS[row.text("left_kind")], returned_cell(row), BASES[row.text("returned_basis")], STATUSES[row.text("status")],
             row.text("status_as_of") or None)
            for row in rows
        ),
        _record(catalog, rows),
        facts=_EMBASSY_FACTS,
    )  # fmt: skip


@exhibit_of("foreigners.every_mission", page="foreigners")
def every_mission(catalog: Catalog, kind: tuple[str, ...] = (), status: tuple[str, ...] = (), q: str = "") -> Exhibit:
    """Every mission in words, as a list that can be searched by name, country or summary."""
    wanted = q.casefold()
    rows = tuple(
        row for row in chosen(catalog, kind, status) if wanted in " ".join(map(row.text, ("name", "country_or_org", "summary"))).casefold()
    )
    return Exhibit(
        "foreigners.every_mission", "foreigners",
        _("Every mission"),
        ngettext("{number} mission on record", "{number} missions on record", len(rows), number=Number(len(rows))),
        _("when foreign staff left and came back: all of them, unless it says who; the status is the last one known"),
        None,
        _("Table of missions with the dates of leaving and return. {finding}.", finding=finding(rows)),
        (
            Column("row", _("Row")), Column("name", _("Mission")), Column("kind", _("Kind")), Column("left_on", _("Left")),
            Column("returned_on", _("Returned")), Column("status", _("Status")), Column("status_as_of", _("Last report")),
            Column("summary", _("What is known")), Column("sources", _("Sources")),
        ),
        tuple(
            (row.key, row.text("name"), KIND_NAMES[row.text("kind")], who_left(row), who_returned(row), STATUSES[row.text("status")],
             row.text("status_as_of") or None, row.text("summary"), len(row.sources))
            for row in rows
        ),
        _record(catalog, rows),
        is_table=True,
    )  # fmt: skip
