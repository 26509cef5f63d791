"""Terms explained on first use: the help beside a text that uses a word of the glossary for the first time on a page."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st

from lib.catalog import Catalog, Row
from lib.i18n import Text
from lib.topics.glossary import terms_in
from lib.ui.escape import md

_explained: ContextVar[frozenset[str]] = ContextVar("inroads_explained_terms", default=frozenset())


def begin() -> None:
    """Forgets which terms were explained. The shell calls it at the start of each run of a page."""
    _explained.set(frozenset())


def _explanation(row: Row) -> str:
    korean = f" ({md(row.text('korean'))})" if row.text("korean") else ""
    return f"**{md(row.text('term'))}**{korean}: {md(row.text('definition'))}"


def help_for(catalog: Catalog, *texts: Text) -> str | None:
    """The meanings, as Markdown, of the terms that these texts use first on this page; None when there are none.

    For Streamlit's `help=`. It changes with what the page has said before, so it must not be kept in a cache.
    """
    known = _explained.get()
    new = {row.key: row for text in texts for row in terms_in(catalog, str(text)) if row.key not in known}
    if not new:
        return None
    _explained.set(known | new.keys())
    return "\n\n".join(_explanation(row) for row in new.values())


def say(catalog: Catalog, text: Text, heading: Text = "") -> None:
    """Draws a paragraph of our own words, with the meanings of the terms that it, or the heading above it, uses first."""
    st.markdown(md(text), help=help_for(catalog, heading, text))
