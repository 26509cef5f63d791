"""Exhibits on legal exit: workers abroad by author, and who may go and who stays behind. Tables: `indicators`, `claims`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.dates import year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.fact_texts import expand_facts
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of
from lib.topics.barrier_words import bare, figure_of, indicator, lowered, newest_date, oldest_first, who_of

_WORLD: dict[str, LazyText] = {
    "workers-abroad-un-expert-2015-03": _("UN rapporteur"),
    "workers-abroad-nk-watch-2015-03": _("NK Watch"),
    "workers-abroad-south-korea-2016-07": _("South Korea"),
    "workers-abroad-un-panel-2023": _("UN experts"),
}
_RUSSIA: dict[str, LazyText] = {
    "workers-russia-permits-2018-01": _("Russia, January"),
    "workers-russia-permits-2018-12": _("Russia, December"),
    "worker-arrivals-russia-2024": _("Russia, arrivals"),
    "workers-russia-2025-08": _("Russia, August"),
    "workers-russia-forecast-2025-08": _("Russia, forecast"),
}
_COUNTED = ("workers-russia-permits-2018-01", "workers-russia-permits-2018-12")
_FORECAST = ("workers-russia-forecast-2025-08",)


def _chosen(catalog: Catalog, workers: str) -> tuple[Row, ...]:
    keys = {"world": tuple(_WORLD), "russia": tuple(_RUSSIA)}.get(workers, (*_WORLD, *_RUSSIA))
    return tuple(indicator(catalog, key) for key in keys)


def _mark(row: Row) -> Mark:
    return Mark(
        row.key,
        row.key,
        value=row.number("value"),
        low=row.number("low"),
        high=row.number("high"),
        hollow=row.key not in _COUNTED,
        label=_("{figure}", figure=bare(row)),
        hover=who_of(row),
    )


def _series(name: Text, role: str, shape: str, rows: tuple[Row, ...], keys: tuple[str, ...]) -> tuple[MarkSeries, ...]:
    marks = tuple(_mark(row) for row in rows if row.key in keys)
    return (MarkSeries(name, role, marks, shape),) if marks else ()


def _finding(catalog: Catalog, workers: str) -> Text:
    newest, high = indicator(catalog, "workers-abroad-un-panel-2023"), indicator(catalog, "workers-abroad-nk-watch-2015-03")
    low = indicator(catalog, "workers-abroad-un-expert-2015-03")
    start, end, now = (indicator(catalog, key) for key in (*_COUNTED, "workers-russia-2025-08"))
    world = _(
        "Estimates of workers abroad ran from {low} to {high} in {year}; for {later}, the UN Panel of Experts heard of {newest}",
        low=bare(low),
        high=Number(high.known("high")),
        year=Year(year_of(low.text("as_of"))),
        later=Year(year_of(newest.text("as_of"))),
        newest=bare(newest),
    )
    lately = _("{number} were said to be in Russia in {year}", number=bare(now), year=Year(year_of(now.text("as_of"))))
    if workers == "world":
        return world
    if workers == "russia":
        return _(
            "Russia reported {start} permits at the start of {year} and {end} at its end; {lately}",
            start=bare(start),
            year=Year(year_of(start.text("as_of"))),
            end=bare(end),
            lately=lately,
        )
    return _("{world}; {lately}", world=world, lately=lately)


@exhibit_of("barriers.workers", page="barriers")
def workers_abroad(catalog: Catalog, workers: str = "all") -> Exhibit:
    """Workers abroad by author and year: all countries, Russia, or both apart. Never joined, never added."""
    rows = _chosen(catalog, workers)
    finding = _finding(catalog, workers)
    labels = {**_WORLD, **_RUSSIA}
    estimates = tuple(key for key in _RUSSIA if key not in (*_COUNTED, *_FORECAST))
    dated = oldest_first(rows)
    return Exhibit(
        exhibit_id="barriers.workers",
        page="barriers",
        title=_("Workers abroad, by year and author"),
        takeaway=finding,
        subtitle=_("people; hollow: estimates and a forecast; the rows are not comparable"),
        chart=Ladder(
            tuple(row.key for row in rows),
            tuple((row.key, _("{year} · {author}", year=Year(year_of(row.text("as_of"))), author=labels[row.key])) for row in rows),
            (
                *_series(_("All countries, estimate"), "main", "circle", rows, tuple(_WORLD)),
                *_series(_("Russia, permits counted"), "second", "square", rows, _COUNTED),
                *_series(_("Russia, reported"), "accent", "diamond", rows, estimates),
                *_series(_("Russia, forecast and no count"), "context", "x", rows, _FORECAST),
            ),
            _("people"),
        ),
        alt=_("Points and ranges, one row for each author. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("what", _("What")),
            Column("date", _("Date")),
            Column("value", _("Single number"), _("people")),
            Column("low", _("Lowest"), _("people")),
            Column("high", _("Highest"), _("people")),
            Column("counted_by", _("By whom")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(
            (row.key, row.text("indicator"), row.text("as_of"), row.number("value"), row.number("low"), row.number("high"), who_of(row), row.text("caveat") or "–")
            for row in rows
        ),
        record=record_of(
            dated,
            as_of=newest_date(rows),
            counted_by=_("UN experts, NK Watch, governments and news media, each for its own estimate"),
            counted=_("North Koreans whom the state sent to work abroad, as each author counted or estimated them."),
            not_counted=_("Soldiers, diplomats and students, and people who left their work without permission."),
        ),
        actions=("follow-un-rapporteur",),
        facts=("barriers.workers_abroad", "barriers.workers_russia"),
    )  # fmt: skip


_GROUPS = "exit-permission-groups-2014"
# Notes that speak of the words of the claim, which the table does not show.
_ON_WORDING = ("g-wy-04",)
_CLAIMS: dict[str, LazyText] = {
    "g-wy-04": _("Travel inside the country"),
    "g-wy-41": _("Workers"),
    "g-wy-44": _("Restaurant staff"),
    "g-wy-43": _("Families of people abroad"),
}


@exhibit_of("barriers.legal_exit", page="barriers")
def legal_exit(catalog: Catalog) -> Exhibit:
    """Who may go abroad, on what terms, and who stays behind."""
    groups = indicator(catalog, _GROUPS)
    claims = tuple(catalog["claims"].row(key) for key in _CLAIMS)
    label = {row.key: Confidence(row.text("confidence")).label for row in (groups, *claims)}
    finding = _(
        "Few may go: {groups}. {behind}",
        groups=lowered(groups.text("statement")),
        behind=catalog["claims"].row("g-wy-43").text("finding").removesuffix("."),
    )
    dated = tuple(sorted(claims, key=lambda row: row.text("better_as_of")))

    def cells(row: Row) -> tuple[Cell, ...]:
        return (
            row.key,
            _CLAIMS[row.key],
            row.text("better_as_of"),
            str(expand_facts(catalog, row.text("finding"))),
            label[row.key],
            row.text("caveat") if row["caveat"] and row.key not in _ON_WORDING else "–",
        )

    return Exhibit(
        exhibit_id="barriers.legal_exit",
        page="barriers",
        title=_("Who may go abroad, and who stays behind"),
        takeaway=finding,
        subtitle=_("findings by date; the state publishes no rules and no numbers"),
        chart=None,
        alt=_("A table of {number} findings on legal exit. {finding}.", number=Number(len(claims) + 1), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("who", _("Who")),
            Column("date", _("Evidence of")),
            Column("finding", _("What is known")),
            Column("confidence", _("Confidence")),
            Column("note", _("Read before quoting")),
        ),
        rows=(
            (groups.key, _("Who gets permission"), groups.text("as_of"), figure_of(groups), label[groups.key], groups.text("caveat")),
            *(cells(row) for row in claims),
        ),
        record=record_of(
            (groups, *dated),
            as_of=max(row.text("better_as_of") for row in claims),
            counted_by=_("The US Department of State, UN experts and news media, each for its own finding"),
            counted=_("Groups that may go abroad or travel inside the country with permission, and what is asked of their relatives."),
            not_counted=_("How many people apply or are refused. The channel for short visits across the border before 2020 has no known state today."),
        ),
        actions=("canada-sponsor",),
        is_table=True,
    )  # fmt: skip
