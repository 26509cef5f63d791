"""What campaigns and tallies say was given, sent and launched: one kind of thing at a time."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import record_of, row_quantity

METRICS: dict[str, LazyText] = {
    "drives_sent": _("drives sent"),
    "drives_donated": _("drives donated"),
    "drives_donated_or_pledged": _("drives donated or pledged"),
    "drives_collected": _("drives collected"),
    "leaflets_launched": _("leaflets launched"),
    "balloons_launched": _("balloons launched"),
    "launches": _("launches"),
    "bottles_stopped": _("bottles stopped"),
}

_KINDS: dict[str, LazyText] = {"single": _("one occasion"), "yearly": _("one year"), "cumulative": _("running total")}
_SCOPES: dict[str, LazyText] = {
    "all_usb_groups": _("all groups that send drives"),
    "all_leaflet_groups": _("all groups that send leaflets"),
    "other_leaflet_group": _("another leaflet group"),
}


def _volume_cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    who: Text = catalog["efforts"].row(row.text("effort_id")).text("name") if row["effort_id"] else _SCOPES[row.text("scope")]
    figure = row_quantity(row, "")
    low, high = figure.bounds or (None, None)
    return (
        row.key,
        who,
        row.text("date") or _("not dated"),
        low,
        "–" if high == low else high,
        QUALIFIED.get(row.text("qualifier"), "–"),
        _KINDS[row.text("measure_kind")],
        row.text("caveat") or "–",
    )


QUALIFIED: dict[str, LazyText] = {
    "about": _("about"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "more_than": _("more than"),
    "fewer_than": _("fewer than"),
    "almost": _("almost"),
}


@exhibit_of("information.volume", page="information")
def volume(catalog: Catalog, counted: str = "drives_sent") -> Exhibit:
    """What campaigns and tallies say of one kind of thing sent, given or launched; kinds are never mixed."""
    rows = catalog["distribution_volume"].where(metric=counted)
    undated = sum(1 for row in rows if not row["date"])
    finding: Text = ngettext(
        "{number} statement counts {metric}; it says nothing about what arrived",
        "{number} statements count {metric}; they overlap, so they are never added up, and none says what arrived",
        len(rows),
        number=Number(len(rows)),
        metric=METRICS[counted],
    )
    subtitle: Text = _("as the groups or the ministry stated it; single occasions, years and running totals stand apart")
    if undated:
        more = ngettext("{number} statement is not dated", "{number} statements are not dated", undated, number=Number(undated))
        subtitle = _("{subtitle}; {more}", subtitle=subtitle, more=more)
    return Exhibit(
        exhibit_id="information.volume",
        page="information",
        title=_("What was given, sent and launched"),
        takeaway=finding,
        subtitle=subtitle,
        chart=None,
        alt=_("A table. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("who", _("Who")),
            Column("date", _("Date")),
            Column("value", METRICS[counted]),
            Column("value_high", _("Upper end of a range")),
            Column("qualifier", _("Stated as")),
            Column("measure_kind", _("What kind of count")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(_volume_cells(catalog, row) for row in rows),
        record=record_of(
            rows,
            as_of=max((row.text("date") for row in rows), default=""),
            counted_by=_("the groups themselves, the press or the Ministry of Unification"),
            counted=_("One kind of thing at a time, as stated: collected, donated, pledged and sent are different things."),
            not_counted=_("What arrived, and what was never announced. Places of launches are left out on purpose."),
            with_row_caveats=False,
        ),
        facts=("information.drives_donated",),
        actions=("mail-usb-drives", "buy-drives"),
        is_table=True,
    )
