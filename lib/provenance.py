"""Where a number comes from, how sure we are, and how it says itself: Confidence, Source, Record, Fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import LazyText, Text, _
from lib.numbers import UNIT_KEYS, Quantity
from lib.row_names import row_caveats


class Confidence(StrEnum):
    """How sure we are of a row, from surest to least sure."""

    VERIFIED = "verified"
    REPORTED = "reported"
    DISPUTED = "disputed"
    MEMORY = "memory"

    @property
    def label(self) -> LazyText:
        """The word shown to readers."""
        return _CONFIDENCE[self][0]

    @property
    def meaning(self) -> LazyText:
        """One sentence that explains the word."""
        return _CONFIDENCE[self][1]

    @property
    def icon(self) -> str:
        """Material icon shown beside the word."""
        return _CONFIDENCE[self][2]


_CONFIDENCE: dict[Confidence, tuple[LazyText, LazyText, str]] = {
    Confidence.VERIFIED: (
        _("verified"),
        _("An original or official source, or two independent ones that agree."),
        ":material/verified:",
    ),
    Confidence.REPORTED: (_("reported"), _("One credible source, not confirmed by another."), ":material/article:"),
    Confidence.DISPUTED: (_("disputed"), _("Credible sources disagree; the note says how."), ":material/balance:"),
    Confidence.MEMORY: (_("unsourced"), _("Widely known, but we hold no page that shows it."), ":material/help:"),
}


SOURCE_KINDS: dict[str, LazyText] = {
    "official": _("official"),
    "un": _("United Nations"),
    "ngo": _("non-governmental organization"),
    "academic": _("research"),
    "news": _("news"),
    "reference": _("reference work"),
    "memory": _("widely known, no page"),
}
MEMORY_KIND = "memory"


def weakest(levels: list[Confidence]) -> Confidence:
    """The least sure of several levels. Raises ValueError for none."""
    order = list(Confidence)
    return max(levels, key=order.index)


@dataclass(frozen=True)
class Source:
    """A publication that rows rest on. `link` is empty where readers must not be sent."""

    source_id: str
    title: str
    publisher: str
    published: str
    kind: str
    link: str
    host: str
    state_media_of: str
    caveat: str

    @property
    def label(self) -> Text:
        """What must stand wherever the source is named: that no page stands behind it, or whose state media it is."""
        if self.kind == MEMORY_KIND:
            return SOURCE_KINDS[self.kind]
        return _("state media of {country}", country=self.state_media_of) if self.state_media_of else ""


def source(catalog: Catalog, source_id: str) -> Source:
    """A source by id. Raises KeyError if the package does not know it."""
    row = catalog["sources"].row(source_id)
    return Source(
        source_id=source_id,
        title=row.text("title"),
        publisher=row.text("publisher"),
        published=row.text("published"),
        kind=row.text("kind"),
        link=row.text("link"),
        host=row.text("host"),
        state_media_of=row.text("state_media_of") if row.flag("state_media") else "",
        caveat=row.text("caveat"),
    )


@dataclass(frozen=True, eq=False)
class Record:
    """What "trace this number" shows, the same on a card, in a sentence and under a chart.

    `rows` are (table, key) pairs; `as_of` is a partial ISO date, or empty for "not dated".
    """

    as_of: str
    confidence: Confidence
    counted_by: Text
    counted: Text
    not_counted: Text
    source_ids: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    caveats: tuple[Text, ...] = ()


def record_of(
    rows: tuple[Row, ...],
    *,
    as_of: str,
    counted_by: Text,
    counted: Text,
    not_counted: Text,
    confidence: Confidence | None = None,
    extra_caveats: tuple[Text, ...] = (),
    with_row_caveats: bool = True,
) -> Record:
    """A record over some rows: their sources in order, the weakest of their confidences, their caveats once each.

    A caveat of one of several rows says which row it is about (see `lib.row_names`). Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("a record needs at least one row")
    sources = dict.fromkeys(source_id for row in rows for source_id in row.sources)
    of_rows = row_caveats(rows)
    extra = tuple(of_rows.pop(text, text) if isinstance(text, str) else text for text in extra_caveats)
    return Record(
        as_of=as_of,
        confidence=confidence or weakest([Confidence(row.text("confidence")) for row in rows]),
        counted_by=counted_by,
        counted=counted,
        not_counted=not_counted,
        source_ids=tuple(sources),
        rows=tuple((row.table, row.key) for row in rows),
        caveats=(*extra, *of_rows.values()) if with_row_caveats else extra,
    )


@dataclass(frozen=True)
class Spark:
    """A small series beside a headline figure, drawn as bars from zero: evenly spaced values only, and what they are."""

    values: tuple[float, ...]
    words: Text


@dataclass(frozen=True, eq=False)
class Fact:
    """One figure with everything needed to defend it.

    `status` is final, provisional or corrected; `period` is the year or span that the figure is about ("2025"), where
    that differs from the date of the record.
    """

    fact_id: str
    label: Text
    quantity: Quantity
    record: Record
    status: str = "final"
    context: Text = ""
    note: Text = ""
    spark: Spark | None = None
    period: str = ""

    def __post_init__(self) -> None:
        if self.quantity.unit not in UNIT_KEYS:
            raise ValueError(f"{self.fact_id}: unknown unit {self.quantity.unit!r}")
        if self.status not in ("final", "provisional", "corrected"):
            raise ValueError(f"{self.fact_id}: unknown status {self.status!r}")

    def __str__(self) -> str:
        return str(self.quantity)

    def sentence(self) -> LazyText:
        """The fact as one sentence with its date and counter, ready to be read aloud or copied."""
        return _(
            "{label}: {quantity} ({counter}, as of {date}).",
            label=self.label,
            quantity=self.quantity,
            counter=self.record.counted_by,
            date=When(self.record.as_of),
        )


def row_quantity(row: Row, unit: str, value: str = "value", low: str = "low", high: str = "high") -> Quantity:
    """A quantity from a row's value or range columns; a range with equal ends becomes a value."""
    qualifier = row.text("qualifier") if "qualifier" in row else ""
    single = row.number(value) if value in row else None
    if single is not None:
        return Quantity(value=single, qualifier=qualifier or "exact", unit=unit)
    ends = (row.number(low) if low in row else None, row.number(high) if high in row else None)
    if ends[0] is not None and ends[0] == ends[1]:
        return Quantity(value=ends[0], qualifier=qualifier or "exact", unit=unit)
    return Quantity(low=ends[0], high=ends[1], qualifier=qualifier or "exact", unit=unit)
