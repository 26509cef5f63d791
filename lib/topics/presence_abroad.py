"""Exhibits of North Korea's own missions abroad. Tables: `dprk_missions_abroad`, `presence_counts`."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.charts.spec import Board, BoardRow, MarkSeries, Points, Segment
from lib.dates import When, last_day
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of
from lib.topics.presence_border import closings
from lib.topics.presence_staff import count_columns, count_mark
from lib.topics.presence_words import bare, counters, counts, cut, said

_START = "2012"

KINDS: dict[str, LazyText] = {"embassy": _("embassy"), "consulate_general": _("consulate general")}
CHANGES: dict[str, LazyText] = {"opened": _("opened"), "closed": _("closed"), "vacated": _("staff left, formal closing not known")}


@dataclass(frozen=True)
class _Post:
    """One country's mission: the row of its opening and the row of its end, as far as the table has them."""

    opened: Row | None
    ended: Row | None

    @property
    def last(self) -> Row:
        row = self.ended or self.opened
        if row is None:
            raise ValueError("a mission needs an opening or an end")
        return row

    @property
    def dates(self) -> tuple[str, str]:
        return (self.opened.text("date") if self.opened else "", self.ended.text("date") if self.ended else "")

    @property
    def doubtful(self) -> bool:
        return self.ended is not None and (self.ended.text("change") == "vacated" or self.ended.text("confidence") == Confidence.DISPUTED)

    def line(self) -> BoardRow:
        start, end = self.dates
        pieces = [Segment(start, end, "present", self.last.key)]
        if self.doubtful:
            pieces.append(Segment(end, "", "unknown", self.last.key, label=self.last.text("caveat")))
        return BoardRow(cut(self.last.text("country"), 26), tuple(pieces))

    def cells(self) -> tuple[Cell, ...]:
        start, end = self.dates
        row = self.last
        return (
            row.key, row.text("country"), KINDS[row.text("mission_kind")], start or None, end or ("–" if self.opened else None),
            CHANGES[row.text("change")], Confidence(row.text("confidence")).label, row.text("summary"),
        )  # fmt: skip


def _posts(catalog: Catalog) -> list[_Post]:
    rows = sorted(catalog["dprk_missions_abroad"].rows, key=lambda row: last_day(row.text("date")))
    found = []
    for country in dict.fromkeys(row.text("country") for row in rows):
        own = [row for row in rows if row.text("country") == country]
        opened = next((row for row in own if row.text("change") == "opened"), None)
        found.append(_Post(opened, next((row for row in own if row.text("change") != "opened"), None)))
    return sorted(found, key=lambda post: last_day(post.dates[1] or "9999"))


@exhibit_of("foreigners.dprk_missions", page="foreigners")
def dprk_missions(catalog: Catalog) -> Exhibit:
    """North Korean missions abroad that opened or closed, one line per country."""
    every = _posts(catalog)
    posts = [post for post in every if post.last.text("date") >= _START]
    older = len(every) - len(posts)
    wave = closings(catalog)
    disputed = sum(row.text("confidence") == Confidence.DISPUTED for row in wave)
    takeaway = _(
        "From {start} to {end} North Korea closed {number} missions abroad",
        start=When(wave[0].text("date")[:7]),
        end=When(wave[-1].text("date")[:7]),
        number=said(Number(len(wave))) if not disputed else _("{low}–{high}", low=Number(len(wave) - disputed), high=Number(len(wave))),
    )
    rows = tuple(row for post in posts for row in (post.opened, post.ended) if row is not None)
    end = catalog["dprk_missions_abroad"].schema.inroads["last_check"]
    roles = (("present", _("mission open; from the left edge: opened earlier")), ("unknown", _("closing not confirmed")))
    subtitle = _("each line one country, from {start}", start=Year(int(_START)))
    missing = ngettext("{number} earlier mission is not drawn", "{number} earlier missions are not drawn", older, number=Number(older))
    return Exhibit(
        "foreigners.dprk_missions", "foreigners", _("North Korean missions abroad that opened or closed"), takeaway,
        _("{subtitle}; {missing}", subtitle=subtitle, missing=missing) if older else subtitle,
        Board(tuple(post.line() for post in posts), _START, end, roles, _("missions")),
        _("One line per country that ends when its North Korean mission closed. {finding}.", finding=takeaway),
        (
            Column("row", _("Row")), Column("country", _("Country")), Column("mission_kind", _("Kind")), Column("opened", _("Opened")),
            Column("ended", _("Closed or left")), Column("change", _("What happened")), Column("confidence", _("Confidence")),
            Column("summary", _("What is known")),
        ),
        tuple(post.cells() for post in posts),
        record_of(
            rows, as_of=max((row.text("date") for row in rows), key=last_day),
            counted_by=_("South Korea's foreign ministry, host governments and news media"),
            counted=_("Embassies and consulates general that North Korea opened, closed or left, with the date of the change."),
            not_counted=_("Missions without a known change, and changes that nobody reported: the list is not complete."),
        ),
        facts=("presence.dprk_missions_closed",),
    )  # fmt: skip


@exhibit_of("foreigners.dprk_missions_total", page="foreigners")
def dprk_missions_total(catalog: Catalog) -> Exhibit:
    """How many missions North Korea had abroad, at the dates for which South Korea named a number."""
    rows = counts(catalog, "dprk_missions_abroad")
    takeaway = _(
        "North Korean missions abroad: {before} in {start}, {now} in {end}",
        before=bare(rows[0]), start=When(rows[0].text("date")), now=bare(rows[-1]), end=When(rows[-1].text("date")[:7]),
    )  # fmt: skip
    series = MarkSeries(
        "",
        "main",
        tuple(count_mark(row, said(bare(row)) if row in (rows[0], rows[-1]) else "") for row in rows),
        joined=len(set(map(_counter, rows))) == 1,
    )
    columns, lines = count_columns(rows)
    return Exhibit(
        "foreigners.dprk_missions_total", "foreigners", _("How many missions North Korea has abroad"), takeaway,
        _("embassies, consulates general and representative offices"), Points((series,), _("missions")),
        _("Points over time, falling. {finding}.", finding=takeaway), columns, lines,
        record_of(
            rows, as_of=rows[-1].text("date"), counted_by=counters(rows), counted=rows[-1].text("definition"),
            not_counted=_("Trade offices and companies that are not missions, and changes after the last count."),
        ),
        facts=("presence.dprk_missions_abroad",),
    )  # fmt: skip


def _counter(row: Row) -> str:
    return row.text("counted_by")
