"""Words on and beside share cards: tables, captions that explain marks, posts, descriptions."""

import re

import pytest

from lib.exhibits import exhibit_ids, fact_ids
from lib.export import cards
from lib.export.card_captions import explanations, fitted, title_of
from lib.export.slide import Slide, Table
from lib.topics.actions import actions
from tests.export.card_slides import PIXELS, SITE, data_of, slide_of, text_of


@pytest.fixture(scope="module")
def laid_out(catalog):
    """Every exhibit as (slide, what the template reads for each shape, post, description), laid out once."""
    found = {}
    for key in exhibit_ids():
        slide = slide_of(catalog, f"x.{key}")
        found[key] = slide, {shape: data_of(slide, shape) for shape in PIXELS}, cards.post_text(slide), cards.alt_text(slide)
    return found


def test_tables_stand_on_cards_or_are_not_spoken_of(laid_out):
    tables = [entry for entry in laid_out.values() if entry[0].kind == "table"]
    assert len(tables) > 50
    for slide, shapes, _post, alt in tables:
        for shape, data in shapes.items():
            if not data["tables"]:
                assert text_of(data["caption"]) == title_of(slide.caption), slide.item
                continue
            shown = data["tables"][0]
            rows = [tuple(text_of(cell) for cell in row) for row in shown["rows"]]
            assert len(rows) >= min(2, len(slide.table.rows)), slide.item
            assert tuple(rows) == slide.table.rows[: len(rows)], slide.item
            assert tuple(text_of(cell) for cell in shown["headers"]) == slide.table.headers
            missing = slide.table.left_out + len(slide.table.rows) - len(rows)
            assert bool(shown["more"]) == bool(missing), (slide.item, shape)
            if missing:
                assert re.match(rf"{missing} more rows?\b", text_of(shown["more"]))
                assert ("scan the code" in text_of(shown["more"])) == bool(data["qr"]), "a card says where the rest is"
            assert slide.table.rows[0][0].rstrip(".") in alt, slide.item
    slide, shapes, _post, alt = laid_out["disagreements.link_cost"]
    assert len(shapes["wide"]["tables"][0]["rows"]) == 6, "6 figures stand side by side"
    assert "US$2,500" in alt


def test_a_table_of_which_no_two_rows_fit_is_not_promised():
    cell = "many words that fill a cell " * 40
    slide = Slide(
        kind="table", heading="Two findings", caption="Findings · each with who says so", alt="A table of 2 findings.",
        table=Table(("What", "Who"), ((cell, cell), (cell, cell))), source_line="Source: A · as of 2025 · reported", address=SITE, scan=SITE,
    )  # fmt: skip
    for shape in PIXELS:
        assert not data_of(slide, shape)["tables"]
        assert text_of(data_of(slide, shape)["caption"]) == "Findings"
    assert cards.alt_text(slide) == "Two findings. Source: A · as of 2025 · reported."
    assert cards.post_text(slide).splitlines()[0].endswith("as of 2025 · reported.")


def test_marks_are_explained_where_they_are_drawn_and_only_there(laid_out):
    undrawn = 0
    for slide, shapes, _post, alt in laid_out.values():
        if not slide.chart:
            continue
        for shape, data in shapes.items():
            caption = text_of(data["caption"])
            if data["svg"]:
                assert all(piece.casefold() in caption.casefold() for piece in explanations(slide.caption)), (slide.item, shape)
            else:
                assert caption == title_of(slide.caption), (slide.item, shape)
        if not all(data["svg"] for data in shapes.values()):
            undrawn += 1
            assert alt == f"{slide.heading}. {slide.source_line}.", slide.item
            assert not re.search(r"\b(?:hatched|hollow|diamonds?|dots?|[Bb]ars|[Bb]oard|[Oo]ne line|marks?)\b", alt), slide.item
        else:
            assert alt.startswith(slide.alt.removesuffix(".")), slide.item
            assert slide.source_line in alt
    assert undrawn > 3


@pytest.mark.parametrize(
    ("longest", "expected"),
    [
        (200, "The river · US dollars of the time. Hollow: disputed. 1 undated price is not drawn."),
        (72, "US dollars of the time. Hollow: disputed. 1 undated price is not drawn."),
        (60, "The river · US dollars of the time. Hollow: disputed"),
        (42, "US dollars of the time. Hollow: disputed"),
        (20, "Hollow: disputed"),
        (10, "The river"),
        (7, "The …"),
    ],
)
def test_a_short_caption_keeps_what_explains_marks(longest, expected):
    caption = "The river · US dollars of the time. Hollow: disputed. 1 undated price is not drawn."
    assert fitted(caption, lambda text: len(text) <= longest) == expected


def test_a_short_caption_keeps_the_question_that_the_heading_answers():
    caption = "How many people are hidden? · each side with who says so · hollow: disputed"
    assert fitted(caption, lambda text: len(text) <= 50) == "How many people are hidden? · hollow: disputed"


def test_posts_are_short_and_say_finding_date_and_address(catalog, laid_out):
    for slide, _shapes, post, _alt in laid_out.values():
        _source, date_of, confidence = slide.source_line.rsplit(" · ", 2)
        assert len(post) <= 280, slide.item
        assert post.endswith(f"\n{slide.address}")
        assert post.startswith((slide.heading, title_of(slide.caption))), slide.item
        assert date_of in post, slide.item
        assert confidence in post, slide.item
    for key in fact_ids():
        slide = slide_of(catalog, f"f.{key}")
        post = cards.post_text(slide)
        assert len(post) <= 280, key
        assert post.endswith(slide.address)
        assert slide.figure in post, key
        assert slide.source_line.rsplit(" · ", 2)[1].removeprefix("as of ") in post, key
    for action in actions(catalog):
        slide = slide_of(catalog, f"a.{action.action_id}")
        assert cards.post_text(slide).startswith(slide.heading)
        assert len(cards.post_text(slide)) <= 280


def test_a_long_finding_gives_way_to_the_title_with_its_date(laid_out):
    assert laid_out["costs.ladder"][2].splitlines()[0] == "Prices of each leg of the way out (as of 9 August 2024, disputed)."


def test_a_post_says_as_of_when_and_how_sure_where_there_is_room(catalog):
    assert cards.post_text(slide_of(catalog, "x.departures.arrivals_by_year")).splitlines()[0] == (
        "Arrivals in South Korea peaked at 2,914 in 2009, fell to 63 in 2021 and came to 223 in 2025 (as of 4 February 2026, verified)."
    )
    figure = cards.post_text(slide_of(catalog, "f.arrivals.latest"))
    assert "Ministry of Unification, as of 4 February 2026" in figure


def test_alternative_texts_say_what_is_seen(catalog, laid_out):
    assert all(20 < len(entry[3]) <= 1000 for entry in laid_out.values())
    for key in fact_ids():
        slide = slide_of(catalog, f"f.{key}")
        assert slide.figure in cards.alt_text(slide)
    action = slide_of(catalog, "a.fund-link-rescue")
    assert all(f"Take care: {text}" in cards.alt_text(action) for text in action.care)


def test_very_long_texts_are_cut_in_alternative_texts_only():
    slide = Slide(kind="action", heading="Heading", lines=("word " * 400,), source_line="Source: A")
    assert len(cards.alt_text(slide)) <= 1000
    assert cards.alt_text(slide).endswith(" …")
