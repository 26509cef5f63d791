"""What organizations say of their money and results, in words. Tables: `finances`, `results`.

Parts of a budget are named as parts, and every result that an organization states about itself says so.
"""

from __future__ import annotations

import re

from lib.catalog import Catalog, Row
from lib.dates import Period, When
from lib.i18n import Joined, LazyText, Text, _, ngettext
from lib.numbers import Number, Quantity, Year

_SCOPES: dict[str, LazyText] = {
    "total": _("whole organization"),
    "rescue_programs": _("a part, not a total: rescue programs"),
    "north_korea_grants": _("a part, not a total: grants to North Korea groups"),
    "grant_round": _("a part, not a total: one round of grants"),
    "scholarship_awards": _("a part, not a total: scholarships"),
    "single_grant": _("a part, not a total: one grant"),
    "us_support": _("a part, not a total: US support"),
}
_BASES: dict[str, LazyText] = {"estimate": _("estimate by others")}
_MONEY: dict[str, LazyText] = {
    "revenue": _("{amount} received"),
    "expenses": _("{amount} spent"),
    "program_expenses": _("{amount} spent on programs"),
    "part": _("{amount} spent"),
    "planned": _("{amount} planned"),
}
_SPANS: dict[str, LazyText] = {
    "year": _("in {date}"),
    "half_year": _("in the half-year to {date}"),
    "cumulative": _("since the start, to {date}"),
    "at_date": _("as of {date}"),
    "per_day": _("{date}"),
    "per_year": _("a year, {date}"),
    "single_report": _("in one report, {date}"),
    "target": _("a target of {date}"),
    "not_stated": _("{date}, time covered not stated"),
}
_UNITS = {"usd": "USD", "percent": "percent"}
_PUBLISHED = re.compile(r"\bpublish(?:es)? (?:audited )?(?:accounts|annual reports)|\bannual report\b.* is public", re.IGNORECASE)


def _amounts(row: Row) -> list[LazyText]:
    """The amounts of one row of `finances`, each with what it is."""
    currency, qualifier = row.text("currency"), row.text("qualifier") or "exact"
    low, high = row.number("revenue_low"), row.number("revenue_high")
    found = [] if low is None else [_MONEY["revenue"].filled(amount=Quantity(low=low, high=high, unit=currency))]
    for column in ("revenue", "expenses", "program_expenses"):
        if (number := row.number(column)) is not None:
            words = (
                "planned" if row["basis"] == "budget" else "part" if column == "program_expenses" and row["scope"] != "total" else column
            )
            found.append(_MONEY[words].filled(amount=Quantity(value=number, qualifier=qualifier, unit=currency)))
    return found


def when_words(row: Row) -> Text:
    """The year or period of one row of `finances`; "not dated" without either."""
    year = row.number("fiscal_year")
    return _("{when}", when=Year(int(year)) if year is not None else Period(row.text("period_start"), row.text("period_end")))


def amount_words(row: Row) -> Text:
    """The amounts of one row of `finances`, each with what was done with the money."""
    return _("{amounts}", amounts=Joined(tuple(_amounts(row)), ", "))


def kind_words(row: Row) -> Text:
    """What part of the money one row of `finances` covers, and whether it is an estimate."""
    kind = (_SCOPES[row.text("scope")], *((_BASES[row.text("basis")],) if row.text("basis") in _BASES else ()))
    return _("{kind}", kind=Joined(kind, "; "))


def finance_words(row: Row) -> Text:
    """One row of `finances`: when, how much, and what part of the money it is."""
    return _("{when}: {amounts} ({kind})", when=when_words(row), amounts=amount_words(row), kind=kind_words(row))


def result_words(row: Row) -> Text:
    """One row of `results`: what was counted, how many, over what time, and who says so."""
    words = _SPANS[row.text("span")].filled(date=When(row.text("date"))) if row.text("date") else _("undated")
    quantity = Quantity(value=row.known("value"), qualifier=row.text("qualifier") or "exact", unit=_UNITS.get(row.text("unit"), ""))
    if row.flag("self_reported"):
        return _("{what}: {number} ({time}; self-reported)", what=row.text("metric_label"), number=quantity, time=words)
    return _("{what}: {number} ({time})", what=row.text("metric_label"), number=quantity, time=words)


def last_year(row: Row) -> int:
    """The last year that one row of `finances` is about; 0 if it is not dated."""
    return int(row.number("fiscal_year") or row.text("period_end")[:4] or 0)


def publishes_accounts(row: Row) -> bool:
    """Whether what is known of an organization's funding says that accounts or annual reports of it are public."""
    return bool(_PUBLISHED.search(row.text("funding_transparency")))


def money_short(catalog: Catalog, row: Row) -> Text:
    """What is known of an organization's money, in a few words; nothing is shown behind a safeguarding note."""
    if row.flag("safeguarding"):
        return _("not shown")
    rows = finances(catalog, row.key)
    if rows and rows[0]["scope"] == "total":
        return finance_words(rows[0])
    if rows:
        return ngettext("{number} part known, no total", "{number} parts known, no total", len(rows), number=Number(len(rows)))
    return _("accounts public, no sum here") if publishes_accounts(row) else _("no sum here")


def finances(catalog: Catalog, org_id: str) -> tuple[Row, ...]:
    """The rows of `finances` of an organization: sums of the whole before parts, newest first."""
    return tuple(sorted(catalog["finances"].where(org_id=org_id), key=lambda row: (row["scope"] == "total", last_year(row)), reverse=True))


def results(catalog: Catalog, org_id: str) -> tuple[Row, ...]:
    """The rows of `results` of an organization, newest first."""
    return tuple(sorted(catalog["results"].where(org_id=org_id), key=lambda row: row.text("date"), reverse=True))
