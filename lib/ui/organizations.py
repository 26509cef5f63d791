"""Who works on North Korea: the list of organizations with its filters, as cards or as a table, and what to check."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import Column
from lib.i18n import Joined, Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import source
from lib.settings import read_settings
from lib.topics.accounts import money_short
from lib.topics.organization_audience import AUDIENCES
from lib.topics.organization_checks import Check, checklist
from lib.topics.standing import MEANING, STATUS, find, standing
from lib.ui.escape import Html, md, tag
from lib.ui.filters import Filters
from lib.ui.organization_cards import audiences, card_html, fields, link_count, seat, status_line
from lib.ui.records import source_html
from lib.ui.tables import table_html

MOST_OPEN = 3
CHOICES = ("q", "focus", "country", "status")
_VIEWS = {"cards": ":material/view_agenda:", "table": ":material/table_rows:"}
_COLUMNS = (
    Column("name", _("Name")),
    Column("fields", _("Field")),
    Column("seat", _("Seat")),
    Column("status", _("Status")),
    Column("founded", _("Founded")),
    Column("money", _("Money")),
    Column("part", _("Who can take part")),
    Column("links", _("Links")),
)


def status_words_fold() -> None:
    """What each status means, behind one line."""
    listed = "".join(f"<dt>{tag(STATUS[key])}</dt><dd>{tag(MEANING[key])}</dd>" for key in STATUS)
    st.html(
        f'<details class="inr-fold"><summary>{tag(_("What the status words mean"))}</summary><dl class="inr-record">{listed}</dl></details>'
    )


def finder(catalog: Catalog, filters: Filters) -> None:
    """The filters, how many organizations fit, and the list in the chosen view."""
    filters.draw(*CHOICES)
    filters.draw("audience")
    st.caption(
        md(_("Who can take part: an action in our list, or a page of the group, says so. With several marked, any of them is enough."))
    )
    today, chosen = read_settings().today(), filters.many("audience")
    found = find(catalog, today, audience=chosen, **{name: filters.text(name) for name in CHOICES})
    keys = tuple(row.key for row, _known in found)
    with st.container(horizontal=True, vertical_alignment="center", key="organizations-view"):
        view = filters.segments("view", _VIEWS)
        st.markdown(f"**{md(_found(len(found), len(catalog['organizations'])))}**")
        filters.reset_button()
    if not found:
        st.info(
            str(_("No organization in the list fits this choice. Search for fewer words, or widen the choice.")),
            icon=":material/filter_alt_off:",
        )
    elif view == "table":
        st.html(Html(_table(catalog, keys, today, language())))
    else:
        st.html(Html(_cards(catalog, keys, chosen, today, language())))


def _found(number: int, total: int) -> Text:
    if number == total:
        return ngettext("{total} organization", "{total} organizations", total, total=Number(total))
    return ngettext(
        "{number} of {total} organizations fits",
        "{number} of {total} organizations fit",
        number,
        number=Number(number),
        total=Number(total),
    )


@lru_cache(maxsize=64)
def _cards(catalog: Catalog, keys: tuple[str, ...], chosen: tuple[str, ...], today: date, _language: str) -> str:
    rows = [catalog["organizations"].row(key) for key in keys]
    return "".join(card_html(catalog, row, today, len(keys) <= MOST_OPEN, chosen) for row in rows)


def _audience_words(catalog: Catalog, row: Row) -> Text:
    if row.flag("safeguarding"):
        return _("not shown")
    who = audiences(catalog, row)
    return _("{who}", who=Joined(tuple(AUDIENCES[key] for key in who), " · ")) if who else _("not stated")


@lru_cache(maxsize=64)
def _table(catalog: Catalog, keys: tuple[str, ...], today: date, _language: str) -> str:
    rows = [catalog["organizations"].row(key) for key in keys]
    cells = [
        (
            row.text("name"),
            fields(row),
            seat(row),
            status_line(standing(catalog, row, today)),
            _("{date}", date=When(row.text("founded"))) if row.text("founded") else _("not stated"),
            money_short(catalog, row),
            _audience_words(catalog, row),
            link_count(row),
        )
        for row in rows
    ]
    listed = table_html(_COLUMNS, cells, _("Organizations with status, money and links"), stacked=True)
    return f'<div class="inr-whole">{listed}</div>'


def checks(catalog: Catalog) -> None:
    """The checklist: each question opens what the data says and the rows and sources that this rests on."""
    st.html(_checks_html(catalog, language()))


@lru_cache(maxsize=8)
def _checks_html(catalog: Catalog, _language: str) -> str:
    return "".join(_check_html(catalog, item, number) for number, item in enumerate(checklist(catalog), start=1))


def _check_html(catalog: Catalog, item: Check, number: int) -> str:
    said = "".join(f"<li>{tag(text)}</li>" for text in item.findings)
    source_ids = dict.fromkeys(source_id for row in item.rows for source_id in row.sources)
    listed = "".join(source_html(source(catalog, source_id)) for source_id in source_ids)
    count = ngettext("{number} source", "{number} sources", len(source_ids), number=Number(len(source_ids)))
    keys = ", ".join(f"{row.table}/{row.key}" for row in item.rows)
    return (
        f'<details class="inr-fold" id="check-{tag(item.check_id)}"><summary><strong>{number}. {tag(item.question)}</strong>'
        f'<span class="inr-lead">{tag(item.advice)}</span></summary><dl class="inr-record">'
        f'<dt>{tag(_("What our data says"))}</dt><dd><ul class="inr-list">{said}</ul></dd>'
        f'<dt>{tag(count)}</dt><dd><ul class="inr-list">{listed}</ul></dd>'
        f"<dt>{tag(_('Rows in the data'))}</dt><dd><code>{tag(keys)}</code></dd></dl></details>"
    )
