"""The board of channels into North Korea: when each ran, as far as is known."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Board, BoardRow, Mark, Segment
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, Text, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import record_of
from lib.status import STATUS_LABELS
from lib.topics.information import (
    BOARD_START,
    CHANNELS,
    OWN_COUNT,
    RUN_WORDS,
    efforts_in,
    group_of,
)


def _turns(catalog: Catalog, row: Row) -> tuple[str, str]:
    """When a channel that is back, or said to be back, went silent and returned; empty where no row says so."""
    if row["status"] not in ("restarted_small", "disputed"):
        return "", ""
    hours_off = catalog["transmission_hours"].where(effort_id=row.key, daily_hours=0)
    closed = catalog["media_events"].where(effort_id=row.key, category="channel_closed")
    silent = min((item.text("date") for item in (*hours_off, *closed)), default="")
    opened = catalog["media_events"].where(lambda item: item.text("date") > silent, effort_id=row.key, category="channel_opened")
    return (silent, opened[-1].text("date")) if silent and opened else ("", "")


def _segments(catalog: Catalog, row: Row) -> tuple[Segment, ...]:
    started, ended, seen = row.text("started"), row.text("ended"), row.text("status_as_of")
    known = "active" if started else "unknown"
    start_words: Text = "" if started else _("start unknown")
    if group_of(row) == "ended":
        words = start_words or STATUS_LABELS[row.text("status")]
        if not ended:
            words = _("ended by then; the day is not known")
        return (Segment(started, ended or seen, "ended" if started else "unknown", row.key, label=words),)
    after = Segment(seen, "", "unknown", row.key, label=_("nothing known after this date"))
    silent, back = _turns(catalog, row)
    if silent:
        return (
            Segment(started, silent, known, row.key),
            Segment(back, seen, row.text("status"), row.key, label=row.text("status_note")),
            after,
        )
    return (Segment(started, seen, known, row.key, label=start_words), after)


def _board_row(catalog: Catalog, row: Row) -> BoardRow:
    name = f"† {row.text('name')}" if row.flag("operator_believed") else row.text("name")
    seen = row.text("ended") or row.text("status_as_of")
    words = _("ended or last seen {date}", date=When(seen))
    dots = () if row["started"] else (Mark(seen, row.key, hover=words),)
    return BoardRow(name, _segments(catalog, row), dots)


def _board_rows(catalog: Catalog, rows: tuple[Row, ...]) -> tuple[BoardRow, ...]:
    """One line per channel, with a heading per group where there is more than one."""
    groups = list(dict.fromkeys(group_of(row) for row in rows))
    lines = []
    for group in groups:
        if len(groups) > 1:
            lines.append(BoardRow(RUN_WORDS[group], (), heading=True))
        lines += [_board_row(catalog, row) for row in rows if group_of(row) == group]
    return tuple(lines)


_STATES: dict[str, LazyText] = {
    "running": _("{number} running when last seen"),
    "restarted_small": _("{number} restarted on a small scale"),
    "disputed": _("{number} disputed"),
    "ended": _("{number} ended or suspended"),
    "unknown": _("{number} of unknown state"),
}


def _count_words(rows: tuple[Row, ...]) -> LazyText:
    """How many channels are in which state, for any selection of them."""
    kinds = [row.text("status") if row["status"] in ("restarted_small", "disputed") else group_of(row) for row in rows]
    parts = tuple(words.filled(number=Number(kinds.count(kind))) for kind, words in _STATES.items() if kind in kinds)
    return _("Channels with a known date: {parts}", parts=Listed(parts))


def _board_cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    silent, back = _turns(catalog, row)
    texts = [row.text(name) or None for name in ("started", "ended", "status_as_of")]
    status = STATUS_LABELS[row.text("status")]
    return (row.key, row.text("name"), row.text("operator"), CHANNELS[row.text("channel")], status, texts[0], silent, back, *texts[1:])


@exhibit_of("information.channel_board", page="information")
def channel_board(catalog: Catalog, channel: tuple[str, ...] = (), runs: str = "all") -> Exhibit:
    """When each channel ran, as far as is known, for the given channels and group of states."""
    chosen = efforts_in(catalog, channel, runs)
    drawn = tuple(
        row for row in chosen if (row["started"] and (row["ended"] or row["status_as_of"])) or row["ended"] or row["status_as_of"]
    )
    undated = len(chosen) - len(drawn)
    finding = _count_words(drawn) if drawn else _("No dated channel fits")
    subtitle = _(
        "when each channel ran, from {year}; † operator believed, never confirmed; ◆ last seen or ended, start unknown",
        year=Year(int(BOARD_START)),
    )
    if undated:
        more = ngettext(
            "{number} channel without any date is not drawn",
            "{number} channels without any date are not drawn",
            undated,
            number=Number(undated),
        )
        subtitle = _("{subtitle}; {more}", subtitle=subtitle, more=more)
    roles = (
        ("active", _("ran, to the day it was last seen")),
        ("restarted_small", _("restarted on a small scale")),
        ("disputed", _("disputed")),
        ("ended", _("ran, then ended or suspended")),
        ("unknown", _("start unknown, or nothing known after the last date")),
    )  # fmt: skip
    lines = _board_rows(catalog, drawn)
    used = {segment.role for line in lines for segment in line.segments}
    return Exhibit(
        exhibit_id="information.channel_board",
        page="information",
        title=_("Channels into North Korea"),
        takeaway=finding,
        subtitle=subtitle,
        chart=Board(lines, BOARD_START, catalog.last_check, tuple(item for item in roles if item[0] in used), _("channels"))
        if drawn
        else None,
        alt=_("A board with one line per channel. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("name", _("Channel")),
            Column("operator", _("Operator")),
            Column("channel", _("Way of sending")),
            Column("status", _("State")),
            Column("started", _("Started")),
            Column("silent_from", _("Silent from")),
            Column("back_from", _("Said to be back from")),
            Column("ended", _("Ended")),
            Column("status_as_of", _("Last information")),
        ),
        rows=tuple(_board_cells(catalog, row) for row in drawn),
        record=record_of(
            chosen or catalog["efforts"].rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_(
                "Stations, campaigns and other channels that carry information into North Korea, one line for each operator and way of sending."
            ),
            not_counted=_(
                "Reach, content, hours, and pauses in between. A line that ends without a stop ends on the day of the last information."
            ),
            with_row_caveats=False,
        ),
        facts=("information.efforts_active", "information.efforts_ended"),
    )
