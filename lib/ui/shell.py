"""The frame of every page: configuration, language, menu, footer, and calm words when the data cannot be read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.catalog import Catalog, load_catalog
from lib.dates import When
from lib.i18n import LazyText, _, set_language
from lib.problems import DataError
from lib.settings import NAME, VERSION
from lib.ui import report, share, terms
from lib.ui.escape import md

_log = logging.getLogger("inroads")
_STYLE, _PRINT = (Path(__file__).with_name(name) for name in ("style.css", "print.css"))
_ICON = Path(__file__).with_name("icon.png")
CONTENT_WIDTH = 980


@dataclass(frozen=True)
class Page:
    """A page of the dashboard: script, menu words, icon."""

    page_id: str
    script: str
    label: LazyText
    title: LazyText
    icon: str


PAGES: dict[str, Page] = {
    page.page_id: page
    for page in (
        Page("overview", "dashboard.py", _("Overview"), _("Overview"), ":material/nightlight:"),
        Page("departures", "pages/departures.py", _("Departures"), _("Who gets out"), ":material/directions_walk:"),
        Page("foreigners", "pages/foreigners.py", _("Foreigners"), _("Which foreigners left"), ":material/apartment:"),
        Page("costs", "pages/costs.py", _("Costs"), _("What an escape costs"), ":material/payments:"),
        Page("barriers", "pages/barriers.py", _("Barriers"), _("Why people cannot leave"), ":material/fence:"),
        Page("act", "pages/act.py", _("Take action"), _("What you can do"), ":material/volunteer_activism:"),
        Page("organizations", "pages/organizations.py", _("Organizations"), _("Who does the work"), ":material/groups:"),
        Page("information", "pages/information.py", _("Information inflow"), _("How information gets in"), ":material/cell_tower:"),
        Page("policy", "pages/policy.py", _("Policy"), _("What was decided, what comes next"), ":material/gavel:"),
        Page("claims", "pages/claims.py", _("Claims"), _("Is this sentence true?"), ":material/fact_check:"),
        Page("disagreements", "pages/disagreements.py", _("Disagreements"), _("Where sources differ"), ":material/balance:"),
        Page("reference", "pages/reference.py", _("Timeline and terms"), _("Timeline and terms"), ":material/history_edu:"),
        Page("data", "pages/data.py", _("Data and sources"), _("How do we know?"), ":material/database:"),
        Page("present", "pages/present.py", _("Present"), _("Show it to others"), ":material/co_present:"),
        Page("about", "pages/about.py", _("About"), _("About Inroads"), ":material/info:"),
        Page("search", "pages/search.py", _("Search"), _("Search"), ":material/search:"),
        Page("exhibit", "pages/exhibit.py", _("One exhibit"), _("One exhibit"), ":material/bar_chart:"),
    )
}
GROUPS: tuple[tuple[LazyText, str, tuple[str, ...]], ...] = (
    (_("See"), ":material/visibility:", ("departures", "foreigners", "costs", "barriers")),
    (_("Act"), ":material/volunteer_activism:", ("act", "organizations", "information", "policy")),
    (_("Check"), ":material/fact_check:", ("claims", "disagreements", "reference", "data")),
    (_("Use"), ":material/co_present:", ("present", "about")),
)


def link(page_id: str, label: str = "", **query: str) -> None:
    """A link to a page of the dashboard, with a query if given."""
    target = PAGES[page_id]
    st.page_link(target.script, label=label or str(target.label), icon=target.icon, query_params=query or None)


def _menu(current: str) -> DeltaGenerator:
    """Draws the menu; returns the place for the link to the view, which is known when the page is complete."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="menu"):
        overview = PAGES["overview"]
        st.page_link(overview.script, label=f"**{NAME}**", icon=overview.icon, help=str(overview.title))
        for label, icon, page_ids in GROUPS:
            with st.popover(str(label), icon=icon, type="tertiary", key=f"menu-{page_ids[0]}-on-{current}"):
                for page_id in page_ids:
                    link(page_id)
        with st.popover(str(_("Search")), icon=":material/search:", type="tertiary", key=f"menu-search-on-{current}"):
            _search_box(current)
        return st.popover(str(_("Share")), icon=":material/link:", type="tertiary", key=f"menu-share-on-{current}")


def _search_box(current: str) -> None:
    """A field on every page; what is typed is looked up on the page of results."""
    with st.form(f"search-from-{current}", border=False):
        words = st.text_input(str(_("Search facts, charts, organizations, decisions, claims, terms")), max_chars=200)
        if st.form_submit_button(str(_("Search")), icon=":material/search:") and words.strip():
            st.switch_page(PAGES["search"].script, query_params={"q": words.strip()})


def _footer(catalog: Catalog, this: Page) -> None:
    st.divider()
    st.caption(
        md(
            _(
                "{name} {version} · data version {data} · last checked {date}",
                name=NAME,
                version=VERSION,
                data=catalog.version,
                date=When(catalog.last_check),
            )
        )
    )
    st.caption(
        md(
            _(
                "Code under Apache 2.0, data under CC BY 4.0: use it, and name Inroads and the sources. The dashboard loads nothing from "
                "other sites while you read; whoever hosts it may count visits."
            )
        )
    )
    with st.popover(str(_("Correct us")), icon=":material/edit_note:", type="tertiary"):
        text = report.correction_text(this.title, share.here(this.script))
        report.draw(text, _("Correction: {place}", place=this.title))


def _trouble(error: DataError) -> None:
    for problem in error.problems:
        _log.error("data refused: %s", problem)
    st.error(
        str(
            _(
                "The data of this page did not pass its checks, so nothing is shown rather than something wrong. Nothing you did caused "
                "this. Try again later; whoever runs this copy finds the broken rows in its log."
            )
        ),
        icon=":material/report:",
    )


@contextmanager
def page(page_id: str) -> Iterator[Catalog]:
    """Opens a page: draws the frame around what the script draws, and hands it the data."""
    this = PAGES[page_id]
    terms.begin()
    set_language(st.query_params.get("lang", "en"))
    title = NAME if page_id == "overview" else f"{this.title} · {NAME}"
    st.set_page_config(page_title=title, page_icon=str(_ICON), layout="wide", initial_sidebar_state="collapsed")
    st.html(_STYLE)
    shade = "dark" if st.context.theme.type == "dark" else "light"
    with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=CONTENT_WIDTH, key=f"page-{shade}"):
        share_box = None if st.context.is_embedded else _menu(page_id)
        try:
            catalog = load_catalog()
        except DataError as error:
            _trouble(error)
            st.stop()
        yield catalog
        if share_box is not None:
            with share_box:
                share.view_link(this.script)
            _footer(catalog, this)
            share.printed_address(this.script)
        st.html(_PRINT)  # last: nobody prints before the page is complete
    st.session_state["page_before"] = page_id
