"""Links that lead back to what is seen: the present state of a page, and one exhibit alone."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlencode, urlsplit

import streamlit as st

from lib.i18n import _
from lib.settings import read_settings
from lib.ui.escape import md
from lib.urlstate import PLATFORM_PARAMS

ENTRY = "dashboard.py"


def _site() -> str:
    """Where this copy stands: its public address, or the address that the reader's browser uses."""
    settings = read_settings()
    if settings.base_url:
        return settings.base_url
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""


def address(script: str, query: dict[str, str]) -> str:
    """The full address of a page in a given state."""
    path = "" if script == ENTRY else PurePosixPath(script).stem
    return f"{_site()}/{path}" + (f"?{urlencode(query)}" if query else "")


def view_link(script: str) -> None:
    """The address of the page as it is seen now, with a button to copy it. Call it when the page is complete."""
    query = {name: st.query_params[name] for name in st.query_params if name not in PLATFORM_PARAMS or name == "lang"}
    st.markdown(md(_("This address opens the page as you see it now, with its filters:")))
    st.code(address(script, query), language=None, wrap_lines=True)
