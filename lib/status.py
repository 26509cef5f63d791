"""Whether something still runs, in words that do not outlive their evidence.

One place for the wording of organizations and of efforts that carry information: "active" older than 18 months is
"active when last seen". Functions are pure: the caller gives today's date.
"""

from __future__ import annotations

from datetime import date

from lib.dates import When, last_day
from lib.i18n import LazyText, Text, _

OLD_AFTER_MONTHS = 18

# What a status is called in filters, legends and counts, where its date stands elsewhere.
STATUS_LABELS: dict[str, LazyText] = {
    "active": _("active"),
    "last_seen": _("active when last seen"),
    "restarted_small": _("restarted on a small scale"),
    "disputed": _("disputed"),
    "paused": _("paused"),
    "suspended": _("suspended"),
    "unknown": _("unknown"),
    "ended": _("ended"),
    "closed": _("closed"),
}

_DATED: dict[str, LazyText] = {
    "active": _("active, as of {date}"),
    "last_seen": _("active when last seen, {date}"),
    "restarted_small": _("restarted on a small scale, as of {date}"),
    "disputed": _("disputed, as of {date}"),
    "paused": _("paused, as of {date}"),
    "suspended": _("suspended, as of {date}"),
    "unknown": _("unknown: nothing known after {date}"),
    "ended": _("ended, as of {date}"),
    "closed": _("closed, as of {date}"),
}

_IN_DIRECTORY: dict[str, LazyText] = {
    "active": _("active according to a public directory, {date}"),
    "last_seen": _("active when last seen in a public directory, {date}"),
    "unknown": _("unclear according to a public directory, {date}"),
}


def too_old(as_of: str, today: date) -> bool:
    """Whether evidence dated `as_of` (partial ISO date, not empty) is more than 18 months old on `today`."""
    seen = last_day(as_of)
    months = (today.year - seen.year) * 12 + today.month - seen.month
    return (months, today.day) > (OLD_AFTER_MONTHS, seen.day)


def status_key(status: str, as_of: str, today: date) -> str:
    """The status as it may be shown on `today`: a key of `STATUS_LABELS`, where old or undated "active" is "last_seen"."""
    return "last_seen" if status == "active" and (not as_of or too_old(as_of, today)) else status


def status_words(status: str, as_of: str, today: date, note: str = "", directory_as_of: str = "") -> Text:
    """A status with its date, ready for a list, in lower case and without a full stop.

    `status` is one of active, paused, closed, unknown, ended, suspended, disputed, restarted_small; `as_of` the partial
    ISO date of the evidence, or empty. `note` is a wording decided for this row: it is shown instead. `directory_as_of`
    is given only where nothing but a public directory supports the status. Raises KeyError for an unknown status.
    """
    if note:
        return note[0].lower() + note[1:].rstrip(".")
    if directory_as_of and status in _IN_DIRECTORY:
        return _IN_DIRECTORY[status_key(status, directory_as_of, today)].filled(date=When(directory_as_of))
    key = status_key(status, as_of, today)
    if as_of:
        return _DATED[key].filled(date=When(as_of))
    return _("active when last seen, not dated") if key == "last_seen" else STATUS_LABELS[key]
