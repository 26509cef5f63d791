"""Prices set against what people earn and get: which price is compared with which pay or grant, and the division.

Pay is compared only where a rate of the dollar belongs to it; there is none for 2013–2021, and nothing is interpolated.
Tables: `broker_fees`, `living_costs`, `resettlement_support`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.numbers import Quantity
from lib.topics.cost_legs import LADDER, prices

# Each price beside the official pay nearest in time whose value in US dollars is known.
_WAGE_PAIRS = (
    ("fee-river-crossing-2002-newdaily", "wage-2002"),
    ("fee-china-to-south-korea-2007-06-rfa", "wage-2007-02"),
    ("fee-river-crossing-2011-07-bbc", "wage-2012-04"),
    ("fee-china-to-south-korea-2011-07-bbc", "wage-2012-04"),
    ("fee-china-to-south-korea-2023-05-activists", "wage-2022-02-nknews"),
    ("fee-river-crossing-2024-08-tvchosun", "wage-2025-03-workers"),
    ("fee-nk-to-third-country-2024-08-tvchosun", "wage-2025-03-workers"),
)
GRANTS = ("settlement_grant", "basic_settlement_grant")


@dataclass(frozen=True)
class WagePair:
    """A price and the pay it is compared with."""

    fee: Row
    wage: Row

    @property
    def years(self) -> tuple[float | None, float]:
        """The fewest and most years of pay, rounded down; no fewest where the pay is only a least sum."""
        low, high = self._pay("low"), self._pay("high")
        if low is None:
            raise ValueError(f"{self.wage.key} has no value in US dollars")
        fewest = None if high is None else math.floor(self.fee.known("usd_low") / (12 * high))
        return fewest, math.floor(self.fee.known("usd_high") / (12 * low))

    def _pay(self, end: str) -> float | None:
        """Monthly pay in US dollars: from the rate where the row has one (its dollar sums are rounded), else as stated."""
        won, rate = self.wage.number(end), self.wage.number("fx_rate")
        return won / rate if won is not None and rate is not None else self.wage.number(f"usd_{end}")

    @property
    def doubtful(self) -> bool:
        """Whether sources disagree on one of the two, or the year of the price only stands for a time."""
        return "disputed" in (self.fee["confidence"], self.wage["confidence"]) or self.fee["date_basis"] == "nominal"


def wage_pairs(catalog: Catalog) -> tuple[WagePair, ...]:
    """The pairs of price and pay, oldest first."""
    return tuple(WagePair(catalog["broker_fees"].row(fee), catalog["living_costs"].row(wage)) for fee, wage in _WAGE_PAIRS)


def years_of_pay(pair: WagePair) -> Quantity:
    """A price in years of official pay."""
    fewest, most = pair.years
    if fewest is None:
        return Quantity(value=most, qualifier="at_most", unit="years")
    if fewest == most:
        return Quantity(value=most, unit="years")
    return Quantity(low=fewest, high=most, unit="years")


@dataclass(frozen=True)
class GrantPair:
    """A price in KRW and the settlement grant of the same year."""

    fee: Row
    grant: Row

    @property
    def times(self) -> Quantity:
        """The price as a multiple of the grant, rounded down to two decimals."""
        amount = self.grant.known("amount")
        numbers = [number for name in ("low", "high") if (number := self.fee.number(name)) is not None]
        low, high = (math.floor(100 * number / amount) / 100 for number in (min(numbers), max(numbers)))
        return Quantity(value=low, unit="times") if low == high else Quantity(low=low, high=high, unit="times")


def grants(catalog: Catalog, status: str = "in_force") -> tuple[Row, ...]:
    """The South Korean settlement grants with this status, oldest first."""
    rows = catalog["resettlement_support"].where(lambda row: row["program"] in GRANTS, status=status)
    return tuple(sorted(rows, key=lambda row: row.text("date")))


def grant_pairs(catalog: Catalog) -> tuple[GrantPair, ...]:
    """Every price in KRW from a year that has a grant of its own, oldest first."""
    by_year = {row.text("date")[:4]: row for row in grants(catalog)}
    fees = prices(catalog, *(leg.key for leg in LADDER))
    return tuple(GrantPair(fee, by_year[year]) for fee in fees if fee["currency"] == "KRW" and (year := fee.text("date")[:4]) in by_year)
