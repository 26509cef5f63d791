"""The sentences of the page on foreigners: every number in them is asked from the registry or the tables."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact
from lib.i18n import LazyText, _
from lib.numbers import Number, Quantity
from lib.topics.presence_words import FIRST_ENTRY, LINKS_CUT

# The facts that the title and the lead name.
NAMED = ("presence.staffed_now", "presence.staffed_before", "presence.last_un_ngo_left", "presence.un_staff")


def _bare(catalog: Catalog, fact_id: str) -> Quantity:
    """A fact's quantity without its unit, for sentences that name the unit themselves."""
    found = fact(catalog, fact_id).quantity
    return Quantity(found.value, found.low, found.high, found.qualifier)


def title(catalog: Catalog) -> LazyText:
    """The finding of the page in one sentence."""
    return _(
        "The foreigners left: {now} missions in Pyongyang have staff, against {before} before the closing",
        now=_bare(catalog, "presence.staffed_now"),
        before=_bare(catalog, "presence.staffed_before"),
    )


def lead(catalog: Catalog) -> LazyText:
    """When the border shut, when the last aid workers left, and who has come back since."""
    last = fact(catalog, "presence.last_un_ngo_left")
    return _(
        "North Korea cut its air and rail links in {shut}. In {left} the last international staff of the UN and of aid organizations went "
        "out by land. UN staff were last counted at {un}, in {counted}. Diplomats have come back since {back}.",
        shut=When(catalog["border_events"].row(LINKS_CUT).text("date")[:7]),
        left=When(last.record.as_of[:7]),
        un=_bare(catalog, "presence.un_staff"),
        counted=When(fact(catalog, "presence.un_staff").record.as_of[:7]),
        back=When(catalog["border_events"].row(FIRST_ENTRY).text("date")[:7]),
    )


def who_left(catalog: Catalog) -> LazyText:
    """The low point and the present state of the embassies, and what "suspended" means."""
    closed, lowest = fact(catalog, "presence.missions_closed_april_2021"), fact(catalog, "presence.lowest")
    return _(
        "By {date}, {closed} had stopped work, offices that are not embassies among them. The lowest count that nobody disputes is "
        "{lowest}, in {when}. Suspended means that no foreign staff are there. The UN agencies and Concern Worldwide work on through local "
        "staff. Local staff also kept the Swedish embassy open while its diplomats were away.",
        date=When(closed.record.as_of[:7]),
        closed=closed.quantity,
        lowest=lowest.quantity,
        when=When(lowest.record.as_of),
    )


def embassies(catalog: Catalog) -> LazyText:
    """How the embassies stand, state by state."""
    total = len(catalog["missions"].where(kind="embassy"))
    return _(
        "Of {total} embassies, {open} never closed, {returned} are back, {away} are suspended or closed. Of {unknown} nothing clear is known.",
        total=Number(total),
        open=_bare(catalog, "presence.embassies_open"),
        returned=_bare(catalog, "presence.embassies_returned"),
        away=_bare(catalog, "presence.embassies_away"),
        unknown=_bare(catalog, "presence.embassies_unknown"),
    )


def staff(catalog: Catalog) -> LazyText:
    """UN and Red Cross staff before the closing."""
    before, cross = fact(catalog, "presence.un_staff_before"), fact(catalog, "presence.red_cross_staff")
    return _(
        "In {when}, {agencies} UN agencies alone had {before} from abroad. The International Committee of the Red Cross "
        "took its last staff out in {left}.",
        when=When(before.record.as_of),
        agencies=Number(len(before.record.rows)),
        before=before.quantity,
        left=When(cross.record.as_of[:7]),
    )


def border(catalog: Catalog) -> LazyText:
    """How long nobody could enter, and what was built at the northern border meanwhile."""
    entry, fence, guards = (fact(catalog, key) for key in ("presence.days_no_entry", "border.fence_new", "border.guard_facilities"))
    return _(
        "From the end of air and rail links to the first known entry of foreign diplomats it took {days}. {counter} studied "
        "part of the northern border. By {year} it counted {fence} of new fence and {guards} guard facilities there. Nobody else has counted.",
        days=entry.quantity,
        counter=fence.record.counted_by,
        fence=fence.quantity,
        guards=_bare(catalog, "border.guard_facilities"),
        year=When(guards.record.as_of),
    )
