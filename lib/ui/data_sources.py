"""The sources: search and filters, and under each source what rests on it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.data_filters import PER_PAGE
from lib.topics.data_sources import find_sources, shown_source
from lib.topics.data_usage import usage
from lib.ui.data_row import facts_html
from lib.ui.escape import md, tag
from lib.ui.filters import Filters
from lib.ui.paging import draw_page, page_slice
from lib.ui.records import row_link, source_html

CHOICES = ("q", "publisher", "kind", "state_media", "policy", "order")
SHOWN_ROWS = 12


def draw(catalog: Catalog, filters: Filters) -> None:
    """The filters, how many fit, and one page of the list."""
    st.header(md(_("Sources")), anchor="sources")
    st.markdown(
        md(
            _(
                "Each source opens what rests on it: the headline figures and the rows of the tables. Some sources are cited without a "
                "link, because the page was only a copy, is not safe, or belongs to an outlet that we do not send readers to."
            )
        )
    )
    filters.draw(*CHOICES[:3])
    filters.draw(*CHOICES[3:])
    asked = {name: filters.text(name) for name in CHOICES}
    found = find_sources(catalog, **asked)
    st.markdown(f"**{md(_found(len(found), len(catalog['sources'])))}**")
    if not found:
        st.info(str(_("No source fits this choice. Search for fewer words, or widen the choice.")), icon=":material/filter_alt_off:")
        return
    page = draw_page(filters, "page", len(found), PER_PAGE, asked=("sources", *asked.values()))
    st.html(_list_html(catalog, tuple(page_slice(found, page, PER_PAGE)), read_settings().today(), language()))


def _found(number: int, total: int) -> Text:
    if number == total:
        return ngettext("{total} source", "{total} sources", total, total=Number(total))
    return ngettext(
        "{number} of {total} sources fits",
        "{number} of {total} sources fit",
        number,
        number=Number(number),
        total=Number(total),
    )


@lru_cache(maxsize=64)
def _list_html(catalog: Catalog, keys: tuple[str, ...], _today: date, _language: str) -> str:
    lines = "".join(source_html(shown_source(catalog, key), below=_used_html(catalog, key)) for key in keys)
    return f'<ul class="inr-list inr-source-list">{lines}</ul>'


def _used_html(catalog: Catalog, key: str) -> str:
    """What rests on a source, behind a line that says how much it is."""
    index = usage(catalog)
    facts, rows = index.facts_on_source.get(key, ()), index.rows_on_source.get(key, ())
    own = f'<a href="data?{tag(urlencode({"view": "tables", "table": "sources", "row": key}))}">{tag(_("this source alone"))}</a>'
    if not rows:
        return f'<p class="inr-quiet">{tag(_("Nothing rests on it today."))} {own}</p>'
    summary = _(
        "{facts}, {rows} rest on it",
        facts=ngettext("{number} headline figure", "{number} headline figures", len(facts), number=Number(len(facts))),
        rows=ngettext("{number} row", "{number} rows", len(rows), number=Number(len(rows))),
    )
    by_table = Counter(catalog[row.table].schema.title for row in rows)
    tables = "; ".join(f"{title} ({number})" for title, number in by_table.most_common())
    links = ", ".join(row_link(row.table, row.key) for row in rows[:SHOWN_ROWS])
    if len(rows) > SHOWN_ROWS:
        links += " " + tag(_("and {number} more", number=Number(len(rows) - SHOWN_ROWS)))
    parts = [(_("Figures"), facts_html(facts))] if facts else []
    parts += [(_("Tables"), tag(tables)), (_("Rows"), f"{links} · {own}")]
    body = "".join(f"<p>{tag(name)}: {text}</p>" for name, text in parts)
    return f'<details class="inr-inner"><summary>{tag(summary)}</summary>{body}</details>'
