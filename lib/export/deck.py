"""Turns a plan into slides: the same titles, numbers and sources as on the pages, in words that fit a screen."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog
from lib.charts.parts import parts
from lib.dates import When, is_partial_date
from lib.exhibits import Cell, Exhibit, exhibit, fact
from lib.export import notes
from lib.export.credits import action_line, source_line, sources_of_action
from lib.export.plan import ACTION, EXHIBIT, FACT, Item, Plan, filters_of, write_address
from lib.export.slide import Deck, Reference, Slide, Table
from lib.i18n import _, language
from lib.links import address, scannable
from lib.numbers import decimal
from lib.provenance import source
from lib.settings import NAME
from lib.source_order import of_record
from lib.topics.actions import COST, EFFORT, Action, actions
from lib.typefaces import printable

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 6, 4, 160
LONGEST_OF_SIDES = 90  # all sides of a dispute should be seen at once
# The columns that a slide shows of some tables, where the first ones would not say enough.
SLIDE_COLUMNS: dict[str, tuple[str, ...]] = {
    "departures.other_estimates": ("what", "qualifier", "low", "high", "counted_by"),
    "foreigners.every_mission": ("name", "left_on", "returned_on", "status"),
    "costs.off_ladder": ("leg", "date", "qualifier", "usd_low", "usd_high"),
    "information.laws": ("name", "jurisdiction", "max_penalty", "status"),
    "information.volume": ("who", "date", "qualifier", "value", "measure_kind"),
    "policy.state_today": ("title", "jurisdiction", "state"),
    "policy.calendar": ("when", "name", "body"),
    "policy.log": ("date", "body", "title", "state"),
    "data.gaps": ("what", "known_until", "who"),
}
_OF_DISPUTES = ("says", "stated", "as_of", "counted")
# Columns of other tables that a slide leaves to the address: they say how to read a row, not what it holds.
_ASIDE = frozenset({"caveat", "note", "sources", "rows", "confidence", "detail", "table", "summary"})


def build_deck(catalog: Catalog, plan: Plan, site: str, today: date) -> Deck:
    """The slides of a plan: a title, one or more for each item, and the call to action.

    `site` is the address where this copy stands ("https://…", no slash at its end) or empty: then slides have no
    address. Raises ValueError for an item that is not in the data; plans that were read hold none.
    """
    slides = [_title(plan, site)]
    for item in plan.items:
        slides += _DRAW[item.kind](catalog, item, site, today)
    slides.append(_closing(plan, site))
    order: dict[str, int] = {}
    cited: dict[str, tuple[int, ...]] = {}
    for item in plan.items:
        ids = _source_ids(catalog, item, today)
        cited[item.code] = tuple(order.setdefault(source_id, len(order) + 1) for source_id in ids)
    references = tuple(
        Reference(number, printable(citation), source(catalog, source_id).link)
        for (source_id, number), citation in zip(order.items(), notes.citations(catalog, tuple(order)), strict=True)
    )
    return Deck(
        plan=plan,
        slides=tuple(slides),
        references=references,
        cited=cited,
        day=str(When(plan.day)) if plan.day else "",
        made=str(When(today.isoformat())),
        version=catalog.version,
        site=site,
        address=address(site, "present", write_address(plan)) if site else "",
        language=language(),
    )


def _title(plan: Plan, site: str) -> Slide:
    heading = plan.title or str(_("North Korea: who gets out, and what one person can do"))
    lines = (plan.host, str(When(plan.day)) if plan.day else "", plan.speaker)
    return Slide(
        kind="title",
        heading=printable(heading),
        lines=tuple(printable(line) for line in lines if line),
        source_line=str(_("Figures and sources: {name}", name=NAME)),
        address=site,
        scan=_scanned(site),
    )


def _closing(plan: Plan, site: str) -> Slide:
    """The last slide: what the hall is asked to do, with its own link if one is given."""
    heading = plan.call or str(_("What one person can do"))
    own = plan.link or (address(site, "act", {}) if site else "")
    lines = () if plan.call else (str(_("Every action here says what to do, why it helps, and what to be careful about.")),)
    return Slide(
        kind="closing",
        heading=printable(heading),
        lines=lines,
        source_line=str(_("Figures and sources: {name}", name=NAME)),
        address=own,
        scan=_scanned(own),
        link=plan.link,
    )


def _scanned(*links: str) -> str:
    """The first of some addresses that a QR code can hold, or an empty text."""
    return next((link for link in links if scannable(link)), "")


def exhibit_for(catalog: Catalog, item: Item, today: date) -> Exhibit:
    """The exhibit of an item with its filters. Raises ValueError for a filter that it does not have."""
    return exhibit(catalog, item.key, **filters_of(catalog, item, today.isoformat()))


def _exhibit_slides(catalog: Catalog, item: Item, site: str, today: date) -> list[Slide]:
    shown = exhibit_for(catalog, item, today)
    link = address(site, "exhibit", {"id": item.key, **dict(item.filters)}) if site else ""
    scan = _scanned(link, address(site, "exhibit", {"id": item.key})) if site else ""
    heading, caption = str(shown.takeaway).removesuffix("."), f"{shown.title} · {shown.subtitle}".removesuffix(" · ")
    if shown.empty:
        words = str(_("Nothing in the data fits these filters."))
        return [Slide(kind="empty", heading=printable(str(shown.title)), lines=(words,), address=link, scan=scan, item=item, alt=words)]
    line, speaker_notes = source_line(catalog, shown.record), notes.of_exhibit(catalog, shown)
    pieces = parts(shown.chart) if shown.chart else (None,)
    return [
        Slide(
            kind="chart" if piece else "table",
            heading=printable(heading),
            caption=printable(caption),
            chart=piece,
            table=None if piece else slide_table(shown),
            alt=printable(str(shown.alt)),
            source_line=line,
            address=link,
            scan=scan,
            notes=speaker_notes,
            item=item,
            part=(number, len(pieces)),
        )
        for number, piece in enumerate(pieces, start=1)
    ]


def _cell(cell: Cell, longest: int) -> str:
    text = decimal(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else str(cell if cell is not None else "–")
    text = str(When(text)) if "-" in text and is_partial_date(text) else printable(" ".join(text.split()))
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"


def slide_table(shown: Exhibit) -> Table:
    """The first rows and the plainest columns of a table; the first column, the key of the row, stays at the address."""
    names = [column.name for column in shown.columns]
    chosen = _OF_DISPUTES if shown.page == "disagreements" else SLIDE_COLUMNS.get(shown.exhibit_id, ())
    plain = [name for name in names[1:] if name not in _ASIDE or name == names[1]][:MOST_COLUMNS]
    kept = [names.index(name) for name in chosen or plain]
    headers = [f"{shown.columns[index].label} ({shown.columns[index].unit})".replace(" ()", "") for index in kept]
    longest = LONGEST_OF_SIDES if shown.page == "disagreements" else LONGEST_CELL
    rows = tuple(tuple(_cell(row[index], longest) for index in kept) for row in shown.rows[:MOST_ROWS])
    return Table(tuple(printable(header) for header in headers), rows, max(0, len(shown.rows) - MOST_ROWS) + shown.more)


def _fact_slides(catalog: Catalog, item: Item, site: str, _today: date) -> list[Slide]:
    shown = fact(catalog, item.key)
    link = address(site, "exhibit", {"fact": item.key}) if site else ""
    lines = [str(shown.context), str(shown.note), str(_("Counted: {what}", what=shown.record.counted))]
    return [
        Slide(
            kind="figure",
            heading=printable(str(shown.label)),
            caption=printable(str(_("Counted by {counter}", counter=shown.record.counted_by))),
            figure=printable(str(shown.quantity)),
            lines=tuple(printable(line) for line in lines if line),
            alt=printable(str(shown.sentence())),
            source_line=source_line(catalog, shown.record),
            address=link,
            scan=_scanned(link),
            notes=notes.of_fact(catalog, shown),
            item=item,
        )
    ]


def action_for(catalog: Catalog, item: Item) -> Action:
    """The action of an item. Raises ValueError when it is not in the data."""
    for action in actions(catalog):
        if action.action_id == item.key:
            return action
    raise ValueError(f"unknown action {item.key}")


def _action_slides(catalog: Catalog, item: Item, site: str, _today: date) -> list[Slide]:
    action = action_for(catalog, item)
    row = action.row
    link = address(site, "exhibit", {"action": item.key}) if site else ""
    return [
        Slide(
            kind="action",
            heading=printable(action.title),
            caption=f"{action.step.name} · {EFFORT[row.text('effort')]} · {COST[row.text('cost')]}",
            lines=tuple(printable(str(text)) for text in (action.summary, *action.why)),
            care=tuple(printable(str(text)) for text in action.care),
            alt=printable(action.title),
            source_line=action_line(catalog, action),
            address=link,
            scan=_scanned(link),
            link=row.text("link"),
            notes=notes.of_action(catalog, action),
            item=item,
        )
    ]


_DRAW = {EXHIBIT: _exhibit_slides, FACT: _fact_slides, ACTION: _action_slides}


def _source_ids(catalog: Catalog, item: Item, today: date) -> tuple[str, ...]:
    """The sources of an item, in the order of its notes."""
    if item.kind == ACTION:
        return sources_of_action(catalog, action_for(catalog, item))
    shown = exhibit_for(catalog, item, today) if item.kind == EXHIBIT else fact(catalog, item.key)
    return of_record(catalog, shown.record)
