"""The fonts of paper and pictures: which files there are, what they cover, how texts are measured and broken."""

import json
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from lib import typefaces
from lib.catalog import DATA_DIR
from lib.typefaces import FACES, FONTS, MISSING, FontsMissingError, covered, faces_for, file, printable, width, wrapped

KOREAN, ARABIC, HEBREW = "탈북민", "كوريا", "קוריאה"
MOST_BYTES = 7 * 1024 * 1024  # as fonts/README.md promises


def characters(path):
    with TTFont(path) as font:
        return set(font.getBestCmap())


@pytest.fixture(scope="module")
def cmaps():
    return {face.name: characters(file(face.name)) for face in FACES}


def test_every_file_is_there_and_together_they_stay_small():
    typefaces.complete()
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_file_is_what_it_is_called(face):
    with TTFont(file(face.name)) as font:
        names = {font["name"].getDebugName(number) for number in (1, 16)}
        assert face.family in names or any(name and name.startswith(face.family) for name in names)
        assert font["OS/2"].usWeightClass == face.weight
        assert font["OS/2"].fsType == 0, "it may be put into files"


@pytest.mark.parametrize("face", faces_for("Arrivals"), ids=lambda face: face.name)
def test_the_font_of_the_deck_has_the_same_characters(face, cmaps):
    path = file(face.name, "woff2")
    assert path.read_bytes()[:4] == b"wOF2"
    assert characters(path) == cmaps[face.name]


def test_the_license_of_the_fonts_is_with_them():
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    for owner in ("Adobe", "Noto"):
        assert owner in text
    assert "Copyright" in text


def test_the_list_of_characters_is_that_of_the_files(cmaps):
    listed = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
    assert {name: {point for first, last in pairs for point in range(first, last + 1)} for name, pairs in listed.items()} == cmaps


def test_stretches_of_the_list_are_in_order_and_apart():
    for pairs in json.loads((FONTS / "coverage.json").read_text(encoding="utf-8")).values():
        assert all(first <= last for first, last in pairs)
        assert all(before[1] + 1 < after[0] for before, after in pairwise(pairs))


def test_every_character_of_the_data_can_be_printed():
    texts = (path.read_text(encoding="utf-8") for path in DATA_DIR.rglob("*.csv"))
    assert {character for text in texts for character in text if not covered(character)} == set()


def test_all_latin_fonts_have_what_our_texts_use(cmaps):
    needed = set(map(ord, "ABCXYZabcxyzÀéîñøßŁčşž0123456789–—…“”‘’«»·×÷−≤≥≈€£¥₩%°©²³½§¶ αβωБЖя"))
    for name in ("sans-regular", "sans-semibold", "serif-semibold"):
        assert needed - cmaps[name] == set(), name
    assert ord(MISSING) in cmaps["sans-regular"]
    assert cmaps["sans-regular"] == cmaps["sans-semibold"], "what is printable is so in bold too"


def test_what_no_font_has_becomes_a_box_and_nothing_else_changes():
    text = f"Kim — 金正恩 {KOREAN} {ARABIC} {HEBREW} café\n№ 1 \u200f"
    assert printable(text) == text
    assert printable("a\U0001f600b\u0000c\U000e0041") == f"a{MISSING}b{MISSING}c{MISSING}"
    assert not covered("\U0001f600")
    assert len(printable("\u0f00" * 5)) == 5


def test_what_only_the_face_of_headings_has_is_no_text_for_everywhere():
    assert not covered("₿")
    assert printable("Give ₿") == f"Give {MISSING}"
    assert width("⇒", 100, serif=True) == width("⇒", 100, bold=True), "headings borrow it from the face that has it"


def test_only_the_fonts_that_a_text_needs_are_named():
    assert [face.name for face in faces_for("Arrivals")] == ["sans-regular", "sans-semibold", "serif-semibold"]
    assert {face.name for face in faces_for(f"{KOREAN} {HEBREW}")} >= {"korean", "hebrew"}
    assert "arabic" not in {face.name for face in faces_for(KOREAN)}
    assert "arabic" in {face.name for face in faces_for(ARABIC)}


@pytest.mark.parametrize("text", ["Arrivals in South Korea", KOREAN, f"{ARABIC} 2025", "W" * 40])
def test_widths_grow_with_size_and_length(text):
    assert width(text, 20) == pytest.approx(2 * width(text, 10))
    assert width(text + text, 20) > 1.9 * width(text, 20)
    assert width("", 20) == 0


def test_a_width_is_the_sum_of_the_advances_of_the_font():
    with TTFont(file("sans-regular")) as font:
        cmap, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        units = sum(advances[cmap[ord(character)]][0] for character in "nnnnnnnn")
    assert width("nnnnnnnn", 100) == pytest.approx(units * 100 / em, rel=0.02)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("room", [90, 240, 700])
@pytest.mark.parametrize(
    "text",
    [
        "At least 1,076 people were sent back from China since 2020, by the count of one group.",
        "Incomprehensibilities" * 6,
        f"{KOREAN} " * 12,
        KOREAN * 14,
        f"{ARABIC} {HEBREW} " * 6,
        "one\ntwo three\n\nfour",
    ],
)
def test_no_line_is_wider_than_its_room(text, room, bold):
    lines = wrapped(text, 30, room, bold)
    assert all(width(line, 30, bold) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split()), "no character is lost"


def test_given_line_breaks_are_kept():
    assert wrapped("one\ntwo three\n\nfour", 10, 1000) == ("one", "two three", "", "four")


def test_a_missing_file_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    with pytest.raises(FontsMissingError, match=r"fonts/sans-regular\.ttf"):
        typefaces.complete()
    for kept in (typefaces._stretches, typefaces._face_of):
        kept.cache_clear()
    try:
        with pytest.raises(FontsMissingError, match=r"coverage\.json"):
            covered("a")
    finally:
        typefaces._stretches.cache_clear()
