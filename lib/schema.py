"""Reads cells as `data/datapackage.json` describes them, and names every cell that breaks its description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lib.dates import is_partial_date
from lib.problems import Problem

Value = str | int | float | bool | tuple[str, ...] | None

_TYPES = {"string", "integer", "number", "boolean", "list"}


@dataclass(frozen=True)
class Field:
    """A column: its name, type, unit and rules."""

    name: str
    type: str
    title: str
    description: str
    unit: str = ""
    constraints: Mapping[str, Any] = field(default_factory=dict)
    delimiter: str = ";"
    references: tuple[str, str] | None = None

    @property
    def holds_dates(self) -> bool:
        """Whether the column is declared as partial ISO dates (by the pattern of its constraint)."""
        return str(self.constraints.get("pattern", "")).startswith(r"^\d{4}(-")

    def parse(self, text: str) -> Value:
        """The typed value of a cell; empty is None (or an empty tuple for lists). Raises ValueError when it does not fit."""
        if self.type == "list":
            return tuple(part for part in text.split(self.delimiter) if part)
        if text == "":
            return None
        if self.type == "integer":
            if not re.fullmatch(r"-?\d+", text):
                raise ValueError("must be a whole number")
            return int(text)
        if self.type == "number":
            if not re.fullmatch(r"-?\d+(\.\d+)?", text):
                raise ValueError("must be a number without separators")
            return float(text) if "." in text else int(text)
        if self.type == "boolean":
            if text not in ("true", "false"):
                raise ValueError("must be true or false")
            return text == "true"
        return text

    def broken_rules(self, text: str, value: Value) -> Iterator[str]:
        """Every constraint that a parsed cell breaks, in words."""
        rules = self.constraints
        if text != text.strip():
            yield "must not begin or end with spaces"
        if value is None or value == ():
            if rules.get("required"):
                yield "is required"
            return
        items: Sequence[Value] = value if isinstance(value, tuple) else (value,)
        if isinstance(value, tuple) and len(set(value)) != len(value):
            yield "names an item twice"
        for item in items:
            if "enum" in rules and item not in rules["enum"]:
                yield f"must be one of {', '.join(map(str, rules['enum']))}"
            if "pattern" in rules and not re.search(rules["pattern"], str(item)):
                yield f"must match {rules['pattern']}"
            elif self.holds_dates and not is_partial_date(str(item)):
                yield "is not a day of the calendar"
            if isinstance(item, (int, float)) and not isinstance(item, bool):
                if "minimum" in rules and item < rules["minimum"]:
                    yield f"must be at least {rules['minimum']}"
                if "maximum" in rules and item > rules["maximum"]:
                    yield f"must be at most {rules['maximum']}"

    def read(self, text: str) -> tuple[Value, tuple[str, ...]]:
        """The typed value of a cell, and in words every rule that it breaks. A cell that cannot be read is None."""
        try:
            value = self.parse(text)
        except ValueError as error:
            return None, (str(error),)
        broken = tuple(self.broken_rules(text, value))
        if self.holds_dates and isinstance(value, str) and not is_partial_date(value):
            value = None  # nobody can count with an impossible date
        return value, broken


@dataclass(frozen=True)
class Rhythm:
    """How often the origin of a table or series publishes: kind, days between, days of leeway."""

    kind: str
    days: int | None = None
    leeway_days: int | None = None
    note: str = ""

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Rhythm:
        """The rhythm as it stands in a descriptor."""
        return cls(str(raw["kind"]), raw.get("days"), raw.get("leeway_days"), str(raw.get("note", "")))


@dataclass(frozen=True)
class TableSchema:
    """A table as described: columns, keys, what a row is, how old it may get."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: str
    foreign_keys: tuple[tuple[str, str, str], ...]
    inroads: Mapping[str, Any]

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> TableSchema:
        """One resource of the data package. Raises KeyError or ValueError when the descriptor lacks something."""
        schema = raw["schema"]
        key = schema["primaryKey"]
        fields = []
        for item in schema["fields"]:
            if item["type"] not in _TYPES:
                raise ValueError(f"{raw['name']}.{item['name']}: unknown type {item['type']!r}")
            target = item.get("references")
            fields.append(
                Field(
                    name=item["name"],
                    type=item["type"],
                    title=item["title"],
                    description=item["description"],
                    unit=item.get("unit", ""),
                    constraints=item.get("constraints", {}),
                    delimiter=item.get("delimiter", ";"),
                    references=(target["resource"], target["field"]) if target else None,
                )
            )
        return cls(
            name=raw["name"],
            path=raw["path"],
            title=raw["title"],
            description=raw["description"],
            fields=tuple(fields),
            primary_key=key if isinstance(key, str) else key[0],
            foreign_keys=tuple(
                (_one(item["fields"]), item["reference"]["resource"], _one(item["reference"]["fields"]))
                for item in schema.get("foreignKeys", [])
            ),
            inroads=raw["inroads"],
        )

    @property
    def rhythm(self) -> Rhythm:
        """The rhythm of the whole table."""
        return Rhythm.read(self.inroads["rhythm"])

    def rhythm_of(self, row: Mapping[str, Value]) -> Rhythm:
        """The rhythm of the series that a row belongs to, else the table's."""
        for series in self.inroads.get("series", []):
            if all(row.get(name) == wanted for name, wanted in series["where"].items()):
                return Rhythm.read(series)
        return self.rhythm

    def field(self, name: str) -> Field:
        """A column by name. Raises KeyError if there is none."""
        for item in self.fields:
            if item.name == name:
                return item
        raise KeyError(f"{self.name} has no column {name!r}")


def _one(name: str | Sequence[str]) -> str:
    return name if isinstance(name, str) else name[0]


def check_cells(schema: TableSchema, rows: Sequence[Mapping[str, str]]) -> tuple[list[dict[str, Value]], list[Problem]]:
    """Typed rows and all problems of a table's cells; line numbers count the header as line 1."""
    typed: list[dict[str, Value]] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    # Most cells repeat others of their column: each text is read once.
    known: dict[str, dict[str, tuple[Value, tuple[str, ...]]]] = {column.name: {} for column in schema.fields}
    for line, raw in enumerate(rows, start=2):
        row: dict[str, Value] = {}
        for column in schema.fields:
            text, cells = raw[column.name], known[column.name]
            if text not in cells:
                cells[text] = column.read(text)
            row[column.name], broken = cells[text]
            if broken:
                problems += [Problem(schema.path, line, column.name, text, rule) for rule in broken]
        key = raw[schema.primary_key]
        if key in seen:
            problems.append(Problem(schema.path, line, schema.primary_key, key, f"is used in row {seen[key]} already"))
        seen.setdefault(key, line)
        typed.append(row)
    return typed, problems
