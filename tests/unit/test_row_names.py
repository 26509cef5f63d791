"""Rows have names for readers, and every remark on one of several rows says which row it is about."""

import re

from lib.i18n import _
from lib.provenance import record_of
from lib.row_names import row_caveats, row_name
from tests.unit.record_rows import rows_of


def test_every_remark_of_one_of_several_rows_says_which_row(catalog, records):
    found = 0
    for code, record in records.items():
        rows = rows_of(catalog, record)
        remarks = {row.text("caveat"): [] for row in rows if row.text("caveat")}
        for row in rows:
            if row.text("caveat"):
                remarks[row.text("caveat")].append(row)
        for text in map(str, record.caveats):
            if len(rows) == 1:
                continue
            assert text not in remarks, (code, text)
            about = next((words for words in remarks if text.endswith(f": {words}")), None)
            if about is None:
                continue
            found += 1
            subject = text.removesuffix(f": {about}")
            names = [str(row_name(row)) for row in remarks[about]]
            assert subject == f"All {len(rows)} rows" or any(name in subject for name in names), (code, subject)
            if len(set(names)) > 2 and not subject.startswith("All "):
                assert subject.endswith(f"and {len(set(names)) - 2} more"), (code, subject)
    assert found > 300


def test_remarks_that_meant_nothing_alone_say_what_they_are_about(records):
    def said(code):
        return [str(text) for text in records[code].caveats]

    assert "US special envoy, Jay Lefkowitz: Named under the North Korean Human Rights Act of 2004." in said("x.policy.office_board")
    assert "A/RES/60/173, 16 December 2005: 22 members did not vote." in said("x.policy.ga_votes")
    assert any(text.startswith("2025: First announced on 20 January 2026") for text in said("f.arrivals.latest"))


def test_a_remark_on_one_row_alone_needs_no_subject(catalog):
    row = next(row for row in catalog["missions"] if row.text("caveat"))
    assert row_caveats((row, row)) == {row.text("caveat"): row.text("caveat")}


def test_every_row_of_the_package_has_a_name_for_readers(catalog):
    keyed = set()
    for table in catalog.tables.values():
        for row in table:
            name = str(row_name(row))
            assert name.strip(), (table.name, row.key)
            assert not re.search(r"LazyText|None|\{", name), (table.name, name)
            assert len(name) <= 200, (table.name, name)
            if name == row.key and "caveat" in row and row.text("caveat"):
                keyed.add(table.name)
    assert keyed == set(), "a key is no name"


def test_a_record_keeps_remarks_of_its_own_as_they_are(catalog):
    rows = tuple(row for row in catalog["missions"] if row.text("caveat"))[:2]
    record = record_of(
        rows, as_of="2025", counted_by="x", counted="y", not_counted="z", extra_caveats=(_("Of the whole."), rows[0].text("caveat"))
    )
    assert [str(text) for text in record.caveats] == ["Of the whole.", *(f"{row_name(row)}: {row.text('caveat')}" for row in rows)]
