"""Broken data: the reader gets one calm sentence, the log gets the place."""

import csv
import json
import shutil
from pathlib import Path

from playwright.sync_api import Browser, expect

from bench.server import ROOT
from lib.settings import NAME
from tests.browser.conftest import Fresh
from tests.browser.visits import EXCEPTION, H1, reader

PARTS = ("lib", "pages", "data", "locale", ".streamlit", "dashboard.py")
CALM = "did not pass its checks"


def copy_project(target: Path) -> Path:
    """What the server needs, in another folder."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, target / name)
    return target


def break_one_number(data: Path) -> tuple[str, str]:
    """Writes words into the first number of the first table that has one; returns file and column."""
    for resource in json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        numbers = [field["name"] for field in resource["schema"]["fields"] if field["type"] in ("integer", "number")]
        if not numbers:
            continue
        file = data / resource["path"]
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        rows[1][rows[0].index(numbers[0])] = "many"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
        return resource["path"], numbers[0]
    raise AssertionError("no table has a number")


def test_one_broken_cell_is_one_calm_sentence_and_a_line_in_the_log(browser: Browser, fresh: Fresh, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    file, column = break_one_number(root / "data")
    server = fresh(root=root)
    with reader(browser) as (context, _watch):
        page = context.new_page()
        for path in ("/", "/departures"):
            page.goto(f"{server.url}{path}")
            said = page.locator("[data-testid=stAlert]")
            expect(said).to_have_count(1)
            expect(said).to_contain_text(CALM)
            assert page.locator(EXCEPTION).count() == 0
            assert page.locator(H1).count() == 0, "no finding is shown beside it"
            assert page.get_by_text(column, exact=True).count() == 0, "details are for the log"
            expect(page.locator(".st-key-menu").get_by_role("link", name=NAME)).to_be_visible()
    assert f"{file}, row 2, column {column}, value 'many': must be" in server.output()
    assert "Traceback" not in server.output()
