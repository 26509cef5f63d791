"""Matching by words: what counts as the same token, what a search finds, what stands near a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.matching import holds, normalise
from lib.nearest import Index, sentences


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It costs US$5,000 to rescue one person", ("cost", "dollar", "5000", "rescue", "person")),
        ("five thousand dollars; 20m, 1.5 million", ("5000", "dollar", "20000000", "1500000")),
        ("53,700–65,700 people (88.8%)", ("53700", "65700", "people", "88.8")),
        ("U.N. embassies in Sweden's capital", ("un", "embassy", "sweden", "capital")),
        ("북한이탈주민 34,537명", ("북한이탈주민", "34537", "명")),
        ("ＵＮ ２,５００", ("un", "2500")),
        ("1,2,3 and 12,345,678", ("1", "2", "3", "12345678")),
        ("<b>x</b> 😀", ("b", "x", "b")),
        ("the of and", ()),
        ("", ()),
    ],
)
def test_tokens(text, tokens):
    assert normalise(text) == tokens


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_tokens_without_spaces_or_capitals(text):
    tokens = normalise(text)
    assert all(token and token == token.casefold() and not token.isspace() for token in tokens)
    assert normalise(" ".join(tokens)) or not tokens or len(tokens) < 5  # numbers may join, words stay


TEXT = "Escapees paid US$5,000 for the way; the Swedish embassy was closed. Songbun 성분"


@pytest.mark.parametrize(
    "query", ["5,000", "5000", "escapee", "defector", "defectors", "embass", "swedish embassy", "embasy", "성분", "성", "", "!!"]
)
def test_a_search_finds(query):
    # one syllable is too little to look inside Korean words
    assert holds(TEXT, normalise(query)) is (query != "성")


@pytest.mark.parametrize("query", ["500", "50000", "5,001", "camp", "embassy camp", "탈북민", "zebra"])
def test_a_search_does_not_find(query):
    assert not holds(TEXT, normalise(query))


PAIRS = [
    ("cost", "It costs US$5,000 to bring one person from the Chinese border to Seoul."),
    ("camps", "150,000 to 200,000 people are in the political camps."),
    ("camps", "KINU estimated 53,700–65,700 people in four camps."),
    ("total", "34,537 people from North Korea have reached South Korea."),
    ("radio", "Foreign radio fell to 89 transmission hours a day."),
    ("songbun", "Songbun is an inherited class record."),
]


@pytest.fixture(scope="module")
def index():
    return Index(PAIRS)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("$5,000 brings a person to Seoul", "cost"),
        ("Five thousand dollars per person from China to Seoul", "cost"),
        ("200,000 people sit in political camps", "camps"),
        ("about 53,700 people are in camps", "camps"),
        ("Over 34,500 people have come from North Korea", "total"),
        ("How many transmision hours of radio a day?", "radio"),
        ("songbun", "songbun"),
    ],
)
def test_the_nearest_comes_first(index, query, key):
    assert index.nearest(query)[0].key == key


def test_a_key_is_given_once_with_its_best_text(index):
    found = index.nearest("53,700 people in four camps and 200,000 people in political camps")
    assert [item.key for item in found].count("camps") == 1
    assert all(0 < item.score <= 1.0001 for item in found)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)


@pytest.mark.parametrize("query", ["", "😀😀", "the weather is fine", "people", "Kimchi recipes of my aunt"])
def test_nothing_near(index, query):
    assert index.nearest(query, floor=0.28) == ()


def test_the_same_text_is_as_near_as_can_be(index):
    for key, text in PAIRS:
        best = index.nearest(text)[0]
        assert (best.key, round(best.score, 6)) == (key, 1.0)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_query_has_an_answer(text):
    found = Index(PAIRS).nearest(text, most=3)
    assert len(found) <= 3
    assert all(0 < item.score <= 1.0001 for item in found)


def test_sentences_and_their_clauses():
    text = "Families are sent to prison camps, and it costs 5,000 dollars per rescue. Is it so?\n\n... 😀"
    assert sentences(text) == (
        "Families are sent to prison camps, and it costs 5,000 dollars per rescue.",
        "Families are sent to prison camps",
        "and it costs 5,000 dollars per rescue.",
    )
    assert len(sentences("A word here. " * 1000)) == 80
    assert sentences("") == ()
