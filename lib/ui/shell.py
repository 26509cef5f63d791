"""The frame of every page: configuration, language, menu, footer, and calm words when the data cannot be read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lib.catalog import Catalog, load_catalog
from lib.dates import When
from lib.i18n import LazyText, _, set_language
from lib.problems import DataError
from lib.settings import NAME, VERSION, read_settings
from lib.ui.escape import md

_log = logging.getLogger("inroads")
_STYLE = Path(__file__).with_name("style.css")
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
        Page("act", "pages/act.py", _("Take action"), _("What you can do"), ":material/volunteer_activism:"),
    )
}
GROUPS: tuple[tuple[LazyText, str, tuple[str, ...]], ...] = ((_("See"), ":material/visibility:", ("departures", "foreigners", "costs")),)


def link(page_id: str, label: str = "", **query: str) -> None:
    """A link to a page of the dashboard, with a query if given."""
    target = PAGES[page_id]
    st.page_link(target.script, label=label or str(target.label), icon=target.icon, query_params=query or None)


def _menu(current: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="menu"):
        overview, act = PAGES["overview"], PAGES["act"]
        st.page_link(overview.script, label=f"**{NAME}**", icon=overview.icon, help=str(overview.title))
        for label, icon, page_ids in GROUPS:
            with st.popover(str(label), icon=icon, type="tertiary", key=f"menu-{page_ids[0]}-on-{current}"):
                for page_id in page_ids:
                    link(page_id)
        st.page_link(act.script, label=str(act.label), icon=act.icon)


def _footer(catalog: Catalog) -> None:
    settings = read_settings()
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
        st.markdown(md(_("Copy this text, fill it in, and send it to us with the source that shows the right figure.")))
        st.code(str(_("Page or figure:\nWhat it says now:\nWhat it should say:\nSource (publisher, date, address):")), language=None)
        if settings.repository_url:
            st.link_button(str(_("Open an issue in the project's repository")), f"{settings.repository_url}/issues/new")
        if settings.contact:
            st.markdown(md(_("Send it to: {contact}", contact=settings.contact)))
        if not settings.repository_url and not settings.contact:
            st.markdown(md(_("This copy of Inroads names no address. Send the text to whoever gave you the link to it.")))


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
    set_language(st.query_params.get("lang", "en"))
    title = NAME if page_id == "overview" else f"{this.title} · {NAME}"
    st.set_page_config(page_title=title, page_icon=str(_ICON), layout="wide", initial_sidebar_state="collapsed")
    st.html(_STYLE)
    with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=CONTENT_WIDTH, key="page"):
        if not st.context.is_embedded:
            _menu(page_id)
        try:
            catalog = load_catalog()
        except DataError as error:
            _trouble(error)
            st.stop()
        yield catalog
        if not st.context.is_embedded:
            _footer(catalog)
    st.session_state["page_before"] = page_id
