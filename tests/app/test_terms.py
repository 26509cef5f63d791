"""Terms are explained where a page uses them first, and only there."""

from __future__ import annotations

from collections import Counter

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import load_catalog
from lib.ui import terms


@pytest.fixture(autouse=True)
def fresh() -> None:
    terms.begin()


def test_a_term_is_explained_once_on_a_page() -> None:
    catalog = load_catalog()
    first = terms.help_for(catalog, "What brokers asked")
    assert first is not None
    assert first.startswith("**Broker** (브로커): Paid or unpaid go")
    assert terms.help_for(catalog, "Brokers again") is None
    terms.begin()
    assert terms.help_for(catalog, "Brokers again") == first


def test_several_texts_are_explained_together_and_known_terms_left_out() -> None:
    catalog = load_catalog()
    both = terms.help_for(catalog, "Songbun decides", "and the broker asks") or ""
    assert both.index("Songbun") < both.index("Broker")
    assert "Songbun" not in (terms.help_for(catalog, "Songbun and kwanliso") or "")


def test_nothing_to_explain_is_no_help() -> None:
    assert terms.help_for(load_catalog(), "", "Plain words") is None


def test_definitions_stay_text() -> None:
    catalog = load_catalog()
    told = terms.help_for(catalog, "The Demilitarized Zone") or ""
    assert told.startswith(r"**Demilitarized Zone \(DMZ\)**")


def helps(app: AppTest) -> list[str]:
    return [item.help for item in (*app.caption, *app.markdown, *app.metric) if item.help]


def test_a_page_explains_each_of_its_terms_once_in_every_run() -> None:
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.switch_page("pages/costs.py")
    app.run()
    explained = Counter(text.split("**")[1] for text in helps(app))
    assert explained["Broker"] == 1
    assert set(explained.values()) == {1}
    app.run()
    assert Counter(text.split("**")[1] for text in helps(app)) == explained
