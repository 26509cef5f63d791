"""The results of a search, grouped by kind, and what a reader can do when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.search import MOST_LETTERS, Entry, Hit, Index, find
from lib.search_entries import build_index, cut
from lib.settings import read_settings
from lib.topics.search_filters import KINDS
from lib.ui import shell
from lib.ui.escape import md, tag
from lib.ui.filters import Filters

FEW, MANY = 5, 60  # results of a kind when all kinds are shown, and when the reader chose kinds
_LINE = 220
EXAMPLES = (
    _("arrivals"),
    _("embassies"),
    _("price of a river crossing"),
    _("votes in the General Assembly"),
    _("volunteer"),
    _("refoulement"),
)


def cut_address() -> None:
    """Cuts a search that is too long for the page, and says so; to be called before the filters read the address."""
    asked = st.query_params.get_all("q")
    if len(asked) == 1 and len(asked[0]) > MOST_LETTERS:
        st.query_params["q"] = asked[0][:MOST_LETTERS]
        st.info(
            md(_("The search was cut to its first {number} characters.", number=Number(MOST_LETTERS))),
            icon=":material/content_cut:",
        )


def index(catalog: Catalog) -> Index:
    """The index of everything, pages included."""
    pages = tuple((page.page_id, page.title, page.label) for page in shell.PAGES.values() if page.page_id not in ("search", "exhibit"))
    return build_index(catalog, read_settings().today(), pages)


def results(catalog: Catalog, filters: Filters) -> None:
    """What the search finds, or the ways on where it finds nothing."""
    query, kinds = filters.text("q"), filters.many("kind")
    if not query:
        _begin()
        return
    hits = find(index(catalog), query, kinds, limit=10_000)
    if not hits:
        _nothing(bool(kinds))
        return
    words = ngettext("{number} result for “{query}”", "{number} results for “{query}”", len(hits), number=Number(len(hits)), query=query)
    st.markdown(f"**{md(words)}**")
    if not hits[0].complete:
        st.info(md(_("Nothing holds all of these words. What follows holds some of them.")), icon=":material/search_insights:")
    st.html(_groups_html(hits, query, MANY if kinds else FEW, language()))


def _address(page: str, query: Sequence[tuple[str, str]]) -> str:
    target = "./" if page == "overview" else page
    return tag(f"{target}?{urlencode(query)}" if query else target)


@lru_cache(maxsize=64)
def _groups_html(hits: tuple[Hit, ...], query: str, most: int, _language: str) -> str:
    """The results by kind; the kind of the best result comes first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.entry.kind, []).append(hit)
    return "".join(_group(kind, found, query, most) for kind, found in groups.items())


def _group(kind: str, found: list[Hit], query: str, most: int) -> str:
    count = ngettext("{number} result", "{number} results", len(found), number=Number(len(found)))
    items = "".join(_item(hit.entry) for hit in found[:most])
    more = ""
    if len(found) > most:
        words = _("All {number} in: {kind}", number=Number(len(found)), kind=KINDS[kind])
        more = f'<p><a href="{_address("search", (("q", query), ("kind", kind)))}">{tag(words)}</a></p>' if most == FEW else ""
    return (
        f'<section class="inr-hits" aria-label="{tag(KINDS[kind])}"><p class="inr-kind"><strong>{tag(KINDS[kind])}</strong> '
        f'<span class="inr-quiet">{tag(count)}</span></p><ul class="inr-list">{items}</ul>{more}</section>'
    )


def _item(entry: Entry) -> str:
    line = str(entry.line)
    said = line if len(line) <= _LINE else f"{cut(line, _LINE)} …"
    return f'<li><a href="{_address(entry.page, entry.query)}">{tag(entry.title)}</a><br><span class="inr-quiet">{tag(said)}</span></li>'


def _begin() -> None:
    """What can be searched, with a few searches to begin with."""
    st.markdown(md(_("Type one or more words. Names, years, sums and Korean words work too. A small slip of spelling does no harm.")))
    links = "".join(f'<li><a href="{_address("search", (("q", str(words)),))}">{tag(words)}</a></li>' for words in EXAMPLES)
    st.html(f'<p>{tag(_("To begin with:"))}</p><ul class="inr-list">{links}</ul>')


def _nothing(with_kinds: bool) -> None:
    """Says that nothing was found, and what a reader can do now."""
    st.info(md(_("Nothing here holds these words.")), icon=":material/search_off:")
    ways: list[Text] = [
        _("Check the spelling, or use fewer words."),
        _("Try another word for the same thing, such as “arrivals” for people who reached South Korea."),
    ]
    if with_kinds:
        ways.insert(0, _("You are searching some kinds of things only. Take the choice away to search all of them."))
    st.markdown("\n".join(f"- {md(way)}" for way in ways))
    st.markdown(md(_("Or go on to a page:")))
    with st.container(horizontal=True):
        for page_id in ("overview", "departures", "costs", "claims", "reference", "data"):
            shell.link(page_id)
    contact = read_settings().contact
    if contact:
        st.markdown(md(_("If something is missing, tell us: {contact}", contact=contact)))
    else:
        st.markdown(md(_("If something is missing, use “Correct us” at the foot of this page.")))
