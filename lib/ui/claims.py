"""The page on claims: what can be said, what was checked, what is often said wrongly."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import LazyText, Text, _, language, ngettext
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.claims import find_claims, find_mistakes
from lib.topics.wording import Card, cards, find_cards, to_copy
from lib.ui import facts, share
from lib.ui.claims_lists import avoid_html, claims_html, mistakes_html, said_mark, verdict_meanings
from lib.ui.escape import Html, md, tag
from lib.ui.exhibits import show
from lib.ui.filters import Filters
from lib.ui.terms import say

CARDS = ("claims.checked", "claims.supported", "claims.mostly_supported", "claims.inaccurate")
FURTHER = ("claims.unsupported", "claims.disputed", "claims.outdated", "claims.mistakes")
NOTHING = _("Nothing here fits this choice. Search for fewer words, or widen the choice.")
PAGE = "claims"


def theme_name() -> str:
    """The reader's theme, by which the marks of verdicts are colored."""
    return "dark" if st.context.theme.type == "dark" else "light"


def heading(catalog: Catalog) -> Text:
    """The finding of the page."""
    checked, supported, mostly = (fact(catalog, f"claims.{name}") for name in ("checked", "supported", "mostly_supported"))
    return _(
        "{checked} checked: {supported} hold as they stand, {mostly} more hold in the main",
        checked=checked.quantity,
        supported=Number(supported.quantity.value or 0),
        mostly=Number(mostly.quantity.value or 0),
    )


def _count(number: int, total: int, all_of_them: LazyText, some: LazyText) -> None:
    words = all_of_them.filled(total=Number(total)) if number == total else some.filled(number=Number(number), total=Number(total))
    st.markdown(f"**{md(words)}**")


def search(catalog: Catalog, filters: Filters) -> None:
    """The search over everything that is listed, and where on the page its results stand."""
    filters.draw("q", "cards")
    q = filters.text("q")
    if not q:
        return
    found = (
        ("say", _("Safe wording"), len(find_cards(catalog, q, filters.text("cards")))),
        ("claims", _("Checked claims"), len(_claims(catalog, filters))),
        ("mistakes", _("Common mistakes"), len(find_mistakes(catalog, q, filters.text("article")))),
    )
    lines = " · ".join(f'<a href="#{anchor}">{tag(name)}: {tag(Number(number))}</a>' for anchor, name, number in found)
    st.html(f'<p class="inr-found"><strong>{tag(_("Found:"))}</strong> {lines}</p>')


def wording(catalog: Catalog, filters: Filters) -> None:
    """What can be said, ready to copy, beside what should not be said."""
    st.header(md(_("What you can say")), anchor="say")
    found = find_cards(catalog, filters.text("q"), filters.text("cards"))
    if not found:
        st.info(str(NOTHING), icon=":material/filter_alt_off:")
        return
    _count(
        len(found),
        len(cards(catalog)),
        ngettext("{total} subject", "{total} subjects", len(cards(catalog))),
        ngettext("{number} of {total} subjects", "{number} of {total} subjects", len(found)),
    )
    with st.grid(2, min_column_width=290, gap="small"):
        for card in found:
            _wording_card(catalog, card)


def _wording_card(catalog: Catalog, card: Card) -> None:
    base = read_settings().base_url
    for item in card.facts:
        fact(catalog, item.fact_id)  # the registry notes which facts a page uses
    address = share.address(PAGE, {"q": card.subject}) if base else ""
    name = theme_name()
    with st.container(border=True, height="stretch", key=f"say-{card.card_id}"):
        st.subheader(md(card.subject), anchor=card.card_id)
        st.html(f'<p class="inr-say">{said_mark(name)}&nbsp;<strong>{tag(_("You can say:"))}</strong></p>')
        st.code(to_copy(catalog, card, address), language=None, wrap_lines=True)
        st.html(f'<div class="inr-said">{avoid_html(catalog, card, name, language())}</div>')


def _claims(catalog: Catalog, filters: Filters) -> Sequence[str]:
    choice = {name: filters.text(name) for name in ("q", "verdict", "topic", "article")}
    return tuple(row.key for row in find_claims(catalog, **choice))


def checked(catalog: Catalog, filters: Filters) -> None:
    """The verdicts as figures and charts, and all claims."""
    st.header(md(_("Two articles, sentence by sentence")), anchor="verdicts")
    say(
        catalog,
        _(
            "Inroads began with two articles, “Goodbye, Pyongyang” and “Why can't you leave North Korea?”. Each statement in them that can be "
            "true or false was checked once against the sources."
        ),
    )
    facts.cards(catalog, CARDS)
    st.html(verdict_meanings(theme_name()))
    filters.draw("verdict", "topic", "article")
    filters.reset_button()
    show(catalog, "claims.verdicts", topic=filters.text("topic"))
    show(catalog, "claims.verdicts_by_topic", article=filters.text("article"))
    facts.figures(catalog, FURTHER)
    st.header(md(_("All checked claims")), anchor="claims")
    keys = tuple(_claims(catalog, filters))
    total = len(catalog["claims"])
    _count(
        len(keys),
        total,
        ngettext("{total} claim", "{total} claims", total),
        ngettext("{number} of {total} claims fits", "{number} of {total} claims fit", len(keys)),
    )
    if keys:
        st.html(Html(claims_html(catalog, keys, theme_name(), language())))
    else:
        st.info(str(NOTHING), icon=":material/filter_alt_off:")


def mistakes(catalog: Catalog, filters: Filters) -> None:
    """Statements that are often repeated and wrong."""
    st.header(md(_("Common mistakes")), anchor="mistakes")
    rows = find_mistakes(catalog, filters.text("q"), filters.text("article"))
    total = len(catalog["mistakes"])
    _count(
        len(rows),
        total,
        ngettext("{total} mistake", "{total} mistakes", total),
        ngettext("{number} of {total} mistakes fits", "{number} of {total} mistakes fit", len(rows)),
    )
    if rows:
        st.html(Html(mistakes_html(catalog, tuple(row.key for row in rows), language())))
    else:
        st.info(str(NOTHING), icon=":material/filter_alt_off:")
