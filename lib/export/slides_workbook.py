"""The workbook inside a chart: the numbers that someone sees who chooses "Edit data"."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.export.slides_look import clean
from lib.i18n import _

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")  # what the name of a sheet must not hold
_LONGEST_NAME = 31
Value = float | str | None


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its header, its cells, and if they are sums the first and last column that each adds up."""

    header: str
    cells: tuple[Value, ...]
    sums: tuple[int, int] | None = None


def letter(index: int) -> str:
    """The name of a column by its number from 0. Charts here have far fewer than 702 columns."""
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def sheet_name() -> str:
    """What the sheet is called, in the reader's language, in the characters and the length that a workbook allows."""
    name = _NOT_IN_NAMES.sub(" ", clean(_("Data")))[:_LONGEST_NAME].strip(" '")
    return name or "1"


def _sheet_ref() -> str:
    """The sheet as references name it: in quotes, which any name may have and some must."""
    return "'" + sheet_name().replace("'", "''") + "'"


def header_ref(index: int) -> str:
    """The cell of a column's header."""
    return f"{_sheet_ref()}!${letter(index)}$1"


def cells_ref(index: int, first: int, last: int) -> str:
    """Cells of a column from one row to another, counted from 0 without the header."""
    start, end = f"${letter(index)}${first + 2}", f"${letter(index)}${last + 2}"
    return f"{_sheet_ref()}!{start}" + (f":{end}" if last > first else "")


def workbook(columns: Sequence[Column]) -> bytes:
    """The columns as a workbook of one sheet. Texts stay texts, whatever they begin with."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(sheet_name())
        for index, column in enumerate(columns):
            sheet.write_string(0, index, clean(column.header))
            for row, cell in enumerate(column.cells, start=1):
                if isinstance(cell, str):
                    sheet.write_string(row, index, clean(cell))
                elif column.sums and cell is not None:
                    first, last = (letter(place) for place in column.sums)
                    sheet.write_formula(row, index, f"=SUM({first}{row + 1}:{last}{row + 1})", None, cell)
                elif cell is not None:
                    sheet.write_number(row, index, cell)
    return buffer.getvalue()
