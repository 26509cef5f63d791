"""The Korean font with the letters that a deck needs: the whole one would make every file five times as large.

Most decks name a few sources in Korean. The outlines of all other glyphs are emptied and their numbers kept, so that
few tables have to change; the file is then packed as WOFF, which needs nothing but zlib.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

# What browsers need to draw single letters; tables for vertical text and for joined old letters are left out.
_KEPT = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_COMPOSITE_WORDS, _COMPOSITE_MORE = 0x0001, 0x0020
_COMPOSITE_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))
# Old letters that are joined from parts need the tables that are left out.
_JOINED = (0x1100, 0x11FF)


def joins(characters: Iterable[str]) -> bool:
    """Whether a text has letters that only the whole font can join."""
    return any(_JOINED[0] <= ord(character) <= _JOINED[1] for character in characters)


@lru_cache(maxsize=2)
def _tables(path: Path, _changed: int) -> dict[str, bytes]:
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("ascii"): data[start : start + length] for tag, _sum, start, length in entries}


def _glyphs(cmap: bytes, points: Iterable[int]) -> dict[int, int]:
    """The glyphs of characters, from the table's part for the first plane of Unicode (format 4)."""
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        start = struct.unpack_from(">HHL", cmap, 4 + 8 * index)[2]
        if struct.unpack_from(">H", cmap, start)[0] == 4:
            found = {point: _glyph(cmap[start:], point) for point in points}
            return {point: glyph for point, glyph in found.items() if glyph}
    raise ValueError("the font has no table of characters")


def _glyph(table: bytes, point: int) -> int:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    index = bisect_left(ends, point)
    place = 16 + 2 * count + 2 * index
    if index == count or struct.unpack_from(">H", table, place)[0] > point:
        return 0
    first, delta, offset = (struct.unpack_from(">H", table, place + 2 * count * step)[0] for step in range(3))
    if not offset:
        return int(point + delta) & 0xFFFF
    glyph: int = struct.unpack_from(">H", table, place + 4 * count + offset + 2 * (point - first))[0]
    return (glyph + delta) & 0xFFFF if glyph else 0


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    """A table of these characters alone, so that browsers look for others elsewhere: each is a stretch of its own."""
    points = [*sorted(glyphs), 0xFFFF]
    deltas = [(glyphs.get(point, 0) - point) & 0xFFFF for point in points]
    count = len(points)
    power = count.bit_length() - 1
    numbers = (2 * count, 2 << power, power, 2 * count - (2 << power), *points, 0, *points, *deltas, *[0] * count)
    table = struct.pack(f">{len(numbers) + 3}H", 4, 2 * len(numbers) + 6, 0, *numbers)
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + table


def _parts(outline: bytes) -> list[int]:
    """The glyphs that a composite glyph is put together from; none for a plain one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, place, flags = [], 10, _COMPOSITE_MORE
    while flags & _COMPOSITE_MORE:
        flags, glyph = struct.unpack_from(">HH", outline, place)
        found.append(glyph)
        place += 8 if flags & _COMPOSITE_WORDS else 6
        place += next((size for flag, size in _COMPOSITE_SCALES if flags & flag), 0)
    return found


def woff(path: Path, characters: Iterable[str]) -> bytes:
    """A TrueType font as WOFF with these characters only. Raises ValueError for a font without a table of characters."""
    tables = dict(_tables(path, path.stat().st_mtime_ns))
    long_places = struct.unpack_from(">h", tables["head"], 50)[0]
    form, unit = ("L", 1) if long_places else ("H", 2)
    places = [place * unit for (place,) in struct.iter_unpack(f">{form}", tables["loca"])]
    outlines = tables["glyf"]
    glyphs = _glyphs(tables["cmap"], {ord(character) for character in characters if ord(character) < 0xFFFF})
    wanted, waiting = {0}, [0, *glyphs.values()]
    while waiting:
        glyph = waiting.pop()
        wanted.add(glyph)
        waiting += [part for part in _parts(outlines[places[glyph] : places[glyph + 1]]) if part not in wanted]
    kept, new_places = bytearray(), [0]
    for glyph in range(len(places) - 1):
        if glyph in wanted:
            kept += outlines[places[glyph] : places[glyph + 1]]
            kept += b"\0" * (-len(kept) % 4)
        new_places.append(len(kept))
    tables["cmap"] = _cmap(glyphs)
    tables["glyf"] = bytes(kept)
    tables["loca"] = struct.pack(f">{len(new_places)}{form}", *(place // unit for place in new_places))
    tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:]  # the sum over the whole font, which no browser reads
    tables["post"] = struct.pack(">L", 0x00030000) + tables["post"][4:32]
    return _packed({tag: tables[tag] for tag in _KEPT})


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    return int(sum(word for (word,) in struct.iter_unpack(">L", padded))) & 0xFFFFFFFF


def _packed(tables: dict[str, bytes]) -> bytes:
    """Tables as a WOFF file, each packed where that makes it smaller."""
    directory, body = b"", b""
    start = 44 + 20 * len(tables)
    for tag, data in tables.items():
        packed = zlib.compress(data, 9)
        packed = packed if len(packed) < len(data) else data
        directory += struct.pack(">4sLLLL", tag.encode("ascii"), start + len(body), len(packed), len(data), _checksum(data))
        body += packed + b"\0" * (-len(packed) % 4)
    whole = 12 + 16 * len(tables) + sum(len(data) + -len(data) % 4 for data in tables.values())
    header = struct.pack(">4sLLHHLHHLLLLL", b"wOFF", 0x00010000, start + len(body), len(tables), 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return header + directory + body
