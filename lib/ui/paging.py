"""Long lists in pages: the number in the address, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from lib.i18n import _
from lib.numbers import Number
from lib.ui.escape import md
from lib.ui.filters import Filters

Item = TypeVar("Item")


def page_slice(items: Sequence[Item], page: int, size: int) -> Sequence[Item]:
    """The items of a page; the first page is 1."""
    return items[(page - 1) * size : page * size]


def draw_page(filters: Filters, name: str, total: int, size: int, asked: tuple[str, ...]) -> int:
    """Draws the number of the page where there are several, says what is shown, and returns the page.

    `asked` is what the list was asked for: when it changes, the list begins again at its first page. A number past the
    end shows the last page.
    """
    last = max(1, -(-total // size))
    memory = f"asked-{name}"
    if st.session_state.get(memory, asked) != asked or filters.number(name) > last:
        filters.put(name, 1 if st.session_state.get(memory, asked) != asked else last)
    st.session_state[memory] = asked
    page = filters.number(name)
    if last > 1:
        filters.draw(name)
        page = min(filters.number(name), last)
        words = _(
            "Page {page} of {last}: {first} to {end} of {total}",
            page=Number(page),
            last=Number(last),
            first=Number((page - 1) * size + 1),
            end=Number(min(page * size, total)),
            total=Number(total),
        )
        st.caption(md(words))
    return page
