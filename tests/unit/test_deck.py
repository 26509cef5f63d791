"""Slides say what the pages say: the same findings, figures, sources and dates, and nothing that cannot be traced."""

import re
from datetime import date

import pytest

from lib.citations import cite_source
from lib.dates import When
from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids
from lib.export import deck as decks
from lib.export.credits import MANY_PUBLISHERS, MOST_PUBLISHERS, sources_of_action
from lib.export.deck import SLIDE_COLUMNS, action_for, build_deck, exhibit_for, slide_table
from lib.export.plan import ACTION, EXHIBIT, FACT, Item, Plan, item_from, item_of, read_address
from lib.export.sets import SETS
from lib.export.words import scan_words
from lib.links import MOST_SCANNED, scannable
from lib.provenance import source
from lib.source_order import of_record
from lib.topics.actions import actions
from lib.topics.wording import cards
from lib.typefaces import printable

SITE = "https://inroads.example"
TODAY = date(2026, 11, 22)
BAD = re.compile(r"LazyText\(|\bNone\b|\bnan\b|\{\w+\}|\{fact:")


@pytest.fixture(scope="module")
def every(catalog):
    """A deck for each exhibit, figure and action alone."""
    items = [Item(EXHIBIT, key) for key in exhibit_ids()] + [Item(FACT, key) for key in fact_ids()]
    items += [Item(ACTION, action.action_id) for action in actions(catalog)]
    return {item: build_deck(catalog, Plan((item,)), SITE, TODAY) for item in items}


def record_of(catalog, item):
    """The record behind an item, or None for actions."""
    if item.kind == EXHIBIT:
        return exhibit_for(catalog, item, TODAY).record
    return fact(catalog, item.key).record if item.kind == FACT else None


def shown_of(slide):
    """What stands on the screen."""
    words = [slide.heading, slide.caption, slide.figure, *slide.lines, *slide.care, slide.alt, slide.source_line]
    return words + [cell for row in ((slide.table.headers, *slide.table.rows) if slide.table else ()) for cell in row]


def noted_of(slide):
    """What stands in the notes, which are read on a computer with fonts of its own."""
    notes = slide.notes
    if notes is None:
        return []
    return [*notes.say, *notes.avoid, notes.counted, notes.not_counted, notes.as_of, notes.confidence, *notes.caveats, *notes.sources]


def texts_of(slide):
    return shown_of(slide) + noted_of(slide)


def test_everything_can_be_put_on_slides(every):
    assert len(every) > 200
    for item, deck in every.items():
        assert len(deck.slides) >= 3, item
        assert [deck.slides[0].kind, deck.slides[-1].kind] == ["title", "closing"]
        for number, slide in enumerate(deck.slides[1:-1], start=1):
            assert slide.item == item
            assert slide.part == (number, len(deck.slides) - 2)
            assert slide.goes_on == (number > 1)
            assert slide.heading
            assert slide.alt
            assert slide.notes
            for text in texts_of(slide):
                assert not BAD.search(text), (item, text)
            for text in shown_of(slide):
                assert text == printable(text), (item, text)


def test_the_heading_of_a_chart_is_its_finding(catalog, every):
    for item, deck in every.items():
        if item.kind != EXHIBIT:
            continue
        shown = exhibit_for(catalog, item, TODAY)
        for slide in deck.slides[1:-1]:
            assert slide.heading == printable(str(shown.takeaway).removesuffix(".")), item
            assert str(shown.title) in slide.caption
            assert slide.alt == printable(str(shown.alt))
            assert slide.kind == ("table" if shown.is_table else "chart"), item
            assert (slide.chart is None, slide.table is None) == (shown.is_table, not shown.is_table)


def test_a_figure_is_the_fact_itself(catalog, every):
    for item, deck in every.items():
        if item.kind != FACT:
            continue
        shown, slide = fact(catalog, item.key), deck.slides[1]
        assert (slide.kind, slide.heading, slide.figure) == ("figure", printable(str(shown.label)), printable(str(shown.quantity)))
        assert str(shown.record.counted_by) in slide.caption
        assert any(printable(str(shown.record.counted)) in line for line in slide.lines), item
        assert len(deck.slides) == 3


def test_an_action_says_what_to_be_careful_about(catalog, every):
    for item, deck in every.items():
        if item.kind != ACTION:
            continue
        action, slide = action_for(catalog, item), deck.slides[1]
        assert (slide.kind, slide.heading) == ("action", printable(action.title))
        assert slide.care == tuple(printable(str(text)) for text in action.care)
        assert slide.lines[0] == printable(str(action.summary))
        assert str(action.step.name) in slide.caption


def test_every_source_line_names_publishers_date_and_confidence(catalog, every):
    for item, deck in every.items():
        record = record_of(catalog, item)
        for slide in deck.slides[1:-1]:
            if record is None:
                ids = action_for(catalog, item).row.sources
                assert any(source(catalog, key).publisher in slide.source_line for key in ids), item
                continue
            held = [source(catalog, key) for key in of_record(catalog, record)]
            names = list(dict.fromkeys(one.publisher for one in held if one.publisher and one.kind != "memory"))
            for name in names[:MOST_PUBLISHERS]:
                assert printable(name) in slide.source_line, item
            rest = len(names) - MOST_PUBLISHERS
            if len(names) > MANY_PUBLISHERS:
                assert slide.source_line.startswith(f"Sources: {len(names)} publishers, among them "), item
            elif rest > 0:
                assert f"; {rest} more · " in slide.source_line, item
            assert str(When(record.as_of) if record.as_of else "not dated") in slide.source_line
            assert slide.source_line.endswith(str(record.confidence.label))


def test_every_slide_leads_to_its_own_page(catalog, every):
    names = {EXHIBIT: "id", FACT: "fact", ACTION: "action"}
    for item, deck in every.items():
        for slide in deck.slides[1:-1]:
            assert slide.address == f"{SITE}/exhibit?{names[item.kind]}={item.key}"
            assert scannable(slide.address), "a hall must be able to scan it"
        assert read_address(catalog, dict([pair.split("=", 1) for pair in deck.address.split("?")[1].split("&")])).dropped == ()


def test_without_a_site_no_slide_has_an_address(catalog):
    plan = Plan((Item(FACT, "arrivals.latest"), Item(EXHIBIT, "departures.arrivals_by_year")))
    deck = build_deck(catalog, plan, "", TODAY)
    assert [slide.address for slide in deck.slides] == [""] * len(deck.slides)
    assert (deck.site, deck.address) == ("", "")


def test_filters_stay_in_the_address_and_in_the_code_until_it_is_too_long_to_be_scanned(catalog):
    item = item_of(catalog, "x.departures.arrivals_by_year~sex:women")
    short = build_deck(catalog, Plan((item,)), SITE, TODAY).slides[1]
    assert short.address == f"{SITE}/exhibit?id=departures.arrivals_by_year&sex=women"
    everyone = build_deck(catalog, Plan((Item(EXHIBIT, item.key),)), SITE, TODAY).slides[1]
    assert short.heading != everyone.heading, "the filter is in what is shown, too"
    long = build_deck(catalog, Plan((item,)), "https://" + "inroads." * 8 + "example", TODAY).slides[1]
    assert long.address.endswith("/exhibit?id=departures.arrivals_by_year&sex=women")
    assert long.scan.endswith("/exhibit?id=departures.arrivals_by_year")


@pytest.mark.parametrize("ready", SETS, ids=lambda ready: ready.key)
def test_numbers_of_sources_are_those_of_the_list(catalog, ready):
    plan = Plan().with_items([item_of(catalog, code) for code in ready.codes])
    deck = build_deck(catalog, plan, SITE, TODAY)
    assert [reference.number for reference in deck.references] == list(range(1, len(deck.references) + 1))
    assert set(deck.cited) == {item.code for item in plan.items}
    assert {number for numbers in deck.cited.values() for number in numbers} == {reference.number for reference in deck.references}
    citation = {reference.number: reference for reference in deck.references}
    for item in plan.items:
        record = record_of(catalog, item)
        ids = of_record(catalog, record) if record else sources_of_action(catalog, action_for(catalog, item))
        given = record.source_ids if record else action_for(catalog, item).row.sources
        assert sorted(ids) == sorted(given), "ordered, and none lost"
        assert len(deck.cited[item.code]) == len(ids)
        for number, key in zip(deck.cited[item.code], ids, strict=True):
            held = source(catalog, key)
            assert citation[number].citation == printable(cite_source(held).apa())
            assert citation[number].link == held.link, "nobody is sent where readers must not be sent"


def test_first_named_sources_come_first(catalog):
    one, two = Item(FACT, "arrivals.latest"), Item(FACT, "returns.since_2020")
    for items in ((one, two), (two, one)):
        deck = build_deck(catalog, Plan(items), SITE, TODAY)
        assert deck.cited[items[0].code] == tuple(range(1, len(deck.cited[items[0].code]) + 1))


def test_filters_that_leave_nothing_say_so(catalog):
    item = Item(EXHIBIT, "policy.log", (("q", "no such words anywhere"),))
    deck = build_deck(catalog, Plan((item,)), SITE, TODAY)
    slide = deck.slides[1]
    assert slide.kind == "empty"
    assert slide.lines == ("Nothing in the data fits these filters.",)
    assert (slide.chart, slide.table, slide.figure) == (None, None, "")
    assert len(deck.slides) == 3


def test_an_item_that_is_not_in_the_data_is_an_error(catalog):
    for item in (Item(ACTION, "no-such-action"), Item(EXHIBIT, "departures.arrivals_by_year", (("sex", "robots"),))):
        with pytest.raises(ValueError, match="unknown"):
            build_deck(catalog, Plan((item,)), SITE, TODAY)


def test_columns_chosen_for_slides_exist(catalog):
    for key, names in SLIDE_COLUMNS.items():
        shown = exhibit(catalog, key)
        assert shown.is_table, key
        assert set(names) <= {column.name for column in shown.columns}, key
        assert len(names) <= decks.MOST_COLUMNS + 1


def test_tables_on_slides_are_short_and_say_how_much_is_left_out(catalog):
    tables = [item for key in exhibit_ids() if (item := exhibit(catalog, key)).is_table]
    assert len(tables) > 10
    log = slide_table(exhibit(catalog, "policy.log"))
    assert len(log.rows) + log.left_out == len(catalog["instruments"]), "rows on other pages of the log count too"
    for item in tables:
        table = slide_table(item)
        assert 1 <= len(table.rows) <= decks.MOST_ROWS
        assert len(table.rows) + table.left_out == len(item.rows) + item.more
        assert {len(row) for row in table.rows} == {len(table.headers)}
        assert len(table.headers) <= decks.MOST_COLUMNS + 1
        assert all(len(cell) <= decks.LONGEST_CELL + 2 for row in table.rows for cell in row)
        assert any(any(cell not in ("", "–") for cell in row) for row in table.rows)


def test_the_name_of_the_speaker_is_on_the_first_slide_only(catalog):
    plan = Plan(
        items=(Item(FACT, "arrivals.latest"), Item(EXHIBIT, "departures.arrivals_by_year"), Item(ACTION, "people-first-language")),
        title="Winter talk",
        host="A church hall",
        day="2026-12-10",
        speaker="Somebody Particular",
        call="Write one letter",
    )
    deck = build_deck(catalog, plan, SITE, TODAY)
    assert "Somebody Particular" in deck.slides[0].lines
    assert not [text for slide in deck.slides[1:] for text in texts_of(slide) if "Particular" in text]
    assert "Particular" not in deck.address
    assert "Particular" not in repr(deck.plan)
    assert (deck.title, deck.day) == ("Winter talk", "10 December 2026")
    assert deck.slides[0].lines[:2] == ("A church hall", "10 December 2026")


def test_the_last_slide_asks_what_was_typed_or_shows_all_actions(catalog):
    asked = build_deck(catalog, Plan(call="Write one letter", link="https://example.org/letter"), SITE, TODAY).slides[-1]
    assert (asked.heading, asked.address, asked.lines) == ("Write one letter", "https://example.org/letter", ())
    plain = build_deck(catalog, Plan(), SITE, TODAY).slides[-1]
    assert plain.address == f"{SITE}/act"
    assert plain.lines


def test_safe_wording_about_a_figure_is_in_the_notes(catalog, every):
    found = 0
    for card in cards(catalog):
        for item in card.facts:
            notes = every[Item(FACT, item.fact_id)].slides[1].notes
            first = [other for other in cards(catalog) if item.fact_id in {one.fact_id for one in other.facts}][:3]
            if card in first:
                found += 1
                assert str(card.say) in notes.say
                assert any(str(card.do_not_say) in text for text in notes.avoid)
    assert found >= 10


def test_notes_hold_the_record(catalog, every):
    for item, deck in every.items():
        record, notes = record_of(catalog, item), deck.slides[1].notes
        if record is None:
            assert notes.sources
            continue
        assert (notes.counted, notes.not_counted) == (str(record.counted), str(record.not_counted))
        assert notes.confidence.startswith(f"{record.confidence.label}: ")
        assert notes.sources == tuple(cite_source(source(catalog, key)).apa() for key in of_record(catalog, record))
        assert notes.as_of == str(When(record.as_of))


def test_hostile_words_are_kept_as_words(catalog):
    typed = "<script>alert(1)</script> {{x}} ]]> #set \U0001f600 \x00"
    deck = build_deck(catalog, Plan(title=typed, host=typed, speaker=typed, call=typed), SITE, TODAY)
    assert deck.title == "<script>alert(1)</script> {{x}} ]]> #set □ □"
    assert deck.slides[-1].heading == deck.title


def test_the_item_of_a_shown_exhibit_has_its_filters(catalog):
    shown_with = {"sex": "women", "years": (2015, 2020), "measure": "count", "today": "2026-11-22"}
    item = item_from(catalog, "departures.arrivals_by_year", shown_with)
    assert dict(item.filters) == {"sex": "women", "years": "2015-2020"}
    assert item_of(catalog, item.code) == item
    shown = exhibit_for(catalog, item, TODAY)
    assert {int(row[1]) for row in shown.rows if str(row[1]).isdigit()} <= set(range(2015, 2021))


def test_a_code_leads_to_the_chart_as_shown_or_says_that_it_leads_to_the_whole(catalog):
    short = item_of(catalog, "x.departures.arrivals_by_year~sex:women")
    plan = Plan().with_items([short, item_of(catalog, "x.policy.log~q:" + "%20".join(["abduction"] * 8))])
    shown = {slide.item: slide for slide in build_deck(catalog, plan, SITE, TODAY).slides if slide.item}
    near = shown[short]
    assert near.scan == near.address == f"{SITE}/exhibit?id=departures.arrivals_by_year&sex=women"
    assert str(scan_words(near)) == "Scan for this chart"
    far = shown[plan.items[1]]
    assert "abduction+abduction" in far.address
    assert len(far.address) > MOST_SCANNED
    assert far.scan == f"{SITE}/exhibit?id=policy.log"
    assert str(scan_words(far)) in ("Scan for the whole table", "Scan for the whole chart")
    bare = build_deck(catalog, plan, "", TODAY)
    assert {(slide.address, slide.scan) for slide in bare.slides} == {("", "")}
    endless = build_deck(catalog, plan, "https://" + "inroads." * 15 + "example", TODAY)
    assert all(slide.address and not slide.scan for slide in endless.slides)
