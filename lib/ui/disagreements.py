"""The view of disagreements: one question in full, and all of them as a list that unfolds without the server."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import Cell, Column, exhibit, fact
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import source
from lib.topics.disagreements import BY_KEY, DISPUTES, finding, of_topic
from lib.topics.disagreements_base import TOPICS, Dispute, Stated, question_of, sides_of
from lib.ui.escape import md, tag
from lib.ui.exhibits import show
from lib.ui.filters import Filters
from lib.ui.records import source_html
from lib.ui.tables import table_html

_COLUMNS = (
    Column("says", _("Who says so")),
    Column("stated", _("What is said")),
    Column("as_of", _("As of")),
    Column("counted", _("What is counted")),
    Column("confidence", _("Confidence")),
)


def title() -> Text:
    """The heading of the page, with the number of questions."""
    return ngettext(
        "Sources differ on {number} question, and both sides are shown",
        "Sources differ on {number} questions, and both sides are shown",
        len(DISPUTES),
        number=Number(len(DISPUTES)),
    )


def anchor_of(dispute: Dispute) -> str:
    """The anchor of a dispute in the list."""
    return dispute.key.replace("_", "-")


def address(page: str, **query: str) -> str:
    """An address inside the site, ready for an attribute."""
    return tag(f"{page}?{urlencode(query)}")


def chosen(catalog: Catalog, filters: Filters) -> None:
    """The question that the address names, in full: sides, why they differ, what Inroads shows, record, data, citation."""
    dispute = BY_KEY.get(filters.text("id"))
    if dispute is None:
        return
    st.header(md(question_of(catalog, dispute)), anchor="chosen")
    show(catalog, dispute.exhibit_id)
    st.html(_words_html(catalog, dispute, language()))


def listed(catalog: Catalog, filters: Filters) -> None:
    """All questions of the chosen field, each with its finding; the rest unfolds."""
    topic = filters.text("topic")
    for key, words in TOPICS.items():
        disputes = of_topic(key)
        if topic not in ("all", key):
            continue
        st.header(md(words), anchor=key)
        st.html(_list_html(catalog, tuple(item.key for item in disputes), language()))


@lru_cache(maxsize=32)
def _list_html(catalog: Catalog, keys: tuple[str, ...], _language: str) -> str:
    return "".join(_fold(catalog, BY_KEY[key]) for key in keys)


def _fold(catalog: Catalog, dispute: Dispute) -> str:
    sides = sides_of(catalog, dispute)
    question = question_of(catalog, dispute)
    table = table_html(_COLUMNS, [_cells(side) for side in sides], question, stacked=True)
    in_full = f'<p><a href="{address("disagreements", id=dispute.key)}">{tag(_("Show in full: {question}", question=question))}</a></p>'
    return (
        f'<details class="inr-fold" id="{anchor_of(dispute)}"><summary><strong>{tag(question)}</strong>'
        f'<span class="inr-lead">{tag(finding(sides))}</span></summary>'
        f"{table}{_words_html(catalog, dispute, language())}{in_full}</details>"
    )


def _cells(side: Stated) -> tuple[Cell, ...]:
    what = side.what or _("not stated")
    return (
        _("{who}", who=side.who),
        _("{said}", said=side.said),
        side.as_of or _("not dated"),
        _("{what}", what=what),
        side.confidence.label,
    )


@lru_cache(maxsize=128)
def _words_html(catalog: Catalog, dispute: Dispute, _language: str) -> str:
    """Why the sides differ, what Inroads shows, where, and the sources of all sides."""
    sides = sides_of(catalog, dispute)
    notes = dict.fromkeys(side.row.text("caveat") for side in sides if side.row.text("caveat"))
    sources = [source(catalog, key) for key in dict.fromkeys(key for side in sides for key in side.source_ids)]
    pairs: list[tuple[Text, str]] = [(_("Why they differ"), tag(dispute.why)), (_("What Inroads shows"), tag(dispute.shown))]
    if used := _used(catalog, dispute):
        pairs.append((_("Where it is used"), used))
    if notes:
        pairs.append((_("Read before quoting"), _items(tag(note) for note in notes)))
    count = ngettext("{number} source", "{number} sources", len(sources), number=Number(len(sources)))
    pairs.append((count, f'<ul class="inr-list">{"".join(source_html(item) for item in sources)}</ul>'))
    return '<dl class="inr-record">' + "".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in pairs) + "</dl>"


def _items(lines: Iterable[str]) -> str:
    return f'<ul class="inr-list">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def _used(catalog: Catalog, dispute: Dispute) -> str:
    lines = [f'<a href="{address("exhibit", fact=key)}">{tag(_fact_words(catalog, key))}</a>' for key in dispute.facts]
    lines += [
        f'<a href="{address("exhibit", id=key)}">{tag(_("Chart: {title}", title=exhibit(catalog, key).title))}</a>'
        for key in dispute.exhibits
    ]
    return _items(lines) if lines else ""


def _fact_words(catalog: Catalog, fact_id: str) -> Text:
    item = fact(catalog, fact_id)
    return _("{label}: {value} (as of {date})", label=item.label, value=item.quantity, date=When(item.record.as_of))
