"""The gap board: open questions by topic, who could know, how to tell us; and series that have grown old."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache, partial
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When, is_partial_date
from lib.exhibits import Exhibit
from lib.i18n import _, language
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.gaps import GAP_TOPICS, Gap, gaps
from lib.ui import gaps as short_form
from lib.ui import report
from lib.ui.escape import md, tag
from lib.ui.exhibits import show
from lib.ui.filters import Filters
from lib.ui.records import row_link
from lib.ui.share import address

MOST_LINKS = 3


def draw(catalog: Catalog, filters: Filters) -> None:
    """The board with its filter, the way to tell us, and the old series."""
    today = read_settings().today()
    filters.draw("topic")
    topic = filters.text("topic")
    show(
        catalog,
        "data.gaps",
        level=2,
        drawn_as=partial(_board_html, catalog, today, topic, language()),
        topic=topic,
        today=today.isoformat(),
    )
    st.header(md(_("Do you know one of these?")), anchor="tell-us")
    st.markdown(md(_("A public source is enough: a page of a ministry, a report, an article. Never put anyone at risk to find it.")))
    query = {"view": "unknown"} if topic == "all" else {"view": "unknown", "topic": topic}
    text = report.correction_text(_("Open question: "), address("data", query), _("unknown"))
    report.draw(text, _("An open question answered"))
    st.header(md(_("What has grown old")), anchor="old")
    short_form.show_old(catalog)


@lru_cache(maxsize=16)
def _board_html(catalog: Catalog, today: date, topic: str, _language: str, _item: Exhibit) -> str:
    found = [gap for gap in gaps(catalog, today) if topic in ("all", gap.topic)]
    parts = []
    for key, title in GAP_TOPICS.items():
        own = [gap for gap in found if gap.topic == key]
        if own:
            words = str(title)
            parts.append(f'<p class="inr-topic"><strong>{tag(words[:1].upper() + words[1:])}</strong></p>{"".join(map(_gap_html, own))}')
    return "".join(parts)


def _gap_html(gap: Gap) -> str:
    known = str(gap.known_until)
    until = _("known up to {date}", date=When(known)) if is_partial_date(known) else gap.known_until
    lead = _("{until} · could know: {who}", until=until, who=gap.who)
    pairs = (
        (_("What is known"), tag(gap.why)),
        (_("Known up to"), tag(When(known) if is_partial_date(known) else known)),
        (_("Who could know"), tag(gap.who)),
        (_("Rows"), _rows_html(gap)),
    )
    body = "".join(f"<dt>{tag(name)}</dt><dd>{text}</dd>" for name, text in pairs)
    return (
        f'<details class="inr-fold" id="gap-{tag(gap.gap_id)}"><summary>{tag(gap.what)} '
        f'<span class="inr-lead inr-quiet">{tag(lead)}</span></summary><dl class="inr-record">{body}</dl></details>'
    )


def _rows_html(gap: Gap) -> str:
    """Links to the rows; of many rows of one table, a few and a link to the table."""
    words = ", ".join(row_link(table, key) for table, key in gap.rows[:MOST_LINKS])
    rest = Counter(table for table, _key in gap.rows[MOST_LINKS:])
    for table, number in rest.items():
        more = tag(_("{number} more in {table}", number=Number(number), table=table))
        words += f', <a href="data?{tag(urlencode({"view": "tables", "table": table}))}">{more}</a>'
    return words
