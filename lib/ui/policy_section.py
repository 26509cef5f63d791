"""The section "policy": the latest decisions, what holds today, the next dates, posts held and vacant, votes at the UN."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.i18n import _
from lib.numbers import Number, Year
from lib.settings import read_settings
from lib.topics.policy import JURISDICTIONS, KINDS, STATES, lapse_sentence
from lib.ui.escape import md
from lib.ui.exhibits import show
from lib.ui.facts import cards
from lib.ui.filters import Filters
from lib.urlstate import Choice, Many, Param

# Years in which the picture changed: the cuts of 2025, the pandemic, the Commission of Inquiry, the first US act.
SINCE = (2025, 2020, 2014, 2004)

PARAMS: tuple[Param, ...] = (
    Many("jurisdiction", _("Where"), tuple(JURISDICTIONS.items())),
    Choice("kind", _("Kind of decision"), (("all", _("all")), *KINDS.items())),
    Choice("state", _("State of the decision"), (("all", _("all")), *STATES.items())),
    Choice("since", _("Since"), (("all", _("all years")), *((str(year), _("{year}", year=Year(year))) for year in SINCE))),
    Choice(
        "latest", _("Show"), (*((str(number), _("the latest {number}", number=Number(number))) for number in (12, 40)), ("0", _("all")))
    ),
    Choice("body", _("UN body"), (("both", _("both")), ("ga", _("General Assembly")), ("hrc", _("Human Rights Council")))),
)

FACTS = (
    "policy.ga_latest",
    "policy.hrc_latest",
    "policy.ga_yes_last_vote",
    "policy.consensus_years",
    "policy.in_force",
    "policy.vacant_posts",
)


def draw(catalog: Catalog, filters: Filters) -> None:
    """Draws the whole section; the page draws its heading."""
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
    jurisdiction, state = filters.many("jurisdiction"), filters.text("state")
    kind = filters.text("kind")
    show(
        catalog,
        "policy.log",
        level=2,
        jurisdiction=jurisdiction,
        kind=() if kind == "all" else (kind,),
        state=state,
        since=filters.text("since"),
        limit=int(filters.text("latest")),
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
