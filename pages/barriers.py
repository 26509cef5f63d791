"""Why people cannot leave: the border, the family, information, China, legal exit."""

import streamlit as st

from lib.exhibits import page_params
from lib.topics import barrier_texts
from lib.ui import barriers, shell
from lib.ui.escape import md
from lib.ui.facts import lead
from lib.ui.filters import Filters

with shell.page("barriers") as catalog:
    filters = Filters("barriers", page_params(catalog, "barriers"))
    st.title(md(barrier_texts.title(catalog)), anchor="barriers")
    lead(catalog, barrier_texts.lead(catalog), ("barriers.direct_arrivals",))()
    barriers.draw(catalog, filters)
    filters.finish()
