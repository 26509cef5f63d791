"""Facts on screen: cards (a metric with date, confidence and record), and lists that unfold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact
from lib.freshness import Freshness, record_age
from lib.i18n import Text, _, language
from lib.numbers import decimal
from lib.provenance import Fact, Spark
from lib.settings import read_settings
from lib.ui import terms
from lib.ui.escape import Html, md, tag
from lib.ui.pace import METRICS_PAUSE, pause
from lib.ui.records import fact_html, record_line, sources_line, trace_html


@dataclass(frozen=True)
class _CardWords:
    label: str
    value: str
    context: str | None
    spark: str
    caption: str
    record: str


def _spark_html(spark: Spark) -> str:
    """A row of small bars from zero, said in words and numbers to those who cannot see it."""
    highest = max(spark.values) or 1
    bars = "".join(f'<span style="height:{max(2, round(100 * value / highest))}%"></span>' for value in spark.values)
    said = f"{spark.words}: {', '.join(decimal(value) for value in spark.values)}"
    return f'<div class="inr-spark" role="img" aria-label="{tag(said)}">{bars}</div>'


@lru_cache(maxsize=512)
def _card_words(catalog: Catalog, item: Fact, _today: date, _language: str) -> _CardWords:
    """Everything a card says, written once per day and language."""
    spark_words = f"{md(item.spark.words)} · " if item.spark else ""
    return _CardWords(
        md(item.label),
        item.quantity.short(),
        str(item.context) or None,
        _spark_html(item.spark) if item.spark else "",
        spark_words + record_line(catalog, item.record, with_counter=False),
        fact_html(catalog, item),
    )


@dataclass(frozen=True)
class _Card:
    fact: Fact
    words: _CardWords
    box: DeltaGenerator


def _begin(catalog: Catalog, fact_id: str) -> _Card:
    """The frame of a card with its metric, which the reader sees first."""
    item = fact(catalog, fact_id)
    words = _card_words(catalog, item, read_settings().today(), language())
    box = st.container(border=True, height="stretch", key=f"card-{fact_id.replace('.', '-')}")
    box.metric(
        words.label,
        words.value,
        delta=words.context,
        delta_color="off",
        delta_arrow="off",
        help=terms.help_for(catalog, item.label),
    )
    return _Card(item, words, box)


def _finish(card: _Card) -> None:
    """What stands under the metric: date, confidence and the trace, which opens in place."""
    if card.words.spark:
        card.box.html(Html(card.words.spark))
    card.box.caption(card.words.caption)
    with card.box.popover(str(_("Trace this number")), icon=":material/account_tree:", type="tertiary"):
        st.html(Html(card.words.record))


def cards(catalog: Catalog, fact_ids: tuple[str, ...], last: Callable[[], None] | None = None) -> None:
    """Bordered cards, four in a row on a desk, two on a phone: all metrics first, then what stands under them.

    `last` draws one more card of another kind behind them.
    """
    with st.grid(4, min_column_width=150, gap="small"):
        begun = [_begin(catalog, fact_id) for fact_id in fact_ids]
        pause("metrics", METRICS_PAUSE)
        for card in begun:
            _finish(card)
        if last:
            last()
    print_sources(catalog, fact_ids)


@lru_cache(maxsize=64)
def _print_html(catalog: Catalog, fact_ids: tuple[str, ...], _language: str) -> str:
    items = [fact(catalog, fact_id) for fact_id in fact_ids]
    lines = "".join(f"<p><strong>{tag(item.label)}</strong></p>{sources_line(catalog, item.record)}" for item in items)
    return f'<div class="inr-print">{lines}</div>'


def print_sources(catalog: Catalog, fact_ids: tuple[str, ...]) -> None:
    """The sources of these figures as text, on paper only: what unfolds on screen cannot be unfolded there."""
    st.html(Html(_print_html(catalog, fact_ids, language())))


def _note(catalog: Catalog, fact_ids: tuple[str, ...]) -> None:
    """Lets the registry note which facts a page uses, also when what is drawn comes from a cache."""
    for fact_id in fact_ids:
        fact(catalog, fact_id)


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
            f'<details class="inr-fold inr-figure"><summary>{tag(item.label)}: <strong>{tag(item.quantity)}</strong> '
            f'<span class="inr-quiet">{tag(quiet)}</span></summary>{note}'
            f"{trace_html(catalog, item.fact_id, item.sentence(), record, str(item.quantity))}</details>{sources_line(catalog, record)}"
        )
    return "".join(lines)


def figures(catalog: Catalog, fact_ids: tuple[str, ...]) -> None:
    """Further facts as a list that unfolds: label, figure, date and confidence, then the record."""
    _note(catalog, fact_ids)
    st.html(Html(_figures_html(catalog, fact_ids, read_settings().today(), language())))


@lru_cache(maxsize=64)
def _traced_html(catalog: Catalog, fact_ids: tuple[str, ...], _today: date, _language: str) -> str:
    records = "".join(fact_html(catalog, fact(catalog, fact_id)) for fact_id in fact_ids)
    summary = tag(_("Trace the numbers in this text"))
    return f'<details class="inr-fold inr-more"><summary>{summary}</summary>{records}</details>'


def lead(catalog: Catalog, text: Text, fact_ids: tuple[str, ...], heading: Text = "") -> Callable[[], None]:
    """A paragraph of our own words, with a place under it for the records of the figures that it and the heading name.

    Call what it returns to draw the records, after the metrics of the page: they are long, and readers open them later.
    """
    terms.say(catalog, text, heading)
    place = st.container()

    def trace() -> None:
        _note(catalog, fact_ids)
        place.html(Html(_traced_html(catalog, fact_ids, read_settings().today(), language())))

    return trace
