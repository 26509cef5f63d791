"""What a disagreement between sources is: a question, its sides as rows of the data, why they differ, what we show.

The figure of a side is read from its row, or from the note or title of its row where only that states it; it is never
typed here. Helpers register nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.dates import When, is_partial_date
from lib.i18n import Joined, LazyText, Text, _
from lib.numbers import Quantity
from lib.provenance import Confidence

TOPICS: dict[str, LazyText] = {
    "departures": _("Who gets out"),
    "foreigners": _("Foreigners and the border"),
    "costs": _("Costs and rescues"),
    "barriers": _("The country and its people"),
    "information": _("Information"),
    "policy": _("Decisions and groups"),
}
_DATES = ("date", "as_of", "year", "period_end", "status_as_of", "fiscal_year", "adopted")


@dataclass(frozen=True)
class Side:
    """One side: the row it stands in and, where the row does not say them, who says it and what they counted.

    `values` names the columns of value, lowest and highest. `read` is a pattern with one group, looked up in the column
    `within`: the group is the figure (or, without `unit`, the words) of this side. `says` are words of our own for a
    side without a figure. `sources` narrows the row's sources to those of this side. `tick` is a short name for charts,
    `group` the series of the side in a chart over time. `dated` is the column of its date, "source" for the day its
    first source was published, or "none".
    """

    table: str
    key: str
    who: Text = ""
    what: Text = ""
    says: Text = ""
    read: str = ""
    within: str = "caveat"
    values: tuple[str, str, str] = ("value", "low", "high")
    unit: str = ""
    qualifier: str = ""
    sources: tuple[str, ...] = ()
    tick: Text = ""
    group: Text = ""
    dated: str = ""


@dataclass(frozen=True)
class Dispute:
    """A question that sources answer differently; `chart` is "", "ladder", "ladder_log" or "points".

    `{when}` in the question is the date of its first side, or what stands in the column `when` of its row. `facts` and `exhibits` are where Inroads uses a side.
    """

    key: str
    topic: str
    question: LazyText
    sides: tuple[Side, ...]
    why: LazyText
    shown: LazyText
    facts: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    chart: str = ""
    unit: Text = ""
    actions: tuple[str, ...] = ()
    when: str = ""

    @property
    def exhibit_id(self) -> str:
        """The id of the exhibit that shows the sides."""
        return f"disagreements.{self.key}"


@dataclass(frozen=True)
class Stated:
    """A side as it is shown: who says what, as of when, and the row it comes from. `quantity` is None for words."""

    row: Row
    who: Text
    said: Text
    quantity: Quantity | None
    as_of: str
    what: Text
    confidence: Confidence
    source_ids: tuple[str, ...]
    tick: Text
    group: Text


def row_of(catalog: Catalog, side: Side) -> Row:
    """The row of a side. Raises KeyError if it is gone."""
    return catalog[side.table].row(side.key)


def _found(row: Row, side: Side) -> str:
    match = re.search(side.read, row.text(side.within))
    if match is None:
        raise ValueError(f"{row.table} row {row.key}: {side.within} no longer says {side.read!r}")
    return match[1]


def _as_of(catalog: Catalog, row: Row, side: Side) -> str:
    if side.dated == "source":
        return catalog["sources"].row((side.sources or row.sources)[0]).text("published")
    if side.dated:
        return "" if side.dated == "none" else row.text(side.dated)
    return next((row.text(name) for name in _DATES if name in row and row.text(name)), "")


def _quantity(row: Row, side: Side) -> Quantity | None:
    if side.says or (side.read and not side.unit):
        return None
    unit = "" if side.unit == "number" else side.unit
    if side.read:
        return Quantity(value=float(_found(row, side).replace(",", "")), qualifier=side.qualifier or "exact", unit=unit)
    qualifier = side.qualifier or (row.text("qualifier") if "qualifier" in row else "") or "exact"
    value, low, high = (row.number(name) if name in row else None for name in side.values)
    if value is None and low is not None and low == high:
        value = low
    return Quantity(value, None if value is not None else low, None if value is not None else high, qualifier, unit)


def _what(row: Row, side: Side) -> Text:
    if side.what:
        return side.what
    return next((row.text(name) for name in ("definition", "from_to", "indicator", "summary") if name in row and row.text(name)), "")


def stated(catalog: Catalog, side: Side) -> Stated:
    """A side with its words. Raises ValueError when a note no longer holds what is read from it."""
    row = row_of(catalog, side)
    quantity = _quantity(row, side)
    said: Text = side.says or (_found(row, side) if side.read else "")
    if isinstance(said, str) and is_partial_date(said):
        said = _("{date}", date=When(said))
    if quantity is not None:
        said = _("{figure}", figure=quantity)
    who = side.who or next(
        (row.text(name) for name in ("counted_by", "organization", "who", "pollster") if name in row and row.text(name)), ""
    )
    return Stated(
        row=row,
        who=who or publishers(catalog, side.sources or row.sources),
        said=said,
        quantity=quantity,
        as_of=_as_of(catalog, row, side),
        what=_what(row, side),
        confidence=Confidence(row.text("confidence")),
        source_ids=side.sources or row.sources,
        tick=side.tick,
        group=side.group,
    )


def publishers(catalog: Catalog, source_ids: tuple[str, ...]) -> str:
    """The publishers of some sources, once each."""
    names = dict.fromkeys(catalog["sources"].row(key).text("publisher") or catalog["sources"].row(key).text("title") for key in source_ids)
    return "; ".join(names)


def sides_of(catalog: Catalog, dispute: Dispute) -> tuple[Stated, ...]:
    """The sides of a dispute in the order given."""
    return tuple(stated(catalog, side) for side in dispute.sides)


def question_of(catalog: Catalog, dispute: Dispute) -> LazyText:
    """The question with its date."""
    first = dispute.sides[0]
    when = row_of(catalog, first).text(dispute.when) if dispute.when else stated(catalog, first).as_of
    return dispute.question.filled(when=When(when))


def in_words(sides: tuple[Stated, ...]) -> Joined:
    """Sides as "who: what they say", one after the other."""
    return Joined(tuple(_("{who}: {said}", who=side.who, said=side.said) for side in sides), "; ")
