"""What a gift would be as a share of what groups said a rescue costs.

The stated sums are old, cover different stretches and are no price of today, so a gift is only ever shown as a share of
each of them, with its years, and never rounded up. Table: `rescue_costs` (US dollars of the time).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.dates import Period
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import Text, _
from lib.numbers import Quantity
from lib.provenance import record_of
from lib.topics.cost_legs import GIFT
from lib.topics.cost_marks import told
from lib.topics.cost_rescues import GIVING_ACTIONS, short_name, stated_costs

# What a qualifier of a cost says about a share of it: at least this cost is at most that share.
_TURNED = {"at_least": "at_most", "more_than": "at_most", "at_most": "at_least", "almost": "at_least", "fewer_than": "at_least"}


def share_of(gift: float, cost: float) -> float:
    """The gift as a percentage of a cost, cut to one decimal (three below 1%), never rounded up. Raises ValueError for no positive cost."""
    if cost <= 0:
        raise ValueError("a share needs a positive cost")
    steps = 10 if gift * 100 >= cost else 1000
    return math.floor(100 * steps * gift / cost) / steps


@dataclass(frozen=True)
class Share:
    """A gift against all sums that one group stated for one stretch of the way."""

    organization: str
    from_to: str
    rows: tuple[Row, ...]
    quantity: Quantity

    @property
    def costs(self) -> Quantity:
        """The lowest and highest sum stated, in US dollars."""
        sums = [row.known("usd_value") for row in self.rows]
        low, high = min(sums), max(sums)
        qualifier = self.rows[0].text("qualifier") if len(self.rows) == 1 else "exact"
        if low == high:
            return Quantity(value=low, qualifier=qualifier, unit="USD")
        return Quantity(low=low, high=high, qualifier=qualifier, unit="USD")

    @property
    def years(self) -> Period:
        """The years from the first to the last statement."""
        return Period(self.rows[0].text("date")[:4], self.rows[-1].text("date")[:4])


def _share(gift: int, rows: tuple[Row, ...]) -> Quantity:
    shares = [share_of(gift, row.known("usd_value")) for row in rows]
    low, high = min(shares), max(shares)
    if len(rows) > 1 and low < high:
        return Quantity(low=low, high=high, unit="percent")
    qualifier = rows[0].text("qualifier") if len(rows) == 1 else "exact"
    return Quantity(value=low, qualifier=_TURNED.get(qualifier, qualifier), unit="percent")


def shares(catalog: Catalog, gift: int) -> tuple[Share, ...]:
    """The gift as a share of each group's stated costs, the group that spoke last first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in reversed(stated_costs(catalog)):
        groups.setdefault((row.text("organization"), row.text("from_to")), []).insert(0, row)
    order = list(dict.fromkeys(name for name, _way in groups))
    ranked = sorted(groups.items(), key=lambda item: order.index(item[0][0]))
    return tuple(Share(short_name(name), way, tuple(rows), _share(gift, tuple(rows))) for (name, way), rows in ranked)


def whole_range(catalog: Catalog, gift: int) -> Quantity:
    """The lowest and the highest share over all stated costs."""
    every = [share_of(gift, row.known("usd_value")) for row in stated_costs(catalog)]
    return Quantity(low=min(every), high=max(every), unit="percent")


CAVEAT = _(
    "This is arithmetic, not a promise. The sums are old and mostly count from China onward; none is a price of today, and groups said "
    "later that rescues had become costlier. That all of a gift goes to a rescue holds only for appeals that say so by name. Ask the group."
)


@exhibit_of("costs.gift", page="costs")
def gift_exhibit(catalog: Catalog, gift: int = GIFT.default) -> Exhibit:
    """A sum in US dollars as a share of each stated cost; a table by nature."""
    found = shares(catalog, gift)
    takeaway: Text = _(
        "{gift} is {share} of one person's way, depending on whose stated cost it is set against.",
        gift=Quantity(value=gift, unit="USD"),
        share=whole_range(catalog, gift),
    )
    rows = stated_costs(catalog)
    return Exhibit(
        exhibit_id="costs.gift",
        page="costs",
        title=_("What would my gift do"),
        takeaway=takeaway,
        subtitle=_("Percent of one person's way as each group stated its cost in those years; cut, never rounded up."),
        chart=None,
        alt=told(takeaway, CAVEAT),
        columns=(
            Column("row", _("Row of the last statement")),
            Column("organization", _("Organization")),
            Column("share", _("Share of one person's way")),
            Column("years", _("Stated in")),
            Column("cost", _("Stated cost")),
            Column("from_to", _("From and to")),
        ),
        rows=tuple(
            (
                item.rows[-1].key,
                item.organization,
                _("{share}", share=item.quantity),
                _("{years}", years=item.years),
                _("{cost}", cost=item.costs),
                item.from_to,
            )
            for item in found
        ),
        record=record_of(
            rows,
            as_of=rows[-1].text("date"),
            counted_by=_("our division by what groups stated"),
            counted=_("The sum entered divided by each stated cost of one person's way, cut and never rounded up."),
            not_counted=_("What a rescue costs today, staff and other programs, and widely quoted sums that have no source."),
            extra_caveats=(CAVEAT,),
        ),
        actions=GIVING_ACTIONS,
        is_table=True,
    )
