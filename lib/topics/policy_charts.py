"""Charts on policy: votes and consensus at the UN."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import HATCHED, Bar, Bars, BarSeries, Event
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, Text, _
from lib.numbers import Number, Year
from lib.provenance import record_of
from lib.topics.policy import consensus_run

_SIDES: tuple[tuple[str, LazyText], ...] = (("yes", _("yes")), ("no", _("no")), ("abstain", _("abstained")))
_ADOPTED: dict[str, LazyText] = {"vote": _("recorded vote"), "consensus": _("without a vote"), "unknown": _("not known")}
_KR: dict[str, Text] = {
    "voted_yes": _("voted yes"),
    "voted_yes_co_sponsor": _("voted yes, co-sponsor"),
    "co_sponsor": _("co-sponsor"),
    "abstained": _("abstained"),
    "did_not_vote": _("did not vote"),
    "joined_consensus_no_co_sponsor": _("joined the consensus, no co-sponsor"),
    "no_co_sponsor": _("no co-sponsor"),
    "": "–",
}


def _certain(row: Row) -> Text:
    if row["counts_certain"] is None:
        return "–"
    return _("certain") if row.flag("counts_certain") else _("disputed or partly from memory")


def _numbers(row: Row, *names: str) -> tuple[float | str, ...]:
    return tuple("–" if (number := row.number(name)) is None else number for name in names)


def _other_count(row: Row, side: str) -> Text:
    other = row.number(f"other_{side}")
    if other is None:
        return ""
    return _("another count: {number} ({who})", number=Number(other), who=row.text("other_counted_by"))


def _vote_series(rows: tuple[Row, ...]) -> tuple[BarSeries, ...]:
    """Recorded votes by side, uncertain counts hollow; consensus and unknown outcomes as hatched bars of all members."""
    voted = [row for row in rows if row["adopted_by"] == "vote"]
    series = [
        BarSeries(
            words,
            side,
            tuple(
                Bar(str(row["year"]), row.known(side), row.key, hollow=not row.flag("counts_certain"), label=_other_count(row, side))
                for row in voted
            ),
        )
        for side, words in _SIDES
    ]
    absent = tuple(Bar(str(row["year"]), row.known("not_voting"), row.key) for row in voted if row["not_voting"])
    if absent:
        series.append(BarSeries(_("did not vote, where known"), "not_voting", absent, "/"))
    marks = (
        ("consensus", "consensus", "-", _("adopted without a vote: nobody's position recorded"), _("all members; no votes were counted")),
        ("unknown", "unknown", HATCHED["unknown"], _("outcome not known"), _("all members; the outcome is not known")),
    )
    for adopted_by, role, pattern, words, label in marks:
        bars = tuple(Bar(str(row["year"]), row.known("members"), row.key, label=label) for row in rows if row["adopted_by"] == adopted_by)
        if bars:
            series.append(BarSeries(words, role, bars, pattern))
    return tuple(series)


def _votes(
    catalog: Catalog, exhibit_id: str, table: str, title: Text, finding: Text, subtitle: Text, counted_by: Text, events: tuple[Event, ...]
) -> Exhibit:
    rows = catalog[table].rows
    years = tuple(str(year) for year in range(int(rows[0].known("year")), int(rows[-1].known("year")) + 1))
    return Exhibit(
        exhibit_id=exhibit_id,
        page="policy",
        title=title,
        takeaway=finding,
        subtitle=subtitle,
        chart=Bars(years, _vote_series(rows), _("member states"), events=events),
        alt=_(
            "Stacked bars by year of yes, no and abstained; adoptions without a vote have a mark of their own. {finding}.", finding=finding
        ),
        columns=(
            Column("row", _("Row")),
            Column("year", _("Year")),
            Column("date", _("Date")),
            Column("adopted_by", _("Adopted by")),
            Column("yes", _("Yes")),
            Column("no", _("No")),
            Column("abstain", _("Abstained")),
            Column("not_voting", _("Did not vote")),
            Column("certain", _("Count")),
            Column("other_yes", _("Yes, other count")),
            Column("other_no", _("No, other count")),
            Column("other_abstain", _("Abstained, other count")),
            Column("members", _("Members")),
            Column("kr_position", _("South Korea")),
        ),
        rows=tuple(
            (
                row.key,
                row.number("year"),
                row.text("date"),
                _ADOPTED[row.text("adopted_by")],
                *_numbers(row, "yes", "no", "abstain", "not_voting"),
                _certain(row),
                *_numbers(row, "other_yes", "other_no", "other_abstain", "members"),
                _KR[row.text("kr_position")],
            )
            for row in rows
        ),
        record=record_of(
            rows,
            as_of=max(row.text("date") for row in rows),
            counted_by=counted_by,
            counted=_(
                "Member states by their recorded vote on the yearly text. Hatched bars stand for all members: no vote was asked for, or the outcome is unknown."
            ),
            not_counted=_(
                "Members that did not vote, unless a source gives their number, and what states thought of a text adopted without a vote."
            ),
        ),
        facts=(
            "policy.ga_yes_last_vote",
            "policy.ga_no_last_vote",
            "policy.ga_abstain_last_vote",
            "policy.consensus_years",
            "policy.ga_latest",
        )
        if table == "votes_unga"
        else ("policy.hrc_latest",),
        actions=("follow-un-rapporteur",),
    )


def _uncertain(rows: tuple[Row, ...]) -> Listed:
    return Listed(tuple(Year(int(row.known("year"))) for row in rows if row["counts_certain"] is False))


@exhibit_of("policy.ga_votes", page="policy")
def ga_votes(catalog: Catalog) -> Exhibit:
    """Votes of the General Assembly on the yearly text, plenary, by year."""
    rows = catalog["votes_unga"].rows
    last = catalog["votes_unga"].where(adopted_by="vote")[-1]
    run = consensus_run(rows)
    finding = _(
        "The last recorded General Assembly vote, in {year}, was {yes} to {no} with {abstain} abstentions; from {start} to {end} nobody asked for one",
        year=Year(int(last.known("year"))),
        yes=Number(last.known("yes")),
        no=Number(last.known("no")),
        abstain=Number(last.known("abstain")),
        start=Year(int(run[0].known("year"))),
        end=Year(int(run[-1].known("year"))),
    )
    return _votes(
        catalog,
        "policy.ga_votes",
        "votes_unga",
        _("UN General Assembly: yearly text on human rights in North Korea"),
        finding,
        _("member states in the plenary; hollow where the count is disputed ({years}); UN records and press", years=_uncertain(rows)),
        _("UN General Assembly, as published by the UN, ministries and press"),
        (),
    )


@exhibit_of("policy.hrc_votes", page="policy")
def hrc_votes(catalog: Catalog) -> Exhibit:
    """Votes of the Commission on Human Rights and the Human Rights Council on the yearly text."""
    rows = catalog["votes_hrc"].rows
    run = consensus_run(rows)
    last = catalog["votes_hrc"].where(adopted_by="vote")[-1]
    finding: Text = _(
        "The Human Rights Council last voted in {year} ({yes} yes, {no} no, {abstain} abstained) and adopted its text without a vote every year from {start} to {end}",
        year=Year(int(last.known("year"))),
        yes=Number(last.known("yes")),
        no=Number(last.known("no")),
        abstain=Number(last.known("abstain")),
        start=Year(int(run[0].known("year"))),
        end=Year(int(run[-1].known("year"))),
    )
    unknown = [Year(int(row.known("year"))) for row in rows if row["adopted_by"] == "unknown"]
    if unknown:
        finding = _("{finding}; the outcome of {years} is not known to us", finding=finding, years=Listed(tuple(unknown)))
    council = next(row for row in rows if row["body"] == "human_rights_council")
    return _votes(
        catalog,
        "policy.hrc_votes",
        "votes_hrc",
        _("UN Human Rights Council: yearly text on human rights in North Korea"),
        finding,
        _(
            "members of the Commission on Human Rights, then of the Council; hollow where a count is uncertain ({years}); no text in years without a bar",
            years=_uncertain(rows),
        ),
        _("UN Human Rights Council, as published by the UN, ministries and press"),
        (Event(str(council["year"]), _("now the Council")),),
    )
