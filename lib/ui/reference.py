"""The timeline as a list to read, and the words for people who left."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import Joined, LazyText, Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.topics.glossary import PEOPLE_WORDS, meaning, terms_with
from lib.topics.timeline import TOPICS, DatedEvent
from lib.topics.timeline_charts import chosen
from lib.ui import exhibits
from lib.ui.escape import md, tag
from lib.ui.filters import Filters
from lib.ui.records import row_link, source_html

VIEWS = {"timeline": ":material/timeline:", "terms": ":material/translate:"}
_DOUBT: dict[str, LazyText] = {
    "inferred": _("date inferred"),
    "nominal": _("date nominal: the exact time is not known"),
}


def timeline(catalog: Catalog, filters: Filters) -> None:
    """The filters, the board of events, and the events as a list of the length asked for."""
    filters.draw("q", "order", "shown")
    filters.draw("category")
    filters.draw("years")
    filters.reset_button()
    category, years, q, order = filters.many("category"), filters.years("years"), filters.text("q"), filters.text("order")
    exhibits.show(catalog, "reference.timeline", level=2, category=category, years=years, q=q, order=order)
    found = chosen(catalog, category, years, q, order)
    if found:
        st.header(md(_("The events one by one")), anchor="events")
        shown = found[: int(filters.text("shown"))]
        st.caption(md(_shown_words(len(shown), len(found))))
        st.html(_list_html(catalog, shown, language()))


def _shown_words(shown: int, found: int) -> Text:
    if shown == found:
        return ngettext(
            "{number} event fits. Open it for its sources.", "{number} events fit. Open one for its sources.", found, number=Number(found)
        )
    return _(
        "{shown} of {found} events. Open one for its sources. A longer list, fewer years or a category bring the others.",
        shown=Number(shown),
        found=Number(found),
    )


@lru_cache(maxsize=64)
def _list_html(catalog: Catalog, events: tuple[DatedEvent, ...], _language: str) -> str:
    return "".join(_event_html(catalog, event) for event in events)


def _event_html(catalog: Catalog, event: DatedEvent) -> str:
    quiet = Joined((TOPICS[event.topic], Confidence(event.row.text("confidence")).label, _DOUBT.get(event.basis, "")), " · ")
    return (
        f'<details class="inr-fold"><summary>{tag(When(event.date))}: <strong>{tag(event.title)}</strong> '
        f'<span class="inr-lead inr-quiet">{tag(quiet)}</span></summary>'
        f'<dl class="inr-record">{"".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in _parts(catalog, event))}</dl></details>'
    )


def _parts(catalog: Catalog, event: DatedEvent) -> list[tuple[Text, str]]:
    confidence = Confidence(event.row.text("confidence"))
    rows = (event.row, *event.retold)
    sources = dict.fromkeys(source_id for row in rows for source_id in row.sources)
    parts: list[tuple[Text, str]] = [(_("What happened"), tag(event.summary))] if event.summary else []
    if event.row.text("caveat"):
        parts.append((_("Read before quoting"), tag(event.row.text("caveat"))))
    parts.append((_("Confidence"), f"{tag(confidence.label)}: {tag(confidence.meaning)}"))
    listed = "".join(source_html(source(catalog, source_id)) for source_id in sources)
    parts.append((_("Sources"), f'<ul class="inr-list">{listed}</ul>'))
    parts.append((_("Row that owns it"), _row_html(catalog, event.row)))
    if event.retold:
        parts.append((_("Also told in"), "<br>".join(_row_html(catalog, row) for row in event.retold)))
    return parts


def _row_html(catalog: Catalog, row: Row) -> str:
    return f"{tag(catalog[row.table].schema.title)}: {row_link(row.table, row.key)}"


def terms(catalog: Catalog, filters: Filters) -> None:
    """The words for people who left, explained once, and all terms as a table that can be searched."""
    if not filters.text("q"):
        st.header(md(_("Words for people who left")), anchor="people")
        st.html(_people_html(catalog, language()))
    filters.draw("q")
    found = terms_with(catalog, filters.text("q"))
    exhibits.show(
        catalog,
        "reference.glossary",
        level=2,
        drawn_as=lambda _item: _terms_html(catalog, tuple(row.key for row in found), language()),
        q=filters.text("q"),
    )


@lru_cache(maxsize=64)
def _terms_html(catalog: Catalog, keys: tuple[str, ...], _language: str) -> str:
    """The terms one under the other, meaning first; what to know before quoting and the sources unfold."""
    return "".join(_term_html(catalog, catalog["glossary"].row(key), opened=len(keys) == 1) for key in keys)


def _term_html(catalog: Catalog, row: Row, opened: bool) -> str:
    parts: list[tuple[Text, str]] = []
    if row.text("caveat"):
        parts.append((_("Read before quoting"), tag(row.text("caveat"))))
    label = Confidence(row.text("confidence"))
    parts.append((_("Confidence"), f"{tag(label.label)}: {tag(label.meaning)}"))
    listed = "".join(source_html(source(catalog, source_id)) for source_id in row.sources)
    parts.append((_("Sources"), f'<ul class="inr-list">{listed}</ul>'))
    parts.append((_("Row in the data"), row_link(row.table, row.key)))
    korean = f'<span lang="ko">{tag(row.text("korean"))}</span> <span class="inr-quiet" lang="ko">{tag(row.text("hanja_or_transliteration"))}</span>'
    return (
        f'<details class="inr-fold" id="term-{tag(row.key)}"{" open" if opened else ""}><summary><strong>{tag(row.text("term"))}</strong> {korean}'
        f'<span class="inr-lead">{tag(row.text("definition"))}</span></summary>'
        f'<dl class="inr-record">{"".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in parts)}</dl></details>'
    )


@lru_cache(maxsize=4)
def _people_html(catalog: Catalog, _language: str) -> str:
    rows = [catalog["glossary"].row(key) for key in PEOPLE_WORDS]
    return f'<dl class="inr-record">{"".join(_word_html(catalog, row) for row in rows)}</dl>'


def _word_html(catalog: Catalog, row: Row) -> str:
    listed = "".join(source_html(source(catalog, source_id)) for source_id in row.sources)
    count = ngettext("{number} source", "{number} sources", len(row.sources), number=Number(len(row.sources)))
    label = Confidence(row.text("confidence")).label
    return (
        f'<dt>{tag(row.text("term"))} <span lang="ko">{tag(row.text("korean"))}</span></dt><dd>{tag(meaning(row))}'
        f'<details class="inr-inner"><summary>{tag(count)} · {tag(label)}</summary><ul class="inr-list">{listed}</ul></details></dd>'
    )
