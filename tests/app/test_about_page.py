"""The page about Inroads: what it promises is there, and its figures come from the data."""

from __future__ import annotations

import re
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import DATA_DIR, load_catalog
from lib.provenance import Confidence
from lib.ui import about
from tests.app.visits import visit

open_page = partial(visit, "about")

ANCHORS = ("method", "confidence", "age", "do-no-harm", "privacy", "independence", "license", "cite", "correct", "accessibility")


@pytest.fixture(scope="module")
def page() -> AppTest:
    return open_page()


def html(app: AppTest) -> str:
    return " ".join(item.proto.body for item in app.get("html"))


def text(app: AppTest) -> str:
    return " ".join(item.value.replace("\\", "") for item in app.markdown)


def test_each_part_has_its_anchor(page: AppTest) -> None:
    assert tuple(item.proto.anchor for item in page.header) == ANCHORS
    assert all(f"(#{anchor})" in text(page) for anchor in ANCHORS)


def test_figures_are_read_from_the_data(page: AppTest) -> None:
    catalog = load_catalog()
    body = html(page)
    assert f"{len(catalog['sources']):,} publications" in body
    for level in Confidence:
        number = sum(row["confidence"] == level for table in catalog.tables.values() for row in table if "confidence" in row)
        assert f"{number:,} rows." in body
    assert "Today" in text(page)


def test_privacy_says_what_is_kept_and_who_sees_what(page: AppTest) -> None:
    body = html(page)
    for words in ("_streamlit_xsrf", "Streamlit Community Cloud", "Network addresses", "the words you typed"):
        assert words in body


def test_what_is_left_out_is_not_told(page: AppTest) -> None:
    """The reasons are named; nothing of what rulings 1 and 6 keep off the screen."""
    said = (html(page) + text(page)).casefold()
    assert not re.search(r"durihana|bribe|frequenc|\d+ ?(?:mhz|khz)|curfew|38 guard", said)


def test_the_citation_is_that_of_the_project(page: AppTest) -> None:
    catalog = load_catalog()
    described = (DATA_DIR.parent / "CITATION.cff").read_text(encoding="utf-8")
    assert f'title: "{about.TITLE}"' in described
    assert f'name: "{about.AUTHORS}"' in described
    apa, bibtex, ris = (item.value for item in page.code if about.TITLE in item.value)
    for cited in (apa, bibtex, ris):
        assert f"data version {catalog.version}" in cited
    assert "seen on 22 November 2026" in apa
    assert bibtex.startswith("@misc{inroads-")
    assert ris.startswith("TY  - ELEC")


def test_it_leads_to_the_data_and_to_the_licenses(page: AppTest) -> None:
    body = html(page)
    assert f'href="{about.CC_BY}"' in body
    assert "(creativecommons.org)" in body


def test_an_old_address_gets_a_notice() -> None:
    app = open_page(section="method")
    assert any("left out" in item.value for item in app.info)
