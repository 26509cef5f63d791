"""Topic modules: each defines the facts and exhibits of its field, once."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

MODULES = (
    "departures",
    "arrivals_charts",
    "returns",
    "foreigners",
    "presence_charts",
    "costs",
    "cost_charts",
    "gifts",
    "actions",
    "organizations",
    "information",
    "policy",
    "policy_charts",
    "timeline",
)


@lru_cache(maxsize=1)
def load() -> None:
    """Imports every topic once, so that its facts and exhibits are registered."""
    for name in MODULES:
        import_module(f"lib.topics.{name}")
