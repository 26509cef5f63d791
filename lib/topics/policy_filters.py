"""The filters of the page on policy, as they stand in its address."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.exhibits import params_of
from lib.i18n import _
from lib.numbers import Number, Year
from lib.topics.policy import JURISDICTIONS, KINDS, STATES
from lib.urlstate import Choice, Many, Param

# Years in which the picture changed: the cuts of 2025, the pandemic, the Commission of Inquiry, the first US act.
SINCE = (2025, 2020, 2014, 2004)


@params_of("policy")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    years = tuple((str(year), _("{year}", year=Year(year))) for year in SINCE)
    lengths = tuple((str(number), _("the latest {number}", number=Number(number))) for number in (12, 40))
    return (
        Many("jurisdiction", _("Where"), tuple(JURISDICTIONS.items())),
        Choice("kind", _("Kind of decision"), (("all", _("all")), *KINDS.items())),
        Choice("state", _("State of the decision"), (("all", _("all")), *STATES.items())),
        Choice("since", _("Since"), (("all", _("all years")), *years)),
        Choice("latest", _("Show"), (*lengths, ("0", _("all")))),
        Choice("body", _("UN body"), (("both", _("both")), ("ga", _("General Assembly")), ("hrc", _("Human Rights Council")))),
    )
