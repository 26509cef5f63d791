"""The dates on which an advocate can act: a short list, and all of them with what is known of each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.settings import read_settings
from lib.topics.policy_calendar import days_until, timing, usual_days
from lib.topics.timeline import NextDate, next_dates
from lib.ui.escape import tag
from lib.ui.records import source_html

SOON = 120


def _when(item: NextDate, today: date) -> str:
    """The date, how long until then, and whether it is only expected."""
    if not item.when:
        return f"<strong>{tag(_('no fixed date'))}</strong>"
    words = timing(item, today) if item.announced else _("expected {timing}", timing=timing(item, today))
    return f'<strong>{tag(When(item.when))}</strong> <span class="inr-quiet">({tag(words)})</span>'


def date_html(item: NextDate, today: date) -> str:
    """One date as a list item: when, what, what to do. Its sources stand on the page on policy."""
    row = item.row
    return f"<li>{_when(item, today)}<br>{tag(row.text('name'))}<br>{tag(row.text('what_to_do'))}</li>"


def upcoming(catalog: Catalog, limit: int = 5) -> None:
    """Draws the next dates from today on, soonest first, with what to do and the note that they are expectations."""
    today = read_settings().today()
    items = [item for item in next_dates(catalog, today) if item.when][:limit]
    lines = "".join(date_html(item, today) for item in items)
    note = tag(_("Expected dates follow from earlier years. Check with the organizer before you plan."))
    st.html(
        f'<ul class="inr-list">{lines}</ul><p class="inr-quiet">{note}</p>' if items else f"<p>{tag(_('No date to come is known.'))}</p>"
    )


def _entry(catalog: Catalog, item: NextDate, today: date) -> str:
    """One date with what to do in sight, and its cautions and sources behind a line."""
    row = item.row
    parts: list[tuple[Text, str]] = [(_("Who"), tag(row.text("body")))]
    if usual := usual_days(catalog, item):
        parts.append((_("If as in earlier years"), tag(_("in this span: {days}", days=usual))))
    if row["caveat"]:
        parts.append((_("Read before you plan"), tag(row.text("caveat"))))
    if row["instrument_id"]:
        last = catalog["instruments"].row(row.text("instrument_id"))
        words = _("{title}, {date}", title=last.text("title"), date=When(last.text("date")))
        parts.append((_("The decision behind it"), tag(words)))
    # The link of a row may lead to a report on an earlier year: it stands with its own title among the sources.
    listed = "".join(source_html(source(catalog, key)) for key in row.sources)
    parts.append((_("Sources"), f'{tag(Confidence(row.text("confidence")).label)}<ul class="inr-list">{listed}</ul>'))
    pairs = "".join(f"<dt>{tag(name)}</dt><dd>{html}</dd>" for name, html in parts)
    return (
        f'<details class="inr-fold" id="date-{tag(row.key)}"><summary>{_when(item, today)}'
        f'<span class="inr-lead"><strong>{tag(row.text("name"))}</strong></span>'
        f'<span class="inr-lead">{tag(row.text("what_to_do"))}</span></summary>'
        f'<dl class="inr-record">{pairs}</dl></details>'
    )


@lru_cache(maxsize=16)
def calendar_html(catalog: Catalog, today: date, _language: str) -> str:
    """All dates to come, soonest first; those that are far off or not fixed stand behind one line each."""
    items = next_dates(catalog, today)
    spans = {item.row.key: days_until(item, today) for item in items}
    soon = [item for item in items if (span := spans[item.row.key]) and span[0] <= SOON]
    later = [item for item in items if (span := spans[item.row.key]) and span[0] > SOON]
    open_dates = [item for item in items if not item.when]
    body = "".join(_entry(catalog, item, today) for item in soon)
    for group, words in (
        (later, ngettext("{number} later date", "{number} later dates", len(later), number=Number(len(later)))),
        (
            open_dates,
            ngettext("{number} without a fixed date", "{number} without a fixed date", len(open_dates), number=Number(len(open_dates))),
        ),
    ):
        if group:
            inner = "".join(_entry(catalog, item, today) for item in group)
            body += (
                f'<details class="inr-fold"><summary><strong>{tag(words)}</strong></summary><div class="inr-nested">{inner}</div></details>'
            )
    return body


def calendar(catalog: Catalog, today: date) -> str:
    """The HTML of all dates to come in the reader's language."""
    return calendar_html(catalog, today, language())
