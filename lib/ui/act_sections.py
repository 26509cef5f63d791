"""The four parts of the page "take action": links between them, and where to go on below the actions.

One part is drawn at a time: each is long, and the address says which (`section`).
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import LazyText, _
from lib.ui.escape import md
from lib.ui.shell import PAGES
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


def _link(section: Section, label: str) -> None:
    query = {PARAM.name: section.key} if section.key != PARAM.default else None
    st.page_link(PAGES["act"].script, label=label, icon=section.icon, query_params=query)


def menu(current: str) -> None:
    """Links to the parts of the page, the present one in bold."""
    with st.container(horizontal=True, gap="small", key="sections"):
        for section in SECTIONS:
            here = section.key == current
            with st.container(width="content", key="section-here" if here else f"section-{section.key}"):
                _link(section, f"**{md(section.name)}**" if here else md(section.name))


def go_on(catalog: Catalog) -> None:
    """Cards that lead from the actions to the other parts, each with a fact of its own."""
    with st.grid(3, min_column_width=240, gap="small"):
        for section in SECTIONS[1:]:
            with st.container(border=True, height="stretch", key=f"go-{section.key}"):
                st.markdown(f"{section.icon} **{md(section.name)}**  \n{md(section.what)}")
                st.caption(md(fact(catalog, section.fact_id).sentence()))
                _link(section, md(_("Open this part")))
