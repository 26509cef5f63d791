"""The choice of a presentation in this session: taken from the address when that changes, written back, every step undone.

The address holds the whole choice but the speaker's name. That stays in the session and in saved files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

import streamlit as st

from lib.catalog import Catalog
from lib.export.plan import IN_ADDRESS, MOST_ITEMS, Item, Plan, Read, read_address, read_file, write_address, write_file
from lib.i18n import LazyText, Text, _
from lib.links import web_address
from lib.numbers import Number
from lib.ui.escape import md
from lib.ui.late import is_late, replaced
from lib.urlstate import PLATFORM_PARAMS

PAGE = "present"
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)  # what the calendar of the page offers
MOST_STEPS = 20
FIELDS = ("title", "host", "day", "speaker", "call", "link", "hall", "paper")
_PLAN, _WRITTEN, _STEPS, _SAID = "present_plan", "present_written", "present_steps", "present_said"
FULL = _("A presentation holds at most {number} items. Remove one to add another.")


@dataclass(frozen=True)
class _Step:
    """The plan before a change. When the change was of the items only, undoing leaves the typed words alone."""

    plan: Plan
    whole: bool


def kept() -> Plan:
    """The plan of this session, on any page."""
    plan = _revived(st.session_state.get(_PLAN, Plan()))
    st.session_state[_PLAN] = plan
    return plan


def _revived(plan: object) -> Plan:
    """A plan that may be from before this copy was updated: then its class is not that of today, but it holds the same words."""
    if isinstance(plan, Plan):
        return plan
    try:
        words = {each.name: getattr(plan, each.name) for each in fields(Plan) if each.name != "items"}
        items = [Item(item.kind, item.key, item.filters) for item in getattr(plan, "items", ())]
        return Plan(**words).with_items(items)
    except AttributeError:
        return Plan()


def key_of(name: str) -> str:
    """The key of the field that holds a part of the plan."""
    return f"present-{name}"


def say(words: Text) -> None:
    """Keeps one sentence about what was just done, to be shown once."""
    st.session_state[_SAID] = words


def said() -> Text:
    """What was just done, once; empty when there is nothing to say."""
    words = st.session_state.pop(_SAID, "")
    return words if isinstance(words, (str, LazyText)) else ""


def change(plan: Plan, whole: bool = False) -> None:
    """Puts another plan in place of the present one, which can be brought back. `whole` also changes the words."""
    before = kept()
    if plan == before:
        return
    steps = [*st.session_state.get(_STEPS, ()), _Step(before, whole)]
    st.session_state[_STEPS] = steps[-MOST_STEPS:]
    _put(plan, whole)


def undo() -> None:
    """Brings back what was there before the last change."""
    steps = list(st.session_state.get(_STEPS, ()))
    if steps:
        step = steps.pop()
        st.session_state[_STEPS] = steps
        before = _revived(step.plan)
        _put(before if step.whole else kept().with_items(before.items), step.whole)


def can_undo() -> bool:
    """Whether there is a change to undo."""
    return bool(st.session_state.get(_STEPS))


def add(item: Item) -> None:
    """Adds an item at the end, or says why not."""
    before = kept()
    if item in before.items:
        say(_("This is in your slides already."))
    elif len(before.items) >= MOST_ITEMS:
        say(FULL.filled(number=Number(MOST_ITEMS)))
    else:
        change(before.added(item))


def _put(plan: Plan, words: bool = True) -> None:
    """Sets the plan and, with its `words`, the fields of the page. Otherwise what is just being typed stays in them."""
    st.session_state[_PLAN] = plan
    for name in FIELDS if words else ():
        st.session_state[key_of(name)] = _for_field(plan, name)


def _for_field(plan: Plan, name: str) -> str | date | None:
    if name == "day":
        return date.fromisoformat(plan.day) if plan.day else None
    return str(getattr(plan, name))


def _from_fields(catalog: Catalog, plan: Plan) -> Plan:
    """The plan with what is typed on the page, cleaned as if it came from a file."""
    typed = {name: st.session_state[key_of(name)] for name in FIELDS if key_of(name) in st.session_state}
    day = typed.get("day")
    texts: dict[str, str] = {name: str(value or "") for name, value in typed.items() if name != "day"}
    if "day" in typed:
        texts["day"] = day.isoformat() if isinstance(day, date) else ""
    texts["link"] = web_address(texts.get("link", plan.link))
    raw = replace(plan, **texts)  # type: ignore[arg-type]
    if raw == plan:
        return plan
    words = read_file(catalog, write_file(replace(raw, items=()))).plan
    return replace(words, items=plan.items)


def _in_reach(read: Read) -> Read:
    """Without a date that the calendar of the page does not reach."""
    day = read.plan.day
    if not day or EARLIEST <= date.fromisoformat(day) <= LATEST:
        return read
    return Read(replace(read.plan, day=""), (*read.dropped, f"date={day}"))


def _own(query: Mapping[str, str]) -> dict[str, str]:
    return {name: query[name] for name in IN_ADDRESS if name in query}


def begin(catalog: Catalog) -> tuple[str, ...]:
    """Settles which plan holds, before anything is drawn; returns what the address asks for and the data do not have."""
    query, written = _own(st.query_params), st.session_state.get(_WRITTEN, {})
    arrived = st.session_state.get("page_before") != PAGE
    if query != written and not is_late(PAGE, query) and (query or not arrived):
        read = _in_reach(read_address(catalog, query))
        plan = replace(read.plan, speaker=kept().speaker)
        if kept().items:
            change(plan, whole=True)
        _put(plan)
        return read.dropped
    if arrived:
        _put(kept())
    else:
        st.session_state[_PLAN] = _from_fields(catalog, kept())
        for name in FIELDS:  # a field that was not drawn in the last run has lost its state
            st.session_state.setdefault(key_of(name), _for_field(kept(), name))
    return ()


def finish(catalog: Catalog) -> None:
    """Writes the plan into the address in one step. An address that says the same in other words stays as it is."""
    query, own = write_address(kept()), _own(st.query_params)
    read = read_address(catalog, own)
    if read.dropped or write_address(read.plan) != query:
        others = {name: st.query_params[name] for name in st.query_params if name not in own}
        keep = {name: value for name, value in others.items() if name not in PLATFORM_PARAMS or name == "lang"}
        replaced(PAGE, own, st.session_state.get(_WRITTEN, {}))
        st.session_state[_WRITTEN] = query  # first: another click can end this run as soon as the address is sent
        st.query_params.from_dict(keep | query)
    else:
        st.session_state[_WRITTEN] = own


def open_file(catalog: Catalog, content: bytes) -> tuple[str, ...]:
    """Takes the plan of a saved file; returns what it holds and the data do not have. Raises ValueError for another kind of file."""
    read = _in_reach(read_file(catalog, content))
    change(read.plan, whole=True)
    return read.dropped


def left_out(words: LazyText, dropped: tuple[str, ...]) -> None:
    """A short notice that names what was left out; `words` has a place {listed}."""
    if dropped:
        # A file can hold halves of characters, which no page can show.
        listed = ", ".join("".join(sign for sign in part[:60] if sign.isprintable()) for part in dropped[:5])
        more = " …" if len(dropped) > 5 else ""
        st.info(md(words.filled(listed=listed + more)), icon=":material/link_off:")
