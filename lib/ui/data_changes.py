"""What changed since a day that the reader picks; and the whole log of corrections."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When, first_day
from lib.exhibits import Exhibit
from lib.history import corrections_since
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.settings import read_settings
from lib.topics.data_changes import PARTS, Change, in_the_data, in_the_world
from lib.ui.data_row import table_link
from lib.ui.escape import md, tag
from lib.ui.exhibits import show
from lib.ui.filters import Filters
from lib.ui.records import row_link


def draw(catalog: Catalog, filters: Filters) -> None:
    """The day, what changed since then, and the log of corrections."""
    filters.draw("since")
    since = filters.text("since")
    drawn_as = partial(_since_html, catalog, since, read_settings().today(), language())
    show(catalog, "data.changes", level=2, drawn_as=drawn_as, since=since)
    st.header(md(_("All corrections")), anchor="corrections")
    st.markdown(
        md(
            _(
                "Every value that its publisher or we corrected after it was published, with the value before. Found an error? Open the "
                "row, and report it from there."
            )
        )
    )
    st.html(_log_html(catalog, language()))


@lru_cache(maxsize=32)
def _since_html(catalog: Catalog, since: str, _today: date, _language: str, _item: Exhibit) -> str:
    day = first_day(since)
    world, own = in_the_world(catalog, day), in_the_data(catalog, day)
    events = tuple(change for change in world if change.part == "event")
    statuses = tuple(change for change in world if change.part == "status")
    number = {"events": Number(len(events)), "statuses": Number(len(statuses)), "own": Number(len(own))}
    return (
        _group(ngettext("In the world: {events} dated event", "In the world: {events} dated events", len(events), **number), events)
        + _group(
            ngettext(
                "In the world: {statuses} status with newer evidence",
                "In the world: {statuses} statuses with newer evidence",
                len(statuses),
                **number,
            ),
            statuses,
            opened=False,
        )
        + _group(ngettext("In the data: {own} change", "In the data: {own} changes", len(own), **number), own)
    )


def _group(title: Text, changes: tuple[Change, ...], opened: bool = True) -> str:
    lines = "".join(map(_line, changes)) or f"<li>{tag(_('Nothing on record.'))}</li>"
    state = " open" if opened else ""
    return f'<details class="inr-fold"{state}><summary><strong>{tag(title)}</strong></summary><ul class="inr-list">{lines}</ul></details>'


def _line(change: Change) -> str:
    place = row_link(change.table, change.row) if change.row else table_link(change.table)
    kind = "" if change.part in ("event", "status") else f"{tag(PARTS[change.part])} · "
    detail = f"<br>{tag(change.detail)}" if str(change.detail) else ""
    return f'<li><strong>{tag(When(change.date))}: {tag(change.what)}</strong>{detail}<br><span class="inr-quiet">{kind}{place}</span></li>'


@lru_cache(maxsize=4)
def _log_html(catalog: Catalog, _language: str) -> str:
    """The whole log of corrections as a table, newest first."""
    heads = (_("Date"), _("Row"), _("Column"), _("Before"), _("After"), _("Why"), _("Reported by"))
    body = ""
    for line in corrections_since(catalog, date.min):
        cells = (
            tag(When(line.text("date"))),
            row_link(line.text("table"), line.text("row")),
            f"<code>{tag(line.text('column'))}</code>",
            tag(line.text("old") or _("empty")),
            tag(line.text("new") or _("empty")),
            tag(line.text("why")),
            tag(line.text("reported_by")),
        )
        body += "<tr>" + "".join(f'<td data-label="{tag(name)}">{cell}</td>' for name, cell in zip(heads, cells, strict=True)) + "</tr>"
    head = "".join(f'<th scope="col">{tag(name)}</th>' for name in heads)
    caption = tag(_("All corrections, newest first"))
    return f'<table class="inr-table inr-stack inr-log"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
