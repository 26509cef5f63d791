"""Checks the data package: its form (types, rules, keys), then sums, dates, words, links and harm. Prints every problem at once."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.audit import audit
from lib.catalog import DATA_DIR, Catalog, examine
from lib.problems import Problem
from lib.settings import read_settings


def check(directory: Path, today: date) -> tuple[Catalog | None, list[Problem]]:
    """The package (None when a whole table cannot be read) and all problems of form and content, sorted by place."""
    catalog, form = examine(directory)
    if catalog is None:
        return None, sorted(form)
    return catalog, sorted({*form, *audit(catalog, today, sums_too=not form)})


def summary(catalog: Catalog) -> str:
    """One line on what was checked."""
    tables = [table for table in catalog.tables.values() if table.name != "sources"]
    rows = sum(len(table) for table in tables)
    return f"The data is in order: {len(tables)} tables with {rows:,} rows, {len(catalog['sources']):,} sources, version {catalog.version}."


def main(arguments: list[str] | None = None) -> int:
    """Checks a data folder; returns 0 when all is well, else 1."""
    parser = argparse.ArgumentParser(description="Check the data package.")
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="the folder with datapackage.json")
    catalog, problems = check(parser.parse_args(arguments).data, read_settings().today())
    if not problems and catalog is not None:
        print(summary(catalog))
        return 0
    for problem in problems:
        print(problem)
    files = len({problem.file for problem in problems})
    print(f"\n{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}. Row 1 is the header.")
    if catalog is None:
        print("The contents are checked when every table can be read.")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
