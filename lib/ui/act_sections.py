"""The four parts of the page "take action": links between them, and where to go on below the actions.

One part is drawn at a time: each is long, and the address says which (`section`).
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import LazyText, _
from lib.ui.escape import md, tag
from lib.ui.filters import Filters
from lib.urlstate import Choice


@dataclass(frozen=True)
class Section:
    """A part of the page: its key in the address, its words and icon, one sentence on it, and a fact that opens it."""

    key: str
    name: LazyText
    icon: str
    what: LazyText
    fact_id: str


SECTIONS: tuple[Section, ...] = (
    Section("actions", _("Actions"), ":material/volunteer_activism:", _("What one person can do."), "actions.listed"),
    Section(
        "organizations",
        _("Organizations"),
        ":material/groups:",
        _("Who does what, whether it is active, and what is known of its money and results."),
        "organizations.active",
    ),
    Section(
        "information",
        _("Information inflow"),
        ":material/cell_tower:",
        _("What still reaches people inside North Korea, what ended, and what the law threatens."),
        "information.hours_after",
    ),
    Section(
        "policy",
        _("Policy tracking"),
        ":material/gavel:",
        _("The latest decisions, what is in force, the next dates, and which posts are vacant."),
        "policy.in_force",
    ),
)
PARAM = Choice("section", _("Part of the page"), tuple((section.key, section.name) for section in SECTIONS))


def menu(filters: Filters) -> str:
    """The parts of the page side by side; returns the key of the one to draw."""
    return filters.segments(PARAM.name, {section.key: section.icon for section in SECTIONS})


def go_on(catalog: Catalog) -> None:
    """Cards that lead from the actions to the other parts, each with a fact of its own.

    Their links load the page anew, so that the reader starts at its top and Back comes back here.
    """
    with st.grid(3, min_column_width=240, gap="small"):
        for section in SECTIONS[1:]:
            with st.container(border=True, height="stretch", key=f"go-{section.key}"):
                st.markdown(f"{section.icon} **{md(section.name)}**  \n{md(section.what)}")
                st.caption(md(fact(catalog, section.fact_id).sentence()))
                words = _("Open: {part}", part=section.name)
                st.html(f'<a href="act?{PARAM.name}={section.key}">{tag(words)}</a>')
