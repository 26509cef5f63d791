"""Corrections and the history of rows: in step with the package, refused when they are wrong, shown in records."""

import csv
import shutil
from datetime import date

import pytest

from lib.audit import audit
from lib.catalog import DATA_DIR, load_catalog, read_catalog
from lib.exhibits import fact
from lib.history import changes_since, corrections_of, corrections_since, missing_entries
from lib.ui.records import trace_html
from scripts import history

TODAY = date(2026, 11, 22)


@pytest.fixture
def copy(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA_DIR, folder)
    return folder


def edit(path, change):
    """Rewrites a table with `change(rows)`; the header is left alone."""
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    rows[1:] = change(rows[1:])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def test_the_history_is_in_step_with_the_package():
    assert missing_entries(load_catalog(), TODAY) == ()


def test_new_changed_and_removed_rows_are_noticed_and_recorded(copy, monkeypatch, capsys):
    monkeypatch.setenv("INROADS_TODAY", "2026-12-01")
    path = copy / "policy" / "feeds.csv"
    edit(path, lambda rows: [["a-new-feed", *rows[0][1:]], *rows[1:]])
    organizations = copy / "actions" / "organizations.csv"
    status = organizations.read_text(encoding="utf-8").splitlines()[0].split(",").index("status")
    edit(organizations, lambda rows: [[*rows[0][:status], "closed", *rows[0][status + 1 :]], *rows[1:]])
    found = {(entry.kind, entry.table, entry.old, entry.new) for entry in missing_entries(read_catalog(copy), date(2026, 12, 1))}
    assert found == {("added", "feeds", "", ""), ("removed", "feeds", "", ""), ("status", "organizations", "active", "closed")}
    assert history.main(["--data", str(copy), "--check"]) == 1
    assert "make history" in capsys.readouterr().out
    assert history.main(["--data", str(copy)]) == 0
    assert history.main(["--data", str(copy), "--check"]) == 0
    catalog = read_catalog(copy)
    assert {row.text("kind") for row in changes_since(catalog, date(2026, 12, 1))} == {"added", "removed", "status"}
    assert changes_since(catalog, date(2026, 12, 2)) == ()


def test_the_first_version_is_no_change():
    assert changes_since(load_catalog(), date(2000, 1, 1)) == ()


def test_data_that_cannot_be_read_keeps_its_history(copy, capsys):
    (copy / "policy" / "feeds.csv").unlink()
    before = (copy / "history.csv").read_bytes()
    assert history.main(["--data", str(copy)]) == 1
    assert "not touched" in capsys.readouterr().out
    assert (copy / "history.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("table", "no_such_table", "is no table of the package"),
        ("row", "no-such-row", "is no row of table"),
        ("column", "no_such_column", "is no column of table"),
        ("new", "999", "differs from the cell"),
        ("old", "223", "is the same as after the correction"),
    ],
)
def test_a_wrong_correction_is_named(copy, column, value, rule):
    path = copy / "corrections.csv"
    index = path.read_text(encoding="utf-8").splitlines()[0].split(",").index(column)
    edit(path, lambda rows: [[*rows[0][:index], value, *rows[0][index + 1 :]], *rows[1:]])
    found = [problem for problem in audit(read_catalog(copy), TODAY) if problem.file == "corrections.csv"]
    assert [(problem.row, problem.column) for problem in found] == [(2, column)]
    assert rule in found[0].rule


def test_the_correction_of_2025_stands_in_its_record():
    catalog = load_catalog()
    lines = corrections_of(catalog, "arrivals_annual", "arrivals-2025")
    assert [(row["column"], row["old"], row["new"]) for row in lines] == [("total", "224", "223"), ("men", "26", "25")]
    item = fact(catalog, "arrivals.latest")
    shown = trace_html(catalog, item.fact_id, item.sentence(), item.record)
    assert "total of arrivals-2025 changed from 224 to 223" in shown
    assert "Ministry of Unification" in shown


def test_corrections_are_found_from_a_day_on():
    catalog = load_catalog()
    assert len(corrections_since(catalog, date(2000, 1, 1))) == len(catalog["corrections"])
    assert {row["kind"] for row in corrections_since(catalog, date(2026, 2, 5))} == {"inroads"}
    assert corrections_since(catalog, date(2026, 11, 23)) == ()
