"""Where sources differ."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("disagreements") as catalog:
    filters = Filters("disagreements", page_params(catalog, "disagreements"))
    st.title(md(_("Where sources differ")))
    filters.finish()
