"""Decks for the tests of the stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lib.catalog import load_catalog
from lib.export.deck import build_deck
from lib.export.plan import Plan, item_of
from lib.export.slide import Deck

SITE, TODAY = "https://inroads.example", date(2026, 11, 22)
HOSTILE = "<script>window.hit=1</script>\"><img src=x onerror='window.hit=1'> ]]> {{x}} #set &lt;b&gt;"
LONG = "An evening about people who left, why so few can leave now, what it costs them, who helps on the way, and what each of us here can do about it this very week"
# One slide of every kind and chart, and those with the longest texts.
CODES = (
    "f.arrivals.latest", "x.departures.arrivals_by_year", "x.departures.women_share", "x.departures.forced_returns", "x.costs.ladder",
    "x.policy.office_board", "x.policy.hrc_votes", "x.information.laws", "x.reference.glossary", "f.costs.china_sk_latest",
    "f.barriers.mobile_subscriptions", "a.fund-link-rescue",
)  # fmt: skip


def deck(codes: Sequence[str] = CODES, site: str = SITE, **words: Any) -> Deck:
    """A deck of these items."""
    catalog = load_catalog()
    plan = Plan(**{"title": "Winter talk", "call": "Write to one person", **words}).with_items([item_of(catalog, code) for code in codes])
    return build_deck(catalog, plan, site, TODAY)
