"""Where sources differ: the sides of each question, why they differ, and what Inroads shows."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import disagreements, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("disagreements") as catalog:
    filters = Filters("disagreements", page_params(catalog, "disagreements"))
    st.title(md(disagreements.title()))
    st.markdown(
        md(
            _(
                "Credible sources count different things, at different times, by different rules. Each question here says who gives which "
                "figure, why they differ, and what the other pages use. Nothing is averaged."
            )
        )
    )
    filters.draw("topic", "id")
    filters.reset_button()
    disagreements.chosen(catalog, filters)
    disagreements.listed(catalog, filters)
    filters.finish()
