"""Verdicts as charts, by article and by topic. Table: `claims`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number
from lib.provenance import Record
from lib.topics.claims import claims_record
from lib.topics.claims_words import ARTICLES, TOPICS, VERDICTS

HOLD = ("supported", "mostly_supported")


def _record(catalog: Catalog, rows: tuple[Row, ...]) -> Record:
    return claims_record(
        catalog, rows, _("Checked claims by verdict. Each claim is counted once, under its one topic and its one article.")
    )


def _chart(counts: Mapping[str, Counter[str]], labels: Mapping[str, LazyText]) -> Bars:
    series = tuple(
        BarSeries(
            item.label,
            item.key,
            tuple(Bar(group, counts[group][item.key], group) for group in counts if counts[group][item.key]),
            item.pattern,
        )
        for item in VERDICTS.values()
        if any(count[item.key] for count in counts.values())
    )
    order = tuple(counts)
    return Bars(order, series, _("claims"), horizontal=True, x_labels=tuple((key, labels[key]) for key in order))


def _exhibit(
    catalog: Catalog,
    exhibit_id: str,
    rows: tuple[Row, ...],
    column: str,
    labels: Mapping[str, LazyText],
    *,
    title: Text,
    takeaway: Text,
    alt: Text,
    facts: tuple[str, ...],
) -> Exhibit:
    groups = Counter(row.text(column) for row in rows)
    order = sorted(groups, key=lambda key: (-groups[key], list(labels).index(key)))
    counts = {key: Counter(row.text("verdict") for row in rows if row[column] == key) for key in order}
    return Exhibit(
        exhibit_id=exhibit_id,
        page="claims",
        title=title,
        takeaway=takeaway,
        subtitle=_("Number of checked claims, by verdict. Checked and counted by Inroads"),
        chart=_chart(counts, labels) if counts else None,
        alt=alt,
        columns=(
            Column("row", _("Group (key)")),
            Column(column, _("Group")),
            *(Column(key, item.label) for key, item in VERDICTS.items()),
            Column("all", _("All")),
        ),
        rows=tuple((key, labels[key], *(counts[key][verdict] for verdict in VERDICTS), groups[key]) for key in order),
        record=_record(catalog, rows),
        facts=facts,
    )


def _nothing() -> Text:
    return _("No checked claim fits this choice")


@exhibit_of("claims.verdicts", page="claims")
def verdicts(catalog: Catalog, topic: str = "any") -> Exhibit:
    """Verdicts by article, for one topic or all."""
    rows = catalog["claims"].where(lambda row: topic in ("any", row["topic"]))
    states = Counter(row.text("verdict") for row in rows)
    hold = sum(states[key] for key in HOLD)
    numbers = {"number": Number(hold), "total": Number(len(rows)), "exact": Number(states["supported"])}
    takeaway = (
        _("{number} of {total} checked claims hold at least in the main, {exact} of them as they stand", **numbers)
        if topic == "any"
        else _(
            "{number} of {total} checked claims on {topic} hold at least in the main, {exact} of them as they stand",
            topic=TOPICS[topic],
            **numbers,
        )
    )
    return _exhibit(
        catalog,
        "claims.verdicts",
        rows,
        "article",
        ARTICLES,
        title=_("Verdicts by article"),
        takeaway=takeaway if rows else _nothing(),
        alt=_(
            "One bar for each article, divided by verdict. Of {total} claims, {exact} are supported and {mostly} mostly supported; "
            "{wrong} are inaccurate.",
            total=Number(len(rows)),
            exact=Number(states["supported"]),
            mostly=Number(states["mostly_supported"]),
            wrong=Number(states["inaccurate"]),
        ),
        facts=("claims.checked", "claims.supported", "claims.mostly_supported"),
    )


def _least_sure(rows: tuple[Row, ...]) -> tuple[str, int, int]:
    """The topic with the most claims that do not hold: key, how many do not hold, how many there are."""
    totals = Counter(row.text("topic") for row in rows)
    failed = Counter(row.text("topic") for row in rows if row["verdict"] not in HOLD)
    key = max(totals, key=lambda item: (failed[item], failed[item] / totals[item], item))
    return key, failed[key], totals[key]


@exhibit_of("claims.verdicts_by_topic", page="claims")
def verdicts_by_topic(catalog: Catalog, article: str = "any") -> Exhibit:
    """Verdicts by topic, for one article or both."""
    rows = catalog["claims"].where(lambda row: article in ("any", row["article"]))
    if not rows:
        takeaway, alt = _nothing(), _("No bars: no checked claim belongs to this article in the table.")
    else:
        key, failed, total = _least_sure(rows)
        words = {"topic": TOPICS[key], "failed": Number(failed), "total": Number(total)}
        takeaway = _("No topic has more claims that fail than {topic}: {failed} of its {total} do not hold even in the main", **words)
        alt = _(
            "One bar for each of {groups} topics, divided by verdict. No topic has more claims that do not hold even in the main than {topic}: {failed} of {total}.",
            groups=Number(len({row["topic"] for row in rows})),
            **words,
        )
    return _exhibit(
        catalog,
        "claims.verdicts_by_topic",
        rows,
        "topic",
        TOPICS,
        title=_("Verdicts by topic"),
        takeaway=takeaway,
        alt=alt,
        facts=("claims.inaccurate", "claims.unsupported", "claims.disputed", "claims.outdated"),
    )
