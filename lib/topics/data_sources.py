"""Sources: the search over the table `sources`, and the words of its filters."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import last_day
from lib.i18n import LazyText, _
from lib.provenance import Source, source
from lib.topics.data_usage import guarded_sources, usage

LINK_POLICIES: dict[str, LazyText] = {
    "open": _("linked"),
    "label_state_media": _("linked, labeled as state media"),
    "repoint": _("linked only to the original page"),
    "no_link": _("cited without a link"),
    "no_link_state_media": _("state media, cited without a link"),
}
ORDERS: dict[str, LazyText] = {
    "used": _("most used first"),
    "newest": _("newest first"),
    "title": _("by title"),
}


@lru_cache(maxsize=2)
def _texts(catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Of each source the words that a search looks at, and its publisher, both in lower case."""
    return {
        row.key: (
            " ".join(row.text(name) for name in ("source_id", "title", "publisher", "host", "caveat")).casefold(),
            row.text("publisher").casefold(),
        )
        for row in catalog["sources"]
    }


def _rank(catalog: Catalog, row: Row, order: str) -> tuple[int, str]:
    if order == "used":
        index = usage(catalog)
        facts, rows = index.facts_on_source.get(row.key, ()), index.rows_on_source.get(row.key, ())
        return (-1000 * len(facts) - len(rows), row.text("title").casefold())
    if order == "newest":
        published = row.text("published")
        return (-last_day(published).toordinal() if published else 0, row.text("title").casefold())
    return (0, row.text("title").casefold())


@lru_cache(maxsize=256)
def find_sources(
    catalog: Catalog,
    q: str = "",
    publisher: str = "",
    kind: str = "any",
    state_media: str = "any",
    policy: str = "any",
    order: str = "used",
) -> tuple[str, ...]:
    """Ids of the sources that hold every word of `q`, whose publisher holds every word of `publisher`, and that fit the choices."""
    wanted, by = q.casefold().split(), publisher.casefold().split()
    texts = _texts(catalog)
    found = [
        row
        for row in catalog["sources"]
        if kind in ("any", row["kind"])
        and policy in ("any", row["link_policy"])
        and state_media in ("any", "yes" if row.flag("state_media") else "no")
        and all(word in texts[row.key][0] for word in wanted)
        and all(word in texts[row.key][1] for word in by)
    ]
    return tuple(row.key for row in sorted(found, key=lambda row: _rank(catalog, row, order)))


def shown_source(catalog: Catalog, source_id: str) -> Source:
    """A source as it may be shown: without its link where a safeguarding note stands. Raises KeyError for an unknown id."""
    item = source(catalog, source_id)
    return replace(item, link="") if source_id in guarded_sources(catalog) else item
