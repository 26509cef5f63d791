"""What can be shown, by the names a reader knows: "Departures: Arrivals in South Korea by year"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lib.catalog import Catalog
from lib.exhibits import all_facts, exhibit, exhibit_ids, page_of, page_params
from lib.export.plan import ACTION, EXHIBIT, FACT, Item, item_of
from lib.i18n import LazyText, _, language
from lib.settings import read_settings
from lib.topics.actions import actions
from lib.ui import shell
from lib.ui.one_exhibit import page_of_fact
from lib.urlstate import Choice, Many, Param, Years

KINDS: dict[str, LazyText] = {EXHIBIT: _("Add a chart or table"), FACT: _("Add a figure"), ACTION: _("Add an action")}


def names(catalog: Catalog, kind: str) -> dict[str, str]:
    """Everything of one kind: its code, and its name after the name of its page, in the order of the pages."""
    return _names(catalog, kind, read_settings().today(), language())


@lru_cache(maxsize=12)
def _names(catalog: Catalog, kind: str, _today: date, _language: str) -> dict[str, str]:
    if kind == EXHIBIT:
        keys = [key for page_id in shell.PAGES for key in exhibit_ids(page_id)]
        return {Item(kind, key).code: f"{shell.PAGES[page_of(key)].label}: {exhibit(catalog, key).title}" for key in keys}
    if kind == FACT:
        order = list(shell.PAGES)
        found = sorted(all_facts(catalog), key=lambda item: order.index(page_of_fact(item.fact_id)))
        return {
            Item(kind, item.fact_id).code: f"{shell.PAGES[page_of_fact(item.fact_id)].label}: {item.label}, {item.quantity}"
            for item in found
        }
    return {Item(kind, action.action_id).code: f"{action.step.name}: {action.title}" for action in actions(catalog)}


def name_of(catalog: Catalog, item: Item) -> str:
    """An item by name, with the filters it is shown with."""
    name = names(catalog, item.kind)[Item(item.kind, item.key).code]
    if not item.filters:
        return name
    params = {param.name: param for param in page_params(catalog, page_of(item.key))}
    words = [_filter_words(params[key], value) for key, value in item.filters if key in params]
    return f"{name} ({'; '.join(words)})"


def _filter_words(param: Param, value: str) -> str:
    offered = dict(param.options) if isinstance(param, (Choice, Many)) else {}
    if isinstance(param, Years):
        return value.replace("-", "–")
    return ", ".join(str(offered.get(part, part)) for part in value.split(","))


def known(catalog: Catalog, code: str) -> Item | None:
    """The item of a code, or None for one that is not in the data."""
    try:
        return item_of(catalog, code)
    except ValueError:
        return None
