"""How items are put on paper: in order, none lost, none cut, columns even; long charts whole again."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts.parts import parts, whole
from lib.exhibits import exhibit_ids
from lib.export.deck import exhibit_for
from lib.export.paper_blocks import column_widths, link_of
from lib.export.paper_fit import GAP, LEAST, MOST, MOST_GAP, Piece, Room, fit, thirds
from lib.export.plan import item_of
from lib.texts import runs, without_scheme

PIECES = st.lists(st.builds(Piece, st.floats(30, 250), st.sampled_from([0.0, 90.0, 160.0, 300.0])), max_size=24)


def heights(pieces, column):
    return sum(pieces[item.item].words + item.gap + item.chart for item in column)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.integers(1, 2))
def test_items_stay_in_order_and_inside_their_columns(pieces, columns):
    room = Room(columns, 750, 90, 200)
    pages = fit(pieces, room, 60)
    assert pages is not None
    assert [item.item for page in pages for column in page for item in column] == list(range(len(pieces)))
    for number, found in enumerate(pages):
        free = room.column(first=number == 0, last=number == len(pages) - 1)
        assert len(found) == columns
        for column in found:
            assert heights(pieces, column) <= free + 0.1
            for item in column:
                asked = pieces[item.item].chart
                assert LEAST * asked - 0.1 <= item.chart <= MOST * asked + 0.1
                assert item.gap == 0 or GAP <= item.gap <= MOST_GAP


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_no_fewer_pages_would_do(pieces):
    room = Room(2, 750, 90, 200)
    pages = fit(pieces, room, 60)
    assert pages is not None
    assert len(pages) == 1 or fit(pieces, room, len(pages) - 1) is None


def test_what_is_too_high_is_refused():
    assert fit([Piece(900)], Room(2, 750, 90, 200), 60) is None
    assert fit([Piece(300)] * 9, Room(2, 750, 90, 200), 2) is None


def test_columns_of_the_last_page_are_even():
    (page,) = fit([Piece(100)] * 4, Room(2, 750, 90, 200), 1)
    assert [len(column) for column in page] == [2, 2]


def test_a_single_item_stands_in_the_first_column():
    pages = fit([Piece(600), Piece(600), Piece(300, 200)], Room(2, 750, 90, 200), 2)
    assert [[len(column) for column in page] for page in pages] == [[1, 1], [1, 0]]


def test_sources_fill_three_even_columns_and_then_pages():
    assert thirds([10.0] * 9, 500) == (((0, 1, 2), (3, 4, 5), (6, 7, 8)),)
    pages = thirds([10.0] * 100, 200)
    assert [place for page in pages for column in page for place in column] == list(range(100))
    assert len(pages) == 2
    assert all(len(column) * 10 <= 200 for page in pages for column in page)
    assert thirds([], 200) == ()


def test_long_charts_are_whole_again(catalog):
    cut = 0
    for key in exhibit_ids():
        chart = exhibit_for(catalog, item_of(catalog, f"x.{key}"), date(2026, 11, 22)).chart
        if chart is not None:
            pieces = parts(chart)
            cut += len(pieces) > 1
            assert whole(pieces) == chart, key
    assert cut > 3
    with pytest.raises(ValueError, match="at least one"):
        whole(())


def test_numbers_are_drawn_together():
    assert runs((3, 1, 2, 7, 9, 10)) == "1–3, 7, 9, 10"
    assert runs(()) == ""


def test_addresses_are_written_out_and_broken_only_after_the_host():
    assert without_scheme("https://www.example.org/") == "example.org"
    link = link_of("https://en.example.org/a-b/c?d=e&f=g_h")
    assert link["url"] == "https://en.example.org/a-b/c?d=e&f=g_h"
    assert link["pieces"] == ["en.example.org/", "a-b/", "c?", "d=", "e&", "f=", "g_", "h"]
    assert link_of("") is None


def test_columns_of_tables_fill_their_room_and_hold_their_words():
    rows = [("When", "What", "Who"), ("2026-12-08", "A long text about a review of many things " * 3, "Council")]
    widths = column_widths(rows, 8.0, 246.0)
    assert sum(widths) == pytest.approx(246, abs=0.1)
    assert widths[1] > widths[2] > 0
    assert widths[0] >= 40
