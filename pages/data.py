"""How do we know."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("data") as catalog:
    filters = Filters("data", page_params(catalog, "data"))
    st.title(md(_("How do we know")))
    filters.finish()
