"""What happened to outside information, by kind and year. Table: `media_events`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Board, BoardRow, Mark
from lib.dates import When, first_day, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of
from lib.topics.information import BOARD_START, OWN_COUNT
from lib.urlstate import Many, Years

KINDS: dict[str, LazyText] = {
    "channel_opened": _("channel opened or back"),
    "channel_closed": _("channel closed or cut"),
    "campaign": _("laws, money, campaigns"),
    "study": _("studies"),
    "technology": _("technology and jamming"),
    "crackdown": _("crackdown by North Korea"),
    "restriction": _("restriction by South Korea"),
    "execution_report": _("reports of executions"),
}

COUNTRIES: dict[str, LazyText] = {
    "KP": _("North Korea"),
    "KR": _("South Korea"),
    "US": _("United States"),
    "JP": _("Japan"),
    "GB": _("United Kingdom"),
    "UN": _("United Nations"),
}

_ROLES = {"channel_opened": "opened", "channel_closed": "closed", "crackdown": "accent", "restriction": "accent"}


def _all_years(catalog: Catalog) -> tuple[int, int]:
    years = [year_of(row.text("date")) for row in catalog["media_events"] if row["date"]]
    return min(years), max(years)


def events_params(catalog: Catalog) -> tuple[Many, Years]:
    """The filters of the events: their kinds, and a span of years."""
    return Many("event", _("Kind of event"), tuple(KINDS.items())), Years("years", _("Years"), *_all_years(catalog))


def place_of(catalog: Catalog, row: Row) -> Text:
    """The country of an event: by its kind, its law, or the operator of its channel; empty where none of these says it."""
    if row["category"] in ("crackdown", "restriction"):
        return COUNTRIES["KP" if row["category"] == "crackdown" else "KR"]
    code = ""
    if row["law_id"]:
        code = catalog["laws"].row(row.text("law_id")).text("jurisdiction")
    elif row["effort_id"]:
        code = catalog["efforts"].row(row.text("effort_id")).text("country")
    return COUNTRIES.get(code, code)


def media_events(catalog: Catalog, event: tuple[str, ...] = (), years: tuple[int, int] = (0, 9999)) -> tuple[Row, ...]:
    """Events of the given kinds (all if none is named) and years, newest first; undated rows are left out."""
    rows = catalog["media_events"].where(
        lambda row: bool(row["date"]) and (not event or row["category"] in event) and years[0] <= year_of(row.text("date")) <= years[1]
    )
    return tuple(sorted(rows, key=lambda row: (first_day(row.text("date")), row.key), reverse=True))


def _line(kind: str, rows: tuple[Row, ...]) -> BoardRow:
    marks = tuple(
        Mark(row.text("date"), row.key, hover=_("{date}: {title}", date=When(row.text("date")), title=row.text("title")), role=_ROLES.get(kind, "main"))
        for row in reversed(rows)
        if row["category"] == kind
    )  # fmt: skip
    return BoardRow(KINDS[kind], (), marks)


def _drawn(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The events on the board: those since its usual start, so that few early ones do not press the rest together."""
    return tuple(row for row in rows if row.text("date") >= BOARD_START) or rows


def _finding(rows: tuple[Row, ...]) -> Text:
    """What the shown events say: how many, and how many of them opened or closed a channel."""
    if not rows:
        return _("No event fits")
    first, last = year_of(rows[-1].text("date")), year_of(rows[0].text("date"))
    counted = ngettext("{number} event", "{number} events", len(rows), number=Number(len(rows)))
    span: Text = _("{counted} in {year}", counted=counted, year=Year(first))
    if first != last:
        span = _("{counted}, {first}–{last}", counted=counted, first=Year(first), last=Year(last))
    closed = [year_of(row.text("date")) for row in rows if row["category"] == "channel_closed"]
    if not closed:
        return span
    busiest = max(closed, key=closed.count)
    if busiest == first == last:
        return _("{span}, {closed} of them closings or cuts of channels", span=span, closed=Number(len(closed)))
    return _(
        "{span}: {most} of {closed} closings and cuts of channels fall in {year}",
        span=span,
        most=Number(closed.count(busiest)),
        closed=Number(len(closed)),
        year=Year(busiest),
    )


def _cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    return (
        row.key,
        row.text("date"),
        KINDS[row.text("category")],
        place_of(catalog, row) or "–",
        row.text("title"),
        row.text("summary"),
        Confidence(row.text("confidence")).label,
        row.text("caveat") or "–",
    )


@exhibit_of("information.events", page="information")
def events(catalog: Catalog, event: tuple[str, ...] = (), years: tuple[int, int] = (0, 9999)) -> Exhibit:
    """When channels opened and closed, and when laws, studies, measures and reported executions fell, by kind."""
    rows = media_events(catalog, event, years)
    drawn = _drawn(rows)
    earlier = len(rows) - len(drawn)
    finding = _finding(rows)
    subtitle: Text = _("one mark for each dated event known to us; many events of one kind do not mean more than few of another")
    if earlier:
        more = ngettext(
            "{number} event before {year} is not drawn",
            "{number} events before {year} are not drawn",
            earlier,
            number=Number(earlier),
            year=Year(int(BOARD_START)),
        )
        subtitle = _("{subtitle}; {more}", subtitle=subtitle, more=more)
    kinds = tuple(kind for kind in KINDS if any(row["category"] == kind for row in drawn))
    chart = None
    if drawn:
        ends = (f"{year_of(drawn[-1].text('date'))}-01", f"{year_of(drawn[0].text('date'))}-12")
        chart = Board(tuple(_line(kind, drawn) for kind in kinds), *ends, (), _("events"))
    return Exhibit(
        exhibit_id="information.events",
        page="information",
        title=_("What happened to outside information"),
        takeaway=finding,
        subtitle=subtitle,
        chart=chart,
        alt=_("A board with one line for each kind of event and one mark for each event. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("category", _("Kind")),
            Column("place", _("Country")),
            Column("title", _("Event")),
            Column("summary", _("What happened")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(_cells(catalog, row) for row in rows),
        record=record_of(
            tuple(reversed(rows)) or catalog["media_events"].rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Dated events on outside information: channels, laws, money, studies, technology, measures and reported executions."),
            not_counted=_(
                "Events that no source on our list reports. The country is that of the law or of the operator; places of launches are left out on purpose."
            ),
            extra_caveats=(
                _("A crackdown is an act of North Korea. South Korean measures on leaflets, balloons and bottles are called restrictions."),
                _("Reports of executions rest on testimony, often of one person, and cannot be checked on the spot."),
            ),
            with_row_caveats=False,
        ),
    )
