"""Facts and the exhibit on UNHCR's stocks: refugees and asylum seekers in countries other than South Korea and China."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Mark, MarkSeries, Points
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of, fact_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Fact, Record, record_of
from lib.topics.arrivals_table import year_of_row
from lib.topics.caveats import caveats_of

UNHCR = _("UN refugee agency (UNHCR)")
DATABASE, REPORT = "database_2025_01", "global_trends"
STOCKS: tuple[tuple[str, LazyText], ...] = (
    ("refugees", _("Refugees, by country")),
    ("pending", _("Asylum seekers waiting, by country")),
    ("refugees_years", _("Refugees, by year")),
    ("pending_years", _("Asylum seekers waiting, by year")),
)
_MEASURE = {"refugees": "refugees", "pending": "asylum_pending"}
_PEOPLE = {"refugees": _("refugees"), "pending": _("asylum seekers with pending cases")}
_EDITIONS = {DATABASE: _("UNHCR database, edition of January 2025"), REPORT: _("UNHCR yearly report, Global Trends")}


def _world(catalog: Catalog, measure: str, edition: str) -> tuple[Row, ...]:
    rows = catalog["unhcr_stocks"].where(scope="world", measure=measure, edition=edition)
    return tuple(sorted(rows, key=lambda row: row.text("as_of")))


def _stock_record(catalog: Catalog, rows: tuple[Row, ...], kind: str) -> Record:
    counted = {
        "refugees": _(
            "People from North Korea under refugee or similar status on that date, in countries other than South Korea and China."
        ),
        "pending": _(
            "People from North Korea waiting for a decision on asylum on that date, in countries other than South Korea and China."
        ),
    }
    return record_of(
        rows,
        as_of=max(row.text("as_of") for row in rows),
        counted_by=UNHCR,
        counted=counted[kind],
        not_counted=_(
            "People in South Korea and China, people without a status, and those who became citizens or permanent residents. "
            "A stock at a date is no number of new arrivals, and a falling stock does not mean that people went back."
        ),
        extra_caveats=caveats_of(catalog, "unhcr_stocks"),
    )


def _world_fact(catalog: Catalog, fact_id: str, kind: str, label: Text) -> Fact:
    rows = _world(catalog, _MEASURE[kind], DATABASE)
    last, top = rows[-1], max(rows, key=lambda row: row.known("value"))
    return Fact(
        fact_id,
        label,
        Quantity(value=last.known("value"), unit="people"),
        _stock_record(catalog, (last,), kind),
        context=_("most: {people} in {year}", people=Number(top.known("value")), year=Year(year_of_row(top))),
        note=last.text("caveat"),
    )


@fact_of("elsewhere.unhcr_world_refugees")
def unhcr_world_refugees(catalog: Catalog) -> Fact:
    """Refugees from North Korea outside South Korea and China at the newest date of UNHCR's database: a stock."""
    return _world_fact(catalog, "elsewhere.unhcr_world_refugees", "refugees", _("Refugees counted by UNHCR"))


@fact_of("elsewhere.unhcr_world_pending")
def unhcr_world_pending(catalog: Catalog) -> Fact:
    """Asylum seekers with pending cases at the newest date of UNHCR's database: a stock."""
    return _world_fact(catalog, "elsewhere.unhcr_world_pending", "pending", _("Waiting for asylum (UNHCR)"))


@exhibit_of("departures.unhcr_stock", page="departures")
def unhcr_stock(catalog: Catalog, stock: str = "refugees") -> Exhibit:
    """UNHCR stocks: by country at the newest date of one edition, or the world by year with both editions apart. Table unhcr_stocks."""
    kind, by_year = stock.split("_", maxsplit=1)[0], stock.endswith("_years")
    return _by_year(catalog, kind) if by_year else _by_country(catalog, kind)


def _by_country(catalog: Catalog, kind: str) -> Exhibit:
    world = _world(catalog, _MEASURE[kind], DATABASE)[-1]
    found = catalog["unhcr_stocks"].where(scope="country", measure=_MEASURE[kind], edition=DATABASE, as_of=world.text("as_of"))
    rows = tuple(sorted(found, key=lambda row: (-row.known("value"), row.text("country"))))
    rest = world.known("value") - sum(row.known("value") for row in rows)
    finding = _(
        "About {date}, UNHCR counted {total} {people} from North Korea outside South Korea and China (largest number: {country}, {high})",
        date=When(world.text("as_of")),
        total=Number(world.known("value")),
        people=_PEOPLE[kind],
        high=Number(rows[0].known("value")),
        country=rows[0].text("country"),
    )
    series = [BarSeries(_("Countries"), "all", tuple(Bar(row.text("iso2"), row.known("value"), row.key) for row in rows))]
    if rest > 0:
        series.append(BarSeries(_("All other countries, not listed one by one"), "unknown", (Bar("rest", rest, world.key),), pattern="/"))
    cells: list[tuple[Cell, ...]] = [(row.key, row.text("country"), row.known("value")) for row in rows]
    return Exhibit(
        exhibit_id="departures.unhcr_stock",
        page="departures",
        title=dict(STOCKS)[kind],
        takeaway=finding,
        subtitle=_("people at that date (a stock, no yearly number) · {edition}", edition=_EDITIONS[DATABASE]),
        chart=Bars(
            x_order=(*(row.text("iso2") for row in rows), *(("rest",) if rest > 0 else ())),
            series=tuple(series),
            unit=_("people"),
            horizontal=True,
            x_labels=(*((row.text("iso2"), row.text("country")) for row in rows), ("rest", _("All other countries"))),
        ),
        alt=_("{finding}. Horizontal bars for {count} countries.", finding=finding, count=Number(len(rows))),
        columns=(Column("row", _("Row")), Column("country", _("Country")), Column("people", _("People"))),
        rows=(*cells, *(((world.key, _("All other countries (world total minus those listed)"), rest),) if rest > 0 else ())),
        record=_stock_record(catalog, (*rows, world), kind),
        facts=("elsewhere.unhcr_world_refugees",) if kind == "refugees" else ("elsewhere.unhcr_world_pending",),
    )


def _by_year(catalog: Catalog, kind: str) -> Exhibit:
    editions = {edition: _world(catalog, _MEASURE[kind], edition) for edition in (REPORT, DATABASE)}
    rows = (*editions[REPORT], *editions[DATABASE])
    known = editions[DATABASE]
    last, top = known[-1], max(known, key=lambda row: row.known("value"))
    finding = _(
        "UNHCR's count of {people} from North Korea stood at {high} in {top} and at {latest} in {date}",
        people=_PEOPLE[kind],
        high=Number(top.known("value")),
        top=Year(year_of_row(top)),
        latest=Number(last.known("value")),
        date=When(last.text("as_of")),
    )
    shapes = {DATABASE: ("circle", "all", True), REPORT: ("diamond", "accent", False)}
    series = tuple(
        MarkSeries(
            _EDITIONS[edition],
            shapes[edition][1],
            tuple(Mark(row.text("as_of"), row.key, value=row.known("value")) for row in editions[edition]),
            shape=shapes[edition][0],
            joined=shapes[edition][2],
        )
        for edition in (DATABASE, REPORT)
    )
    return Exhibit(
        exhibit_id="departures.unhcr_stock",
        page="departures",
        title=dict(STOCKS)[f"{kind}_years"],
        takeaway=finding,
        subtitle=_("people at the date (stocks: never add years) · two editions, kept apart"),
        chart=Points(series, _("people")),
        alt=_("{finding}. A line for one edition and single points for the other.", finding=finding),
        columns=(Column("row", _("Row")), Column("date", _("Date")), Column("edition", _("Edition")), Column("people", _("People"))),
        rows=tuple((row.key, row.text("as_of"), _EDITIONS[row.text("edition")], row.known("value")) for row in rows),
        record=_stock_record(catalog, rows, kind),
        facts=("elsewhere.unhcr_world_refugees",) if kind == "refugees" else ("elsewhere.unhcr_world_pending",),
    )
