"""Reads a file of slides back, for its tests."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation

from lib.catalog import Catalog
from lib.export.deck import build_deck
from lib.export.plan import Plan, item_of
from lib.export.slide import Deck
from lib.export.slides import pptx

SITE, TODAY = "https://inroads.example", date(2026, 11, 22)
PIXEL = 6350


def deck_of(catalog: Catalog, *codes: str, site: str = SITE, **words: Any) -> Deck:
    return build_deck(catalog, Plan(**words).with_items([item_of(catalog, code) for code in codes]), site, TODAY)


def opened(deck: Deck) -> Any:
    return Presentation(io.BytesIO(pptx(deck)))


def every(shapes: Any) -> Iterator[Any]:
    """All shapes, those inside groups too, in reading order."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from every(shape.shapes)


def chart_of(slide: Any) -> Any:
    """The native chart of a slide, or None."""
    return next((shape.chart for shape in every(slide.shapes) if getattr(shape, "has_chart", False)), None)


def sheet_of(chart: Any) -> list[tuple[Any, ...]]:
    """The rows of the workbook inside a chart, its header first."""
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [tuple(row) for row in book.active.iter_rows(values_only=True)]


def alt(shape: Any) -> str:
    return str(shape.element.find(".//{*}cNvPr").get("descr") or "")


def words(slide: Any) -> str:
    """All words on a slide."""
    found = [shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame]
    for shape in every(slide.shapes):
        if getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def box(shape: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape in pixels of a screen of 1920 by 1080."""
    x, y = shape.left / PIXEL, shape.top / PIXEL
    return x, y, x + shape.width / PIXEL, y + shape.height / PIXEL
