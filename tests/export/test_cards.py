"""Share cards: exact sizes, everything said that must be said, readable, the same from two threads."""

import io
import re
import shutil
import threading

import pytest
import zxingcpp
from PIL import Image, ImageChops

from lib import typefaces
from lib.charts.spec import drawn
from lib.exhibits import exhibit, exhibit_ids, fact_ids
from lib.export import cards
from lib.export.card_shapes import LEAST_LETTERS, SHAPES
from lib.export.paper import Paper
from lib.export.slide import Slide
from lib.topics.actions import actions
from tests.export.card_slides import PIXELS, SITE, data_of, slide_of, text_of

KINDS = (
    "x.departures.arrivals_by_year",
    "x.costs.ladder",
    "x.foreigners.presence_board",
    "x.policy.calendar",
    "f.arrivals.latest",
    "a.fund-link-rescue",
)


def picture_of(slide, shape="wide", name="light"):
    return Image.open(io.BytesIO(cards.png(slide, shape, name))).convert("RGB")


def every_code(catalog):
    return [
        *(f"x.{key}" for key in exhibit_ids()),
        *(f"f.{key}" for key in fact_ids()),
        *(f"a.{item.action_id}" for item in actions(catalog)),
    ]


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize("shape", PIXELS)
def test_cards_have_their_exact_size_and_two_looks(catalog, code, shape):
    slide = slide_of(catalog, code)
    light, dark = picture_of(slide, shape), picture_of(slide, shape, "dark")
    assert light.size == dark.size == PIXELS[shape]
    assert light.getpixel((3, 3)) == (0xFB, 0xF8, 0xF2)
    assert dark.getpixel((3, 3)) == (0x0D, 0x14, 0x20)
    for picture in (light, dark):
        ground = Image.new("RGB", picture.size, picture.getpixel((3, 3)))
        left, top, right, bottom = ImageChops.difference(picture, ground).getbbox()
        assert 40 <= left <= 70, "the words begin at the margin"
        assert right - left > picture.width * 0.5
        assert bottom - top > picture.height * 0.6
        assert right <= picture.width - 40
        assert bottom <= picture.height - 30


def test_a_card_shows_the_whole_of_a_long_chart(catalog):
    slide = slide_of(catalog, "x.departures.forced_returns")
    assert slide.part == (1, 1)
    assert slide.chart == exhibit(catalog, "departures.forced_returns").chart
    for shape in PIXELS:
        picture = data_of(slide, shape)["svg"]
        assert all(ref in picture for ref, _values in drawn(slide.chart))


def test_square_cards_and_wide_ones_with_room_have_a_code(catalog):
    for code in KINDS:
        slide = slide_of(catalog, code)
        found = zxingcpp.read_barcodes(picture_of(slide, "square").convert("L"))
        assert [item.text for item in found] == [slide.address], code
    found = zxingcpp.read_barcodes(picture_of(slide_of(catalog, "f.arrivals.latest"), "wide", "dark").convert("L"))
    assert [item.text for item in found] == [f"{SITE}/exhibit?fact=arrivals.latest"]


def test_without_a_site_there_is_no_address_and_no_code(catalog):
    slide = slide_of(catalog, "f.arrivals.latest", site="")
    assert data_of(slide)["address"] is None
    assert data_of(slide)["qr"] is None
    assert picture_of(slide).size == PIXELS["wide"]
    assert "http" not in cards.post_text(slide)


def test_the_address_is_written_out_without_its_scheme(catalog):
    data = data_of(slide_of(catalog, "x.departures.women_share"))
    assert "".join(data["address"]) == "inroads.example/exhibit?id=departures.women_share"
    assert data["name"] == "Inroads"


@pytest.mark.parametrize("shape", PIXELS)
def test_every_card_fits_and_can_be_read(catalog, shape):
    """For all items: nothing stands on the source line, letters are large, the finding and the source are there."""
    size = SHAPES[shape]
    drawn_charts = 0
    for code in every_code(catalog)[::3]:
        slide = slide_of(catalog, code)
        data = data_of(slide, shape)
        assert data["heading"]["text"].replace("\u200b", "") == slide.heading
        assert data["source"]["text"].replace("\u200b", "") == slide.source_line
        assert data["heading_size"] >= 40
        assert min(data["small"], data["legend_size"]) >= 20
        said = Paper("card", data | {"measure": True}).measured()
        if data["svg"]:
            drawn_charts += 1
            letters = [float(found) for found in re.findall(r'font-size="([\d.]+)"', data["svg"])]
            assert min(letters) >= LEAST_LETTERS, code
            chart = data["chart"][1]
            assert all(side == int(side) for side in data["chart"]), "a picture of part of a pixel loses a line amid its letters"
            used = chart + said["foot"] + (said["side"] if data["is_beside"] else said["head"] + said["legend"])
        elif data["tables"]:
            heights = said["tables"][0]
            assert data["tables"][0]["size"] >= LEAST_LETTERS
            more = heights["more"] if data["tables"][0]["more"] else 0
            used = said["head"] + data["gap"] + heights["header"] + sum(heights["rows"]) + more + said["foot"]
        else:
            used = said["head"] + data["gap"] + said["bodies"][0][0] + said["foot"]
            assert data["text_sizes"][0] >= 24
        assert used <= size.room[1], code
    assert drawn_charts > 10


def test_care_is_never_left_out(catalog):
    for action in actions(catalog):
        slide = slide_of(catalog, f"a.{action.action_id}")
        for shape in PIXELS:
            leads = [line for line in data_of(slide, shape)["bodies"][0]["lines"] if line["lead"]]
            assert len(leads) == len(slide.care), action.action_id


@pytest.mark.parametrize("shape", PIXELS)
def test_a_big_figure_has_air_and_keeps_the_words_that_say_what_it_is(catalog, shape):
    """Letters of the figure such as p end above the words below it, and those words are all there."""
    slide = slide_of(catalog, "f.arrivals.latest")
    data = data_of(slide, shape)
    body = data["bodies"][0]
    assert [text_of(line["words"]) for line in body["lines"]] == list(slide.lines)
    picture = picture_of(slide, shape).convert("L")
    dark = [any(value < 120 for value in picture.crop((0, y, picture.width, y + 1)).tobytes()) for y in range(picture.height)]
    runs, start = [], None
    for y, inked in enumerate([*dark, False]):
        if inked and start is None:
            start = y
        elif not inked and start is not None:
            runs.append((start, y))
            start = None
    top, bottom = max(runs, key=lambda run: run[1] - run[0] if run[1] < picture.height * 0.75 else 0)
    others = [run for run in runs if run != (top, bottom)]
    assert min(abs(top - run[1]) for run in others if run[1] <= top) >= 12
    assert min(run[0] - bottom for run in others if run[0] >= bottom) >= 12


def test_hostile_and_endless_words_stay_words():
    slide = Slide(
        kind="action", heading="#set page(width: 1pt) $x$ <script>" + "W" * 120, caption="`raw` *b*", lines=("@ref #panic()",) * 3,
        care=("]]> \\u{41}",), source_line="Source: <b>x</b>", address=f"{SITE}/exhibit?action=x",
    )  # fmt: skip
    for shape, pixels in PIXELS.items():
        assert picture_of(slide, shape).size == pixels
    assert data_of(slide)["bodies"][0]["lines"][0]["words"]["text"] == "@ref #panic()"


def test_an_unknown_shape_is_refused(catalog):
    with pytest.raises(KeyError):
        cards.png(slide_of(catalog, "f.arrivals.latest"), "tall")


def test_a_missing_font_is_named(catalog, tmp_path, monkeypatch):
    slide = slide_of(catalog, "f.arrivals.latest")
    shutil.copytree(typefaces.FONTS, tmp_path / "fonts")
    (tmp_path / "fonts" / "hebrew.ttf").unlink()
    monkeypatch.setattr(typefaces, "FONTS", tmp_path / "fonts")
    with pytest.raises(typefaces.FontsMissingError, match="hebrew"):
        cards.png(slide, "wide")


def test_two_at_once_do_not_mix(catalog):
    slides = [slide_of(catalog, code) for code in ("f.arrivals.latest", "x.departures.arrivals_by_year")]
    expected = [cards.png(slide, "wide") for slide in slides]
    found = {0: [], 1: []}

    def work(place):
        found[place] += [cards.png(slides[place], "wide") for _ in range(4)]

    threads = [threading.Thread(target=work, args=(place,)) for place in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {place: [expected[place]] * 4 for place in found}
