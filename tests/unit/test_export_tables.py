"""What readers take away: the same rows as in the package, and nothing that a spreadsheet would run."""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from lib.catalog import DATA_DIR, Row, Table, read_catalog
from lib.export.tables import package_zip, sheet_names, table_csv, workbook
from lib.settings import NAME


@pytest.fixture(scope="module")
def book(catalog):
    return openpyxl.load_workbook(io.BytesIO(workbook(catalog)))


def test_a_table_comes_as_the_file_that_it_is(catalog):
    for table in catalog.tables.values():
        assert table_csv(table) == (DATA_DIR / table.schema.path).read_bytes()


def test_the_zip_is_a_package_that_can_be_read_again(catalog, tmp_path):
    with zipfile.ZipFile(io.BytesIO(package_zip(catalog))) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    top = tmp_path / f"{NAME.lower()}-{catalog.version}"
    again = read_catalog(top)
    assert {name: len(table) for name, table in again.tables.items()} == {name: len(table) for name, table in catalog.tables.items()}
    assert json.loads((top / "datapackage.json").read_text(encoding="utf-8"))["version"] == catalog.version
    assert "Creative Commons" in (top / "LICENSE-DATA.md").read_text(encoding="utf-8")
    assert catalog.version in (top / "README.txt").read_text(encoding="utf-8")


def test_the_same_package_gives_the_same_bytes(catalog):
    assert package_zip(catalog) == package_zip(catalog)
    first = workbook(catalog)
    workbook.cache_clear()
    assert workbook(catalog) == first


def test_the_workbook_begins_with_contents_code_book_and_sources(catalog, book):
    assert book.sheetnames[:3] == ["contents", "code book", "sources"]
    assert len(book.sheetnames) == len(catalog.tables) + 2
    assert all(len(name) <= 31 for name in book.sheetnames)
    described = {row[0] for row in book["code book"].iter_rows(min_row=2, values_only=True)}
    assert described == set(catalog.tables)


def test_every_row_and_number_is_in_the_workbook(catalog, book):
    for table in catalog.tables.values():
        assert book[table.name].max_row == len(table) + 1, table.name
    sheet = book["arrivals_annual"]
    names = [cell.value for cell in sheet[1]]
    row = next(cells for cells in sheet.iter_rows(min_row=2, values_only=True) if cells[0] == "arrivals-2025")
    assert (row[names.index("total")], row[names.index("women")]) == (223, 198)
    assert isinstance(row[names.index("total")], int)


def test_no_place_of_a_fact_is_left_open_in_the_rows_of_the_workbook(catalog, book):
    sheets = [book[name] for name in catalog.tables]
    assert not [cell for sheet in sheets for cells in sheet.iter_rows(values_only=True) for cell in cells if "{fact:" in str(cell)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "https://example.org/?a=b", "mailto:a@b.c", "internal:sources!A1", "x" * 40_000]
)
def test_texts_stay_texts(catalog, text):
    table = catalog["glossary"]
    rows = (Row("glossary", "x", {**table.rows[0], "definition": text}),)
    hostile = replace(catalog, tables={"glossary": Table(table.schema, rows, {"x": rows[0]})})
    made = openpyxl.load_workbook(io.BytesIO(workbook(hostile)))
    sheet = made["glossary"]
    cell = sheet.cell(2, [item.value for item in sheet[1]].index("definition") + 1)
    assert cell.data_type == "s"
    assert cell.value == text[:32_767]
    assert cell.hyperlink is None


def test_names_of_sheets_are_short_unique_and_plain():
    names = sheet_names(["a" * 40, "a" * 41, "A" * 40, "x/y:z?", "", "sheet"])
    assert len({name.casefold() for name in names}) == 6
    assert all(0 < len(name) <= 31 for name in names)
    assert not any(sign in name for name in names for sign in "[]:*?/\\")


def test_writers_of_files_are_not_loaded_at_the_start():
    code = "import sys, lib.export.tables; print('xlsxwriter' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=DATA_DIR.parent)
    assert done.stdout.strip() == "False"
