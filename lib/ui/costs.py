"""Pieces that only the cost page draws: what each leg means, and what a gift would do."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.i18n import _
from lib.topics.cost_legs import LADDER, OFF_LADDER, Leg
from lib.topics.gifts import CAVEAT
from lib.ui import exhibits, shell
from lib.ui.escape import md, tag
from lib.ui.filters import Filters


def _definitions(legs: tuple[Leg, ...]) -> str:
    return "".join(f"<dt>{tag(leg.label)}</dt><dd>{tag(leg.meaning)}</dd>" for leg in legs)


def meanings() -> None:
    """The five legs and the three kinds of price beside them, each with what it means."""
    st.html(f'<dl class="inr-record">{_definitions(LADDER)}</dl>')
    with st.expander(str(_("Prices that stand beside the five legs")), icon=":material/help:", type="compact"):
        st.html(f'<dl class="inr-record">{_definitions(OFF_LADDER)}</dl>')


def gift_section(catalog: Catalog, filters: Filters) -> None:
    """The reader's sum as a share of each stated cost, with its caveat beside it and the way to the act page."""
    filters.draw("gift")
    st.warning(md(CAVEAT), icon=":material/info:")
    exhibits.show(catalog, "costs.gift", gift=filters.number("gift"))
    shell.link("act", str(_("How to give, and what to check first")))
