"""What was decided, what is in force, and what comes next."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import policy, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("policy") as catalog:
    filters = Filters("policy", page_params(catalog, "policy"))
    st.title(md(_("What was decided, and what comes next")), anchor="policy")
    policy.draw(catalog, filters)
    filters.finish()
