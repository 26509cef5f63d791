"""What stopped, what runs, what one person can support: selections of efforts, actions and organizations."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import first_day, year_of
from lib.status import status_key
from lib.topics.actions import Action, actions
from lib.topics.information import group_of, hours_rows, stopped_rows
from lib.topics.standing import Standing, standing

FIELD = "information_inflow"


def stopped(catalog: Catalog) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Channels that ended or were suspended since the year of the large cuts, and those that did so before; latest first."""
    year = year_of(hours_rows(catalog)[1].text("date"))
    rows = stopped_rows(catalog)
    since = tuple(row for row in rows if year_of(row.text("ended") or row.text("status_as_of")) >= year)
    return since, tuple(row for row in rows if row not in since)


def running(catalog: Catalog, today: date) -> dict[str, tuple[Row, ...]]:
    """Channels that may be at work, latest evidence first, in three groups.

    "active" has evidence of the last 18 months, "changed" is back on a small scale or disputed, "last_seen" was last seen
    active longer ago.
    """
    rows = sorted(
        catalog["efforts"].where(lambda row: group_of(row) == "running"),
        key=lambda row: (first_day(row.text("status_as_of") or "1900"), row.key),
        reverse=True,
    )
    groups: dict[str, list[Row]] = {"active": [], "changed": [], "last_seen": []}
    for row in rows:
        key = status_key(row.text("status"), row.text("status_as_of"), today)
        groups[key if key in groups else "changed"].append(row)
    return {name: tuple(items) for name, items in groups.items()}


def supporting(catalog: Catalog) -> tuple[Action, ...]:
    """Actions that bear on information inflow: those of its step first, then others that rest on a fact of this field."""
    own = tuple(action for action in actions(catalog) if action.step.key == FIELD)
    rest = tuple(
        action for action in actions(catalog) if action not in own and any(name.startswith("information.") for name in action.traced)
    )
    return (*own, *rest)  # fmt: skip


def organizations(catalog: Catalog, today: date) -> tuple[tuple[tuple[Row, Standing], ...], tuple[tuple[Row, Standing], ...]]:
    """Organizations that work on information inflow: those with some evidence of work, and those of which nothing recent is known.

    An organization with a safeguarding note is left out: this is a list of whom one can support.
    """
    known = [
        (row, standing(catalog, row, today))
        for row in sorted(catalog["organizations"], key=lambda row: row.text("name").casefold())
        if FIELD in row.items_of("focus") and not row.flag("safeguarding")
    ]
    at_work = tuple(item for item in known if item[1].key in ("active", "active_before", "changed"))
    return at_work, tuple(item for item in known if item not in at_work)
