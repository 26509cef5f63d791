"""What you can do: every action with why it helps, what to be careful about, and its sources."""

from __future__ import annotations

import streamlit as st

from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.numbers import Number
from lib.ui import actions, present_add, shell
from lib.ui.escape import md
from lib.ui.facts import lead
from lib.ui.filters import Filters

with shell.page("act") as catalog:
    filters = Filters("act", page_params(catalog, "act"))
    count, free, minutes = (Number(fact(catalog, fact_id).quantity.value or 0) for fact_id in actions.COUNTS)
    st.title(md(_("{count} things one person can do, {free} of them free of charge", count=count, free=free)), anchor="actions")
    lead(
        catalog,
        _(
            "{minutes} of them take a few minutes. Each says what to do, why it helps, what to be careful about, and who does the "
            "work. None asks you to go near the border or to contact anyone in hiding.",
            minutes=minutes,
        ),
        actions.COUNTS,
    )()
    found = actions.finder(catalog, filters)
    present_add.action_chooser(found)
    actions.steps(catalog, found)
    st.header(md(_("Go on")), anchor="go-on")
    actions.go_on(catalog)
    filters.finish()
