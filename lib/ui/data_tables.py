"""The tables of the package: the list of all, and one of them with its code book, rows and downloads."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog, Row, Table
from lib.dates import When
from lib.exhibits import Exhibit
from lib.export.tables import package_zip, table_csv, workbook
from lib.freshness import SeriesAge
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number, decimal
from lib.schema import Field, Value
from lib.settings import NAME, read_settings
from lib.topics.data_codebook import COLUMNS, code_book, rhythm_words
from lib.topics.data_filters import NO_TABLE, PER_PAGE
from lib.topics.data_tables import TOPIC_TITLES, table_states, topic_of
from lib.ui import data_row
from lib.ui.escape import md, tag
from lib.ui.exhibits import show
from lib.ui.facts import cards
from lib.ui.filters import Filters
from lib.ui.paging import draw_page, page_slice
from lib.ui.tables import table_html

FACTS = ("data.rows", "data.verified_share", "data.sources", "data.linked_share")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(catalog: Catalog, filters: Filters) -> None:
    """One row if the address names one, else one table, else the list of all tables."""
    name, key = filters.text("table"), filters.text("row")
    table = catalog.tables.get(name)
    if key:
        row = table.by_key.get(key) if table else None
        if row is not None:
            data_row.draw(catalog, row)
            return
        st.info(
            md(_("There is no row {key} in this table. It may have been renamed or removed.", key=f"{name}/{key}"[:120])),
            icon=":material/link_off:",
        )
        filters.put("row", "")
    filters.draw("table")
    table = catalog.tables.get(filters.text("table"))
    if table is None or filters.text("table") == NO_TABLE:
        _draw_all(catalog)
    else:
        _draw_table(catalog, table, filters)


def _draw_all(catalog: Catalog) -> None:
    cards(catalog, FACTS)
    st.header(md(_("Take all of it with you")), anchor="download")
    st.markdown(
        md(
            _(
                "Everything is free to use under CC BY 4.0: name Inroads, the data version and the sources. The workbook opens in any "
                "spreadsheet program and begins with the code book."
            )
        )
    )
    stem = f"{NAME.lower()}-{catalog.version}"
    with st.container(horizontal=True):
        _download(_("All tables (zip)"), partial(package_zip, catalog), f"{stem}.zip", "application/zip", "download-zip")
        _download(_("All tables (XLSX workbook)"), partial(workbook, catalog), f"{stem}.xlsx", XLSX, "download-xlsx")
    today = read_settings().today()
    show(catalog, "data.tables", level=2, drawn_as=partial(_list_html, catalog, today, language()), today=today.isoformat())


def _download(label: Text, make: partial[bytes], file_name: str, mime: str, key: str) -> None:
    st.download_button(str(label), make, file_name=file_name, mime=mime, icon=":material/download:", key=key, on_click="ignore")


@lru_cache(maxsize=8)
def _list_html(catalog: Catalog, today: date, _language: str, item: Exhibit) -> str:
    """The list of tables by topic, each a link to its page."""
    body, topic = "", ""
    for state, row in zip(table_states(catalog, today), item.rows, strict=True):
        schema = state.table.schema
        if topic_of(state.table) != topic:
            topic = topic_of(state.table)
            body += f'<tr class="inr-group"><th colspan="4" scope="colgroup">{tag(TOPIC_TITLES[topic])}</th></tr>'
        query = tag(urlencode({"view": "tables", "table": schema.name}))
        newest = str(row[4])
        cells = (
            (_("Table"), f'<a href="data?{query}">{tag(schema.title)}</a>'),
            (_("Rows"), tag(decimal(len(state.table)))),
            (_("Newest row"), tag(When(newest) if newest[:1].isdigit() else newest)),
            (_("How fresh"), tag(state.words) if not state.is_old else f"<strong>{tag(state.words)}</strong>"),
        )
        body += "<tr>" + "".join(f'<td data-label="{tag(name)}">{cell}</td>' for name, cell in cells) + "</tr>"
    head = "".join(f'<th scope="col">{tag(name)}</th>' for name in (_("Table"), _("Rows"), _("Newest row"), _("How fresh")))
    caption = tag(item.title)
    return f'<table class="inr-table inr-stack"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _draw_table(catalog: Catalog, table: Table, filters: Filters) -> None:
    schema = table.schema
    st.header(md(schema.title), anchor="table")
    st.html(_about_html(catalog, table.name, read_settings().today(), language()))
    with st.container(horizontal=True):
        _download(_("This table (CSV)"), partial(table_csv, table), f"{table.name}.csv", "text/csv", "download-csv")
    st.subheader(md(_("Rows")), anchor="rows")
    pages = draw_page(filters, "page", len(table), PER_PAGE, asked=("table", table.name))
    st.html(_rows_html(catalog, table.name, pages, language()))
    st.subheader(md(_("Code book")), anchor="code-book")
    caption = _("Columns of {table}", table=schema.title)
    st.html(f'<div class="inr-wide">{table_html(COLUMNS, [_spelled(line) for line in code_book(schema)], caption, stacked=True)}</div>')


def _spelled(line: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell or "–" for cell in line)


def _series_words(item: SeriesAge, only: bool) -> Text:
    """A series of a table, or its other rows, with how old it is; the rhythm is said where it has days."""
    named = ", ".join(f"{name} = {value}" for name, value in item.where)
    places = {
        "where": named or (_("all rows") if only else _("all other rows")),
        "rows": ngettext("{number} row", "{number} rows", item.rows, number=Number(item.rows)),
        "date": When(item.age.as_of),
        "state": item.age.words(),
    }
    if item.rhythm.days:
        return _("{where}: {rows}, newest {date}, {state} (rhythm: {rhythm}).", **places, rhythm=rhythm_words(item.rhythm))
    return _("{where}: {rows}, newest {date}, {state}.", **places)


@lru_cache(maxsize=128)
def _about_html(catalog: Catalog, name: str, today: date, _language: str) -> str:
    """Description, what a row is, how fresh each series is, caveats, and what was left out on the way."""
    table = catalog[name]
    schema, own = table.schema, table.schema.inroads
    state = next(item for item in table_states(catalog, today) if item.table is table)
    rhythm = "".join(f"<li>{tag(_series_words(item, len(state.series) == 1))}</li>" for item in state.series)
    pairs: list[tuple[Text, str]] = [
        (_("What a row is"), tag(own["row"])),
        (_("Rows"), tag(decimal(len(table)))),
        (_("How fresh"), f'<ul class="inr-list">{rhythm}</ul><span class="inr-quiet">{tag(own["rhythm"].get("note", ""))}</span>'),
        (_("Last check"), tag(When(str(own["last_check"])))),
    ]
    if own["caveats"]:
        pairs.append((_("Read before quoting"), f'<ul class="inr-list">{"".join(f"<li>{tag(text)}</li>" for text in own["caveats"])}</ul>'))
    if own.get("changes"):
        lines = "".join(f"<li>{tag(change['what'])} {tag(change['why'])}</li>" for change in own["changes"])
        words = tag(_("What was left out, merged or corrected when the table was made"))
        pairs.append(
            (_("How it was made"), f'<details class="inr-inner"><summary>{words}</summary><ul class="inr-list">{lines}</ul></details>')
        )
    body = "".join(f"<dt>{tag(name)}</dt><dd>{text}</dd>" for name, text in pairs)
    return f'<p>{tag(schema.description)}</p><div class="inr-sheet"><dl class="inr-record">{body}</dl></div>'


def _cell_html(field: Field, value: Value) -> str:
    if value is None or value in ("", ()):
        return '<td class="inr-quiet">–</td>'
    if isinstance(value, bool):
        return f"<td>{tag(_('yes') if value else _('no'))}</td>"
    if isinstance(value, (int, float)):
        return f'<td class="inr-number">{tag(str(value) if field.name in data_row.YEARS else decimal(value))}</td>'
    return f"<td>{tag('; '.join(value) if isinstance(value, tuple) else value)}</td>"


def _row_html(fields: tuple[Field, ...], row: Row) -> str:
    query = tag(urlencode({"view": "tables", "table": row.table, "row": row.key}))
    first = f'<th scope="row"><a href="data?{query}">{tag(row.key)}</a></th>'
    return f"<tr>{first}{''.join(_cell_html(field, row[field.name]) for field in fields[1:])}</tr>"


@lru_cache(maxsize=64)
def _rows_html(catalog: Catalog, name: str, page: int, _language: str) -> str:
    """One page of a table's rows with its cells as they stand in the file; the key leads to the row."""
    table = catalog[name]
    fields = table.schema.fields
    heads = "".join(f'<th scope="col">{tag(field.title)}</th>' for field in fields)
    body = "".join(_row_html(fields, row) for row in page_slice(table.rows, page, PER_PAGE))
    caption = tag(_("Rows of {table}; a dash stands for an empty cell", table=table.schema.title))
    return (
        f'<div class="inr-scroll inr-cells" tabindex="0" role="region" aria-label="{caption}"><table class="inr-table">'
        f"<caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
