"""Filters whose state is the page's address: read and validated before any widget, written back after.

The address wins when it changes (a link, Back); without parameters the page remembers its last filters in the session,
because Back after a page change loses them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from lib.i18n import _
from lib.ui.escape import md
from lib.ui.late import is_late, replaced
from lib.urlstate import PLATFORM_PARAMS, Amount, Choice, Day, Many, Param, StateValue, Words, Years, parse, write


def _draw(param: Param, key: str) -> None:
    label = str(param.label)
    if isinstance(param, Choice):
        words = dict(param.options)
        st.selectbox(label, list(words), key=key, format_func=lambda item: str(words[item]))
    elif isinstance(param, Many):
        words = dict(param.options)
        st.pills(label, list(words), selection_mode="multi", key=key, format_func=lambda item: str(words[item]))
    elif isinstance(param, Years):
        st.slider(label, param.first, param.last, key=key)
    elif isinstance(param, Amount):
        st.number_input(label, param.lowest, param.highest, step=1, key=key)
    elif isinstance(param, Day):
        st.date_input(label, min_value=param.first, max_value=param.last, key=key)
    else:
        st.text_input(label, key=key, max_chars=200)


def _from_widget(param: Param, value: Any) -> StateValue:
    if isinstance(param, Words):
        return str(value or "").strip()
    if isinstance(param, (Many, Years)):
        return tuple(value or ())
    if isinstance(param, Amount):
        return param.default if value is None else int(value)
    if isinstance(param, Day):
        return value.isoformat() if isinstance(value, date) else param.default
    return param.default if value is None else str(value)


class Filters:
    """The filters of one page. Make it first, draw each filter where it belongs, call `finish` at the end."""

    def __init__(self, page: str, params: Sequence[Param], also: Sequence[str] = ()) -> None:
        """`also` names parameters of the address that the page reads by itself: they are left as they are."""
        self._page = page
        self._also = frozenset(also)
        self._params = {param.name: param for param in params}
        self.values: dict[str, StateValue] = {}
        self._seen: dict[str, str] = {}  # what the address says of this page's filters
        self._prepare()

    def _key(self, name: str) -> str:
        return f"filter-{self._page}-{name}"

    def _prepare(self) -> None:
        query = {name: st.query_params.get_all(name) for name in st.query_params if name not in self._also}
        own = {name: raw for name, raw in query.items() if name in self._params}
        store = st.session_state.setdefault("page_filters", {})
        last = store.get(self._page)
        parsed = parse(list(self._params.values()), query)
        arrived = st.session_state.get("page_before") != self._page
        written = last["query"] if last else {}
        self._seen = {name: raw[-1] for name, raw in own.items()}
        changed = self._seen != written and not is_late(self._page, self._seen)
        if own and (arrived or changed):
            self._take(dict(parsed.values))
        elif arrived and last:
            self._take(last["values"])
        elif changed and written and not arrived:
            self._take(dict(parsed.values))
        for name, param in self._params.items():
            value = st.session_state.setdefault(self._key(name), self._for_widget(param, param.default))
            self.values[name] = _from_widget(param, value)
        if parsed.dropped:
            listed = ", ".join(f"{name[:40]}={text[:40]}" for name, text in parsed.dropped[:5])
            st.info(
                md(_("The address asks for something this page does not have, so it was left out: {listed}.", listed=listed)),
                icon=":material/link_off:",
            )
            for name, _text in parsed.dropped:
                del st.query_params[name]
                self._seen.pop(name, None)

    @staticmethod
    def _for_widget(param: Param, value: StateValue) -> Any:
        if isinstance(param, Day):
            return date.fromisoformat(str(value))
        return list(value) if isinstance(param, Many) and isinstance(value, tuple) else value

    def _take(self, values: dict[str, StateValue]) -> None:
        for name, param in self._params.items():
            st.session_state[self._key(name)] = self._for_widget(param, values.get(name, param.default))

    def put(self, name: str, value: StateValue) -> None:
        """Sets a value from the page itself, before the filter is drawn."""
        st.session_state[self._key(name)] = self._for_widget(self._params[name], value)
        self.values[name] = value

    def draw(self, *names: str) -> None:
        """Draws the named filters side by side (one under the other on a phone) and reads them."""
        width = min(300, 990 // len(names) - 16)  # four or five still stand in one row on a desk
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"filters-{self._page}-{names[0]}"):
            for name in names:
                with st.container(width="stretch" if isinstance(self._params[name], Many) else width):
                    _draw(self._params[name], self._key(name))
        for name in names:
            self.values[name] = _from_widget(self._params[name], st.session_state[self._key(name)])

    def segments(self, name: str, icons: Mapping[str, str]) -> str:
        """Draws a choice as a row of segments, of which one is always chosen, and returns its value."""
        param = self._params[name]
        words = dict(param.options) if isinstance(param, Choice) else {}
        st.segmented_control(
            str(param.label),
            list(words),
            required=True,
            key=self._key(name),
            format_func=lambda item: f"{icons[item]} {md(words[item])}",
            label_visibility="collapsed",
        )
        self.values[name] = _from_widget(param, st.session_state[self._key(name)])
        return self.text(name)

    def text(self, name: str) -> str:
        """The value of a choice or a search."""
        return str(self.values[name])

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a multiple choice."""
        value = self.values[name]
        return tuple(str(item) for item in value) if isinstance(value, tuple) else ()

    def years(self, name: str) -> tuple[int, int]:
        """The first and last year of a span."""
        value = self.values[name]
        return (int(value[0]), int(value[1])) if isinstance(value, tuple) and len(value) == 2 else (0, 9999)

    def number(self, name: str) -> int:
        """The value of an amount."""
        value = self.values[name]
        return value if isinstance(value, int) else 0

    def finish(self) -> None:
        """Writes the state into the address, defaults left out, and remembers it for this session."""
        query = write(list(self._params.values()), self.values)
        said = {name for name in self._params if name not in query and name in st.query_params and self._names_default(name)}
        shown = {name: query.get(name, st.query_params.get(name, "")) for name in self._params if name in query or name in said}
        store = st.session_state["page_filters"]
        before = store[self._page]["query"] if self._page in store else {}
        store[self._page] = {"query": shown, "values": dict(self.values)}
        if shown != self._seen or any(len(st.query_params.get_all(name)) > 1 for name in shown):
            replaced(self._page, self._seen, before)
            self._write(shown)

    def _write(self, shown: Mapping[str, str]) -> None:
        """Puts the state into the address, in one step so that no half of it is ever sent back."""
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in self._params}
        keep = {name: raw for name, raw in others.items() if name not in PLATFORM_PARAMS or name == "lang"}
        st.query_params.from_dict({**keep, **shown})

    def _names_default(self, name: str) -> bool:
        """Whether the address says a default in so many words: it stays, since each rewriting would trap the Back button."""
        try:
            return self._params[name].parse(st.query_params.get_all(name)) == self._params[name].default
        except ValueError:
            return False

    def reset_button(self) -> None:
        """A button back to the defaults, shown only when a filter is set."""
        if write(list(self._params.values()), self.values):
            st.button(
                str(_("Reset filters")), icon=":material/restart_alt:", type="tertiary", on_click=self._reset(), key=f"reset-{self._page}"
            )

    def _reset(self) -> Callable[[], None]:
        def reset() -> None:
            self._take({})

        return reset
