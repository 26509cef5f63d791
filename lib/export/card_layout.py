"""Lays out share cards: finds the sizes at which a finding, its chart or table, its source and its address fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from lib.charts.spec import Chart, legend
from lib.charts.theme import Theme, theme
from lib.charts.vector import natural_height, sign, svg
from lib.export import qr
from lib.export.card_captions import explanations, fitted, title_of, unit_of
from lib.export.card_shapes import LEAST_LETTERS, LETTERS, SHAPES, Shape
from lib.export.card_tables import drawn_table, with_rows
from lib.export.paper import Paper, words
from lib.export.paper_blocks import link_of
from lib.export.slide import Slide
from lib.export.words import TAKE_CARE
from lib.i18n import language
from lib.settings import NAME
from lib.typefaces import width, wrapped

MOST_CLOSE = 0.62  # of the height that a chart asks for: closer lines cannot be read
# What makes a card good: its marks are explained, its unit is said, the whole caption stands there, it has a code, its chart is below the finding.
EXPLAINED, UNIT, UNCUT, SCANNED, BELOW = 1.0, 0.1, 0.1, 0.06, 0.04
MOST_EASE = 2.0  # a chart that has all the height and the letters it asks for
CAPTION_LINES = (2, 3, 4, 1)  # tried in this order: more where that says more, one where the chart needs the room
SMALLER_FIGURES = (1.0, 0.85, 0.7, 0.55)  # a big figure gives way before the words that say what it is


def layout(slide: Slide, shape: str, theme_name: str = "light") -> dict[str, Any]:
    """What the template of cards reads: texts, sizes, and the chart or the rows of the table that fit. Not to be changed.

    `svg` is None and `tables` empty where the finding stands alone. Raises KeyError for an unknown shape or theme.
    """
    return _kept(slide, shape, theme_name, language())


@lru_cache(maxsize=4)  # pictures are followed by their description, which asks what they show
def _kept(slide: Slide, shape: str, theme_name: str, _language: str) -> dict[str, Any]:
    return _Card(slide, SHAPES[shape], theme(theme_name)).data()


class _Card:
    """Finds the sizes at which everything on a card fits."""

    def __init__(self, slide: Slide, shape: Shape, colours: Theme) -> None:
        self.slide, self.shape, self.colours = slide, shape, colours
        self.codes = (qr.svg(slide.scan), None) if slide.scan else (None,)

    def data(self) -> dict[str, Any]:
        """What the template reads."""
        return (self._chart() if self.slide.chart else self._table() if self.slide.table else None) or self._text()

    def _heading(self) -> int:
        long = len(self.slide.heading)
        return self.shape.headings[-3] if long <= 80 else self.shape.headings[-2] if long <= 140 else self.shape.headings[-1]

    def _chart(self) -> dict[str, Any] | None:
        """The chart below its finding, or beside it where it is high; None if it has too many lines."""
        slide, shape = self.slide, self.shape
        if not slide.chart:
            return None
        codes = self.codes if shape.beside else self.codes[:1]
        best: tuple[float, dict[str, Any]] | None = None
        for code, beside, letters in product(codes, (0, *shape.beside), shape.chart):
            base = self._base(self._heading(), code, beside) | self._legend(slide.chart, letters)
            for caption in self._captions(base["chart_beside"] or shape.room[0]):
                told = self._told(caption) - (BELOW if beside else 0) + (SCANNED if code else 0)
                if best and best[0] >= MOST_EASE + told:
                    continue
                option = self._laid_out(base | {"caption": words(caption) if caption else None}, beside)
                if option and (best is None or option[0] + told > best[0]):
                    best = option[0] + told, option[1]
        return best[1] if best else None

    def _captions(self, room: float) -> Iterator[str]:
        """The caption in two lines, in more of them where that says more, and in one."""
        yield from dict.fromkeys(self._fitted(room, most) for most in CAPTION_LINES)

    def _fitted(self, room: float, most: int) -> str:
        return fitted(self.slide.caption, lambda text: len(wrapped(text, self.shape.small, room * 0.97)) <= most)

    def _told(self, caption: str) -> float:
        """How good it is that this much of the caption stands on the card."""
        whole, said = self.slide.caption, caption.casefold()
        explained = all(piece.casefold() in said for piece in explanations(whole))
        unit = UNIT if unit_of(whole).casefold() in said else 0.0
        return (EXPLAINED if explained else 0.0) + unit + UNCUT * len(caption) / max(len(whole), 1)

    def _legend(self, chart: Chart, size: float) -> dict[str, Any]:
        entries = [{"svg": sign(role, mark, self.colours, size), "words": words(str(name))} for role, mark, name in legend(chart)]
        return {"legend": entries, "legend_size": size}

    def _laid_out(self, base: dict[str, Any], beside: int) -> tuple[float, dict[str, Any]] | None:
        """The card with its chart below the heading, or at the right of a heading of this width."""
        shape = self.shape
        said = Paper("card", base | {"measure": True}).measured()
        gap = shape.small * 0.9
        marks = shape.small * 0.5 if base["legend"] else 0
        if not beside:
            high = shape.room[1] - said["head"] - said["legend"] - marks - said["foot"] - 2 * gap
            return self._drawn(base, shape.room[0], high, beside=False, gap=gap)
        if said["narrow"] + gap + said["foot"] > shape.room[1]:
            return None
        high = shape.room[1] - said["side"] - shape.small * 0.8 - marks - said["foot"] - gap
        return self._drawn(base, base["chart_beside"], high, beside=True, gap=gap)

    def _drawn(self, base: dict[str, Any], wide: float, high: float, beside: bool, gap: float) -> tuple[float, dict[str, Any]] | None:
        """The card with its chart, and how much room that has (at most MOST_EASE), or None if the chart would be too small.

        A chart is whole pixels high: a picture of another height is squeezed, and loses a line of pixels amid its letters.
        """
        shape, chart = self.shape, self.slide.chart
        if not chart or high < shape.least_chart:
            return None
        size = base["legend_size"]
        natural = natural_height(chart, wide, size)
        if high < MOST_CLOSE * natural:
            return None
        height = int(min(high, 1.6 * natural))
        drawn = svg(chart, self.colours, wide, height, size)
        smallest = min((float(found) for found in re.findall(r'font-size="([\d.]+)"', drawn)), default=size)
        if smallest < LEAST_LETTERS:
            return None
        return min(1.0, high / natural) + min(1.0, smallest / LETTERS), base | {
            "svg": drawn,
            "chart": (wide, height),
            "is_beside": beside,
            "gap": gap + (0 if beside else (high - height) / 2),
        }

    def _table(self) -> dict[str, Any] | None:
        """The table below its finding with as many whole rows as fit; None if not even two do."""
        slide, shape = self.slide, self.shape
        if not slide.table:
            return None
        caption = self._fitted(shape.room[0], CAPTION_LINES[0])
        gap = shape.small * 1.1
        best: tuple[float, dict[str, Any]] | None = None
        for size in shape.table:
            letters = min(1.0, size / LETTERS) + 0.01 * size
            if best and best[0] >= 1.0 + letters + SCANNED:  # smaller letters cannot be better
                break
            table = drawn_table(slide.table, size, shape.room[0])
            if table["hyphenate"] and size > shape.table[-1]:
                continue
            for code in self.codes:
                base = self._base(self._heading(), code) | {"tables": [table], "caption": words(caption) if caption else None}
                said = Paper("card", base | {"measure": True}).measured()
                room = shape.room[1] - said["head"] - said["foot"] - 2 * gap
                shown, high = with_rows(table, said["tables"][0], room, slide.table.left_out, slide.scan if code else "", slide.address)
                share = len(shown["rows"]) / len(table["rows"])
                ease = share + letters + (SCANNED if code else 0)
                if len(shown["rows"]) >= min(2, len(table["rows"])) and (best is None or ease > best[0]):
                    best = ease, base | {"tables": [shown], "gap": gap + min((room - high) / 2, shape.room[1] * 0.06)}
        return best[1] if best else None

    def _text(self) -> dict[str, Any]:
        """The finding alone, a big figure with its lines, or an action: the largest letters that fit."""
        slide, shape = self.slide, self.shape
        alone = slide.kind in ("chart", "table", "empty")
        code = self.codes[0]
        bodies = self._bodies()
        headings = shape.headings if alone else shape.headings[-3:]
        gap = shape.small * 1.3
        caption = title_of(slide.caption) if alone else self._fitted(shape.room[0], CAPTION_LINES[0])
        said_so = {"caption": words(caption) if caption else None} | ({"caption_size": shape.texts[-1]} if alone else {})
        for size in headings:
            base = self._base(size, code) | {"bodies": bodies} | said_so
            said = Paper("card", base | {"measure": True}).measured()
            room = shape.room[1] - said["head"] - said["foot"] - 2 * gap
            few = len(wrapped(slide.heading, size, shape.room[0], serif=True)) <= (shape.room[1] // 110 if alone else 2)
            for body, heights in zip(bodies, said["bodies"], strict=True):
                fitting = [text for text, high in zip(shape.texts, heights, strict=True) if high <= room]
                if fitting and (size == headings[-1] or (few and body is bodies[0])):
                    free = room - heights[shape.texts.index(fitting[0])]
                    return base | {"bodies": [body], "text_sizes": fitting[:1], "gap": gap + min(free / 2, shape.room[1] * 0.08)}
        return self._base(headings[-1], code) | said_so | {"bodies": [bodies[-1]], "text_sizes": shape.texts[-1:], "gap": gap}

    def _bodies(self) -> list[dict[str, Any]]:
        """What stands below the heading, from all that is known to the least that must be said."""
        slide, shape = self.slide, self.shape
        care = [{"words": words(text), "lead": str(TAKE_CARE)} for text in slide.care]
        plain = [{"words": words(text), "lead": None} for text in slide.lines]
        figure = words(slide.figure) if slide.figure else None
        sizes = [self._figure_size(shape.figure * part) for part in (SMALLER_FIGURES if slide.figure else (1.0,))]
        counts = range(len(plain), 0, -1)
        shorter = [{"figure": figure, "figure_size": size, "lines": [*plain[:count], *care]} for count in counts for size in sizes]
        return [*shorter, {"figure": figure, "figure_size": sizes[-1], "lines": care}]

    def _figure_size(self, most: float) -> float:
        """As large as fits on one line."""
        wide = width(self.slide.figure, most, serif=True) if self.slide.figure else 0.0
        return most * min(1.0, 0.96 * self.shape.room[0] / wide) if wide else 0.0

    def _base(self, heading_size: float, code: str | None, beside: int = 0) -> dict[str, Any]:
        slide, shape, colours = self.slide, self.shape, self.colours
        address = link_of(slide.scan or slide.address)
        return {
            "measure": False,
            "language": language(),
            "size": shape.size,
            "margin": shape.margin,
            "small": shape.small,
            "colours": {
                "background": colours.background,
                "ink": colours.text,
                "quiet": colours.quiet,
                "line": colours.grid,
                "accent": colours.colour("accent"),
            },
            "heading": words(slide.heading),
            "heading_size": heading_size,
            "caption": None,
            "caption_size": shape.small,
            "legend": [],
            "legend_size": shape.chart[0],
            "svg": None,
            "chart": (0, 0),
            "tables": [],
            "bodies": [],
            "text_sizes": shape.texts,
            "is_beside": False,
            "beside": beside,
            "chart_beside": shape.room[0] - beside - 40 if beside else 0,
            "gap": 0,
            "source": words(slide.source_line),
            "name": NAME,
            "address": address["pieces"] if address else None,
            "qr": code,
            "qr_size": shape.qr,
        }
