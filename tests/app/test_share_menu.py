"""The share menu of every page: the address of what is seen, its QR code when asked for, a file where it is too long."""

import io
import os
import re
import subprocess
import sys
from base64 import b64decode
from functools import partial

import pytest
import zxingcpp
from PIL import Image

from lib.catalog import DATA_DIR
from lib.export import qr
from lib.links import MOST_SCANNED
from lib.ui import share
from lib.ui.shell import PAGES
from tests.app.visits import html_of, visit

SITE = "https://inroads.example"
LONG = "word " * 30
FOLD = "QR code of this address"


@pytest.fixture(autouse=True)
def public(monkeypatch):
    """A copy with an address of its own."""
    monkeypatch.setenv("INROADS_BASE_URL", SITE)


def opened(page_id, **query):
    """A visit with the fold of the QR code open."""
    at = visit(page_id, **query)
    at.session_state[f"qr-of-{share.page_name(PAGES[page_id].script) or 'overview'}"] = True
    at.run()
    assert not at.exception, at.exception[0].message
    return at


def labels(at):
    return [button.label for button in at.get("download_button")]


def address_in(at):
    return next(item.value for item in at.code if item.value.startswith(SITE))


def code_in(at):
    """The drawing of the QR code on a page."""
    found = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)" alt="QR code of ([^"]+)"', html_of(at))
    assert len(found) == 1
    return b64decode(found[0][0]).decode("utf-8"), found[0][1].replace("&amp;", "&")


@pytest.mark.parametrize("page_id", PAGES)
def test_every_page_has_an_address_that_can_be_scanned(page_id):
    at = visit(page_id)
    link = address_in(at)
    assert link.split("?")[0] == f"{SITE}/{share.page_name(PAGES[page_id].script)}"
    assert FOLD in [fold.label for fold in at.expander]
    assert "data:image/svg" not in html_of(at), "the code is made when it is asked for"


def test_the_code_on_the_screen_is_that_of_the_address_as_seen():
    at = opened("departures", sex="women")
    drawing, described = code_in(at)
    assert described == address_in(at) == f"{SITE}/departures?sex=women"
    assert drawing == qr.svg(described)
    assert {"Save as SVG", "Save as PNG"} <= set(labels(at))


def test_the_code_of_the_overview_is_that_of_the_site():
    assert code_in(opened("overview"))[1] == f"{SITE}/"


def test_a_link_that_is_too_long_gets_a_file_and_the_reason():
    at = visit("search", q=LONG)
    link = address_in(at)
    assert len(link) > MOST_SCANNED
    assert FOLD not in [fold.label for fold in at.expander]
    assert any("No QR code" in item.value and f"has {len(link)} characters" in item.value for item in at.caption)
    assert "Save the address" in labels(at)


def test_the_file_holds_the_address_and_the_day():
    first, *rest = share.address_text(f"{SITE}/search?q=a").splitlines()
    assert first == f"{SITE}/search?q=a"
    assert "saved on 22 November 2026" in " ".join(rest)


@pytest.mark.parametrize(("base", "warned"), [("http://localhost:8501", True), ("http://192.168.0.9:8501", True), (SITE, False)])
def test_an_address_that_others_cannot_open_is_called_so(monkeypatch, base, warned):
    monkeypatch.setenv("INROADS_BASE_URL", base)
    at = visit("act")
    assert any("Others cannot open the address" in item.value for item in at.caption) == warned


def test_without_a_known_address_nothing_is_promised(monkeypatch):
    monkeypatch.delenv("INROADS_BASE_URL")
    at = visit("act")
    assert share.site() == ""
    assert any(item.value == "/act" for item in at.code)
    assert FOLD not in [fold.label for fold in at.expander]
    assert not any("Others cannot" in item.value for item in at.caption)


def test_words_in_an_address_stay_words_in_the_picture():
    link = f'{SITE}/search?q="><script>alert(1)</script>'
    shown = share.qr_picture(link)
    assert "<script" not in shown
    assert shown.count("<") == 1


def test_the_saved_picture_can_be_read():
    link = f"{SITE}/departures?sex=women"
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(partial(qr.png, link)())).convert("L"))] == [link]


WRITERS = ("pptx", "typst", "segno", "PIL.ImageFont", "lxml", "xlsxwriter", "fontTools")
START = """
import sys
import streamlit.testing.v1
before = {name for name in NAMES if name in sys.modules}
at = streamlit.testing.v1.AppTest.from_file("dashboard.py", default_timeout=120).run()
assert not at.exception, at.exception[0].message
from lib.ui.shell import PAGES
for script in [page.script for page_id, page in PAGES.items() if page_id != "overview"]:
    at.switch_page(script).run()
    assert not at.exception, at.exception[0].message
print(",".join(sorted({name for name in NAMES if name in sys.modules} - before)))
"""


def test_writers_of_files_are_not_loaded_before_a_file_is_asked_for(tmp_path):
    environment = {**os.environ, "INROADS_BASE_URL": SITE}
    code = START.replace("NAMES", repr(WRITERS)).replace('"dashboard.py"', repr(str(DATA_DIR.parent / "dashboard.py")))
    script = tmp_path / "start.py"
    script.write_text(code, encoding="utf-8")
    environment["PYTHONPATH"] = str(DATA_DIR.parent)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=DATA_DIR.parent, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1:] in ([], [""]), f"loaded at the start: {done.stdout}"
