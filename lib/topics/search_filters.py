"""The filters of the page of results, as they stand in its address."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.exhibits import params_of
from lib.i18n import LazyText, _
from lib.urlstate import Many, Param, Words

# What can be found, in the order in which a reader may choose.
KINDS: dict[str, LazyText] = {
    "page": _("Pages"),
    "fact": _("Figures"),
    "exhibit": _("Charts and tables"),
    "wording": _("Safe wording"),
    "claim": _("Checked claims"),
    "mistake": _("Common mistakes"),
    "disagreement": _("Where sources differ"),
    "organization": _("Organizations"),
    "action": _("Things you can do"),
    "decision": _("Decisions"),
    "mission": _("Missions in Pyongyang"),
    "event": _("Events"),
    "term": _("Terms"),
    "table": _("Tables of the data"),
}


@params_of("search")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """What is looked for, and in what kinds of things."""
    return (Words("q", _("Words")), Many("kind", _("Only"), tuple(KINDS.items())))
