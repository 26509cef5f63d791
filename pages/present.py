"""Presenting: choose what to show, and take it along as stage, slides, handout, cards or offline kit."""

from __future__ import annotations

import streamlit as st

from lib.export.plan import IN_ADDRESS
from lib.i18n import _
from lib.ui import present_cards, present_deck, present_event, present_files, present_pick, present_state, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("present") as catalog:
    dropped = present_state.begin(catalog)
    filters = Filters("present", present_cards.PARAMS, also=IN_ADDRESS)
    plan = present_state.kept()
    st.title(md(_("Show it to others")), anchor="present")
    if not st.context.is_embedded:
        st.markdown(
            md(
                _(
                    "Choose what to show. Then show it here on the stage, or take it along: slides, a handout, cards to share, and a kit "
                    "that works without a network. Every screen names its sources and leads back to its figures."
                )
            )
        )
    present_state.left_out(_("The address asks for something this page does not have, so it was left out: {listed}."), dropped)
    present_state.finish(catalog)  # before the slides are made: the address shows the choice at once
    shown = present_deck.made(catalog, plan)
    if not st.context.is_embedded:
        present_pick.draw(catalog, shown)
        with st.container(key="screen-event"):
            st.header(md(_("The event")), anchor="event")
            present_event.fields()
    if shown and plan.items:
        present_deck.draw(shown)
    if not st.context.is_embedded:
        with st.container(key="screen-files"):
            present_files.draw(catalog, shown)
        st.header(md(_("A card to share")), anchor="card")
        present_cards.draw(catalog, filters)
    filters.finish()
