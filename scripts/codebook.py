"""Writes the code book `docs/DATA.md` from the data package. With `--check` it only says whether the file is current."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.catalog import DATA_DIR, Catalog, Table, read_catalog
from lib.problems import DataError
from lib.provenance import Confidence
from lib.schema import Field, Rhythm

TARGET = Path(__file__).resolve().parent.parent / "docs" / "DATA.md"
DERIVED = "timeline_twins"  # lists rows of the time line that other tables own: its rows were counted there
TOPICS = {
    "sources": "Sources",
    "departures": "Departures: who gets out",
    "foreigners": "Foreigners: who left Pyongyang",
    "costs": "Costs: what an escape costs",
    "actions": "Actions: what one person can do",
    "information": "Information: what gets in",
    "policy": "Policy: what was decided",
    "claims": "Claims: what is true",
    "context": "Context",
}
CHANGES = ("left_out", "merged", "split", "renamed", "relabeled", "corrected", "added")
INTRODUCTION = """\
This file is made from `data/datapackage.json` and the tables by `make docs`. Do not edit it by hand.

## How the data is kept

- **Form.** The folder `data/` is a Frictionless Data Package (version 2). `datapackage.json` describes every table. Each table is a CSV file: UTF-8, commas, \
one header line, no thousands separators, a point as decimal sign. An empty cell means unknown. Nothing is filled in or guessed.
- **Keys.** Every row has a stable, readable key, for example `arrivals-2009`. Keys are never reused, because links and citations point to them.
- **Dates.** ISO dates, as exact as the source: `2025`, `2025-04` or `2025-04-03`. Columns ending in `_basis` say whether a date is stated, inferred or nominal.
- **Values and ranges.** A row holds one value, or a low and a high end, never both. `qualifier` says "about" or "at least" where the source does.
- **Lists.** Cells that hold several keys join them with `;`.
- **Sources.** `source_ids` names rows of `sources.csv`. A check refuses any key that is not there.
- **Link policy.** `link` in `sources.csv` is filled only where a reader may be sent. Copies, unsafe pages and some state media are cited without a link. \
State media that may be linked are labeled as such. One address is one record; older keys of the same page stand in `aliases`.
- **Caveats.** `caveat` says what to know before quoting a row. Each table has caveats of its own.
- **Freshness.** Each table, and each series in it that needs one, has a rhythm: how often its origin publishes, and how much delay is normal. \
After that it is shown as due, then as stale. "Closed" means that no update will come; "irregular" means that none can be expected.
- **Do no harm.** No routes, crossing places, broker contacts, payments to guards, private names, or addresses of people. `make data` refuses known forms of these.

## Confidence

{confidence}
"""
DROPPED = "Dropped notes told how the data was found, or repeated a column."
DATE_PATTERN = r"^\d{4}(-"
KEY_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"


def text(value: object) -> str:
    """Text for a Markdown paragraph or table cell: one line, nothing that could start markup."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(str(value).split()))


def code(value: object) -> str:
    """Text set as code, also inside a table."""
    return "`" + str(value).replace("|", r"\|") + "`"


def grid(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """A Markdown table of cells that are escaped already; `numbers` are the columns set to the right."""
    rule = ["---:" if index in numbers else "---" for index in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def rules(column: Field) -> str:
    """The constraints of a column in words."""
    limits = column.constraints
    words = ["required"] if limits.get("required") else []
    words += ["unique"] if limits.get("unique") else []
    pattern = str(limits.get("pattern", ""))
    if pattern.startswith(DATE_PATTERN):
        words.append("date, month or year")
    elif pattern == KEY_PATTERN:
        words.append("lower-case words joined by hyphens")
    elif pattern:
        words.append(f"matches {code(pattern)}")
    if "minimum" in limits or "maximum" in limits:
        ends = [f"{name} {limits[key]}" for name, key in (("from", "minimum"), ("to", "maximum")) if key in limits]
        words.append(" ".join(ends))
    if "enum" in limits:
        words.append("one of " + ", ".join(code(item) for item in limits["enum"]))
    if column.references:
        words.append(f"keys of {code(column.references[0])}")
    return "; ".join(words)


def rhythm_words(rhythm: Rhythm) -> str:
    """A rhythm in words, with its note."""
    words = rhythm.kind
    if rhythm.days:
        words += f": an update is due {rhythm.days} days after the newest row"
        words += f", and {rhythm.leeway_days} more days are normal" if rhythm.leeway_days else ""
    return f"{words}. {text(rhythm.note)}".strip() if rhythm.note else f"{words}."


def _series(table: Table) -> list[str]:
    lines = []
    for item in table.schema.inroads.get("series", []):
        where = ", ".join(f"{code(name)} = {text(value)}" for name, value in item["where"].items())
        lines.append(f"  - {where}: {rhythm_words(Rhythm.read(item))}")
    return lines


def _columns(table: Table) -> str:
    joins = {column: f"key of {code(target)}" for column, target, _target_column in table.schema.foreign_keys}
    body = [
        (
            code(column.name),
            column.type,
            text(column.unit),
            "; ".join(part for part in (rules(column), joins.get(column.name, "")) if part),
            text(f"{column.title}. {column.description}" if column.title.lower() != column.name.lower() else column.description),
        )
        for column in table.schema.fields
    ]
    return grid(("Column", "Type", "Unit", "Rules", "Meaning"), body)


def _changes(raw: Sequence[dict[str, Any]]) -> list[str]:
    lines = []
    for item in sorted(raw, key=lambda item: CHANGES.index(item["kind"])):
        rows = f" ({_count(item['rows'], 'row')})" if item["rows"] else ""
        kind = item["kind"].replace("_", " ").capitalize()
        lines.append(f"- **{kind}**{rows}. {text(item['what'])} Why: {text(item['why'])}")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def section(table: Table) -> str:
    """The part of the code book on one table."""
    own = table.schema.inroads
    notes = own["notes"]
    lines = [
        f"### {text(table.schema.title)}",
        "",
        f"{code('data/' + table.schema.path)}, table {code(table.name)}. {text(table.schema.description)}",
        "",
        f"- What a row is: {text(own['row'])}",
        f"- Rows: {len(table):,} (research table: {own['research_rows']:,}). Key: {code(table.schema.primary_key)}.",
        f"- Rhythm: {rhythm_words(table.schema.rhythm)}",
        *_series(table),
        f"- Last check: {own['last_check']}. Dated by: {code(own['date_field']) if own['date_field'] else 'no column'}.",
        f"- Research notes: {notes['kept']:,} kept as caveats, {notes['dropped']:,} dropped.",
        "",
    ]
    if own["caveats"]:
        lines += ["**Caveats**", "", *(f"- {text(item)}" for item in own["caveats"]), ""]
    lines += ["**Columns**", "", _columns(table), ""]
    if own["changes"]:
        lines += ["**What changed from the research table**", "", *_changes(own["changes"]), ""]
    return "\n".join(lines)


def _confidence(catalog: Catalog) -> str:
    found: Counter[str] = Counter()
    for table in catalog.tables.values():
        if any(column.name == "confidence" for column in table.schema.fields):
            found.update(row.text("confidence") for row in table)
    body = [(code(level.value), text(level.label), text(level.meaning), f"{found[level.value]:,}") for level in Confidence]
    return grid(("In the data", "On the screen", "Meaning", "Rows"), body, numbers=(3,))


def _totals(catalog: Catalog) -> str:
    tables = [table for table in catalog.tables.values() if table.name != "sources"]
    counted = [table for table in tables if table.name != DERIVED]
    research = sum(table.schema.inroads["research_rows"] for table in counted)
    kept, dropped = (sum(table.schema.inroads["notes"][key] for table in catalog.tables.values()) for key in ("kept", "dropped"))
    sources = catalog["sources"]
    linked = sum(bool(row.text("link")) for row in sources)
    records = sources.schema.inroads["research_rows"]
    lines = [
        "## Totals",
        "",
        f"- Data version {catalog.version}, last checked {catalog.last_check}.",
        f"- {len(tables)} tables with {sum(map(len, tables)):,} rows, made from {research:,} rows of the research tables.",
        f"- {len(sources):,} sources, merged from {records:,} source records: {linked:,} with a link, {len(sources) - linked:,} cited without one.",
        f"- Notes of the research tables: {kept:,} kept as proofread caveats, {dropped:,} dropped. {DROPPED}",
        "",
        _overview(tables, sources),
        "",
    ]
    return "\n".join(lines)


def _overview(tables: list[Table], sources: Table) -> str:
    body = []
    for table in (sources, *tables):
        own = table.schema.inroads
        research = "–" if table.name == DERIVED else f"{own['research_rows']:,}"
        where = f"[{table.name}](#{anchor(table.schema.title)})"
        body.append((own["topic"], where, f"{len(table):,}", research, f"{own['notes']['kept']:,}", f"{own['notes']['dropped']:,}"))
    return grid(("Topic", "Table", "Rows", "Rows in research", "Notes kept", "Notes dropped"), body, numbers=(2, 3, 4, 5))


def anchor(title: str) -> str:
    """The anchor that Markdown viewers give to a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def build(catalog: Catalog) -> str:
    """The whole code book as Markdown; the same package always gives the same text."""
    parts = ["# Code book", "", INTRODUCTION.format(confidence=_confidence(catalog)), _totals(catalog)]
    topics = dict.fromkeys(table.schema.inroads["topic"] for table in catalog.tables.values())
    for topic in topics:
        title = TOPICS.get(topic, topic)
        own = [table for table in catalog.tables.values() if table.schema.inroads["topic"] == topic]
        if len(own) > 1:
            parts += [f"## {title}", ""]
        parts += [section(table) if len(own) > 1 else section(table).replace("### ", "## ", 1) for table in own]
    return "\n".join(parts).rstrip() + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Writes the code book, or checks it; returns 1 when it is not current or the data is refused."""
    parser = argparse.ArgumentParser(description="Write docs/DATA.md from the data package.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is not current")
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="the folder with datapackage.json")
    parser.add_argument("--output", type=Path, default=TARGET, help="the file to write")
    options = parser.parse_args(arguments)
    try:
        made = build(read_catalog(options.data))
    except DataError as error:
        print(
            f"The data did not pass its checks ({len(error.problems)} problems), so no code book was made. Run: make data", file=sys.stderr
        )
        return 1
    current = options.output.read_text(encoding="utf-8") if options.output.exists() else ""
    if options.check:
        if made != current:
            print(f"{options.output.name} does not describe the data as it is now. Run: make docs", file=sys.stderr)
        return int(made != current)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(made, encoding="utf-8")
    print(f"{options.output.name}: {len(made.splitlines()):,} lines{'' if made != current else ', unchanged'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
