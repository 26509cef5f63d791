"""What is known of each mission over time, as stretches for the presence board. Tables: `missions`, `movements`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Segment
from lib.dates import When
from lib.i18n import Text, _

BOARD_START = "2020"


def formal_closings(catalog: Catalog) -> frozenset[str]:
    """Missions whose dated departure was a formal closing: nobody was there any more."""
    return frozenset(row.text("mission_row_id") for row in catalog["movements"].where(people=0) if row.text("mission_row_id"))


def stretches(row: Row, formal: bool) -> tuple[Segment, ...]:
    """A mission's stretches: there, partly there, away, not known. No date is invented: what is not known is drawn so."""
    if formal:
        return (_piece(row, "away", "", "", _("formally closed on {date}; staff had left before", date=When(row.text("left_on")))),)
    extent = row.text("left_kind")
    if extent == "full":
        return _full(row)
    if extent == "none":
        return _stayed(row)
    if extent in ("partial", "ambassador_only"):
        return _partly(row)
    return (_piece(row, "unknown", "", "", _("whether foreign staff are there is not known")),)


def _piece(row: Row, role: str, start: str, end: str, words: Text = "") -> Segment:
    return Segment(start, end, role, row.key, label=words)


def _opened(row: Row) -> str:
    """The opening date if it falls within the board, else empty: the stretch begins at the board's edge."""
    return row.text("opened") if row.text("opened") >= BOARD_START else ""


def _seen(row: Row) -> str:
    return row.text("status_as_of")


def _stayed(row: Row) -> tuple[Segment, ...]:
    if row.text("status") != "unknown":
        return (_piece(row, "present", _opened(row), ""),)
    return (_piece(row, "present", _opened(row), _seen(row)), _piece(row, "unknown", _seen(row), ""))


def _partly(row: Row) -> tuple[Segment, ...]:
    left, back, status = row.text("left_on"), row.text("returned_on"), row.text("status")
    there = _piece(row, "present", _opened(row), left)
    who = _("the ambassador left") if row.text("left_kind") == "ambassador_only" else _("some staff left")
    if status == "open":
        fewer = _piece(row, "partial", left, back, who)
        return (there, fewer, _piece(row, "present", back, "")) if back else (there, fewer)
    if status == "returned":  # the rest left and came back on days that nobody has named
        gap = _piece(row, "unknown", left, back or _seen(row), _("when the rest left and came back is not known"))
        return (there, gap, _piece(row, "present", back or _seen(row), ""))
    return (there, _piece(row, "partial", left, _seen(row), who), _piece(row, "unknown", _seen(row), ""))


def _full(row: Row) -> tuple[Segment, ...]:
    left, back, seen = row.text("left_on"), row.text("returned_on"), _seen(row)
    if not left:
        return (
            _piece(row, "unknown", _opened(row), seen, _("the day of leaving is not known")),
            _piece(row, "away", seen, "", _("no return known")),
        )
    before = [_piece(row, "present", _opened(row), left)]
    if len(left) == 4:  # only the year is known: that year is drawn as not known
        before.append(_piece(row, "unknown", left, left, _("the day of leaving is not known")))
    if row.text("status") != "returned":
        return (*before, _piece(row, "away", left, "", _("no return known")))
    if back:
        return (*before, _piece(row, "away", left, back), _piece(row, "present", back, ""))
    return (*before, _piece(row, "unknown", left, seen, _("the day of return is not known")), _piece(row, "present", seen, ""))
