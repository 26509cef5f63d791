"""The slides as a file: titles, words, notes, pictures, links, and that hostile or foreign texts stay texts."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lib.charts.theme import DARK, LIGHT
from lib.exhibits import exhibit_ids, fact_ids
from lib.export.sets import SETS
from lib.export.slides import pptx
from lib.topics.actions import actions
from tests.export.slides_read import SITE, alt, box, chart_of, deck_of, every, opened, words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOSTILE = "<script>hit()</script> \"><img src=x onerror='hit()'> ]]> {{x}} #set &lt;b&gt; =cmd|'/c calc'!A1"
KOREAN, HEBREW, ARABIC = "북한이탈주민 이야기", "שלום לכולם", "مرحبا بالجميع"
LONG = "An evening about people who left, why so few can leave now, what it costs them, who helps on the way, and what each of us here can do about it this very week"
MIXED = (
    "f.arrivals.latest", "x.departures.arrivals_by_year", "x.costs.ladder", "x.policy.office_board", "x.information.laws",
    "x.reference.glossary", "x.departures.forced_returns", "a.fund-link-rescue", "f.barriers.mobile_subscriptions",
)  # fmt: skip


@pytest.fixture(scope="module")
def sets(catalog):
    """Each ready set as it was meant and as the file holds it, light and dark."""
    found = []
    for number, ready in enumerate(SETS):
        deck = deck_of(catalog, *ready.codes, title="Winter talk", host="A library", day="2026-12-10", hall=("light", "dark")[number % 2])
        found.append((deck, opened(deck)))
    return found


def test_slides_and_titles_are_those_of_the_deck(sets):
    for deck, file in sets:
        assert [page.shapes.title.text_frame.text for page in file.slides] == [slide.heading for slide in deck.slides]
        assert (file.slide_width, file.slide_height) == (12192000, 6858000)


def test_what_a_slide_says_stands_on_it(sets):
    for deck, file in sets:
        for slide, page in zip(deck.slides, file.slides, strict=True):
            said = words(page)
            assert slide.figure in said
            assert slide.source_line in said
            for line in (*slide.care, *(slide.lines if slide.kind in ("title", "figure", "action", "closing") else ())):
                assert line in said
            if slide.care:
                assert "Take care: " in said


def test_pictures_charts_tables_and_groups_say_what_they_show(sets):
    seen = Counter()
    for deck, file in sets:
        for slide, page in zip(deck.slides, file.slides, strict=True):
            for shape in every(page.shapes):
                kind = shape.shape_type
                if kind in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE):
                    assert alt(shape), (slide.heading, shape.name)
                    seen[kind] += 1
                    if kind in (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE):
                        assert alt(shape) == slide.alt
                assert shape.name
                if kind == MSO_SHAPE_TYPE.GROUP:
                    assert not [node for node in shape.element.iter() if node.get("noGrp") == "1"]
            ids = [node.get("id") for node in page.shapes.element.iter() if node.tag.endswith("}cNvPr")]
            assert len(ids) == len(set(ids))
    assert len(seen) == 4


def test_a_code_leads_to_its_address_and_says_so(sets):
    for deck, file in sets:
        for slide, page in zip(deck.slides, file.slides, strict=True):
            pictures = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
            assert len(pictures) == (1 if slide.address else 0)
            for picture in pictures:
                assert slide.address in alt(picture)
                assert picture.click_action.hyperlink.address == slide.address


def test_without_an_address_there_is_no_code_and_no_link(catalog):
    file = opened(deck_of(catalog, *MIXED, site=""))
    for page in file.slides:
        assert not [shape for shape in every(page.shapes) if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert not [relation for relation in page.part.rels.values() if relation.is_external]


def test_only_addresses_of_the_web_are_linked(catalog):
    deck = deck_of(catalog, "f.arrivals.latest")
    for address in ("javascript:hit()", "file:///etc/passwd", "https://a@b.example/", "mailto:x@example.org"):
        closing = replace(deck.slides[-1], address=address)
        file = opened(replace(deck, slides=(*deck.slides[:-1], closing)))
        targets = [relation.target_ref for page in file.slides for relation in page.part.rels.values() if relation.is_external]
        assert targets
        assert all(target.startswith(SITE) for target in targets)


def test_the_last_slide_leads_to_the_call(catalog):
    deck = deck_of(catalog, "f.arrivals.latest", call="Write to your minister", link="https://example.org/write")
    page = opened(deck).slides[-1]
    linked = [
        run for shape in page.placeholders for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.hyperlink.address
    ]
    assert [(run.text, run.hyperlink.address) for run in linked] == [("example.org/write", "https://example.org/write")]
    assert page.shapes.title.text_frame.text == "Write to your minister"


def test_notes_hold_what_the_speaker_needs(sets):
    for deck, file in sets:
        for slide, page in zip(deck.slides, file.slides, strict=True):
            assert page.has_notes_slide == (slide.notes is not None)
            if slide.notes is None:
                continue
            said = page.notes_slide.notes_text_frame.text
            if not slide.goes_on:
                whole = (*slide.notes.say, *slide.notes.avoid, slide.notes.counted, slide.notes.not_counted, slide.notes.confidence)
                assert all(text in said for text in (*whole, *slide.notes.caveats))
            assert slide.notes.as_of in said
            assert all(text in said for text in slide.notes.sources[:12])
            assert not any(f"\n{text}" in said for text in slide.notes.sources[12:])
            rest = len(slide.notes.sources) - 12
            assert (f"{rest} more at {slide.address}" in said) == (rest > 0)


def test_a_chart_that_goes_on_points_back_and_keeps_its_sources(catalog):
    deck = deck_of(catalog, "x.departures.forced_returns")
    parts = [(slide, page) for slide, page in zip(deck.slides, opened(deck).slides, strict=True) if slide.goes_on]
    assert parts
    for slide, page in parts:
        said = page.notes_slide.notes_text_frame.text
        assert slide.notes.say[0] not in said
        assert slide.notes.sources[0] in said
        assert "2 of 2" in words(page)


def test_hostile_texts_stay_texts(catalog):
    plan = {"title": HOSTILE, "host": HOSTILE, "speaker": HOSTILE, "call": HOSTILE}
    deck = deck_of(catalog, *MIXED, **plan)
    slides = [
        replace(slide, heading=HOSTILE, caption=HOSTILE, source_line=HOSTILE, alt=HOSTILE) if slide.item else slide for slide in deck.slides
    ]
    content = pptx(replace(deck, slides=tuple(slides)))
    file = Presentation(io.BytesIO(content))
    for page in file.slides:
        assert page.shapes.title.text_frame.text == HOSTILE
    assert any(alt(shape) == HOSTILE for page in file.slides for shape in every(page.shapes))
    assert file.core_properties.title == file.core_properties.author == HOSTILE
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            assert b"<script" not in packed.read(name)
            assert b"<img" not in packed.read(name)


@pytest.mark.parametrize("name", [KOREAN, HEBREW, ARABIC])
def test_names_of_other_scripts_keep_language_and_direction(catalog, name):
    page = opened(deck_of(catalog, "f.arrivals.latest", title=name, host=name)).slides[0]
    assert page.shapes.title.text_frame.text == name
    for paragraph in page.shapes.title.element.iter(f"{A}p"):
        turned = paragraph.find(f"{A}pPr").get("rtl") == "1"
        assert turned == (name != KOREAN)
        assert paragraph.find(f"{A}r/{A}rPr").get("lang") == {KOREAN: "ko-KR", HEBREW: "he-IL", ARABIC: "ar-SA"}[name]


def test_characters_that_a_file_cannot_hold_are_left_out(catalog):
    deck = deck_of(catalog, *MIXED)
    bad = "a\x00b\x0bc\x1fd\ufffee\ud800f"
    slides = [replace(slide, heading=bad, caption=bad, alt=bad, source_line=bad, lines=(bad,)) for slide in deck.slides]
    noted = [replace(slide, notes=replace(slide.notes, say=(bad,))) if slide.notes else slide for slide in slides]
    file = opened(replace(deck, slides=tuple(noted), plan=replace(deck.plan, host=bad)))
    assert all(page.shapes.title.text_frame.text == "abcdef" for page in file.slides)
    assert "abcdef" in file.slides[1].notes_slide.notes_text_frame.text


def inside_and_apart(deck, file) -> None:
    """Nothing leaves the slide, nothing touches the source line, and words at the top stand above each other."""
    for slide, page in zip(deck.slides, file.slides, strict=True):
        placed = {shape.placeholder_format.type: shape for shape in page.placeholders}
        source = next((shape for shape in page.placeholders if shape.placeholder_format.idx == 14), None)
        for shape in every(page.shapes):
            left, top, right, bottom = box(shape)
            assert left >= 0, (slide.heading, shape.name)
            assert top >= 0, (slide.heading, shape.name)
            assert right <= 1921, (slide.heading, shape.name)
            assert bottom <= 1081, (slide.heading, shape.name)
            if source is None or shape.shape_id == source.shape_id:
                continue
            line = box(source)
            assert bottom <= line[1] + 1 or left >= line[2] - 1 or right <= line[0] + 1 or top >= line[3], (slide.heading, shape.name)
        caption = next((shape for shape in page.placeholders if shape.placeholder_format.idx == 13), None)
        if caption is not None:
            assert box(page.shapes.title)[3] <= box(caption)[1]
        assert placed


def test_nothing_leaves_the_slide_or_touches_the_source_line(sets, catalog):
    for deck, file in sets:
        inside_and_apart(deck, file)
    deck = deck_of(
        catalog, *MIXED, title="W" * 160, host="H" * 120, speaker="S" * 120, call="C" * 200, link="https://example.org/" + "x" * 270
    )
    long = [
        replace(slide, heading=LONG * 2, caption=LONG * 3, source_line=LONG * 2, lines=(LONG * 4,) * 3 if slide.lines else ())
        for slide in deck.slides
    ]
    inside_and_apart(deck, opened(deck))
    stretched = replace(deck, slides=tuple(long))
    inside_and_apart(stretched, opened(stretched))


def test_words_for_the_hall_are_large_enough(sets):
    for _deck, file in sets:
        for page in file.slides:
            sizes = [int(node.get("sz")) for node in page.shapes.element.iter(f"{A}rPr") if node.get("sz")]
            assert min(sizes, default=1200) >= 1200
            chart = chart_of(page)
            if chart:
                assert min(int(node.get("sz")) for node in chart.part._element.iter() if node.get("sz")) >= 1400


def test_tables_are_tables_and_name_what_they_leave_out(catalog):
    deck = deck_of(catalog, "x.information.laws", "x.policy.calendar", "x.reference.glossary", "x.barriers.families")
    for slide, page in zip(deck.slides[1:-1], list(opened(deck).slides)[1:-1], strict=True):
        table = next(shape.table for shape in page.shapes if shape.has_table)
        rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
        assert table.first_row
        assert rows[0] == slide.table.headers
        assert rows[1:] == list(slide.table.rows[: len(rows) - 1])
        assert len(rows) >= 4
        left_out = slide.table.left_out + len(slide.table.rows) - len(rows) + 1
        assert (f"{left_out} more row" in words(page)) == (left_out > 0)


def test_file_says_what_it_is_and_looks_like_the_project(catalog):
    for hall, theme in (("light", LIGHT), ("dark", DARK)):
        file = opened(deck_of(catalog, *MIXED, title="Winter talk", host="A library", hall=hall))
        said = file.core_properties
        assert (said.title, said.author, said.language) == ("Winter talk", "A library", "en-US")
        assert {layout.name for layout in file.slide_layouts} == {page.slide_layout.name for page in file.slides}
        colours = file.slide_master.element.find(".//{*}clrMap")
        part = next(r.target_part for r in file.slide_master.part.rels.values() if r.reltype.endswith("/theme")).blob.decode()
        ground = part.split(f"<a:{colours.get('bg1')}>")[1].split('val="')[1][:6]
        assert f"#{ground}" == theme.background
        assert 'latin typeface="Georgia"' in part
        assert part.count('ea typeface="Malgun Gothic"') == 2
    assert opened(deck_of(catalog, "f.arrivals.latest")).core_properties.author == "Inroads"


def test_slides_are_numbered(sets):
    for _deck, file in sets:
        for number, page in enumerate(file.slides, start=1):
            fields = [node for node in page.shapes.element.iter(f"{A}fld") if node.get("type") == "slidenum"]
            assert [field.find(f"{A}t").text for field in fields] == [str(number)]


def test_sixty_items_fit_into_one_file(catalog):
    codes = [f"f.{key}" for key in fact_ids()][:40] + [f"a.{action.action_id}" for action in actions(catalog)][:10]
    codes += [f"x.{key}" for key in exhibit_ids()][:10]
    deck = deck_of(catalog, *codes)
    file = opened(deck)
    assert len({slide.item for slide in deck.slides if slide.item}) == 60
    assert len(file.slides) == len(deck.slides)
    inside_and_apart(deck, file)


def test_filters_that_leave_nothing_say_so(catalog):
    deck = deck_of(catalog, "f.arrivals.latest")
    nothing = replace(deck.slides[1], kind="empty", heading="Arrivals by year", lines=("Nothing in the data fits.",), figure="", notes=None)
    page = opened(replace(deck, slides=(deck.slides[0], nothing, deck.slides[-1]))).slides[1]
    assert "Nothing in the data fits." in words(page)
    assert not page.has_notes_slide


def parts_of(content: bytes) -> dict[str, bytes]:
    """What a file holds, but the time at which it was made and the workbooks, which hold such a time too."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if "embeddings" not in name and name != "docProps/core.xml"}


def test_two_readers_at_once_get_their_own_files(catalog):
    decks = [deck_of(catalog, *MIXED, hall="light", title="One"), deck_of(catalog, *MIXED[:5], hall="dark", title="Two")]
    alone = [parts_of(pptx(deck)) for deck in decks]
    with ThreadPoolExecutor(4) as pool:
        together = [parts_of(content) for content in pool.map(pptx, [*decks, *decks])]
    assert together == [*alone, *alone]


def test_the_writer_of_files_is_not_loaded_with_the_pages():
    code = "import sys; import lib.exhibits, lib.export.slides; print([name for name in ('pptx', 'xlsxwriter', 'PIL', 'segno') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
