"""Slides of cards for the tests, and what the template of cards reads."""

from __future__ import annotations

from datetime import date

from lib.export import cards
from lib.export.card_layout import layout
from lib.export.plan import item_of

SITE, TODAY = "https://inroads.example", date(2026, 11, 22)
PIXELS = {"wide": (1200, 630), "square": (1080, 1080)}


def slide_of(catalog, code, site=SITE):
    return cards.card_slide(catalog, item_of(catalog, code), site, TODAY)


def data_of(slide, shape="wide", name="light"):
    return layout(slide, shape, name)


def text_of(words):
    return words["text"].replace("\u200b", "") if words else ""
