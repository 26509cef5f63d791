"""One exhibit or one figure alone: where links, QR codes and embedded frames lead."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("exhibit") as catalog:
    filters = Filters("exhibit", page_params(catalog, "exhibit"))
    st.title(md(_("One exhibit")))
    filters.finish()
