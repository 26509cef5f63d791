"""Lists the tables and series that are due for an update or stale. A reminder for whoever keeps the data: never fails."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.catalog import DATA_DIR, read_catalog
from lib.freshness import Freshness, SeriesAge, series_ages
from lib.problems import DataError
from lib.settings import read_settings


def _cut(text: str, width: int = 58) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _print(chosen: list[SeriesAge]) -> None:
    head = ("state", "table", "series", "newest", "stale from", "rhythm")
    body = [
        (
            line.age.state.value,
            line.table,
            _cut(", ".join(f"{name}={value}" for name, value in line.where)) or "(table)",
            line.age.as_of or "not dated",
            line.age.stale_from.isoformat() if line.age.stale_from else "",
            line.rhythm.kind + (f", every {line.rhythm.days} days" if line.rhythm.days else ""),
        )
        for line in chosen
    ]
    widths = [max(len(row[index]) for row in (head, *body)) for index in range(len(head))]
    for row in (head, *body):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main(arguments: list[str] | None = None) -> int:
    """Prints what is due or stale, or everything with `--all`; always returns 0."""
    parser = argparse.ArgumentParser(description="List tables and series that are due or stale.")
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="the folder with datapackage.json")
    parser.add_argument("--all", action="store_true", help="list everything, also what is up to date, closed or irregular")
    options = parser.parse_args(arguments)
    try:
        catalog = read_catalog(options.data)
    except DataError as error:
        print(f"The data did not pass its checks ({len(error.problems)} problems), so nothing can be said. Run: make data")
        return 0
    today = read_settings().today()
    every = list(series_ages(catalog, today))
    late = [line for line in every if line.age.state in (Freshness.STALE, Freshness.DUE)]
    late.sort(key=lambda line: (line.age.state is not Freshness.STALE, line.age.stale_from or today, line.table))
    if options.all or late:
        _print(every if options.all else late)
    stale = sum(line.age.state is Freshness.STALE for line in late)
    print(
        f"{'Warning: ' if late else ''}{stale} stale and {len(late) - stale} due of {len(every)} tables and series on {today.isoformat()}."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
