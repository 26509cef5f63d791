"""Who can take part in an organization's work, and what in the data says so. Tables: `actions`, `organizations`.

Nothing is claimed that no row states: a group takes volunteers online only if a volunteer action that works online names
it, and in person only if such an action names a country. A page for volunteers without either is "place not stated".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import LazyText, Text, _

AUDIENCES: dict[str, LazyText] = {
    "volunteers_online": _("Online volunteers"),
    "volunteers_in_person": _("Volunteers in person"),
    "volunteers": _("Volunteers (place not stated)"),
    "donors": _("Donors"),
    "guests": _("Guests at events"),
    "students": _("Students"),
    "teachers": _("Teachers"),
    "professionals": _("Professionals"),
    "faith_groups": _("Faith groups"),
    "policy": _("People in policy"),
}

# Actions in which the reader offers something to groups that, as far as the sources say, have not asked for it.
OFFERED = frozenset({"translate-korean"})


def _volunteers(action: Row) -> bool:
    return action["step"] == "volunteer" and action["cost"] != "donation" and action.key not in OFFERED


_TESTS: dict[str, Callable[[Row], bool]] = {
    "volunteers_online": lambda action: _volunteers(action) and action["region"] == "online",
    "volunteers_in_person": lambda action: _volunteers(action) and action["region"] not in ("online", "global"),
    "donors": lambda action: action["cost"] == "donation",
    "guests": lambda action: action["step"] == "attend_event",
    **{
        key: lambda action, key=key: action["audience"] == key  # type: ignore[misc]
        for key in ("students", "teachers", "professionals", "faith_groups", "policy")
    },
}
_PAGES = {"donors": "donate_url", "volunteers": "volunteer_url"}


@dataclass(frozen=True, eq=False)
class Way:
    """One way to take part: a key of `AUDIENCES`, and the action or the page of the organization that says so."""

    audience: str
    action: Row | None = None
    page: str = ""


@lru_cache(maxsize=4)
def _by_organization(catalog: Catalog) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for action in catalog["actions"]:
        for key in action.items_of("org_ids"):
            found.setdefault(key, []).append(action)
    return {key: tuple(rows) for key, rows in found.items()}


def actions_of(catalog: Catalog, row: Row) -> tuple[Row, ...]:
    """The actions an organization takes part in, in the order of the table; none behind a safeguarding note."""
    return () if row.flag("safeguarding") else _by_organization(catalog).get(row.key, ())


def ways(catalog: Catalog, row: Row) -> tuple[Way, ...]:
    """Every way to take part in an organization's work, in the order of `AUDIENCES`; none behind a safeguarding note."""
    if row.flag("safeguarding"):
        return ()
    actions = actions_of(catalog, row)
    found = [Way(audience, action) for audience, test in _TESTS.items() for action in actions if test(action)]
    placed = any(way.audience.startswith("volunteers_") for way in found)
    for audience, column in _PAGES.items():
        if row.text(column) and not (audience == "volunteers" and placed):
            found.append(Way(audience, page=row.text(column)))
    order = list(AUDIENCES)
    return tuple(sorted(found, key=lambda way: order.index(way.audience)))


def invites(catalog: Catalog, row: Row, audiences: tuple[str, ...]) -> bool:
    """Whether an organization has a way to take part for any of these audiences; without a choice every one fits."""
    return not audiences or any(way.audience in audiences for way in ways(catalog, row))


def evidence(catalog: Catalog, action: Row) -> Text:
    """How old the newest source of an action is."""
    dates = [catalog["sources"].row(source_id).text("published") for source_id in action.sources]
    newest = max(dates, default="")
    return _("newest source: {date}", date=When(newest)) if newest else _("sources not dated")
