"""Sums that the ministry itself publishes: yearly arrivals add up to its cumulative totals, quarters to years."""

from __future__ import annotations

from collections.abc import Iterator

from lib.audit.cells import problem
from lib.catalog import Catalog
from lib.problems import Problem

# Cumulative arrivals as published by South Korea's Ministry of Unification for the ends of these years.
PUBLISHED_TOTALS = {2022: 33_882, 2023: 34_078, 2024: 34_314, 2025: 34_537}
PUBLISHED_MEN, PUBLISHED_WOMEN = 9_593, 24_944


def cumulative(catalog: Catalog, year: int) -> int:
    """Arrivals up to the end of a year: the first bucket and every single year since."""
    rows = catalog["arrivals_annual"].where(lambda row: row["period_kind"] in ("cumulative_to", "year") and row.known("year") <= year)
    return int(sum(row.number("total") or 0 for row in rows))


def by_sex(catalog: Catalog) -> tuple[int, int]:
    """Men and women since the beginning, with the bucket of 1999-2001 in place of its single years."""
    rows = catalog["arrivals_annual"].where(lambda row: row["period_kind"] != "year" or not 1999 <= row.known("year") <= 2001)
    return int(sum(row.number("men") or 0 for row in rows)), int(sum(row.number("women") or 0 for row in rows))


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Every sum that does not come out."""
    table = catalog["arrivals_annual"]
    for year, total in PUBLISHED_TOTALS.items():
        if cumulative(catalog, year) != total:
            yield problem(table, 0, "total", str(cumulative(catalog, year)), f"arrivals to the end of {year} must add up to {total}")
    if by_sex(catalog) != (PUBLISHED_MEN, PUBLISHED_WOMEN):
        men, women = by_sex(catalog)
        yield problem(table, 0, "men", f"{men} men, {women} women", f"must add up to {PUBLISHED_MEN} men and {PUBLISHED_WOMEN} women")
    quarters: dict[int, list[float | None]] = {}
    for row in catalog["arrivals_quarterly"]:
        quarters.setdefault(int(row.known("year")), []).append(row.number("total"))
    years = {int(row.known("year")): row.number("total") for row in table if row["period_kind"] == "year"}
    for year, totals in quarters.items():
        known = [total for total in totals if total is not None]
        if len(known) == len(totals) and years.get(year) is not None and sum(known) != years[year]:
            path = catalog["arrivals_quarterly"]
            yield problem(path, 0, "total", f"{sum(known):g}", f"the quarters of {year} must add up to {years[year]:g}")
