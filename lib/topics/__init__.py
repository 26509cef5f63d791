"""Topic modules: each defines the facts and exhibits of its field, once."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

MODULES = (
    "departures",
    "arrivals_charts",
    "arrivals_share",
    "arrivals_quarters",
    "arrivals_profile",
    "arrivals_elsewhere",
    "arrivals_unhcr",
    "arrivals_totals",
    "arrivals_closing",
    "returns",
    "return_charts",
    "return_estimates",
    "foreigners",
    "presence_charts",
    "presence_staff",
    "presence_moves",
    "presence_border",
    "presence_border_charts",
    "presence_abroad",
    "costs",
    "cost_facts",
    "cost_groups",
    "cost_charts",
    "cost_over_time",
    "cost_earnings",
    "cost_living",
    "cost_rescues",
    "gifts",
    "actions",
    "action_filters",
    "organizations",
    "information",
    "information_facts",
    "information_charts",
    "information_board",
    "information_tables",
    "information_volume",
    "information_filters",
    "policy",
    "policy_facts",
    "policy_charts",
    "policy_posts",
    "policy_tables",
    "policy_filters",
    "timeline",
)


@lru_cache(maxsize=1)
def load() -> None:
    """Imports every topic once, so that its facts and exhibits are registered."""
    for name in MODULES:
        import_module(f"lib.topics.{name}")
