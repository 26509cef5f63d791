"""The short form of what is unknown and what has grown old; the whole board stands on the page of the data."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.i18n import LazyText, _
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.gaps import gaps, headlines
from lib.topics.old_tables import OldTable, old_tables
from lib.ui.escape import tag


def _part(item: OldTable) -> str:
    if item.series == 1:
        return ""
    words = _("({old} of {all} series)", old=Number(item.old), all=Number(item.series))
    return f' <span class="inr-quiet">{tag(words)}</span>'


def _age_words(item: OldTable) -> LazyText:
    return _("newest row {date}, {state}", date=When(item.age.as_of), state=item.age.words())


def show_old(catalog: Catalog) -> None:
    """Draws the tables with series past their rhythm; says so when there is none."""
    old = old_tables(catalog, read_settings().today())
    if not old:
        st.caption(str(_("No series is older than the rhythm of its origin.")))
        return
    lines = ""
    for item in old:
        query = tag(urlencode({"view": "tables", "table": item.name}))
        lines += f'<li><a href="data?{query}"><strong>{tag(item.title)}</strong></a>{_part(item)}: {tag(_age_words(item))}.</li>'
    st.html(f'<p>{tag(_("Series that are older than the rhythm of their origin:"))}</p><ul class="inr-list">{lines}</ul>')


def show(catalog: Catalog) -> None:
    """Draws the gaps that most readers ask about and the old series, with a link to the whole board."""
    today = read_settings().today()
    unknown = "".join(f"<li><strong>{tag(gap.what)}.</strong> {tag(gap.why)}</li>" for gap in headlines(catalog, today))
    words = _("All {number} open questions, with who could know", number=Number(len(gaps(catalog, today))))
    st.html(f'<ul class="inr-list">{unknown}</ul><p><a href="data?view=unknown">{tag(words)}</a></p>')
    show_old(catalog)
