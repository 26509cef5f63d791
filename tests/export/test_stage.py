"""The offline deck as a file: what it holds of each slide."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from lib.charts.spec import drawn, legend
from lib.charts.theme import DARK, LIGHT
from lib.export import stage
from lib.export.stage import drawings
from tests.export.stage_decks import CODES, SITE, deck
from tests.export.stage_tree import read, sections


def one_line(text):
    return " ".join(text.split())


def test_every_slide_is_a_section_with_its_place_and_its_heading(shown, tree):
    found = sections(tree)
    count = len(shown.slides)
    assert count > len(CODES) + 2
    assert [each.attributes["aria-label"] for each in found] == [
        f"{number} of {count}: {slide.heading}" for number, slide in enumerate(shown.slides, start=1)
    ]
    for slide, each in zip(shown.slides, found, strict=True):
        headings = each.all("h1") + each.all("h2")
        assert [heading.text for heading in headings] == [slide.heading]
        assert each.attributes["aria-roledescription"] == "slide"
        assert "hidden" not in each.attributes, "without the script every slide is seen"
        assert slide.caption in each.text
        assert [p.text for p in each.has_class("source")] == [slide.source_line]
    assert [each.attributes["lang"] for each in tree.all("html")] == ["en"]
    assert [each.text for each in tree.all("title")] == ["Winter talk"]


def test_charts_hold_the_numbers_of_their_slides(shown, tree):
    charts = 0
    for slide, each in zip(shown.slides, sections(tree), strict=True):
        marks = [node for node in each.all() if "data-ref" in node.attributes]
        if slide.chart is None:
            assert marks == []
            continue
        charts += 1

        def numbers(texts):
            return tuple(text if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text) else float(text) for text in texts)

        expected = Counter((ref, numbers(map(str, values))) for ref, values in drawn(slide.chart))
        found = Counter((node.attributes["data-ref"], numbers(node.attributes["data-values"].split())) for node in marks)
        assert found == expected, slide.heading
        (picture,) = each.has_class("chart")
        assert picture.attributes["role"] == "img"
        assert picture.attributes["aria-label"] == slide.alt
        assert [li.text for li in each.all("li")] == [str(words) for _role, _shape, words in legend(slide.chart)]
        assert each.all("title") == [], "browsers would show it beside the mouse"
    assert charts >= 5


def test_figures_lines_cares_and_tables_are_all_there(shown, tree):
    kinds = set()
    for slide, each in zip(shown.slides, sections(tree), strict=True):
        kinds.add(slide.kind)
        text = each.text
        for words in (slide.figure, *slide.lines, *slide.care):
            assert words in text
        assert text.count("Take care:") == len(slide.care)
        if slide.table:
            rows = [tuple(cell.text for cell in row.all("td")) for row in each.all("tr")][1:]
            assert rows
            assert rows == list(slide.table.rows[: len(rows)])
            left = slide.table.left_out + len(slide.table.rows) - len(rows)
            assert (f"{left} more row" in text) == (left > 0)
            assert [cell.text for cell in each.all("th")] == list(slide.table.headers)
    assert kinds == {"title", "chart", "table", "figure", "action", "closing"}


def test_parts_of_a_chart_say_which_they_are(shown, tree):
    parts = [(slide.part, each) for slide, each in zip(shown.slides, sections(tree), strict=True) if slide.part[1] > 1]
    assert parts
    for (number, count), each in parts:
        assert [part.text for part in each.has_class("part")] == [f" · {number} of {count}"]


def test_notes_are_complete_and_closed(shown, tree):
    panel = next(iter(tree.all("aside")))
    assert "hidden" in panel.attributes
    for number, slide in enumerate(shown.slides, start=1):
        note = next(iter(tree.all("div", id=f"note-{number}")))
        assert "hidden" in note.attributes
        if slide.notes:
            said = slide.notes
            for words in (
                *said.say,
                *said.avoid,
                said.counted,
                said.not_counted,
                said.as_of,
                said.confidence,
                *said.caveats,
                *said.sources,
            ):
                assert one_line(words) in one_line(note.text)
        if number < len(shown.slides):
            assert shown.slides[number].heading in note.text, "the speaker sees what comes next"


def test_the_speakers_name_stands_on_the_first_slide_only(file, tree):
    assert file.count("Pat Example") == 1
    assert "Pat Example" in sections(tree)[0].text


def test_slides_without_an_address_have_no_code_and_use_its_room(shown, tree):
    bare = read(stage.html(deck(site="")))
    assert bare.has_class("code") == []
    assert "at the address" not in bare.text
    wide, narrow = (
        [float(svg.attributes["viewbox"].split()[2]) for chart in each.has_class("chart") for svg in chart.all("svg")]
        for each in (bare, tree)
    )
    assert min(wide) > max(narrow)
    assert len(tree.has_class("code")) == len(shown.slides)
    labels = {each.attributes["aria-label"] for each in tree.all("div", role="img")}
    assert f"QR code: {SITE.removeprefix('https://')}" in labels


def test_one_drawing_serves_both_halls(file, tree):
    body = file[file.index("<body>") :]
    colours = {
        colour.upper()
        for theme in (LIGHT, DARK)
        for colour in (theme.background, theme.text, theme.quiet, theme.grid, *theme.roles.values())
    }
    assert [colour for colour in colours if colour in body.upper()] == []
    used = set(re.findall(r"var\(--([a-z-]+)\)", body))
    assert {"women", "quiet", "grid", "paper"} & used
    for theme in (LIGHT, DARK):
        named = dict(pair.split(":") for pair in drawings.properties(theme).removeprefix("--").rstrip(";").split(";--"))
        assert used <= set(named)
        assert named["accent"] == theme.colour("accent")
    assert f'html[data-hall="dark"]{{{drawings.properties(DARK)}}}' in tree.all("style")[0].text


def test_every_colour_of_the_light_hall_has_its_own_in_the_dark():
    for role, colour in LIGHT.roles.items():
        found = drawings._for_both_halls(f'<path fill="{colour}" stroke="none"/>')
        name = re.search(r"var\(--([a-z-]+)\)", found).group(1)
        assert f"--{name}:{DARK.colour(role)};" in drawings.properties(DARK)
    with pytest.raises(ValueError, match="#123456"):
        drawings._for_both_halls('<path stroke="#123456"/>')


def test_texts_say_themselves_in_which_direction_they_are_read():
    tree = read(stage.html(deck(("x.reference.glossary",), title="מרכז הקהילה", host="Leeds")))
    first = sections(tree)[0]
    assert [each.attributes["dir"] for each in first.all("header")] == ["rtl"]
    texts = [each for part in (*tree.all("main"), *tree.all("aside")) for name in ("h2", "td", "th", "dd") for each in part.all(name)]
    assert {each.attributes.get("dir") for each in texts} == {"auto"}


def test_the_hall_and_the_paper_of_the_plan():
    text = stage.html(deck(("f.arrivals.latest",), hall="dark", paper="letter"))
    assert 'data-hall="dark"' in text[:200]
    assert "@page{size:letter landscape" in text
