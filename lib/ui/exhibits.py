"""Draws an exhibit: finding, chart, record, data, download. Text first, charts one by one."""

from __future__ import annotations

import time
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from lib.catalog import Catalog
from lib.charts.spec import Chart, legend
from lib.charts.theme import SHAPES, Theme, theme
from lib.exhibits import Exhibit, Filter, exhibit
from lib.i18n import _, language
from lib.ui.escape import md, tag
from lib.ui.records import record_line, source_citations, trace_html
from lib.ui.tables import table_html

FIRST_CHART_PAUSE = 0.3


def _current_theme() -> Theme:
    kind = st.context.theme.type
    return theme(kind if isinstance(kind, str) else None)


@lru_cache(maxsize=256)
def _figure(chart: Chart, theme_name: str, _language: str) -> Any:
    from lib.charts.plot import figure

    return figure(chart, theme(theme_name))


def _legend(item: Exhibit, colours: Theme) -> str:
    entries = legend(item.chart) if item.chart else ()
    if len(entries) < 2 and not any(shape.startswith("bar/") for _role, shape, _words in entries):
        return ""
    lines = "".join(
        f'<span><span aria-hidden="true" style="color:{colours.colour(role)}">{SHAPES.get(shape, "■")}</span> {tag(words)}</span>'
        for role, shape, words in entries
    )
    return f'<div class="inr-legend">{lines}</div>'


def _pause_before_first_chart() -> None:
    """Lets the browser paint text and metrics before the chart library arrives; once per session."""
    if not st.session_state.get("charts_begun"):
        st.session_state["charts_begun"] = True
        time.sleep(FIRST_CHART_PAUSE)


def slug(exhibit_id: str) -> str:
    """The exhibit's id as it stands in anchors and file names."""
    return exhibit_id.replace(".", "-").replace("_", "-")


def show(catalog: Catalog, exhibit_id: str, level: int = 3, **filters: Filter) -> Exhibit:
    """Draws one exhibit with its record and data; returns it, so that a page can speak about it."""
    item = exhibit(catalog, exhibit_id, **filters)
    name = slug(exhibit_id)
    with st.container(key=f"exhibit-{name}"):
        (st.header if level == 2 else st.subheader)(md(str(item.takeaway).removesuffix(".")), anchor=name)
        st.caption(f"{md(item.title)} · {md(item.subtitle)}")
        if item.empty:
            st.info(str(_("Nothing in the data fits these filters. Widen them to see the exhibit.")), icon=":material/filter_alt_off:")
            return item
        if item.chart is not None:
            colours = _current_theme()
            if entries := _legend(item, colours):
                st.html(entries)
            _pause_before_first_chart()
            from lib.charts.plot import CONFIG

            st.plotly_chart(
                _figure(item.chart, colours.name, language()),
                theme=None,
                config=CONFIG,
                key=f"chart-{name}",
                alt=str(item.alt),
            )
        elif item.is_table:
            # Keys of rows stand in the download; on screen they would crowd out the words.
            st.html(table_html(item.columns[1:], [row[1:] for row in item.rows], item.title, stacked=True))
        st.caption(record_line(catalog, item.record))
        _related_actions(catalog, item)
        st.html(_folds(catalog, item))
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
            _citation_downloads(catalog, item, name)
    return item


def _related_actions(catalog: Catalog, item: Exhibit) -> None:
    """Up to two things to do about what the chart shows; the links open the finder at their step."""
    from lib.ui.shell import link

    for action_id in item.actions[:2]:
        row = catalog["actions"].row(action_id)
        link("act", md(_("What you can do: {action}", action=row.text("title"))), step=row.text("step"))


def _folds(catalog: Catalog, item: Exhibit) -> str:
    """The record and the table, each behind a line that opens without asking the server."""
    record = trace_html(catalog, item.exhibit_id, item.takeaway, item.record)
    folds = f'<details class="inr-fold"><summary>{tag(_("Trace this number"))}</summary>{record}</details>'
    if not item.is_table:
        table = table_html(item.columns, item.rows, item.title)
        folds += f'<details class="inr-fold"><summary>{tag(_("The data as a table"))}</summary>{table}</details>'
    return folds


def _citation_downloads(catalog: Catalog, item: Exhibit, name: str) -> None:
    """The sources in three citation styles, drawn only when asked for."""
    box = st.popover(str(_("Cite the sources")), icon=":material/format_quote:", type="tertiary", key=f"cite-{name}", on_change="rerun")
    if not box.open:
        return
    with box:
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
