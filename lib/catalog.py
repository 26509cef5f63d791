"""The data package: every table typed by its schema, its sources, its keys checked. The only reader of `data/`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lib.problems import DataError, Problem
from lib.schema import TableSchema, Value, check_cells

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
DESCRIPTOR = "datapackage.json"


class Row(Mapping[str, Value]):
    """One typed row, with readers that say what type they expect."""

    __slots__ = ("_values", "key", "table")

    def __init__(self, table: str, key: str, values: Mapping[str, Value]) -> None:
        self.table = table
        self.key = key
        self._values = values

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, name: str) -> str:
        """The cell as text; empty when unknown."""
        value = self._values[name]
        return "" if value is None else str(value)

    def number(self, name: str) -> float | None:
        """The cell as a number; None when unknown. Raises TypeError if the column holds something else."""
        value = self._values[name]
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"{self.table}.{name} is not a number")
        return value

    def known(self, name: str) -> float:
        """The cell as a number that must be there. Raises ValueError when it is empty."""
        value = self.number(name)
        if value is None:
            raise ValueError(f"{self.table} row {self.key}: {name} is empty")
        return value

    def flag(self, name: str) -> bool:
        """The cell as yes or no; empty counts as no."""
        return self._values[name] is True

    def items_of(self, name: str) -> tuple[str, ...]:
        """The cell as a list of keys or words."""
        value = self._values[name]
        return value if isinstance(value, tuple) else ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the row's sources."""
        return self.items_of("source_ids")


@dataclass(frozen=True)
class Table:
    """A table of the package: schema and typed rows, in file order."""

    schema: TableSchema
    rows: tuple[Row, ...]
    by_key: Mapping[str, Row] = field(repr=False)

    @property
    def name(self) -> str:
        """The table's name in the package."""
        return self.schema.name

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, key: str) -> Row:
        """A row by its key. Raises KeyError naming table and key."""
        try:
            return self.by_key[key]
        except KeyError:
            raise KeyError(f"{self.name} has no row {key!r}") from None

    def where(self, test: Callable[[Row], bool] | None = None, **equal: Value) -> tuple[Row, ...]:
        """Rows whose columns equal the given values and that pass the test."""
        return tuple(row for row in self.rows if all(row[name] == wanted for name, wanted in equal.items()) and (test is None or test(row)))


@dataclass(frozen=True, eq=False)
class Catalog:
    """All tables of one data package; compared by identity, so that it can key a cache."""

    version: str
    last_check: str
    tables: Mapping[str, Table]
    descriptor: Mapping[str, Any] = field(repr=False)

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]


def _read_table(schema: TableSchema, directory: Path) -> tuple[Table | None, list[Problem]]:
    path = directory / schema.path
    try:
        content = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None, [Problem(schema.path, 0, "", "", "the file is missing")]
    except UnicodeDecodeError as error:
        return None, [Problem(schema.path, 0, "", "", f"is not UTF-8 text (byte {error.start})")]
    reader = csv.reader(io.StringIO(content, newline=""))
    try:
        lines = list(reader)
    except csv.Error as error:
        return None, [Problem(schema.path, reader.line_num, "", "", f"cannot be read as CSV: {error}")]
    names = [column.name for column in schema.fields]
    if not lines or lines[0] != names:
        found = ", ".join(lines[0]) if lines else "nothing"
        return None, [Problem(schema.path, 1, "", found, f"the header must be: {', '.join(names)}")]
    problems = [
        Problem(schema.path, number, "", "", f"has {len(cells)} cells instead of {len(names)}")
        for number, cells in enumerate(lines[1:], start=2)
        if len(cells) != len(names)
    ]
    if problems:
        return None, problems
    typed, problems = check_cells(schema, [dict(zip(names, cells, strict=True)) for cells in lines[1:]])
    rows = tuple(Row(schema.name, str(values[schema.primary_key]), MappingProxyType(values)) for values in typed)
    return Table(schema, rows, MappingProxyType({row.key: row for row in rows})), problems


def _check_keys(tables: Mapping[str, Table]) -> list[Problem]:
    """References to rows that do not exist, single-valued and in lists."""
    problems = []
    for table in tables.values():
        links = list(table.schema.foreign_keys)
        links += [(item.name, *item.references) for item in table.schema.fields if item.references]
        for column, target, target_column in links:
            if target not in tables:
                problems.append(Problem(table.schema.path, 0, column, target, "points to a table that is not there"))
                continue
            known = {row[target_column] for row in tables[target]}
            for line, row in enumerate(table, start=2):
                value = row[column]
                for item in value if isinstance(value, tuple) else (value,):
                    if item is not None and item not in known:
                        rule = f"is no {target_column} of table {target}"
                        problems.append(Problem(table.schema.path, line, column, str(item), rule))
    return problems


def examine(directory: Path = DATA_DIR) -> tuple[Catalog | None, list[Problem]]:
    """The package with every problem of its form; no catalog when a whole table cannot be read.

    Only for tools that report problems: cells that cannot be parsed are empty in it. Everything else uses `read_catalog`.
    """
    path = directory / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        schemas = [TableSchema.read(resource) for resource in descriptor["resources"]]
        version, last_check = str(descriptor["version"]), str(descriptor["inroads"]["last_check"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        return None, [Problem(DESCRIPTOR, 0, "", "", f"cannot be used: {type(error).__name__} {error}")]
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for schema in schemas:
        table, found = _read_table(schema, directory)
        problems += found
        if table is not None:
            tables[schema.name] = table
    if len(tables) < len(schemas):
        return None, problems
    problems += _check_keys(tables)
    return Catalog(version, last_check, MappingProxyType(tables), MappingProxyType(descriptor)), problems


def read_catalog(directory: Path = DATA_DIR) -> Catalog:
    """Reads and checks the whole package. Raises DataError with every problem found."""
    catalog, problems = examine(directory)
    if catalog is None or problems:
        raise DataError(problems)
    return catalog


@lru_cache(maxsize=1)
def load_catalog() -> Catalog:
    """The project's own data package, read and checked once per process."""
    return read_catalog(DATA_DIR)
