"""Facts on foreigners, held against their tables: counts, ranges, counters named."""

import pytest

from lib.exhibits import fact
from lib.provenance import Confidence


def value(catalog, fact_id):
    quantity = fact(catalog, fact_id).quantity
    return quantity.value if quantity.value is not None else quantity.bounds


@pytest.mark.parametrize(
    ("fact_id", "expected", "as_of"),
    [
        ("presence.staffed_now", (15, 16), "2025-02-21"),
        ("presence.staffed_before", 25, "2020-01"),
        ("presence.lowest", 9, "2023-01"),
        ("presence.un_staff", 0, "2025-10-30"),
        ("presence.un_staff_before", 25, "2019-08"),
        ("presence.ngo_staff", 0, "2021-03-18"),
        ("presence.red_cross_staff", 0, "2020-12-02"),
        ("presence.embassies_returned", 8, "2026-01-28"),
        ("presence.embassies_open", 6, "2026-03-30"),
        ("presence.embassies_away", 7, "2025-11"),
        ("presence.embassies_unknown", 5, "2021-07-19"),
        ("presence.missions_closed_april_2021", 12, "2021-04-01"),
        ("presence.western_staffed", 3, "2025-08-18"),
        ("presence.days_border_closed", 1299, "2023-08-22"),
        ("presence.days_no_entry", 1151, "2023-03-27"),
        ("presence.tourists_russian", 2615, "2025-06"),
        ("presence.chinese_tourists_before", 237000, "2012"),
        ("presence.dprk_missions_abroad", 44, "2023-12-31"),
        ("presence.dprk_missions_closed", (9, 10), "2024-01"),
        ("border.fence_new", 482, "2023"),
        ("border.guard_facilities", 6820, "2023"),
    ],
)
def test_facts_say_what_the_tables_say(catalog, fact_id, expected, as_of):
    assert value(catalog, fact_id) == expected
    assert fact(catalog, fact_id).record.as_of == as_of


def test_labels_and_chips_are_short(catalog):
    from lib.exhibits import fact_ids

    for fact_id in fact_ids():
        if fact_id.startswith(("presence.", "border.")):
            item = fact(catalog, fact_id)
            assert len(str(item.label)) <= 30, item.label
            assert len(str(item.context)) <= 30, item.context


def test_the_range_of_staffed_missions_names_both_counters(catalog):
    item = fact(catalog, "presence.staffed_now")
    assert item.record.confidence is Confidence.DISPUTED
    assert "Ministry of Unification: 15" in str(item.note)
    assert "Secondary account of a Yonhap report: 16" in str(item.note)
    assert str(item.context) == "about 25 before 2020"


def test_the_lowest_count_leaves_out_another_definition_and_says_so(catalog):
    item = fact(catalog, "presence.lowest")
    assert "4 in January 2024" in str(item.note)


def test_the_last_group_names_both_counts(catalog):
    record = fact(catalog, "presence.last_un_ngo_left").record
    assert record.confidence is Confidence.DISPUTED
    assert "Russian embassy" in str(record.counted_by)
    assert "NK News" in str(record.counted_by)
    assert any("two dozen" in str(caveat) for caveat in record.caveats)


def test_the_twelve_closed_missions_are_not_all_embassies(catalog):
    item = fact(catalog, "presence.missions_closed_april_2021")
    assert item.quantity.unit == "missions"
    assert str(item.note) == "3 of them are offices, not embassies."


def test_embassy_states_add_up(catalog):
    ids = ("presence.embassies_returned", "presence.embassies_open", "presence.embassies_away", "presence.embassies_unknown")
    assert sum(value(catalog, key) for key in ids) == len(catalog["missions"].where(kind="embassy")) == 26
