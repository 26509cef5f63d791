"""The exhibit of arrivals in South Korea by quarter; a half-year is hatched and never drawn as a quarter."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries, Event
from lib.dates import Period, last_day
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import LazyText, _
from lib.numbers import Number, Year
from lib.provenance import record_of
from lib.topics.arrivals_table import COLUMN, MINISTRY, NOT_COUNTED, closing_of_the_border, year_of_row
from lib.topics.caveats import caveats_of

_NAMES = {"women": _("Women"), "men": _("Men")}
_WHO = {"all": _("people"), "women": _("women"), "men": _("men")}


def _key(row: Row) -> str:
    return f"{year_of_row(row)}-{row.text('quarter')}"


def _label(row: Row) -> LazyText:
    return _("{quarter} {year}", quarter=row.text("quarter"), year=Year(year_of_row(row)))


def _computed(row: Row, sex: str) -> bool:
    return row.flag("derived") or (sex != "all" and row.flag("derived_sex"))


def _bar(row: Row, column: str, sex: str) -> Bar:
    computed, disputed = _computed(row, sex), row["confidence"] == "disputed"
    basis = _("computed from other published figures") if computed else _("disputed") if disputed else _("published")
    label = _("{quarter}: {basis}", quarter=_label(row), basis=basis)
    return Bar(_key(row), row.known(column), row.key, computed or disputed, label)


def _series(rows: tuple[Row, ...], sex: str) -> tuple[BarSeries, ...]:
    quarters = [row for row in rows if row["period_kind"] == "quarter"]
    halves = [row for row in rows if row["period_kind"] != "quarter"]
    series = [
        BarSeries(_NAMES[name], name, tuple(_bar(row, name, sex) for row in quarters if row[name] is not None))
        for name in (("women", "men") if sex == "all" else (sex,))
    ]
    if sex == "all":
        unknown = tuple(_bar(row, "total", sex) for row in quarters if row["women"] is None)
        series.append(BarSeries(_("Sex not published"), "sex_unknown", unknown, pattern="/"))
    series.append(BarSeries(_("A half-year, not a quarter"), "context", tuple(_bar(row, COLUMN[sex], sex) for row in halves), pattern="."))
    return tuple(item for item in series if item.bars)


def _finding(catalog: Catalog, rows: tuple[Row, ...], sex: str) -> LazyText:
    shut, column = last_day(closing_of_the_border(catalog).text("date")).isoformat(), COLUMN[sex]
    quarters = [row for row in rows if row["period_kind"] == "quarter"]
    # The quarter in which the border shut is left out of both sides.
    after = [row for row in quarters if row.text("period_start") > shut[:7]]
    before = [row for row in quarters if row.text("period_end") < shut[:7]]
    top = max(after, key=lambda row: row.known(column))
    words = {"who": _WHO[sex], "year": Year(int(shut[:4])), "high": Number(top.known(column)), "quarter": _label(top)}
    if not before:
        return _("Since the border shut in {year}, no quarter has brought more than {high} {who} ({quarter})", **words)
    return _(
        "Since the border shut in {year}, no quarter has brought more than {high} {who} ({quarter}); in {before} none had fewer than {low}",
        before=Period(str(year_of_row(before[0])), str(year_of_row(before[-1]))),
        low=Number(min(row.known(column) for row in before)),
        **words,
    )


@exhibit_of("departures.arrivals_by_quarter", page="departures")
def arrivals_by_quarter(catalog: Catalog, sex: str = "all") -> Exhibit:
    """Arrivals in South Korea by quarter and sex, as far as quarters were published. Table arrivals_quarterly."""
    table = catalog["arrivals_quarterly"]
    rows = tuple(row for row in table if row[COLUMN[sex]] is not None)
    names = ("women", "men", "total") if sex == "all" else (sex,)
    words = {"women": _("Women"), "men": _("Men"), "total": _("All")}
    finding = _finding(catalog, rows, sex)
    shut = closing_of_the_border(catalog).text("date")
    # Quarters have no names in dates: the month of the event lies in the quarter that holds it.
    at = [_key(row) for row in rows if row.text("period_start") <= shut[:7] <= row.text("period_end")]

    def cells(row: Row) -> tuple[Cell, ...]:
        basis = _("computed") if _computed(row, sex) else _("published")
        return (row.key, year_of_row(row), row.text("quarter"), *(row.number(name) for name in names), basis)

    return Exhibit(
        exhibit_id="departures.arrivals_by_quarter",
        page="departures",
        title=_("Arrivals in South Korea by quarter"),
        takeaway=finding,
        subtitle=_("people · {counter} · hollow: computed from other figures, or disputed", counter=MINISTRY),
        chart=Bars(
            x_order=tuple(_key(row) for row in rows),
            series=_series(rows, sex),
            unit=_("people"),
            events=tuple(Event(key, _("{year}: border shut", year=Year(int(shut[:4])))) for key in at),
            # Only the first quarter of a year is named: a phone has room for no more.
            x_labels=tuple((_key(row), str(year_of_row(row)) if row["quarter"] == "Q1" else "") for row in rows),
        ),
        alt=_(
            "{finding}. Bars from {first} to {last}; the last half-year is hatched.",
            finding=finding,
            first=_label(rows[0]),
            last=_label(rows[-1]),
        ),
        columns=(
            Column("row", _("Row")),
            Column("year", _("Year")),
            Column("quarter", _("Quarter")),
            *(Column(name, words[name], _("people")) for name in names),
            Column("basis", _("Basis")),
        ),
        rows=tuple(cells(row) for row in rows),
        record=record_of(
            rows,
            as_of=rows[-1].text("period_end"),
            counted_by=MINISTRY,
            counted=_("People from North Korea admitted to South Korea's protection center in each quarter, children included."),
            not_counted=NOT_COUNTED,
            extra_caveats=caveats_of(catalog, table.name),
        ),
    )
