"""The handout as a file: tags for screen readers, sheet sizes, letters, failures, two at once."""

import io
import re
import shutil
import threading
from dataclasses import replace
from datetime import date

import pytest
from fontTools.ttLib import TTFont

from lib import typefaces
from lib.export import handout, paper
from lib.export.deck import build_deck
from lib.export.plan import Plan, item_of, read_file, write_file
from lib.export.sets import SETS
from lib.links import web_address
from lib.texts import without_scheme
from lib.typefaces import printable
from tests.export.pdf_reading import Pdf

TODAY = date(2026, 11, 22)
CODES = ("x.departures.arrivals_by_year", "f.returns.since_2020", "x.policy.calendar", "a.fund-link-rescue")


def deck_of(catalog, codes=CODES, site="https://inroads.example", **texts):
    return build_deck(catalog, Plan(**texts).with_items([item_of(catalog, code) for code in codes]), site, TODAY)


@pytest.fixture(scope="module")
def pdf(catalog):
    return Pdf(handout.pdf(deck_of(catalog, title="An evening 탈북", host="Town hall")))


@pytest.fixture(scope="module")
def many(catalog):
    """Handouts of several kinds, by name."""
    decks = {ready.key: deck_of(catalog, ready.codes, title=str(ready.name)) for ready in SETS}
    decks["letter"] = deck_of(catalog, title="Letter", paper="letter")
    decks["nothing"] = deck_of(catalog, (), "")
    decks["long words"] = deck_of(catalog, title="W" * 150, host="H" * 110 + " 가나", speaker="س" * 90, call="C" * 190, paper="letter")
    decks["boards"] = deck_of(catalog, ("x.foreigners.presence_board", "x.information.channel_board", "x.reference.glossary"))
    return {name: handout.pdf(deck) for name, deck in decks.items()}


def test_it_says_of_itself_that_it_follows_pdf_ua(pdf):
    assert pdf.is_tagged
    assert re.search(rb"pdfuaid:part[>=\"]+1", pdf.content)
    assert re.search(rb"/DisplayDocTitle true", pdf.content)
    assert pdf.document.get_metadata_value("Title") == "An evening 탈북"
    assert pdf.document.get_metadata_value("Author") == "Town hall"
    assert pdf.document.get_metadata_value("CreationDate").startswith("D:20261122")
    assert re.search(rb"/Lang ?\(en", pdf.content)


def test_headings_go_down_one_level_at_a_time(pdf):
    levels = [int(tag.kind[1]) for tag in pdf.tags.all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert len(levels) == 1 + len(CODES) + 2, "title, items, the call, sources"
    assert max(levels) == 2


def test_every_figure_says_what_it_shows(pdf, catalog):
    alts = [tag.alt for tag in pdf.tags.all("Figure")]
    chart, code = deck_of(catalog).slides[1].alt, "QR code of"
    assert all(alts)
    assert chart in alts
    assert any(alt.startswith(code) for alt in alts)


def test_sources_are_a_list_with_labels(pdf):
    assert pdf.tags.all("L")
    assert len(pdf.tags.all("Lbl")) == len(pdf.tags.all("LI")) > 0


def test_all_fonts_are_our_own_and_embedded(many):
    own = {TTFont(typefaces.file(face.name))["name"].getDebugName(6).encode() for face in typefaces.FACES}
    for content in many.values():
        names = set(re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z0-9-]+)", content))
        assert names
        assert names <= own
        assert len(re.findall(rb"/FontFile[23] ", content)) >= len(names)


def test_paper_is_as_the_plan_says(catalog):
    a4, letter = (Pdf(handout.pdf(deck_of(catalog, paper=name))).size for name in ("a4", "letter"))
    assert a4 == pytest.approx((595.28, 841.89), abs=0.1)
    assert letter == pytest.approx((612, 792), abs=0.1)


def test_paper_stays_white_in_a_dark_hall(catalog):
    picture = Pdf(handout.pdf(deck_of(catalog, hall="dark"))).picture().convert("RGB")
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert picture.getpixel((picture.width - 3, picture.height - 3)) == (255, 255, 255)


def test_nothing_touches_the_edge(many):
    for name, content in many.items():
        document = Pdf(content)
        for number in range(len(document)):
            picture = document.picture(number, 1.0).convert("L").point(lambda value: 255 if value < 250 else 0)
            left, top, right, bottom = picture.getbbox()
            assert left >= 38, name
            assert top >= 30, name
            assert right <= picture.width - 38, name
            assert bottom <= picture.height - 18, name


def test_letters_are_large_enough_to_read(many):
    for name, content in many.items():
        text_sizes = sorted(Pdf(content).sizes_of_letters())
        assert text_sizes[0] >= 6, (name, text_sizes)
        assert any(size >= 9 for size in text_sizes)


def test_the_same_deck_gives_the_same_file(catalog):
    deck = deck_of(catalog)
    assert handout.pdf(deck) == handout.pdf(deck)


def test_two_at_once_do_not_mix(catalog):
    decks = [deck_of(catalog, ("f.arrivals.latest",), title=f"Evening {name}") for name in ("Anna", "Bora")]
    expected = [handout.pdf(deck) for deck in decks]
    found = {0: [], 1: []}

    def work(place):
        found[place] += [handout.pdf(decks[place]) for _ in range(4)]

    threads = [threading.Thread(target=work, args=(place,)) for place in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {place: [expected[place]] * 4 for place in found}


def test_a_missing_font_is_named(catalog, tmp_path, monkeypatch):
    shutil.copytree(typefaces.FONTS, tmp_path / "fonts")
    (tmp_path / "fonts" / "korean.ttf").unlink()
    monkeypatch.setattr(typefaces, "FONTS", tmp_path / "fonts")
    with pytest.raises(typefaces.FontsMissingError, match="korean"):
        handout.pdf(deck_of(catalog))


def test_a_missing_template_is_named(catalog, tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "TEMPLATES", tmp_path)
    paper._template.cache_clear()
    with pytest.raises(typefaces.FontsMissingError, match=r"handout\.typ"):
        handout.pdf(deck_of(catalog))
    paper._template.cache_clear()


@pytest.mark.parametrize("word", ["Winter \U0001f384", "ชาวเกาหลีเหนือ", "In ⇒ out ↔ ŧ", "Give ₿", "\u0000 \U000e0041 \u202e"])
def test_letters_that_no_font_has_become_boxes_wherever_they_are_typed(catalog, word):
    plan = Plan(title=word, host=word, speaker=word, call=word).with_items([item_of(catalog, "f.arrivals.latest")])
    read = read_file(catalog, write_file(plan)).plan
    link = web_address(f"https://example.org/{word.replace(' ', '')}")
    deck = build_deck(catalog, replace(read, link=link), "https://inroads.example", TODAY)
    text = Pdf(handout.pdf(deck)).text
    shown = printable(read.title)
    assert "".join(shown.split()) in "".join(text.split())
    assert not link or without_scheme(link)[:20] in "".join(text.split())


def test_it_opens_from_memory(pdf):
    assert io.BytesIO(pdf.content).read(5) == b"%PDF-"
