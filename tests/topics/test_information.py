"""Facts, charts and tables on outside information, held against their tables."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import load_catalog
from lib.charts.spec import Board, drawn
from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids
from lib.status import status_words
from lib.topics.information import CHANNELS, RUNS, efforts_in, group_of
from lib.topics.information_drives import DRIVE_FACTS
from lib.topics.information_volume import METRICS

TODAY = date(2026, 11, 22)
FACTS = [name for name in fact_ids() if name.startswith("information.")]
EXHIBITS = [name for name in exhibit_ids("information") if name.startswith("information.")]


@pytest.mark.parametrize(
    ("fact_id", "value", "as_of"),
    [
        ("information.hours_before", 415, "2025"),
        ("information.hours_after", 89, "2025-07-22"),
        ("information.hours_change", 78.6, "2025-07-22"),
        ("information.stations_before", 11, "2025"),
        ("information.stations_after", 5, "2025-07-22"),
        ("information.video_cohort_before_2000", 8.4, "2024"),
        ("information.video_cohort_2016_2020", 83.3, "2024"),
        ("information.later_estimate", 85, "2025-10"),
        ("information.drives_donated", 125_000, "2018"),
        ("information.drives_pledged", 140_000, "2026"),
        ("information.drives_sent_claim", 900_000, "2022-07-22"),
    ],
)
def test_facts_say_what_the_rulings_say(fact_id: str, value: float, as_of: str) -> None:
    found = fact(load_catalog(), fact_id)
    assert found.quantity.value == value
    assert found.record.as_of == as_of


def test_the_bases_of_the_cohorts_stand_beside_them() -> None:
    catalog = load_catalog()
    assert str(fact(catalog, "information.video_cohort_before_2000").context) == "of 391 people asked"
    assert str(fact(catalog, "information.video_cohort_2016_2020").context) == "of 690 people asked"


def test_the_later_estimate_is_named_and_not_drawn() -> None:
    item = exhibit(load_catalog(), "information.hours")
    assert [row[2] for row in item.rows] == [415, 89]
    assert any("85%" in str(text) for text in item.record.caveats)
    assert "85" not in str(item.takeaway)


def test_labels_and_contexts_fit_their_cards() -> None:
    for name in FACTS:
        found = fact(load_catalog(), name)
        assert len(str(found.label)) <= 30, name
        assert len(str(found.context)) <= 30, name


def test_only_recent_evidence_counts_as_active() -> None:
    catalog = load_catalog()
    found = fact(catalog, "information.efforts_active")
    keys = {key for _table, key in found.record.rows}
    assert found.quantity.value == len(keys) < len(catalog["efforts"].where(status="active"))
    assert "shiokaze" not in keys
    assert "fnkr" in keys


def test_the_later_estimate_has_a_counter_of_its_own() -> None:
    found = fact(load_catalog(), "information.later_estimate")
    assert "Associated Press" in str(found.record.counted_by)
    assert {key for _table, key in found.record.rows} == {"all-foreign-radio-2025-10"}


def test_three_figures_of_one_campaign_have_three_definitions() -> None:
    facts = [fact(load_catalog(), name) for name in DRIVE_FACTS]
    assert len({str(item.record.counted) for item in facts}) == len({str(item.record.counted_by) for item in facts}) == 3
    assert [item.quantity.qualifier for item in facts] == ["exact", "more_than", "more_than"]
    assert facts[2].record.confidence == "disputed"


def test_channels_stopped_in_the_year_of_the_cuts() -> None:
    catalog = load_catalog()
    found = fact(catalog, "information.stopped_in_cuts")
    keys = {key for _table, key in found.record.rows}
    assert found.quantity.value == len(keys)
    assert keys == {row.key for row in catalog["efforts"] if row.text("ended").startswith("2025")}
    assert {"voice-of-freedom-radio", "nis-tv"} <= keys
    assert not {"voa-korean", "rfa-korean"} & keys, "one is disputed, the other is back on a small scale"


def test_laws_that_name_death_are_north_korean() -> None:
    catalog = load_catalog()
    found = fact(catalog, "information.laws_death")
    rows = [catalog["laws"].row(key) for _table, key in found.record.rows]
    assert found.quantity.value == len(rows) == sum(1 for row in catalog["laws"] if row["penalty_class"] == "death")
    assert {row["jurisdiction"] for row in rows} == {"KP"}


def test_ended_channels_are_counted_from_the_table() -> None:
    catalog = load_catalog()
    assert fact(catalog, "information.efforts_ended").quantity.value == len(catalog["efforts"].where(status="ended"))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("rfa-korean", "restarted on a small scale (plan: one program a week), as of February 2026"),
        ("voa-korean", "disputed since 28 August 2025"),
        ("shiokaze", "active when last seen, 31 December 2023"),
    ],
)
def test_states_are_worded_as_ruled(key: str, words: str) -> None:
    row = load_catalog()["efforts"].row(key)
    assert str(status_words(row.text("status"), row.text("status_as_of"), TODAY, row.text("status_note"))) == words


def test_every_status_and_channel_has_its_place() -> None:
    for row in load_catalog()["efforts"]:
        assert group_of(row) in RUNS
        assert row["channel"] in CHANNELS


@pytest.mark.parametrize("runs", ["all", *RUNS])
def test_the_board_follows_the_state(runs: str) -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "information.channel_board", runs=runs)
    keys = {row[0] for row in item.rows}
    chosen = {row.key for row in efforts_in(catalog, (), runs) if row["status_as_of"] or row["ended"]}
    assert keys == chosen
    assert isinstance(item.chart, Board)


def test_the_board_follows_the_channel_and_can_be_empty() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "information.channel_board", channel=("balloons",))
    assert {row[3] for row in item.rows} == {CHANNELS["balloons"]}
    assert "without any date" in str(item.subtitle)
    nothing = exhibit(catalog, "information.channel_board", channel=("web_app",), runs="ended")
    assert nothing.empty
    assert nothing.chart is None
    assert str(nothing.takeaway) == "No dated channel fits"


def test_believed_operators_are_marked_on_the_board() -> None:
    catalog = load_catalog()
    chart = exhibit(catalog, "information.channel_board").chart
    assert isinstance(chart, Board)
    marked = {str(line.label).removeprefix("† ") for line in chart.rows if str(line.label).startswith("†")}
    assert marked == {row["name"] for row in catalog["efforts"] if row.flag("operator_believed")}


def test_silence_is_not_drawn_as_running() -> None:
    item = exhibit(load_catalog(), "information.channel_board")
    assert item.chart is not None
    marks = [dates for ref, dates in drawn(item.chart) if ref == "voa-korean"]
    assert marks[0] == ("1942-08-29", "2025-03-15")
    assert marks[1] == ("2025-08-28", "2026-03-17")


def test_a_law_that_fell_is_said_to_have_fallen() -> None:
    assert "(1 struck down since)" in str(exhibit(load_catalog(), "information.laws", laws="KR").takeaway)


@pytest.mark.parametrize("name", ["information.hours", "information.channel_board", "information.video_cohorts"])
def test_what_is_drawn_stands_in_the_table(name: str) -> None:
    item = exhibit(load_catalog(), name)
    rows = {row[0]: row for row in item.rows}
    assert item.chart is not None
    for ref, numbers in drawn(item.chart):
        assert set(numbers) <= set(rows[ref]), ref


@pytest.mark.parametrize("metric", list(METRICS))
def test_volumes_of_one_kind_only(metric: str) -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "information.volume", counted=metric)
    assert {row[0] for row in item.rows} == {row.key for row in catalog["distribution_volume"].where(metric=metric)}
    assert item.rows


def test_every_metric_has_words() -> None:
    assert set(METRICS) == {row["metric"] for row in load_catalog()["distribution_volume"]}


@pytest.mark.parametrize(("laws", "words"), [("KP", "North Korean texts"), ("KR", "South Korean texts"), ("US", "US texts")])
def test_laws_by_country(laws: str, words: str) -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "information.laws", laws=laws)
    assert {catalog["laws"].row(str(row[0]))["jurisdiction"] for row in item.rows} == {laws}
    assert words in str(item.takeaway)


def test_decisions_own_the_status_of_a_law() -> None:
    item = exhibit(load_catalog(), "information.laws", laws="US")
    status = {row[0]: str(row[5]) for row in item.rows}
    assert status["us-nkhra-2018"] == "authorization lapsed on 30 September 2022, not the whole act"
    assert status["us-hr3012-2024"] == "did not become law"


def test_airtime_of_stations_never_holds_transmission_hours() -> None:
    catalog = load_catalog()
    keys = {str(row[0]) for row in exhibit(catalog, "information.hours_by_broadcaster").rows}
    assert all(catalog["transmission_hours"].row(key)["measure"] == "airtime_hours" for key in keys)


def test_all_exhibits_are_there() -> None:
    assert set(EXHIBITS) == {
        f"information.{name}"
        for name in ("hours", "hours_by_broadcaster", "channel_board", "video_cohorts", "surveys", "laws", "events", "volume")
    }
