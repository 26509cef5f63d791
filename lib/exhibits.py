"""Exhibits (a figure with everything needed to trust and reuse it) and the one registry of facts and exhibits.

A topic module defines each fact and exhibit once, with `@fact_of("id")` or `@exhibit_of("id", page="…")`. Pages,
slides and tests only ask the registry. Ids are stable: they stand in links.
"""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog
from lib.charts.spec import Chart
from lib.i18n import LazyText, Text
from lib.provenance import Fact, Record
from lib.settings import read_settings
from lib.urlstate import Param, write

# Our own words in a cell become text when the table is drawn, in the language of that session; dates stay ISO texts.
Cell = str | int | float | bool | LazyText | None
Filter = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | None


@dataclass(frozen=True)
class Column:
    """A column of the table beside a chart; `unit` is said in the header, `language` marks cells that are not English."""

    name: str
    label: Text
    unit: Text = ""
    language: str = ""


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One exhibit, for one choice of filters; the registry makes it once, so it is compared by identity.

    `title` names the subject, `takeaway` is the finding in one live sentence, `subtitle` says unit and counter. Each
    row of `rows` has one cell per column; the first column holds the key of the data row it comes from. `chart` is None
    when the filters leave nothing to draw, and for exhibits that are tables by nature (`is_table`). `more` counts rows
    that fit the filters and are not in `rows`, because only the first ones were asked for.
    """

    exhibit_id: str
    page: str
    title: Text
    takeaway: Text
    subtitle: Text
    chart: Chart | None
    alt: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    record: Record
    actions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    is_table: bool = False
    more: int = 0

    @property
    def empty(self) -> bool:
        """Whether the filters leave nothing to show."""
        return not self.rows

    def to_csv(self) -> str:
        """Exactly what is shown, as CSV with the column names as header."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows(["" if cell is None else cell for cell in row] for row in self.rows)
        return buffer.getvalue()


FactBuilder = Callable[..., Fact]  # takes the catalog, and `today` if what it counts changes with the day
ExhibitBuilder = Callable[..., Exhibit]
ParamsBuilder = Callable[[Catalog], tuple[Param, ...]]


@dataclass(frozen=True)
class _ExhibitEntry:
    page: str
    build: ExhibitBuilder


_facts: dict[str, FactBuilder] = {}
_exhibits: dict[str, _ExhibitEntry] = {}
_params: dict[str, ParamsBuilder] = {}
_watchers: list[set[str]] = []


def fact_of(fact_id: str) -> Callable[[FactBuilder], FactBuilder]:
    """Registers the builder of a fact. Raises ValueError for an id that is taken."""

    def register(build: FactBuilder) -> FactBuilder:
        if fact_id in _facts:
            raise ValueError(f"fact {fact_id} is defined twice")
        _facts[fact_id] = build
        return build

    return register


def exhibit_of(exhibit_id: str, page: str) -> Callable[[ExhibitBuilder], ExhibitBuilder]:
    """Registers the builder of an exhibit and the page it belongs to. Raises ValueError for an id that is taken."""

    def register(build: ExhibitBuilder) -> ExhibitBuilder:
        if exhibit_id in _exhibits:
            raise ValueError(f"exhibit {exhibit_id} is defined twice")
        _exhibits[exhibit_id] = _ExhibitEntry(page, build)
        return build

    return register


def params_of(page: str) -> Callable[[ParamsBuilder], ParamsBuilder]:
    """Registers the filters of a page, which stand in its address. Raises ValueError for a page that has its filters already.

    The arguments of the page's exhibits bear the names of these filters, so that an exhibit can be shown alone in the
    same state; only `today` is given by whoever asks.
    """

    def register(build: ParamsBuilder) -> ParamsBuilder:
        if page in _params:
            raise ValueError(f"the filters of page {page} are defined twice")
        _params[page] = build
        return build

    return register


def _load_topics() -> None:
    from lib import topics

    topics.load()


def fact_ids() -> tuple[str, ...]:
    """All registered facts, in the order of their topics."""
    _load_topics()
    return tuple(_facts)


def exhibit_ids(page: str | None = None) -> tuple[str, ...]:
    """All registered exhibits, or those of one page."""
    _load_topics()
    return tuple(key for key, entry in _exhibits.items() if page in (None, entry.page))


@lru_cache(maxsize=64)
def page_params(catalog: Catalog, page: str) -> tuple[Param, ...]:
    """The filters of a page; none for a page that has registered none."""
    _load_topics()
    return _params[page](catalog) if page in _params else ()


def page_of(exhibit_id: str) -> str:
    """The page that an exhibit belongs to. Raises KeyError for an unknown id."""
    _load_topics()
    return _exhibits[exhibit_id].page


def argument_names(exhibit_id: str) -> tuple[str, ...]:
    """What an exhibit can be filtered by: the names of its builder's arguments. Raises KeyError for an unknown id."""
    _load_topics()
    return tuple(inspect.signature(_exhibits[exhibit_id].build).parameters)[1:]


def query_of(catalog: Catalog, exhibit_id: str, filters: Mapping[str, Filter]) -> dict[str, str]:
    """The part of an address that shows one exhibit in this state, in the order of its page; defaults and the day are left out."""
    return write([param for param in page_params(catalog, page_of(exhibit_id)) if param.name in filters], filters)


@lru_cache(maxsize=1024)
def _build_fact(catalog: Catalog, fact_id: str, today: date | None) -> Fact:
    built = _facts[fact_id](catalog) if today is None else _facts[fact_id](catalog, today)
    if built.fact_id != fact_id:
        raise ValueError(f"fact {fact_id} calls itself {built.fact_id}")
    return built


@lru_cache(maxsize=1024)
def _is_daily(fact_id: str) -> bool:
    return "today" in inspect.signature(_facts[fact_id]).parameters


def fact(catalog: Catalog, fact_id: str) -> Fact:
    """A fact by id, built once per catalog, and once a day if its builder takes `today`. Raises KeyError for an unknown id."""
    _load_topics()
    for seen in _watchers:
        seen.add(fact_id)
    return _fact_of_today(catalog, fact_id)


def _fact_of_today(catalog: Catalog, fact_id: str) -> Fact:
    return _build_fact(catalog, fact_id, read_settings().today() if _is_daily(fact_id) else None)


def all_facts(catalog: Catalog) -> tuple[Fact, ...]:
    """Every registered fact, for indexes over all of them: asking for it does not count as showing a fact."""
    _load_topics()
    return tuple(_fact_of_today(catalog, fact_id) for fact_id in _facts)


@lru_cache(maxsize=512)
def _build_exhibit(catalog: Catalog, exhibit_id: str, filters: tuple[tuple[str, Filter], ...]) -> Exhibit:
    built = _exhibits[exhibit_id].build(catalog, **dict(filters))
    if built.exhibit_id != exhibit_id:
        raise ValueError(f"exhibit {exhibit_id} calls itself {built.exhibit_id}")
    return built


def exhibit(catalog: Catalog, exhibit_id: str, **filters: Filter) -> Exhibit:
    """An exhibit by id for the given filters. Raises KeyError for an unknown id."""
    _load_topics()
    built = _build_exhibit(catalog, exhibit_id, tuple(sorted(filters.items())))
    for seen in _watchers:
        seen.update(built.facts)
    return built


class watch_facts:  # noqa: N801 - reads as a statement: `with watch_facts() as seen`
    """Collects the ids of all facts that are asked for while it is open: how tests know which facts pages use."""

    def __enter__(self) -> set[str]:
        self._seen: set[str] = set()
        _watchers.append(self._seen)
        return self._seen

    def __exit__(self, *_: object) -> None:
        _watchers.remove(self._seen)
