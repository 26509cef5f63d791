"""Addresses that the browser sends although the page has just written another one.

Each click sends the address that the browser shows. When two clicks follow each other quickly, the second one still
brings the address from before the first one was answered. It looks like a step Back, and would undo what was just done.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

import streamlit as st

PATIENCE = 2.0  # seconds in which a replaced address counts as late; a step Back takes longer than that
_REPLACED = "late_addresses"

Query = Mapping[str, str]


def _recent(page: str) -> list[tuple[float, dict[str, str]]]:
    now, kept = time.monotonic(), st.session_state.setdefault(_REPLACED, {})
    return [(when, query) for when, query in kept.get(page, ()) if now - when < PATIENCE]


def replaced(page: str, *queries: Query) -> None:
    """Remembers what stood in the address of a page until now, just before the page writes something else."""
    recent, now = _recent(page), time.monotonic()
    st.session_state[_REPLACED][page] = [*recent, *((now, dict(query)) for query in queries)]


def is_late(page: str, query: Query) -> bool:
    """Whether this address was replaced by the page a moment ago, so that nobody can have gone back to it."""
    return any(dict(query) == before for _when, before in _recent(page))
