"""The caveats of a table that make sense away from it: beside a figure, on a slide, in the notes of a speaker."""

from __future__ import annotations

from lib.catalog import Catalog

# How to use the rows of a table. The page on data says these beside the table; a reader of one figure has no rows in view.
ABOUT_ROWS = (
    "For 1999–2001 use either the bucket or the single years, never both.",
    "The first row (947) is everyone up to 1998, not one year.",
    "These people are already in the first row of the table of arrivals by year: never add the two tables.",
    "Quarters sum to their years, in 2025 with the second half as one row: do not draw that half-year as a quarter.",
    "Cumulative rows contain the yearly rows: never add them.",
    "Never add rows: totals of periods contain single returns, and estimates of people held or in hiding are not returns.",
    'Rows with the same key under "Same event" are two counts of one event or group; show both, add neither.',
    "Rows without a date stay off time charts.",
    "Several months of departure are the latest possible month, and 2020 for news bureaus stands for the pandemic period: the basis column says so.",
)


def caveats_of(catalog: Catalog, table: str) -> tuple[str, ...]:
    """What a table says to every reader, without how to use its rows. Raises KeyError for an unknown table."""
    return tuple(text for text in map(str, catalog[table].schema.inroads["caveats"]) if not text.startswith(ABOUT_ROWS))
