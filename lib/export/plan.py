"""What someone wants to show at an event: exhibits, figures and actions in order, and the words of the evening.

The whole choice fits into an address or a small file. The speaker's name is never put into the address. What an
address or a file says is checked item by item: what is unknown is dropped and named, never an error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any
from unicodedata import combining
from urllib.parse import quote, unquote

from lib.catalog import Catalog
from lib.dates import is_partial_date
from lib.exhibits import Filter, argument_names, exhibit_ids, fact_ids, page_of, page_params, query_of
from lib.links import web_address
from lib.urlstate import parse

MOST_ITEMS = 60
MOST_READ, LONGEST_CODE = 10 * MOST_ITEMS, 4000  # nobody's list is longer: a file of a megabyte must not keep the server busy
LONGEST = {"title": 160, "host": 120, "speaker": 120, "call": 200}
EXHIBIT, FACT, ACTION = "x", "f", "a"
HALLS = ("light", "dark")
PAPERS = ("a4", "letter")
FILE_KIND = "inroads-presentation"
FILE_VERSION = 1
MOST_ACCENTS = 6  # on one letter: no writing has more, and a tower of them leaves its line
_UNSEEN = "\u00ad\u200b\u200d\u2060\ufeff"  # between letters of one word


@dataclass(frozen=True)
class Item:
    """One thing to show: its kind (exhibit, fact or action), its id, and the filters of an exhibit as they stand in addresses."""

    kind: str
    key: str
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The item as a short text for addresses and files."""
        return f"{self.kind}.{self.key}" + "".join(f"~{name}:{_quoted(value)}" for name, value in self.filters)


def _quoted(value: str) -> str:
    """The value of a filter without the signs that part an item's code."""
    return quote(value, safe="").replace("~", "%7E")


@dataclass(frozen=True)
class Plan:
    """Everything that was chosen. `day` is an ISO date or empty, `link` an address of the web or empty."""

    items: tuple[Item, ...] = ()
    title: str = ""
    host: str = ""
    day: str = ""
    speaker: str = field(default="", repr=False)
    call: str = ""
    link: str = ""
    hall: str = HALLS[0]
    paper: str = PAPERS[0]

    def with_items(self, items: Sequence[Item]) -> Plan:
        """The same evening with other items, each once, at most sixty."""
        return replace(self, items=tuple({item.code: item for item in items}.values())[:MOST_ITEMS])

    def added(self, item: Item) -> Plan:
        """The plan with one more item at its end; unchanged if it is there already or the plan is full."""
        return self.with_items((*self.items, item))

    def moved(self, place: int, to: int) -> Plan:
        """The plan with the item at one place put at another. Raises IndexError for a place that is not there."""
        rest = [*self.items[:place], *self.items[place + 1 :]]
        rest.insert(max(0, min(to, len(rest))), self.items[place])
        return replace(self, items=tuple(rest))

    def without(self, place: int) -> Plan:
        """The plan without the item at a place."""
        return replace(self, items=(*self.items[:place], *self.items[place + 1 :]))


@lru_cache(maxsize=2048)
def item_of(catalog: Catalog, code: str) -> Item:
    """The item that a code stands for, in the shortest words. Raises ValueError for an unknown kind, id or filter."""
    if len(code) > LONGEST_CODE:
        raise ValueError(f"too long: {code[:80]}")
    kind, _dot, rest = code.partition(".")
    key, *parts = rest.split("~")
    if kind == FACT and key in fact_ids() and not parts:
        return Item(kind, key)
    if kind == ACTION and any(row.key == key for row in catalog["actions"]) and not parts:
        return Item(kind, key)
    if kind == EXHIBIT and key in exhibit_ids():
        filters = tuple((name, unquote(value)) for name, _colon, value in (part.partition(":") for part in parts))
        return item_from(catalog, key, _filter_values(catalog, key, filters))
    raise ValueError(f"unknown item {code[:80]}")


def _filter_values(catalog: Catalog, exhibit_id: str, filters: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    names = argument_names(exhibit_id)
    asked = [name for name, _value in filters]
    for name in asked:
        if name not in names or asked.count(name) > 1:
            raise ValueError(f"unknown or repeated filter {name[:80]}")
    params = [param for param in page_params(catalog, page_of(exhibit_id)) if param.name in names]
    parsed = parse(params, {name: [value] for name, value in filters})
    if parsed.dropped:
        raise ValueError(f"unknown filter {parsed.dropped[0][0][:80]}")
    return dict(parsed.values)


def item_from(catalog: Catalog, exhibit_id: str, filters: Mapping[str, Filter]) -> Item:
    """The item that stands for an exhibit as it is shown with these filters."""
    known = {name: value for name, value in filters.items() if name != "today"}
    return Item(EXHIBIT, exhibit_id, tuple(query_of(catalog, exhibit_id, known).items()))


def filters_of(catalog: Catalog, item: Item, today: str) -> dict[str, Filter]:
    """The filters with which the registry builds the exhibit of an item; `today` is an ISO date. Raises ValueError."""
    values: dict[str, Filter] = _filter_values(catalog, item.key, item.filters)
    if "today" in argument_names(item.key):
        values["today"] = today
    return values


def _clean(text: object, longest: int) -> str:
    """A typed text on one line, without control characters and towers of accents, cut at its limit."""
    seen = (character for character in str(text) if character not in _UNSEEN)
    kept = "".join(character if character.isprintable() or character in "\u200e\u200f" else " " for character in seen)
    calm = "".join("".join(list(run)[:MOST_ACCENTS] if accents else run) for accents, run in groupby(kept, key=lambda c: combining(c) > 0))
    return " ".join(calm.split())[:longest].rstrip()


@dataclass(frozen=True)
class Read:
    """A plan that was read, and what had to be left out of it."""

    plan: Plan
    dropped: tuple[str, ...]


def _read(catalog: Catalog, texts: Mapping[str, str], codes: Sequence[str]) -> Read:
    items: list[Item] = []
    dropped: list[str] = []
    for code in codes[:MOST_READ]:
        try:
            items.append(item_of(catalog, code))
        except ValueError:
            dropped.append(code)
    dropped += codes[MOST_READ:]
    words = {name: _clean(texts.get(name, ""), longest) for name, longest in LONGEST.items()}
    day, link = texts.get("date", ""), texts.get("link", "")
    chosen = {"hall": (texts.get("hall", ""), HALLS), "paper": (texts.get("paper", ""), PAPERS)}
    dropped += [f"date={day}"] if day and not (len(day) == 10 and is_partial_date(day)) else []
    dropped += [f"link={link}"] if link and not web_address(link) else []
    dropped += [f"{name}={value}" for name, (value, offered) in chosen.items() if value and value not in offered]
    plan = Plan(
        title=words["title"],
        host=words["host"],
        day=day if len(day) == 10 and is_partial_date(day) else "",
        speaker=words["speaker"],
        call=words["call"],
        link=web_address(link),
        hall=chosen["hall"][0] if chosen["hall"][0] in HALLS else HALLS[0],
        paper=chosen["paper"][0] if chosen["paper"][0] in PAPERS else PAPERS[0],
    )
    whole = plan.with_items(items)
    dropped += [item.code for item in items if item not in whole.items]
    return Read(whole, tuple(dropped))


# What stands in the address, by its name there; the speaker's name does not.
IN_ADDRESS = ("items", "title", "host", "date", "call", "link", "hall", "paper")


def read_address(catalog: Catalog, query: Mapping[str, str]) -> Read:
    """The plan that an address holds. Never raises: what is unknown is dropped and named."""
    texts = {name: query[name] for name in IN_ADDRESS if name in query}
    return _read(catalog, texts, [code for code in texts.pop("items", "").split(",") if code])


def write_address(plan: Plan) -> dict[str, str]:
    """The shortest query that gives the plan back, without the speaker's name."""
    texts = {
        "items": ",".join(item.code for item in plan.items),
        "title": plan.title,
        "host": plan.host,
        "date": plan.day,
        "call": plan.call,
        "link": plan.link,
        "hall": plan.hall if plan.hall != HALLS[0] else "",
        "paper": plan.paper if plan.paper != PAPERS[0] else "",
    }
    return {name: text for name, text in texts.items() if text}


def write_file(plan: Plan) -> bytes:
    """The plan as a small file, the speaker's name included."""
    texts = write_address(plan) | ({"speaker": plan.speaker} if plan.speaker else {})
    texts.pop("items", None)
    content = {"kind": FILE_KIND, "version": FILE_VERSION, "items": [item.code for item in plan.items], **texts}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class NewerFileError(ValueError):
    """A file that a later version wrote: it may hold what this one does not understand."""


def read_file(catalog: Catalog, content: bytes) -> Read:
    """The plan that a file holds. Raises ValueError when it is no file of this kind, NewerFileError when it is from a later version."""
    try:
        said = json.loads(content.decode("utf-8-sig"))  # some editors put a mark before the text
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError("not a saved presentation") from error
    if not isinstance(said, dict) or said.get("kind") != FILE_KIND or not isinstance(said.get("items"), list):
        raise ValueError("not a saved presentation")
    version = said.get("version", FILE_VERSION)
    if not isinstance(version, int) or version > FILE_VERSION:
        raise NewerFileError(f"version {str(version)[:20]}")
    texts = {name: value for name, value in said.items() if isinstance(value, str)}
    return _read(catalog, texts, [code for code in said["items"] if isinstance(code, str)])
