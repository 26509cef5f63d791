"""The log of all decisions on North Korean human rights, with why each matters. Table: `instruments`."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, first_day
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.topics.policy import JURISDICTIONS, KINDS, OWN_COUNT, list_confidence, state_words
from lib.topics.policy_filters import ALL_YEARS, LENGTHS, find


def _finding(fitting: tuple[Row, ...], total: int) -> Text:
    if not fitting:
        return _("No decision fits")
    newest = {"date": When(fitting[0].text("date")), "title": fitting[0].text("title")}
    if len(fitting) == total:
        return _("{total} decisions are on record; the latest: {title}, {date}", total=Number(total), **newest)
    return ngettext(
        "{number} of {total} decisions fits: {title}, {date}",
        "{number} of {total} decisions fit; the latest: {title}, {date}",
        len(fitting),
        number=Number(len(fitting)),
        total=Number(total),
        **newest,
    )


def _cells(row: Row, day: date) -> tuple[Cell, ...]:
    return (
        row.key,
        row.text("date"),
        JURISDICTIONS[row.text("jurisdiction")],
        row.text("body"),
        row.text("title"),
        row.text("symbol") or "–",
        KINDS[row.text("kind")],
        state_words(row, day.isoformat()),
        row.text("summary"),
        row.text("relevance"),
        Confidence(row.text("confidence")).label,
    )


@exhibit_of("policy.log", page="policy")
def log(
    catalog: Catalog,
    q: str = "",
    jurisdiction: tuple[str, ...] = (),
    body: str = "all",
    kind: str = "all",
    state: str = "all",
    years: tuple[int, int] = ALL_YEARS,
    latest: str = str(LENGTHS[0]),
    today: str = "",
) -> Exhibit:
    """The decisions that fit the filters, newest first, with why they matter; `latest` is how many, "0" for all."""
    day = first_day(today or catalog.last_check)
    table = catalog["instruments"]
    fitting = find(catalog, day, q, jurisdiction, body, kind, state, years)
    shown = fitting[: int(latest)] if latest != "0" else fitting
    finding = _finding(fitting, len(table))
    return Exhibit(
        exhibit_id="policy.log",
        page="policy",
        title=_("Log of all decisions"),
        takeaway=finding,
        subtitle=_("newest first; why it matters is our judgment"),
        chart=None,
        alt=_("A table of decisions, newest first. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("jurisdiction", _("Where")),
            Column("body", _("Who decided")),
            Column("title", _("Decision")),
            Column("symbol", _("Number")),
            Column("kind", _("Kind")),
            Column("state", _("State")),
            Column("summary", _("What it says")),
            Column("relevance", _("Why it matters")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(_cells(row, day) for row in shown),
        record=record_of(
            tuple(reversed(shown)) or table.rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Resolutions, laws, bills, sanctions, rulings, reports and meetings that bear on people who leave North Korea."),
            confidence=list_confidence(shown),
            not_counted=_("Forced returns, votes and penalties, which stand in tables of their own, and decisions we do not know of."),
        ),
        facts=("policy.recorded",),
        actions=("track-seoul-policy",),
        is_table=True,
        more=len(fitting) - len(shown),
    )
