"""Writes new rows, removed rows and changed statuses into `data/history.csv`; with `--check` it only says what is missing."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.catalog import DATA_DIR, read_catalog
from lib.history import Entry, missing_entries
from lib.problems import DataError
from lib.settings import read_settings


def _append(path: Path, entries: tuple[Entry, ...]) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows((item.entry_id, item.date, item.kind, item.table, item.row, item.old, item.new) for item in entries)


def main(arguments: list[str] | None = None) -> int:
    """Appends what is missing; with `--check` returns 1 if something is. Data that cannot be read is left alone."""
    parser = argparse.ArgumentParser(description="Keep the history of the data package in step with its rows.")
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="the folder with datapackage.json")
    parser.add_argument("--check", action="store_true", help="only say what is missing")
    options = parser.parse_args(arguments)
    try:
        catalog = read_catalog(options.data)
    except DataError as error:
        print(f"The data did not pass its checks ({len(error.problems)} problems), so the history was not touched. Run: make data")
        return 1
    entries = missing_entries(catalog, read_settings().today())
    if options.check:
        for item in entries[:20]:
            print(f"history: {item.table}/{item.row}: {item.kind} is not recorded")
        if entries:
            print(f"{len(entries)} changes are not in data/history.csv. Run: make history")
        return 1 if entries else 0
    _append(options.data / catalog["history"].schema.path, entries)
    print(f"{len(entries)} changes recorded.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
