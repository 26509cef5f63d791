"""Is this sentence true."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("claims") as catalog:
    filters = Filters("claims", page_params(catalog, "claims"))
    st.title(md(_("Is this sentence true")))
    filters.finish()
