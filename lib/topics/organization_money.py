"""What is known about the money of the listed organizations: three counts, and every sum in one table.

Tables: `finances` (sums, each with what part of the money it is), `organizations` (who publishes accounts).
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.exhibits import Column, Exhibit, exhibit_of, fact_of
from lib.i18n import Text, _
from lib.numbers import Number, Quantity, Year
from lib.provenance import Confidence, Fact, Record, record_of
from lib.topics.accounts import amount_words, kind_words, last_year, publishes_accounts, when_words

NEVER_RANKED = _("Amounts stand in the currency and prices of their year. They are not added up, and groups are not ranked by them.")


def sums(catalog: Catalog) -> tuple[Row, ...]:
    """Every row of `finances`, oldest first; undated ones before all, none of an organization with a safeguarding note."""
    organizations = catalog["organizations"]
    shown = catalog["finances"].where(lambda row: not organizations.row(row.text("org_id")).flag("safeguarding"))
    return tuple(sorted(shown, key=last_year))


def _record(catalog: Catalog, rows: tuple[Row, ...], counted: Text, not_counted: Text) -> Record:
    return record_of(
        rows,
        as_of=str(catalog["finances"].schema.inroads["last_check"]),
        counted_by=_("Inroads, from published sources"),
        counted=counted,
        not_counted=not_counted,
        confidence=Confidence.REPORTED,
        extra_caveats=(NEVER_RANKED,),
        with_row_caveats=False,
    )


def _count(catalog: Catalog, fact_id: str, label: Text, keys: int, record: Record, note: Text) -> Fact:
    total = _("of {total} listed", total=Number(len(catalog["organizations"])))
    return Fact(fact_id, label, Quantity(value=keys, unit="groups"), record, context=total, note=note)


@fact_of("organizations.accounts_known")
def accounts_known(catalog: Catalog) -> Fact:
    """How many listed organizations are known to publish accounts or annual reports."""
    rows = catalog["organizations"].where(lambda row: publishes_accounts(row) and not row.flag("safeguarding"))
    return _count(
        catalog,
        "organizations.accounts_known",
        _("Groups that publish accounts"),
        len(rows),
        _record(
            catalog,
            rows,
            _("Listed organizations of which a source says that their accounts or annual reports are public."),
            _("Others may publish accounts too: we did not look for them everywhere. US tax filings (Form 990) are not covered."),
        ),
        _("The accounts of the others are not known to be secret. Ask the group for its latest report."),
    )


@fact_of("organizations.money_known")
def money_known(catalog: Catalog) -> Fact:
    """How many listed organizations any sum of money is known of."""
    rows = sums(catalog)
    return _count(
        catalog,
        "organizations.money_known",
        _("Groups with any sum known"),
        len({row["org_id"] for row in rows}),
        _record(
            catalog,
            rows,
            _("Listed organizations with at least one sum of money in our data, be it a total or a part."),
            _("Money of the other organizations: nothing is known of it to us."),
        ),
        _("The newest sum is for {year}. Most sums are parts, such as one grant.", year=Year(last_year(rows[-1]))),
    )


@fact_of("organizations.money_whole")
def money_whole(catalog: Catalog) -> Fact:
    """How many listed organizations a sum for the whole organization is known of."""
    rows = tuple(row for row in sums(catalog) if row["scope"] == "total")
    actual = {row["org_id"] for row in rows if row["basis"] == "actual"}
    return _count(
        catalog,
        "organizations.money_whole",
        _("Groups with a yearly total"),
        len({row["org_id"] for row in rows}),
        _record(
            catalog,
            rows,
            _("Listed organizations with a sum that covers the whole organization for a year, received, spent or planned."),
            _("Single grants, one program, or one round of grants: these are parts."),
        ),
        _("For {actual} of them it is money received or spent; for the others it is only a plan.", actual=Number(len(actual))),
    )


@exhibit_of("organizations.money", page="organizations")
def money(catalog: Catalog) -> Exhibit:
    """Every sum of money in the data, newest first, with what part of the money it is; a table by nature."""
    rows = sums(catalog)
    newest = tuple(reversed(rows))
    parts = [row for row in rows if row["scope"] != "total"]
    names = catalog["organizations"]
    return Exhibit(
        exhibit_id="organizations.money",
        page="organizations",
        title=_("What is known about money"),
        takeaway=_(
            "{parts} of the {all} sums known are parts, such as one grant; the newest is for {year}",
            parts=Number(len(parts)),
            all=Number(len(rows)),
            year=Year(last_year(rows[-1])),
        ),
        subtitle=_("One line for each sum, in the currency of its time, as stated by the group or quoted from it"),
        chart=None,
        alt=_(
            "A table of {all} sums of money of {groups} organizations. {parts} are parts and not totals.",
            all=Number(len(rows)),
            groups=Number(len({row["org_id"] for row in rows})),
            parts=Number(len(parts)),
        ),
        columns=(
            Column("row", _("Row")),
            Column("organization", _("Organization")),
            Column("when", _("Year")),
            Column("amount", _("Sum")),
            Column("covers", _("Whole or part")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(
            (
                row.key,
                names.row(row.text("org_id")).text("name"),
                when_words(row),
                amount_words(row),
                kind_words(row),
                row.text("caveat") or _("none"),
            )
            for row in newest
        ),
        record=_record(
            catalog,
            rows,
            _("Every sum of money in our data that a source states for a listed organization, with what it covers."),
            _("US tax filings (Form 990), and the money of organizations that no source states. Parts are not totals."),
        ),
        actions=("check-before-you-give",),
        facts=("organizations.money_known",),
        is_table=True,
    )
