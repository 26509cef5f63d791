"""Pieces that only the cost page draws: what each leg means, and what a gift would do."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact
from lib.freshness import Freshness, record_age
from lib.i18n import _, language
from lib.settings import read_settings
from lib.topics.cost_legs import LADDER, OFF_LADDER, Leg
from lib.topics.gifts import CAVEAT
from lib.ui import exhibits, shell
from lib.ui.escape import md, tag
from lib.ui.filters import Filters
from lib.ui.records import trace_html


def _definitions(legs: tuple[Leg, ...]) -> str:
    return "".join(f"<dt>{tag(leg.label)}</dt><dd>{tag(leg.meaning)}</dd>" for leg in legs)


def meanings() -> None:
    """The five legs and the three kinds of price beside them, each with what it means."""
    st.html(f'<dl class="inr-record">{_definitions(LADDER)}</dl>')
    with st.expander(str(_("Prices that stand beside the five legs")), icon=":material/help:", type="compact"):
        st.html(f'<dl class="inr-record">{_definitions(OFF_LADDER)}</dl>')


@lru_cache(maxsize=64)
def _figures_html(catalog: Catalog, fact_ids: tuple[str, ...], today: date, _language: str) -> str:
    """Facts one under the other; each opens its record in place, without a widget of its own."""
    lines = []
    for item in (fact(catalog, fact_id) for fact_id in fact_ids):
        record = item.record
        age = record_age(catalog, record.rows, record.as_of, today)
        late = age.words() if age.state in (Freshness.DUE, Freshness.STALE) else ""
        parts = (item.context, _("as of {date}", date=When(record.as_of)), record.confidence.label, late)
        quiet = " · ".join(str(part) for part in parts if str(part))
        note = f"<p>{tag(item.note)}</p>" if str(item.note) else ""
        lines.append(
            f'<details class="inr-fold"><summary>{tag(item.label)}: <strong>{tag(item.quantity)}</strong> '
            f'<span class="inr-quiet">{tag(quiet)}</span></summary>{note}'
            f"{trace_html(catalog, item.fact_id, item.sentence(), record, str(item.quantity))}</details>"
        )
    return "".join(lines)


def figures(catalog: Catalog, fact_ids: tuple[str, ...]) -> None:
    """Further facts as a list that unfolds: label, figure, date and confidence, then the record."""
    for fact_id in fact_ids:
        fact(catalog, fact_id)  # the registry notes which facts a page uses, also when the list comes from the cache
    st.html(_figures_html(catalog, fact_ids, read_settings().today(), language()))


def gift_section(catalog: Catalog, filters: Filters) -> None:
    """The reader's sum as a share of each stated cost, with its caveat beside it and the way to the act page."""
    filters.draw("gift")
    st.warning(md(CAVEAT), icon=":material/info:")
    exhibits.show(catalog, "costs.gift", gift=filters.number("gift"))
    shell.link("act", str(_("How to give, and what to check first")))
