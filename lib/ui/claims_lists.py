"""Checked claims, mistakes and wording as lists that unfold: the sentence and its verdict in sight, the evidence behind the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.charts.theme import SHAPES, theme
from lib.dates import When
from lib.i18n import Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, Fact, source
from lib.topics.claims_words import ARTICLES, TOPICS, VERDICTS, better_figure
from lib.topics.wording import Card
from lib.ui.escape import tag
from lib.ui.records import row_link, source_html

MOST_OPEN = 2


def _sources(catalog: Catalog, source_ids: Sequence[str], confidence: Confidence) -> str:
    listed = "".join(source_html(source(catalog, key)) for key in source_ids)
    count = ngettext("{number} source", "{number} sources", len(source_ids), number=Number(len(source_ids)))
    return (
        f'<details class="inr-inner"><summary>{tag(count)} · {tag(confidence.label)}</summary><ul class="inr-list">{listed}</ul></details>'
    )


def _record(parts: Sequence[tuple[Text, str]]) -> str:
    return f'<dl class="inr-record">{"".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in parts)}</dl>'


def verdict_html(key: str, theme_name: str) -> str:
    """A verdict as mark and word: the mark has the shape and the colour that it has in the charts."""
    verdict = VERDICTS[key]
    mark = f'<span aria-hidden="true" style="color:{theme(theme_name).colour(key)}">{SHAPES[verdict.shape]}</span>'
    return f"{mark}&nbsp;<strong>{tag(verdict.label)}</strong>"


def verdict_meanings(theme_name: str) -> str:
    """What each verdict means, as a list with its mark, behind a line."""
    lines = "".join(f"<li>{verdict_html(key, theme_name)}: {tag(item.meaning)}</li>" for key, item in VERDICTS.items())
    summary = tag(_("What the verdicts mean"))
    return f'<details class="inr-fold"><summary>{summary}</summary><ul class="inr-list inr-said">{lines}</ul></details>'


def _better(row: Row) -> str:
    figure = str(better_figure(row))
    number = str(_("in the data: {figure}", figure=figure)) if figure and figure != row.text("better_value") else ""
    when = str(_("as of {date}", date=When(row.text("better_as_of")))) if row["better_as_of"] else ""
    quiet = " · ".join(part for part in (number, when) if part)
    return f'{tag(row.text("better_value"))} <span class="inr-quiet">{tag(quiet)}</span>'


def claim_html(catalog: Catalog, row: Row, theme_name: str, opened: bool = False, lead: str = "") -> str:
    """One claim: its verdict and sentence, then finding, better value, confidence, caveat and sources; `lead` is safe HTML."""
    parts = [(_("Finding"), tag(row.text("finding")))]
    if row["better_value"]:
        parts.append((_("Say rather"), _better(row)))
    elif row["better_as_of"]:
        parts.append((_("Evidence of"), tag(When(row.text("better_as_of")))))
    if row["caveat"]:
        parts.append((_("Read before quoting"), tag(row.text("caveat"))))
    parts.append((_("Sources"), _sources(catalog, row.sources, Confidence(row.text("confidence")))))
    parts.append((_("Row in the data"), row_link("claims", row.key)))
    place = " · ".join(str(part) for part in (TOPICS[row.text("topic")], ARTICLES[row.text("article")], row.text("section")))
    return (
        f'<details class="inr-fold"{" open" if opened else ""}><summary>{lead}{verdict_html(row.text("verdict"), theme_name)}: '
        f'{tag(row.text("claim"))} <span class="inr-lead inr-quiet">{tag(place)}</span></summary>{_record(parts)}</details>'
    )


def mistake_html(catalog: Catalog, row: Row, opened: bool = False, lead: str = "") -> str:
    """One common mistake: the wrong sentence, then the evidence, what to say instead, caveat and sources."""
    parts = [(_("The evidence"), tag(row.text("evidence")))]
    if row["say_instead"]:
        parts.append((_("Say instead"), tag(row.text("say_instead"))))
    if row["caveat"]:
        parts.append((_("Read before quoting"), tag(row.text("caveat"))))
    parts.append((_("Sources"), _sources(catalog, row.sources, Confidence(row.text("confidence")))))
    parts.append((_("Row in the data"), row_link("mistakes", row.key)))
    return (
        f'<details class="inr-fold"{" open" if opened else ""}><summary>{lead}<span aria-hidden="true">✕</span>&nbsp;'
        f"<strong>{tag(_('mistake'))}</strong>: {tag(row.text('mistake'))}</summary>{_record(parts)}</details>"
    )


@lru_cache(maxsize=64)
def claims_html(catalog: Catalog, keys: tuple[str, ...], theme_name: str, _language: str) -> str:
    """Claims by their keys, one under the other; a few are shown unfolded."""
    opened = len(keys) <= MOST_OPEN
    return "".join(claim_html(catalog, catalog["claims"].row(key), theme_name, opened) for key in keys)


@lru_cache(maxsize=64)
def mistakes_html(catalog: Catalog, keys: tuple[str, ...], _language: str) -> str:
    """Common mistakes by their keys, one under the other; a few are shown unfolded."""
    opened = len(keys) <= MOST_OPEN
    return "".join(mistake_html(catalog, catalog["mistakes"].row(key), opened) for key in keys)


def _fact_line(item: Fact) -> str:
    rows = ", ".join(row_link(table, key) for table, key in item.record.rows[:2])
    return f"<li>{tag(item.sentence())} {rows}</li>"


@lru_cache(maxsize=256)
def avoid_html(catalog: Catalog, card: Card, theme_name: str, _language: str) -> str:
    """The lower half of a card: what not to say, why, and on what the card rests."""
    rests = [_fact_line(item) for item in card.facts]
    rests += [
        f"<li>{verdict_html(row.text('verdict'), theme_name)}: {tag(row.text('claim'))} {row_link('claims', row.key)}</li>"
        for row in card.claims
    ]
    rests += [f"<li>{tag(_('mistake'))}: {tag(row.text('mistake'))} {row_link('mistakes', row.key)}</li>" for row in card.mistakes]
    rests += [
        f"<li>{tag(row.text('title'))} ({tag(When(row.text('date')))}) {row_link('instruments', row.key)}</li>" for row in card.instruments
    ]
    listed = f'<ul class="inr-list">{"".join(rests)}</ul>' if rests else ""
    return (
        f'<p><span aria-hidden="true" style="color:{theme(theme_name).colour("inaccurate")}">✕</span>&nbsp;'
        f"<strong>{tag(_('Do not say:'))}</strong> <q>{tag(card.do_not_say)}</q></p>"
        f"<p><strong>{tag(_('Why:'))}</strong> {tag(card.reason)}</p>"
        f'<details class="inr-inner"><summary>{tag(_("What this rests on"))}</summary>{listed}'
        f"{_sources(catalog, card.source_ids, card.confidence)}</details>"
    )


def card_html(catalog: Catalog, card: Card, theme_name: str, language_code: str, lead: str = "") -> str:
    """A whole card in one fold, for the result of a check."""
    return (
        f'<details class="inr-fold" open><summary>{lead}<strong>{tag(_("safe wording"))}</strong>: {tag(card.subject)}</summary>'
        f'<div class="inr-said"><p>{said_mark(theme_name)} <strong>{tag(_("You can say:"))}</strong> {tag(card.say)}</p>'
        f"{avoid_html(catalog, card, theme_name, language_code)}</div></details>"
    )


def said_mark(theme_name: str) -> str:
    """The mark beside what can be said."""
    return f'<span aria-hidden="true" style="color:{theme(theme_name).colour("supported")}">✓</span>'
