"""Facts on policy: decisions on record, rules in force, the lapse of the US act, and empty posts.

Tables: `instruments`, `office_holders`. Facts whose builders take `today` change with the day.
"""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, year_of
from lib.exhibits import fact_of
from lib.i18n import LazyText, Listed, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Confidence, Fact, record_of
from lib.topics.policy import (
    LAPSE_ROW,
    OFFICES,
    OWN_COUNT,
    days_since,
    empty_days,
    lapse_sentence,
    list_confidence,
    newest_on_act,
    posts_known_to,
    state_of,
    vacancies,
)
from lib.topics.policy_filters import newest_first


@fact_of("policy.recorded")
def recorded(catalog: Catalog) -> Fact:
    """How many decisions the log holds."""
    rows = tuple(reversed(newest_first(catalog["instruments"].rows)))
    return Fact(
        "policy.recorded",
        _("Decisions on record"),
        Quantity(len(rows), unit="decisions"),
        record_of(
            rows,
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Resolutions, laws, bills, sanctions, rulings, reports, meetings and appointments in our log."),
            not_counted=_("Forced returns of people, and decisions we do not know of. The list is ours and not complete."),
            confidence=list_confidence(rows),
            with_row_caveats=False,
        ),
        context=_("{start}–{end}", start=Year(year_of(rows[0].text("date"))), end=Year(year_of(rows[-1].text("date")))),
        note=_("The newest event on record is of {date}.", date=When(rows[-1].text("date"))),
    )


@fact_of("policy.in_force")
def in_force(catalog: Catalog, today: date) -> Fact:
    """How many laws, listings and rules are recorded as in force and not past their known end on `today`."""
    rows = catalog["instruments"].where(lambda row: state_of(row, today) == "in_force")
    return Fact(
        "policy.in_force",
        _("Rules on North Korea in force"),
        Quantity(len(rows), unit="decisions"),
        record_of(
            tuple(sorted(rows, key=lambda row: row.text("status_as_of") or row.text("date"))),
            as_of=today.isoformat(),
            counted_by=OWN_COUNT,
            counted=_(
                "Laws, sanctions, agreements and policies in our list that a source shows in force and whose known end has not passed."
            ),
            not_counted=_("Resolutions, reports and events, which are taken once, and rules past the day to which they are known."),
            confidence=list_confidence(rows),
            with_row_caveats=False,
        ),
        context=_("of {number} recorded", number=Number(len(catalog["instruments"]))),
        note=_(
            "Counted to {date}. Each rule is known only to the date of its own newest source, and for {number} of them we hold no source. "
            "The list is ours and not complete.",
            date=When(today.isoformat()),
            number=Number(sum(1 for row in rows if row["confidence"] == Confidence.MEMORY)),
        ),
    )


@fact_of("policy.days_since_lapse")
def days_since_lapse(catalog: Catalog, today: date) -> Fact:
    """Days since the authorization of the US North Korean Human Rights Act lapsed."""
    newest = newest_on_act(catalog)
    lapse = catalog["instruments"].row(LAPSE_ROW)
    return Fact(
        "policy.days_since_lapse",
        _("Days since US act lapsed"),
        Quantity(days_since(catalog, today), unit="days"),
        record_of(
            (lapse, newest),
            as_of=today.isoformat(),
            counted_by=_("Inroads, from the date of the lapse"),
            counted=_(
                "Days from the end of the authorization of the US North Korean Human Rights Act to {date}.", date=When(today.isoformat())
            ),
            not_counted=_("The rest of the act, which remains law, and money given under other laws."),
            extra_caveats=(
                _("No new authorization is known to us; the newest source is of {date}.", date=When(newest.text("status_as_of"))),
            ),
        ),
        context=_("authorization only"),
        note=_(
            "{lapse} No new authorization is known to us; the newest source is of {date}.",
            lapse=lapse_sentence(catalog, today),
            date=When(newest.text("status_as_of")),
        ),
    )


VACANT_COUNTED = _(
    "Posts for North Korean human rights that were empty when last seen: at the UN, in the United States and in South Korea."
)
VACANT_NOT_COUNTED = _("Appointments after the day to which a vacancy is known, and other posts.")


@fact_of("policy.vacant_posts")
def vacant_posts(catalog: Catalog) -> Fact:
    """How many of the posts that we follow were vacant when last seen; each vacancy is known to a day of its own."""
    rows = vacancies(catalog)
    years = dict.fromkeys(year_of(row.text("as_of")) for row in rows)
    dated = tuple(_("{date} ({office})", date=When(row.text("as_of")), office=OFFICES[row.text("role")]) for row in rows)
    return Fact(
        "policy.vacant_posts",
        _("Rights posts last seen vacant"),
        Quantity(len(rows), unit="posts"),
        record_of(
            rows or catalog["office_holders"].rows,
            as_of=posts_known_to(rows or catalog["office_holders"].rows),
            counted_by=OWN_COUNT,
            counted=VACANT_COUNTED,
            not_counted=VACANT_NOT_COUNTED,
            extra_caveats=(_("Each vacancy is known only to its own day: {dates}.", dates=Listed(dated)),) if rows else (),
        ),
        context=_("known to {years}", years=Listed(tuple(Year(year) for year in years))) if rows else "",
        note=_(
            "Of {number} posts followed. Each vacancy is known only to its own day: {dates}. Someone may have been appointed since.",
            number=Number(len(OFFICES)),
            dates=Listed(dated),
        )
        if rows
        else "",
    )


def _vacancy_fact(catalog: Catalog, fact_id: str, role: str, label: LazyText) -> Fact:
    """Days for which the newest vacancy of a post is known; the least that its partial dates allow."""
    row: Row = catalog["office_holders"].where(role=role, status="vacant")[-1]
    known_to = row.text("end") or row.text("as_of")
    return Fact(
        fact_id,
        label,
        Quantity(empty_days(row)[0], qualifier="at_least", unit="days"),
        record_of(
            (row,),
            as_of=known_to,
            counted_by=OWN_COUNT,
            counted=_("Days from the start of the vacancy to the day to which it is known; of a month without a day, the last day counts."),
            not_counted=_("Days after that: the post may be empty still, or someone may have been appointed."),
        ),
        context=_("since {date}", date=When(row.text("start"))),
        note=_("{office}: empty since {start}, known to {end}.", office=OFFICES[role], start=When(row.text("start")), end=When(known_to)),
    )


@fact_of("policy.us_envoy_vacant_days")
def us_envoy_vacant_days(catalog: Catalog) -> Fact:
    """Days for which the post of US special envoy is known to have stood empty, the newest time."""
    return _vacancy_fact(catalog, "policy.us_envoy_vacant_days", "us_special_envoy", _("US envoy, days vacant"))


@fact_of("policy.kr_ambassador_vacant_days")
def kr_ambassador_vacant_days(catalog: Catalog) -> Fact:
    """Days for which the post of South Korean ambassador is known to have stood empty, the newest time."""
    return _vacancy_fact(catalog, "policy.kr_ambassador_vacant_days", "kr_ambassador_nkhr", _("Seoul's envoy, days vacant"))
