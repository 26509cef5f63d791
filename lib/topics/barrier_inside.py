"""Exhibits on control inside the country: songbun, and what networks people can reach. Tables: `indicators`, `laws`, `claims`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, _
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.topics.barrier_words import figure_of, indicator, lowered, newest_date, oldest_first, who_of

_ANNOUNCED, _ASKED = "songbun-split-announced-1958-", "songbun-split-escapees-2012-"
_CLASSES: dict[str, LazyText] = {"core": _("Core"), "wavering": _("Wavering"), "hostile": _("Hostile"), "unsure": _("Not sure")}


def _shares(catalog: Catalog, prefix: str) -> tuple[Row, ...]:
    return tuple(row for row in catalog["indicators"] if row.key.startswith(prefix))


def _bars(rows: tuple[Row, ...], prefix: str) -> tuple[Bar, ...]:
    return tuple(Bar(row.key.removeprefix(prefix), row.known("value"), row.key, label=row.text("counted_by")) for row in rows)


@exhibit_of("barriers.songbun", page="barriers")
def songbun(catalog: Catalog) -> Exhibit:
    """Songbun classes as the state announced them once, beside what people who left said of themselves (percent)."""
    announced, asked = _shares(catalog, _ANNOUNCED), _shares(catalog, _ASKED)
    then = {row.key.removeprefix(_ANNOUNCED): Number(row.known("value")) for row in announced}
    core = next(row for row in asked if row.key.endswith("core"))
    finding = _(
        "In {year} Kim Il Sung announced a core class of {core}% and a hostile class of {hostile}%; among escapees asked in {later}, {answered}% said core",
        year=announced[0].text("as_of"),
        core=then["core"],
        hostile=then["hostile"],
        later=core.text("as_of"),
        answered=Number(core.known("value")),
    )
    rows = oldest_first((*announced, *asked))
    return Exhibit(
        exhibit_id="barriers.songbun",
        page="barriers",
        title=_("Songbun, the inherited class of a family"),
        takeaway=finding,
        subtitle=_("percent; a statement of the leader, beside a survey of people who left: two sources, not a trend"),
        chart=Bars(
            x_order=tuple(_CLASSES),
            series=(
                BarSeries(_("Announced by Kim Il Sung, {year}", year=announced[0].text("as_of")), "main", _bars(announced, _ANNOUNCED)),
                BarSeries(_("Said by escapees, {year}", year=core.text("as_of")), "accent", _bars(asked, _ASKED), pattern="/"),
            ),
            unit=_("percent"),
            stacked=False,
            horizontal=True,
            share=True,
            x_labels=tuple(_CLASSES.items()),
        ),
        alt=_("Two groups of horizontal bars, by class. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("class", _("What")),
            Column("date", _("Date")),
            Column("share", _("Share"), _("percent")),
            Column("counted_by", _("Stated by")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(
            (row.key, row.text("indicator"), row.text("as_of"), row.known("value"), who_of(row), row.text("caveat")) for row in rows
        ),
        record=record_of(
            rows,
            as_of=newest_date(rows),
            counted_by=_("Kim Il Sung, and a survey of people who left"),
            counted=_("Shares of the three classes as the leader announced them, and the class that people who left gave for themselves."),
            not_counted=_(
                "The classes of the population today: the state publishes nothing. People who left do not stand for those who stayed."
            ),
        ),
        facts=("barriers.songbun_classes",),
    )


_NETWORKS = ("mobile-subscriptions-2024", "fixed-lines-2021", "kwangmyong-sites-2014", "internet-users-2014", "internet-access-2023-06")
_RADIO_LAW = "dprk-radio-wave-law"


@exhibit_of("barriers.networks", page="barriers")
def networks(catalog: Catalog) -> Exhibit:
    """What connects people inside the country: phones, the closed network, the global internet, fixed radios."""
    rows = tuple(indicator(catalog, key) for key in _NETWORKS)
    law = catalog["laws"].row(_RADIO_LAW)
    outside = indicator(catalog, "internet-access-2023-06")
    finding = _(
        "Phones reach a domestic network only; global internet: {few}",
        few=lowered(outside.text("statement")),
    )
    notes = {row.key: row.text("caveat") or "–" for row in rows}
    radio = (
        law.key,
        _("Radio sets"),
        law.text("status_as_of"),
        law.text("summary"),
        law.text("name"),
        Confidence(law.text("confidence")).label,
        law.text("caveat"),
    )
    dated = oldest_first(rows)
    return Exhibit(
        exhibit_id="barriers.networks",
        page="barriers",
        title=_("Phones, networks and radios inside North Korea"),
        takeaway=finding,
        subtitle=_("different counters and years; the newest of each that we hold"),
        chart=None,
        alt=_("A table of phones, networks and radios with date and counter. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("what", _("What")),
            Column("date", _("Date")),
            Column("figure", _("Figure or finding")),
            Column("counted_by", _("Counted by")),
            Column("confidence", _("Confidence")),
            Column("note", _("Read before quoting")),
        ),
        rows=(
            *(
                (
                    row.key,
                    row.text("indicator"),
                    row.text("as_of"),
                    figure_of(row),
                    who_of(row),
                    Confidence(row.text("confidence")).label,
                    notes[row.key],
                )
                for row in rows
            ),
            radio,
        ),
        record=record_of(
            (law, *dated),
            as_of=newest_date(dated),
            counted_by=_("38 North, the CIA World Factbook and news media, each for its own figure"),
            counted=_("Phones, websites of the closed network, and people with access to the global internet, as estimated from outside."),
            not_counted=_("Foreign phones and radios used in secret, and what people see and hear through them."),
            with_row_caveats=False,
        ),
        actions=("support-independent-radio", "ask-broadcast-funding"),
        is_table=True,
    )
