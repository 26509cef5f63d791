"""What a row of the data is called, so that a remark on one of many rows says which row it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.catalog import Row
from lib.dates import Period, When
from lib.i18n import Joined, Text, _, ngettext
from lib.numbers import Number, Year

NAMED = 2  # of the rows that share a remark
LONGEST = 90  # letters of a name
_DATES = ("date", "as_of", "year", "fiscal_year", "adopted")
_SPANS = (("period_start", "period_end"), ("start", "end"))
_TITLES = ("title", "name", "event", "term", "question", "subject", "timeline_words", "summary")
# What names a row, part by part; of several columns the first that is filled. Other tables: one of _TITLES.
_DATE, _PERIOD, _YEAR, _QUARTER, _OFFICE, _UNDATED = "=date", "=period", "=year", "=quarter", "=office", "=undated"
_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "arrivals_annual": ((_PERIOD,),),
    "arrivals_before_1999": ((_PERIOD,),),
    "arrivals_quarterly": ((_QUARTER,),),
    "admissions_elsewhere": (("country",), (_PERIOD,)),
    "unhcr_stocks": (("country",), (_DATE,)),
    "forced_returns": (("counted_by", "from_country"), (_PERIOD,)),
    "movements": (("group",), (_DATE,)),
    "presence_counts": (("counted_by", "organization", "definition"), (_PERIOD,)),
    "dprk_missions_abroad": (("country",), (_DATE,)),
    "broker_fees": (("from_to",), (_PERIOD,)),
    "rescue_costs": (("organization", "definition"), (_PERIOD,)),
    "rescue_counts": (("organization", "definition"), (_PERIOD,)),
    "remittance_commission": ((_DATE,),),
    "living_costs": (("who", "place"), (_PERIOD,)),
    "resettlement_support": (("country",), (_DATE,)),
    "finances": ((_PERIOD, _UNDATED),),
    "results": (("metric_label",), (_DATE,)),
    "travel_positions": (("who",), (_DATE,)),
    "surveys": (("survey",), ("cohort",), (_DATE,)),
    "transmission_hours": (("broadcaster",), (_DATE,)),
    "distribution_volume": (("unit",), (_PERIOD,)),
    "instruments": (("title",), (_YEAR,)),
    "votes_unga": (("symbol",), (_DATE,)),
    "votes_hrc": (("symbol",), (_DATE,)),
    "office_holders": ((_OFFICE,), ("name", _PERIOD)),
    "arrivals_profile": (("label",),),
    "claims": (("claim",),),
    "mistakes": (("mistake",),),
    "indicators": (("indicator",), (_PERIOD,)),
}
_QUOTED = frozenset({"claim", "mistake"})  # words that may be wrong are shown as quoted


def row_name(row: Row) -> Joined:
    """What a row is called: its title or name, or who counted where and when; its key where the row says none of these."""
    found = (_first(row, names) for names in _PARTS.get(row.table, (_TITLES,)))
    parts = tuple(part for part in found if part is not None)
    if len(parts) == 2 and isinstance(parts[1], Year) and str(parts[1]) in str(parts[0]):
        parts = parts[:1]  # "Border protocol of 1986" needs no year
    return Joined(parts or (row.key,), ", ")


def _first(row: Row, names: Sequence[str]) -> object | None:
    return next((part for name in names if (part := _part(row, name)) is not None), None)


def _part(row: Row, name: str) -> object | None:
    """One part of a name; None where the row is silent."""
    if name in (_DATE, _YEAR):
        date = _dated(row)
        return None if not date else Year(int(date[:4])) if name == _YEAR else When(date)
    if name == _PERIOD:
        spans = (Period(row.text(start), row.text(end)) for start, end in _SPANS if start in row)
        return next((span for span in spans if span.start or span.end), None) or _part(row, _DATE)
    if name == _QUARTER:
        return _("{quarter} {year}", quarter=row.text("quarter"), year=Year(int(row.known("year"))))
    if name == _OFFICE:
        from lib.topics.policy import OFFICES  # noqa: PLC0415 - the topics build on this module

        return OFFICES.get(row.text("role"))
    if name == _UNDATED:
        return When("")
    text = _cut(row.text(name).rstrip(".")) if name in row else ""
    return None if not text else _("“{words}”", words=text) if name in _QUOTED else text


def _dated(row: Row) -> str:
    return next((row.text(name) for name in _DATES if name in row and row.text(name)), "")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST + 1].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def row_caveats(rows: Sequence[Row]) -> dict[str, Text]:
    """The remarks that the rows hold, each once, and how it is said: of several rows with the one that it is about."""
    kept = tuple({(row.table, row.key): row for row in rows}.values())
    owners: dict[str, list[Row]] = {}
    for row in kept:
        if caveat := row.get("caveat"):
            owners.setdefault(str(caveat), []).append(row)
    if len(kept) == 1:
        return {caveat: caveat for caveat in owners}
    return {caveat: _("{subject}: {caveat}", subject=_Subject(tuple(own), len(kept)), caveat=caveat) for caveat, own in owners.items()}


@dataclass(frozen=True, eq=False)
class _Subject:
    """The rows that a remark is about, named only when it is read: all of them, one, two, or two and how many more."""

    rows: tuple[Row, ...]
    of_all: int

    def __str__(self) -> str:
        if len(self.rows) == self.of_all:
            return str(ngettext("Its {number} row", "All {number} rows", self.of_all, number=Number(self.of_all)))
        names = tuple(dict.fromkeys(str(row_name(row)) for row in self.rows))
        more = len(names) - NAMED
        if more < 0:
            return names[0]
        if more == 0:
            return str(_("{first} and {second}", first=names[0], second=names[1]))
        words = ngettext("{first}; {second} and {number} more", "{first}; {second} and {number} more", more)
        return str(words.filled(first=names[0], second=names[1], number=Number(more)))
