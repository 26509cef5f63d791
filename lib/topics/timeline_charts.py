"""The timeline as an exhibit, its filters, and the events that fit them."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.charts.spec import Board, BoardRow, Mark
from lib.dates import When, first_day, last_day, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of, params_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.topics.policy import list_confidence
from lib.topics.timeline import TOPICS, DatedEvent, events
from lib.urlstate import Choice, Many, Param, Words, Years

BASIS: dict[str, LazyText] = {
    "stated": _("stated"),
    "inferred": _("inferred"),
    "nominal": _("nominal: the exact time is not known"),
}
SHOWN = ("20", "60", "200")


def _bounds(catalog: Catalog) -> tuple[int, int]:
    years = [year_of(event.date) for event in events(catalog)]
    return min(years), max(years)


@params_of("reference")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page: what is shown, words, and for the timeline category, years, order and length."""
    return (
        Choice("view", _("Show"), (("timeline", _("Timeline")), ("terms", _("Terms")))),
        Words("q", _("Words")),
        Many("category", _("Category"), tuple(TOPICS.items())),
        Years("years", _("Years"), *_bounds(catalog)),
        Choice("order", _("Order"), (("newest", _("newest first")), ("oldest", _("oldest first")))),
        Choice("shown", _("Events in the list"), tuple((number, _("{number} at most", number=Number(int(number)))) for number in SHOWN)),
    )


def table_title(catalog: Catalog, event: DatedEvent) -> str:
    """The title of the table that owns an event."""
    return str(catalog[event.row.table].schema.title)


def _holds(event: DatedEvent, words: list[str]) -> bool:
    text = f"{event.title} {event.summary} {event.date} {When(event.date)}".casefold()
    return all(word in text for word in words)


def chosen(
    catalog: Catalog, category: tuple[str, ...] = (), years: tuple[int, ...] = (), q: str = "", order: str = "newest"
) -> tuple[DatedEvent, ...]:
    """The events that fit the filters, in the order asked for; a span that ends early or late needs two years."""
    words = q.casefold().split()
    start, end = years if len(years) == 2 else (0, 9999)
    found = tuple(
        event for event in events(catalog, category) if start <= year_of(event.date) <= end and (not words or _holds(event, words))
    )
    return found if order == "newest" else tuple(reversed(found))


def _finding(found: tuple[DatedEvent, ...]) -> Text:
    if not found:
        return _("No event fits")
    dated = sorted(found, key=lambda event: (first_day(event.date), last_day(event.date)))
    if len(found) == 1:
        return _("One event fits, {date}: {title}", date=When(dated[0].date), title=dated[0].title)
    return _(
        "{number} dated events from {first} to {last}, the latest: {title}",
        number=Number(len(found)),
        first=When(dated[0].date[:4]),
        last=When(dated[-1].date),
        title=dated[-1].title,
    )


def _board(found: tuple[DatedEvent, ...]) -> Board | None:
    """One line per category, a dot per event; a category without events has no line."""
    if not found:
        return None
    lines = []
    for topic, label in TOPICS.items():
        own = tuple(
            Mark(event.date, event.row.key, hover=_("{date}: {title}", date=When(event.date), title=event.title))
            for event in found
            if event.topic == topic
        )
        if own:
            lines.append(BoardRow(label, (), own))
    years = [year_of(event.date) for event in found]
    return Board(tuple(lines), f"{min(years)}", f"{max(years)}", (), _("events"))


def _cells(catalog: Catalog, event: DatedEvent) -> tuple[Cell, ...]:
    return (
        event.row.key,
        event.date,
        BASIS[event.basis or "stated"],
        event.title,
        TOPICS[event.topic],
        event.summary or _("see the row"),
        Confidence(event.row.text("confidence")).label,
        table_title(catalog, event),
    )


@exhibit_of("reference.timeline", page="reference")
def timeline(catalog: Catalog, category: tuple[str, ...] = (), years: tuple[int, ...] = (), q: str = "", order: str = "newest") -> Exhibit:
    """Dated events by category. A view over the tables that own them (see `lib.topics.timeline`)."""
    found = chosen(catalog, category, years, q, order)
    finding = _finding(found)
    rows = tuple(event.row for event in sorted(found, key=lambda event: last_day(event.date)))
    return Exhibit(
        exhibit_id="reference.timeline",
        page="reference",
        title=_("Timeline"),
        takeaway=finding,
        subtitle=_("dated events by category, one mark each; Inroads' own selection from its tables, not complete"),
        chart=_board(found),
        alt=_("A board with a line for each category and a mark for each event. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("basis", _("Basis of the date")),
            Column("event", _("Event")),
            Column("category", _("Category")),
            Column("summary", _("What happened")),
            Column("confidence", _("Confidence")),
            Column("table", _("Table that owns it")),
        ),
        rows=tuple(_cells(catalog, event) for event in found),
        record=record_of(
            rows or catalog["timeline"].rows,
            as_of=catalog.last_check,
            counted_by=_("Inroads, from published sources"),
            counted=_(
                "Events with a known day, month or year. Each is read from the one table that owns it, with its date and confidence."
            ),
            not_counted=ngettext(
                "Events without a date, and events we do not know of. {number} row that tells an event of another table again is left out.",
                "Events without a date, and events we do not know of. {number} rows that tell an event of another table again are left out.",
                len(_retold(found)),
                number=Number(len(_retold(found))),
            ),
            confidence=list_confidence(rows),
            with_row_caveats=False,
        ),
    )


def _retold(found: tuple[DatedEvent, ...]) -> tuple[str, ...]:
    return tuple(row.key for event in found for row in event.retold)
