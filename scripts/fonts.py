"""Makes the fonts of `fonts/` from the full families: run by hand when a family or the set of characters changes.

Give it a folder that holds the seven upstream files named in `SOURCES` (the static TrueType files of Google Fonts and the
collection of Noto Sans CJK, all under the SIL Open Font License). It writes each font as TrueType for paper and pictures, the Latin ones also as WOFF2 for
the offline deck, and `coverage.json`: the characters that can be printed.

Two families reserve their name for unchanged files, so their subsets bear a name of our own.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FONTS = Path(__file__).resolve().parent.parent / "fonts"

_LATIN = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x300), *range(0x300, 0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070),
    *range(0x2070, 0x20A0), *range(0x20A0, 0x20C1), *range(0x2100, 0x2140), *range(0x2150, 0x2190), *range(0x2190, 0x21FF),
    *range(0x2200, 0x2270), *range(0x25A0, 0x2600), 0xFB01, 0xFB02,
)  # fmt: skip
_GREEK_AND_CYRILLIC = (*range(0x370, 0x400), *range(0x400, 0x530))
_HEBREW = (*range(0x590, 0x600), *range(0xFB1D, 0xFB50))
_ARABIC = (*range(0x600, 0x700), *range(0x750, 0x780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))
# All Hangul syllables and letters, kana, full-width forms, and the Chinese characters of the Korean standard KS X 1001.
_HANJA = tuple(ord(bytes((high, low)).decode("euc_kr")) for high in range(0xCA, 0xFE) for low in range(0xA1, 0xFF))
# Further Chinese characters: the common ones of Japan (JIS X 0208) and China (GB 2312), first level each, and ㎏.
_JAPANESE = tuple(ord(bytes((high, low)).decode("euc_jp", "replace")[0]) for high in range(0xB0, 0xD0) for low in range(0xA1, 0xFF))
_CHINESE = tuple(ord(bytes((high, low)).decode("gb2312", "replace")[0]) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
_KOREAN = (
    *range(0xAC00, 0xD7A4), *range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0), *_HANJA,
)  # fmt: skip

# Upstream file, name of ours, family name of ours (empty: unchanged), characters.
SOURCES: tuple[tuple[str, str, str, tuple[int, ...]], ...] = (
    ("SourceSans3_400Regular.ttf", "sans-regular", "Inroads Sans", _LATIN + _GREEK_AND_CYRILLIC),
    ("SourceSans3_600SemiBold.ttf", "sans-semibold", "Inroads Sans", _LATIN + _GREEK_AND_CYRILLIC),
    ("SourceSerif4_600SemiBold.ttf", "serif-semibold", "Inroads Serif", _LATIN + _GREEK_AND_CYRILLIC),
    ("NotoSansKR_500Medium.ttf", "korean", "", _KOREAN),
    ("NotoSansCJK-Regular.ttc", "han", "", (*_JAPANESE, *_CHINESE, 0x338F)),
    ("NotoSansArabic_500Medium.ttf", "arabic", "", _ARABIC),
    ("NotoSansHebrew_500Medium.ttf", "hebrew", "", _HEBREW),
)


def _rename(font: TTFont, family: str) -> None:
    """Gives a subset our own family name, with its style kept in the typographic names."""
    style = "SemiBold" if font["OS/2"].usWeightClass == 600 else "Regular"
    plain = family.replace(" ", "")
    names = {1: family if style == "Regular" else f"{family} {style}", 2: "Regular", 3: f"{plain}-{style}", 4: f"{family} {style}"}
    names |= {6: f"{plain}-{style}", 16: family, 17: style}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names or record.nameID in (21, 22, 25):
            table.removeNames(nameID=record.nameID)
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)


def _to_true_type(font: TTFont) -> None:
    """Turns cubic outlines into TrueType ones: checkers of accessible PDF files misread the widths of the others."""
    names, drawn = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in names:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = names, outlines
    for name in names:
        outlines[name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(outlines[name], "xMin", 0) or 0)
    for key in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions"):
        setattr(font["maxp"], f"max{key}", int(key == "Zones"))
    for key in ("ComponentElements", "Points", "Contours", "CompositePoints", "CompositeContours", "ComponentDepth"):
        setattr(font["maxp"], f"max{key}", 0)
    font["maxp"].tableVersion, font["post"].formatType, font.sfntVersion = 0x00010000, 3.0, "\000\001\000\000"
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]


def make(folder: Path) -> None:
    """Writes all fonts and the list of characters. Raises FileNotFoundError when an upstream file is missing."""
    covered: dict[str, set[int]] = {}
    for upstream, name, family, wanted in SOURCES:
        font = TTFont(folder / upstream, fontNumber=0)
        options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False, glyph_names=False)
        subsetter = Subsetter(options)
        # The characters that the Korean font has are always taken from it.
        subsetter.populate(unicodes=set(wanted) - covered.get("korean", set()))
        subsetter.subset(font)
        if "CFF " in font:
            _to_true_type(font)
        if family:
            _rename(font, family)
        covered[name] = set(font.getBestCmap())
        font.save(FONTS / f"{name}.ttf")
        if family:  # other scripts are cut down to the letters of each deck when it is made
            font.flavor = "woff2"
            font.save(FONTS / f"{name}.woff2")
    stretches = {name: _ranges(points) for name, points in covered.items()}
    (FONTS / "coverage.json").write_text(json.dumps(stretches, separators=(",", ":")) + "\n", encoding="utf-8")


def _ranges(points: set[int]) -> list[list[int]]:
    """The characters as first and last of each stretch."""
    ordered = sorted(points)
    breaks = [index for index, (left, right) in enumerate(pairwise(ordered)) if right != left + 1]
    starts = [ordered[0], *(ordered[index + 1] for index in breaks)]
    ends = [*(ordered[index] for index in breaks), ordered[-1]]
    return [[start, end] for start, end in zip(starts, ends, strict=True)]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
