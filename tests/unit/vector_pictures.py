"""Reads SVG charts back: marks with their places, axes, texts with the room they take."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log10

from lib.catalog import load_catalog
from lib.charts.parts import parts
from lib.exhibits import exhibit, exhibit_ids
from lib.typefaces import width

NS = "{http://www.w3.org/2000/svg}"
SIZES = {"deck": (1728.0, 600.0, 29.0), "card": (1080.0, 560.0, 26.0), "paper": (300.0, 190.0, 8.5)}


@cache
def charts():
    """Every chart of the registry by the id of its exhibit, and every part of the long ones."""
    found = {}
    catalog = load_catalog()
    for exhibit_id in exhibit_ids():
        chart = exhibit(catalog, exhibit_id).chart
        if chart is None:
            continue
        found[exhibit_id] = chart
        pieces = parts(chart)
        found |= {f"{exhibit_id}#{n}": piece for n, piece in enumerate(pieces) if len(pieces) > 1}
    return found


@dataclass(frozen=True)
class Axis:
    kind: str
    low: float
    high: float
    start: float
    end: float

    def place(self, value):
        part = log10(value / self.low) / log10(self.high / self.low) if self.kind == "log" else (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)


@dataclass(frozen=True)
class Drawn:
    """One mark: its row key, what it says it shows, its category or date, and where its parts stand."""

    ref: str
    values: tuple[str, ...]
    x: str
    rects: tuple[tuple[float, float, float, float], ...]
    spots: tuple[tuple[float, float], ...]
    range_ends: tuple[float, ...]
    fills: tuple[str, ...]


def picture(text):
    return ET.fromstring(text)  # noqa: S314 - our own output


def axes(root):
    found = {}
    for item in root.iter(f"{NS}g"):
        if "data-axis" in item.attrib:
            ends = item.attrib["data-domain"].split()
            low, high = ((date.fromisoformat(e).toordinal() if "-" in e[1:] and "e" not in e else float(e)) for e in ends)
            start, end = map(float, item.attrib["data-range"].split())
            found[item.attrib["data-axis"]] = Axis(item.attrib["data-scale"], low, high, start, end)
    return found


def _drawn(item):
    inside = list(item) or [item]
    rects, spots, ends, fills = [], [], [], []
    for part in inside:
        if part.tag == f"{NS}rect":
            x, y, wide, tall = (float(part.attrib[name]) for name in ("x", "y", "width", "height"))
            rects.append((x, y, x + wide, y + tall))
            fills.append(part.attrib["fill"])
        elif "transform" in part.attrib:
            spots.append(tuple(float(n) for n in re.findall(r"[-\d.]+", part.attrib["transform"])))
            fills.append(part.attrib["fill"])
        elif found := re.fullmatch(r"M([-\d.]+) ([-\d.]+)([HV])([-\d.]+)", part.attrib["d"]):
            ends += [float(found[1] if found[3] == "H" else found[2]), float(found[4])]
    values = tuple(item.attrib["data-values"].split())
    return Drawn(item.attrib["data-ref"], values, item.attrib.get("data-x", ""), tuple(rects), tuple(spots), tuple(ends), tuple(fills))


def marks(root):
    return [_drawn(item) for item in root.iter() if "data-ref" in item.attrib]


def box(item):
    size, x, y = (float(item.attrib[name]) for name in ("font-size", "x", "y"))
    wide = width(item.text, size, bold=item.attrib.get("font-weight") == "600")
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[item.attrib.get("text-anchor", "start")]
    return left, y - 0.74 * size, left + wide, y + 0.2 * size


def texts(root):
    """Every text with the room it takes."""
    return [(item.text, box(item)) for item in root.iter(f"{NS}text")]


def overlaps(found):
    """Pairs of texts that touch."""
    return [
        (one, other)
        for n, (one, a) in enumerate(found)
        for other, b in found[:n]
        if a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1
    ]
