"""The page on information inflow: what still runs, what ended, what was counted, what the laws threaten."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog, Row
from lib.dates import year_of
from lib.exhibits import fact
from lib.i18n import _, language, ngettext
from lib.numbers import Number, Year
from lib.settings import read_settings
from lib.status import status_words
from lib.topics.information import CHANNELS, RUN_WORDS, US_VOICES, efforts_in, group_of
from lib.ui.escape import anchor, md, tag
from lib.ui.exhibits import show
from lib.ui.facts import cards
from lib.ui.filters import Filters

FACTS = (
    "information.hours_after",
    "information.hours_change",
    "information.stations_after",
    "information.efforts_active",
    "information.efforts_ended",
    "information.drives_donated",
)


def state_words(row: Row, today: date) -> str:
    """The state of one effort in words, as everywhere."""
    return str(status_words(row.text("status"), row.text("status_as_of"), today, row.text("status_note")))


def _effort_html(row: Row, today: date) -> str:
    name = anchor(row.text("website"), row.text("name")) if row["website"] else tag(row.text("name"))
    quiet = " · ".join(tag(part) for part in (row.text("operator"), CHANNELS[row.text("channel")]))
    return (
        f"<li><strong>{name}</strong>: {tag(state_words(row, today))}<br>"
        f'<span class="inr-quiet">{quiet}</span><br>{tag(row.text("summary"))}</li>'
    )


@lru_cache(maxsize=64)
def _list_html(catalog: Catalog, keys: tuple[str, ...], today: date, _language: str) -> str:
    """All chosen efforts as one list in a frame of its own height, by group."""
    rows = [catalog["efforts"].row(key) for key in keys]
    parts = []
    for group, words in RUN_WORDS.items():
        items = [row for row in rows if group_of(row) == group]
        if items:
            lines = "".join(_effort_html(row, today) for row in items)
            parts.append(f'<p><strong>{tag(words)}</strong> ({len(items)})</p><ul class="inr-list">{lines}</ul>')
    label = tag(_("List of channels by state"))
    return f'<div class="inr-scroll" tabindex="0" role="region" aria-label="{label}">{"".join(parts)}</div>'


def _us_voices(catalog: Catalog, today: date) -> None:
    """The two US services, whose state is asked for most: words exactly as decided."""
    lines = "".join(
        f"<li><strong>{tag(row.text('name'))}</strong>: {tag(state_words(row, today))}. {tag(row.text('caveat'))}</li>"
        for row in (catalog["efforts"].row(key) for key in US_VOICES)
    )
    st.html(f'<ul class="inr-list">{lines}</ul>')


def _channels(catalog: Catalog, filters: Filters, today: date) -> None:
    st.header(md(_("What runs, what ended")), anchor="channels")
    _us_voices(catalog, today)
    filters.draw("channel")
    filters.draw("runs")
    channel, runs = filters.many("channel"), filters.text("runs")
    rows = efforts_in(catalog, channel, runs)
    st.caption(
        md(ngettext("{number} channel in the list below", "{number} channels in the list below", len(rows), number=Number(len(rows))))
        if rows
        else md(_("Nothing in the data fits these filters."))
    )
    if rows:
        st.html(_list_html(catalog, tuple(row.key for row in rows), today, language()))
    show(catalog, "information.channel_board", channel=channel, runs=runs)


def draw(catalog: Catalog, filters: Filters) -> None:
    """Draws the whole page; its script draws its heading."""
    today = read_settings().today()
    before, after = fact(catalog, "information.hours_before"), fact(catalog, "information.hours_after")
    st.markdown(
        md(
            _(
                "Radio, drives and calls tell people inside North Korea what their state does not. In {year}, radio aimed at the country fell "
                "from {before} to {after} ({counter}); what is left rests on a few stations and small groups.",
                year=Year(year_of(after.record.as_of)),
                before=before.quantity,
                after=after.quantity,
                counter=after.record.counted_by,
            )
        )
    )
    cards(catalog, FACTS)
    show(catalog, "information.hours", level=2)
    _channels(catalog, filters, today)
    show(catalog, "information.hours_by_broadcaster", level=2)
    show(catalog, "information.video_cohorts", level=2)
    filters.draw("laws")
    show(catalog, "information.laws", level=2, laws=filters.text("laws"))
    filters.draw("counted")
    show(catalog, "information.volume", level=2, counted=filters.text("counted"))
