"""Share cards: one finding, figure or action as a picture for messages and posts, with its source and address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from lib.catalog import Catalog
from lib.charts.spec import Chart, legend
from lib.charts.theme import Theme, theme
from lib.charts.vector import natural_height, sign, svg
from lib.export import qr
from lib.export.deck import build_deck
from lib.export.paper import Paper, words
from lib.export.paper_blocks import link_of, whole_slides
from lib.export.plan import Item, Plan
from lib.export.slide import Slide
from lib.export.words import TAKE_CARE
from lib.i18n import _, language
from lib.settings import NAME
from lib.typefaces import width, wrapped

LONGEST_POST, LONGEST_ALT = 280, 1000
LETTERS, LEAST_LETTERS = 20, 17  # pixels: what a phone's feed asks for, and the least for names in a crowded chart
GOOD = 2.0  # a chart that has all the height and the letters it asks for: nothing better need be tried
MOST_CLOSE = 0.62  # of the height that a chart asks for: closer lines cannot be read


@dataclass(frozen=True)
class Shape:
    """A card in pixels: its size and margins, sizes of letters, and how wide heading and chart are side by side."""

    size: tuple[int, int]
    margin: tuple[int, int, int]
    headings: tuple[int, ...]
    small: float
    chart: tuple[float, ...]
    figure: float
    texts: tuple[float, ...]
    qr: int
    beside: tuple[int, ...]
    least_chart: float

    @property
    def room(self) -> tuple[int, int]:
        """Width and height between the margins."""
        return self.size[0] - 2 * self.margin[0], self.size[1] - self.margin[1] - self.margin[2]


SHAPES = {
    "wide": Shape((1200, 630), (56, 44, 40), (72, 64, 56, 48, 44, 40), 21, (22, 21.3, 20), 170, (40, 34, 30, 27, 24), 112, (400, 500), 215),
    "square": Shape(
        (1080, 1080), (64, 64, 56), (84, 76, 68, 60, 54, 48, 44), 24, (24, 21.3), 220, (52, 46, 42, 38, 34, 30, 27), 168, (), 300
    ),
}


def card_slide(catalog: Catalog, item: Item, site: str, today: date) -> Slide:
    """The one slide of an item, with the whole of a long chart. Raises ValueError for an item that is not in the data."""
    return whole_slides(build_deck(catalog, Plan(items=(item,)), site, today))[0]


def png(slide: Slide, shape: str, theme_name: str = "light") -> bytes:
    """The card as a picture: `shape` is wide (1200 x 630 pixels) or square (1080 x 1080).

    Raises KeyError for another shape, FontsMissingError when a font or the template is not there. A chart with too many
    lines for a card is left out: its finding stands alone.
    """
    return Paper("card", _Card(slide, SHAPES[shape], theme(theme_name)).data()).png()


class _Card:
    """Finds the sizes at which everything on a card fits."""

    def __init__(self, slide: Slide, shape: Shape, colours: Theme) -> None:
        self.slide, self.shape, self.colours = slide, shape, colours

    def data(self) -> dict[str, Any]:
        """What the template reads."""
        return (self._chart() if self.slide.chart else None) or self._text()

    def _chart(self) -> dict[str, Any] | None:
        """The chart below its finding, or beside it where it is high; None if it has too many lines."""
        slide, shape = self.slide, self.shape
        if not slide.chart:
            return None
        size = shape.headings[-3] if len(slide.heading) <= 80 else shape.headings[-2] if len(slide.heading) <= 140 else shape.headings[-1]
        best: tuple[float, dict[str, Any]] | None = None
        codes = (qr.svg(slide.scan),) if slide.scan else (None,)
        for code, beside, letters in product((*codes, None) if shape.beside else codes, (0, *shape.beside), shape.chart):
            option = self._laid_out(self._base(size, code, beside) | self._legend(slide.chart, letters), beside)
            if option and (best is None or option[0] > best[0]):
                best = option
            if best and best[0] >= GOOD:
                break
        return best[1] if best else None

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
        """The card with its chart, and how good it looks, or None if the chart would be too small."""
        shape, chart = self.shape, self.slide.chart
        if not chart or high < shape.least_chart:
            return None
        size = base["legend_size"]
        natural = natural_height(chart, wide, size)
        height = min(high, 1.6 * natural)
        drawn = svg(chart, self.colours, wide, height, size)
        smallest = min((float(found) for found in re.findall(r'font-size="([\d.]+)"', drawn)), default=size)
        if high < MOST_CLOSE * natural or smallest < LEAST_LETTERS:
            return None
        ease = min(1.0, high / natural) + min(1.0, smallest / LETTERS) - (0.04 if beside else 0) + (0.06 if base["qr"] else 0)
        return ease, base | {
            "svg": drawn,
            "chart": (wide, height),
            "is_beside": beside,
            "gap": gap + (0 if beside else (high - height) / 2),
        }

    def _text(self) -> dict[str, Any]:
        """The finding alone, a big figure with its lines, or an action: the largest letters that fit."""
        slide, shape = self.slide, self.shape
        alone = slide.kind in ("chart", "table", "empty")
        code = qr.svg(slide.scan) if slide.scan else None
        bodies = self._bodies()
        headings = shape.headings if alone else shape.headings[-3:]
        gap = shape.small * 1.3
        for size in headings:
            base = self._base(size, code) | {"bodies": bodies} | ({"caption_size": shape.texts[-1]} if alone else {})
            said = Paper("card", base | {"measure": True}).measured()
            room = shape.room[1] - said["head"] - said["foot"] - 2 * gap
            few = len(wrapped(slide.heading, size, shape.room[0], serif=True)) <= (shape.room[1] // 110 if alone else 2)
            for body, heights in zip(bodies, said["bodies"], strict=True):
                fitting = [text for text, high in zip(shape.texts, heights, strict=True) if high <= room]
                if fitting and (size == headings[-1] or (few and body is bodies[0])):
                    free = room - heights[shape.texts.index(fitting[0])]
                    return base | {"bodies": [body], "text_sizes": fitting[:1], "gap": gap + min(free / 2, shape.room[1] * 0.08)}
        return self._base(headings[-1], code) | {"bodies": [bodies[-1]], "text_sizes": shape.texts[-1:], "gap": gap}

    def _bodies(self) -> list[dict[str, Any]]:
        """What stands below the heading, from all that is known to the least that must be said."""
        slide, shape = self.slide, self.shape
        care = [{"words": words(text), "lead": str(TAKE_CARE)} for text in slide.care]
        plain = [{"words": words(text), "lead": None} for text in slide.lines]
        figure = {"figure": words(slide.figure) if slide.figure else None, "figure_size": self._figure_size(shape.figure)}
        shorter = [figure | {"lines": [*plain[:count], *care]} for count in range(len(plain), 0, -1)]
        return [*shorter, figure | {"lines": care, "figure_size": self._figure_size(shape.figure * 0.7)}]

    def _figure_size(self, most: float) -> float:
        """As large as fits on one line."""
        wide = width(self.slide.figure, most, serif=True) if self.slide.figure else 0.0
        return most * min(1.0, 0.96 * self.shape.room[0] / wide) if wide else 0.0

    def _base(self, heading_size: float, code: str | None, beside: int = 0) -> dict[str, Any]:
        slide, shape, colours = self.slide, self.shape, self.colours
        chart_beside = shape.room[0] - beside - 40 if beside else 0
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
                "accent": colours.colour("accent"),
            },
            "heading": words(slide.heading),
            "heading_size": heading_size,
            "caption": words(_short(slide.caption, shape.small, chart_beside or shape.room[0])) if slide.caption else None,
            "caption_size": shape.small,
            "legend": [],
            "legend_size": shape.chart[0],
            "svg": None,
            "chart": (0, 0),
            "bodies": [],
            "text_sizes": shape.texts,
            "is_beside": False,
            "beside": beside,
            "chart_beside": chart_beside,
            "gap": 0,
            "source": words(slide.source_line),
            "name": NAME,
            "address": address["pieces"] if address else None,
            "qr": code,
            "qr_size": shape.qr,
        }


def _short(caption: str, size: float, room: float) -> str:
    """The caption in at most two lines: whole sentences or parts as far as they fit."""
    lines = wrapped(caption, size, room * 0.97)
    if len(lines) <= 2:
        return caption
    start = " ".join(lines[:2])
    ends = [place for sign in (". ", " · ") if (place := start.rfind(sign)) > len(start) // 3]
    return start[: max(ends)].rstrip(" ·") if ends else start.rsplit(" ", 1)[0] + " …"


def post_text(slide: Slide) -> str:
    """A suggested post: the finding, who counted it and as of when, the address; at most 280 characters where they allow it."""
    ends = slide.source_line.rsplit(" · ", 2)[1:]
    when = f" ({', '.join(ends)})" if ends else ""
    if slide.figure:
        texts = [f"{slide.alt} {slide.source_line.split(' · ')[0]}.", slide.alt, f"{slide.heading}: {slide.figure}{when}."]
    elif slide.kind == "action":
        texts = [f"{slide.heading}. {' '.join(slide.lines)}", f"{slide.heading}. {' '.join(slide.lines[:1])}", f"{slide.heading}."]
    elif slide.kind == "empty":
        texts = [f"{slide.heading}. {' '.join(slide.lines)}"]
    else:
        texts = [f"{slide.heading}. {slide.source_line}.", f"{slide.heading}{when}.", f"{slide.heading}."]
    posts = [f"{text}\n{slide.address}".rstrip() for text in texts]
    return next((post for post in posts if len(post) <= LONGEST_POST), posts[-1])


def alt_text(slide: Slide) -> str:
    """What the card shows in words, for people who do not see it: at most 1000 characters."""
    said: Sequence[str] = (slide.alt or slide.heading,)
    if slide.kind == "action":
        said = (f"{slide.heading}.", slide.caption + ".", *slide.lines, *(str(_("Take care: {text}", text=text)) for text in slide.care))
    whole = " ".join([*said, f"{slide.source_line}."])
    return whole if len(whole) <= LONGEST_ALT else whole[: LONGEST_ALT - 2].rsplit(" ", 1)[0] + " …"
