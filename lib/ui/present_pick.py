"""Choosing what to show: ready sets, everything by name, and the list in its order."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.catalog import Catalog
from lib.export.plan import item_of
from lib.export.sets import SETS, ReadySet
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number
from lib.ui import present_names, present_state
from lib.ui.escape import md
from lib.ui.present_deck import Made


def draw(catalog: Catalog, shown: Made | None) -> None:
    """Ready sets, fields to add by name, and the list."""
    st.header(md(_("What to show")), anchor="choose")
    _sets(catalog)
    _adding(catalog)
    _listing(catalog, shown.screens if shown else {}, len(shown.deck.slides) if shown else 0)


def _sets(catalog: Catalog) -> None:
    """The ready sets, one click each; what was chosen before comes back with "Undo"."""
    with st.grid(4, min_column_width=200, gap="small", key="filters-present-sets"):
        for ready in SETS:
            with st.container(border=True, height="stretch", key=f"set-{ready.key}"):
                st.markdown(f"**{md(ready.name)}**  \n{md(ready.words)}")
                st.button(
                    str(_("Start with this")),
                    icon=":material/playlist_add_check:",
                    key=f"set-{ready.key}-take",
                    on_click=partial(_take, catalog, ready),
                )


def _take(catalog: Catalog, ready: ReadySet) -> None:
    before = len(present_state.kept().items)
    present_state.change(present_state.kept().with_items([item_of(catalog, code) for code in ready.codes]))
    if before:
        words = _("“{name}” took the place of your list. “Undo” brings it back.", name=ready.name)
    else:
        words = _("Your list begins with “{name}”.", name=ready.name)
    present_state.say(words)


def _adding(catalog: Catalog) -> None:
    """Three fields with everything there is, each searched by typing."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters-present-add"):
        for kind, label in present_names.KINDS.items():
            offered = present_names.names(catalog, kind)
            with st.container(width=314):
                st.selectbox(
                    str(label),
                    list(offered),
                    index=None,
                    key=f"present-add-{kind}",
                    format_func=partial(_name, offered),
                    placeholder=str(_("Type to search {number}", number=Number(len(offered)))),
                    on_change=partial(_added, catalog, kind),
                )


def _name(offered: dict[str, str], code: str) -> str:
    return offered[code]


def _added(catalog: Catalog, kind: str) -> None:
    key = f"present-add-{kind}"
    item = present_names.known(catalog, str(st.session_state[key] or ""))
    st.session_state[key] = None
    if item is not None:
        present_state.add(item)


def _listing(catalog: Catalog, screens: dict[str, int], total: int) -> None:
    """The chosen items in order, each with its screens and buttons to move and remove it. `total` counts all screens."""
    items = present_state.kept().items
    with st.container(horizontal=True, vertical_alignment="center", key="present-count"):
        st.markdown(f"**{md(_count(len(items), total))}**")
        if present_state.can_undo():
            st.button(str(_("Undo")), icon=":material/undo:", type="tertiary", key="present-undo", on_click=present_state.undo)
        if items:
            st.button(str(_("Remove all")), icon=":material/clear_all:", type="tertiary", key="present-clear", on_click=_clear)
        if len(items) > 2:
            _move_box(len(items))
    if words := present_state.said():
        st.info(md(words), icon=":material/info:")
    if not items:
        st.markdown(md(_("Nothing is chosen yet. Start with a set, or add charts, figures and actions one by one.")))
    for place, item in enumerate(items):
        name = present_names.name_of(catalog, item)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"pick-{place}"):
            number = screens.get(item.code, 0)
            shown = f" · {md(ngettext('{number} screen', '{number} screens', number, number=Number(number)))}" if number else ""
            with st.container(width="stretch"):
                st.markdown(f"{place + 1}\\. {md(name)}{shown}")
            _button(_("Up: {name}", name=name), "arrow_upward", f"up-{place}", partial(_move, place, place - 1), place == 0)
            last = place == len(items) - 1
            _button(_("Down: {name}", name=name), "arrow_downward", f"down-{place}", partial(_move, place, place + 1), last)
            _button(_("Remove: {name}", name=name), "close", f"remove-{place}", partial(_remove, place))


def _count(number: int, total: int) -> LazyText:
    if not number:
        return _("Your list")
    items = ngettext("{number} item", "{number} items", number, number=Number(number))
    if not total:
        return _("Your list: {items}", items=items)
    screens = ngettext("{number} screen", "{number} screens", total, number=Number(total))
    return _("Your list: {items}, {screens} with the first and the last", items=items, screens=screens)


def _button(label: LazyText, icon: str, key: str, act: partial[None], off: bool = False) -> None:
    """A small button: sighted readers see its icon, the label is for everyone else (see style.css).

    Its key is its place in the list, so that the focus of the keyboard stays where it is when items move.
    """
    st.button(md(label), icon=f":material/{icon}:", type="tertiary", key=key, on_click=act, disabled=off)


def _move(place: int, to: int) -> None:
    plan = present_state.kept()
    if place < len(plan.items):
        present_state.change(plan.moved(place, to))


def _remove(place: int) -> None:
    plan = present_state.kept()
    if place < len(plan.items):
        present_state.change(plan.without(place))


def _clear() -> None:
    present_state.change(present_state.kept().with_items(()))
    present_state.say(_("The list is empty. “Undo” brings it back."))


def _move_box(number: int) -> None:
    """For long lists: from one place to another at once. Drawn only when asked for."""
    label = str(_("Move to a place"))
    box = st.popover(label, icon=":material/swap_vert:", type="tertiary", key="present-move", on_change="rerun")
    if not box.open:
        return
    with box, st.form("present-move-form", border=False):
        place = st.number_input(str(_("Item at place")), 1, number, 1, step=1)
        to = st.number_input(str(_("goes to place")), 1, number, 1, step=1)
        if st.form_submit_button(str(_("Move"))):
            _move(int(place) - 1, int(to) - 1)
            st.rerun()
