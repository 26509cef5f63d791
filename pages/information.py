"""How outside information gets in, what was cut, and what the law threatens."""

import streamlit as st

from lib.exhibits import page_params
from lib.ui import information, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("information") as catalog:
    filters = Filters("information", page_params(catalog, "information"))
    st.title(md(information.title(catalog)), anchor="information")
    information.draw(catalog, filters)
    filters.finish()
