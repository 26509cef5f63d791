"""The filters of the page on the data, as they stand in its address."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog
from lib.exhibits import params_of
from lib.i18n import LazyText, _
from lib.provenance import SOURCE_KINDS
from lib.settings import read_settings
from lib.topics.data_sources import LINK_POLICIES, ORDERS
from lib.topics.gaps import GAP_TOPICS
from lib.urlstate import Amount, Choice, Day, Param, Words

VIEWS: dict[str, LazyText] = {
    "tables": _("Tables"),
    "sources": _("Sources"),
    "unknown": _("What is unknown"),
    "changes": _("What changed"),
}
NO_TABLE = "all"
PER_PAGE = 50
MONTHS_BACK = 12
FIRST_DAY = date(2000, 1, 1)
ANY = ("any", _("Any"))


def today() -> date:
    """The day up to which a reader may ask what changed."""
    return read_settings().today()


SINCE = Day("since", _("Since"), FIRST_DAY, MONTHS_BACK, today)


@params_of("data")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page; `row` is the key of one row of the chosen table."""
    tables = sorted(((table.name, table.schema.title) for table in catalog.tables.values()), key=lambda pair: pair[1])
    pages = max(len(table) for table in catalog.tables.values()) // PER_PAGE + 1
    return (
        Choice("view", _("Part of the page"), tuple(VIEWS.items())),
        Choice("table", _("Table"), ((NO_TABLE, _("all tables")), *tables)),
        Words("row", _("Row")),
        Words("q", _("Search title, publisher or site")),
        Words("publisher", _("Publisher")),
        Choice("kind", _("Kind of source"), (ANY, *SOURCE_KINDS.items())),
        Choice("state_media", _("State media"), (ANY, ("yes", _("only state media")), ("no", _("without state media")))),
        Choice("policy", _("Link"), (ANY, *LINK_POLICIES.items())),
        Choice("order", _("Order"), tuple(ORDERS.items())),
        Choice("topic", _("Topic"), (("all", _("all")), *GAP_TOPICS.items())),
        SINCE,
        Amount("page", _("Page"), 1, 1, pages),
    )
