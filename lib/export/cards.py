"""Share cards: one finding, figure or action as a picture for messages and posts, with its source and address."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog
from lib.export.card_layout import layout
from lib.export.card_texts import alt_text, post_text
from lib.export.deck import build_deck
from lib.export.paper import Paper
from lib.export.paper_blocks import whole_slides
from lib.export.plan import Item, Plan
from lib.export.slide import Slide

__all__ = ["alt_text", "card_slide", "png", "post_text"]


def card_slide(catalog: Catalog, item: Item, site: str, today: date) -> Slide:
    """The one slide of an item, with the whole of a long chart. Raises ValueError for an item that is not in the data."""
    return whole_slides(build_deck(catalog, Plan(items=(item,)), site, today))[0]


def png(slide: Slide, shape: str, theme_name: str = "light") -> bytes:
    """The card as a picture: `shape` is wide (1200 x 630 pixels) or square (1080 x 1080).

    Raises KeyError for another shape, FontsMissingError when a font or the template is not there. A chart with too many
    lines for a card is left out: its finding stands alone. Of a table, as many rows are shown as fit.
    """
    return Paper("card", layout(slide, shape, theme_name)).png()
