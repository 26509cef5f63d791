"""A picture to share of one item, with words for the post: drawn when an item is chosen, and not before."""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from lib.catalog import Catalog
from lib.export.names import slug
from lib.export.plan import Item, item_of
from lib.i18n import LazyText, _, language
from lib.settings import NAME, read_settings
from lib.typefaces import FontsMissingError
from lib.ui import present_names, present_state, share
from lib.ui.escape import md
from lib.ui.filters import Filters
from lib.ui.present_deck import NO_FONTS
from lib.urlstate import Choice, Param, Words

_log = logging.getLogger("inroads")
PARAMS: tuple[Param, ...] = (
    Words("card", _("Item of the card")),
    Choice("shape", _("Shape"), (("wide", _("Wide")), ("square", _("Square")))),
    Choice("shade", _("Colors of the card"), (("light", _("Light")), ("dark", _("Dark")))),
)
NO_CARD = _("This card could not be drawn. Another item or shape may work.")
_FIELD = "present-card"


@lru_cache(maxsize=8)
def _drawn(catalog: Catalog, code: str, site: str, today: date, shape: str, shade: str, _language: str) -> tuple[bytes, str, str]:
    """The picture, the words for a post, and the words for those who cannot see the picture."""
    from lib.export import cards

    slide = cards.card_slide(catalog, item_of(catalog, code), site, today)
    return cards.png(slide, shape, shade), cards.post_text(slide), cards.alt_text(slide)


def _offered(catalog: Catalog, asked: Item | None) -> dict[str, str]:
    """The items of the plan, and the one that the address asks for, by code and name."""
    items = (*((asked,) if asked else ()), *present_state.kept().items)
    return {item.code: present_names.name_of(catalog, item) for item in items}


def draw(catalog: Catalog, filters: Filters) -> None:
    """The choice of an item, shape and colors, then the picture with its words and its download."""
    code = filters.text("card")
    asked = present_names.known(catalog, code) if code else None
    if code and asked is None:
        words = _("The address asks for a card of something that is not in the data: {what}.", what=code[:60])
        st.info(md(words), icon=":material/link_off:")
        filters.put("card", "")
    offered = _offered(catalog, asked)
    if not offered:
        st.markdown(md(_("Choose items first: each of them can become a card.")))
        return
    st.session_state[_FIELD] = asked.code if asked else None
    with st.container(key="filters-present-card"):
        st.selectbox(
            str(_("Item of the card")),
            list(offered),
            index=None,
            key=_FIELD,
            format_func=partial(_name, offered),
            placeholder=str(_("Choose one")),
            on_change=partial(_chosen, filters),
        )
    if asked:
        filters.draw("shape", "shade")
        _card(catalog, asked, filters.text("shape"), filters.text("shade"))


def _chosen(filters: Filters) -> None:
    filters.put("card", str(st.session_state[_FIELD] or ""))


def _name(offered: dict[str, str], code: str) -> str:
    return offered[code]


def _card(catalog: Catalog, item: Item, shape: str, shade: str) -> None:
    try:
        picture, post, alt = _drawn(catalog, item.code, share.site(), read_settings().today(), shape, shade, language())
    except Exception as error:  # noqa: BLE001 - the rest of the page must stay
        _log.exception("no card was drawn")
        st.warning(md(NO_FONTS if isinstance(error, FontsMissingError) else NO_CARD), icon=":material/report:")
        return
    st.image(picture, width=720 if shape == "wide" else 480, alt=alt)
    st.download_button(
        str(_("Download the card (PNG)")),
        picture,
        file_name=f"{NAME.lower()}-card-{slug(item.key, 60)}-{shape}.png",
        mime="image/png",
        icon=":material/download:",
        key="present-card-png",
        on_click="ignore",
    )
    _copy(_("Words for the post"), post)
    _copy(_("Description for those who cannot see the picture (alt text)"), alt)


def _copy(label: LazyText, text: str) -> None:
    st.caption(md(label))
    st.code(text, language=None, wrap_lines=True)
