"""Fact cards: a metric with its date, its confidence and its record."""

from __future__ import annotations

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import _
from lib.provenance import Fact
from lib.ui.escape import md
from lib.ui.records import fact_html, record_line


def card(catalog: Catalog, fact_id: str) -> None:
    """A bordered card for one fact; the trace opens in place."""
    item = fact(catalog, fact_id)
    with st.container(border=True, height="stretch", key=f"card-{fact_id.replace('.', '-')}"):
        spark = item.spark
        st.metric(
            md(item.label),
            item.quantity.short(),
            delta=str(item.context) or None,
            delta_color="off",
            delta_arrow="off",
            chart_data=list(spark.values) if spark else None,
            chart_type="line" if spark and spark.kind == "line" else "bar",
        )
        words = f"{md(spark.words)} · " if spark else ""
        st.caption(words + record_line(catalog, item.record, with_counter=False))
        trace_button(catalog, item)


def trace_button(catalog: Catalog, item: Fact) -> None:
    """The button that opens the record of a fact."""
    with st.popover(str(_("Trace this number")), icon=":material/account_tree:", type="tertiary"):
        st.html(fact_html(catalog, item))


def cards(catalog: Catalog, fact_ids: tuple[str, ...]) -> None:
    """Several cards, four in a row on a desk, two in a row on a phone."""
    with st.grid(4, min_column_width=150, gap="small"):
        for fact_id in fact_ids:
            card(catalog, fact_id)
