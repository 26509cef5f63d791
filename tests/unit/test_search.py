"""The search: what a new user types leads to the right place, and nothing that is typed can break it."""

import time
from datetime import date

import pytest

from lib.exhibits import exhibit_ids, fact_ids
from lib.search import Entry, build, find
from lib.search_entries import build_index, cut
from lib.search_words import others
from lib.topics.disagreements import DISPUTES
from lib.topics.search_filters import KINDS

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def index(catalog):
    return build_index(catalog, TODAY, (("departures", "Who gets out", "Departures"),))


def first(index, query, kind=""):
    hits = find(index, query, (kind,) if kind else ())
    assert hits, query
    return hits[0].entry


def address(entry):
    return entry.page, dict(entry.query)


def test_everything_is_indexed_once_and_stays_the_same_object(index, catalog):
    count = {kind: sum(entry.kind == kind for entry in index.entries) for kind in KINDS}
    assert count["fact"] == len(fact_ids())
    assert count["exhibit"] + count["disagreement"] == len(exhibit_ids())
    assert count["disagreement"] == len(DISPUTES)
    for kind, table in (
        ("organization", "organizations"), ("action", "actions"), ("decision", "instruments"), ("claim", "claims"), ("mistake", "mistakes"),
        ("wording", "wording"), ("term", "glossary"), ("mission", "missions"),
    ):  # fmt: skip
        assert count[kind] == len(catalog[table]), kind
    assert count["table"] == len(catalog.tables)
    assert build_index(catalog, TODAY, (("departures", "Who gets out", "Departures"),)) is index


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("arrivals 2019", "fact", "Arrivals in 2019"),
        ("Swedish embassy", "mission", "Embassy of Sweden in Pyongyang"),
        ("is the Swedish embassy open", "mission", "Embassy of Sweden in Pyongyang"),
        ("river crossing 2016", "fact", "River crossing, 2016"),
        ("flash drives", "wording", "Flash drives"),
        ("성분", "term", "Songbun (성분)"),
        ("kwanliso", "term", "Kwanliso (관리소)"),
        ("refoulement", "term", "Refoulement / non-refoulement (강제송환 / 강제송환금지 원칙)"),
        ("Durihana", "organization", "Durihana Mission"),
        ("North Korean Human Rights Act", "decision", "North Korean Human Rights Act"),
        ("who gets out", "page", "Who gets out"),
    ],
)
def test_questions_of_a_new_user(index, query, kind, title):
    entry = first(index, query)
    assert (entry.kind, str(entry.title)) == (kind, title)


def test_whether_a_widely_quoted_sum_may_be_said(index):
    kinds = [hit.entry.kind for hit in find(index, "5,000 dollars per rescue")]
    assert {"mistake", "wording", "claim"} <= set(kinds[:4])
    same = [hit.entry.kind for hit in find(index, "US$5000 per rescue")]
    assert {"mistake", "wording", "claim"} <= set(same[:5])


def test_the_last_vote_and_online_volunteering(index):
    assert "General Assembly" in str(first(index, "General Assembly vote").title)
    found = [hit.entry for hit in find(index, "volunteer online")]
    assert found
    assert {entry.kind for entry in found} == {"action"}


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("defector", "escapee"), ("탈북민", "arrival"), ("북한이탈주민", "escapee"), ("NK", "dprk"), ("ban", "restriction"), ("vote", "resolution"),
        ("swedish", "sweden"), ("gulag", "kwanliso"), ("usb", "drive"),
    ],
)  # fmt: skip
def test_synonyms(index, query, holds):
    token = query.casefold()
    assert holds in others(token)
    assert find(index, query)


def test_synonyms_lead_to_people_who_left(index):
    for query in ("defector", "탈북민", "북한이탈주민"):
        kinds = {hit.entry.kind for hit in find(index, query)}
        assert {"term", "fact"} <= kinds
        assert first(index, query).kind == "term", "the word itself is explained first"


def test_slips_of_spelling_and_korean_particles(index):
    assert str(first(index, "swedsih embasy").title) == "Embassy of Sweden in Pyongyang"
    assert any(hit.entry.kind == "term" for hit in find(index, "songbon"))
    assert find(index, "탈북민은")


def test_exact_words_in_a_title_come_before_words_in_a_text_and_both_before_slips():
    def entry(title, body=""):
        return Entry("claim", title, "", "claims", (), body=body)

    small = build([entry("Something else", "the lantern is here"), entry("Lantern light"), entry("Far", "away")])
    titles = [str(hit.entry.title) for hit in find(small, "lantern")]
    assert titles == ["Lantern light", "Something else"]
    assert [str(hit.entry.title) for hit in find(small, "lantrn")] == ["Lantern light", "Something else"]
    assert str(find(small, "lan")[0].entry.title) == "Lantern light"


def test_all_words_count_before_some_of_them(index):
    complete = find(index, "river crossing")
    assert all(hit.complete for hit in complete)
    partly = find(index, "river crossing unicorns zeppelins")
    assert not any(hit.complete for hit in partly)


def test_kinds_and_limits(index):
    assert {hit.entry.kind for hit in find(index, "embassy", ("mission",))} == {"mission"}
    assert len(find(index, "north korea", limit=3)) == 3


def test_an_organization_with_a_safeguarding_note_is_found_by_name_only(index, catalog):
    row = catalog["organizations"].row("durihana")
    entry = next(entry for entry in index.entries if entry.kind == "organization" and str(entry.title) == row.text("name"))
    assert entry.body == ""
    assert "directory" in str(entry.line), "its status words, and nothing else"
    assert [hit.entry for hit in find(index, "durihana")] == [entry]
    assert entry not in [hit.entry for hit in find(index, row.text("summary"))]
    native = find(index, row.text("native_name")) if row.text("native_name") else find(index, "durihana")
    assert native[0].entry is entry


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "😀😀",
        "<script>alert(1)</script>",
        "*" * 500,
        "[x](http://e.org)",
        "탈북민" * 4000,
        "a " * 5000,
        "\x00\u202e",
        "%00",
        "' OR 1=1",
        "()[]{}\\",
    ],
)
def test_nothing_that_is_typed_can_break_it(index, query):
    assert isinstance(find(index, query), tuple)


def test_addresses(index):
    assert address(first(index, "arrivals 2019", "fact")) == ("exhibit", {"fact": "arrivals.last_before_closing"})
    assert address(first(index, "songbun", "term")) == ("reference", {"view": "terms", "q": "Songbun"})
    assert address(first(index, "broker prices", "table"))[0] == "data"
    assert address(first(index, "general assembly", "decision"))[1]["latest"] == "0"
    for entry in index.entries:
        assert all(len(value) <= 200 for _name, value in entry.query), entry.title


def test_long_texts_are_cut_between_words():
    assert cut("one two three", 8) == "one two"
    assert cut("one", 8) == "one"


def test_a_search_takes_a_small_part_of_the_time_of_making_the_index(index):
    start = time.perf_counter()
    build(index.entries)
    making = time.perf_counter() - start
    queries = [str(entry.title) for entry in index.entries[::6]] + ["swedsih embasy", "zzzz", "a b c d e f g", "탈북민은", "x" * 200]
    times = []
    for query in queries:
        start = time.perf_counter()
        find(index, query)
        times.append(time.perf_counter() - start)
    assert sorted(times)[int(0.95 * len(times))] < making / 3
