"""The list of what is unknown and what has grown old."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.i18n import LazyText, _
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.gaps import OldTable, gaps, old_tables
from lib.ui.escape import tag


def _part(item: OldTable) -> str:
    if item.series == 1:
        return ""
    words = _("({old} of {all} series)", old=Number(item.old), all=Number(item.series))
    return f' <span class="inr-quiet">{tag(words)}</span>'


def _age_words(item: OldTable) -> LazyText:
    return _("newest row {date}, {state}", date=When(item.age.as_of), state=item.age.words())


def show(catalog: Catalog) -> None:
    """Draws both lists; says so when nothing is old."""
    today = read_settings().today()
    unknown = "".join(f"<li><strong>{tag(gap.what)}.</strong> {tag(gap.why)}</li>" for gap in gaps(catalog, today))
    st.html(f'<ul class="inr-list">{unknown}</ul>')
    old = old_tables(catalog, today)
    if old:
        lines = "".join(f"<li><strong>{tag(item.title)}</strong>{_part(item)}: {tag(_age_words(item))}.</li>" for item in old)
        st.html(f'<p>{tag(_("Series that are older than the rhythm of their origin:"))}</p><ul class="inr-list">{lines}</ul>')
    else:
        st.caption(str(_("No series is older than the rhythm of its origin.")))
