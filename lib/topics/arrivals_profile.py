"""Who arrived: region of origin, age, work and schooling, from the ministry's cumulative tables at three dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lib.catalog import Catalog, Row
from lib.charts.spec import Bar, Bars, BarSeries
from lib.dates import When
from lib.exhibits import Cell, Column, Exhibit, exhibit_of, fact_of
from lib.i18n import LazyText, Text, _
from lib.numbers import Number, Quantity
from lib.provenance import Fact, Record, record_of
from lib.topics.arrivals_table import COLUMN, MINISTRY, fill, share
from lib.topics.caveats import caveats_of

# The provinces that share a border with China, as the ministry's table names them.
BORDER_PROVINCES = frozenset({"north_hamgyong", "ryanggang", "north_pyongan", "jagang"})
YOUNG_ADULTS = frozenset({"20_29", "30_39"})
WITHOUT_JOB = frozenset({"unemployed_or_dependent"})
COLLEGE = frozenset({"junior_college", "university_and_above"})
_LAST = ("not_applicable", "other_or_unknown")

_WHO = {"all": _("the people who arrived"), "women": _("the women who arrived"), "men": _("the men who arrived")}
_NAMES = {"women": _("Women"), "men": _("Men"), "all": _("Sex not published")}


def all_snapshots(catalog: Catalog) -> tuple[str, ...]:
    """Dates of the tables by origin, age, work and schooling, newest first."""
    return tuple(
        sorted({row.text("as_of") for row in catalog["arrivals_profile"].where(lambda row: row["dimension"] != "sex")}, reverse=True)
    )


def _newest(catalog: Catalog, dimension: str) -> str:
    return max(row.text("as_of") for row in catalog["arrivals_profile"].where(dimension=dimension))


def snapshot_rows(catalog: Catalog, dimension: str, as_of: str = "") -> tuple[Row, ...]:
    """The rows of a dimension at a date, by default the newest; none if the date has none."""
    return catalog["arrivals_profile"].where(dimension=dimension, as_of=as_of or _newest(catalog, dimension))


def profile_record(catalog: Catalog, rows: tuple[Row, ...], counted: Text) -> Record:
    """The record of a figure from one snapshot, with what the table says to every reader."""
    return record_of(
        rows,
        as_of=rows[0].text("as_of"),
        counted_by=MINISTRY,
        counted=counted,
        not_counted=_(
            "People who were still in the protection center at that date, and everyone who arrived later. "
            "Nothing here says where or how people live today."
        ),
        extra_caveats=caveats_of(catalog, "arrivals_profile"),
    )


@dataclass(frozen=True)
class _Dimension:
    """One way to divide the people who arrived, with the words around it."""

    key: str
    title: LazyText
    counted: LazyText
    takeaway: LazyText
    first: frozenset[str]
    second: frozenset[str]
    not_published: LazyText
    order: Callable[[Row], object] | None = None
    facts: tuple[str, ...] = ()


def _by_size(row: Row) -> tuple[bool, float]:
    return (row.text("category") in _LAST, -row.known("total"))


def _series(rows: tuple[Row, ...], sex: str) -> tuple[BarSeries, ...]:
    wanted = ("women", "men") if sex == "all" else (sex,)
    known = [name for name in wanted if all(row[COLUMN[name]] is not None for row in rows)]
    if not known and sex == "all":
        bars = tuple(Bar(row.text("category"), row.known("total"), row.key) for row in rows)
        return (BarSeries(_NAMES["all"], "sex_unknown", bars, pattern="/"),)
    return tuple(
        BarSeries(_NAMES[name], name, tuple(Bar(row.text("category"), row.known(COLUMN[name]), row.key) for row in rows)) for name in known
    )


def _table(rows: tuple[Row, ...], sex: str) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    people = _("people")
    shown = {"women": _("Women"), "men": _("Men"), "total": _("All")}
    names = ("women", "men", "total") if sex == "all" else (sex,)
    columns = (Column("row", _("Row")), Column("category", _("Category")), *(Column(name, shown[name], people) for name in names))
    return columns, tuple((row.key, row.text("label"), *(row.number(name) for name in names)) for row in rows)


def _profile(catalog: Catalog, exhibit_id: str, view: _Dimension, snapshot: str, sex: str) -> Exhibit:
    newest = snapshot_rows(catalog, view.key)
    date = snapshot or newest[0].text("as_of")
    published = snapshot_rows(catalog, view.key, date)
    usable = published if sex == "all" or all(row[sex] is not None for row in published) else ()
    rows = tuple(sorted(usable, key=view.order)) if view.order else usable  # type: ignore[arg-type]
    column = COLUMN[sex]
    base = sum(row.known(column) for row in rows)

    def part(categories: frozenset[str]) -> Number:
        return Number(share(sum(row.known(column) for row in rows if row.text("category") in categories), base))

    if rows:
        takeaway = fill(view.takeaway, who=_WHO[sex], first=part(view.first), second=part(view.second))
    elif published:
        takeaway = _("No split by sex was published for {date}", date=When(date))
    else:
        takeaway = fill(view.not_published, date=When(date))
    columns, cells = _table(rows, sex)
    record_rows = rows or newest
    return Exhibit(
        exhibit_id=exhibit_id,
        page="departures",
        title=view.title,
        takeaway=takeaway,
        subtitle=_("{people} people who had arrived by about {date}, counted by the ministry", people=Number(base), date=When(date))
        if rows
        else _("people, counted by the ministry"),
        chart=_chart(rows, sex) if rows else None,
        alt=_("{finding}. Horizontal bars for {count} categories.", finding=takeaway, count=Number(len(rows))) if rows else takeaway,
        columns=columns,
        rows=cells,
        record=profile_record(catalog, record_rows, view.counted),
        facts=view.facts if rows else (),
    )


def _chart(rows: tuple[Row, ...], sex: str) -> Bars:
    return Bars(
        x_order=tuple(row.text("category") for row in rows),
        series=_series(rows, sex),
        unit=_("people"),
        horizontal=True,
        # The words in brackets stand in the table; on a phone the axis has no room for them.
        x_labels=tuple((row.text("category"), row.text("label").split(" (")[0]) for row in rows),
    )


_ORIGIN = _Dimension(
    "region_of_origin",
    _("Where they came from"),
    _("Everyone who had arrived and left the protection center, by province or city of origin."),
    _("{first}% of {who} came from the provinces next to China, {second}% from North Hamgyong alone"),
    BORDER_PROVINCES,
    frozenset({"north_hamgyong"}),
    _("No figures by region of origin were published for {date}"),
    _by_size,
    ("arrivals.origin_border_provinces_share",),
)
_AGE = _Dimension(
    "age_group",
    _("Age on arrival"),
    _("Everyone who had arrived and left the protection center, by age when they arrived."),
    _("{first}% of {who} were in their twenties or thirties, {second}% were under ten"),
    YOUNG_ADULTS,
    frozenset({"0_9"}),
    _("No figures by age were published for {date}"),
    None,
    ("arrivals.age_20s_30s_share",),
)
_OCCUPATION = _Dimension(
    "occupation",
    _("Work in North Korea"),
    _("Everyone who had arrived and left the protection center, by their work in North Korea."),
    _("{first}% of {who} were listed as unemployed or dependent in North Korea, {second}% as workers"),
    WITHOUT_JOB,
    frozenset({"worker"}),
    _("No figures by work were published for {date}"),
    _by_size,
    ("arrivals.unemployed_or_dependent_share",),
)
_SCHOOLING = _Dimension(
    "education",
    _("Schooling in North Korea"),
    _("Everyone who had arrived and left the protection center, by their schooling in North Korea."),
    _("For {first}% of {who}, secondary school was the highest schooling; {second}% had been to a college or university"),
    frozenset({"secondary_school"}),
    COLLEGE,
    _("No figures by schooling were published for {date}"),
)


@exhibit_of("departures.origin", page="departures")
def origin(catalog: Catalog, snapshot: str = "", sex: str = "all") -> Exhibit:
    """People by region of origin; published for one date only. Table arrivals_profile."""
    return _profile(catalog, "departures.origin", _ORIGIN, snapshot, sex)


@exhibit_of("departures.age", page="departures")
def age(catalog: Catalog, snapshot: str = "", sex: str = "all") -> Exhibit:
    """People by age on arrival. Table arrivals_profile."""
    return _profile(catalog, "departures.age", _AGE, snapshot, sex)


@exhibit_of("departures.occupation", page="departures")
def occupation(catalog: Catalog, snapshot: str = "", sex: str = "all") -> Exhibit:
    """People by their work in North Korea. Table arrivals_profile."""
    return _profile(catalog, "departures.occupation", _OCCUPATION, snapshot, sex)


@exhibit_of("departures.schooling", page="departures")
def schooling(catalog: Catalog, snapshot: str = "", sex: str = "all") -> Exhibit:
    """People by their schooling in North Korea. Table arrivals_profile."""
    return _profile(catalog, "departures.schooling", _SCHOOLING, snapshot, sex)


def _profile_share(catalog: Catalog, fact_id: str, label: Text, dimension: str, categories: frozenset[str], counted: Text) -> Fact:
    chosen = tuple(row for row in snapshot_rows(catalog, dimension) if row.text("category") in categories)
    base, part = chosen[0].known("base"), sum(row.known("total") for row in chosen)
    date = When(chosen[0].text("as_of"))
    return Fact(
        fact_id,
        label,
        Quantity(value=share(part, base), unit="percent"),
        profile_record(catalog, chosen, counted),
        context=_("of {people} people", people=Number(base)),
        note=_("{part} of {base} people who had arrived by about {date}.", part=Number(part), base=Number(base), date=date),
    )


@fact_of("arrivals.origin_border_provinces_share")
def origin_border_provinces_share(catalog: Catalog) -> Fact:
    """People from the provinces next to China, in percent of the newest snapshot."""
    counted = _(
        "People from North Hamgyong, Ryanggang, North Pyongan and Jagang, among everyone in the ministry's table by region of origin."
    )
    label = _("From provinces next to China")
    return _profile_share(catalog, "arrivals.origin_border_provinces_share", label, "region_of_origin", BORDER_PROVINCES, counted)


@fact_of("arrivals.unemployed_or_dependent_share")
def unemployed_or_dependent_share(catalog: Catalog) -> Fact:
    """People listed as unemployed or dependent in North Korea, in percent of the newest snapshot."""
    counted = _("People listed as unemployed or dependent in North Korea, among everyone in the ministry's table by occupation.")
    label = _("Arrivals listed without a job")
    return _profile_share(catalog, "arrivals.unemployed_or_dependent_share", label, "occupation", WITHOUT_JOB, counted)


@fact_of("arrivals.age_20s_30s_share")
def age_20s_30s_share(catalog: Catalog) -> Fact:
    """People in their twenties and thirties on arrival, in percent of the newest snapshot."""
    counted = _("People in their twenties or thirties when they arrived, among everyone in the ministry's table by age.")
    return _profile_share(catalog, "arrivals.age_20s_30s_share", _("Aged 20 to 39 on arrival"), "age_group", YOUNG_ADULTS, counted)
