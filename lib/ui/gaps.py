"""The list of what is unknown and what has grown old."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.i18n import _
from lib.settings import read_settings
from lib.topics.gaps import gaps, old_tables
from lib.ui.escape import tag


def show(catalog: Catalog) -> None:
    """Draws both lists; says so when nothing is old."""
    today = read_settings().today()
    unknown = "".join(f"<li><strong>{tag(gap.what)}.</strong> {tag(gap.why)}</li>" for gap in gaps(catalog, today))
    st.html(f'<ul class="inr-list">{unknown}</ul>')
    old = old_tables(catalog, today)
    if old:
        lines = "".join(
            f"<li><strong>{tag(title)}</strong>: {tag(_('newest row {date}', date=When(age.as_of)))}, {tag(age.words())}.</li>"
            for title, age in old
        )
        st.html(f'<p>{tag(_("Tables that are older than their rhythm:"))}</p><ul class="inr-list">{lines}</ul>')
    else:
        st.caption(str(_("No table is older than its rhythm of publication.")))
