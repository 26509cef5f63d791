"""Tables on outside information: airtime of single stations, laws and penalties."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import Joined, LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import record_of
from lib.topics.policy import state_words

MEDIUMS: dict[str, LazyText] = {
    "all": _("all ways"),
    "shortwave": _("shortwave"),
    "medium_wave": _("medium wave"),
    "shortwave_and_medium_wave": _("shortwave and medium wave"),
    "fm_and_shortwave": _("FM and shortwave"),
}


@exhibit_of("information.hours_by_broadcaster", page="information")
def hours_by_broadcaster(catalog: Catalog) -> Exhibit:
    """Airtime of single stations as they or monitors stated it, station by station and by date."""
    rows = catalog["transmission_hours"].where(scope="broadcaster", measure="airtime_hours")
    names = list(dict.fromkeys(row.text("broadcaster") for row in rows))
    ordered = tuple(sorted(rows, key=lambda row: (names.index(row.text("broadcaster")), row.text("date"))))
    last = {row.text("broadcaster"): row for row in rows if row["daily_hours"] is not None}
    off = sum(1 for row in last.values() if row["daily_hours"] == 0)
    finding = ngettext(
        "Of {all} stations with stated airtime, {number} was off the air when last counted",
        "Of {all} stations with stated airtime, {number} were off the air when last counted",
        off,
        all=Number(len(last)),
        number=Number(off),
    )
    return Exhibit(
        exhibit_id="information.hours_by_broadcaster",
        page="information",
        title=_("Airtime of single stations"),
        takeaway=finding,
        subtitle=_("hours of programs a day, as stations and monitors stated them; zero means off; never added to transmission hours"),
        chart=None,
        alt=_("A table of {number} statements. {finding}.", number=Number(len(rows)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("broadcaster", _("Station")),
            Column("date", _("Date")),
            Column("daily_hours", _("Airtime"), _("hours a day")),
            Column("medium", _("Way of sending")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                row.text("broadcaster"),
                row.text("date"),
                row.number("daily_hours"),
                MEDIUMS[row.text("medium")],
                row.text("caveat") or "–",
            )
            for row in ordered
        ),
        record=record_of(
            tuple(sorted(rows, key=lambda row: row.text("date"))),
            as_of=max(row.text("date") for row in rows),
            counted_by=_("stations, monitors and press, each for its own statement"),
            counted=_("Hours a day in which a station is on the air, each hour once, however many frequencies carry it."),
            not_counted=_("Parallel frequencies, hours that people could hear, and stations that never stated their airtime."),
            with_row_caveats=False,
        ),
        is_table=True,
    )


PLACES: dict[str, LazyText] = {"KP": _("North Korea"), "KR": _("South Korea"), "US": _("United States")}


def laws_of(catalog: Catalog, laws: str) -> tuple[Row, ...]:
    """Texts of the given country, or of all; reports are findings and not laws."""
    places = list(PLACES)
    rows = catalog["laws"].where(
        lambda row: row["kind"] != "report" and row["jurisdiction"] in PLACES and laws in ("all", row["jurisdiction"])
    )
    return tuple(sorted(rows, key=lambda row: (places.index(row.text("jurisdiction")), row.text("adopted"), row.key)))


def law_words(catalog: Catalog, row: Row) -> tuple[str, Text, Text]:
    """Date (partial ISO date), highest penalty and status of a text, the last two in words.

    Content and penalty come from `laws`; status and date from the decision, where the two are joined.
    """
    decision = catalog["instruments"].row(row.text("instrument_id")) if row["instrument_id"] else row
    penalty: Text = row.text("max_penalty")
    if not penalty:
        penalty = _("none") if row["penalty_class"] == "none" else _("not known")
    date = decision.text("date" if decision is not row else "adopted")
    return date, penalty, state_words(decision, catalog.last_check)


def _law_cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    date, penalty, status = law_words(catalog, row)
    return (row.key, PLACES[row.text("jurisdiction")], row.text("name"), date, penalty, status, row.text("summary"))


def _law_finding(rows: tuple[Row, ...]) -> Text:
    """What the shown texts threaten, country by country."""
    shown = {place: [row for row in rows if row["jurisdiction"] == place] for place in PLACES}
    parts: list[Text] = []
    if texts := shown["KP"]:
        death = sum(1 for row in texts if row["penalty_class"] == "death")
        parts.append(
            _(
                "{death} of {all} North Korean texts on outside information name death as the highest penalty, or are reported to",
                death=Number(death),
                all=Number(len(texts)),
            )
        )
    if texts := shown["KR"]:
        prison = sum(1 for row in texts if row["penalty_class"] == "prison")
        struck = sum(1 for row in texts if row["penalty_class"] == "prison" and row["status"] == "struck_down")
        named = _("{prison} of {all} South Korean texts name prison", prison=Number(prison), all=Number(len(texts)))
        parts.append(_("{named} ({number} struck down since)", named=named, number=Number(struck)) if struck else named)
    if texts := shown["US"]:
        naming = sum(1 for row in texts if row["penalty_class"] != "none")
        parts.append(
            _("{named} of {all} US texts name a penalty", named=Number(naming), all=Number(len(texts)))
            if naming
            else ngettext(
                "the {all} US text names no penalty", "none of the {all} US texts names a penalty", len(texts), all=Number(len(texts))
            )
        )
    return _("{findings}", findings=Joined(tuple(parts), "; ")) if parts else _("No text fits")


@exhibit_of("information.laws", page="information")
def laws(catalog: Catalog, laws: str = "all") -> Exhibit:
    """Laws on outside information and their highest penalties, on both sides of the border and in the United States."""
    rows = laws_of(catalog, laws)
    finding = _law_finding(rows)
    return Exhibit(
        exhibit_id="information.laws",
        page="information",
        title=_("Laws and penalties on outside information"),
        takeaway=finding,
        subtitle=_("highest penalty as written or reported; status as of the day given"),
        chart=None,
        alt=_("A table of {number} laws, bills, orders and rulings. {finding}.", number=Number(len(rows)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("jurisdiction", _("Country")),
            Column("name", _("Text")),
            Column("date", _("Date")),
            Column("max_penalty", _("Highest penalty")),
            Column("status", _("Status")),
            Column("summary", _("What it says")),
        ),
        rows=tuple(_law_cells(catalog, row) for row in rows),
        record=record_of(
            rows or catalog["laws"].rows,
            as_of=catalog.last_check,
            counted_by=_("Inroads, from texts, leaked copies and reports"),
            counted=_("Laws, amendments, bills, orders and rulings that allow, pay for or forbid information into North Korea."),
            not_counted=_("How often a penalty is applied, and texts that are not known outside North Korea."),
        ),
        actions=("lawful-information",),
        is_table=True,
    )
