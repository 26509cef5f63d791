"""Who is named beside a figure: the counter first, copies and state media later, what has no page only with its label."""

import re
from datetime import date

from lib.citations import cite_shown, cite_source, publishers
from lib.export.credits import MANY_PUBLISHERS, action_line, source_line, sources_of_action
from lib.export.deck import build_deck
from lib.export.notes import citations, of_action
from lib.export.paper_blocks import blocks
from lib.export.plan import ACTION, EXHIBIT, FACT, Item, Plan
from lib.provenance import SOURCE_KINDS, source
from lib.source_order import of_record, strongest_first
from lib.topics.actions import actions
from lib.typefaces import printable
from tests.unit.record_rows import record_with, rows_of

MEMORY = str(SOURCE_KINDS["memory"])
TODAY = date(2026, 11, 22)


def plain(text):
    """A name without case, style and what stands in parentheses."""
    return " ".join(re.findall(r"\w+", re.sub(r"\([^()]*\)", " ", text).replace("U.S.", "US").casefold()))


# The order


def test_the_counters_own_publication_is_named_first_wherever_it_is_among_the_sources(catalog, records):
    found = 0
    for code, record in records.items():
        counters = [plain(part) for part in re.split(r"[;,]", str(record.counted_by))]
        held = [source(catalog, key) for key in record.source_ids]
        own = [item.publisher for item in held if item.kind != "memory" and plain(item.publisher) and plain(item.publisher) in counters]
        if own:
            found += 1
            line = source_line(catalog, record)
            first = source(catalog, of_record(catalog, record)[0]).publisher
            assert plain(first) in counters, (code, first)
            assert printable(first) in line.split(" · ")[0], (code, line)
    assert found >= 12


def test_a_ministry_is_recognized_by_the_name_that_it_publishes_under(catalog, records):
    for code in ("f.arrivals.peak", "f.arrivals.cumulative", "x.departures.arrivals_by_year"):
        first = source(catalog, of_record(catalog, records[code])[0])
        assert first.publisher.startswith("Ministry of Unification"), code
        assert first.kind == "official"


def test_who_passes_a_count_on_comes_after_the_counter_and_before_others(catalog, records):
    names = [source(catalog, key).publisher for key in of_record(catalog, records["x.departures.return_totals"])]
    assert names[0] == "Human Rights Watch"
    relayed = [place for place, name in enumerate(names) if "Human Rights Watch" in name and name != "Human Rights Watch"]
    others = [place for place, name in enumerate(names) if "Human Rights Watch" not in name]
    assert relayed
    assert max(relayed) < min(others)


def test_the_order_loses_nothing_and_is_the_same_each_time(catalog, records):
    for code, record in records.items():
        ids = of_record(catalog, record)
        assert sorted(ids) == sorted(record.source_ids), code
        rows = rows_of(catalog, record)
        assert strongest_first(catalog, record.source_ids, rows, str(record.counted_by)) == ids, code


def test_originals_copies_state_media_reference_works_and_memory_follow_each_other(catalog):
    table = catalog["sources"]

    def one(**wanted):
        return next(row.key for row in table if all(row[name] == value for name, value in wanted.items()))

    official = one(kind="official", state_media=False, copy=False)
    un = one(kind="un", state_media=False, copy=False)
    news = one(kind="news", state_media=False, copy=False)
    copied = one(kind="official", copy=True)
    state = one(kind="news", state_media=True)
    wiki = next(row.key for row in table if row["kind"] == "reference" and row["publisher"] == "Wikipedia")
    memory = one(kind="memory")
    expected = (official, un, news, copied, state, wiki, memory)
    assert strongest_first(catalog, expected[::-1], ()) == expected
    assert strongest_first(catalog, expected[::-1], (), "UN General Assembly")[:2] == (un, official)


def test_few_sources_are_of_different_publishers(catalog, records):
    for code in ("x.costs.rescue_stated", "f.policy.in_force", "f.claims.checked", "x.policy.ga_votes"):
        names = [source(catalog, key).publisher for key in of_record(catalog, records[code])[:3]]
        assert len(set(names)) == 3, (code, names)


def test_a_repository_of_code_is_no_research(catalog, records):
    for code in ("f.policy.ga_yes_last_vote", "x.policy.ga_votes"):
        kinds = [source(catalog, key) for key in of_record(catalog, records[code])]
        place = next(place for place, item in enumerate(kinds) if "GitHub" in item.publisher)
        assert all(item.kind in ("reference", "memory") or "GitHub" in item.publisher for item in kinds[place:]), code


def test_among_equals_who_stands_behind_more_rows_comes_first(catalog):
    rows = catalog["missions"].rows
    news = [key for row in rows for key in row.sources if source(catalog, key).kind == "news" and not catalog["sources"].row(key)["copy"]]
    once = {source(catalog, key).publisher: key for key in news if not source(catalog, key).state_media_of}
    news = list(once.values())
    counts = {key: sum(key in row.sources for row in rows) for key in news}
    ordered = [counts[key] for key in strongest_first(catalog, news, rows)]
    assert ordered == sorted(ordered, reverse=True)
    assert ordered[0] > ordered[-1]


def test_notes_and_numbers_follow_one_order(catalog):
    codes = [Item(FACT, "returns.since_2020"), Item(EXHIBIT, "costs.rescue_stated"), Item(ACTION, "press-china-refoulement")]
    deck = build_deck(catalog, Plan(tuple(codes)), "", TODAY)
    by_number = {item.number: item for item in deck.references}
    for item in codes:
        slide = next(slide for slide in deck.slides if slide.item == item)
        numbers = deck.cited[item.code]
        assert len(numbers) == len(slide.notes.sources) > 1
        for number, words in zip(numbers, slide.notes.sources, strict=True):
            assert by_number[number].citation.split(" (")[0] == words.split(" (")[0]


def test_the_handout_prints_the_strongest_source_of_each_item(catalog):
    items = tuple(Item(FACT, key) for key in ("claims.checked", "returns.since_2020", "policy.in_force", "arrivals.peak"))
    deck = build_deck(catalog, Plan(items), "", TODAY)
    for most in (2, 3, 4):
        for block in blocks(deck, most):
            assert len(block.printed) == min(most, len(block.cited))
            assert block.cited[0] in block.printed


# The line


def test_of_very_many_publishers_it_is_said_how_many(catalog, records):
    record = records["x.claims.verdicts_by_topic"]
    names = {source(catalog, key).publisher for key in record.source_ids if source(catalog, key).kind != "memory"} - {""}
    line = source_line(catalog, record)
    assert len(names) > MANY_PUBLISHERS
    assert line.startswith(f"Sources: {len(names)} publishers, among them ")
    assert "more" not in line
    assert {source(catalog, key).kind for key in of_record(catalog, record)[:3]} == {"official"}
    assert " more · " in source_line(catalog, records["f.returns.since_2020"])
    assert source_line(catalog, records["f.presence.ngo_staff"]).startswith("Source: NK News · ")


def test_state_media_are_named_as_such_in_the_line(catalog, records):
    assert "TASS (state media of Russia)" in source_line(catalog, records["f.presence.tourists_russian"])


def test_an_action_is_described_first_by_those_with_whom_one_acts(catalog):
    lines = {action.action_id: action_line(catalog, action) for action in actions(catalog)}
    assert lines["mail-usb-drives"].startswith("Described by Human Rights Foundation; ")
    assert lines["fund-link-rescue"].startswith("Described by Liberty in North Korea; ")
    for action in actions(catalog):
        assert sorted(sources_of_action(catalog, action)) == sorted(action.row.sources)
        assert of_action(catalog, action).sources == citations(catalog, sources_of_action(catalog, action))


# What is known without a page


def memories(catalog):
    return [source(catalog, row.key) for row in catalog["sources"] if row["kind"] == "memory"]


def test_no_source_is_cited_without_its_label(catalog):
    for row in catalog["sources"]:
        item = source(catalog, row.key)
        cited = cite_source(item)
        said = (cited.apa(), cited.bibtex(), cited.ris(), *citations(catalog, (row.key,)))
        for text in said:
            assert (MEMORY in text) == (item.kind == "memory"), row.key
            assert not item.state_media_of or f"state media of {item.state_media_of}" in text, row.key
    assert len(memories(catalog)) > 20


def test_the_label_of_a_citation_stands_where_it_belongs(catalog):
    cited = cite_source(source(catalog, "g-mem-news"))
    assert cited.apa() == f"Associated Press. (n.d.). Well-documented public event [{MEMORY}]."
    assert f"  note = {{{MEMORY}}}" in cited.bibtex()
    assert f"N1  - {MEMORY}" in cited.ris()


def test_nobody_is_named_as_publisher_of_what_is_only_known(catalog, records):
    for code, record in records.items():
        held = [source(catalog, key) for key in record.source_ids]
        published = {item.publisher for item in held if item.kind != "memory"} - {""}
        named = publishers([source(catalog, key) for key in of_record(catalog, record)])
        assert {name.split(" (state media of")[0] for name in named} == published or not published, code
    memory, news = memories(catalog)[0], source(catalog, records["f.presence.ngo_staff"].source_ids[0])
    assert publishers([memory, news]) == (news.publisher,)
    assert publishers([memory]) == (f"{memory.publisher} ({MEMORY})",)
    assert source_line(catalog, record_with([memory.source_id])).startswith(f"Source: {memory.publisher} ({MEMORY}) · ")
    assert source_line(catalog, record_with([memory.source_id, news.source_id])).startswith(f"Source: {news.publisher} · ")
    shown = cite_shown("x", "A figure", (memory, news), "2026.11.22", TODAY)
    assert memory.publisher not in shown.apa()
