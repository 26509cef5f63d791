"""Short answers to what visitors ask of the page on policy, each derived from the tables and from today's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.catalog import Catalog
from lib.dates import When, last_day
from lib.i18n import Joined, LazyText, Listed, Text, _, ngettext
from lib.numbers import Number
from lib.topics.policy import ACT_ROW, LAPSE_ROW, OFFICES, days_since, empty_days, newest_on_act, state_words, vacancies
from lib.topics.policy_calendar import maybe_over, next_with_day, timing, usual_days


@dataclass(frozen=True)
class Answer:
    """A question, its answer in a few words, what must be said with it, and the exhibit that shows the rest."""

    question: Text
    short: Text
    more: Text | Joined
    exhibit_id: str


def _act(catalog: Catalog, today: date) -> Answer:
    row, bill = catalog["instruments"].row(ACT_ROW), newest_on_act(catalog)
    question = _("Is the authorization of the US North Korean Human Rights Act in force?")
    if row["status"] != "authorization_lapsed":
        return Answer(question, state_words(row, today.isoformat()), row.text("summary"), "policy.state_today")
    sentences: list[LazyText] = [_("What lapsed is the authorization; the rest of the act remains law.")]
    if bill["kind"] == "bill":
        sentences.append(
            _("The newest bill to renew it, {symbol}: {state}.", symbol=bill.text("symbol"), state=state_words(bill, today.isoformat()))
        )
    short = _(
        "No. It lapsed on {date}, {days} days ago.",
        date=When(catalog["instruments"].row(LAPSE_ROW).text("date")),
        days=Number(days_since(catalog, today)),
    )
    return Answer(question, short, Joined(tuple(sentences)), "policy.state_today")


def _next(catalog: Catalog, today: date) -> Answer:
    question = _("When is the next date to act on?")
    item = next_with_day(catalog, today)
    running = []
    for other in maybe_over(catalog, today):
        usual = usual_days(catalog, other)
        parts: tuple[object, ...] = (
            _("In {date}, day not known, perhaps over already: {name}.", date=When(other.when), name=other.row.text("name")),
            _("If as in earlier years, the day is in this span: {days}.", days=usual) if usual else "",
        )
        running.append(Joined(parts))
    if item is None:
        return Answer(question, _("No date is known to the day."), Joined(tuple(running)), "policy.calendar")
    return Answer(
        question,
        _("{date}, {timing}.", date=When(item.when), timing=timing(item, today)),
        Joined((_("{name}.", name=item.row.text("name")), *running)),
        "policy.calendar",
    )


def _vote(catalog: Catalog) -> Answer:
    table = catalog["votes_unga"]
    row = table.where(adopted_by="vote")[-1]
    since = sum(1 for other in table if other["adopted_by"] == "consensus" and other.known("year") > row.known("year"))
    return Answer(
        _("How did the last recorded vote of the General Assembly end?"),
        _(
            "{yes} yes, {no} no, {abstain} abstained.",
            yes=Number(row.known("yes")),
            no=Number(row.known("no")),
            abstain=Number(row.known("abstain")),
        ),
        ngettext(
            "It was on {date}. {number} yearly text since then was adopted without a vote, the latest on {last}.",
            "It was on {date}. {number} yearly texts since then were adopted without a vote, the latest on {last}.",
            since,
            date=When(row.text("date")),
            number=Number(since),
            last=When(max((other.text("date") for other in table if other["date"]), key=last_day)),
        ),
        "policy.ga_votes",
    )


def _posts(catalog: Catalog) -> Answer:
    rows = vacancies(catalog)
    parts = tuple(
        _(
            "{office}: empty since {start}, known to {end}, at least {days} days.",
            office=OFFICES[row.text("role")],
            start=When(row.text("start")),
            end=When(row.text("as_of")),
            days=Number(empty_days(row)[0]),
        )
        for row in rows
    )
    short = (
        _("When last seen: {offices}.", offices=Listed(tuple(OFFICES[row.text("role")] for row in rows)))
        if rows
        else _("None, when last seen.")
    )
    return Answer(_("Which posts for North Korean human rights are empty?"), short, Joined(parts), "policy.office_board")


def answers(catalog: Catalog, today: date) -> tuple[Answer, ...]:
    """What visitors ask first, answered for `today`."""
    return _act(catalog, today), _next(catalog, today), _vote(catalog), _posts(catalog)
