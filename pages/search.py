"""Search over everything: facts, charts, organizations, actions, decisions, claims, terms, events, tables, pages."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import search, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("search") as catalog:
    search.cut_address()
    filters = Filters("search", page_params(catalog, "search"))
    st.title(md(_("Search")))
    filters.draw("q")
    filters.draw("kind")
    search.results(catalog, filters)
    filters.finish()
