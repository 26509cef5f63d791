"""What holds today: rules and posts by their state, each with the date of its evidence. Table: `instruments`."""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, first_day
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.status import too_old
from lib.topics.policy import JURISDICTIONS, OWN_COUNT, STATES, group_of, list_confidence, state_words
from lib.topics.policy_filters import newest_first

# What can change with time: everything that is not a finished event, and not over.
STANDING = ("in_force", "pending", "vacant", "lapsed", "unknown")


_COUNTED: dict[str, LazyText] = {
    "in_force": _("{number} in force"),
    "pending": _("{number} pending"),
    "vacant": _("{number} vacant"),
    "lapsed": _("{number} with a lapsed authorization"),
    "unknown": _("{number} disputed, unknown or known only to a past day"),
}


def _group_counts(rows: tuple[Row, ...], day: date) -> tuple[LazyText, ...]:
    groups = [group_of(row, day) for row in rows]
    return tuple(_COUNTED[name].filled(number=Number(groups.count(name))) for name in STANDING if name in groups)


@exhibit_of("policy.state_today", page="policy")
def state_today(catalog: Catalog, jurisdiction: tuple[str, ...] = (), state: str = "all", today: str = "") -> Exhibit:
    """What is in force, pending, vacant, lapsed, unknown or known only to a day; each with the date of the evidence."""
    day = first_day(today or catalog.last_check)
    rows = catalog["instruments"].where(
        lambda row: (
            group_of(row, day) in STANDING
            and (not jurisdiction or row["jurisdiction"] in jurisdiction)
            and (state == "all" or group_of(row, day) == state)
        )
    )
    order = {name: index for index, name in enumerate(STANDING)}
    shown = tuple(sorted(newest_first(rows), key=lambda row: order[group_of(row, day)]))
    finding: Text = _("Nothing in force, pending, vacant, lapsed or unknown fits")
    if shown:
        finding = _(
            "Rules and posts on record, counted to {date}: {parts}", date=When(day.isoformat()), parts=Listed(_group_counts(shown, day))
        )
    old = sum(1 for row in shown if row["status_as_of"] and too_old(row.text("status_as_of"), day))
    return Exhibit(
        exhibit_id="policy.state_today",
        page="policy",
        title=_("What holds on {date}", date=When(day.isoformat())),
        takeaway=finding,
        subtitle=ngettext(
            "past its known end a rule is not called expired; the newest source of {number} is over 18 months old",
            "past its known end a rule is not called expired; the newest sources of {number} are over 18 months old",
            old,
            number=Number(old),
        ),
        chart=None,
        alt=_("A table of {number} rules and posts by their state. {finding}.", number=Number(len(shown)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("group", _("Group")),
            Column("title", _("Rule or post")),
            Column("jurisdiction", _("Where")),
            Column("state", _("State")),
            Column("as_of", _("Evidence of")),
            Column("relevance", _("Why it matters")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(
            (
                row.key,
                STATES[group_of(row, day)],
                row.text("title"),
                JURISDICTIONS[row.text("jurisdiction")],
                state_words(row, day.isoformat()),
                row.text("status_as_of") or _("not dated"),
                row.text("relevance"),
                Confidence(row.text("confidence")).label,
            )
            for row in shown
        ),
        record=record_of(
            tuple(sorted(shown, key=lambda row: row.text("status_as_of"))) or catalog["instruments"].rows,
            as_of=day.isoformat(),
            counted_by=OWN_COUNT,
            counted=_("Laws, rules, listings, bills and posts whose state can change, each with the day of the newest source behind it."),
            confidence=list_confidence(shown),
            not_counted=_("Finished events, replaced and ended rules, and anything that changed after the newest source on it."),
        ),
        facts=("policy.in_force", "policy.vacant_posts"),
        actions=("us-reauthorize-nkhra", "check-travel-rules"),
        is_table=True,
    )
