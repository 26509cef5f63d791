"""The next dates on which an advocate can act, as a short list."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.i18n import _
from lib.settings import read_settings
from lib.topics.timeline import NextDate, next_dates
from lib.ui.escape import anchor, tag


def date_html(item: NextDate) -> str:
    """One date as a list item: when, what, what to do; a link where a reader may be sent to one."""
    row = item.row
    when = tag(When(item.when)) if item.when else tag(_("no fixed date"))
    basis = "" if item.announced or not item.when else f' <span class="inr-quiet">({tag(_("expected"))})</span>'
    name = anchor(row.text("link"), row.text("name")) if row["link"] else tag(row.text("name"))
    return f"<li><strong>{when}</strong>{basis}<br>{name}<br>{tag(row.text('what_to_do'))}</li>"


def upcoming(catalog: Catalog, limit: int = 5) -> None:
    """Draws the next dates from today on, soonest first, with what to do and the note that they are expectations."""
    items = [item for item in next_dates(catalog, read_settings().today()) if item.when][:limit]
    lines = "".join(date_html(item) for item in items)
    note = tag(_("Expected dates follow from earlier years. Check with the organizer before you plan."))
    st.html(
        f'<ul class="inr-list">{lines}</ul><p class="inr-quiet">{note}</p>' if items else f"<p>{tag(_('No date to come is known.'))}</p>"
    )
