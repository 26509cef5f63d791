"""What the search can find, with its words and its address: facts, exhibits, rows of the lists, tables, pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import all_facts, exhibit, exhibit_ids
from lib.fact_texts import expand_facts
from lib.i18n import Text, _, language
from lib.search import Entry, Index, build
from lib.topics.actions import AUDIENCE, COST, EFFORT, REGION, actions
from lib.topics.disagreements import DISPUTES, finding
from lib.topics.disagreements_base import question_of, sides_of
from lib.topics.presence_words import STATUSES
from lib.topics.standing import FOCUS, standing
from lib.topics.timeline import events

CUT = 120  # letters of a long text that stand in an address

PageWords = tuple[str, Text, Text]


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words."""
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0]


def _facts(catalog: Catalog) -> Iterator[Entry]:
    for item in all_facts(catalog):
        record = item.record
        line = _("{value} · as of {date} · {counter}", value=item.quantity, date=When(record.as_of), counter=record.counted_by)
        words = (item.period, item.context, item.note, record.counted, record.not_counted, item.fact_id.replace("_", " "))
        yield Entry("fact", item.label, line, "exhibit", (("fact", item.fact_id),), item.period, " ".join(str(word) for word in words))


def _exhibits(catalog: Catalog) -> Iterator[Entry]:
    for exhibit_id in exhibit_ids():
        if exhibit_id.startswith("disagreements."):
            continue
        item = exhibit(catalog, exhibit_id)
        words = f"{item.subtitle} {item.alt} {item.record.counted}"
        yield Entry("exhibit", item.title, item.takeaway, "exhibit", (("id", exhibit_id),), body=words)


def _disagreements(catalog: Catalog) -> Iterator[Entry]:
    for item in DISPUTES:
        words = f"{item.why} {item.shown}"
        yield Entry(
            "disagreement", question_of(catalog, item), finding(sides_of(catalog, item)), "disagreements", (("id", item.key),), body=words
        )


def _organizations(catalog: Catalog, today: date) -> Iterator[Entry]:
    """Organizations; one with a safeguarding note is found by its names only."""
    for row in catalog["organizations"]:
        names = f"{row.text('native_name')} {row.text('acronym')}"
        fields = " ".join(str(FOCUS[key]) for key in row.items_of("focus"))
        words = "" if row.flag("safeguarding") else f"{row.text('summary')} {fields} {row.text('hq_city')} {row.text('hq_country')}"
        yield Entry(
            "organization", row.text("name"), standing(catalog, row, today).words, "organizations", (("q", row.text("name")),), names, words
        )


def _actions(catalog: Catalog) -> Iterator[Entry]:
    for item in actions(catalog):
        row = item.row
        chips = (EFFORT[row.text("effort")], COST[row.text("cost")], AUDIENCE[row.text("audience")], REGION[row.text("region")])
        named = " ".join(catalog["organizations"].row(key).text("name") for key in row.items_of("org_ids"))
        words = " ".join(str(text) for text in (*item.why, *item.care, item.step.name, *chips, named))
        yield Entry(
            "action",
            item.title,
            item.summary if isinstance(item.summary, str) else _("{text}", text=item.summary),
            "act",
            (("q", item.title),),
            body=words,
        )


def _decisions(catalog: Catalog) -> Iterator[Entry]:
    for row in catalog["instruments"]:
        line = _("{date} · {body} · {summary}", date=When(row.text("date")), body=row.text("body"), summary=row.text("summary"))
        words = " ".join(row.text(name) for name in ("relevance", "jurisdiction", "kind", "date"))
        query = (("q", cut(row.text("title"), CUT)), ("latest", "0"))
        yield Entry("decision", row.text("title"), line, "policy", query, row.text("symbol"), words)


def _claims(catalog: Catalog) -> Iterator[Entry]:
    for row in catalog["claims"]:
        line = _expanded(catalog, row, "finding")
        yield Entry(
            "claim",
            row.text("claim"),
            line,
            "claims",
            (("q", cut(row.text("claim"), CUT)),),
            body=f"{row.text('better_value')} {row.text('topic')}",
        )
    for row in catalog["mistakes"]:
        query = (("q", cut(row.text("mistake"), CUT)),)
        yield Entry(
            "mistake", row.text("mistake"), _expanded(catalog, row, "evidence"), "claims", query, body=row.text("say_instead") or row.key
        )
    for row in catalog["wording"]:
        words = f"{row.text('do_not_say')} {row.text('reason')}"
        yield Entry("wording", row.text("subject"), _expanded(catalog, row, "say"), "claims", (("q", row.text("subject")),), body=words)


def _expanded(catalog: Catalog, row: Row, column: str) -> Text:
    return _("{text}", text=expand_facts(catalog, row.text(column)))


def _terms(catalog: Catalog) -> Iterator[Entry]:
    for row in catalog["glossary"]:
        names = f"{row.text('korean')} {row.text('hanja_or_transliteration')}"
        title = f"{row.text('term')} ({row.text('korean')})" if row.text("korean") else row.text("term")
        yield Entry(
            "term",
            title,
            row.text("definition"),
            "reference",
            (("view", "terms"), ("q", row.text("term"))),
            names,
            row.text("caveat") or row.key,
        )


def _events(catalog: Catalog) -> Iterator[Entry]:
    """Dated events; decisions among them are found as decisions."""
    for item in events(catalog):
        if item.row.table == "instruments":
            continue
        title = str(item.title)
        line = _("{date} · {summary}", date=When(item.date), summary=item.summary)
        yield Entry("event", title, line, "reference", (("view", "timeline"), ("q", cut(title, CUT))), body=item.date)


def _missions(catalog: Catalog) -> Iterator[Entry]:
    for row in catalog["missions"]:
        words = f"{row.text('country_or_org')} {row.text('kind')}"
        status, seen = STATUSES[row.text("status")], When(row.text("status_as_of"))
        line = _("Status: {status}, as of {date}. {summary}", status=status, date=seen, summary=row.text("summary"))
        yield Entry("mission", row.text("name"), line, "foreigners", (("q", row.text("name")),), body=words)


def _tables(catalog: Catalog) -> Iterator[Entry]:
    for table in catalog.tables.values():
        schema = table.schema
        columns = " ".join(column.name for column in schema.fields)
        query = (("view", "tables"), ("table", schema.name))
        yield Entry("table", schema.title, schema.description, "data", query, schema.name.replace("_", " "), columns)


def entries(catalog: Catalog, today: date, pages: tuple[PageWords, ...] = ()) -> Iterator[Entry]:
    """Everything that can be found. `pages` are (page, title, words) of the pages themselves."""
    for page_id, title, words in pages:
        yield Entry("page", title, words, page_id, (), body=page_id)
    yield from _facts(catalog)
    yield from _exhibits(catalog)
    yield from _disagreements(catalog)
    yield from _organizations(catalog, today)
    yield from _actions(catalog)
    yield from _decisions(catalog)
    yield from _claims(catalog)
    yield from _terms(catalog)
    yield from _missions(catalog)
    yield from _events(catalog)
    yield from _tables(catalog)


@lru_cache(maxsize=4)
def _index(catalog: Catalog, today: date, pages: tuple[PageWords, ...], _language: str) -> Index:
    return build(entries(catalog, today, pages))


def build_index(catalog: Catalog, today: date, pages: tuple[PageWords, ...] = ()) -> Index:
    """The index of everything, made once per catalog, day and language."""
    return _index(catalog, today, pages, language())
