"""Links that lead back to what is seen: the present state of a page, and one exhibit alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urlencode, urlsplit

import streamlit as st

from lib.dates import When
from lib.exhibits import Exhibit
from lib.i18n import _
from lib.settings import NAME, read_settings
from lib.ui.escape import md, tag
from lib.urlstate import PLATFORM_PARAMS

ENTRY = "dashboard.py"
EXHIBIT = "exhibit"
FRAME_HEIGHT = 720


def _site() -> str:
    """Where this copy stands: its public address, or the address that the reader's browser uses."""
    settings = read_settings()
    if settings.base_url:
        return settings.base_url
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""


def address(page: str, query: Mapping[str, str]) -> str:
    """The full address of a page (its name in addresses, empty for the overview) in a given state."""
    return f"{_site()}/{page}" + (f"?{urlencode(query)}" if query else "")


def page_name(script: str) -> str:
    """The name of a page in addresses, from its script."""
    return "" if script == ENTRY else PurePosixPath(script).stem


def _query() -> dict[str, str]:
    """The state of the page in its address, without what only this frame needs."""
    return {name: st.query_params[name] for name in st.query_params if name not in PLATFORM_PARAMS or name == "lang"}


def here(script: str) -> str:
    """The address of the page as it is seen now. Call it when the page is complete."""
    return address(page_name(script), _query())


def view_link(script: str) -> None:
    """The address of the page as it is seen now, with a button to copy it. Call it when the page is complete."""
    st.markdown(md(_("This address opens the page as you see it now, with its filters:")))
    st.code(here(script), language=None, wrap_lines=True)


def printed_address(script: str) -> None:
    """On paper only: where this page stands and when it was printed from."""
    words = _("{address}, as of {date}", address=here(script), date=When(read_settings().today().isoformat()))
    st.html(f'<p class="inr-print">{tag(words)}</p>')


def exhibit_fold(item: Exhibit, query: Mapping[str, str]) -> str:
    """Behind a line: the address of one exhibit in its present state, and the text that embeds it in another site."""
    state = {"id": item.exhibit_id, **query}
    link = address(EXHIBIT, state)
    frame = (
        f'<iframe src="{tag(address(EXHIBIT, {**state, "embed": "true"}))}" title="{tag(item.title)} · {NAME}" width="100%" '
        f'height="{FRAME_HEIGHT}" loading="lazy" style="border:0"></iframe>'
    )
    alone = f'<p><a href="{EXHIBIT}?{tag(urlencode(state))}">{tag(_("Open this exhibit alone"))}</a></p>'
    parts = ((_("Address of this exhibit, as shown now"), link), (_("To show it on another site, copy this text"), frame))
    texts = "".join(f'<p>{tag(words)}</p><pre class="inr-cite">{tag(text)}</pre>' for words, text in parts)
    return f'<details class="inr-fold inr-more"><summary>{tag(_("Link and embed"))}</summary>{alone}{texts}</details>'


def way_back(page: str, query: Mapping[str, str]) -> str:
    """Under an exhibit in another site's frame: the link to the page that it comes from, in the same state."""
    link = tag(address(page, query))
    return f'<p><a href="{link}" target="_blank" rel="noopener">{tag(_("See this with its records on {name}", name=NAME))}</a></p>'
