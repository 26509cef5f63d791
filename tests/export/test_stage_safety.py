"""The offline deck as a file: nothing is asked of a network, no text becomes markup, and fonts are those that it needs."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from hashlib import sha256

import pytest
from fontTools.ttLib import TTFont

from lib import typefaces
from lib.export import stage
from lib.export.plan import LONGEST
from tests.export.stage_decks import HOSTILE, deck
from tests.export.stage_tree import read, sections


def test_only_the_files_own_style_and_script_may_run(file, tree):
    policy = next(each.attributes["content"] for each in tree.all("meta") if "http-equiv" in each.attributes)
    for name in ("style", "script"):
        (element,) = tree.all(name)
        digest = base64.b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert file.index("Content-Security-Policy") < file.index("<style")


def test_nothing_is_asked_of_any_network(file, tree):
    for element in tree.all():
        for name, value in element.attributes.items():
            assert name != "style"
            assert not name.startswith("on"), name
            if name in ("src", "href", "srcset", "action", "data", "poster") and element.name != "a":
                assert value == "data:,", (element.name, name, value)
    style = tree.all("style")[0].text
    assert set(re.findall(r"url\(([^,]{1,40})", style)) == {"data:font/woff2;base64", "data:font/woff;base64"}
    assert re.findall(r"url\((?!data:)", style) == []
    assert "@import" not in style
    assert not re.search(r"fetch|XMLHttp|WebSocket|sendBeacon|eval|innerHTML|localStorage|import\(", tree.all("script")[0].text)
    assert [each.attributes["rel"] for each in tree.all("a")] == ["noopener noreferrer"]
    assert len(file) < 1_500_000


def test_hostile_texts_stay_texts():
    hostile = deck(
        ("f.arrivals.latest",),
        title=HOSTILE[: LONGEST["title"]],
        host="'-->\"><b>",
        call="</style></script>{name}",
        speaker="\x00\x1b\u202eX",
    )
    found = stage.html(hostile)
    tree = read(found)
    assert [len(tree.all(name)) for name in ("script", "style", "img", "b")] == [1, 1, 0, 0]
    first, last = sections(tree)[0], sections(tree)[-1]
    assert first.all("h1")[0].text == HOSTILE[: LONGEST["title"]]
    assert "'-->\"><b>" in first.text
    assert last.all("h2")[0].text == "</style></script>{name}"
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", found)


def test_only_addresses_of_the_web_become_links(shown):
    closing = replace(shown.slides[-1], address="javascript:alert(1)")
    tree = read(stage.html(replace(shown, slides=(*shown.slides[:-1], closing))))
    assert tree.all("a") == []
    tree = read(stage.html(deck(("f.arrivals.latest",), link="https://example.org/a?b=1&c=2")))
    assert [each.attributes["href"] for each in tree.all("a")] == ["https://example.org/a?b=1&c=2"]
    assert tree.all("a")[0].text == "example.org/a?b=1&c=2"


def families(text):
    return re.findall(r'@font-face\{font-family:"([^"]+)"', text)


def test_fonts_are_there_only_when_their_letters_are():
    plain = deck(("a.check-before-you-give",))
    assert families(stage.html(plain)) == ["Inroads Sans", "Inroads Sans", "Inroads Serif"]
    mixed = stage.html(deck(("a.check-before-you-give",), title="탈북민의 저녁", host="מרכז", speaker="محمد"))
    assert families(mixed)[3:] == ["Noto Sans KR", "Noto Sans Arabic", "Noto Sans Hebrew"]
    assert len(mixed) < 700_000
    assert families(stage.html(deck(("x.reference.glossary",))))[3:4] == ["Noto Sans KR"], "letters of a table count"


def embedded(text, family):
    data = re.search(rf'font-family:"{family}"[^}}]*data:font/woff;base64,([^)]+)', text).group(1)
    return TTFont(io.BytesIO(base64.b64decode(data)), checkChecksums=2)


def test_the_korean_font_has_the_letters_of_the_deck_as_the_whole_one_draws_them():
    text = stage.html(deck(("x.reference.glossary",), title="탈북민의 저녁 中"))
    small, whole = embedded(text, "Noto Sans KR"), TTFont(typefaces.file("korean"))
    ours, theirs = small.getBestCmap(), whole.getBestCmap()
    wanted = {ord(character) for character in text if typefaces.script_of(character) == "korean"}
    assert len(wanted) > 20
    assert wanted <= set(ours)
    for point in wanted:
        assert small["glyf"][ours[point]].getCoordinates(small["glyf"]) == whole["glyf"][theirs[point]].getCoordinates(whole["glyf"])
        assert small["hmtx"][ours[point]] == whole["hmtx"][theirs[point]]
    assert ord("힣") not in ours, "other letters come from other fonts, never as blanks"


@pytest.mark.parametrize(
    ("title", "family", "feature"), [("\u1112\u1161\u11ab", "Noto Sans KR", "vjmo"), ("محمد", "Noto Sans Arabic", "init")]
)
def test_letters_that_are_joined_keep_what_joins_them(title, family, feature):
    font = embedded(stage.html(deck(("a.check-before-you-give",), title=title)), family)
    assert feature in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_a_missing_font_is_said(monkeypatch, tmp_path, shown):
    for path in typefaces.FONTS.iterdir():
        if path.name != "serif-semibold.woff2":
            (tmp_path / path.name).symlink_to(path)
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    with pytest.raises(typefaces.FontsMissingError, match=r"serif-semibold\.woff2"):
        stage.html(shown)
