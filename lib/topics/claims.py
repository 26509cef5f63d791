"""Checked claims: how many, with which verdict; the filters of their page. Tables: `claims`, `mistakes`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.exhibits import fact_of, params_of
from lib.i18n import Text, _
from lib.matching import holds, normalise
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, Fact, Record, record_of
from lib.topics.claims_words import ARTICLES, CARD_TOPICS, TOPICS, VERDICTS, with_korean
from lib.urlstate import Choice, Param, Words

ANY = ("any", _("Any"))
MOST_ASKED, ALL_CARDS = "asked", "all"


@params_of("claims")
def params(_catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page: `q` rules everything that is listed, `cards` the wording, the others the claims."""
    return (
        Words("q", _("Search wording, claims and mistakes")),
        Choice("cards", _("Subjects to show"), ((MOST_ASKED, _("most asked")), (ALL_CARDS, _("all subjects")), *CARD_TOPICS.items())),
        Choice("verdict", _("Verdict"), (ANY, *((key, item.label) for key, item in VERDICTS.items()))),
        Choice("topic", _("Topic"), (ANY, *TOPICS.items())),
        Choice("article", _("Article"), (ANY, *ARTICLES.items())),
    )


def claims_record(catalog: Catalog, rows: tuple[Row, ...], counted: Text) -> Record:
    """The record of a count of claims: made by Inroads, from the sources of each."""
    table = catalog["claims"]
    return record_of(
        rows or table.rows,
        as_of=str(table.schema.inroads["last_check"]),
        counted_by=_("Inroads, from published sources"),
        counted=counted,
        not_counted=_(
            "Sentences of the two articles that cannot be checked, such as opinions, and everything that others wrote. A verdict holds for "
            "the wording of the claim, not for the article as a whole."
        ),
        confidence=Confidence.REPORTED,
        extra_caveats=(
            _("Each claim was checked once. Later events do not change its verdict by themselves."),
            _("The counts say nothing about how often true or false sentences are heard elsewhere."),
        ),
        with_row_caveats=False,
    )


def _count(catalog: Catalog, verdict: str, label: Text, counted: Text, note: Text) -> Fact:
    table = catalog["claims"]
    rows = table.where(verdict=verdict)
    return Fact(
        f"claims.{verdict}",
        label,
        Quantity(value=len(rows), unit="claims"),
        claims_record(catalog, rows, counted),
        context=_("of {total} checked", total=Number(len(table))),
        note=note,
    )


@fact_of("claims.checked")
def checked(catalog: Catalog) -> Fact:
    """How many claims were checked."""
    rows = catalog["claims"].rows
    counted = _("Statements in two articles on North Korea that can be true or false, one by one, in our words.")
    record = claims_record(catalog, rows, counted)
    return Fact(
        "claims.checked",
        _("Claims checked"),
        Quantity(value=len(rows), unit="claims"),
        record,
        context=_("in two articles"),
        note=_("The articles are those that the project began with. They are fixed texts, so the list is closed."),
    )


@fact_of("claims.supported")
def supported(catalog: Catalog) -> Fact:
    """How many claims the evidence bears out as they stand."""
    return _count(
        catalog,
        "supported",
        _("Claims supported"),
        _("Checked claims for which the evidence says the same."),
        _("Claims that are true only in the main are not among them."),
    )


@fact_of("claims.mostly_supported")
def mostly_supported(catalog: Catalog) -> Fact:
    """How many claims are true in the main."""
    return _count(
        catalog,
        "mostly_supported",
        _("Claims mostly supported"),
        _("Checked claims that are true in the main, where a detail or a limit is missing."),
        _("What is missing is said with each claim."),
    )


@fact_of("claims.inaccurate")
def inaccurate(catalog: Catalog) -> Fact:
    """How many claims the evidence contradicts."""
    return _count(
        catalog,
        "inaccurate",
        _("Claims found inaccurate"),
        _("Checked claims for which the evidence says something else."),
        _("The better wording or value is given with each claim."),
    )


@fact_of("claims.unsupported")
def unsupported(catalog: Catalog) -> Fact:
    """How many claims nothing bears out."""
    return _count(
        catalog,
        "unsupported",
        _("Claims without evidence"),
        _("Checked claims that nothing known to us bears out, and nothing refutes."),
        _("Some of them are first-hand remarks of the author: testimony, not findings."),
    )


@fact_of("claims.disputed")
def disputed(catalog: Catalog) -> Fact:
    """How many claims credible sources disagree about."""
    return _count(
        catalog,
        "disputed",
        _("Claims sources disagree on"),
        _("Checked claims on which credible sources disagree, or where the evidence points both ways."),
        _("Both sides are named with each claim."),
    )


@fact_of("claims.outdated")
def outdated(catalog: Catalog) -> Fact:
    """How many claims were true once."""
    return _count(
        catalog,
        "outdated",
        _("Claims overtaken by events"),
        _("Checked claims that were true when they were written, and that events have overtaken."),
        _("What changed is said with each claim."),
    )


@fact_of("claims.mistakes")
def mistakes(catalog: Catalog) -> Fact:
    """How many common mistakes are listed."""
    table = catalog["mistakes"]
    record = record_of(
        table.rows,
        as_of=str(table.schema.inroads["last_check"]),
        counted_by=_("Inroads, from published sources"),
        counted=_("Statements on North Korea that are often repeated, and that are wrong or misleading."),
        not_counted=_("Mistakes that we have not met, and statements that are only imprecise."),
        confidence=Confidence.REPORTED,
        with_row_caveats=False,
    )
    return Fact("claims.mistakes", _("Common mistakes"), Quantity(value=len(table), unit="claims"), record, context=_("often repeated"))


def _searched(catalog: Catalog, row: Row, *columns: str) -> str:
    return with_korean(catalog, " ".join(row.text(name) for name in columns))


def find_claims(catalog: Catalog, q: str = "", verdict: str = "any", topic: str = "any", article: str = "any") -> tuple[Row, ...]:
    """Claims that hold every word of `q` and fit the choices, in the order of the table; those whose own sentence holds the words first."""
    wanted = normalise(q)
    found = []
    for row in catalog["claims"]:
        if verdict not in ("any", row["verdict"]) or topic not in ("any", row["topic"]) or article not in ("any", row["article"]):
            continue
        words = f"{TOPICS[row.text('topic')]} {VERDICTS[row.text('verdict')].label} {row.key}"
        if holds(f"{_searched(catalog, row, 'claim', 'finding', 'better_value', 'caveat', 'section')} {words}", wanted):
            found.append((not holds(row.text("claim"), wanted), row))
    return tuple(row for _rest, row in sorted(found, key=lambda item: item[0]))


def find_mistakes(catalog: Catalog, q: str = "", article: str = "any") -> tuple[Row, ...]:
    """Common mistakes that hold every word of `q`, of one article or all, in the order of the table."""
    wanted = normalise(q)
    return catalog["mistakes"].where(
        lambda row: (
            article in ("any", row.text("article"))
            and holds(_searched(catalog, row, "mistake", "evidence", "say_instead", "caveat"), wanted)
        )
    )
