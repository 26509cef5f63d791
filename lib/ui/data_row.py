"""One row of a table: every cell with its meaning, its sources, its corrections, what rests on it, and how to correct it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog, Row
from lib.dates import When, is_partial_date
from lib.fact_texts import expand_facts
from lib.history import corrections_of
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number, decimal
from lib.provenance import Confidence, Fact
from lib.row_names import row_name
from lib.schema import Field
from lib.settings import read_settings
from lib.topics.data_sources import shown_source
from lib.topics.data_usage import usage
from lib.ui import report
from lib.ui.escape import anchor, md, safe_link, tag
from lib.ui.records import correction_words, row_link, source_html
from lib.ui.share import address

YEARS = ("year", "cohort_start", "cohort_end", "fiscal_year")
SHOWN_ROWS = 40


def table_link(name: str) -> str:
    """A link to a table of the package."""
    return f'<a href="data?{tag(urlencode({"view": "tables", "table": name}))}"><code>{tag(name)}</code></a>'


def draw(catalog: Catalog, row: Row) -> None:
    """The whole view of one row."""
    schema = catalog[row.table].schema
    st.header(md(str(row_name(row))), anchor="row")
    back = tag(urlencode({"view": "tables", "table": row.table}))
    st.html(
        f'<p>{tag(_("One row of the table"))} <a href="data?{back}">{tag(schema.title)}</a>: '
        f'<code>{tag(row.table)}/{tag(row.key)}</code></p><div class="inr-sheet"><dl class="inr-record">'
        f"{_cells_html(catalog, row.table, row.key, read_settings().today(), language())}</dl></div>"
    )
    st.subheader(md(_("Report a correction")), anchor="correct")
    place = f"{row.table}/{row.key}"
    query = {"view": "tables", "table": row.table, "row": row.key}
    says = "; ".join(f"{name}={_raw(value)}" for name, value in row.items() if value not in (None, (), ""))
    report.draw(report.correction_text(place, address("data", query), says), _("Correction: {place}", place=place))


def _raw(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


@lru_cache(maxsize=256)
def _cells_html(catalog: Catalog, table: str, key: str, _today: date, _language: str) -> str:
    row, schema = catalog[table].row(key), catalog[table].schema
    targets = {column: target for column, target, _column in schema.foreign_keys}
    targets |= {field.name: field.references[0] for field in schema.fields if field.references}
    pairs: list[tuple[Text, str]] = []
    for field in schema.fields:
        if field.name == "source_ids":
            continue
        meaning = f'<br><span class="inr-quiet"><code>{tag(field.name)}</code>: {tag(field.description)}</span>'
        pairs.append((field.title, _value_html(catalog, row, field, targets.get(field.name, "")) + meaning))
    if "source_ids" in row:
        items = [shown_source(catalog, source_id) for source_id in row.sources]
        count = ngettext("{number} source", "{number} sources", len(items), number=Number(len(items)))
        pairs.append((count, f'<ul class="inr-list">{"".join(map(source_html, items))}</ul>'))
    corrections = corrections_of(catalog, row.table, row.key)
    if corrections:
        lines = "".join(f"<li>{tag(correction_words(line))}</li>" for line in corrections)
        pairs.append((_("Corrections of this row"), f'<ul class="inr-list">{lines}</ul>'))
    pairs += _what_rests(catalog, row)
    return "".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in pairs)


def _value_html(catalog: Catalog, row: Row, field: Field, target: str) -> str:
    """A cell for readers: links to the rows that it names, dates in words, figures of facts written out."""
    value = row[field.name]
    if value is None or value in ("", ()):
        return f'<span class="inr-quiet">{tag(_("empty"))}</span>'
    if isinstance(value, bool):
        return tag(_("yes") if value else _("no"))
    if isinstance(value, tuple):
        return ", ".join(_key_html(catalog, item, target) for item in value)
    if isinstance(value, (int, float)):
        unit = f" {tag(field.unit)}" if field.unit else ""
        return tag(str(value) if field.name in YEARS else decimal(value)) + unit
    if field.name == "confidence":
        known = Confidence(value)
        return f"{tag(known.label)}: {tag(known.meaning)}"
    if target:
        return _key_html(catalog, value, target)
    if field.holds_dates and is_partial_date(value):
        return tag(When(value))
    if safe_link(value) and not (row.table == "organizations" and row.flag("safeguarding")):
        return anchor(value, value)
    return tag(expand_facts(catalog, value))


def _key_html(catalog: Catalog, key: str, target: str) -> str:
    """A key of another table, or a place written as table/key, as a link to that row."""
    table, slash, place = key.partition("/")
    if not target and slash and table in catalog.tables and place in catalog[table].by_key:
        return row_link(table, place)
    return row_link(target, key) if target in catalog.tables and key in catalog[target].by_key else tag(key)


def facts_html(facts: tuple[Fact, ...]) -> str:
    """Facts as links to the page that shows one alone."""
    return ", ".join(
        f'<a href="exhibit?{tag(urlencode({"fact": item.fact_id}))}">{tag(item.label)}: {tag(item.quantity)}</a>' for item in facts
    )


def _what_rests(catalog: Catalog, row: Row) -> list[tuple[Text, str]]:
    """Facts on a row, and for a source the facts and rows that rest on it."""
    index = usage(catalog)
    is_source = row.table == "sources"
    facts = index.facts_on_source.get(row.key, ()) if is_source else index.facts_on_row.get((row.table, row.key), ())
    pairs: list[tuple[Text, str]] = [
        (_("Figures that rest on it"), facts_html(facts) or tag(_("None of the headline figures; charts and lists may show it.")))
    ]
    if is_source:
        rows = index.rows_on_source.get(row.key, ())
        links = ", ".join(row_link(item.table, item.key) for item in rows[:SHOWN_ROWS])
        if len(rows) > SHOWN_ROWS:
            links += " " + tag(_("and {number} more", number=Number(len(rows) - SHOWN_ROWS)))
        pairs.append((_("Rows that rest on it"), links or tag(_("None today; it stood behind a row that was merged or left out."))))
    return pairs
