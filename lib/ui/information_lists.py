"""Lists of the page on information inflow as HTML: channels, what stopped and runs, whom to support, laws, events."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from lib.catalog import Catalog, Row
from lib.dates import When, year_of
from lib.i18n import Joined, Text, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import Confidence, source
from lib.status import status_words
from lib.topics.actions import COST, EFFORT, Action
from lib.topics.information import CHANNELS, RUN_WORDS, group_of
from lib.topics.information_events import KINDS, place_of
from lib.topics.information_support import organizations, running, stopped, supporting
from lib.topics.information_tables import law_words, laws_of
from lib.topics.standing import Standing
from lib.ui.escape import anchor, host, tag
from lib.ui.records import source_html

MOST_OPEN = 4
SINGLE_YEARS = 6


def state_words(row: Row, today: date) -> str:
    """The state of one effort in words, as everywhere."""
    return str(status_words(row.text("status"), row.text("status_as_of"), today, row.text("status_note")))


def page_link(page: str, words: Text, **query: str) -> str:
    """A link to another page of this site, with its filters."""
    return f'<a href="{tag(f"{page}?{urlencode(query)}")}">{tag(words)}</a>'


def _operator(row: Row) -> Text:
    """The operator; one that was never confirmed is called believed, in words."""
    name = row.text("operator").removesuffix(" (believed)")
    return _("{name}: believed, never confirmed", name=name) if row.flag("operator_believed") else name


def _fold(words: Text, body: str, opened: bool = False, strong: bool = False) -> str:
    line = f"<strong>{tag(words)}</strong>" if strong else tag(words)
    return f'<details class="inr-fold"{" open" if opened else ""}><summary>{line}</summary>{body}</details>'


def _items(lines: list[str]) -> str:
    return f'<ul class="inr-list">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def _sources(catalog: Catalog, row: Row) -> str:
    items = [source(catalog, source_id) for source_id in row.sources]
    count = ngettext("{number} source", "{number} sources", len(items), number=Number(len(items)))
    label = Confidence(row.text("confidence")).label
    listed = "".join(source_html(item) for item in items)
    return f'<details class="inr-inner"><summary>{tag(count)} · {tag(label)}</summary><ul class="inr-list">{listed}</ul></details>'


# What stopped, what runs, what one can support


def _ended(row: Row) -> Text | When:
    if row["ended"]:
        return When(row.text("ended")) if row["status"] == "ended" else _("suspended {date}", date=When(row.text("ended")))
    return _("by {date}; the day is not known", date=When(row.text("status_as_of")))


def _stopped_line(row: Row) -> str:
    return f'<strong>{tag(row.text("name"))}</strong>: {tag(_ended(row))}<br><span class="inr-quiet">{tag(_operator(row))}</span>'


@lru_cache(maxsize=16)
def stopped_html(catalog: Catalog, _language: str) -> str:
    """Channels that ended since the year of the cuts, and earlier ones behind a line that opens."""
    since, before = stopped(catalog)
    words = ngettext("{number} ended or suspended before", "{number} ended or suspended before", len(before), number=Number(len(before)))
    earlier = _fold(words, _items([_stopped_line(row) for row in before])) if before else ""
    return _items([_stopped_line(row) for row in since]) + earlier


def _running_line(row: Row, today: date) -> str:
    return (
        f'<strong>{tag(row.text("name"))}</strong>: {tag(state_words(row, today))}<br><span class="inr-quiet">{tag(_operator(row))}</span>'
    )


@lru_cache(maxsize=16)
def running_html(catalog: Catalog, today: date, _language: str) -> str:
    """Channels with recent evidence and its date, then those last seen at work longer ago, and how many are unknown."""
    groups = running(catalog, today)
    unknown = len(catalog["efforts"].where(lambda row: group_of(row) == "unknown"))
    lists = {name: _items([_running_line(row, today) for row in rows]) for name, rows in groups.items()}
    number = len(groups["last_seen"])
    words = ngettext("{number} active when last seen", "{number} active when last seen", number, number=Number(number))
    rest = ngettext("Nothing recent is known of {number} more", "Nothing recent is known of {number} more", unknown, number=Number(unknown))
    return (
        lists["active"]
        + (f"<p><strong>{tag(_('Back on a small scale, or disputed'))}</strong></p>{lists['changed']}" if groups["changed"] else "")
        + (_fold(words, lists["last_seen"]) if number else "")
        + f"<p>{page_link('information', rest, runs='unknown')}</p>"
    )


def _action_line(action: Action) -> str:
    chips = Joined((EFFORT[action.row.text("effort")], COST[action.row.text("cost")]), " · ")
    return f'{page_link("act", action.title, step=action.step.key)}<br><span class="inr-quiet">{tag(chips)}</span>'


def _organization_line(item: tuple[Row, Standing]) -> str:
    row, known = item
    name = row.text("name")
    return f'{page_link("organizations", name, q=name)}<br><span class="inr-quiet">{tag(known.words)}</span>'


@lru_cache(maxsize=16)
def support_html(catalog: Catalog, today: date, _language: str) -> str:
    """Actions that bear on information inflow, and organizations at work in it; those of unknown state behind a line that opens."""
    at_work, unknown = organizations(catalog, today)
    words = ngettext(
        "{number} organization with evidence of work", "{number} organizations with evidence of work", len(at_work), number=Number(len(at_work))
    )  # fmt: skip
    more = ngettext("{number} more, nothing recent known", "{number} more, nothing recent known", len(unknown), number=Number(len(unknown)))
    return (
        _items([_action_line(action) for action in supporting(catalog)])
        + _fold(words, _items([_organization_line(item) for item in at_work]))
        + (_fold(more, _items([_organization_line(item) for item in unknown])) if unknown else "")
    )


# All channels


def _channel(catalog: Catalog, row: Row, today: date, opened: bool) -> str:
    parts: list[tuple[Text, str]] = [
        (_("Run by"), tag(_operator(row))),
        (_("Started"), tag(When(row.text("started")) if row["started"] else _("unknown"))),
    ]
    if group_of(row) == "ended":
        parts.append((_("Ended"), tag(_ended(row))))
    parts.append((_("Last information"), tag(When(row.text("status_as_of")) if row["status_as_of"] else _("not dated"))))
    parts.append((_("What it is"), tag(row.text("summary"))))
    if row["caveat"]:
        parts.append((_("Read before quoting"), tag(row.text("caveat"))))
    if row["website"]:
        parts.append((_("Website"), anchor(row.text("website"), host(row.text("website")))))
    parts.append((_("Sources"), _sources(catalog, row)))
    body = "".join(f"<dt>{tag(name)}</dt><dd>{html}</dd>" for name, html in parts)
    mark = " †" if row.flag("operator_believed") else ""
    return (
        f'<details class="inr-fold" id="channel-{tag(row.key)}"{" open" if opened else ""}><summary><strong>{tag(row.text("name"))}</strong>{mark} '
        f'<span class="inr-lead inr-quiet inr-status">{tag(state_words(row, today))} · {tag(CHANNELS[row.text("channel")])}</span></summary>'
        f'<dl class="inr-record">{body}</dl></details>'
    )


@lru_cache(maxsize=64)
def channels_html(catalog: Catalog, keys: tuple[str, ...], today: date, _language: str) -> str:
    """All chosen channels, each a line that opens its record, in groups by state that open too."""
    rows = [catalog["efforts"].row(key) for key in keys]
    groups = {group: [row for row in rows if group_of(row) == group] for group in RUN_WORDS}
    shown = {group: items for group, items in groups.items() if items}
    parts = []
    for group, items in shown.items():
        lines = "".join(_channel(catalog, row, today, len(rows) <= MOST_OPEN) for row in items)
        words = _("{state}: {number}", state=RUN_WORDS[group], number=Number(len(items)))
        parts.append(_fold(words, lines, opened=len(shown) == 1, strong=True))
    return "".join(parts)


# Laws side by side


@lru_cache(maxsize=16)
def laws_html(catalog: Catalog, place: str, _language: str) -> str:
    """The texts of one country: name, date, highest penalty, and status."""
    lines = []
    for row in laws_of(catalog, place):
        adopted, penalty, status = law_words(catalog, row)
        lines.append(
            f"<strong>{tag(row.text('name'))}</strong>, {tag(When(adopted))}<br>{tag(_('Highest penalty: {penalty}', penalty=penalty))}<br>"
            f'<span class="inr-quiet">{tag(status)}</span>'
        )
    return _items(lines)


# Events by year


def _event(catalog: Catalog, row: Row) -> str:
    where = place_of(catalog, row)
    quiet = " · ".join(tag(part) for part in (KINDS[row.text("category")], where) if str(part))
    caveat = f'<br><span class="inr-quiet">{tag(row.text("caveat"))}</span>' if row["caveat"] else ""
    basis = f" {tag(_('(date of the report)'))}" if row["date_basis"] == "nominal" else ""
    inferred = f" {tag(_('(date inferred)'))}" if row["date_basis"] == "inferred" else ""
    return (
        f"<strong>{tag(row.text('title'))}</strong>, {tag(When(row.text('date')))}{basis}{inferred}"
        f'<br><span class="inr-quiet">{quiet}</span><br>{tag(row.text("summary"))}{caveat}{_sources(catalog, row)}'
    )


def _span(year: int, newest: int) -> Text:
    """The line on which a year stands: its own if recent, else that of its decade."""
    if year > newest - SINGLE_YEARS:
        return str(year)
    return _("{start}–{end}", start=Year(year // 10 * 10), end=Year(min(year // 10 * 10 + 9, newest - SINGLE_YEARS)))


@lru_cache(maxsize=64)
def events_html(catalog: Catalog, keys: tuple[str, ...], _language: str) -> str:
    """The chosen events, newest first; each recent year, and each decade before, is a line that opens."""
    rows = [catalog["media_events"].row(key) for key in keys]
    newest = max((year_of(row.text("date")) for row in rows), default=0)
    spans: dict[str, list[str]] = {}
    for row in rows:
        spans.setdefault(str(_span(year_of(row.text("date")), newest)), []).append(_event(catalog, row))
    parts = []
    for span, lines in spans.items():
        words = ngettext("{span}: {number} event", "{span}: {number} events", len(lines), span=span, number=Number(len(lines)))
        parts.append(_fold(words, _items(lines), opened=len(spans) == 1))
    return "".join(parts)
