"""The gap board, what changed since a day, and the facts about the package, against the tables they come from."""

from dataclasses import replace
from datetime import date

import pytest

from lib.catalog import Row, Table
from lib.dates import first_day, is_partial_date
from lib.exhibits import all_facts, exhibit, fact, watch_facts
from lib.freshness import series_ages
from lib.topics.data_changes import in_the_data, in_the_world
from lib.topics.data_codebook import RHYTHMS, code_book, rhythm_words, rule_words
from lib.topics.data_filters import NO_TABLE
from lib.topics.data_sources import find_sources, shown_source
from lib.topics.data_tables import TOPIC_TITLES, table_states
from lib.topics.data_usage import guarded_sources, usage
from lib.topics.gaps import GAP_TOPICS, gaps, headlines
from lib.topics.old_tables import old_tables

TODAY = date(2026, 11, 22)


def with_rows(catalog, name, rows):
    """The catalog with other rows in one table."""
    table = Table(catalog[name].schema, tuple(rows), {row.key: row for row in rows})
    return replace(catalog, tables={**catalog.tables, name: table})


def changed(row, **cells):
    return Row(row.table, row.key, {**row, **cells})


def test_every_gap_says_what_up_to_when_and_who_could_know(catalog):
    found = gaps(catalog, TODAY)
    assert len({gap.gap_id for gap in found}) == len(found)
    for gap in found:
        assert gap.topic in GAP_TOPICS
        assert str(gap.what)
        assert str(gap.why).endswith("."), gap.gap_id
        assert str(gap.who).endswith("."), gap.gap_id
        assert gap.rows, gap.gap_id
        known = str(gap.known_until)
        assert is_partial_date(known) or known in ("never known", "differs from row to row"), gap.gap_id
        for table, key in gap.rows:
            assert key in catalog[table].by_key, f"{gap.gap_id}: {table}/{key} is gone"


def test_questions_never_outlive_their_rows_and_carry_no_unconfirmed_figure(catalog):
    for row in catalog["unknowns"]:
        for place in row.items_of("rests_on"):
            table, _slash, key = place.partition("/")
            assert key in catalog[table].by_key, place
        assert "63" not in row.text("known"), "the figure of the first half of 2026 is confirmed by nobody"


def test_the_open_leads_of_the_research_are_on_the_board(catalog):
    words = " ".join(f"{gap.what} {gap.why}" for gap in gaps(catalog, TODAY))
    for lead in (
        "Arrivals in South Korea in 2026",
        "Passport restriction",
        "How the Human Rights Council adopted its 2026 text",
        "(LiNK) costs today",
        "Form 990",
    ):
        assert lead in words


def test_a_gap_closes_when_its_row_is_filled(catalog):
    assert any(gap.gap_id == "arrivals-2026" for gap in gaps(catalog, TODAY))
    rows = [changed(row, status="final", total=1) if row.key == "arrivals-2026" else row for row in catalog["arrivals_annual"]]
    assert not any(gap.gap_id == "arrivals-2026" for gap in gaps(with_rows(catalog, "arrivals_annual", rows), TODAY))


def test_a_rule_becomes_a_gap_once_its_day_has_passed(catalog):
    ids = {gap.gap_id for gap in gaps(catalog, date(2026, 12, 7))}
    later = {gap.gap_id for gap in gaps(catalog, date(2026, 12, 9))}
    assert "eu-ghrsr-2020" not in ids
    assert {"eu-ghrsr-2020", "eu-renewal-2023"} & later


def test_the_short_form_is_a_small_part_of_the_board(catalog):
    short = headlines(catalog, TODAY)
    assert 4 <= len(short) <= 10
    assert set(short) < set(gaps(catalog, TODAY))


@pytest.mark.parametrize("topic", GAP_TOPICS)
def test_the_board_shows_one_topic(catalog, topic):
    item = exhibit(catalog, "data.gaps", topic=topic, today=TODAY.isoformat())
    assert len(item.rows) == sum(gap.topic == topic for gap in gaps(catalog, TODAY))
    assert {str(row[1]) for row in item.rows} == {str(GAP_TOPICS[topic])}


def test_a_board_without_gaps_says_so(catalog):
    empty = catalog
    for name, keep in (
        ("unknowns", lambda _row: False),
        ("organizations", lambda row: row["status"] == "active" and not row["status_effort_id"]),
    ):
        empty = with_rows(empty, name, [row for row in empty[name] if keep(row)])
    rows = [changed(row, status_as_of="2026-11-01") for row in empty["organizations"]]
    item = exhibit(with_rows(empty, "organizations", rows), "data.gaps", topic="actions", today=TODAY.isoformat())
    assert item.empty
    assert str(item.takeaway) == "No open question fits"
    assert item.record.source_ids


def test_old_tables_are_those_with_a_late_series(catalog):
    late = {series.table for series in series_ages(catalog, TODAY) if series.age.stale_from is not None}
    assert {item.name for item in old_tables(catalog, TODAY)} == late
    assert {state.table.name for state in table_states(catalog, TODAY) if state.is_old} == late


def test_the_list_of_tables_is_complete(catalog):
    item = exhibit(catalog, "data.tables", today=TODAY.isoformat())
    assert {row[0] for row in item.rows} == set(catalog.tables)
    assert NO_TABLE not in catalog.tables
    assert all(row[3] == len(catalog[row[0]]) for row in item.rows)
    assert {table.schema.inroads["topic"] for table in catalog.tables.values()} <= set(TOPIC_TITLES)


def test_facts_about_the_package_are_counted_from_it(catalog):
    graded = [row for table in catalog.tables.values() for row in table if "confidence" in row]
    assert fact(catalog, "data.rows").quantity.value == len(graded)
    share = 100 * sum(row["confidence"] == "verified" for row in graded) / len(graded)
    assert fact(catalog, "data.verified_share").quantity.value == pytest.approx(share, abs=0.05)
    assert fact(catalog, "data.sources").quantity.value == len(catalog["sources"])


def test_the_index_of_use_agrees_with_the_records_and_shows_no_fact(catalog):
    with watch_facts() as seen:
        index = usage(catalog)
        facts = all_facts(catalog)
    assert not seen, "an index must not count as showing facts"
    for item in facts:
        if not item.fact_id.startswith("data."):
            for source_id in item.record.source_ids:
                assert item in index.facts_on_source[source_id]
            for place in item.record.rows:
                assert item in index.facts_on_row[place]
    assert {row.key for row in index.rows_on_source["a-newsis-2026-correction"]} >= {"arrivals-2025"}


def test_each_filter_of_the_sources_changes_what_it_should(catalog):
    table, everything = catalog["sources"], find_sources(catalog)
    assert sorted(everything) == sorted(row.key for row in table)
    assert {table.row(key)["kind"] for key in find_sources(catalog, kind="un")} == {"un"}
    assert all(table.row(key).flag("state_media") for key in find_sources(catalog, state_media="yes"))
    assert not any(table.row(key).flag("state_media") for key in find_sources(catalog, state_media="no"))
    assert {table.row(key)["link_policy"] for key in find_sources(catalog, policy="no_link")} == {"no_link"}
    assert all("yonhap" in table.row(key).text("publisher").casefold() for key in find_sources(catalog, publisher="YONHAP"))
    assert 0 < len(find_sources(catalog, q="human rights watch")) < len(everything)
    assert find_sources(catalog, q="no such words at all") == ()
    dates = [table.row(key).text("published") for key in find_sources(catalog, order="newest")]
    assert first_day(dates[0]) >= first_day(dates[100])


def test_sources_behind_a_safeguarding_note_have_no_link(catalog):
    assert guarded_sources(catalog)
    assert all(shown_source(catalog, key).link == "" for key in guarded_sources(catalog))


def test_changes_lie_on_or_after_the_day(catalog):
    day = date(2026, 2, 4)
    for change in (*in_the_world(catalog, day), *in_the_data(catalog, day)):
        assert first_day(change.date) >= day, change
    corrected = {change.row for change in in_the_data(catalog, day) if change.part == "correction"}
    assert "arrivals-2025" in corrected
    assert "arrivals-2025" not in {change.row for change in in_the_data(catalog, date(2026, 2, 5)) if change.part == "correction"}
    assert not any(change.row == "durihana" for change in in_the_world(catalog, date(2020, 1, 1)))


def test_rows_that_came_or_changed_are_told_apart_from_the_first_version(catalog):
    line = catalog["history"].rows[0]
    later = [
        changed(line, entry_id="x-added", date="2027-03-01"),
        Row("history", "y", {**line, "entry_id": "y", "date": "2027-03-02", "kind": "status", "old": "open", "new": "closed"}),
        Row("history", "z", {**line, "entry_id": "z", "date": "2027-03-03", "kind": "removed", "old": "open", "new": ""}),
    ]
    found = in_the_data(with_rows(catalog, "history", [*catalog["history"].rows, *later]), date(2027, 1, 1))
    assert [change.part for change in found] == ["removed", "changed", "added"]
    assert str(found[2].what) == "1 row added"


def test_since_changes_the_exhibit_and_a_quiet_time_is_said(catalog):
    assert len(exhibit(catalog, "data.changes", since="2024-01-01").rows) > len(exhibit(catalog, "data.changes", since="2026-01-01").rows)
    quiet = exhibit(catalog, "data.changes", since="2026-11-23")
    assert quiet.empty
    assert "Nothing on record has changed" in str(quiet.takeaway)


def test_the_code_book_says_types_rules_and_keys(catalog):
    schema = catalog["broker_fees"].schema
    assert [line[0] for line in code_book(schema)] == [field.name for field in schema.fields]
    assert str(rule_words(schema, schema.field("date"))) == "date, month or year"
    assert "keys of sources" in str(rule_words(schema, schema.field("source_ids")))
    assert "river_crossing" in str(rule_words(schema, schema.field("leg")))
    for table in catalog.tables.values():
        for series in (table.schema.inroads, *table.schema.inroads.get("series", [])):
            assert series.get("rhythm", series)["kind"] in RHYTHMS, table.name
        assert str(rhythm_words(table.schema.rhythm))
