"""Check a sentence of one's own: what is near it, by its words. The text stays out of the address, the logs and all caches."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import _, language
from lib.numbers import Number
from lib.topics.claims_check import MOST_CHARACTERS, Near, check
from lib.topics.wording import cards
from lib.ui.claims import theme_name
from lib.ui.claims_lists import card_html, claim_html, mistake_html
from lib.ui.escape import md, tag
from lib.ui.records import trace_html

ABOUT = _(
    "The check compares words and numbers, not meaning, so read what it finds. It is done on this server. Your text is not stored, not "
    "passed on, and does not enter the address of this page."
)


def draw(catalog: Catalog) -> None:
    """The field, and below it what is near the text in it."""
    st.header(md(_("Check a sentence of your own")), anchor="check")
    with st.form("check-sentence"):
        text = st.text_area(str(_("A sentence from an article, a speech or a post")), height=110)
        st.form_submit_button(str(_("Check it")), icon=":material/fact_check:")
    st.caption(md(ABOUT))
    if text:
        _result(catalog, text)


def _result(catalog: Catalog, text: str) -> None:
    result = check(catalog, text)
    if result.cut:
        st.info(
            md(_("The text is long. Only its first {number} characters were compared.", number=Number(MOST_CHARACTERS))),
            icon=":material/content_cut:",
        )
    if result.empty:
        st.info(str(_("There are no words in this text that could be compared.")), icon=":material/search_off:")
    elif not result.found:
        st.info(
            str(
                _(
                    "Nothing that Inroads has checked is near this text. That does not make it true or false. Try it in English, with the "
                    "number or the name that matters."
                )
            ),
            icon=":material/search_off:",
        )
    else:
        st.markdown(f"**{md(_('What stands nearest'))}**")
        st.html("".join(_near_html(catalog, item) for item in result.found))


def _near_html(catalog: Catalog, item: Near) -> str:
    lead = f'<span class="inr-chips"><span>{tag(item.words)}</span></span> '
    if item.kind == "wording":
        card = next(card for card in cards(catalog) if card.card_id == item.key)
        return card_html(catalog, card, theme_name(), language(), lead)
    if item.kind == "mistake":
        return mistake_html(catalog, catalog["mistakes"].row(item.key), lead=lead)
    if item.kind == "claim":
        return claim_html(catalog, catalog["claims"].row(item.key), theme_name(), lead=lead)
    known = fact(catalog, item.key)
    return (
        f'<details class="inr-fold"><summary>{lead}<strong>{tag(_("fact"))}</strong>: {tag(known.sentence())}</summary>'
        f"{trace_html(catalog, known.fact_id, known.sentence(), known.record, str(known.quantity))}</details>"
    )
