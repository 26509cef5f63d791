"""The page of results as a reader meets it: groups, links, ways on, and nothing that becomes markup."""

import re
from functools import partial
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from lib.ui import shell
from tests.app.visits import html_of, visit

opened = partial(visit, "search")


def words_of(at):
    return " ".join(item.value for item in [*at.markdown, *at.info, *at.caption]).replace("\\", "") + html_of(at)


def links(at):
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', html_of(at))]


def test_results_are_grouped_with_counts_lines_and_links():
    at = opened(q="arrivals 2019")
    assert "results for “arrivals 2019”" in words_of(at)
    assert 'aria-label="Figures"' in html_of(at)
    assert "1,047 people · as of 4 February 2026" in html_of(at)
    assert "exhibit?fact=arrivals.last_before_closing" in links(at)


def test_kinds_narrow_the_results():
    everything, only = opened(q="embassy"), opened(q="embassy", kind="mission")
    assert html_of(everything).count('class="inr-hits"') > 2
    assert html_of(only).count('class="inr-hits"') == 1
    assert html_of(only).count("<li>") > 5, "all of a kind that the reader chose"
    assert any(link == "search?q=embassy&kind=mission" for link in links(everything))


@pytest.mark.parametrize(
    "query",
    [
        "Swedish embassy",
        "5,000 dollars per rescue",
        "General Assembly vote",
        "volunteer online",
        "refoulement",
        "성분",
        "Durihana",
        "flash drives",
    ],
)
def test_links_lead_to_pages_that_take_them(query):
    for link in dict.fromkeys(links(opened(q=query))):
        parts = urlsplit(link)
        if parts.path == "search":
            continue
        page = "overview" if parts.path == "./" else parts.path
        assert page in shell.PAGES, link
        at = visit(page, **{name: values[0] for name, values in parse_qs(parts.query).items()})
        assert not any("left out" in item.value for item in at.info), link


def test_an_action_opens_where_the_link_leads():
    at = opened(q="volunteer online")
    query = parse_qs(urlsplit(next(link for link in links(at) if link.startswith("act?"))).query)
    assert query["q"][0] in unescape(html_of(visit("act", q=query["q"][0])))


def test_nothing_found_offers_ways_on():
    at = opened(q="zzzzqqq")
    assert "Nothing here holds these words" in words_of(at)
    assert "Check the spelling" in words_of(at)
    assert len(at.get("page_link")) > 5


def test_some_of_the_words_are_named_as_such():
    assert "holds some of them" in words_of(opened(q="river crossing zeppelins unicorns"))


def test_without_a_search_it_says_what_can_be_searched():
    at = opened()
    assert "Type one or more words" in words_of(at)
    assert "search?q=refoulement" in links(at)


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>",
        "😀🚀",
        "[x](http://example.org)",
        "\u202eabc",
        "![x](http://example.org/a.png)",
        "</li></ul><h1>x",
        "탈북민 " * 3000,
        "x" * 10_000,
    ],
)
def test_nothing_typed_becomes_markup_or_an_error(query):
    at = opened(q=query)
    body = html_of(at)
    assert "<script>alert" not in body
    assert "<h1>x" not in body
    assert not any("](http" in item.value for item in at.markdown)
    if len(query) > 200:
        assert any("cut to its first 200 characters" in item.value.replace("\\", "") for item in at.info)


def test_stale_kinds_give_a_notice():
    assert any("left out" in item.value for item in opened(q="embassy", kind="gone").info)


def test_the_organization_with_a_safeguarding_note_gets_no_figures():
    at = opened(q="Durihana")
    assert html_of(at).count("<li>") == 1
    assert "according to a public directory" in html_of(at)
    assert links(at) == ["organizations?q=Durihana+Mission"]
