"""The data package to take away: a table as CSV, everything as one zip, everything as one workbook.

Files are made in memory when asked for. The same package always gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.catalog import DATA_DIR, DESCRIPTOR, Catalog, Table
from lib.dates import When, first_day
from lib.fact_texts import expand_facts
from lib.i18n import Text, _
from lib.schema import Value
from lib.settings import NAME
from lib.topics.data_codebook import COLUMNS, code_book, rhythm_words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LICENSE = "LICENSE-DATA.md"
SHEET_NAME_LENGTH = 31
CELL_LENGTH = 32_767  # what a cell of a workbook holds
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
MOST_WIDE, LEAST_WIDE = 60, 8


def table_csv(table: Table, directory: Path = DATA_DIR) -> bytes:
    """The file of a table as it stands in the package. Raises OSError when it cannot be read."""
    return (directory / table.schema.path).read_bytes()


def _introduction(catalog: Catalog) -> Text:
    return _(
        "{name}: data package, version {version}, last checked {date}.\n\n"
        "datapackage.json describes every table (Frictionless Data Package, version 2): columns, types, units, rules, caveats.\n"
        "Each table is a CSV file: UTF-8, commas, one header line. An empty cell means unknown. Lists are joined by semicolons.\n"
        "source_ids names rows of sources.csv. A place such as (fact:id) in braces stands for a figure that another row holds.\n"
        "Read the caveats of a table and the caveat of a row before you quote it.\n\n"
        "License: Creative Commons Attribution 4.0 International (CC BY 4.0), see LICENSE-DATA.md.\n",
        name=NAME,
        version=catalog.version,
        date=When(catalog.last_check),
    )


def package_zip(catalog: Catalog, directory: Path = DATA_DIR) -> bytes:
    """The whole package as one zip: description, tables, license, and a short text on how to read them."""
    import zipfile

    day = first_day(catalog.last_check)
    stamp = (day.year, day.month, day.day, 0, 0, 0)
    paths = [DESCRIPTOR, *(table.schema.path for table in catalog.tables.values())]
    files = [(path, (directory / path).read_bytes()) for path in paths]
    license_text = DATA_DIR.parent / LICENSE
    files.append((LICENSE, license_text.read_bytes()))
    files.append(("README.txt", str(_introduction(catalog)).encode("utf-8")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(f"{NAME.lower()}-{catalog.version}/{name}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """A name for each sheet: at most 31 characters, without signs that workbooks forbid, unique whatever their case."""
    taken: set[str] = set()
    found = []
    for name in names:
        plain = name.translate(_FORBIDDEN).strip() or "sheet"
        candidate, number = plain[:SHEET_NAME_LENGTH], 1
        while candidate.casefold() in taken:
            number += 1
            ending = f"-{number}"
            candidate = plain[: SHEET_NAME_LENGTH - len(ending)] + ending
        taken.add(candidate.casefold())
        found.append(candidate)
    return tuple(found)


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[Value]], bold: Any, wrap: Any) -> None:
    """A header that stays in view and rows below it; numbers as numbers, everything else as plain text."""
    widths = [len(name) for name in header]
    count = 0
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
    for count, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells):
            if value is None or value in ("", ()):
                continue
            if isinstance(value, bool):
                sheet.write_boolean(count, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(count, column, value)
            else:
                text = "; ".join(value) if isinstance(value, tuple) else value
                sheet.write_string(count, column, text[:CELL_LENGTH], wrap if len(text) > MOST_WIDE else None)
                widths[column] = max(widths[column], len(text))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(MOST_WIDE, max(LEAST_WIDE, width + 1)))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, count, len(header) - 1)


def _cells(catalog: Catalog, table: Table) -> Iterable[tuple[Value, ...]]:
    """The rows of a table; figures that a text names by their fact are written out."""
    for row in table:
        yield tuple(str(expand_facts(catalog, value)) if isinstance(value, str) and "{" in value else value for value in row.values())


def _contents(tables: Sequence[Table], sheets: Sequence[str]) -> list[tuple[Value, ...]]:
    return [
        (
            sheet,
            table.schema.title,
            len(table),
            table.schema.description,
            str(table.schema.inroads["row"]),
            str(rhythm_words(table.schema.rhythm)),
            str(table.schema.inroads["last_check"]),
            " ".join(table.schema.inroads["caveats"]),
        )
        for sheet, table in zip(sheets, tables, strict=True)
    ]


@lru_cache(maxsize=1)
def workbook(catalog: Catalog) -> bytes:
    """The whole package as one workbook: how to read it, the code book, the sources, then a sheet for each table."""
    import xlsxwriter

    tables = sorted(catalog.tables.values(), key=lambda table: table.name != "sources")
    titles = [str(_("contents")), str(_("code book"))]
    contents_name, book_name, *sheets = sheet_names([*titles, *(table.name for table in tables)])
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {
                "title": f"{NAME} {catalog.version}",
                "author": NAME,
                "comments": str(_introduction(catalog)),
                "created": datetime.combine(first_day(catalog.last_check), datetime.min.time()),
            }
        )
        bold = book.add_format({"bold": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        header = [_("Sheet"), _("Table"), _("Rows"), _("What it holds"), _("What a row is"), _("Rhythm"), _("Last check"), _("Caveats")]
        first = book.add_worksheet(contents_name)
        _fill(first, [str(name) for name in header], _contents(tables, sheets), bold, wrap)
        for offset, line in enumerate(str(_introduction(catalog)).splitlines(), start=len(tables) + 2):
            first.write_string(offset, 0, line)
        entries = ((sheet, *entry) for sheet, table in zip(sheets, tables, strict=True) for entry in code_book(table.schema))
        _fill(book.add_worksheet(book_name), [str(_("Sheet")), *(str(column.label) for column in COLUMNS)], entries, bold, wrap)
        for sheet, table in zip(sheets, tables, strict=True):
            _fill(book.add_worksheet(sheet), [field.name for field in table.schema.fields], _cells(catalog, table), bold, wrap)
    return buffer.getvalue()
