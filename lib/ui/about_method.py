"""The first parts of the page about Inroads: the way of a number, how sure we are of it, how old it is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import exhibit_ids, fact, fact_ids
from lib.freshness import Freshness, series_ages
from lib.i18n import Text, _
from lib.numbers import Number
from lib.provenance import Confidence
from lib.settings import read_settings
from lib.ui import shell, terms
from lib.ui.escape import tag


def say(catalog: Catalog, *texts: Text) -> None:
    """Paragraphs of our own words."""
    for text in texts:
        terms.say(catalog, text)


def items(*texts: Text, ordered: bool = False) -> None:
    """A list, numbered if its order matters."""
    kind = "ol" if ordered else "ul"
    st.html(f'<{kind} class="inr-list">{"".join(f"<li>{tag(item)}</li>" for item in texts)}</{kind}>')


def pairs(*named: tuple[Text, str]) -> None:
    """Names, each with its HTML."""
    st.html(f'<dl class="inr-record">{"".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in named)}</dl>')


def method(catalog: Catalog) -> None:
    """The way of a number from its source to the screen."""
    linked, rows = sum(1 for row in catalog["sources"] if row["link"]), fact(catalog, "data.rows")
    say(
        catalog,
        _("Inroads collects published figures. It makes no counts of its own in North Korea or China. A figure goes this way:"),
    )
    items(
        _(
            "A source is read: {sources} publications so far. {linked} can be opened from here, the others are cited without a link.",
            sources=Number(len(catalog["sources"])),
            linked=Number(linked),
        ),
        _(
            "It becomes a row of a table, with its date, counter, confidence and sources: {rows} {where}.",
            rows=rows.quantity,
            where=rows.context,
        ),
        _("Programs check every row: form, keys, sums, dates, words, and rules against harm. A page with broken rows shows nothing."),
        _(
            "A figure or chart is defined once from its rows: {facts} figures and {exhibits} charts and tables.",
            facts=Number(len(fact_ids())),
            exhibits=Number(len(exhibit_ids())),
        ),
        _("The page asks for it by name. “Trace this number” beside it leads back to the row and its sources."),
        ordered=True,
    )
    say(
        catalog,
        _("A range stays a range. Where sources disagree, both sides are shown. Nothing is averaged, and unknown is shown as unknown."),
    )


@lru_cache(maxsize=4)
def _levels(catalog: Catalog) -> Counter[str]:
    """How many rows of all tables carry each confidence."""
    return Counter(row.text("confidence") for table in catalog.tables.values() for row in table if "confidence" in row)


@lru_cache(maxsize=4)
def _states(catalog: Catalog, today: date) -> Counter[Freshness]:
    """How many series are in each state of freshness."""
    return Counter(item.age.state for item in series_ages(catalog, today))


def confidence(catalog: Catalog) -> None:
    """The four words, with how many rows carry each."""
    counts = _levels(catalog)
    say(catalog, _("Each row carries one of four words. A figure made from several rows has the weakest word among them."))
    pairs(
        *(
            (level.label, tag(_("{meaning} {number} rows.", meaning=level.meaning, number=Number(counts[level.value]))))
            for level in Confidence
        )
    )


def age(catalog: Catalog) -> None:
    """What due and stale mean, and how many series are."""
    states = _states(catalog, read_settings().today())
    say(
        catalog,
        _(
            "Each series has a rhythm: how often its origin publishes. After that a figure is due. After the usual delay it is stale, "
            "with the day since when. Stale does not mean wrong. A newer figure may exist."
        ),
        _(
            "Today {due} series are due, {stale} are stale, and {fresh} are up to date. The others are closed, irregular or not dated.",
            due=Number(states[Freshness.DUE]),
            stale=Number(states[Freshness.STALE]),
            fresh=Number(states[Freshness.FRESH]),
        ),
    )
    shell.link("data", str(_("Every table with its age, and every source")))
