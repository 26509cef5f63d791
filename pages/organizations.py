"""Who does the work: every organization with its status, money and results."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import organizations, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("organizations") as catalog:
    filters = Filters("organizations", page_params(catalog, "organizations"))
    st.title(md(_("Who does the work")), anchor="organizations")
    organizations.draw(catalog, filters)
    filters.finish()
