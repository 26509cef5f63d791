"""One exhibit, figure or action by its id, and the list of all of them for whoever comes without an id."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import argument_names, exhibit, exhibit_ids, fact, fact_ids, page_of, page_params
from lib.export.plan import ACTION, FACT, Item
from lib.i18n import _, language
from lib.settings import read_settings
from lib.topics.actions import Action
from lib.topics.actions import actions as all_actions
from lib.ui import actions, exhibits, present_add, shell
from lib.ui.escape import md, tag
from lib.ui.filters import Filters
from lib.ui.records import fact_html, record_line

IDS = ("id", "fact", "action")
# Fields of facts that have no page of their own name.
PAGE_OF_FIELD = {
    "arrivals": "departures",
    "elsewhere": "departures",
    "returns": "departures",
    "presence": "foreigners",
    "border": "foreigners",
    "rescues": "costs",
    "actions": "act",
}


def draw(catalog: Catalog) -> None:
    """Draws what the address names by `id` (an exhibit), `fact` or `action`; an unknown id gets a notice and the list."""
    exhibit_id, fact_id, action_id = (st.query_params.get(name, "") for name in IDS)
    action = next((item for item in all_actions(catalog) if item.action_id == action_id), None) if action_id else None
    if exhibit_id in exhibit_ids():
        _exhibit(catalog, exhibit_id)
    elif fact_id in fact_ids():
        _fact(catalog, fact_id)
    elif action is not None:
        _action(catalog, action)
    else:
        _everything(catalog, exhibit_id or fact_id or action_id)


def _exhibit(catalog: Catalog, exhibit_id: str) -> None:
    page_id, names = page_of(exhibit_id), argument_names(exhibit_id)
    params = tuple(param for param in page_params(catalog, page_id) if param.name in names)
    filters = Filters(f"exhibit-{exhibit_id}", params, also=IDS)
    if not st.context.is_embedded:
        for param in params:
            filters.draw(param.name)
    state: dict[str, Any] = dict(filters.values)
    if "today" in names:
        state["today"] = read_settings().today().isoformat()
    exhibits.show(catalog, exhibit_id, level=1, **state)
    filters.finish()
    if not st.context.is_embedded:
        _whole_page(page_id)


def _fact(catalog: Catalog, fact_id: str) -> None:
    Filters("exhibit-fact", (), also=IDS)
    item = fact(catalog, fact_id)
    st.title(md(f"{item.label}: {item.quantity}"))
    st.caption(record_line(catalog, item.record))
    st.html(fact_html(catalog, item))
    if not st.context.is_embedded:
        present_add.box(Item(FACT, fact_id))
        _whole_page(page_of_fact(fact_id))


def _action(catalog: Catalog, item: Action) -> None:
    Filters("exhibit-action", (), also=IDS)
    st.title(md(item.title))
    st.caption(f"{item.step.icon} {md(item.step.name)}")
    actions.whole(catalog, item)
    if not st.context.is_embedded:
        present_add.box(Item(ACTION, item.action_id))
        shell.link("act", str(_("All actions of this step: {step}", step=item.step.name)), step=item.step.key)


def page_of_fact(fact_id: str) -> str:
    """The page that shows the figures of a field: the one of the same name, or the one that its field belongs to."""
    field = fact_id.split(".", 1)[0]
    return PAGE_OF_FIELD.get(field, field)


def _whole_page(page_id: str) -> None:
    shell.link(page_id, str(_("The whole page: {title}", title=shell.PAGES[page_id].title)))


def _everything(catalog: Catalog, asked: str) -> None:
    Filters("exhibit-list", (), also=IDS)
    st.title(md(_("All exhibits, figures and actions")))
    if asked:
        words = _("There is no exhibit, figure or action called {asked}. Here are all of them.", asked=asked[:60])
        st.info(md(words), icon=":material/link_off:")
    for page_id, shown in shell.PAGES.items():
        if exhibit_ids(page_id):
            st.header(md(shown.title), anchor=f"of-{page_id}")
            st.html(_exhibits_html(catalog, page_id, language()))
    st.header(md(_("Figures")), anchor="figures")
    st.html(_facts_html(catalog, language()))
    st.header(md(_("Actions")), anchor="actions")
    st.html(_actions_html(catalog, language()))


def _item(name: str, key: str, words: object, rest: object) -> str:
    return f'<li><a href="exhibit?{tag(urlencode({name: key}))}">{tag(words)}</a><br><span class="inr-quiet">{tag(rest)}</span></li>'


@lru_cache(maxsize=64)
def _exhibits_html(catalog: Catalog, page_id: str, _language: str) -> str:
    items = [exhibit(catalog, key) for key in exhibit_ids(page_id)]
    return f'<ul class="inr-list">{"".join(_item("id", item.exhibit_id, item.title, item.takeaway) for item in items)}</ul>'


@lru_cache(maxsize=8)
def _facts_html(catalog: Catalog, _language: str) -> str:
    items = [fact(catalog, key) for key in fact_ids()]
    return f'<ul class="inr-list">{"".join(_item("fact", item.fact_id, item.label, item.sentence()) for item in items)}</ul>'


@lru_cache(maxsize=8)
def _actions_html(catalog: Catalog, _language: str) -> str:
    items = all_actions(catalog)
    return f'<ul class="inr-list">{"".join(_item("action", item.action_id, item.title, item.summary) for item in items)}</ul>'
