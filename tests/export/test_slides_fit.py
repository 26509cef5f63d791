"""What fits on the slides of a file: headings in a wider font, whole rows of tables, names of rows, large words for short texts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from lib.charts.spec import Board
from lib.exhibits import exhibit_ids, fact_ids
from lib.export.slide import Deck, Table
from lib.export.slides_look import LINE, ROOM, Box, clean, cut, heading_size, height, lines, text_width
from lib.export.slides_table import table_of
from lib.topics.actions import actions
from tests.export.slides_read import box, deck_of, every, opened, words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# How far each character of DejaVu Serif reaches, in 2048th parts of its size, read from its file (without kerning, which
# only brings letters closer). It stands here because the font need not be where the tests run.
DEJAVU_SERIF = {
    563: "'", 635: "j", 651: " ,.·‘’", 655: "il", 690: "/:;\\|", 692: "-", 758: "f", 799: "()[]", 809: "I", 821: "J", 823: "!t",
    942: '"', 979: "r", 1024: "*_`–", 1047: "“”", 1051: "s", 1079: "z", 1098: "?", 1147: "c", 1155: "x", 1157: "vy", 1212: "eé",
    1221: "a", 1233: "oö", 1241: "k", 1303: "$0123456789{}", 1311: "bdgpq", 1319: "hnuñü", 1352: "Y", 1360: "L", 1366: "T",
    1378: "P", 1403: "S", 1421: "F", 1423: "Z", 1458: "X", 1479: "AV", 1495: "E", 1505: "B", 1530: "K", 1542: "R", 1567: "C",
    1636: "G", 1642: "D", 1679: "OQ", 1716: "#+<=>^~×≤≥", 1726: "U", 1753: "w", 1786: "H", 1792: "N", 1823: "&", 1942: "m",
    1946: "%", 2048: "@—…", 2097: "M", 2105: "W",
}  # fmt: skip
REACH = {character: reach for reach, characters in DEJAVU_SERIF.items() for character in characters}


def reach(text: str, size: float) -> float:
    """How wide a line is in DejaVu Serif; a character that is not listed counts as the widest."""
    return sum(REACH.get(character, 2105) for character in text) * size / 2048


def lines_in_dejavu(text: str, size: float, room: float) -> int:
    count, line = 1, ""
    for word in text.split():
        line, before = f"{line} {word}".strip(), line
        if before and reach(line, size) > room:
            count, line = count + 1, word
    return count


@pytest.fixture(scope="module")
def everything(catalog) -> list[Deck]:
    """Every exhibit, every figure and every action."""
    codes = [f"x.{key}" for key in exhibit_ids()] + [f"f.{key}" for key in fact_ids()]
    codes += [f"a.{action.action_id}" for action in actions(catalog)]
    return [deck_of(catalog, *codes[start : start + 60]) for start in range(0, len(codes), 60)]


def test_headings_and_figures_fit_where_georgia_is_missing(everything):
    checked = 0
    for deck in everything:
        for slide in deck.slides:
            size = heading_size(clean(slide.heading))
            shown = cut(clean(slide.heading), size, ROOM, 4, serif=True)
            assert lines_in_dejavu(shown, size, ROOM) <= len(lines(shown, size, ROOM, serif=True)), slide.heading
            if slide.figure:
                assert reach(slide.figure, 100) <= text_width(slide.figure, 100, serif=True), slide.figure
            checked += 1
    assert checked > 300


def test_the_rows_of_a_dispute_all_fit(catalog):
    deck = deck_of(catalog, "x.disagreements.link_cost")
    slide, page = deck.slides[1], opened(deck).slides[1]
    table = next(shape.table for shape in page.shapes if shape.has_table)
    assert len(slide.table.rows) == 6
    assert [tuple(cell.text for cell in row.cells) for row in table.rows][1:] == list(slide.table.rows)
    assert "more row" not in words(page)


def test_headers_and_cells_of_tables_can_be_read(everything):
    for deck in everything:
        kept = [slide for slide in deck.slides if slide.kind == "table"]
        for page in opened(replace(deck, slides=(deck.slides[0], *kept))).slides:
            for shape in page.shapes:
                if shape.has_table:
                    sizes = {int(node.get("sz")) / 50 for node in shape.element.iter(f"{A}rPr")}
                    assert min(sizes) >= 26


SENTENCE = "People who left say that they paid for a guide, for papers and for food, and that a relative abroad sent the money in two parts over one winter to the town of. "


def long_table(rows: int, left_out: int, length: int = 160) -> Table:
    return Table(("Who", "When", "What"), tuple((f"Row {row}", "2019", (SENTENCE * 9)[:length]) for row in range(rows)), left_out)


@pytest.mark.parametrize(("rows", "left_out"), [(1, 0), (6, 0), (6, 9), (12, 0), (12, 40), (0, 0)])
@pytest.mark.parametrize("high", [150, 300, 420, 640])
def test_a_table_shows_whole_rows_and_as_many_as_fit(rows, left_out, high):
    table, below = long_table(rows, left_out), 34.0
    room = Box(96, 300, 1504, high)
    xml, total, shown = table_of(table, room, below, "Table", "A table")
    whole = shown == rows and not left_out
    assert total <= (high if whole else high - below)
    assert xml.count("<a:tr ") == shown + 1
    assert all(f">{cell}</a:t>" in xml for row in table.rows[:shown] for cell in row) or shown == 1  # no cell is cut
    assert all(f"Row {row}<" not in xml for row in range(shown, rows))
    assert shown >= min(rows, 1)


def test_text_becomes_smaller_before_a_row_is_left_out():
    table = Table(("Who",), (("Pat",),) * 6)
    header, row = 28 * LINE + 18, 32 * LINE + 18
    smallest = 26 * LINE + 10

    def shown(high: float, left_out: int = 0) -> tuple[int, bool]:
        xml, _total, count = table_of(replace(table, left_out=left_out), Box(96, 300, 1504, high), 34, "Table", "A table")
        return count, 'sz="1600"' in xml

    assert shown(header + 6 * row + 0.1) == (6, True)
    assert shown(header + 6 * row - 1) == (6, False)
    assert shown(header + 6 * row + 0.1, left_out=3) == (6, False)  # the words on rows left out need room too
    assert shown(header + 6 * row + 34.1, left_out=3) == (6, True)
    assert shown(7 * smallest + 0.1) == (6, False)
    assert shown(7 * smallest - 1) == (5, False)  # the words on the row left out stand where it would have stood


def test_a_row_that_is_higher_than_the_slide_is_cut_where_it_says_so():
    table = long_table(3, 0, 1400)
    xml, total, shown = table_of(table, Box(96, 600, 1504, 200), 34, "Table", "A table")
    assert (shown, "…" in xml) == (1, True)
    assert total <= 166


def test_names_of_rows_take_two_lines_before_they_are_cut(catalog):
    deck = deck_of(catalog, "x.foreigners.border_timeline")
    checked = 0
    for slide, page in zip(deck.slides, opened(deck).slides, strict=True):
        if not isinstance(slide.chart, Board):
            continue
        names = {str(row.label) for row in slide.chart.rows}
        shapes = [shape for shape in every(page.shapes) if shape.has_text_frame and shape.name in names]
        assert {shape.text_frame.text for shape in shapes} == names  # none is cut
        placed = sorted(box(shape) for shape in shapes)
        for shape in shapes:
            size = int(shape.element.find(f".//{A}rPr").get("sz")) / 50
            left, top, right, bottom = box(shape)
            assert height(shape.text_frame.text, size, right - left) <= bottom - top + 0.1
            checked += height(shape.text_frame.text, size, right - left) > size * LINE
        assert all(upper[3] <= lower[1] + 0.1 for upper, lower in pairwise(placed))
    assert checked >= 3


def sizes_of(page) -> list[float]:
    body = next(shape for shape in page.placeholders if shape.placeholder_format.idx == 1)
    return [int(node.get("sz")) / 50 for node in body.element.iter(f"{A}rPr")]


def test_short_texts_are_large_and_all_of_them_fit(everything):
    largest: dict[str, float] = {}
    for deck in everything:
        kept = [slide for slide in deck.slides if slide.kind in ("action", "figure")]
        for slide, page in zip(kept, list(opened(replace(deck, slides=(deck.slides[0], *kept))).slides)[1:], strict=True):
            body = next(shape for shape in page.placeholders if shape.placeholder_format.idx == 1)
            left, top, right, bottom = box(body)
            paragraphs = body.text_frame.paragraphs
            assert len(paragraphs) == len(slide.lines) + len(slide.care)
            tall = sum(
                height(paragraph.text, paragraph.runs[0].font.size.pt * 2, right - left)
                + (paragraph.space_before.pt * 2 if paragraph.space_before else 0)
                for paragraph in paragraphs
            )
            assert tall <= bottom - top
            largest[slide.kind] = max(largest.get(slide.kind, 0), *sizes_of(page))
            assert max(sizes_of(page)) < heading_size(slide.heading)
    assert largest == {"action": 56, "figure": 44}


def test_care_is_smaller_than_what_to_do(catalog):
    deck = deck_of(catalog, "a.fund-link-rescue")
    slide = replace(deck.slides[1], lines=("Write one letter.",), care=("Ask first.",))
    page = opened(replace(deck, slides=(deck.slides[0], slide))).slides[1]
    assert sizes_of(page) == [56, 44, 44]


def test_hundreds_of_marks_on_one_letter_do_not_leave_the_slide(catalog):
    deck = deck_of(catalog, "f.arrivals.latest", title="e" + "\u0301" * 159, host="Zoë\u0308")
    title, host = (shape.text_frame.text for shape in list(opened(deck).slides[0].placeholders)[:2])
    assert title == "e" + "\u0301" * 4
    assert host == "Zoë\u0308"
