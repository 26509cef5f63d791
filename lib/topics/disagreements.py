"""Where sources differ: one exhibit per question, the filters of the page, and the disputes that a fact is part of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from lib.catalog import Catalog
from lib.charts.spec import Chart, Ladder, Mark, MarkSeries, Points
from lib.dates import When, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of, params_of
from lib.i18n import LazyText, Listed, Text, _
from lib.numbers import Number, Quantity
from lib.provenance import record_of
from lib.topics.disagreements_base import TOPICS, Dispute, Stated, in_words, publishers, question_of, sides_of
from lib.topics.disagreements_country import COUNTRY
from lib.topics.disagreements_money import MONEY
from lib.topics.disagreements_people import PEOPLE
from lib.topics.disagreements_presence import PRESENCE
from lib.topics.disagreements_rules import RULES
from lib.urlstate import Choice, Param

DISPUTES: tuple[Dispute, ...] = (*PEOPLE, *PRESENCE, *MONEY, *COUNTRY, *RULES)
BY_KEY: dict[str, Dispute] = {dispute.key: dispute for dispute in DISPUTES}
FEW = 3  # so many sides can be said in one sentence
LABELLED = 8  # so many points have room for their figure
_LOOKS = (("main", "circle"), ("accent", "square"), ("second", "diamond"))


@params_of("disagreements")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page: a field, and one question to be shown in full."""
    return (
        Choice("topic", _("Field"), (("all", _("All fields")), *TOPICS.items())),
        Choice("id", _("Show one in full"), (("none", _("None")), *((item.key, question_of(catalog, item)) for item in DISPUTES))),
    )


@lru_cache(maxsize=1)
def _by_fact() -> dict[str, tuple[str, ...]]:
    facts = dict.fromkeys(fact_id for dispute in DISPUTES for fact_id in dispute.facts)
    return {fact_id: tuple(dispute.key for dispute in DISPUTES if fact_id in dispute.facts) for fact_id in facts}


def disputes_of(fact_id: str) -> tuple[str, ...]:
    """The keys of the disputes that a fact is part of; none for most facts."""
    return _by_fact().get(fact_id, ())


def of_topic(topic: str) -> tuple[Dispute, ...]:
    """The disputes of a field, or all of them for "all"."""
    return tuple(dispute for dispute in DISPUTES if topic in ("all", dispute.topic))


def _bounds(sides: Sequence[Stated]) -> tuple[Quantity, Quantity]:
    known = [side.quantity for side in sides if side.quantity is not None and side.quantity.bounds]
    ends = [end for item in known for end in item.bounds or ()]
    return Quantity(value=min(ends), unit=known[0].unit), Quantity(value=max(ends), unit=known[0].unit)


def finding(sides: tuple[Stated, ...]) -> LazyText:
    """What the sides say, in one sentence; the unit is said once, and years only where they differ."""
    if any(side.quantity is None for side in sides):
        return _("{sides}.", sides=in_words(sides))
    if len(sides) > FEW:
        low, high = _bounds(sides)
        return _("{count} figures stand side by side, from {low} to {high}.", count=Number(len(sides)), low=_short(low), high=high)
    figures: list[Text] = [*(_short(side.quantity) for side in sides[:-1]), sides[-1].said]
    names = [side.who for side in sides]
    if all(name == names[0] for name in names):
        return _("{who} gives {figures}.", who=names[0], figures=Listed(tuple(figures)))
    years = {side.as_of[:4] for side in sides}
    parts = tuple(
        _("{said} ({who})", said=figure, who=_tick(side) if len(years) > 1 else side.tick or side.who)
        for figure, side in zip(figures, sides, strict=True)
    )
    return _("Sources give {sides}.", sides=Listed(parts))


def _tick(side: Stated) -> Text:
    name = side.tick or side.who
    return _("{who}, {year}", who=name, year=str(year_of(side.as_of))) if side.as_of else name


def _short(quantity: Quantity | None) -> Text:
    return _("{figure}", figure=(quantity or Quantity()).short())


def _mark(side: Stated, place: str, label: Text = "") -> Mark:
    item = side.quantity or Quantity()
    hover = _("{who}, {when}: {said}", who=side.who, when=When(side.as_of), said=side.said)
    hollow = side.confidence == "disputed"
    if item.low is not None and item.high is not None:
        return Mark(place, side.row.key, low=item.low, high=item.high, hollow=hollow, label=label, hover=hover)
    value = next(number for number in (item.value, item.low, item.high) if number is not None)
    return Mark(place, side.row.key, value=value, hollow=hollow, label=label, hover=hover)


def _chart(dispute: Dispute, sides: tuple[Stated, ...]) -> Chart | None:
    if dispute.chart == "points":
        groups = dict.fromkeys(str(side.group) for side in sides)
        named = {str(side.group): side.group for side in sides}
        series = tuple(
            MarkSeries(
                named[name],
                role,
                tuple(
                    _mark(side, side.as_of, _short(side.quantity) if len(sides) <= LABELLED else "")
                    for side in sides
                    if str(side.group) == name
                ),
                shape,
            )
            for name, (role, shape) in zip(groups, _LOOKS, strict=False)
        )
        return Points(series, dispute.unit)
    if dispute.chart:
        places = tuple(f"side-{number}" for number in range(len(sides)))
        labels = tuple((place, _tick(side)) for place, side in zip(places, sides, strict=True))
        marks = tuple(_mark(side, place, _short(side.quantity)) for place, side in zip(places, sides, strict=True))
        return Ladder(places, labels, (MarkSeries("", "main", marks),), dispute.unit, dispute.chart == "ladder_log")
    return None


def _table(catalog: Catalog, sides: tuple[Stated, ...]) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Who says what, with the plain numbers where all sides have one; ends of ranges only where there are ranges."""
    numbers = all(side.quantity is not None for side in sides)
    ranges = numbers and any((side.quantity or Quantity()).value is None for side in sides)
    values = (Column("low", _("Lowest")), Column("high", _("Highest"))) if ranges else (Column("value", _("Number")),) if numbers else ()
    columns = (
        Column("row", _("Row")),
        Column("says", _("Who says so")),
        Column("stated", _("What is said")),
        *values,
        Column("as_of", _("As of")),
        Column("counted", _("What is counted")),
        Column("confidence", _("Confidence")),
        Column("published_by", _("Published by")),
        Column("note", _("Note")),
    )

    def cells(side: Stated) -> tuple[Cell, ...]:
        item = side.quantity or Quantity()
        single = item.value
        ends = ((item.low, item.high) if single is None else (single, single)) if ranges else (single,) if numbers else ()
        return (
            side.row.key,
            _("{who}", who=side.who),
            _("{said}", said=side.said),
            *ends,
            side.as_of or _("not dated"),
            _("{what}", what=side.what or _("not stated")),
            side.confidence.label,
            publishers(catalog, side.source_ids),
            side.row.text("caveat") or _("none"),
        )

    return columns, tuple(cells(side) for side in sides)


def _exhibit(catalog: Catalog, dispute: Dispute) -> Exhibit:
    sides = sides_of(catalog, dispute)
    columns, rows = _table(catalog, sides)
    takeaway, question = finding(sides), question_of(catalog, dispute)
    chart = _chart(dispute, sides)
    dated = sorted(side.as_of for side in sides if side.as_of)
    unique = {(side.row.table, side.row.key): side.row for side in sides}
    latest = sorted(unique.values(), key=lambda row: max((side.as_of for side in sides if side.row is row), default=""))
    return Exhibit(
        exhibit_id=dispute.exhibit_id,
        page="disagreements",
        title=question,
        takeaway=takeaway,
        subtitle=_("each side with who says so, when, and what was counted"),
        chart=chart,
        alt=_("{question} {finding} {why}", question=question, finding=takeaway, why=dispute.why),
        columns=columns,
        rows=rows,
        record=record_of(
            tuple(latest),
            as_of=dated[-1] if dated else "",
            counted_by=_("several sources, named side by side"),
            counted=_("What each source says in answer to one question. {why}", why=dispute.why),
            not_counted=_("No side is averaged or dropped. {shown}", shown=dispute.shown),
        ),
        actions=dispute.actions,
        is_table=chart is None,
    )


def _builder(dispute: Dispute) -> Callable[[Catalog], Exhibit]:
    def build(catalog: Catalog) -> Exhibit:
        return _exhibit(catalog, dispute)

    return build


for _dispute in DISPUTES:
    exhibit_of(_dispute.exhibit_id, page="disagreements")(_builder(_dispute))
