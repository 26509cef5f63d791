"""What is known of an organization on a day, in words that never turn "nothing known" into "closed"; and the search.

Tables: `organizations`; where an effort carries information, it owns the status (column `status_effort_id` names it in `efforts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.i18n import LazyText, Text, _
from lib.numbers import Number
from lib.status import OLD_AFTER_MONTHS, status_key, status_words
from lib.topics.organization_audience import invites

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


# What each group of statuses means, for readers.
MEANING: dict[str, LazyText] = {
    "active": _("A source of the last {months} months shows it at work: its own page, the press, or a public directory.").filled(
        months=Number(OLD_AFTER_MONTHS)
    ),
    "active_before": _("The newest sign of work is older than {months} months. It may well be active still.").filled(
        months=Number(OLD_AFTER_MONTHS)
    ),
    "changed": _("It stopped and began again in part, or sources disagree about whether it runs."),
    "unknown": _("No recent source says whether it is active. This does not mean that it has closed."),
    "closed": _("A source says that it has ended."),
}

BASIS: dict[str, LazyText] = {
    "own_publication": _("Rests on a publication of its own."),
    "press": _("Rests on the press, another organization or an official record."),
    "public_directory": _("Rests only on a public directory, which is a secondary source."),
    "none": _("No recent source was found."),
}


@dataclass(frozen=True)
class Standing:
    """What is known of an organization on a day: a key of `STATUS`, and the words with their date.

    `basis` says what the words rest on; `also` what a public directory says besides, or nothing.
    """

    key: str
    words: Text
    basis: Text
    also: Text = ""


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


def _directory(row: Row) -> Text:
    """What the public directory says, where the status rests on something else."""
    listed = row.text("directory_as_of")
    if not listed or row["status_basis"] == "public_directory":
        return ""
    if row["status"] == "unknown":
        return _("a public directory of {date} calls its status unclear", date=When(listed))
    return _("a public directory of {date} lists it as active", date=When(listed))


def standing(catalog: Catalog, row: Row, today: date) -> Standing:
    """What is known of an organization on `today`; where an effort owns the status, it is taken from there."""
    basis, also = BASIS[row.text("status_basis")], _directory(row)
    if effort_id := row.text("status_effort_id"):
        effort = catalog["efforts"].row(effort_id)
        status, as_of = effort.text("status"), effort.text("status_as_of")
        words = status_words(status, as_of, today, effort.text("status_note"))
        return Standing(_GROUP[status_key(status, as_of, today)], words, basis, also)
    status, as_of = row.text("status"), row.text("status_as_of")
    directory = row.text("directory_as_of") if row["status_basis"] == "public_directory" else ""
    words = (
        _("nothing recent known") if status == "unknown" and not as_of else status_words(status, as_of, today, directory_as_of=directory)
    )
    return Standing(_GROUP[status_key(status, as_of, today)], words, basis, also)


def _texts(row: Row, *names: str) -> str:
    return " ".join(row.text(name) for name in names).casefold()


def find(
    catalog: Catalog,
    today: date,
    q: str = "",
    focus: str = "any",
    country: str = "any",
    status: str = "any",
    audience: tuple[str, ...] = (),
) -> tuple[tuple[Row, Standing], ...]:
    """Organizations whose texts hold every word of `q` and that fit the choices; "any" leaves a choice open.

    Several audiences are joined by "or". Those whose name holds the words come first, then by name.
    """
    wanted = q.casefold().split()
    found = []
    for row in catalog["organizations"]:
        known = standing(catalog, row, today)
        if (
            focus not in ("any", *row.items_of("focus"))
            or country not in ("any", row.text("iso2") or "none")
            or status not in ("any", known.key)
            or not invites(catalog, row, audience)
        ):
            continue
        named = _texts(row, "name", "native_name", "acronym")
        fields = " ".join(str(FOCUS[key]) for key in row.items_of("focus")).casefold()
        text = f"{named} {fields} {_texts(row, 'summary', 'hq_city', 'hq_country')}"
        if all(word in text for word in wanted):
            found.append((not all(word in named for word in wanted), row.text("name").casefold(), row, known))
    return tuple((row, known) for _rest, _name, row, known in sorted(found, key=lambda item: item[:2]))
