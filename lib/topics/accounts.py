"""What organizations say of their money and results, in words. Tables: `finances`, `results`.

Parts of a budget are named as parts, and every result that an organization states about itself says so.
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When
from lib.i18n import Joined, LazyText, Text, _
from lib.numbers import Quantity, Year

_SCOPES: dict[str, LazyText] = {
    "total": _("whole organization"),
    "rescue_programs": _("part of its money: rescue programs"),
    "north_korea_grants": _("part of its money: grants to North Korea groups"),
    "grant_round": _("part of its money: one round of grants"),
    "scholarship_awards": _("part of its money: scholarships"),
    "single_grant": _("part of its money: one grant"),
    "us_support": _("part of its money: US support"),
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


def finance_words(row: Row) -> Text:
    """One row of `finances`: when, how much, and what part of the money it is."""
    year = row.number("fiscal_year")
    when: object = Year(int(year)) if year is not None else Period(row.text("period_start"), row.text("period_end"))
    kind: tuple[object, ...] = (_SCOPES[row.text("scope")], *((_BASES[row.text("basis")],) if row.text("basis") in _BASES else ()))
    return _("{when}: {amounts} ({kind})", when=when, amounts=Joined(tuple(_amounts(row)), ", "), kind=Joined(kind, "; "))


def result_words(row: Row) -> Text:
    """One row of `results`: what was counted, how many, over what time, and who says so."""
    words = _SPANS[row.text("span")].filled(date=When(row.text("date"))) if row.text("date") else _("undated")
    quantity = Quantity(value=row.known("value"), qualifier=row.text("qualifier") or "exact", unit=_UNITS.get(row.text("unit"), ""))
    if row.flag("self_reported"):
        return _("{what}: {number} ({time}; self-reported)", what=row.text("metric_label"), number=quantity, time=words)
    return _("{what}: {number} ({time})", what=row.text("metric_label"), number=quantity, time=words)


def finances(catalog: Catalog, org_id: str) -> tuple[Row, ...]:
    """The rows of `finances` of an organization, newest first."""
    rows = catalog["finances"].where(org_id=org_id)
    return tuple(sorted(rows, key=lambda row: row.number("fiscal_year") or 0, reverse=True))


def results(catalog: Catalog, org_id: str) -> tuple[Row, ...]:
    """The rows of `results` of an organization, newest first."""
    return tuple(sorted(catalog["results"].where(org_id=org_id), key=lambda row: row.text("date"), reverse=True))
