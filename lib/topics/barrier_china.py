"""Exhibits on China: estimates of people in hiding, and what follows a return. Tables: `indicators`, `forced_returns`, `claims`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.dates import last_day, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.fact_texts import expand_facts
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of
from lib.topics.barrier_words import bare, figure_of, indicator, publishers_of, when_of

_HIDING = "North Koreans living irregularly in China"
_SHORT: dict[str, LazyText] = {
    "hiding-estimate-2001-12-uscri": _("US Committee"),
    "irregular-in-china-2003": _("one prefecture"),
    "irregular-in-china-2010-10-05": _("South Korean minister"),
    "irregular-in-china-2013": _("one study"),
    "irregular-in-china-charities": _("charities"),
}


def _date(row: Row) -> str:
    return row.text("date" if row.table == "forced_returns" else "as_of")


def _estimates(catalog: Catalog) -> tuple[Row, ...]:
    """Estimates by date, undated ones last."""
    rows = (*catalog["forced_returns"].where(kind="hiding_estimate"), *catalog["indicators"].where(indicator=_HIDING))
    return tuple(sorted(rows, key=lambda row: last_day(_date(row) or "9999").isoformat()))


def _label(row: Row) -> Text:
    author = _SHORT.get(row.key, row.text("counted_by"))
    if not _date(row):
        return _("undated · {author}", author=author)
    return _("{year} · {author}", year=Year(year_of(_date(row))), author=author)


def _mark(row: Row) -> Mark:
    return Mark(
        row.key,
        row.key,
        value=row.number("value"),
        low=row.number("low"),
        high=row.number("high"),
        hollow=True,
        label=_("{figure}", figure=bare(row)),
        hover=row.text("counted_by"),
    )


@exhibit_of("barriers.hiding", page="barriers")
def hiding(catalog: Catalog) -> Exhibit:
    """Estimates of North Koreans hiding in China, by year and author, side by side."""
    rows = _estimates(catalog)
    dated = [row for row in rows if _date(row)]
    ends = [end for row in rows for end in bare(row).bounds or ()]
    undated = len(rows) - len(dated)
    finding = _(
        "Nobody knows how many North Koreans hide in China: estimates of {first} to {last} run from {low} to {high}, and no current count exists",
        first=Year(year_of(_date(dated[0]))),
        last=Year(year_of(_date(dated[-1]))),
        low=Number(min(ends)),
        high=Number(max(ends)),
    )
    return Exhibit(
        exhibit_id="barriers.hiding",
        page="barriers",
        title=_("People in hiding in China, by year and author"),
        takeaway=finding,
        subtitle=ngettext(
            "people, logarithmic scale; hollow: estimates; {number} of them has no date",
            "people, logarithmic scale; hollow: estimates; {number} of them have no date",
            undated,
            number=Number(undated),
        ),
        chart=Ladder(
            tuple(row.key for row in rows),
            tuple((row.key, _label(row)) for row in rows),
            (MarkSeries("", "disputed", tuple(_mark(row) for row in rows), shape="diamond"),),
            _("people"),
            log=True,
        ),
        alt=_("{finding}. Points and ranges, one under the other.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("value", _("Single number"), _("people")),
            Column("low", _("Lowest"), _("people")),
            Column("high", _("Highest"), _("people")),
            Column("counted_by", _("Estimated by")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(
            (row.key, _date(row), row.number("value"), row.number("low"), row.number("high"), row.text("counted_by"), row.text("caveat"))
            for row in rows
        ),
        record=record_of(
            (*(row for row in rows if not _date(row)), *dated),
            as_of=_date(dated[-1]),
            counted_by=_("Aid groups, a researcher, a minister and charities, each for its own estimate"),
            counted=_("North Koreans estimated to live in China without papers, each estimate with its own area and method."),
            not_counted=_("A current number: none exists. The estimates must not be added, averaged or joined into a series."),
        ),
        actions=("press-china-refoulement", "crossing-borders-monthly"),
    )


_TERMS = ("first-return-term-until-2013", "return-treatment-since-2014")
_CLAIMS: dict[str, LazyText] = {"g-wy-35": _("Questioning and camps"), "g-wy-03": _("The charge")}


@exhibit_of("barriers.after_return", page="barriers")
def after_return(catalog: Catalog) -> Exhibit:
    """What follows a return: the usual terms by period, the treatment and the charge, each with its counter."""
    terms = tuple(indicator(catalog, key) for key in _TERMS)
    claims = {key: catalog["claims"].row(key) for key in _CLAIMS}
    names = (_("A first return"), _("Any return"))

    def cells(row: Row, name: Text) -> tuple[Cell, ...]:
        label = Confidence(row.text("confidence")).label
        return (row.key, name, when_of(row), figure_of(row), row.text("counted_by"), label, row.text("caveat") or "–")

    def claim_cells(row: Row) -> tuple[Cell, ...]:
        said, label = str(expand_facts(catalog, row.text("finding"))), Confidence(row.text("confidence")).label
        return (row.key, _CLAIMS[row.key], row.text("better_as_of"), said, publishers_of(catalog, row), label, "–")

    finding = _(
        "Until {year} a first return usually meant {term} in a labor-training camp; since {since}, long terms for first returns too, by the findings of one institute",
        year=Year(year_of(terms[0].text("period_end"))),
        term=figure_of(terms[0]),
        since=Year(year_of(terms[1].text("period_start"))),
    )
    return Exhibit(
        exhibit_id="barriers.after_return",
        page="barriers",
        title=_("What follows a return"),
        takeaway=finding,
        subtitle=_("usual terms and findings, from people who came through it and left again"),
        chart=None,
        alt=_(
            "A table of {number} findings on punishment after a return. {finding}.",
            number=Number(len(terms) + len(claims)),
            finding=finding,
        ),
        columns=(
            Column("row", _("Row")),
            Column("what", _("What")),
            Column("when", _("When")),
            Column("finding", _("What is known")),
            Column("counted_by", _("By whom")),
            Column("confidence", _("Confidence")),
            Column("note", _("Read before quoting")),
        ),
        rows=(*(cells(row, name) for row, name in zip(terms, names, strict=True)), *(claim_cells(claims[key]) for key in _CLAIMS)),
        record=record_of(
            (*claims.values(), *terms),
            as_of=max(terms[-1].text("as_of"), *(row.text("better_as_of") for row in claims.values())),
            counted_by=_("The Korea Institute for National Unification (KINU) and the UN, from testimony"),
            counted=_("Punishment that usually followed a return, and the offenses with which people were charged."),
            not_counted=_(
                "What happened to each person. Motive, contacts, rank and time make a difference, and nobody outside can follow single cases."
            ),
        ),
        actions=("press-china-refoulement", "submit-information-un"),
        facts=("barriers.first_return_term",),
        is_table=True,
    )
