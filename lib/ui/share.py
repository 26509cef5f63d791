"""Links that lead back to what is seen: the present state of a page, and one exhibit alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import urlencode, urlsplit

import streamlit as st

from lib import links
from lib.dates import When
from lib.exhibits import Exhibit
from lib.i18n import _, ngettext
from lib.links import EXHIBIT, MOST_SCANNED, only_here, scannable
from lib.numbers import Number
from lib.settings import NAME, read_settings
from lib.ui.escape import md, tag
from lib.urlstate import PLATFORM_PARAMS

ENTRY = "dashboard.py"
FRAME_HEIGHT = 720
QR_SIZE = 180  # pixels on the screen, the light zone around the code included


def site() -> str:
    """Where this copy stands: its public address, or the one that the reader's browser uses; empty if neither is known."""
    settings = read_settings()
    if settings.base_url:
        return settings.base_url
    seen = urlsplit(st.context.url or "")
    folder = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{seen.scheme}://{seen.netloc}" + (f"/{folder}" if folder else "") if seen.netloc else ""


def address(page: str, query: Mapping[str, str]) -> str:
    """The full address of a page of this copy (its name in addresses, empty for the overview) in a given state."""
    return links.address(site(), page, query)


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
    """The address of the page as it is seen now, to copy, to scan or to save. Call it when the page is complete."""
    link, name = here(script), page_name(script) or "overview"
    st.markdown(md(_("This address opens the page as you see it now, with its filters:")))
    st.code(link, language=None, wrap_lines=True)
    if not urlsplit(link).netloc:
        return
    if only_here(link):
        st.caption(md(_("This copy runs on one computer or one network. Others cannot open the address.")))
    if scannable(link):
        _qr_fold(link, name)
    else:
        _address_file(link, name)


@st.fragment
def _qr_fold(link: str, name: str) -> None:
    """The address as a QR code. It takes longer to make than all the rest of the menu, so it is made when it is asked for.

    A fragment: opening the fold runs these lines again, not the page.
    """
    label = str(_("QR code of this address"))
    fold = st.expander(label, type="compact", key=f"qr-of-{name}", on_change="rerun")
    if not fold.open:
        return
    from lib.export import qr

    with fold:
        st.html(qr_picture(link))
        with st.container(horizontal=True, gap="small"):
            for ending, mime, make in (("svg", "image/svg+xml", qr.svg), ("png", "image/png", qr.png)):
                st.download_button(
                    str(_("Save as {format}", format=ending.upper())),
                    partial(make, link),
                    file_name=f"inroads-{name}-qr.{ending}",
                    mime=mime,
                    type="tertiary",
                    icon=":material/download:",
                    key=f"qr-{ending}-of-{name}",
                    on_click="ignore",
                )


def qr_picture(link: str) -> str:
    """The QR code of an address for the screen, dark on white in both themes. Raises ValueError for one that is too long.

    Streamlit removes drawings from HTML, but not pictures that hold their own data.
    """
    from lib.export import qr

    data = b64encode(qr.svg(link).encode("utf-8")).decode("ascii")
    words = tag(_("QR code of {address}", address=link))
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{words}" width="{QR_SIZE}" height="{QR_SIZE}" style="display:block">'


def _address_file(link: str, name: str) -> None:
    """For an address that is too long to be scanned: why there is no code, and the address as a small file."""
    length, most = Number(len(link)), Number(MOST_SCANNED)
    words = ngettext(
        "No QR code: this address has {length} character, and phones read up to {most} with ease. Copy it, or save it in a file.",
        "No QR code: this address has {length} characters, and phones read up to {most} with ease. Copy it, or save it in a file.",
        len(link),
        length=length,
        most=most,
    )
    st.caption(md(words))
    st.download_button(
        str(_("Save the address")),
        partial(address_text, link),
        file_name=f"inroads-{name}-address.txt",
        mime="text/plain",
        type="tertiary",
        icon=":material/download:",
        key=f"address-of-{name}",
        on_click="ignore",
    )


def address_text(link: str) -> str:
    """What stands in the small file: the address on a line of its own, and the day on which it was saved."""
    day = When(read_settings().today().isoformat())
    return f"{link}\n\n" + str(_("{name}, saved on {date}. The address opens the page with its filters.", name=NAME, date=day)) + "\n"


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
