"""Timeline and terms."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("reference") as catalog:
    filters = Filters("reference", page_params(catalog, "reference"))
    st.title(md(_("Timeline and terms")))
    filters.finish()
