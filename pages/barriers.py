"""Why people cannot leave."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("barriers") as catalog:
    filters = Filters("barriers", page_params(catalog, "barriers"))
    st.title(md(_("Why people cannot leave")))
    filters.finish()
