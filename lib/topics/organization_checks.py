"""What to check before giving: questions, each with what the data says about it and the rows that this rests on.

Tables: `actions`, `organizations`, `finances`, `results`, `rescue_costs`, `mistakes`, `claims`.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.exhibits import fact
from lib.fact_texts import expand_facts
from lib.i18n import Joined, Text, _, ngettext
from lib.numbers import Number, Quantity, Year
from lib.topics.accounts import last_year, publishes_accounts, result_words
from lib.topics.cost_groups import link_statements
from lib.topics.organization_money import sums

Said = Text | Joined


@dataclass(frozen=True, eq=False)
class Check:
    """One thing to check: a question to the group, what to do, what the data says, and the rows it rests on."""

    check_id: str
    question: Text
    advice: Text
    findings: tuple[Said, ...]
    rows: tuple[Row, ...]


def _told(catalog: Catalog, row: Row, *columns: str) -> tuple[Said, ...]:
    """The texts of a row, with the figures that they name."""
    return tuple(expand_facts(catalog, row.text(column)) for column in columns if row.text(column))


def _named(catalog: Catalog, row: Row, column: str) -> Text:
    """A text of a row about one organization, with the organization's name behind it."""
    name = catalog["organizations"].row(row.text("org_id")).text("name")
    return _("{text} ({name}).", name=name, text=str(expand_facts(catalog, row.text(column))).removesuffix("."))


def _people(catalog: Catalog) -> Check:
    row = catalog["actions"].row("check-before-you-give")
    noted = len(catalog["organizations"].where(safeguarding=True))
    return Check(
        "people",
        _("Who leads it, and who protects the people in its care?"),
        _("Look for names, recent reports, and a written policy that protects children and others who depend on the group."),
        (
            *_told(catalog, row, "summary", "why", "caution"),
            ngettext(
                "{number} organization in the list carries a safeguarding note. This page gives no way to give to it.",
                "{number} organizations in the list carry a safeguarding note. This page gives no way to give to them.",
                noted,
                number=Number(noted),
            ),
        ),
        (row,),
    )


def _at_work(catalog: Catalog) -> Check:
    rows = tuple(catalog["actions"].row(key) for key in ("ngo-emergency-fund", "nkhr-rescue-gift", "nkfc-volunteer"))
    return Check(
        "at-work",
        _("Is it at work now, and does the offer still stand?"),
        _("Look for a dated sign of work. Then ask whether the fund, project or program still runs."),
        (
            _(
                "{active} listed organizations are known to be active; of {unknown} nothing recent is known.",
                active=Number(fact(catalog, "organizations.active").quantity.value or 0),
                unknown=Number(fact(catalog, "organizations.unknown").quantity.value or 0),
            ),
            *(
                _(
                    "{action}: {text}",
                    action=row.text("title"),
                    text=Joined((*_told(catalog, row, "caution"), *_told(catalog, row, "caveat"))),
                )
                for row in rows
            ),
        ),
        rows,
    )


def _accounts(catalog: Catalog) -> Check:
    public = catalog["organizations"].where(lambda row: publishes_accounts(row) and not row.flag("safeguarding"))
    newest = sums(catalog)[-1]
    return Check(
        "accounts",
        _("Are its accounts public, and how new are they?"),
        _(
            "Ask for the latest yearly report and accounts. For US groups, ask for the yearly tax filing (Form 990); our data do not cover it."
        ),
        (
            _(
                "Of {number} listed organizations we know that accounts or annual reports are public. The newest sum in our data is for {year}.",
                number=Number(len(public)),
                year=Year(last_year(newest)),
            ),
            *(_named(catalog, row, "funding_transparency") for row in public),
        ),
        (*public, newest),
    )


def _whole(catalog: Catalog) -> Check:
    every = sums(catalog)
    parts = [row for row in every if row["scope"] != "total"]
    rows = tuple(
        catalog["finances"].row(key)
        for key in (
            "finance-connect-north-korea-2024-lottery-grant",
            "finance-human-rights-foundation-2023-grants",
            "finance-link-2024-raised",
        )
    )
    return Check(
        "whole",
        _("Is a sum the whole, or only a part?"),
        _("A grant or one program says nothing about the whole budget. A budget is a plan, not money spent."),
        (
            _(
                "{parts} of {all} sums in our data are parts, such as one grant.",
                parts=Number(len(parts)),
                all=Number(len(every)),
            ),
            *(_named(catalog, row, "caveat") for row in rows),
        ),
        rows,
    )


def _results(catalog: Catalog) -> Check:
    table = catalog["results"]
    own, open_span = table.where(self_reported=True), table.where(span="not_stated")
    example = table.row("result-link-people-supported-in-resettlement-2020-annual-report")
    claim = catalog["claims"].row("g-wy-48")
    return Check(
        "results",
        _("Who counted the results, and over what time?"),
        _("Ask who counted, whom, and in which years. Counts of a year and counts since the start are not comparable."),
        (
            _(
                "{own} of {all} results in our data come from the organization itself; for {open} the time covered is not stated.",
                own=Number(len(own)),
                all=Number(len(table)),
                open=Number(len(open_span)),
            ),
            _("{result}. {text}", result=result_words(example), text=_named(catalog, example, "caveat")),
            *_told(catalog, claim, "finding", "caveat"),
        ),
        (example, claim),
    )


def _cost(catalog: Catalog) -> Check:
    row = catalog["mistakes"].row("gift-5000-dollars-per-rescue")
    statements = link_statements(catalog)
    return Check(
        "cost",
        _("What does a cost per rescue cover, and when was it stated?"),
        _("Ask for today's cost, from where to where, and what comes on top. An old figure is no price of today."),
        _told(catalog, row, "evidence", "caveat"),
        (row, *statements),
    )


def _all_of_it(catalog: Catalog) -> Check:
    mistake = catalog["mistakes"].row("link-100-percent-to-rescues")
    appeal = catalog["rescue_costs"].row("link-2020-10-appeal-donation-share")
    claim = catalog["claims"].row("g-wy-51")
    return Check(
        "all-of-it",
        _("Does all of a gift go to what the appeal names?"),
        _("That holds only where a named appeal says so. Ask the group, and read what other programs it pays for."),
        (
            *_told(catalog, mistake, "evidence"),
            _(
                "{share}: {what} {text}",
                share=Quantity(value=appeal.known("value"), unit="percent"),
                what=appeal.text("definition"),
                text=appeal.text("caveat"),
            ),
            *_told(catalog, claim, "caveat"),
        ),
        (mistake, appeal, claim),
    )


def checklist(catalog: Catalog) -> tuple[Check, ...]:
    """The checks in the order in which a giver asks them."""
    return tuple(make(catalog) for make in (_people, _at_work, _accounts, _whole, _results, _cost, _all_of_it))
