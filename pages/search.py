"""Search."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("search") as catalog:
    filters = Filters("search", page_params(catalog, "search"))
    st.title(md(_("Search")))
    filters.finish()
