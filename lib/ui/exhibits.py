"""Draws an exhibit: finding, chart, record, data, download. Text first, charts one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from lib.catalog import Catalog
from lib.charts.spec import legend
from lib.charts.theme import SHAPES, Theme, theme
from lib.exhibits import Exhibit, Filter, exhibit, query_of
from lib.i18n import _, language
from lib.settings import read_settings
from lib.ui import share, terms
from lib.ui.escape import Html, md, tag
from lib.ui.pace import before_chart
from lib.ui.records import record_line, source_citations, sources_line, trace_html
from lib.ui.tables import table_html


def _current_theme() -> Theme:
    kind = st.context.theme.type
    return theme(kind if isinstance(kind, str) else None)


@lru_cache(maxsize=256)
def _figure(item: Exhibit, theme_name: str, _language: str) -> Any:
    from lib.charts.plot import figure

    return figure(item.chart, theme(theme_name)) if item.chart else None


def _legend(item: Exhibit, colours: Theme) -> str:
    entries = legend(item.chart) if item.chart else ()
    if len(entries) < 2 and not any(shape.startswith("bar/") for _role, shape, _words in entries):
        return ""
    lines = "".join(
        f'<span><span aria-hidden="true" style="color:{colours.colour(role)}">{SHAPES.get(shape, "■")}</span> {tag(words)}</span>'
        for role, shape, words in entries
    )
    return f'<div class="inr-legend">{lines}</div>'


@dataclass(frozen=True)
class _Words:
    heading: str
    caption: str
    legend: str
    alt: str
    line: str
    folds: str
    table: str
    sources: str


@lru_cache(maxsize=512)
def _words(catalog: Catalog, item: Exhibit, theme_name: str, _today: date, _language: str) -> _Words:
    """Everything that is said around a chart, written once per day, theme and language."""
    # Keys of rows stand in the download; on screen they would crowd out the words of a table.
    table = table_html(item.columns[1:], [row[1:] for row in item.rows], item.title, stacked=True) if item.is_table else ""
    return _Words(
        md(str(item.takeaway).removesuffix(".")),
        f"{md(item.title)} · {md(item.subtitle)}",
        _legend(item, theme(theme_name)),
        str(item.alt),
        record_line(catalog, item.record),
        _folds(catalog, item),
        table,
        sources_line(catalog, item.record),
    )


def slug(exhibit_id: str) -> str:
    """The exhibit's id as it stands in anchors and file names."""
    return exhibit_id.replace(".", "-").replace("_", "-")


def show(catalog: Catalog, exhibit_id: str, level: int = 3, drawn_as: Callable[[Exhibit], str] | None = None, **filters: Filter) -> Exhibit:
    """Draws one exhibit with its record and data; returns it, so that a page can speak about it.

    `drawn_as` gives safe HTML to be shown in place of the plain table of an exhibit that is a table by nature.
    """
    item = exhibit(catalog, exhibit_id, **filters)
    name = slug(exhibit_id)
    theme_name = _current_theme().name
    words = _words(catalog, item, theme_name, read_settings().today(), language())
    with st.container(key=f"exhibit-{name}"):
        {1: st.title, 2: st.header}.get(level, st.subheader)(words.heading, anchor=name)
        st.caption(words.caption, help=terms.help_for(catalog, item.takeaway, item.title, item.subtitle))
        if item.empty:
            st.info(str(_("Nothing in the data fits these filters. Widen them to see the exhibit.")), icon=":material/filter_alt_off:")
            return item
        if item.chart is not None:
            if words.legend:
                st.html(Html(words.legend))
            before_chart()
            from lib.charts.plot import CONFIG

            st.plotly_chart(_figure(item, theme_name, language()), theme=None, config=CONFIG, key=f"chart-{name}", alt=words.alt)
        elif item.is_table:
            st.html(Html(drawn_as(item) if drawn_as else words.table))
        st.caption(words.line)
        query = query_of(catalog, exhibit_id, filters)
        if st.context.is_embedded:
            st.html(f'<div class="inr-embed">{words.sources}{share.way_back(item.page, query)}</div>')
            return item
        _related_actions(catalog, item)
        st.html(Html(words.folds + share.exhibit_fold(item, query) + words.sources))
        with st.container(horizontal=True):
            st.download_button(
                str(_("Download what is shown (CSV)")),
                item.to_csv,
                file_name=f"inroads-{name}.csv",
                mime="text/csv",
                type="tertiary",
                icon=":material/download:",
                key=f"csv-{name}",
                on_click="ignore",
            )
            _present_or_cite(catalog, item, name, filters)
    return item


def _related_actions(catalog: Catalog, item: Exhibit) -> None:
    """Up to two things to do about what the chart shows; the links open the finder at their step."""
    from lib.ui.shell import link

    for action_id in item.actions[:2]:
        row = catalog["actions"].row(action_id)
        link("act", md(_("What you can do: {action}", action=row.text("title"))), step=row.text("step"))


def _folds(catalog: Catalog, item: Exhibit) -> str:
    """The record and the table, each behind a line that opens without asking the server."""
    record = trace_html(catalog, item.exhibit_id, item.takeaway, item.record, kind="id", named=item.facts)
    folds = f'<details class="inr-fold inr-more"><summary>{tag(_("Trace this number"))}</summary>{record}</details>'
    if not item.is_table:
        table = table_html(item.columns, item.rows, item.title)
        folds += f'<details class="inr-fold inr-more"><summary>{tag(_("The data as a table"))}</summary>{table}</details>'
    return folds


def _present_or_cite(catalog: Catalog, item: Exhibit, name: str, filters: dict[str, Filter]) -> None:
    """For slides as it is shown, and its sources in three citation styles; drawn only when asked for."""
    box = st.popover(str(_("Present or cite")), icon=":material/co_present:", type="tertiary", key=f"cite-{name}", on_change="rerun")
    if not box.open:
        return
    with box:
        from lib.export.plan import item_from
        from lib.ui import present_add

        present_add.box(item_from(catalog, item.exhibit_id, filters))
        for style, label, ending in (("bibtex", "BibTeX", "bib"), ("ris", "RIS", "ris"), ("apa", "APA", "txt")):
            st.download_button(
                str(_("Sources as {style}", style=label)),
                partial(source_citations, catalog, item.record.source_ids, style),
                file_name=f"inroads-{name}-sources.{ending}",
                mime="text/plain",
                type="tertiary",
                key=f"{style}-{name}",
                on_click="ignore",
            )
