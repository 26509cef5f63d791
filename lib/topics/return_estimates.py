"""The table of estimates and warnings around forced returns: people in hiding, held or arrested, which are not returns."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number
from lib.topics.returns import qualifier_words, returns_record

KINDS: dict[str, LazyText] = {
    "hiding_estimate": _("In hiding (estimate)"),
    "held_estimate": _("Held (estimate)"),
    "yearly_estimate": _("Sent back in a year (estimate)"),
    "recorded_cases": _("Cases in a database"),
    "detained_at_risk": _("Arrested, outcome unknown"),
    "warning": _("Warning, no number"),
}


def _ends(row: Row) -> tuple[float | None, float | None]:
    """Lowest and highest number that the row states; an open end is unknown."""
    value, word = row.number("value"), row.text("qualifier")
    if value is None:
        return row.number("low"), row.number("high")
    return (None if word in ("at_most", "fewer_than") else value, None if word in ("at_least", "more_than") else value)


@exhibit_of("departures.other_estimates", page="departures")
def other_estimates(catalog: Catalog) -> Exhibit:
    """People in hiding, held or arrested, yearly guesses and warnings: not returns, so a table. Table forced_returns."""
    found = catalog["forced_returns"].where(lambda row: row.text("kind") in KINDS)
    rows = tuple(sorted(found, key=lambda row: row.text("date")))
    undated = sum(1 for row in rows if not row["date"])
    finding = ngettext(
        "{rows} estimates and reports stand apart from the known returns: they must not be added to them, and {undated} has no date",
        "{rows} estimates and reports stand apart from the known returns: they must not be added to them, and {undated} have no date",
        undated,
        rows=Number(len(rows)),
        undated=Number(undated),
    )

    def cells(row: Row) -> tuple[Cell, ...]:
        word = qualifier_words(row) if row["qualifier"] else _("range") if row["low"] is not None else _("no number")
        date = _("{date}", date=When(row.text("date")))
        return (row.key, date, KINDS[row.text("kind")], word, *_ends(row), row.text("counted_by"), row.text("summary"))

    return Exhibit(
        exhibit_id="departures.other_estimates",
        page="departures",
        title=_("Other estimates and warnings"),
        takeaway=finding,
        subtitle=_("people, or cases in a database · different counters, never added to returns"),
        chart=None,
        alt=finding,
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("what", _("What")),
            Column("qualifier", _("Given as")),
            Column("low", _("Lowest")),
            Column("high", _("Highest")),
            Column("counted_by", _("Counted by")),
            Column("summary", _("In short")),
        ),
        rows=tuple(cells(row) for row in rows),
        record=returns_record(
            catalog,
            rows,
            _(
                "People estimated to be in hiding, held or sent back in a year, people reported arrested, and cases in a database, each by its own counter."
            ),
            counted_by=_("Rights groups, UN experts, researchers and media, each for its own count"),
            not_counted=_(
                "The known single returns, which stand apart; some may be among the recorded cases. The rows use different definitions and dates and cannot be compared or added."
            ),
        ),
        actions=("press-china-refoulement",),
        is_table=True,
    )
