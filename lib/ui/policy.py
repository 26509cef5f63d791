"""The page on policy: the latest decisions, what holds today, the next dates, posts held and vacant, votes at the UN."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.i18n import _
from lib.settings import read_settings
from lib.topics.policy import lapse_sentence
from lib.ui.escape import md
from lib.ui.exhibits import show
from lib.ui.facts import cards
from lib.ui.filters import Filters

FACTS = (
    "policy.ga_latest",
    "policy.hrc_latest",
    "policy.ga_yes_last_vote",
    "policy.consensus_years",
    "policy.in_force",
    "policy.vacant_posts",
)


def draw(catalog: Catalog, filters: Filters) -> None:
    """Draws the whole page; its script draws its heading."""
    today = read_settings().today()
    st.markdown(
        md(
            _(
                "What is decided in Geneva, New York, Seoul, Washington and Beijing settles who may ask for protection and who pays for it. {lapse}",
                lapse=lapse_sentence(catalog, today),
            )
        )
    )
    cards(catalog, FACTS)
    filters.draw("jurisdiction")
    filters.draw("kind", "state", "since", "latest")
    jurisdiction = filters.many("jurisdiction")
    show(
        catalog,
        "policy.log",
        level=2,
        jurisdiction=jurisdiction,
        kind=filters.text("kind"),
        state=filters.text("state"),
        since=filters.text("since"),
        latest=filters.text("latest"),
        today=today.isoformat(),
    )
    show(catalog, "policy.state_today", level=2, jurisdiction=jurisdiction, today=today.isoformat())
    show(catalog, "policy.calendar", level=2, today=today.isoformat())
    show(catalog, "policy.office_board", level=2)
    filters.draw("body")
    if filters.text("body") != "hrc":
        show(catalog, "policy.ga_votes", level=2)
    if filters.text("body") != "ga":
        show(catalog, "policy.hrc_votes", level=2)
