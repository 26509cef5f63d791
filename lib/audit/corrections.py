"""Corrections must point to a cell that exists and say what it holds now."""

from __future__ import annotations

from collections.abc import Iterator

from lib.audit.cells import problem
from lib.catalog import Catalog
from lib.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Corrections of unknown cells, and those whose new value does not stand in the cell and was not corrected again."""
    table = catalog["corrections"]
    newest = {}
    for row in sorted(table, key=lambda item: item.text("date")):
        newest[row.text("table"), row.text("row"), row.text("column")] = row.key
    for line, row in enumerate(table, start=2):
        name, key, column = row.text("table"), row.text("row"), row.text("column")
        if name not in catalog.tables:
            yield problem(table, line, "table", name, "is no table of the package")
            continue
        corrected = catalog[name].by_key.get(key)
        if corrected is None:
            yield problem(table, line, "row", key, f"is no row of table {name}")
        elif column not in corrected:
            yield problem(table, line, "column", column, f"is no column of table {name}")
        elif newest[name, key, column] == row.key and catalog[name].schema.field(column).parse(row.text("new")) != corrected[column]:
            yield problem(table, line, "new", row.text("new"), f"differs from the cell, which holds {corrected.text(column)}")
        if row.text("old") == row.text("new"):
            yield problem(table, line, "old", row.text("old"), "is the same as after the correction")
