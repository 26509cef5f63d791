"""The filters of the finder of actions, as they stand in the address of its page."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.exhibits import params_of
from lib.i18n import _
from lib.topics.actions import AUDIENCE, COST, EFFORT, REGION
from lib.topics.steps import STEPS
from lib.urlstate import Choice, Param, Words

ANY = ("any", _("Any"))


@params_of("act")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    return (
        Choice("effort", _("Time I have"), (ANY, *EFFORT.items())),
        Choice("cost", _("Money"), (ANY, *COST.items())),
        Choice("audience", _("I am one of"), (ANY, *((key, words) for key, words in AUDIENCE.items() if key != "anyone"))),
        Choice("region", _("Where I am"), (ANY, *((key, words) for key, words in REGION.items() if key != "global"))),
        Choice("step", _("Step"), (("any", _("All steps")), *((step.key, step.name) for step in STEPS))),
        Words("q", _("Search these actions")),
    )
