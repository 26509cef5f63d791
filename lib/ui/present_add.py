"""From where something is shown to where it is presented: "Add to my slides" and "Make a share card".

Nothing here is drawn until it is opened: pages of many charts stay as quick as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.export.plan import ACTION, MOST_ITEMS, Item
from lib.i18n import Joined, LazyText, _, ngettext
from lib.numbers import Number
from lib.topics.actions import Action
from lib.ui import present_state
from lib.ui.escape import md


def action_chooser(found: Sequence[Action]) -> None:
    """One of the actions on the page, chosen by its title and added. A link to the action itself would begin a new session."""
    if not found:
        return
    panel = st.popover(
        str(_("Add an action to my slides")), icon=":material/playlist_add:", type="tertiary", key="add-action", on_change="rerun"
    )
    if not panel.open:
        return
    titles = {action.action_id: action.title for action in found}
    with panel:
        chosen = st.selectbox(
            str(_("Action")),
            list(titles),
            index=None,
            format_func=titles.__getitem__,
            placeholder=str(_("Type to search {number}", number=Number(len(titles)))),
            key="add-action-choice",
        )
        if chosen:
            box(Item(ACTION, chosen))


def box(item: Item) -> None:
    """A button that adds the item as it is shown now, how many there are, and the ways to the page that presents them."""
    from lib.ui.shell import link

    items = present_state.kept().items
    with st.container(key=f"add-{item.code}"):
        st.button(
            str(_("Add to my slides")),
            icon=":material/playlist_add:",
            key=f"add-{item.code}-button",
            on_click=partial(present_state.add, item),
            disabled=item in items or len(items) >= MOST_ITEMS,
        )
        if items:
            st.caption(md(str(Joined(_said(item, items)))))
            link("present", str(_("Open my slides")))
        link("present", str(_("Make a share card")), card=item.code)


def _said(item: Item, items: tuple[Item, ...]) -> tuple[LazyText, ...]:
    words = [ngettext("Your slides hold {number} item.", "Your slides hold {number} items.", len(items), number=Number(len(items)))]
    if item in items:
        words.insert(0, _("This is in your slides."))
    elif len(items) >= MOST_ITEMS:
        words.append(present_state.FULL.filled(number=Number(MOST_ITEMS)))
    return (*words, _("Open them to keep them: their address holds the whole list."))
