"""Is this sentence true: safe wording, a check of one's own sentence, all checked claims, common mistakes."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.ui import claims, claims_check, shell
from lib.ui.escape import md
from lib.ui.facts import lead
from lib.ui.filters import Filters

with shell.page("claims") as catalog:
    filters = Filters("claims", page_params(catalog, "claims"))
    st.title(md(claims.heading(catalog)))
    lead(
        catalog,
        _(
            "Before you quote a figure or repeat a sentence, look here. Each card gives a sentence that the sources bear out, and one to "
            "avoid. You can also paste a sentence of your own."
        ),
        ("claims.checked", "claims.supported", "claims.mostly_supported"),
    )()
    claims.search(catalog, filters)
    claims.wording(catalog, filters)
    claims_check.draw(catalog)
    claims.checked(catalog, filters)
    claims.mistakes(catalog, filters)
    filters.finish()
