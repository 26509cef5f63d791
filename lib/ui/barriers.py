"""The page on barriers: five walls, each with its figures, exhibits, doubts, sentences often said, and what one can do."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.fact_texts import expand_facts
from lib.i18n import LazyText, _, language
from lib.topics.actions import actions
from lib.topics.barrier_texts import doubt_words
from lib.topics.barrier_walls import CLOSING, FOOD, WALLS, Wall
from lib.topics.claims_words import VERDICTS
from lib.ui import shell, terms
from lib.ui.escape import Html, md, tag
from lib.ui.exhibits import show
from lib.ui.facts import cards, figures
from lib.ui.filters import Filters
from lib.urlstate import MAX_LENGTH

# Shown as a list, which names the units, and not as cards.
LISTED = ("border", "inside", "food", "closing")
FACTS: dict[str, tuple[str, ...]] = {
    "border": ("border.fence_new", "border.guard_facilities", "barriers.works_reuters", "barriers.mines"),
    "family": ("barriers.camps_kinu", "barriers.camps_un", "barriers.camps_open", "barriers.capital_offenses"),
    "inside": (
        "barriers.songbun_classes",
        "barriers.mobile_subscriptions",
        "information.hours_after",
        "information.video_cohort_2016_2020",
    ),
    "china": ("returns.since_2020", "returns.latest_known", "barriers.arrests_china", "barriers.first_return_term"),
    "exit": ("barriers.direct_arrivals", "barriers.workers_abroad", "barriers.workers_russia", "barriers.escaped_from_russia"),
    "food": ("barriers.undernourished",),
    "closing": ("presence.days_border_closed", "presence.days_no_entry"),
}


def _link(page: str, words: str, text: object) -> str:
    """A link inside the site to a page that looks for these words."""
    address = f"{page}?{urlencode({'q': words[:MAX_LENGTH]})}"
    return f'<a href="{tag(address)}">{tag(text)}</a>'


def _said_html(catalog: Catalog, table: str, key: str) -> str:
    """A sentence that is often said, behind which stand the finding, a wording that is safe, and its place among the claims."""
    row = catalog[table].row(key)
    is_claim = table == "claims"
    said = row.text("claim" if is_claim else "mistake")
    verdict: LazyText = VERDICTS[row.text("verdict")].label if is_claim else _("a common mistake")
    texts = [row.text(name) for name in (("finding", "caveat") if is_claim else ("evidence", "caveat"))]
    body = " ".join(tag(expand_facts(catalog, text)) for text in texts if text)
    instead = "" if is_claim else row.text("say_instead")
    if instead:
        body += f" <strong>{tag(_('You can say:'))}</strong> {tag(expand_facts(catalog, instead))}"
    where = _link("claims", said, _("Sources and wording of this sentence"))
    return (
        f'<details class="inr-fold"><summary>{tag(said)} <span class="inr-quiet">({tag(verdict)})</span></summary>'
        f"<p>{body}</p><p>{where}</p></details>"
    )


@lru_cache(maxsize=32)
def _notes_html(catalog: Catalog, wall: Wall, _language: str) -> str:
    """What stands under the exhibits of a wall: doubts, sentences often said, actions."""
    doubts = "".join(
        f"<li><strong>{tag(words)}:</strong> {tag(doubt_words(catalog, table, key))}</li>" for table, key, words in wall.doubts
    )
    doubts += f"<li><strong>{tag(_('Not known:'))}</strong> {tag(wall.unknown)}</li>"
    said = "".join(_said_html(catalog, table, key) for table, key in wall.said)
    known = {item.action_id: item for item in actions(catalog)}
    steps = "".join(f"<li>{_link('act', known[key].title, known[key].title)}: {tag(known[key].summary)}</li>" for key in wall.actions)
    parts = (
        (_("What is disputed, and what is not known"), f'<ul class="inr-list">{doubts}</ul>'),
        (_("Often said, and what the evidence says"), said),
        (_("What you can do about it"), f'<ul class="inr-list">{steps}</ul>'),
    )
    return f'<div class="inr-notes">{"".join(f"<p><strong>{tag(name)}</strong></p>{body}" for name, body in parts)}</div>'


@lru_cache(maxsize=8)
def _contents_html(catalog: Catalog, _language: str) -> str:
    """The findings of all parts, each a link to its part of the page."""
    lines = "".join(f'<li><a href="#{wall.key}">{tag(wall.heading(catalog))}</a></li>' for wall in (*WALLS, FOOD, CLOSING))
    return f'<ul class="inr-list">{lines}</ul>'


def _wall(catalog: Catalog, wall: Wall, draw: Callable[[], None]) -> None:
    """A part of the page: finding, words, figures, exhibits, doubts, actions."""
    st.header(md(wall.heading(catalog)), anchor=wall.key)
    terms.say(catalog, wall.lead(catalog))
    (figures if wall.key in LISTED else cards)(catalog, FACTS[wall.key])
    draw()
    st.html(Html(_notes_html(catalog, wall, language())))


def draw(catalog: Catalog, filters: Filters) -> None:
    """All parts of the page; its script draws its heading."""

    def border() -> None:
        show(catalog, "foreigners.fence")
        filters.draw("side")
        show(catalog, "barriers.border", side=filters.text("side"))

    def family() -> None:
        show(catalog, "barriers.families")
        show(catalog, "barriers.camps")

    def inside() -> None:
        show(catalog, "barriers.songbun")
        show(catalog, "barriers.networks")
        shell.link("information", str(_("Channels, radio hours and laws")))

    def china() -> None:
        show(catalog, "departures.return_totals")
        show(catalog, "barriers.after_return")
        show(catalog, "barriers.hiding")
        shell.link("departures", str(_("Single returns and more estimates")))

    def legal() -> None:
        filters.draw("workers")
        show(catalog, "barriers.workers", workers=filters.text("workers"))
        show(catalog, "barriers.legal_exit")

    st.html(_contents_html(catalog, language()))
    parts = {"border": border, "family": family, "inside": inside, "china": china, "exit": legal}
    for wall in WALLS:
        _wall(catalog, wall, parts[wall.key])
    _wall(catalog, FOOD, lambda: _shown(catalog, "barriers.undernourishment"))
    _wall(catalog, CLOSING, lambda: _shown(catalog, "departures.closing_timeline"))


def _shown(catalog: Catalog, exhibit_id: str) -> None:
    show(catalog, exhibit_id)
