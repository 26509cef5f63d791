"""What is known of an organization on a day, in words that never turn "nothing known" into "closed"; and the search.

Tables: `organizations`; for broadcasters the status is owned by `efforts` (column `status_effort_id`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog, Row
from lib.i18n import LazyText, Text, _
from lib.status import status_key, status_words

FOCUS: dict[str, LazyText] = {
    "rescue": _("Rescue"),
    "resettlement": _("Resettlement"),
    "education_empowerment": _("Education"),
    "women": _("Women"),
    "children": _("Children"),
    "information_inflow": _("Information inflow"),
    "media": _("Media"),
    "documentation": _("Documentation"),
    "legal_accountability": _("Legal accountability"),
    "policy_advocacy": _("Policy advocacy"),
    "research": _("Research"),
    "humanitarian": _("Humanitarian aid"),
    "faith_based": _("Faith-based"),
}

STATUS: dict[str, LazyText] = {
    "active": _("Known to be active"),
    "active_before": _("Active when last seen"),
    "changed": _("Paused, cut back or disputed"),
    "unknown": _("Nothing recent known"),
    "closed": _("Closed"),
}


@dataclass(frozen=True)
class Standing:
    """What is known of an organization on a day: a key of `STATUS`, and the words with their date."""

    key: str
    words: Text


# How a status of `lib.status` is grouped for the filter, the counts and the chart.
_GROUP: dict[str, str] = {
    "active": "active",
    "last_seen": "active_before",
    "restarted_small": "changed",
    "disputed": "changed",
    "paused": "changed",
    "suspended": "changed",
    "unknown": "unknown",
    "ended": "closed",
    "closed": "closed",
}


def standing(catalog: Catalog, row: Row, today: date) -> Standing:
    """What is known of an organization on `today`; broadcasters take it from their effort."""
    if effort_id := row.text("status_effort_id"):
        effort = catalog["efforts"].row(effort_id)
        status, as_of = effort.text("status"), effort.text("status_as_of")
        return Standing(_GROUP[status_key(status, as_of, today)], status_words(status, as_of, today, effort.text("status_note")))
    status, as_of = row.text("status"), row.text("status_as_of")
    directory = row.text("directory_as_of") if row["status_basis"] == "public_directory" else ""
    words = (
        _("nothing recent known") if status == "unknown" and not as_of else status_words(status, as_of, today, directory_as_of=directory)
    )
    return Standing(_GROUP[status_key(status, as_of, today)], words)


def _texts(row: Row, *names: str) -> str:
    return " ".join(row.text(name) for name in names).casefold()


def find(
    catalog: Catalog, today: date, q: str = "", focus: str = "any", country: str = "any", status: str = "any"
) -> tuple[tuple[Row, Standing], ...]:
    """Organizations whose texts hold every word of `q` and that fit the choices; "any" leaves a choice open.

    Those whose name holds the words come first, then by name.
    """
    wanted = q.casefold().split()
    found = []
    for row in catalog["organizations"]:
        known = standing(catalog, row, today)
        if (
            focus not in ("any", *row.items_of("focus"))
            or country not in ("any", row.text("iso2") or "none")
            or status not in ("any", known.key)
        ):
            continue
        named = _texts(row, "name", "native_name", "acronym")
        fields = " ".join(str(FOCUS[key]) for key in row.items_of("focus")).casefold()
        text = f"{named} {fields} {_texts(row, 'summary', 'hq_city', 'hq_country')}"
        if all(word in text for word in wanted):
            found.append((not all(word in named for word in wanted), row.text("name").casefold(), row, known))
    return tuple((row, known) for _rest, _name, row, known in sorted(found, key=lambda item: item[:2]))
