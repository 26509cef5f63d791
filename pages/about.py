"""About Inroads: method, what is left out, privacy, independence, license, citation, corrections, accessibility."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import about, shell
from lib.ui.escape import md
from lib.ui.filters import Filters
from lib.ui.terms import say

with shell.page("about") as catalog:
    filters = Filters("about", page_params(catalog, "about"))
    st.title(md(_("How Inroads works, and what it promises")), anchor="about")
    say(
        catalog,
        _(
            "Inroads is for people who speak up for North Koreans. Every figure leads back to its sources, with its date, its counter, and "
            "how sure we are of it."
        ),
    )
    about.draw(catalog)
    filters.finish()
