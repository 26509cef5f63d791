"""The words of the evening: title, host, date, speaker, call to action, and how the hall and the paper are."""

from __future__ import annotations

import streamlit as st

from lib.export.plan import LONGEST
from lib.i18n import LazyText, _
from lib.links import web_address
from lib.ui.escape import md
from lib.ui.present_state import EARLIEST, LATEST, key_of

_HALLS: dict[str, LazyText] = {"light": _("Light"), "dark": _("Dark")}
HALF = 480  # two fields in a row on a desk, one on a phone
_PAPERS: dict[str, LazyText] = {"a4": _("A4"), "letter": _("US Letter")}


def fields() -> None:
    """Draws the fields; `lib.ui.present_state` reads them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters-present-event"):
        _text("title", _("Title"), HALF)
        _text("host", _("Host or place"), HALF)
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters-present-people"):
        with st.container(width=HALF):
            st.date_input(str(_("Date")), min_value=EARLIEST, max_value=LATEST, key=key_of("day"))
        _text("speaker", _("Speaker"), HALF)
    st.caption(md(_("The speaker's name is not in the address. It stays in this tab until you close or reload it, and in a saved file.")))
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters-present-call"):
        _text("call", _("Call to action, for the last slide"), HALF)
        _text("link", _("Its link"), HALF)
    typed = str(st.session_state.get(key_of("link")) or "").strip()
    if typed and not web_address(typed):
        words = _("This is no address of the web, so it is not used. Try one like {example}.", example="https://example.org/act")
        st.info(md(words), icon=":material/link_off:")
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters-present-look"):
        _choice("hall", _("Colors of the stage"), _HALLS)
        _choice("paper", _("Paper of the handout"), _PAPERS)


def _text(name: str, label: LazyText, width: int) -> None:
    with st.container(width=width):
        st.text_input(str(label), max_chars=LONGEST.get(name, 300), key=key_of(name))


def _choice(name: str, label: LazyText, words: dict[str, LazyText]) -> None:
    with st.container(width=300):
        st.segmented_control(str(label), list(words), required=True, key=key_of(name), format_func=lambda key: str(words[key]))
