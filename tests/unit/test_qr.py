"""QR codes hold their address: read back by a decoder that shares nothing with the writer."""

import io
import re
import xml.etree.ElementTree as ET

import pytest
import zxingcpp
from PIL import Image

from lib.export import qr
from lib.links import MOST_SCANNED

LINKS = [
    "https://inroads.example/",
    "https://inroads.example/exhibit?id=departures.arrivals_by_year&sex=women&years=2010-2020",
    "http://192.168.1.20:8501/act",
    "https://xn--bj0bj06e.example/%ED%83%88%EB%B6%81",
    "https://inroads.example/" + "x" * (MOST_SCANNED - 24),
]
SVG = "{http://www.w3.org/2000/svg}"


def read(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


def picture_of(modules, dark=0, light=255, scale=6):
    """A code as pixels, with the light zone around it."""
    size = len(modules) + 2 * qr.QUIET
    picture = Image.new("L", (size, size), light)
    for y, row in enumerate(modules):
        for x, module in enumerate(row):
            picture.putpixel((x + qr.QUIET, y + qr.QUIET), dark if module else light)
    return picture.resize((size * scale, size * scale), Image.Resampling.NEAREST)


def modules_of(drawing):
    """The dark modules of the vector graphic: a path of strokes along the middle of each row, with moves relative to the last end."""
    path = next(item for item in drawing.iter(f"{SVG}path") if item.get("stroke"))
    size = int(float(drawing.get("viewBox").split()[2]))
    rows = [[False] * size for _row in range(size)]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-0-9. ]+)", path.get("d")):
        given = [float(number) for number in re.findall(r"-?[0-9]*\.?[0-9]+", numbers)]
        if command == "h":
            for step in range(int(given[0])):
                rows[int(y)][int(x) + step] = True
            x += given[0]
        elif command == "M":
            x, y = given
        else:
            x, y = x + given[0], y + given[1]
    return rows


@pytest.mark.parametrize("link", LINKS)
def test_the_picture_holds_the_address(link):
    assert read(Image.open(io.BytesIO(qr.png(link)))) == [link]
    assert read(Image.open(io.BytesIO(qr.png(link, 3)))) == [link]


@pytest.mark.parametrize("link", LINKS)
def test_the_modules_hold_the_address(link):
    assert read(picture_of(qr.modules(link))) == [link]


@pytest.mark.parametrize("link", LINKS)
def test_the_vector_graphic_draws_the_same_modules_inside_a_light_zone(link):
    drawing = ET.fromstring(qr.svg(link))  # noqa: S314 - written by this project
    drawn, modules = modules_of(drawing), qr.modules(link)
    inner = [row[qr.QUIET : -qr.QUIET] for row in drawn[qr.QUIET : -qr.QUIET]]
    assert [tuple(row) for row in inner] == list(modules)
    assert sum(map(sum, drawn)) == sum(map(sum, modules)), "nothing is drawn in the light zone"


def test_the_vector_graphic_fills_its_frame_and_is_dark_on_white():
    drawing = ET.fromstring(qr.svg(LINKS[0]))  # noqa: S314 - written by this project
    assert drawing.get("width") is None
    assert drawing.get("height") is None
    ground, strokes = list(drawing.iter(f"{SVG}path"))
    size = drawing.get("viewBox").split()[2]
    assert (ground.get("fill"), strokes.get("stroke")) == ("#fff", "#000")
    assert ground.get("d").startswith(f"M0 0h{size}v{size}")


@pytest.mark.parametrize("link", ["", "/departures", "https://inroads.example/" + "x" * MOST_SCANNED])
@pytest.mark.parametrize("make", [qr.svg, qr.png, qr.modules])
def test_an_address_that_a_hall_cannot_scan_gets_no_code(make, link):
    with pytest.raises(ValueError, match="address for a QR code"):
        make(link)
