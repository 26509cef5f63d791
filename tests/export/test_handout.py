"""The handout holds what the deck says: read back from the finished PDF."""

import re
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp

from lib.charts.spec import drawn
from lib.exhibits import exhibit, exhibit_ids, fact
from lib.export import handout
from lib.export.deck import build_deck
from lib.export.paper_blocks import blocks, whole_slides
from lib.export.plan import Plan, item_of
from lib.export.sets import SETS
from lib.export.slide import Slide
from lib.texts import runs, without_scheme
from lib.typefaces import printable
from tests.export.pdf_reading import Pdf

SITE, TODAY = "https://inroads.example", date(2026, 11, 22)


def deck_of(catalog, codes, site=SITE, **texts):
    return build_deck(catalog, Plan(**texts).with_items([item_of(catalog, code) for code in codes]), site, TODAY)


def plain(text):
    return " ".join(printable(text).replace("\u00a0", " ").split())


def squeezed(text):
    """Without spaces and hyphens, because lines may be broken anywhere."""
    return re.sub(r"[\s\u00a0\u200b\u00ad-]|\ufffe|\x02", "", text)


@pytest.fixture(scope="module")
def ready(catalog):
    """Each ready set as a deck and as a finished handout."""
    decks = {
        ready_set.key: deck_of(catalog, ready_set.codes, title="Winter talk", host="St Mary's", day="2026-12-10", speaker="Jane Doe")
        for ready_set in SETS
    }
    return {key: (deck, Pdf(handout.pdf(deck))) for key, deck in decks.items()}


def test_ready_sets_take_one_or_two_pages(ready):
    for key, (_deck, pdf) in ready.items():
        assert 1 <= len(pdf) <= 2, key


def test_title_host_date_speaker_and_version_are_there(ready):
    for deck, pdf in ready.values():
        for words in ("Winter talk", "St Mary's", "10 December 2026", "Jane Doe", deck.version, deck.made):
            assert words in pdf.text


def test_every_finding_figure_and_line_is_printed(ready):
    for key, (deck, pdf) in ready.items():
        said = squeezed(pdf.text)
        for slide in whole_slides(deck):
            for words in (slide.heading, slide.figure, slide.caption, *slide.lines, *slide.care):
                assert squeezed(words) in said, (key, words)


def test_confidence_and_date_stand_with_every_number(ready):
    for _deck, pdf in ready.values():
        text = squeezed(pdf.text)
        for slide in whole_slides(_deck):
            if slide.item.kind != "a":
                assert squeezed(" · ".join(slide.source_line.rsplit(" · ", 2)[1:])) in text


def test_every_printed_number_of_a_source_is_in_the_list(ready):
    for key, (deck, pdf) in ready.items():
        listed = pdf.text[pdf.text.rindex("Sources") :]
        cited = {number for block in pdf_blocks(deck, pdf) for number in block.printed}
        assert cited
        for reference in deck.references:
            if reference.number in cited:
                words = f"{reference.number} {reference.citation.removesuffix(reference.link).strip()}"
                assert squeezed(plain(words)) in squeezed(listed), (key, reference.number)


def pdf_blocks(deck, pdf):
    """The blocks as they were printed: as many sources an item as the lines under the items name."""
    text = squeezed(pdf.text)
    for most in (0, *handout.FEWER_SOURCES):
        found = blocks(deck, most)
        if all(squeezed(f"Sources [{runs(block.printed)}]") in text for block in found if block.printed):
            return found
    raise AssertionError("the numbers under the items fit no choice of sources")


def test_few_sources_are_all_listed(ready):
    deck, pdf = ready["newcomers"]
    assert len(deck.references) <= handout.ALL_SOURCES_UP_TO
    assert all(block.printed == tuple(sorted(block.cited)) for block in pdf_blocks(deck, pdf))
    assert "more source" not in pdf.text


def test_many_sources_are_cut_and_the_rest_is_named_with_its_address(ready):
    deck, pdf = ready["policy"]
    for block in pdf_blocks(deck, pdf):
        rest = len(block.cited) - len(block.printed)
        if rest:
            assert min(handout.FEWER_SOURCES) <= len(block.printed) <= max(handout.FEWER_SOURCES)
            words = f"{rest} more source{'s' if rest > 1 else ''} at {without_scheme(block.slide.address)}"
            assert squeezed(words) in squeezed(pdf.text)


def test_links_open_what_they_name(ready):
    for deck, pdf in ready.values():
        links = set(pdf.links)
        printed = {number for block in pdf_blocks(deck, pdf) for number in block.printed}
        assert {reference.link for reference in deck.references if reference.number in printed and reference.link} <= links
        assert f"{SITE}/act" in links
        assert all(link.startswith(("https://", "http://")) for link in links)


def test_the_code_leads_to_the_whole(ready):
    _deck, pdf = ready["fundraiser"]
    found = {code.text for page in range(len(pdf)) for code in zxingcpp.read_barcodes(pdf.picture(page).convert("L"))}
    assert found == {SITE}


def test_a_short_deck_has_a_code_of_its_own_address(catalog):
    deck = deck_of(catalog, ["f.arrivals.latest"])
    pdf = Pdf(handout.pdf(deck))
    assert {code.text for code in zxingcpp.read_barcodes(pdf.picture().convert("L"))} == {deck.address}


def test_without_a_site_there_is_no_address_and_no_code(catalog):
    pdf = Pdf(handout.pdf(deck_of(catalog, ["x.departures.arrivals_by_year", "x.policy.ga_votes"], site="")))
    assert zxingcpp.read_barcodes(pdf.picture().convert("L")) == []
    assert " at " not in pdf.text[pdf.text.index("more source") :][:16]
    assert not any("exhibit" in link for link in pdf.links)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("ready_set", SETS, ids=lambda ready_set: ready_set.key)
def test_ready_sets_have_room_for_all_their_charts(catalog, ready_set, paper):
    deck = deck_of(catalog, ready_set.codes, title="An evening on North Korea", host="St Mary's", call="Write to one person", paper=paper)
    pdf = Pdf(handout.pdf(deck))
    assert len(pdf) <= 2
    assert "Chart at" not in pdf.text


def test_a_chart_that_found_no_room_is_named_with_its_address_and_its_marks_are_not_explained(catalog):
    codes = ("x.costs.ladder", "x.costs.river_over_time", "x.costs.fee_in_wage_years", "x.costs.rescue_stated")
    deck = deck_of(catalog, (*SETS[1].codes, *codes))
    pdf = Pdf(handout.pdf(deck))
    figures, text = [tag.alt for tag in pdf.tags.all("Figure")], squeezed(pdf.text)
    named = 0
    for slide in whole_slides(deck):
        if slide.chart:
            is_named = squeezed(f"Chart at {without_scheme(slide.address)}") in text
            named += is_named
            assert (slide.alt in figures) != is_named, slide.heading
            assert (squeezed(plain(slide.caption)) in text) != is_named, slide.heading
    assert named


def test_charts_hold_every_value_of_their_table(catalog):
    for key in ("departures.arrivals_by_year", "departures.forced_returns", "costs.ladder", "foreigners.presence_board"):
        deck = deck_of(catalog, [f"x.{key}"])
        block = blocks(deck, 0)[0]
        picture = block.data(7.5, 246, 300)["svg"]
        for ref, values in drawn(exhibit(catalog, key).chart):
            assert ref in picture, (key, ref)
            for value in values:
                written = value if isinstance(value, str) else f"{value:g}"
                assert re.search(rf'data-values="[^"]*{re.escape(written)}[^"]*"', picture) or written in picture, (key, value)


def test_numbers_written_into_charts_can_be_read_in_the_pdf(catalog):
    pdf = Pdf(handout.pdf(deck_of(catalog, ["x.departures.origin"])))
    shown = exhibit(catalog, "departures.origin")
    sums = {key: sum(bar.value for series in shown.chart.series for bar in series.bars if bar.x == key) for key in shown.chart.x_order}
    for value in sums.values():
        assert f"{int(value):,}" in pdf.text


def test_tables_are_tables_with_heads(catalog):
    deck = deck_of(catalog, ["x.policy.calendar"])
    pdf = Pdf(handout.pdf(deck))
    table = deck.slides[1].table
    assert len(pdf.tags.all("TH")) == len(table.headers)
    assert len(pdf.tags.all("TD")) == len(table.rows) * len(table.headers)
    for row in table.rows:
        for cell in row:
            assert squeezed(cell) in squeezed(pdf.text)
    assert f"{table.left_out} more rows at" in pdf.text


def test_korean_and_right_to_left_words_can_be_read(catalog):
    pdf = Pdf(handout.pdf(deck_of(catalog, ["f.arrivals.latest"], title="북한이탈주민 이야기", host="שלום ירושלים", speaker="김영희")))
    assert "북한이탈주민 이야기" in pdf.text
    assert "김영희" in pdf.text
    assert squeezed("שלום") in squeezed(pdf.text) or squeezed("שלום")[::-1] in squeezed(pdf.text)


HOSTILE = "#set page(width: 9pt) $x^2$ <script>alert(1)</script> *b* _i_ @ref \\u{41} // ]]> {{x}} [#panic()]"


def test_hostile_words_are_plain_words(catalog):
    deck = deck_of(
        catalog, ["f.arrivals.latest"], title=HOSTILE, host='"><img src=x onerror=alert(1)>', call='#link("x")[y] `raw` ```typ #1```'
    )
    pdf = Pdf(handout.pdf(deck))
    assert len(pdf) == 1
    for words in (HOSTILE, '"><img src=x onerror=alert(1)>', '#link("x")[y] `raw` ```typ #1```'):
        assert squeezed(words) in squeezed(pdf.text)


def test_the_speaker_is_named_only_if_given(catalog):
    named = Pdf(handout.pdf(deck_of(catalog, ["f.arrivals.latest"], title="Evening", speaker="Quentin Zyx")))
    unnamed = handout.pdf(deck_of(catalog, ["f.arrivals.latest"], title="Evening"))
    assert "Quentin Zyx" in named.text
    assert "Zyx" not in Pdf(unnamed).text
    assert b"Zyx" not in unnamed


def test_an_action_says_what_why_and_care_and_where_to_begin(catalog):
    deck = deck_of(catalog, ["a.fund-link-rescue"])
    slide, link = deck.slides[1], catalog["actions"].row("fund-link-rescue").text("link")
    pdf = Pdf(handout.pdf(deck))
    for words in (*slide.lines, *slide.care, f"Begin here: {link.removeprefix('https://')}"):
        assert squeezed(words) in squeezed(pdf.text)
    assert "Take care:" in pdf.text
    assert link in pdf.links


def test_an_empty_deck_and_empty_filters_still_make_a_page(catalog):
    empty = Pdf(handout.pdf(deck_of(catalog, [], site="")))
    assert len(empty) == 1
    assert "What one person can do" in empty.text
    assert len(empty.tags.all("H1")) == 1


def test_filters_that_leave_nothing_say_so(catalog):
    deck = deck_of(catalog, ["f.arrivals.latest"])
    words = "Nothing in the data fits these filters."
    nothing = Slide(kind="empty", heading="Arrivals by year", lines=(words,), item=deck.plan.items[0])
    pdf = Pdf(handout.pdf(replace(deck, slides=(deck.slides[0], nothing, deck.slides[2]))))
    assert "Arrivals by year" in pdf.text
    assert words in pdf.text


def test_a_single_figure_is_said_in_full(catalog):
    shown = fact(catalog, "arrivals.latest")
    pdf = Pdf(handout.pdf(deck_of(catalog, ["f.arrivals.latest"])))
    assert str(shown.quantity) in pdf.text
    assert str(shown.record.counted_by) in pdf.text
    assert max(pdf.sizes_of_letters()) >= 30


def test_sixty_items_are_all_there(catalog):
    codes = [f"x.{key}" for key in exhibit_ids()][:60]
    deck = deck_of(catalog, codes, title="Everything")
    pdf = Pdf(handout.pdf(deck))
    said = squeezed(pdf.text)
    assert len(pdf) > 2
    for slide in whole_slides(deck):
        assert squeezed(slide.heading) in said, slide.heading
