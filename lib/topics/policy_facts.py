"""Facts on policy: votes and consensus at the UN, rules in force, vacant posts."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.dates import When, first_day
from lib.exhibits import fact_of
from lib.i18n import LazyText, Listed, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Confidence, Fact, record_of
from lib.topics.policy import OFFICES, OWN_COUNT, consensus_run, list_confidence, state_of, vacancies

CONSENSUS_COUNTED = _(
    "Yearly texts on human rights in North Korea that were adopted without a vote, because no member state asked for one."
)
CONSENSUS_NOT_COUNTED = _("How states would have voted. Some dissociate themselves from a consensus without asking for a vote.")


def _run_fact(catalog: Catalog, fact_id: str, label: LazyText, table: str, counted_by: LazyText) -> Fact:
    run = consensus_run(catalog[table].rows)
    latest = run[-1]
    return Fact(
        fact_id,
        label,
        Quantity(len(run), unit="years"),
        record_of(
            run, as_of=latest.text("date"), counted_by=counted_by, counted=CONSENSUS_COUNTED, not_counted=CONSENSUS_NOT_COUNTED, with_row_caveats=False
        ),
        context=_("{start}–{end}", start=Year(int(run[0].known("year"))), end=Year(int(latest.known("year")))),
        note=_("Years in a row up to the latest adoption known, {date}.", date=When(latest.text("date"))),
    )  # fmt: skip


@fact_of("policy.ga_latest")
def ga_latest(catalog: Catalog) -> Fact:
    """Years in a row in which the General Assembly adopted its text without a vote."""
    return _run_fact(catalog, "policy.ga_latest", _("Assembly by consensus"), "votes_unga", _("UN General Assembly"))


@fact_of("policy.hrc_latest")
def hrc_latest(catalog: Catalog) -> Fact:
    """Years in a row in which the Human Rights Council adopted its text without a vote."""
    return _run_fact(catalog, "policy.hrc_latest", _("Council by consensus"), "votes_hrc", _("UN Human Rights Council"))


@fact_of("policy.ga_yes_last_vote")
def ga_yes_last_vote(catalog: Catalog) -> Fact:
    """Votes in favor in the last recorded vote of the General Assembly."""
    row, newest = catalog["votes_unga"].where(adopted_by="vote")[-1], catalog["votes_unga"].rows[-1]
    return Fact(
        "policy.ga_yes_last_vote",
        _("Yes, last UN vote ({year})", year=Year(int(row.known("year")))),
        Quantity(row.known("yes"), unit="votes"),
        record_of(
            (row, newest) if newest is not row else (row,),
            as_of=newest.text("date"),
            counted_by=_("UN General Assembly"),
            counted=_("Member states that voted for the yearly text in the plenary, the last time a vote was recorded."),
            not_counted=_("Votes in the Third Committee a month earlier, and later texts, which nobody put to a vote."),
        ),
        context=_("{no} no, {abstain} abstained", no=Number(row.known("no")), abstain=Number(row.known("abstain"))),
        note=_("The vote was on {date}; every text since then was adopted without one.", date=When(row.text("date"))),
        period=str(int(row.known("year"))),
    )


@fact_of("policy.consensus_years")
def consensus_years(catalog: Catalog) -> Fact:
    """In how many years the General Assembly adopted its text without a vote."""
    table = catalog["votes_unga"]
    rows = table.where(adopted_by="consensus")
    return Fact(
        "policy.consensus_years",
        _("UN texts without a vote"),
        Quantity(len(rows), unit="decisions"),
        record_of(
            rows,
            as_of=rows[-1].text("date"),
            counted_by=_("UN General Assembly"),
            counted=CONSENSUS_COUNTED,
            not_counted=CONSENSUS_NOT_COUNTED,
            with_row_caveats=False,
        ),
        context=_("of {number} since {year}", number=Number(len(table)), year=Year(int(table.rows[0].known("year")))),
    )


@fact_of("policy.in_force")
def in_force(catalog: Catalog) -> Fact:
    """How many laws, listings and rules are recorded as in force at the last check of the data."""
    checked = first_day(catalog.last_check)
    rows = catalog["instruments"].where(lambda row: state_of(row, checked) == "in_force")
    return Fact(
        "policy.in_force",
        _("Rules in force"),
        Quantity(len(rows), unit="decisions"),
        record_of(
            tuple(sorted(rows, key=lambda row: row.text("status_as_of") or row.text("date"))),
            as_of=catalog.last_check,
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
            "Each holds only as of the date in its row, and {number} of them are unsourced. The list is ours and not complete.",
            number=Number(sum(1 for row in rows if row["confidence"] == Confidence.MEMORY)),
        ),
    )


@fact_of("policy.vacant_posts")
def vacant_posts(catalog: Catalog) -> Fact:
    """How many of the posts that we follow are vacant as far as is known."""
    rows = vacancies(catalog)
    return Fact(
        "policy.vacant_posts",
        _("Vacant posts"),
        Quantity(len(rows), unit="posts"),
        record_of(
            rows,
            as_of=rows[-1].text("as_of"),
            counted_by=OWN_COUNT,
            counted=_(
                "Posts for North Korean human rights that were empty when last seen: at the UN, in the United States and in South Korea."
            ),
            not_counted=_("Appointments after the day to which a vacancy is known, and other posts."),
        ),
        context=_("of {number} posts followed", number=Number(len(OFFICES))),
        note=_(
            "Known only to {dates}; someone may have been appointed since.",
            dates=Listed(tuple(_("{date} ({office})", date=When(row.text("as_of")), office=OFFICES[row.text("role")]) for row in rows)),
        ),
    )
