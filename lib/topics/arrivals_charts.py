"""The exhibit of arrivals in South Korea by year and sex; the first bar is everyone before the single years begin."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Event
from lib.dates import Period
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, _
from lib.numbers import Number, Year
from lib.topics.arrivals_table import (
    ALL_YEARS,
    COLUMN,
    MINISTRY,
    arrivals_record,
    before_the_table,
    closing_of_the_border,
    fill,
    in_bucket,
    share,
    single_years,
    unpublished_years,
    year_of_row,
)

GAP = "gap"
_WHO = {"all": _("people"), "women": _("women"), "men": _("men")}
_NAMES = {"women": _("Women"), "men": _("Men")}
_BEFORE = {"women": _("Women, all up to {year} together"), "men": _("Men, all up to {year} together")}
_OTHER_COUNT = _("split by sex from another count")
_COUNTED = _("People from North Korea admitted to South Korea's protection center in each year, children included.")
STATUS_WORDS = {
    "final": _("final"),
    "provisional": _("provisional"),
    "corrected": _("corrected"),
    "not_published": _("not published"),
}


def _in_span(catalog: Catalog, years: tuple[int, int]) -> tuple[Row, ...]:
    """The row of everyone before the series, where the span reaches it, and the single years of the span."""
    rows = (before_the_table(catalog), *single_years(catalog))
    return tuple(row for row in rows if years[0] <= year_of_row(row) <= years[1])


def _value(row: Row, column: str, measure: str) -> float | None:
    number = row.number(column)
    return number if number is None or measure == "count" else share(number, row.known("total"))


def _year_series(catalog: Catalog, rows: tuple[Row, ...], sex: str, measure: str) -> tuple[BarSeries, ...]:
    """Bars by sex for single years, hatched ones for the years together, and hatched ones where no split is published."""
    series = []
    for name in ("women", "men") if sex == "all" else (sex,):
        single: list[Bar] = []
        together: list[Bar] = []
        for row in rows:
            value = _value(row, name, measure)
            if value is None:
                continue
            other = row["period_kind"] == "year" and in_bucket(catalog, row)
            hollow = other or row["status"] == "provisional"
            bar = Bar(str(year_of_row(row)), value, row.key, hollow, _OTHER_COUNT if other else "")
            (single if row["period_kind"] == "year" else together).append(bar)
        series.append(BarSeries(_NAMES[name], name, tuple(single)))
        if together:
            label = fill(_BEFORE[name], year=Year(year_of_row(before_the_table(catalog))))
            series.append(BarSeries(label, name, tuple(together), pattern="."))
    unknown = tuple(
        Bar(str(year_of_row(row)), row.known("total") if measure == "count" else 100, row.key)
        for row in rows
        if sex == "all" and row["women"] is None
    )
    shown = [item for item in series if item.bars]
    return (*shown, BarSeries(_("Sex not published"), "sex_unknown", unknown, pattern="/")) if unknown else tuple(shown)


def _events(catalog: Catalog, rows: tuple[Row, ...], sex: str, measure: str) -> tuple[Event, ...]:
    years = [row for row in rows if row["period_kind"] == "year" and row[COLUMN[sex]] is not None]
    shown = {str(year_of_row(row)) for row in years}
    events = []
    if measure == "count" and len(years) > 1:
        top = max(years, key=lambda row: row.known(COLUMN[sex]))
        events.append(
            Event(str(year_of_row(top)), _("{year}: {people}", year=Year(year_of_row(top)), people=Number(top.known(COLUMN[sex]))))
        )
    shut = closing_of_the_border(catalog).text("date")[:4]
    if shut in shown:
        events.append(Event(shut, _("{year}: border shut", year=Year(int(shut)))))
    return tuple(events)


def _finding(rows: tuple[Row, ...], sex: str, measure: str, whole: bool) -> LazyText:
    """The finding on the single years shown, true for any span."""
    column = COLUMN["women" if measure == "share" and sex == "all" else sex]
    known = [row for row in rows if row["period_kind"] == "year" and row[column] is not None]
    if not known and not rows:
        return _("No year of this span has published figures by sex")
    if not known:
        earlier = Number(rows[0].known(COLUMN[sex]))
        return _("{earlier} {who} reached South Korea up to {year}", earlier=earlier, who=_WHO[sex], year=Year(year_of_row(rows[0])))

    def number(row: Row) -> float:
        return _value(row, column, measure) or 0

    last, high, low = known[-1], max(known, key=number), min(known, key=number)
    words = {
        "year": Year(year_of_row(last)), "latest": Number(number(last)), "high": Number(number(high)), "high_year": Year(year_of_row(high)),
        "low": Number(number(low)), "low_year": Year(year_of_row(low)),
    }  # fmt: skip
    if measure == "share":
        who = _NAMES["men" if sex == "men" else "women"]
        if len(known) == 1:
            return _("{who} were {latest}% of arrivals in {year}", who=who, **words)
        return _(
            "{who} were {latest}% of arrivals in {year}; their share was highest in {high_year} ({high}%) and lowest in {low_year} ({low}%)",
            who=who,
            **words,
        )
    if len(known) == 1:
        return _("{latest} {who} from North Korea reached South Korea in {year}", who=_WHO[sex], **words)
    if whole and sex == "all" and year_of_row(high) < year_of_row(low) < year_of_row(last):
        return _(
            "Arrivals in South Korea peaked at {high} in {high_year}, fell to {low} in {low_year} and came to {latest} in {year}", **words
        )
    if last.key == low.key:
        text = _("The number of {who} reaching South Korea was highest in {high_year} ({high}) and lowest in {year} ({latest})")
    elif last.key == high.key:
        text = _("The number of {who} reaching South Korea was lowest in {low_year} ({low}) and highest in {year} ({latest})")
    else:
        text = _(
            "The number of {who} reaching South Korea was highest in {high_year} ({high}) and lowest in {low_year} ({low}); "
            "in {year} it was {latest}"
        )
    return fill(text, who=_WHO[sex], **words)


def _year_table(rows: tuple[Row, ...], sex: str, measure: str) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    unit = _("people") if measure == "count" else _("% of the total")
    names = ("women", "men") if sex == "all" else (sex,)
    columns = [Column("row", _("Row")), Column("year", _("Year")), Column("period", _("Period"))]
    columns += [Column(name, _NAMES[name], unit) for name in names]
    if sex == "all":
        columns.append(Column("sex_not_published", _("Sex not published"), unit))
    columns += [Column("total", _("All"), _("people")), Column("status", _("Status"))]
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        kind = _("one year") if row["period_kind"] == "year" else _("all up to this year")
        line: list[Cell] = [row.key, year_of_row(row), kind, *(_value(row, name, measure) for name in names)]
        if sex == "all":
            hidden = row.known("total") if row["women"] is None else 0
            line.append(hidden if measure == "count" else share(hidden, row.known("total")))
        cells.append((*line, row.known("total"), STATUS_WORDS[row.text("status")]))
    return tuple(columns), tuple(cells)


def _subtitle(series: tuple[BarSeries, ...], rows: tuple[Row, ...], sex: str, measure: str) -> LazyText:
    """Unit and counter, what hollow means where something is, and years whose place stays empty."""
    unit = _("people a year") if measure == "count" else _("percent of the year's arrivals")
    text = _("{unit} · {counter}", unit=unit, counter=MINISTRY)
    if any(bar.hollow for item in series for bar in item.bars):
        text = _("{subtitle} · hollow: provisional, or split by sex from another count", subtitle=text)
    hidden = tuple(Year(year_of_row(row)) for row in rows if sex != "all" and row[sex] is None)
    return _("{subtitle} · not published by sex: {years}", subtitle=text, years=Listed(hidden)) if hidden else text


def _alt(finding: LazyText, rows: tuple[Row, ...]) -> LazyText:
    years = [str(year_of_row(row)) for row in rows if row["period_kind"] == "year"]
    if not years:
        return finding
    span = Period(years[0], years[-1])
    if len(years) == len(rows):
        return _("{finding}. Bars by year, {span}.", finding=finding, span=span)
    return _("{finding}. Bars by year, {span}; a hatched bar at the left holds everyone before.", finding=finding, span=span)


@exhibit_of("departures.arrivals_by_year", page="departures")
def arrivals_by_year(catalog: Catalog, years: tuple[int, int] = ALL_YEARS, sex: str = "all", measure: str = "count") -> Exhibit:
    """Arrivals in South Korea by year and sex, in people or percent of the year. Table arrivals_annual."""
    rows = _in_span(catalog, years)
    series = _year_series(catalog, rows, sex, measure)
    drawn = tuple(row for row in rows if sex == "all" or row[sex] is not None)
    finding = _finding(drawn, sex, measure, len(rows) > len(single_years(catalog)))
    columns, cells = _year_table(rows, sex, measure)
    keys = [str(year_of_row(row)) for row in rows]
    first = before_the_table(catalog)
    if keys and rows[0].key == first.key:
        keys.insert(1, GAP)
    missing = tuple(_("{year}: {note}", year=Year(year_of_row(row)), note=row.text("caveat")) for row in unpublished_years(catalog))
    record = arrivals_record(catalog, drawn or rows or single_years(catalog), _COUNTED, notes=missing)
    return Exhibit(
        exhibit_id="departures.arrivals_by_year",
        page="departures",
        title=_("Arrivals in South Korea by year"),
        takeaway=finding,
        subtitle=_subtitle(series, rows, sex, measure),
        chart=Bars(
            x_order=tuple(keys),
            series=series,
            unit=_("people"),
            share=measure == "share",
            events=_events(catalog, drawn, sex, measure),
            x_labels=((str(year_of_row(first)), _("to {year}", year=Year(year_of_row(first)))), (GAP, "")),
        )
        if series
        else None,
        alt=_alt(finding, drawn),
        columns=columns,
        rows=cells if series else (),
        record=record,
        facts=("arrivals.latest", "arrivals.peak", "arrivals.lowest") if sex == "all" and measure == "count" else (),
    )
