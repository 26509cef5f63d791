"""Decisions as lists that unfold: the log, and what holds today by its state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.status import too_old
from lib.topics.policy import JURISDICTIONS, KINDS, STATES, group_of, state_words
from lib.topics.policy_filters import other_names
from lib.topics.policy_tables import STANDING
from lib.ui.escape import anchor, host, tag
from lib.ui.records import source_html

# A few decisions are shown unfolded; a longer group of "what holds today" is parted by jurisdiction.
MOST_OPEN = 2
LONG_GROUP = 12


def _sources(catalog: Catalog, row: Row) -> str:
    listed = "".join(source_html(source(catalog, key)) for key in row.sources)
    label = Confidence(row.text("confidence")).label
    count = ngettext("{number} source", "{number} sources", len(row.sources), number=Number(len(row.sources)))
    return f'<details class="inr-inner"><summary>{tag(count)} · {tag(label)}</summary><ul class="inr-list">{listed}</ul></details>'


def _parts(catalog: Catalog, row: Row, today: date) -> list[tuple[Text, str]]:
    parts: list[tuple[Text, str]] = [
        (_("What it says"), tag(row.text("summary"))),
        (_("State"), tag(state_words(row, today.isoformat()))),
        (_("Where"), tag(JURISDICTIONS[row.text("jurisdiction")])),
        (_("Kind"), tag(KINDS[row.text("kind")])),
    ]
    if row["symbol"]:
        parts.append((_("Number"), tag(row.text("symbol"))))
    if names := other_names(catalog, row):
        parts.append((_("Also called"), tag(names)))
    if row["date_basis"] != "stated":
        parts.append((_("Date"), tag(_("inferred: no source states it in full"))))
    if row["caveat"]:
        parts.append((_("Read before quoting"), tag(row.text("caveat"))))
    if row["link"]:
        parts.append((_("Page about it"), anchor(row.text("link"), host(row.text("link")))))
    parts.append((_("Sources"), _sources(catalog, row)))
    return parts


def _decision(catalog: Catalog, row: Row, today: date, opened: bool) -> str:
    """A decision of the log: date, title, body, state, confidence and why it matters in sight, the rest behind the line."""
    sure = Confidence(row.text("confidence")).label
    quiet = " · ".join(str(part) for part in (When(row.text("date")), row.text("body"), state_words(row, today.isoformat()), sure))
    pairs = "".join(f"<dt>{tag(name)}</dt><dd>{html}</dd>" for name, html in _parts(catalog, row, today))
    return (
        f'<details class="inr-fold" id="decision-{tag(row.key)}"{" open" if opened else ""}>'
        f'<summary><strong>{tag(row.text("title"))}</strong> <span class="inr-lead inr-quiet">{tag(quiet)}</span>'
        f'<span class="inr-lead">{tag(_("Why it matters: {reason}", reason=row.text("relevance")))}</span></summary><dl class="inr-record">{pairs}</dl></details>'
    )


@lru_cache(maxsize=4096)
def _decision_kept(catalog: Catalog, key: str, today: date, opened: bool, _language: str) -> str:
    return _decision(catalog, catalog["instruments"].row(key), today, opened)


def log_html(catalog: Catalog, keys: Sequence[str], today: date, code: str) -> str:
    """Decisions in the given order, in the reader's language `code`; each is written once a day."""
    return "".join(_decision_kept(catalog, key, today, len(keys) <= MOST_OPEN, code) for key in keys)


def _standing(row: Row, today: date) -> str:
    as_of = row.text("status_as_of")
    aged = tag(_("evidence over 18 months old")) if as_of and too_old(as_of, today) else "" if as_of else tag(_("evidence not dated"))
    quiet = " · ".join(
        part for part in (tag(JURISDICTIONS[row.text("jurisdiction")]), tag(state_words(row, today.isoformat())), aged) if part
    )
    return f'<li><strong>{tag(row.text("title"))}</strong><br><span class="inr-quiet">{quiet}</span><br>{tag(row.text("relevance"))}</li>'


def _items(rows: Sequence[Row], today: date) -> str:
    return f'<ul class="inr-list">{"".join(_standing(row, today) for row in rows)}</ul>'


@lru_cache(maxsize=64)
def state_html(catalog: Catalog, keys: tuple[str, ...], today: date, _language: str) -> str:
    """What holds today: one fold per state, short ones open; a long one is parted by jurisdiction."""
    rows = [catalog["instruments"].row(key) for key in keys]
    body = ""
    for name in STANDING:
        group = [row for row in rows if group_of(row, today) == name]
        if not group:
            continue
        words = _("{state}: {number}", state=STATES[name], number=Number(len(group)))
        inner = _items(group, today)
        places = [place for place in JURISDICTIONS if any(row["jurisdiction"] == place for row in group)]
        if len(group) > LONG_GROUP and len(places) > 1:
            inner = "".join(
                f'<details class="inr-fold"><summary>{tag(_("{state}: {number}", state=JURISDICTIONS[place], number=Number(len(own))))}</summary>'
                f"{_items(own, today)}</details>"
                for place in places
                if (own := [row for row in group if row["jurisdiction"] == place])
            )
        body += (
            f'<details class="inr-fold" open><summary class="inr-status"><strong>{tag(words)}</strong></summary>'
            f'<div class="inr-nested">{inner}</div></details>'
        )
    return body
