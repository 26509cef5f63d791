"""Exhibits of people sent back: single returns by date, and totals of periods, drawn apart and never added."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Ladder, Mark, MarkSeries
from lib.dates import Period, When
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Year
from lib.topics.returns import (
    TOTAL_SINCE_2020,
    TOTAL_SINCE_2024,
    TOTAL_TO_APRIL_2024,
    disputed_pair,
    known_returns,
    qualifier_words,
    returns_record,
)

ACTIONS = ("press-china-refoulement",)
WORKERS = frozenset({"return-china-2024-01-workers"})


def _where(row: Row) -> Text:
    if row.key in WORKERS:
        return _("{date} · workers", date=When(row.text("date")))
    return _("{date} · {country}", date=When(row.text("date")), country=row.text("from_country"))


def _category(row: Row) -> str:
    return row.text("event_id") or row.key


def _number(row: Row) -> LazyText:
    return _("{people}", people=Number(row.known("value")))


def _mark(row: Row, hollow: bool, label: Text) -> Mark:
    number = _("{qualifier} {people}", qualifier=qualifier_words(row), people=Number(row.known("value")))
    said = number if row["qualifier"] != "exact" else _number(row)
    hover = _("{date} · {said} · {counter}", date=When(row.text("date")), said=said, counter=row.text("counted_by"))
    return Mark(
        _category(row),
        row.key,
        value=row.known("value"),
        hollow=hollow,
        label=label,
        hover=hover,
    )


def _twice(rows: tuple[Row, ...]) -> tuple[Mark, ...]:
    """Marks of events that were counted twice: both numbers stand beside the higher one, where two labels have room."""
    marks = []
    for event in dict.fromkeys(row.text("event_id") for row in rows if row["event_id"]):
        low, high = (row for row in rows if row["event_id"] == event)
        marks += [_mark(low, True, ""), _mark(high, True, _("{low} or {high}", low=_number(low), high=_number(high)))]
    return tuple(marks)


@exhibit_of("departures.forced_returns", page="departures")
def forced_returns(catalog: Catalog) -> Exhibit:
    """Single known returns by date, oldest on top; two counts of one event are both drawn, hollow. Table forced_returns."""
    rows = known_returns(catalog)
    low, high = disputed_pair(catalog)
    once = tuple(_mark(row, row["confidence"] == "disputed", _number(row)) for row in rows if not row["event_id"])
    order = tuple(dict.fromkeys(_category(row) for row in rows))
    finding = _(
        "The largest known single return was on {date}: {low_word} {low} people ({low_by}) or {high_word} {high} ({high_by})",
        date=When(low.text("date")),
        low_word=qualifier_words(low),
        low=Number(low.known("value")),
        low_by=low.text("counted_by"),
        high_word=qualifier_words(high),
        high=Number(high.known("value")),
        high_by=high.text("counted_by"),
    )
    return Exhibit(
        exhibit_id="departures.forced_returns",
        page="departures",
        title=_("Known single returns to North Korea"),
        takeaway=finding,
        subtitle=_("people sent back, by day or month · counted by rights groups, governments and media · hollow: disputed"),
        chart=Ladder(
            order,
            tuple((_category(row), _where(row)) for row in rows),
            (
                MarkSeries(_("One count"), "fourth", once),
                MarkSeries(_("Two counts of the same day"), "disputed", _twice(rows), shape="diamond"),
            ),
            _("people"),
        ),
        alt=_("{finding}. One row for each of {count} known returns.", finding=finding, count=Number(len(order))),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("from", _("From")),
            Column("qualifier", _("Given as")),
            Column("people", _("People")),
            Column("counted_by", _("Counted by")),
            Column("summary", _("In short")),
        ),
        rows=tuple(
            (
                row.key,
                _("{date}", date=When(row.text("date"))),
                row.text("from_country"),
                qualifier_words(row),
                row.known("value"),
                row.text("counted_by"),
                row.text("summary"),
            )
            for row in rows
        ),
        record=returns_record(
            catalog,
            rows,
            _(
                "People in one group or on one day who are known to have been sent back to North Korea; two counts of one day are both shown."
            ),
            counted_by=_("Rights groups, governments and media, each for its own count"),
        ),
        actions=ACTIONS,
        facts=("returns.oct_2023", "returns.latest_known"),
    )


def _period_words(row: Row, newest: str) -> LazyText:
    """A short label of a total: its period, and for the two totals of one year whom they count."""
    if row.key == "period-total-2024-women-all-china":
        return _("{year}, women, all of China", year=Year(int(row.text("period_start")[:4])))
    if row.key == "period-total-2024-women-southern-china":
        return _("{year}, women, southern China", year=Year(int(row.text("period_start")[:4])))
    if row.text("period_end") == newest:
        return _("since {start}: {qualifier}", start=When(row.text("period_start")), qualifier=qualifier_words(row))
    return _(
        "{start}–{end}: {qualifier}",
        start=When(row.text("period_start")),
        end=When(row.text("period_end")[:7]),
        qualifier=qualifier_words(row),
    )


@exhibit_of("departures.return_totals", page="departures")
def return_totals(catalog: Catalog) -> Exhibit:
    """Totals of periods, apart from single returns and never added: they overlap. Table forced_returns."""
    table = catalog["forced_returns"]
    rows = tuple(sorted(table.where(kind="period_total"), key=lambda row: (row.known("value"), row.text("period_end"))))
    whole, part, early = table.row(TOTAL_SINCE_2020), table.row(TOTAL_SINCE_2024), table.row(TOTAL_TO_APRIL_2024)
    newest = whole.text("period_end")
    finding = _(
        "At least {whole} people were sent back from {start} to {end}, at least {part} of them since {since}",
        whole=Number(whole.known("value")),
        start=When(whole.text("period_start")),
        end=When(whole.text("period_end")),
        part=Number(part.known("value")),
        since=When(part.text("period_start")),
    )
    ordered = tuple(reversed(rows))
    bars = tuple(Bar(row.key, row.known("value"), row.key, row["confidence"] == "disputed", qualifier_words(row)) for row in ordered)
    return Exhibit(
        exhibit_id="departures.return_totals",
        page="departures",
        title=_("Totals of people sent back, by period"),
        takeaway=finding,
        subtitle=_("people · {counter} · the periods overlap and are never added · hollow: disputed", counter=whole.text("counted_by")),
        chart=Bars(
            x_order=tuple(row.key for row in ordered),
            series=(BarSeries("", "fourth", bars),),
            unit=_("people"),
            horizontal=True,
            x_labels=tuple((row.key, _period_words(row, newest)) for row in ordered),
        ),
        alt=_("{finding}. Horizontal bars for {count} overlapping periods.", finding=finding, count=Number(len(rows))),
        columns=(
            Column("row", _("Row")),
            Column("period", _("Period")),
            Column("qualifier", _("Given as")),
            Column("people", _("People")),
            Column("counted_by", _("Counted by")),
            Column("summary", _("In short")),
        ),
        rows=tuple(
            (
                row.key,
                _("{period}", period=Period(row.text("period_start"), row.text("period_end"))),
                qualifier_words(row),
                row.known("value"),
                row.text("counted_by"),
                row.text("summary"),
            )
            for row in ordered
        ),
        record=returns_record(
            catalog,
            (early, *(row for row in rows if row.key not in (early.key, whole.key)), whole),
            _("People known to have been sent back within a period, as a minimum count; the periods overlap, so no two rows add up."),
        ),
        actions=ACTIONS,
        facts=("returns.since_2020", "returns.since_2024", "returns.to_april_2024"),
    )
