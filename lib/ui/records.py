"""What "trace this number" opens: the same record on a card, in a sentence and under a chart."""

from __future__ import annotations

import html
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from lib.catalog import Catalog, Row
from lib.certainty import certainty
from lib.citations import Citation, cite_shown, cite_source
from lib.dates import When
from lib.freshness import Age, Freshness, record_age
from lib.history import corrections_of
from lib.i18n import LazyText, Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import SOURCE_KINDS, Fact, Record, Source, source
from lib.settings import read_settings
from lib.source_order import of_record
from lib.topics.disagreements import BY_KEY, disputes_of
from lib.topics.disagreements_base import question_of
from lib.ui.escape import anchor, md, tag

SHOWN_SOURCES = 60
SHOWN_ROWS = 6
PRINTED_SOURCES = 8


def source_html(item: Source, below: str = "") -> str:
    """One source: title (a link where a reader may be sent), publisher, date, kind; `below` is safe HTML to stand under it."""
    title = anchor(item.link, item.title) if item.link else tag(item.title)
    parts = [
        tag(item.publisher),
        tag(When(item.published) if item.published else _("not dated")),
        tag(SOURCE_KINDS.get(item.kind, item.kind)),
    ]
    if item.state_media_of:
        parts.append(tag(_("state media of {country}", country=item.state_media_of)))
    if not item.link:
        parts.append(tag(_("cited without a link")))
    caveat = f" {tag(item.caveat)}" if item.caveat else ""
    return f'<li>{title}<br><span class="inr-quiet">{" · ".join(part for part in parts if part)}.{caveat}</span>{below}</li>'


def row_link(table: str, key: str) -> str:
    """A link to a row of the package on the page of the data."""
    query = urlencode({"view": "tables", "table": table, "row": key})
    return f'<a href="data?{tag(query)}"><code>{tag(table)}/{tag(key)}</code></a>'


def _rows_html(rows: tuple[tuple[str, str], ...]) -> str:
    words = ", ".join(row_link(table, key) for table, key in rows[:SHOWN_ROWS])
    if len(rows) > SHOWN_ROWS:
        words += " " + tag(_("and {number} more", number=Number(len(rows) - SHOWN_ROWS)))
    return words


def correction_words(row: Row) -> LazyText:
    """A correction as one sentence: when, what, from what to what, why, by whom."""
    return _(
        "{date}: {column} of {row} changed from {old} to {new}. {why} Reported by: {who}.",
        date=When(row.text("date")),
        column=row.text("column"),
        row=row.text("row"),
        old=row.text("old") or _("empty"),
        new=row.text("new") or _("empty"),
        why=row.text("why"),
        who=row.text("reported_by"),
    )


def _corrections_html(catalog: Catalog, rows: tuple[tuple[str, str], ...]) -> str:
    found = [line for table, key in rows for line in corrections_of(catalog, table, key)]
    return "".join(f"<li>{tag(correction_words(line))}</li>" for line in found)


@lru_cache(maxsize=512)
def _record_html(catalog: Catalog, record: Record, value: str, _language: str) -> str:
    sources = [source(catalog, source_id) for source_id in of_record(catalog, record)]
    rows = record.rows
    pairs: list[tuple[Text, str]] = []
    if value:
        pairs.append((_("Value"), tag(value)))
    pairs += [
        (_("As of"), tag(When(record.as_of))),
        (_("Counted by"), tag(record.counted_by)),
        (_("What is counted"), tag(record.counted)),
        (_("What is not counted"), tag(record.not_counted)),
        (_("Confidence"), f"{tag(record.confidence.label)}: {tag(certainty(catalog, record))}"),
    ]
    if record.caveats:
        notes = "".join(f"<li>{tag(text)}</li>" for text in record.caveats[:12])
        if len(record.caveats) > 12:
            notes += f"<li>{tag(_('More notes stand with the rows in the data.'))}</li>"
        pairs.append((_("Read before quoting"), f'<ul class="inr-list">{notes}</ul>'))
    shown = "".join(source_html(item) for item in sources[:SHOWN_SOURCES])
    if len(sources) > SHOWN_SOURCES:
        rest = len(sources) - SHOWN_SOURCES
        shown += f"<li>{tag(ngettext('{number} more source stands with the rows in the data.', '{number} more sources stand with the rows in the data.', rest, number=Number(rest)))}</li>"
    pairs.append(
        (ngettext("{number} source", "{number} sources", len(sources), number=Number(len(sources))), f'<ul class="inr-list">{shown}</ul>')
    )
    if corrected := _corrections_html(catalog, rows):
        pairs.append((_("Corrected"), f'<ul class="inr-list">{corrected}</ul>'))
    pairs.append((_("Rows in the data"), _rows_html(rows)))
    return '<dl class="inr-record">' + "".join(f"<dt>{tag(name)}</dt><dd>{body}</dd>" for name, body in pairs) + "</dl>"


def freshness_mark(age: Age) -> str:
    """A short Markdown mark for a figure that is due or stale; empty when there is nothing to say."""
    if age.state in (Freshness.DUE, Freshness.STALE):
        return f" · :material/schedule:\u00a0{md(age.words())}"
    return ""


def record_line(catalog: Catalog, record: Record, with_counter: bool = True) -> str:
    """The line under a figure, as Markdown: counter, as-of, confidence with icon and word, age if due or stale."""
    mark = f"{record.confidence.icon}\u00a0{md(record.confidence.label)}"
    when = md(_("as of {date}", date=When(record.as_of))) if record.as_of else md(_("not dated"))
    age = record_age(catalog, record.rows, record.as_of, read_settings().today())
    counter = str(record.counted_by)
    parts = [md(counter[:1].upper() + counter[1:])] if with_counter else []
    return " · ".join([*parts, when, mark]) + freshness_mark(age)


def sources_line(catalog: Catalog, record: Record) -> str:
    """The sources in one paragraph of text: for print and for frames on other sites, where nothing can be unfolded."""
    sources = [source(catalog, source_id) for source_id in of_record(catalog, record)]
    shown = [
        f"{item.publisher}, {item.title}{f' [{item.label}]' if item.label else ''} ({When(item.published) if item.published else _('n.d.')})"
        for item in sources[:PRINTED_SOURCES]
    ]
    rest = len(sources) - len(shown)
    if rest:
        shown.append(str(ngettext("{number} more source", "{number} more sources", rest, number=Number(rest))))
    words = _("Sources: {sources}", sources="; ".join(shown))
    return f'<p class="inr-sources">{tag(words)}.</p>'


def citation(catalog: Catalog, shown_id: str, words: Text, record: Record, kind: str = "fact") -> Citation:
    """The citation of a figure (`kind` "fact") or chart ("id") as shown today, with its own address where this copy has one."""
    settings = read_settings()
    sources = tuple(source(catalog, source_id) for source_id in of_record(catalog, record))
    address = f"{settings.base_url}/exhibit?{kind}={shown_id}" if settings.base_url else ""
    return cite_shown(shown_id, words, sources, catalog.version, settings.today(), address)


@lru_cache(maxsize=512)
def _cited(catalog: Catalog, shown_id: str, words: str, record: Record, kind: str, _today: date, _language: str) -> str:
    """All forms of a citation as one text, made once a day and language."""
    cited = citation(catalog, shown_id, words, record, kind)
    return "\n\n".join((cited.apa(), cited.bibtex(), cited.ris())).strip()


def _disputes_html(catalog: Catalog, fact_ids: tuple[str, ...]) -> str:
    """Links to the questions on which sources differ about these figures."""
    keys = dict.fromkeys(key for fact_id in fact_ids for key in disputes_of(fact_id))
    if not keys:
        return ""
    links = ", ".join(f'<a href="disagreements?id={tag(key)}">{tag(question_of(catalog, BY_KEY[key]))}</a>' for key in keys)
    return f"<p><strong>{tag(_('Sources differ'))}</strong>: {links}</p>"


def trace_html(
    catalog: Catalog, shown_id: str, words: Text, record: Record, value: Text = "", kind: str = "fact", named: tuple[str, ...] = ()
) -> str:
    """The full record of a figure (`kind` "fact") or chart ("id", with the facts `named` in it) as HTML."""
    disputes = _disputes_html(catalog, (shown_id,) if kind == "fact" else named)
    texts = _cited(catalog, shown_id, str(words), record, kind, read_settings().today(), language())
    return (
        f"{_record_html(catalog, record, str(value), language())}{disputes}<p><strong>{tag(_('Cite this'))}</strong></p>"
        f'<pre class="inr-cite">{html.escape(texts)}</pre>'
    )


def fact_html(catalog: Catalog, item: Fact) -> str:
    """A fact said in a sentence, its note, and its full record."""
    note = f"<p>{tag(item.note)}</p>" if str(item.note) else ""
    record = trace_html(catalog, item.fact_id, item.sentence(), item.record, str(item.quantity))
    return f'<div class="inr-fact"><p><strong>{tag(item.sentence())}</strong></p>{note}{record}</div>'


def source_citations(catalog: Catalog, source_ids: tuple[str, ...], style: str) -> str:
    """All sources of a figure in one citation style (apa, bibtex or ris), to download."""
    return "\n\n".join(getattr(cite_source(source(catalog, source_id)), style)() for source_id in source_ids)
