"""What is wrong with the data, said so that it can be mended: file, row, column, value, rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One broken rule. `row` is the line number in the file (the header is line 1); 0 means the whole file."""

    file: str
    row: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}, row {self.row}" if self.row else self.file
        column = f", column {self.column}" if self.column else ""
        value = f", value {self.value[:80]!r}" if self.value else ""
        return f"{place}{column}{value}: {self.rule}"


class DataError(Exception):
    """The data package cannot be trusted as it stands; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
