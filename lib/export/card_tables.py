"""Tables on cards: columns, letters, and as many whole rows as fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.export.paper import words
from lib.export.paper_blocks import LONGEST_IN_TABLE, column_widths
from lib.export.slide import Table
from lib.export.words import rows_left_out
from lib.i18n import Text, ngettext
from lib.numbers import Number

ON_PAPER = 2.5  # letters and spaces of a card are so many times those of a table on paper


def drawn_table(table: Table, size: float, wide: float) -> dict[str, Any]:
    """The whole table in letters of this size; words are broken (`hyphenate`) only where the longest do not fit side by side."""
    widths = column_widths([table.headers, *table.rows], size / ON_PAPER, wide / ON_PAPER)
    return {
        "headers": [words(cell, LONGEST_IN_TABLE) for cell in table.headers],
        "rows": [[words(cell, LONGEST_IN_TABLE) for cell in row] for row in table.rows],
        "widths": widths,
        "hyphenate": ON_PAPER * sum(widths) > wide + 1,
        "size": size,
        "more": words(str(_more(2, "", ""))),  # one line of any words, to be measured
    }


def with_rows(
    table: Mapping[str, Any], heights: Mapping[str, Any], room: float, left_out: int, code: str, address: str
) -> tuple[dict[str, Any], float]:
    """The table with the rows that fit into a height, and the height that it takes with the line about those left out.

    `heights` are as the template measured them: `header`, each of `rows`, and `more`. `left_out` is the number of rows
    that the table has beside these; `code` is where the QR code of the card leads, if it has one, `address` what it prints.
    """
    most = len(table["rows"])
    for count in range(most, 0, -1):
        missing = left_out + most - count
        high = heights["header"] + sum(heights["rows"][:count]) + (heights["more"] if missing else 0)
        if high <= room:
            more = words(str(_more(missing, code, address))) if missing else None
            return {**table, "rows": table["rows"][:count], "more": more}, high
    return {**table, "rows": [], "more": None}, 0.0


def _more(count: int, code: str, address: str) -> Text:
    """How many rows the card does not show, and where they are."""
    if code or not address:
        return rows_left_out(count, code)
    return ngettext("{number} more row at the address below", "{number} more rows at the address below", count, number=Number(count))
