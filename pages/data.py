"""How do we know: tables, sources, what is unknown, what changed, and how to correct us."""

import streamlit as st

from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.ui import data_changes, data_sources, data_tables, data_unknown, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

DRAWN = {
    "tables": data_tables.draw,
    "sources": data_sources.draw,
    "unknown": data_unknown.draw,
    "changes": data_changes.draw,
}
ICONS = {
    "tables": ":material/table:",
    "sources": ":material/library_books:",
    "unknown": ":material/help:",
    "changes": ":material/history:",
}

with shell.page("data") as catalog:
    filters = Filters("data", page_params(catalog, "data"))
    rows, sources = fact(catalog, "data.rows"), fact(catalog, "data.sources")
    st.title(md(_("How do we know? {rows} from {sources}", rows=rows.quantity, sources=sources.quantity)))
    st.markdown(
        md(
            _(
                "Every figure leads back to a row, and every row to its sources. Here they all are, with what is unknown and what was "
                "corrected."
            )
        )
    )
    view = filters.segments("view", ICONS)
    DRAWN[view](catalog, filters)
    filters.finish()
