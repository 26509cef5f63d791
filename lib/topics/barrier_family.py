"""Exhibits on camps and on what families face. Tables: `indicators`, `claims`, `mistakes`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.dates import When, year_of
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.fact_texts import expand_facts
from lib.i18n import Joined, LazyText, _
from lib.numbers import Number, Year
from lib.provenance import Confidence, record_of
from lib.topics.barrier_words import bare, figure_of, indicator, newest_date, oldest_first, who_of

_CAMPS = "People held in political prison camps"
_AUTHORS: dict[str, LazyText] = {
    "camps-people-2012": _("aid groups, US"),
    "camps-people-un-2014-02": _("UN inquiry, KINU"),
    "camps-people-kinu-2025-10-17": _("KINU"),
}


def _camp_mark(row: Row) -> Mark:
    hover = _("{date} · {counter}", date=When(row.text("as_of")), counter=who_of(row))
    label = _("{range}", range=bare(row))
    return Mark(row.key, row.key, low=row.number("low"), high=row.number("high"), hollow=True, label=label, hover=hover)


@exhibit_of("barriers.camps", page="barriers")
def camps(catalog: Catalog) -> Exhibit:
    """Estimates of people in political prison camps, by year and author, side by side and never joined."""
    rows = oldest_first(catalog["indicators"].where(indicator=_CAMPS))
    labels = tuple(
        (row.key, _("{year} · {author}", year=Year(year_of(row.text("as_of"))), author=_AUTHORS.get(row.key, who_of(row)))) for row in rows
    )
    said = tuple(
        _("{range} ({author}, {year})", range=bare(row), author=_AUTHORS.get(row.key, who_of(row)), year=Year(year_of(row.text("as_of"))))
        for row in rows
    )
    finding = _("Estimates of people held in political prison camps, each by different authors: {estimates}", estimates=Joined(said, "; "))
    return Exhibit(
        exhibit_id="barriers.camps",
        page="barriers",
        title=_("People held in political prison camps, by year and author"),
        takeaway=finding,
        subtitle=_("people, lowest to highest; hollow: estimates that nobody could check on the spot; never joined into one series"),
        chart=Ladder(
            tuple(row.key for row in rows), labels, (MarkSeries("", "fourth", tuple(_camp_mark(row) for row in rows)),), _("people")
        ),
        alt=_("{finding}. {count} ranges, one under the other.", finding=finding, count=Number(len(rows))),
        columns=(
            Column("row", _("Row")),
            Column("date", _("Date")),
            Column("low", _("Lowest"), _("people")),
            Column("high", _("Highest"), _("people")),
            Column("counted_by", _("Estimated by")),
            Column("note", _("Read before quoting")),
        ),
        rows=tuple(
            (row.key, row.text("as_of"), row.number("low"), row.number("high"), who_of(row), row.text("caveat") or "–") for row in rows
        ),
        record=record_of(
            rows,
            as_of=newest_date(rows),
            counted_by=_(
                "Aid groups, the UN Commission of Inquiry and the Korea Institute for National Unification (KINU), each for its own year"
            ),
            counted=_("People estimated to be held in political prison camps, from satellite images, documents and people who left."),
            not_counted=_("People in re-education camps, labor-training camps and other prisons, and people who died in the camps."),
        ),
        actions=("explore-prison-database", "read-hrnk-reports"),
        facts=("barriers.camps_kinu", "barriers.camps_un"),
    )


# What the check of each sentence found, as it bears on families.
_FOUND: dict[str, LazyText] = {
    "supported": _("documented"),
    "mostly_supported": _("mostly documented"),
    "disputed": _("true of some, not of all"),
    "inaccurate": _("not a rule"),
    "unsupported": _("no evidence"),
    "outdated": _("withdrawn or outdated"),
}
_CHECKED = ("g-wy-16", "g-wy-17", "g-wy-20", "g-wy-46")
_REPORTED = "households-banished-2022-07-13"
_MYTHS = ("memoir-proves-three-generations", "whole-family-always-to-camp")


def _claim_cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    said, found = (expand_facts(catalog, row.text(name)) for name in ("claim", "finding"))
    verdict = row.text("verdict")
    return (row.key, str(said), _FOUND[verdict], str(found), row.text("better_as_of"), Confidence(row.text("confidence")).label)


def _myth_cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    evidence = str(expand_facts(catalog, row.text("evidence")))
    said = row.text("mistake")
    return (row.key, said, _("a common mistake"), evidence, _("not dated"), Confidence(row.text("confidence")).label)


@exhibit_of("barriers.families", page="barriers")
def families(catalog: Catalog) -> Exhibit:
    """What is documented about families of people who left, what was reported once, and what is a myth."""
    checked = tuple(catalog["claims"].row(key) for key in _CHECKED)
    myths = tuple(catalog["mistakes"].row(key) for key in _MYTHS)
    once = indicator(catalog, _REPORTED)
    reported: tuple[Cell, ...] = (
        once.key,
        once.text("indicator"),
        _("reported once"),
        _("{figure}, by {counter}. {caveat}", figure=figure_of(once), counter=once.text("counted_by"), caveat=once.text("caveat")),
        once.text("as_of"),
        Confidence(once.text("confidence")).label,
    )
    dated = tuple(sorted(checked, key=lambda row: row.text("better_as_of")))
    finding = _(
        "Guilt by association is documented; that every family is sent to a camp is not: reports run from surveillance and lost jobs to banishment"
    )
    return Exhibit(
        exhibit_id="barriers.families",
        page="barriers",
        title=_("What families of people who left really face"),
        takeaway=finding,
        subtitle=_("sentences often said, what was found, and the evidence"),
        chart=None,
        alt=_(
            "A table of {number} sentences on families, from documented to myth. {finding}.",
            number=Number(len(checked) + len(myths) + 1),
            finding=finding,
        ),
        columns=(
            Column("row", _("Row")),
            Column("said", _("What is said")),
            Column("found", _("What was found")),
            Column("evidence", _("What the evidence says")),
            Column("date", _("Evidence of")),
            Column("confidence", _("Confidence")),
        ),
        rows=(
            *(_claim_cells(catalog, row) for row in checked[:1]),
            reported,
            *(_claim_cells(catalog, row) for row in checked[1:]),
            *(_myth_cells(catalog, row) for row in myths),
        ),
        record=record_of(
            (*myths, once, *dated),
            as_of=dated[-1].text("better_as_of"),
            counted_by=_("Inroads, from UN findings, research and press reports"),
            counted=_("What is known of the punishment of relatives of people who left, and sentences on it that do not hold."),
            not_counted=_("Families of whom nobody outside learned. How many were punished is not known."),
        ),
        actions=("submit-information-un", "people-first-language"),
        is_table=True,
    )
