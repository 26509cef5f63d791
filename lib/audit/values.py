"""Values across rows and columns: dates not in the future, conversions, votes, confidence, unique readable keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lib.audit.cells import problem
from lib.catalog import Catalog, Row, Table
from lib.dates import first_day
from lib.problems import Problem

KEY = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
MOST_MEMORY_ROWS = 30
PAST_DATES = ("as_of", "status_as_of", "better_as_of", "date", "published")


def _keys_and_dates(table: Table, today: date) -> Iterator[Problem]:
    for line, row in enumerate(table, start=2):
        if not KEY.match(row.key):
            yield problem(table, line, table.schema.primary_key, row.key, "keys are lower-case words joined by hyphens")
        for name in PAST_DATES:
            if name in row and row.text(name) and table.name != "calendar" and first_day(row.text(name)) > today:
                yield problem(table, line, name, row.text(name), "lies in the future")


def _confidence(catalog: Catalog) -> Iterator[Problem]:
    policy = {row.key: row.text("link_policy") for row in catalog["sources"]}
    memory = 0
    for table in catalog.tables.values():
        if not any(item.name == "confidence" for item in table.schema.fields):
            continue
        for line, row in enumerate(table, start=2):
            memory += row["confidence"] == "memory"
            if row["confidence"] == "verified" and row.sources and all(policy.get(key) == "no_link" for key in row.sources):
                yield problem(table, line, "confidence", "verified", "rests only on copies: at most reported")
    if memory > MOST_MEMORY_ROWS:
        yield Problem("datapackage.json", 0, "confidence", str(memory), f"at most {MOST_MEMORY_ROWS} rows may be of kind memory")


def _conversions(catalog: Catalog) -> Iterator[Problem]:
    table = catalog["broker_fees"]
    for line, row in enumerate(table, start=2):
        rate = row.number("fx_rate")
        if rate is None:
            continue
        for name in ("low", "high"):
            amount, usd = row.number(name), row.number(f"usd_{name}")
            if amount is None or usd is None:
                continue
            if abs(amount / rate - usd) > max(0.02 * usd, 5):
                yield problem(table, line, f"usd_{name}", str(usd), f"does not agree with {amount:g} at {rate:g} per USD")


def members_at(table: str, day: str) -> int:
    """How many members vote: General Assembly 191, 192 from 28 June 2006, 193 from 14 July 2011; the Council 47, the Commission 53."""
    if table == "votes_unga":
        return 191 if day < "2006-06-28" else 192 if day < "2011-07-14" else 193
    return 53 if day < "2006-06-19" else 47


def _votes(table: Table) -> Iterator[Problem]:
    for line, row in enumerate(table, start=2):
        parts = [row.number(name) for name in ("yes", "no", "abstain", "not_voting")]
        known = [part for part in parts if part is not None]
        members = members_at(table.name, row.text("date"))
        if row["adopted_by"] == "consensus" and any(part for part in parts[:3]):
            yield problem(table, line, "adopted_by", "consensus", "a consensus has no counts")
        if len(known) == 4 and sum(known) != members:
            yield problem(
                table, line, "not_voting", str(row["not_voting"]), f"the vote adds up to {sum(known):g}, not to {members} members"
            )
        elif sum(known) > members:
            yield problem(table, line, "yes", str(row["yes"]), f"more votes than {members} members")


def _sexes(table: Table) -> Iterator[Problem]:
    names = {item.name for item in table.schema.fields}
    if not {"women", "men", "total"} <= names:
        return
    for line, row in enumerate(table, start=2):
        women, men, total = row.number("women"), row.number("men"), row.number("total")
        if women is not None and men is not None and total is not None and women + men != total:
            yield problem(table, line, "total", f"{total:g}", f"women {women:g} + men {men:g} make {women + men:g}")


def _ranges(table: Table) -> Iterator[Problem]:
    pairs = (("low", "high"), ("usd_low", "usd_high"), ("pct_low", "pct_high"))
    names = {item.name for item in table.schema.fields}
    for line, row in enumerate(table, start=2):
        for low, high in pairs:
            if {low, high} <= names and (ends := (row.number(low), row.number(high))) and None not in ends and ends[0] > ends[1]:  # type: ignore[operator]
                yield problem(table, line, low, f"{ends[0]:g}", f"is above {high} {ends[1]:g}")
        if {"value", "low", "high"} <= names and row.number("value") is not None and _has_range(row):
            yield problem(table, line, "value", f"{row['value']}", "a row has a value or a range, not both")
        if (
            {"start", "end"} <= names
            and row.text("start")
            and row.text("end")
            and first_day(row.text("start")) > first_day(row.text("end"))
        ):
            yield problem(table, line, "start", row.text("start"), f"is after end {row.text('end')}")


def _has_range(row: Row) -> bool:
    return row.number("low") is not None or row.number("high") is not None


def problems(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Every value that cannot be right."""
    for table in catalog.tables.values():
        yield from _keys_and_dates(table, today)
        yield from _sexes(table)
        yield from _ranges(table)
    yield from _confidence(catalog)
    yield from _conversions(catalog)
    for name in ("votes_unga", "votes_hrc"):
        yield from _votes(catalog[name])
