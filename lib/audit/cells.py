"""Walking over the text of a package."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog import Catalog, Row, Table
from lib.problems import Problem

NOT_PROSE = ("_id", "_ids", "row_id", "row", "table", "iso2", "iso3", "aliases", "host")


def is_link_column(name: str) -> bool:
    """Whether a column holds addresses."""
    return name in ("link", "website") or name.endswith(("_url", "_link"))


def prose(catalog: Catalog, skip_tables: tuple[str, ...] = ()) -> Iterator[tuple[Table, int, Row, str, str]]:
    """Every text cell that a reader may see, as (table, line, row, column, text): no keys, no addresses, no dates."""
    for table in catalog.tables.values():
        if table.name in skip_tables:
            continue
        columns = [
            item.name
            for item in table.schema.fields
            if item.type == "string"
            and "enum" not in item.constraints
            and not item.holds_dates
            and item.name != table.schema.primary_key
            and not item.name.endswith(NOT_PROSE)
            and not is_link_column(item.name)
        ]
        for line, row in enumerate(table, start=2):
            for name in columns:
                text = row.text(name)
                if text:
                    yield table, line, row, name, text


def problem(table: Table, line: int, column: str, value: str, rule: str) -> Problem:
    """A problem in a cell of a table."""
    return Problem(table.schema.path, line, column, value, rule)
