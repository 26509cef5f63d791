"""Facts on people sent back to North Korea: totals of periods, the latest known return, and the disputed one of 2023."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import fact_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Confidence, Fact, Record, record_of, row_quantity
from lib.topics.caveats import caveats_of

TOTAL_SINCE_2020 = "period-total-2020-to-2025-10-hrw"
TOTAL_SINCE_2024 = "period-total-2024-01-to-2025-10-hrw"
TOTAL_TO_APRIL_2024 = "period-total-2020-to-2024-04-hrw"
IN_BOTH_TOTALS = "return-china-2024-04-26"
DISPUTED_EVENT = "return-china-2023-10-09"

QUALIFIER_WORDS = {
    "exact": _("exactly"),
    "about": _("about"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "more_than": _("more than"),
    "fewer_than": _("fewer than"),
    "almost": _("almost"),
}
NOT_COUNTED = _(
    "Returns that nobody outside learned of: China publishes no figures. People held or in hiding are not returns, "
    "and single returns are never added to the total of a period."
)


def qualifier_words(row: Row) -> LazyText:
    """The word that stands before the row's number."""
    return QUALIFIER_WORDS[row.text("qualifier") or "exact"]


def known_returns(catalog: Catalog) -> tuple[Row, ...]:
    """Single returns with a date, oldest first; two counts of one event are two rows."""
    rows = catalog["forced_returns"].where(lambda row: row.text("date") != "", kind="return")
    return tuple(sorted(rows, key=lambda row: (row.text("date"), row.known("value"))))


def returns_record(
    catalog: Catalog,
    rows: tuple[Row, ...],
    counted: Text,
    *,
    counted_by: Text = "",
    not_counted: Text = NOT_COUNTED,
    confidence: Confidence | None = None,
) -> Record:
    """The record of a figure on forced returns, as of the newest of its dated rows; an undated row is as of the last check."""
    return record_of(
        rows,
        as_of=max(row.text("date") for row in rows) or str(catalog["forced_returns"].schema.inroads["last_check"]),
        counted_by=counted_by or rows[-1].text("counted_by"),
        counted=counted,
        not_counted=not_counted,
        confidence=confidence,
        extra_caveats=caveats_of(catalog, "forced_returns"),
    )


def _total(catalog: Catalog, fact_id: str, key: str, label: Text, context: Text, counted: Text, note: Text = "") -> Fact:
    row = catalog["forced_returns"].row(key)
    record = returns_record(catalog, (row,), counted)
    return Fact(fact_id, label, row_quantity(row, "people"), record, context=context, note=note or row.text("caveat"))


@fact_of("returns.since_2020")
def since_2020(catalog: Catalog) -> Fact:
    """People known to have been sent back since 2020, at least."""
    row, earlier, later = (catalog["forced_returns"].row(key) for key in (TOTAL_SINCE_2020, TOTAL_TO_APRIL_2024, TOTAL_SINCE_2024))
    both = catalog["forced_returns"].row(IN_BOTH_TOTALS)
    start = Year(int(row.text("period_start")[:4]))
    return _total(
        catalog,
        "returns.since_2020",
        TOTAL_SINCE_2020,
        _("Sent back by China since {year}", year=start),
        _("to {date}", date=When(row.text("period_end"))),
        _(
            "People whom China is known to have sent back to North Korea from {start} to {end}, as a minimum.",
            start=start,
            end=When(row.text("period_end")),
        ),
        _(
            "The total of a period: {earlier} to {then} plus {later} since {since}. {both} people of {month} may be in both. Single returns are "
            "part of it and must not be added to it.",
            earlier=Number(earlier.known("value")),
            then=When(earlier.text("period_end")[:7]),
            later=Number(later.known("value")),
            since=When(later.text("period_start")),
            both=_("About {number}", number=Number(both.known("value"))),
            month=When(both.text("date")[:7]),
        ),
    )


@fact_of("returns.since_2024")
def since_2024(catalog: Catalog) -> Fact:
    """People known to have been sent back since January 2024, at least."""
    row = catalog["forced_returns"].row(TOTAL_SINCE_2024)
    start, end = When(row.text("period_start")), When(row.text("period_end"))
    return _total(
        catalog,
        "returns.since_2024",
        TOTAL_SINCE_2024,
        _("Sent back by China since {year}", year=Year(int(row.text("period_start")[:4]))),
        _("to {date}", date=When(row.text("period_end"))),
        _("People whom China is known to have sent back to North Korea from {start} to {end}, as a minimum.", start=start, end=end),
    )


@fact_of("returns.to_april_2024")
def to_april_2024(catalog: Catalog) -> Fact:
    """People known to have been sent back from 2020 to April 2024, at least."""
    row = catalog["forced_returns"].row(TOTAL_TO_APRIL_2024)
    start, end = When(row.text("period_start")), When(row.text("period_end"))
    return _total(
        catalog,
        "returns.to_april_2024",
        TOTAL_TO_APRIL_2024,
        _("Sent back by China, to {year}", year=Year(int(row.text("period_end")[:4]))),
        _("{start} to {end}", start=start, end=When(row.text("period_end")[:7])),
        _("People whom China is known to have sent back to North Korea from {start} to {end}, as a minimum.", start=start, end=end),
    )


@fact_of("returns.latest_known")
def latest_known(catalog: Catalog) -> Fact:
    """The newest single return known."""
    row = known_returns(catalog)[-1]
    return Fact(
        "returns.latest_known",
        _("Latest known forced return"),
        row_quantity(row, "people"),
        returns_record(
            catalog, (row,), _("One group of people known to have been sent back to North Korea, {date}.", date=When(row.text("date")))
        ),
        context=_("in {date}", date=When(row.text("date")[:7])),
        period=row.text("date"),
        note=row.text("summary"),
    )


def disputed_pair(catalog: Catalog) -> tuple[Row, Row]:
    """The two counts of the return of October 2023, the lower one first."""
    low, high = sorted(catalog["forced_returns"].where(event_id=DISPUTED_EVENT), key=lambda row: row.known("value"))
    return low, high


@fact_of("returns.oct_2023")
def oct_2023(catalog: Catalog) -> Fact:
    """The largest known single day of returns: two counts that differ, shown as a range."""
    low, high = disputed_pair(catalog)
    both = _("{first}; {second}", first=low.text("counted_by"), second=high.text("counted_by"))
    words = {
        "date": When(low.text("date")),
        "low_word": qualifier_words(low),
        "low": Number(low.known("value")),
        "low_by": low.text("counted_by"),
        "high_word": qualifier_words(high),
        "high": Number(high.known("value")),
        "high_by": high.text("counted_by"),
    }
    return Fact(
        "returns.oct_2023",
        _("Sent back on {date}", date=When(low.text("date"))),
        Quantity(low=low.known("value"), high=high.known("value"), unit="people"),
        returns_record(
            catalog,
            (low, high),
            _("People sent back from China on {date}, as counted by two organizations.", **words),
            counted_by=both,
            confidence=Confidence.DISPUTED,
        ),
        context=_("two counts that differ"),
        period=low.text("date"),
        note=_("Two counts of the same day, {date}: {low_word} {low} ({low_by}) and {high_word} {high} ({high_by}).", **words),
    )
