"""The tools behind `make data`, `make docs`, `make messages` and `make freshness`, and documents that keep to the truth."""

import csv
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from lib import i18n
from lib.catalog import DATA_DIR
from lib.exhibits import fact_ids
from lib.freshness import series_ages
from lib.i18n import _, set_language
from scripts import check_data, codebook, freshness, messages

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = {"pages/your_page.py", "locale/ko/LC_MESSAGES/inroads.po"}
MADE_AT_IMPORT = _("Who gets out")


@pytest.fixture
def package(tmp_path):
    target = tmp_path / "data"
    shutil.copytree(DATA_DIR, target)
    return target


def change(file, line, **cells):
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    for column, value in cells.items():
        rows[line - 1][rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def test_good_data_is_one_line_with_counts(capsys):
    assert check_data.main([]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 1
    assert re.search(r"\d+ tables with [\d,]+ rows, [\d,]+ sources", said[0])


def test_bad_data_is_told_all_at_once_form_and_content(package, capsys):
    change(package / "departures" / "arrivals_annual.csv", 5, total="about 300", source_ids="no-such-source")
    change(package / "foreigners" / "missions.csv", 4, left_on="2021-02-30")
    change(package / "costs" / "broker_fees.csv", 3, caveat="Call 010-1234-5678, said a defector.")
    change(package / "sources.csv", 2, published="2999")
    assert check_data.main(["--data", str(package)]) == 1
    said = capsys.readouterr().out
    for words in (
        "departures/arrivals_annual.csv, row 5, column total, value 'about 300': must be a whole number",
        "departures/arrivals_annual.csv, row 5, column source_ids, value 'no-such-source': is no source_id of table sources",
        "foreigners/missions.csv, row 4, column left_on, value '2021-02-30': is not a day of the calendar",
        "costs/broker_fees.csv, row 3, column caveat",
        "no phone numbers",
        "people first",
        "sources.csv, row 2, column published, value '2999': lies in the future",
        "problems in 4 files. Row 1 is the header.",
    ):
        assert words in said
    assert "must add up" not in said, "sums say nothing while rows are broken"


def test_a_missing_table_is_told_with_all_other_problems_of_form(package, capsys):
    (package / "costs" / "broker_fees.csv").unlink()
    change(package / "departures" / "arrivals_annual.csv", 5, total="-3")
    assert check_data.main(["--data", str(package)]) == 1
    said = capsys.readouterr().out
    assert "costs/broker_fees.csv: the file is missing" in said
    assert "must be at least 0" in said
    assert "checked when every table can be read" in said


def test_the_code_book_is_current_and_always_the_same(catalog):
    assert codebook.main(["--check"]) == 0
    assert codebook.build(catalog) == codebook.build(catalog)


def test_a_stale_code_book_is_detected_and_mended(package, tmp_path, capsys):
    target = tmp_path / "DATA.md"
    options = ["--data", str(package), "--output", str(target)]
    assert codebook.main([*options, "--check"]) == 1
    assert codebook.main(options) == 0
    assert codebook.main([*options, "--check"]) == 0
    file = package / "context" / "glossary.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")
    assert codebook.main([*options, "--check"]) == 1
    assert "Run: make docs" in capsys.readouterr().err


def test_the_code_book_tells_of_every_table_column_and_change(catalog):
    text = codebook.TARGET.read_text(encoding="utf-8")
    for table in catalog.tables.values():
        section = codebook.section(table)
        assert section.removeprefix("###") in text, table.name
        for column in table.schema.fields:
            assert f"| `{column.name}` |" in section, f"{table.name}.{column.name}"
        assert section.count("Why: ") >= len(table.schema.inroads["changes"])


def test_signs_of_markup_in_descriptions_are_escaped():
    assert codebook.text("a|b <i> *c*") == r"a\|b \<i\> \*c\*"
    assert codebook.code("a|b") == r"`a\|b`"


@pytest.fixture
def project(tmp_path):
    """A small project with one page and one language."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "dashboard.py").write_text('title = _("Who gets out")\n', encoding="utf-8")
    (tmp_path / "pages" / "one.py").write_text(
        'a = f"<b>{_(\'inside an f-string\')}</b>"\nb = _(\n    "one half, "\n    "and the other: {n}", n=3)\n'
        'c = ngettext("{n} source", "{n} sources", 2, n=2)\n',
        encoding="utf-8",
    )
    return tmp_path


def run(project, *options):
    return messages.main(["--root", str(project), *options])


def test_the_committed_catalogs_are_current():
    assert messages.main(["--check"]) == 0
    assert {path.name for path in i18n.LOCALE_DIR.iterdir() if path.is_dir()} == set(i18n.LANGUAGES)


def test_every_form_of_text_is_collected(project):
    found, wrong = messages.collect(project)
    assert not wrong
    assert [item.key for item in found] == [
        "Who gets out",
        "inside an f-string",
        "one half, and the other: {n}",
        ("{n} source", "{n} sources"),
    ]


@pytest.mark.parametrize("call", ['_(f"{n} people")', "_(words)", '_("a" + b)', "_(WORDS[key])", 'ngettext("one", many, 2)', '_("")'])
def test_a_text_that_is_not_written_out_is_refused(project, call, capsys):
    (project / "pages" / "two.py").write_text(f"x = {call}\n", encoding="utf-8")
    assert run(project) == 1
    assert "pages/two.py, line 1" in capsys.readouterr().err


def test_stale_catalogs_are_detected(project, capsys):
    assert run(project, "--add", "de") == 0
    assert run(project, "--check") == 0
    (project / "pages" / "one.py").write_text('a = _("another text")\n', encoding="utf-8")
    assert run(project, "--check") == 1
    assert "Run: make messages" in capsys.readouterr().err
    assert run(project) == 0
    assert run(project, "--check") == 0
    assert "inside an f-string" not in (project / "locale" / "de" / "LC_MESSAGES" / "inroads.po").read_text(encoding="utf-8")


def translate(project, original, translated):
    path = project / "locale" / "de" / "LC_MESSAGES" / "inroads.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{translated}"'), encoding="utf-8")


def test_a_text_made_at_import_follows_the_language_of_the_session(project, monkeypatch):
    run(project, "--add", "de")
    translate(project, "Who gets out", "Wer hinauskommt")
    assert run(project) == 0
    monkeypatch.setattr(i18n, "LOCALE_DIR", project / "locale")
    monkeypatch.setattr(i18n, "LANGUAGES", ("en", "de"))
    assert str(MADE_AT_IMPORT) == "Who gets out"
    set_language("de")
    try:
        assert str(MADE_AT_IMPORT) == "Wer hinauskommt"
    finally:
        set_language("en")


def test_a_translation_with_a_wrong_place_is_refused(project, capsys):
    run(project, "--add", "de")
    translate(project, "one half, and the other: {n}", "halb und halb: {zahl}")
    assert run(project) == 1
    assert "has no place zahl" in capsys.readouterr().err


def test_no_language_code_no_folder(project):
    assert run(project, "--add", "../x") == 1


def test_freshness_lists_what_is_late_and_never_fails(capsys, monkeypatch):
    monkeypatch.setenv("INROADS_TODAY", "2030-01-01")
    assert freshness.main([]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^stale +arrivals_annual +\(table\) +2026-02-04 ", said, re.MULTILINE)
    assert "arrivals_quarterly" not in said, "a closed series is never late"
    assert freshness.main(["--all"]) == 0
    assert re.search(r"^closed +arrivals_quarterly ", capsys.readouterr().out, re.MULTILINE)


def test_freshness_counts_each_row_in_one_series(catalog):
    lines = series_ages(catalog, date(2026, 11, 22))
    for name, table in catalog.tables.items():
        assert sum(line.rows for line in lines if line.table == name) == len(table), name


def test_freshness_of_broken_data_says_what_to_do(package, capsys):
    (package / "costs" / "broker_fees.csv").unlink()
    assert freshness.main(["--data", str(package)]) == 0
    assert "make data" in capsys.readouterr().out


def targets():
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)) - {"setup", "setup-dev"}


def test_the_documents_explain_every_make_target_and_name_no_other():
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"`make ([a-z-]+)", text)) | set(re.findall(r"^\s*make ([a-z-]+)", text, re.MULTILINE))
    assert named == targets()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_and_links_named_in_documents_exist(path):
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", text):
        assert (path.parent / link).exists(), link
    for name in re.findall(r"`((?:lib|pages|scripts|tests|docs|data|bench|locale|\.streamlit)/[\w./-]+\.\w+)`", text):
        assert name in EXAMPLES or (ROOT / name).exists(), name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_give_nothing_of_the_workshop_away(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/work/|/tmp/|/home/|dossier|research/|pypi\.org|files\.pythonhosted", text), path.name
    assert not re.search(r"\b(?:licence|colour|organis|programme)\w*\b", re.sub(r"```.*?```", "", text, flags=re.DOTALL)), path.name


def test_the_licences_stand_in_full():
    assert "END OF TERMS AND CONDITIONS" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")


def test_the_method_explains_every_fact_once():
    text = (ROOT / "docs" / "METHOD.md").read_text(encoding="utf-8")
    explained = [fact_id for line in re.findall(r"<!-- facts: (.*) -->", text) for fact_id in line.split()]
    assert sorted(explained) == sorted(fact_ids()), "add the fact to the comment under its paragraph in docs/METHOD.md"
