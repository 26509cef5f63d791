"""Pieces that only the overview draws: the price of the way out, leg by leg."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact
from lib.i18n import _
from lib.ui.escape import tag
from lib.ui.records import fact_html

PRICE_FACTS = ("costs.river_latest", "costs.china_sk_latest", "costs.nk_third_latest")


def price_card(catalog: Catalog) -> None:
    """One card with the newest price of each leg; legs are listed, never added or mixed."""
    items = [fact(catalog, fact_id) for fact_id in PRICE_FACTS]
    with st.container(border=True, height="stretch", key="card-prices"):
        lines = "".join(
            f"<p><span>{tag(item.label)}</span><br><strong>{tag(item.quantity.short())}</strong>"
            f'<br><span class="inr-quiet">{tag(When(item.record.as_of))}, {tag(item.record.confidence.label)}</span></p>'
            for item in items
        )
        st.html(f'<div class="inr-card"><p>{tag(_("Price of the way out, by leg"))}</p>{lines}</div>')
        with st.popover(str(_("Trace these numbers")), icon=":material/account_tree:", type="tertiary"):
            st.html("".join(fact_html(catalog, item) for item in items))
