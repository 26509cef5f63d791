"""Facts on policy: votes and consensus at the UN. Tables: `votes_unga`, `votes_hrc`."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact_of
from lib.i18n import LazyText, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, record_of
from lib.topics.policy import consensus_run

CONSENSUS_COUNTED = _(
    "Yearly texts on human rights in North Korea that were adopted without a vote, because no member state asked for one."
)
# The sides of a vote in the order in which they are read out.
_SIDES: dict[str, LazyText] = {"yes": _("{number} yes"), "no": _("{number} no"), "abstain": _("{number} abstained")}
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
    return _run_fact(catalog, "policy.ga_latest", _("UN Assembly, no vote asked for"), "votes_unga", _("UN General Assembly"))


@fact_of("policy.hrc_latest")
def hrc_latest(catalog: Catalog) -> Fact:
    """Years in a row in which the Human Rights Council adopted its text without a vote."""
    return _run_fact(catalog, "policy.hrc_latest", _("UN Council, no vote asked for"), "votes_hrc", _("UN Human Rights Council"))


def _last_vote_fact(catalog: Catalog, fact_id: str, side: str, label: LazyText, counted: LazyText) -> Fact:
    """One side of the last recorded vote; the other sides stand beside it."""
    row, newest = catalog["votes_unga"].where(adopted_by="vote")[-1], catalog["votes_unga"].rows[-1]
    others = tuple(words.filled(number=Number(row.known(name))) for name, words in _SIDES.items() if name != side)
    return Fact(
        fact_id,
        label.filled(year=Year(int(row.known("year")))),
        Quantity(row.known(side), unit="votes"),
        record_of(
            (row, newest) if newest is not row else (row,),
            as_of=newest.text("date"),
            counted_by=_("UN General Assembly"),
            counted=counted,
            not_counted=_("Votes in the Third Committee a month earlier, and later texts, which nobody put to a vote."),
        ),
        context=_("{one}, {other}", one=others[0], other=others[1]),
        note=_("The vote was on {date}; every text since then was adopted without one.", date=When(row.text("date"))),
        period=str(int(row.known("year"))),
    )


@fact_of("policy.ga_yes_last_vote")
def ga_yes_last_vote(catalog: Catalog) -> Fact:
    """Votes in favor in the last recorded vote of the General Assembly."""
    return _last_vote_fact(
        catalog,
        "policy.ga_yes_last_vote",
        "yes",
        _("Yes, last UN vote ({year})"),
        _("Member states that voted for the yearly text in the plenary, the last time a vote was recorded."),
    )


@fact_of("policy.ga_no_last_vote")
def ga_no_last_vote(catalog: Catalog) -> Fact:
    """Votes against in the last recorded vote of the General Assembly."""
    return _last_vote_fact(
        catalog,
        "policy.ga_no_last_vote",
        "no",
        _("No, last UN vote ({year})"),
        _("Member states that voted against the yearly text in the plenary, the last time a vote was recorded."),
    )


@fact_of("policy.ga_abstain_last_vote")
def ga_abstain_last_vote(catalog: Catalog) -> Fact:
    """Abstentions in the last recorded vote of the General Assembly."""
    return _last_vote_fact(
        catalog,
        "policy.ga_abstain_last_vote",
        "abstain",
        _("Abstained, UN vote ({year})"),
        _("Member states that abstained on the yearly text in the plenary, the last time a vote was recorded."),
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
