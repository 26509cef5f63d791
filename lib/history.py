"""What changed in the data package: corrected cells, rows that came or went, statuses that changed.

Tables: `corrections` (written by hand when an error is found) and `history` (written by `make history`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import last_day

# Sources are followed by the rows that they support; the two tables about changes do not follow themselves.
NOT_FOLLOWED = frozenset({"sources", "corrections", "history"})


@dataclass(frozen=True)
class Entry:
    """One line of the table `history`: kind is added, status or removed; statuses are empty for tables without one."""

    date: str
    kind: str
    table: str
    row: str
    old: str
    new: str

    @property
    def entry_id(self) -> str:
        """The key of the line."""
        ending = self.kind if self.kind == "added" else f"{self.kind}-{self.date}"
        return f"{self.table.replace('_', '-')}-{self.row}-{ending}"


def _present(catalog: Catalog) -> dict[tuple[str, str], str]:
    """The status of every followed row as it is now."""
    return {
        (table.name, row.key): row.text("status") if "status" in row else ""
        for table in catalog.tables.values()
        if table.name not in NOT_FOLLOWED
        for row in table
    }


def _recorded(catalog: Catalog) -> dict[tuple[str, str], str]:
    """The status of every followed row as the history has it."""
    known: dict[tuple[str, str], str] = {}
    for line in catalog["history"]:
        place = (line.text("table"), line.text("row"))
        if line["kind"] == "removed":
            known.pop(place, None)
        else:
            known[place] = line.text("new")
    return known


def missing_entries(catalog: Catalog, today: date) -> tuple[Entry, ...]:
    """What the history does not say yet: empty when it is in step with the package."""
    now, then, day = _present(catalog), _recorded(catalog), today.isoformat()
    entries = []
    for (table, row), status in now.items():
        if (table, row) not in then:
            entries.append(Entry(day, "added", table, row, "", status))
        elif then[table, row] != status:
            entries.append(Entry(day, "status", table, row, then[table, row], status))
    entries += [Entry(day, "removed", table, row, status, "") for (table, row), status in then.items() if (table, row) not in now]
    return tuple(entries)


def corrections_of(catalog: Catalog, table: str, row: str) -> tuple[Row, ...]:
    """The corrections of one row, oldest first."""
    return tuple(sorted(catalog["corrections"].where(table=table, row=row), key=lambda line: line.text("date")))


def corrections_since(catalog: Catalog, day: date) -> tuple[Row, ...]:
    """Corrections on or after a day, newest first; a month counts until its end."""
    found = catalog["corrections"].where(lambda line: last_day(line.text("date")) >= day)
    return tuple(sorted(found, key=lambda line: line.text("date"), reverse=True))


def changes_since(catalog: Catalog, day: date) -> tuple[Row, ...]:
    """Lines of the history on or after a day, newest first. The first version of the package is no change."""
    first = min((line.text("date") for line in catalog["history"]), default="")
    found = catalog["history"].where(lambda line: last_day(line.text("date")) >= day and line.text("date") != first)
    return tuple(sorted(found, key=lambda line: line.text("date"), reverse=True))
