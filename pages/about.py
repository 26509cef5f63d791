"""About Inroads."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("about") as catalog:
    filters = Filters("about", page_params(catalog, "about"))
    st.title(md(_("About Inroads")))
    filters.finish()
