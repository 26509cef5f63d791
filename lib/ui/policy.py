"""The page on policy: answers at a glance, the dates to come, what holds today, the log, posts, votes at the UN."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import Exhibit
from lib.i18n import LazyText, _, language
from lib.settings import read_settings
from lib.topics.policy_answers import answers
from lib.ui import calendar
from lib.ui.escape import Html, md, tag
from lib.ui.exhibits import show, slug
from lib.ui.facts import cards, figures
from lib.ui.filters import Filters
from lib.ui.policy_lists import log_html, state_html

CARDS = ("policy.days_since_lapse", "policy.days_to_next", "policy.ga_yes_last_vote", "policy.vacant_posts")
STATE_FACTS = ("policy.in_force", "policy.recorded")
POST_FACTS = ("policy.us_envoy_vacant_days", "policy.kr_ambassador_vacant_days")
VOTE_FACTS = (
    "policy.ga_no_last_vote",
    "policy.ga_abstain_last_vote",
    "policy.ga_latest",
    "policy.hrc_latest",
    "policy.consensus_years",
)
PARTS: tuple[tuple[str, LazyText], ...] = (
    ("policy.calendar", _("Dates to come")),
    ("policy.state_today", _("What holds today")),
    ("policy.log", _("Log of all decisions")),
    ("policy.office_board", _("Posts")),
    ("policy.ga_votes", _("Votes at the UN")),
)


@lru_cache(maxsize=8)
def _answers_html(catalog: Catalog, today: date, _language: str) -> str:
    """The questions with their answers; each leads to the part of the page that shows the rest."""
    parts = dict(PARTS)
    pairs = "".join(
        f'<dt>{tag(item.question)}</dt><dd><strong>{tag(item.short)}</strong> {tag(item.more)} <a href="#{slug(item.exhibit_id)}">'
        f"{tag(_('See: {part}', part=parts[item.exhibit_id]))}</a></dd>"
        for item in answers(catalog, today)
    )
    return f'<dl class="inr-record inr-answers">{pairs}</dl>'


def _contents() -> str:
    links = " · ".join(f'<a href="#{slug(name)}">{tag(words)}</a>' for name, words in PARTS)
    return f'<nav class="inr-contents" aria-label="{tag(_("On this page"))}">{links}</nav>'


def at_a_glance(catalog: Catalog) -> None:
    """The way to the parts of the page, answers to the first questions, and the cards behind them."""
    st.html(_contents())
    with st.container(border=True, key="policy-answers"):
        st.html(Html(_answers_html(catalog, read_settings().today(), language())))
    cards(catalog, CARDS)


def _keys(item: Exhibit) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in item.rows)


def dates(catalog: Catalog) -> None:
    """All dates to come, with what to do."""
    today = read_settings().today()
    show(catalog, "policy.calendar", level=2, drawn_as=lambda _item: calendar.calendar(catalog, today), today=today.isoformat())


def decisions(catalog: Catalog, filters: Filters) -> None:
    """What holds today and the log, which share the choice of places."""
    today = read_settings().today()
    filters.draw("jurisdiction")
    jurisdiction = filters.many("jurisdiction")
    show(
        catalog,
        "policy.state_today",
        level=2,
        drawn_as=lambda item: state_html(catalog, _keys(item), today, language()),
        jurisdiction=jurisdiction,
        today=today.isoformat(),
    )
    figures(catalog, STATE_FACTS)
    st.markdown(f"**{md(_('Find a decision'))}**")
    filters.draw("q", "body", "kind")
    filters.draw("state", "years", "latest")
    filters.reset_button()
    show(
        catalog,
        "policy.log",
        level=2,
        drawn_as=lambda item: log_html(catalog, _keys(item), today, language()),
        q=filters.text("q"),
        jurisdiction=jurisdiction,
        body=filters.text("body"),
        kind=filters.text("kind"),
        state=filters.text("state"),
        years=filters.years("years"),
        latest=filters.text("latest"),
        today=today.isoformat(),
    )


def posts(catalog: Catalog) -> None:
    """Who held the posts, when they stood empty, and how long the present vacancies are known to have lasted."""
    show(catalog, "policy.office_board", level=2)
    figures(catalog, POST_FACTS)


def votes(catalog: Catalog, filters: Filters) -> None:
    """The recorded votes and the texts adopted without one, of one UN body or both."""
    filters.draw("votes")
    if filters.text("votes") != "hrc":
        show(catalog, "policy.ga_votes", level=2)
    if filters.text("votes") != "ga":
        show(catalog, "policy.hrc_votes", level=2)
    figures(catalog, VOTE_FACTS)
