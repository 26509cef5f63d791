"""The data in an offline kit: every table that is shown, the figures with their records, the actions. All as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from lib.catalog import Catalog
from lib.exhibits import Cell, fact
from lib.export.deck import action_for, exhibit_for
from lib.export.names import slug
from lib.export.notes import citations
from lib.export.plan import ACTION, EXHIBIT, FACT, Item, Plan
from lib.links import address
from lib.provenance import Fact
from lib.topics.actions import COST, EFFORT, Action

BETWEEN_SOURCES = " | "  # citations hold commas and semicolons
FIGURE_COLUMNS = (
    "id", "label", "value", "low", "high", "qualifier", "unit", "period", "as_of", "status", "confidence", "counted_by", "counted",
    "not_counted", "shown_in", "sources",
)  # fmt: skip
ACTION_COLUMNS = ("id", "title", "step", "effort", "cost", "summary", "why", "take_care", "address", "sources")


def file_stem(place: int, item: Item) -> str:
    """The name of an item's files: its place in the evening, so that a folder lists them in order, and its id."""
    return f"{place:02d}-{slug(item.key, 60)}"


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Written like `Exhibit.to_csv`: numbers stay numbers, an empty cell means unknown."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8")


def facts_in(catalog: Catalog, plan: Plan, today: date) -> dict[str, list[str]]:
    """The figures of an evening by id, with the items that show or name each: exhibits and actions rest on figures too."""
    found: dict[str, list[str]] = {}
    for item in plan.items:
        if item.kind == FACT:
            ids: tuple[str, ...] = (item.key,)
        elif item.kind == EXHIBIT:
            ids = exhibit_for(catalog, item, today).facts
        else:
            ids = action_for(catalog, item).traced
        for fact_id in dict.fromkeys(ids):
            found.setdefault(fact_id, []).append(item.key)
    return found


def _figure(catalog: Catalog, shown: Fact, shown_in: Sequence[str]) -> tuple[Cell, ...]:
    quantity, record = shown.quantity, shown.record
    return (
        shown.fact_id,
        str(shown.label),
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.qualifier,
        quantity.unit,
        shown.period,
        record.as_of,
        shown.status,
        record.confidence.value,
        str(record.counted_by),
        str(record.counted),
        str(record.not_counted),
        "; ".join(dict.fromkeys(shown_in)),
        BETWEEN_SOURCES.join(citations(catalog, record.source_ids)),
    )


def _action(catalog: Catalog, shown: Action, site: str) -> tuple[Cell, ...]:
    row = shown.row
    return (
        shown.action_id,
        shown.title,
        str(shown.step.name),
        str(EFFORT[row.text("effort")]),
        str(COST[row.text("cost")]),
        str(shown.summary),
        " ".join(str(text) for text in shown.why),
        " ".join(str(text) for text in shown.care),
        address(site, "exhibit", {"action": shown.action_id}) if site else "",
        BETWEEN_SOURCES.join(citations(catalog, row.sources)),
    )


def data_files(catalog: Catalog, plan: Plan, site: str, today: date) -> list[tuple[str, bytes]]:
    """Names and contents of the tables: one for each exhibit with its filters, `figures.csv`, `actions.csv`; none that is empty.

    Raises ValueError for an item that is not in the data.
    """
    files = [
        (f"{file_stem(place, item)}.csv", exhibit_for(catalog, item, today).to_csv().encode("utf-8"))
        for place, item in enumerate(plan.items, start=1)
        if item.kind == EXHIBIT
    ]
    named = facts_in(catalog, plan, today)
    if named:
        rows = [_figure(catalog, fact(catalog, fact_id), shown_in) for fact_id, shown_in in named.items()]
        files.append(("figures.csv", _csv(FIGURE_COLUMNS, rows)))
    wanted = [action_for(catalog, item) for item in plan.items if item.kind == ACTION]
    if wanted:
        files.append(("actions.csv", _csv(ACTION_COLUMNS, [_action(catalog, action, site) for action in wanted])))
    return files
