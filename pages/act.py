"""What you can do: the actions with their finder; and organizations, information inflow and policy as parts of the page."""

from __future__ import annotations

import streamlit as st

from lib.exhibits import fact
from lib.i18n import _
from lib.numbers import Number
from lib.ui import act_sections, actions, information_section, organizations, policy_section, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("act") as catalog:
    filters = Filters(
        "act",
        (act_sections.PARAM, *actions.PARAMS, *organizations.params(catalog), *information_section.PARAMS, *policy_section.PARAMS),
    )
    section = act_sections.menu(filters)
    if section == "actions":
        count, free, minutes = (Number(fact(catalog, fact_id).quantity.value or 0) for fact_id in actions.COUNTS)
        st.title(md(_("{count} things one person can do, {free} of them free of charge", count=count, free=free)), anchor="actions")
        st.markdown(
            md(
                _(
                    "{minutes} of them take a few minutes. Each says what to do, why it helps, what to be careful about, and who does the "
                    "work. None asks you to go near the border or to contact anyone in hiding.",
                    minutes=minutes,
                )
            )
        )
        actions.trace_counts(catalog)
        actions.steps(catalog, actions.finder(catalog, filters))
        st.header(md(_("Go on")), anchor="go-on")
        act_sections.go_on(catalog)
    elif section == "organizations":
        st.title(md(_("Who does the work")), anchor="organizations")
        organizations.draw(catalog, filters)
    elif section == "information":
        st.title(md(_("How outside information gets in")), anchor="information")
        information_section.draw(catalog, filters)
    else:
        st.title(md(_("What was decided, and what comes next")), anchor="policy")
        policy_section.draw(catalog, filters)
    filters.finish()
