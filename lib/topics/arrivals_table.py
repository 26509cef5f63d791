"""Readers of the table of arrivals in South Korea: which rows are single years, what adds up, what the count means."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.i18n import LazyText, Text, _
from lib.provenance import Confidence, Record, record_of
from lib.topics.caveats import caveats_of

MINISTRY = _("South Korea's Ministry of Unification")
NOT_COUNTED = _(
    "People in hiding or on their way, people who were sent back, and people who settled in other countries. "
    "A year of arrival is not the year of leaving: many people spent years in other countries first."
)
ALL_YEARS = (0, 9999)
COLUMN = {"all": "total", "women": "women", "men": "men"}


def fill(text: LazyText, **params: object) -> LazyText:
    """A text kept in a table of texts, with its places filled."""
    return LazyText(text.message, tuple(params.items()))


def share(part: float, whole: float) -> float:
    """A percentage with one decimal; zero of nothing is zero."""
    return round(100 * part / whole, 1) if whole else 0.0


def year_of_row(row: Row) -> int:
    """The year of a row that has one."""
    return int(row.known("year"))


def single_years(catalog: Catalog) -> tuple[Row, ...]:
    """Single years with a published total, oldest first."""
    rows = catalog["arrivals_annual"].where(lambda row: row["total"] is not None, period_kind="year")
    return tuple(sorted(rows, key=year_of_row))


def unpublished_years(catalog: Catalog) -> tuple[Row, ...]:
    """Years for which no total is published."""
    return catalog["arrivals_annual"].where(period_kind="year", status="not_published")


def before_the_table(catalog: Catalog) -> Row:
    """The row that holds everyone up to the year before the single years begin."""
    return catalog["arrivals_annual"].where(period_kind="cumulative_to")[0]


def bucket(catalog: Catalog) -> Row:
    """The ministry's row of several years together: the only split by sex on its count for them."""
    return catalog["arrivals_annual"].where(period_kind="bucket")[0]


def in_bucket(catalog: Catalog, row: Row) -> bool:
    """Whether a single year is also part of the bucket, so that its split by sex is another organization's count."""
    together = bucket(catalog)
    return together.text("period_start") <= row.text("period_start") <= together.text("period_end")


def rows_that_add_up(catalog: Catalog) -> tuple[Row, ...]:
    """Rows whose totals, women and men add up to the cumulative figures: the bucket stands for its single years."""
    years = tuple(row for row in single_years(catalog) if not in_bucket(catalog, row))
    return (before_the_table(catalog), bucket(catalog), *years)


def since_bucket(catalog: Catalog) -> tuple[Row, ...]:
    """Years from the last one of the bucket on: from there single years stand in an even row."""
    together = [row for row in single_years(catalog) if in_bucket(catalog, row)]
    return tuple(row for row in single_years(catalog) if year_of_row(row) >= year_of_row(together[-1]))


def sum_of(catalog: Catalog, column: str) -> float:
    """A cumulative figure: the column total, women or men over the rows that add up."""
    return sum(row.known(column) for row in rows_that_add_up(catalog))


def latest_year(catalog: Catalog) -> Row:
    """The newest single year with a published total."""
    return single_years(catalog)[-1]


def closing_of_the_border(catalog: Catalog) -> Row:
    """The event from which air and rail links were shut: the table of border events owns it."""
    return catalog["border_events"].row("covid-air-and-rail-2020")


def arrivals_record(
    catalog: Catalog,
    rows: tuple[Row, ...],
    counted: Text,
    *,
    noted: tuple[Row, ...] = (),
    notes: tuple[Text, ...] = (),
    confidence: Confidence | None = None,
) -> Record:
    """The record of a figure on arrivals, as of the newest edition of the yearly series.

    Older years are as of that edition too: the total that the ministry announced with it is the sum of all years.
    `noted` are the rows whose own caveats are shown before those of the table, `notes` further texts.
    """
    latest = latest_year(catalog)
    own = tuple(row.text("caveat") for row in noted if row.text("caveat"))
    ordered = (*(row for row in rows if row.key != latest.key), latest)
    return record_of(
        ordered,
        as_of=latest.text("as_of"),
        counted_by=MINISTRY,
        counted=counted,
        not_counted=NOT_COUNTED,
        confidence=confidence,
        extra_caveats=(*own, *notes, *caveats_of(catalog, "arrivals_annual")),
        with_row_caveats=False,
    )
