"""The filters of the page on information inflow, as they stand in its address."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.exhibits import params_of
from lib.i18n import _
from lib.topics.information import CHANNELS
from lib.topics.information_events import events_params
from lib.topics.information_survey_words import surveys_param
from lib.topics.information_tables import PLACES
from lib.topics.information_volume import METRICS
from lib.urlstate import Choice, Many, Param


@params_of("information")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    return (
        Choice(
            "runs",
            _("State"),
            (
                ("all", _("all")),
                ("running", _("running, restarted or disputed")),
                ("ended", _("ended or suspended")),
                ("unknown", _("unknown")),
            ),
        ),
        Many("channel", _("Way of sending"), tuple(CHANNELS.items())),
        Choice("laws", _("Laws of"), (("all", _("all")), *PLACES.items())),
        surveys_param(),
        *events_params(catalog),
        Choice("counted", _("What was counted"), tuple(METRICS.items())),
    )
