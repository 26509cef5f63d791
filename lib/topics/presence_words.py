"""Words, filters and small readers that all modules on foreigners in North Korea share.

Tables: `missions`, `movements`, `border_events`, `presence_counts`, `dprk_missions_abroad`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.dates import format_skeleton

from lib.catalog import Catalog, Row
from lib.dates import When, first_day, last_day
from lib.exhibits import Cell, params_of
from lib.i18n import LazyText, Text, _, language
from lib.numbers import Number, Quantity
from lib.provenance import row_quantity
from lib.urlstate import Choice, Many, Param, Words

KINDS: dict[str, LazyText] = {
    "embassy": _("Embassies"),
    "liaison_office": _("Offices of states without an embassy"),
    "un_agency": _("UN agencies"),
    "red_cross": _("Red Cross"),
    "ngo": _("Non-governmental organizations"),
    "news_bureau": _("News bureaus"),
}
KIND_NAMES: dict[str, LazyText] = {
    "embassy": _("embassy"),
    "liaison_office": _("office of a state without an embassy"),
    "un_agency": _("UN agency"),
    "red_cross": _("Red Cross"),
    "ngo": _("non-governmental organization"),
    "news_bureau": _("news bureau"),
}
SHORT_KINDS: dict[str, LazyText] = {
    **KINDS,
    "liaison_office": _("Offices, not embassies"),
    "ngo": _("NGOs"),
}
STATUSES: dict[str, LazyText] = {
    "open": _("never closed"),
    "returned": _("left and returned"),
    "suspended": _("suspended"),
    "closed": _("closed"),
    "unknown": _("not known"),
}
BASES: dict[str, LazyText] = {
    "stated": _("stated"),
    "inferred": _("worked out"),
    "nominal": _("stands for a period or an announcement"),
    "": _("no date"),
}
EXTENTS: dict[str, LazyText] = {
    "full": _("all foreign staff"),
    "partial": _("some staff"),
    "ambassador_only": _("the ambassador"),
    "none": _("nobody is known to have left"),
    "": _("not known"),
}
DIRECTIONS: dict[str, LazyText] = {
    "left": _("Left"),
    "returned": _("Came or came back"),
    "expelled": _("Expelled"),
    "barred": _("Kept in or kept out"),
}
HOW: dict[str, LazyText] = {
    "air": _("by air"),
    "rail": _("by rail"),
    "rail_and_road": _("by rail and road"),
    "road": _("by road"),
    "land": _("overland"),
    "": _("way of travel not known"),
}
VISITS: dict[str, LazyText] = {
    "staff_return": _("staff back in post"),
    "rotation": _("new staff in a mission that never closed"),
    "first_arrival": _("first arrival"),
    "students": _("students"),
    "short_visit": _("short visit"),
    "sports_event": _("sports event"),
    "tourists": _("tourists"),
}
CATEGORIES: dict[str, LazyText] = {
    "closure": _("Closing"),
    "entry_ban": _("Bans on entry"),
    "staff_cut": _("Cuts of staff"),
    "shoot_order": _("Orders to shoot"),
    "fence": _("Fences"),
    "trade": _("Trade"),
    "tourism": _("Tourism"),
    "reopening": _("Reopening"),
}

# Two events on which several texts rest.
LINKS_CUT = "covid-air-and-rail-2020"
FIRST_ENTRY = "first-diplomats-2023"

PARAMS: tuple[Param, ...] = (
    Many("kind", _("Kind of mission"), tuple(SHORT_KINDS.items())),
    Many(
        "status",
        _("Last known status"),
        (
            ("open", _("Never closed")),
            ("returned", _("Left and returned")),
            ("suspended", _("Suspended")),
            ("closed", _("Closed")),
            ("unknown", _("Not known")),
        ),
    ),
    Words("q", _("Search by name, country or words")),
    Choice("direction", _("Which groups"), tuple(DIRECTIONS.items())),
    Many("category", _("Kind of event"), tuple(CATEGORIES.items())),
    Choice("years", _("Years"), (("since-2020", _("Since the closing")), ("all", _("All years on record")))),
)


@params_of("foreigners")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    return PARAMS


@dataclass(frozen=True)
class ShortMonth:
    """A partial date for chart labels, with a short month: "Mar 2021", "2020"."""

    iso: str

    def __str__(self) -> str:
        if len(self.iso) == 4:
            return self.iso
        return str(format_skeleton("yMMM", first_day(self.iso), locale=language()))


def fits(row: Row, column: str, wanted: Sequence[str]) -> bool:
    """Whether a row's code is among the wanted ones; none wanted means all."""
    return not wanted or row.text(column) in wanted


def cut(text: str, width: int = 28) -> str:
    """A text cut at a word for a chart label, with an ellipsis if anything is missing."""
    if len(text) <= width:
        return text
    words = text[:width].rsplit(" ", 1)[0].split(" ")
    while len(words) > 1 and len(words[-1]) <= 3:  # "of the …" reads badly
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"


def short_name(row: Row) -> str:
    """A mission's name for a chart label: the country, or the abbreviation or short name of the organization."""
    body = row.text("country_or_org")
    if row.text("kind") == "un_agency" and body == "United Nations":
        return row.text("name").split("'s ")[0]
    abbreviation = re.search(r"\(([A-Z]{2,})\)", body)
    return abbreviation[1] if abbreviation else cut(re.sub(r" \(.*", "", body), 26)


def counts(catalog: Catalog, *metrics: str) -> tuple[Row, ...]:
    """The counts of one measure or several, oldest first; on the same date the order of the table."""
    rows = catalog["presence_counts"].where(lambda row: row.text("metric") in metrics)
    return tuple(sorted(rows, key=lambda row: last_day(row.text("date"))))


def latest(rows: Sequence[Row]) -> tuple[Row, ...]:
    """All rows that carry the latest date: several where counters disagree."""
    return tuple(row for row in rows if row.text("date") == rows[-1].text("date"))


def bare(row: Row) -> Quantity:
    """A count without its unit, for sentences that name the unit themselves."""
    return row_quantity(row, "")


def said(value: object) -> LazyText:
    """A number, date or quantity alone, as a text that is written when it is read."""
    return _("{value}", value=value)


def span(rows: Iterable[Row], unit: str) -> Quantity:
    """The lowest to the highest of several counts of the same thing, or the one value on which they agree."""
    ends = [end for row in rows for end in row_quantity(row, unit).bounds or ()]
    return Quantity(value=ends[0], unit=unit) if min(ends) == max(ends) else Quantity(low=min(ends), high=max(ends), unit=unit)


def counters(rows: Iterable[Row]) -> Text:
    """Who counted, once each; more than three are counted, since the table beside the chart names them."""
    names = list(dict.fromkeys(row.text("counted_by") for row in rows))
    if len(names) > 3:
        return _("{number} counters, each for its own count", number=Number(len(names)))
    return "; ".join(names)


def last_report(rows: Sequence[Row]) -> str:
    """The latest date for which the status of one of the missions is known."""
    return max((row.text("status_as_of") for row in rows if row.text("status_as_of")), key=last_day, default="")


def left_cell(row: Row) -> Cell:
    """The day of leaving as a cell, or that nobody left."""
    return row.text("left_on") or (_("did not leave") if row.text("left_kind") == "none" else None)


def returned_cell(row: Row) -> Cell:
    """The day of return as a cell, or why there is none."""
    if row.text("returned_on"):
        return row.text("returned_on")
    if row.text("left_kind") == "none":
        return _("did not leave")
    return None if row.text("status") in ("returned", "unknown") else _("no return known")


_PART = {"partial": _("{date} (some staff)"), "ambassador_only": _("{date} (the ambassador)")}


def who_left(row: Row) -> Cell:
    """The day of leaving; where not all left it says who did, since a mission may have stayed open all the time."""
    words = _PART.get(row.text("left_kind"))
    return words.filled(date=When(row.text("left_on"))) if words and row["left_on"] else left_cell(row)


def who_returned(row: Row) -> Cell:
    """The day of return: of all staff, or of new staff at a mission that stayed open; "not known" is said."""
    status, when = row.text("status"), row.text("returned_on")
    if status == "open" and row["left_on"]:
        return _("{date} (new staff)", date=When(when)) if when else _("day not known")
    return _("day not known") if status == "returned" and not when else returned_cell(row)
