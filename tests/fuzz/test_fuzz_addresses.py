"""Whatever stands in an address: every page answers with its heading, names what it left out, and lets no markup through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from lib.catalog import load_catalog
from lib.exhibits import page_params
from lib.export.plan import IN_ADDRESS
from lib.ui.shell import PAGES
from lib.urlstate import PLATFORM_PARAMS, parse, write
from tests.app.visits import html_of, visit
from tests.fuzz.strategies import FAST, KNOWN, SLOW, THOROUGH, anything, queries

ALSO = {"exhibit": ("id", "fact", "action"), "present": (*IN_ADDRESS, "card", "shape", "shade")}
# Markup that nobody escaped: as "&lt;" in HTML, with a backslash in Markdown.
RAW = re.compile(r"(?<!\\)<(?:img src=x|script|b>x|/summary></details><b)|(?<!\\)\]\(javascript")


def written(at: AppTest) -> list[str]:
    """Every text that reaches the page as HTML or Markdown."""
    return [html_of(at)] + [
        item.value for kind in (at.markdown, at.caption, at.title, at.header, at.subheader, at.info, at.warning) for item in kind
    ]


@pytest.mark.parametrize("page_id", PAGES)
def test_no_address_breaks_a_page(page_id):
    catalog = load_catalog()
    params = page_params(catalog, page_id)

    @SLOW
    @given(query=queries(params, ALSO.get(page_id, ())))
    def check(query):
        at = visit(page_id, **query)
        assert len(at.title) == 1
        for text in written(at):
            assert not RAW.search(text), text[:400]
        own = {name: [value] for name, value in query.items() if name not in (*PLATFORM_PARAMS, *ALSO.get(page_id, ()))}
        if page_id not in ALSO and parse(params, own).dropped:
            assert any("so it was left out" in item.value for item in at.info)

    check()


@pytest.mark.parametrize("page_id", PAGES)
def test_the_parser_never_raises_and_its_own_words_come_back(page_id):
    params = page_params(load_catalog(), page_id)

    @FAST
    @given(query=queries(params), twice=anything)
    def check(query, twice):
        parsed = parse(params, {name: [value] for name, value in query.items()} | {"q": [twice, twice]})
        assert set(parsed.values) == {param.name for param in params}
        again = parse(params, {name: [value] for name, value in write(params, parsed.values).items()})
        assert again.values == parsed.values
        assert again.dropped == ()

    check()


@SLOW
@given(words=st.one_of(st.sampled_from(KNOWN), st.text(max_size=300)))
def test_no_search_breaks_the_page_of_results(words):
    at = visit("search", q=words)
    assert len(at.title) == 1
    for text in written(at):
        assert not RAW.search(text), text[:400]


if THOROUGH:  # only for `make fuzz`: every bad word in every parameter of every page

    @pytest.mark.parametrize("page_id", PAGES)
    def test_the_known_bad_words_in_every_parameter(page_id):
        names = [param.name for param in page_params(load_catalog(), page_id)] or ["q"]
        for bad in KNOWN:
            visit(page_id, **dict.fromkeys(names, bad))
