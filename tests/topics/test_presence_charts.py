"""Exhibits on foreigners: filters, honest gaps, ranges, words that stay true."""

import pytest

from lib.charts.spec import Board, Ladder, Points
from lib.exhibits import exhibit, exhibit_ids
from lib.provenance import Confidence
from lib.topics import presence_texts
from lib.topics.presence_stretches import formal_closings, stretches
from lib.topics.presence_words import KINDS, PARAMS, STATUSES, cut, short_name

PAGE = "foreigners"


def test_every_exhibit_of_the_page_is_there():
    assert set(exhibit_ids(PAGE)) == {
        "foreigners.presence_board",
        "foreigners.missions_by_status",
        "foreigners.every_mission",
        "foreigners.staffed_embassies",
        "foreigners.european_embassies",
        "foreigners.un_staff",
        "foreigners.other_staff",
        "foreigners.groups_leaving",
        "foreigners.border_timeline",
        "foreigners.tourism_counts",
        "foreigners.fence",
        "foreigners.dprk_missions",
        "foreigners.dprk_missions_total",
    }


def lines(catalog):
    formal = formal_closings(catalog)
    return {row.key: [(item.role, item.start, item.end) for item in stretches(row, row.key in formal)] for row in catalog["missions"]}


def test_stretches_invent_no_date(catalog):
    for key, pieces in lines(catalog).items():
        row = catalog["missions"].row(key)
        stated = {"", *(row.text(name) for name in ("opened", "left_on", "returned_on", "status_as_of"))}
        for _role, start, end in pieces:
            assert {start, end} <= stated, key


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("embassy-sweden", [("present", "", "2020-08"), ("away", "2020-08", "2024-09-13"), ("present", "2024-09-13", "")]),
        ("embassy-germany", [("present", "", "2020-03-09"), ("away", "2020-03-09", "")]),
        ("embassy-russia", [("present", "", "2020-07-29"), ("partial", "2020-07-29", "2023-09-07"), ("present", "2023-09-07", "")]),
        ("embassy-malaysia", [("away", "", "")]),
        ("embassy-cambodia", [("unknown", "", "")]),
        ("embassy-nicaragua", [("present", "2024-06", "")]),
        ("embassy-laos", [("present", "", "2021-07-19"), ("unknown", "2021-07-19", "")]),
        ("embassy-venezuela", [("unknown", "", "2021-04-01"), ("away", "2021-04-01", "")]),
        ("embassy-iran", [("present", "", "2020-12-02"), ("unknown", "2020-12-02", "2026-01-28"), ("present", "2026-01-28", "")]),
        (
            "embassy-brazil",
            [("present", "", "2020"), ("unknown", "2020", "2020"), ("unknown", "2020", "2025-02-21"), ("present", "2025-02-21", "")],
        ),
    ],
)
def test_stretches_of_single_missions(catalog, key, expected):
    assert lines(catalog)[key] == expected


def test_the_board_is_sorted_by_kind_then_by_leaving(catalog):
    item = exhibit(catalog, "foreigners.presence_board")
    assert isinstance(item.chart, Board)
    headings = [str(row.label) for row in item.chart.rows if row.heading]
    assert headings[0] == "Embassies"
    assert len(headings) == len(KINDS)
    embassies = [catalog["missions"].row(str(row[0])) for row in item.rows if str(row[0]).startswith("embassy-")]
    dates = [row.text("left_on") or "9999" for row in embassies]
    assert dates[0] == "2020-03-09"
    assert dates[-1] == "9999"
    assert all(len(str(row.label)) <= 30 for row in item.chart.rows)


@pytest.mark.parametrize("name", ["presence_board", "missions_by_status", "every_mission"])
def test_filters_of_missions(catalog, name):
    whole = exhibit(catalog, f"foreigners.{name}")
    embassies = exhibit(catalog, f"foreigners.{name}", kind=("embassy",))
    back = exhibit(catalog, f"foreigners.{name}", kind=("embassy",), status=("returned",))
    none = exhibit(catalog, f"foreigners.{name}", kind=("red_cross",), status=("open",))
    assert len(whole.rows) > len(embassies.rows) >= len(back.rows) > len(none.rows) == 0
    assert none.empty
    assert none.chart is None
    assert none.record.rows


def test_search_finds_names_and_summaries(catalog):
    keys = [row[0] for row in exhibit(catalog, "foreigners.every_mission", q="swiss").rows]
    assert "liaison-office-switzerland" in keys
    assert exhibit(catalog, "foreigners.every_mission", q="nothing like this").empty


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({}, "Of 53 foreign missions and offices, 6 never closed, 11 left and returned, 21 are suspended, 2 are closed, and the state of 13 is not known"),
        ({"kind": ("un_agency",)}, "7 UN agencies are suspended"),
        ({"kind": ("embassy",), "status": ("closed",)}, "1 embassy is closed"),
        ({"status": ("unknown",)}, "The state of 13 foreign missions and offices is not known"),
        ({"kind": ("red_cross",), "status": ("open",)}, "No mission fits these filters"),
    ],
)  # fmt: skip
def test_findings_stay_true_under_filters(catalog, filters, words):
    assert str(exhibit(catalog, "foreigners.missions_by_status", **filters).takeaway) == words


def test_staffed_missions_have_one_series_per_counter_and_no_joined_lines(catalog):
    item = exhibit(catalog, "foreigners.staffed_embassies")
    assert isinstance(item.chart, Points)
    counters = {row.text("counted_by") for row in catalog["presence_counts"].where(metric="foreign_missions_staffed")}
    assert {str(series.name) for series in item.chart.series} == counters
    assert not any(series.joined for series in item.chart.series)
    assert len({(series.role, series.shape) for series in item.chart.series}) == len(item.chart.series)
    assert len(item.rows) == 10


def test_groups_keep_ranges_and_leave_out_the_formal_closing(catalog):
    item = exhibit(catalog, "foreigners.groups_leaving")
    assert isinstance(item.chart, Ladder)
    marks = {mark.ref: mark for series in item.chart.series for mark in series.marks}
    assert (marks["left-special-flight-2020-03"].low, marks["left-special-flight-2020-03"].high) == (60, 100)
    assert "left-malaysia-closing-2021" not in marks
    assert "6 groups of unknown size are not drawn" in str(item.subtitle)


@pytest.mark.parametrize(("direction", "count"), [("left", 13), ("returned", 13), ("expelled", 4), ("barred", 2)])
def test_direction_filter(catalog, direction, count):
    item = exhibit(catalog, "foreigners.groups_leaving", direction=direction)
    assert len(item.rows) == count
    assert {catalog["movements"].row(str(row[0])).text("direction") for row in item.rows} == {direction}


def test_visitors_are_not_drawn_as_staff_that_came_back(catalog):
    chart = exhibit(catalog, "foreigners.groups_leaving", direction="returned").chart
    roles = {str(series.name): series.role for series in chart.series}
    assert roles["tourists"] == roles["students"] == "context"
    assert roles["staff back in post"] == "returned"


def test_border_filters(catalog):
    recent = exhibit(catalog, "foreigners.border_timeline")
    every = exhibit(catalog, "foreigners.border_timeline", years="all")
    fences = exhibit(catalog, "foreigners.border_timeline", category=("fence",))
    assert len(recent.rows) == 27
    assert len(every.rows) == len(catalog["border_events"]) == 36
    assert len(fences.rows) == 1
    assert str(recent.takeaway) == (
        "No regular passenger flights for 1,299 days, to 22 August 2023; the first diplomats came in after 1,151 days, on 27 March 2023"
    )
    assert "1,299" not in str(fences.takeaway)


def test_the_us_passport_rule_is_known_to_a_day_and_not_drawn_as_ended(catalog):
    chart = exhibit(catalog, "foreigners.border_timeline").chart
    row = next(row for row in chart.rows if "passports" in str(row.label))
    assert [(item.role, item.start, item.end) for item in row.segments] == [
        ("closed", "2017-09-01", "2026-08-31"),
        ("unknown", "2026-08-31", ""),
    ]


def test_only_firm_tourist_counts_are_filled(catalog):
    chart = exhibit(catalog, "foreigners.tourism_counts").chart
    russian = next(series for series in chart.series if "Russian" in str(series.name))
    assert [mark.ref for mark in russian.marks if not mark.hollow] == ["russian-visitors-2025-h1"]
    assert not any(series.joined for series in chart.series)


def test_fence_is_one_organizations_count(catalog):
    item = exhibit(catalog, "foreigners.fence")
    assert [bar.value for bar in item.chart.series[0].bars] == [321, 230, 321, 482, 260]
    assert item.record.confidence is Confidence.REPORTED
    assert str(item.record.counted_by) == "Human Rights Watch"


def test_doubtful_closings_abroad_stay_doubtful(catalog):
    chart = exhibit(catalog, "foreigners.dprk_missions").chart
    unknown = {str(row.label) for row in chart.rows for item in row.segments if item.role == "unknown"}
    assert unknown == {"Democratic Republic…", "Syria"}


def test_short_names(catalog):
    names = {row.key: short_name(row) for row in catalog["missions"]}
    assert names["un-fao"] == "FAO"
    assert names["un-resident-coordinator"] == "UN Resident Coordinator"
    assert names["bureau-choson-sinbo"] == "Choson Sinbo"
    assert cut("World Food Programme warns of it", 24) == "World Food Programme…"


def test_texts_of_the_page_carry_live_numbers(catalog):
    assert str(presence_texts.title(catalog)) == (
        "The foreigners left: 15–16 missions in Pyongyang have staff, against about 25 before the closing"
    )
    for text in (presence_texts.lead, presence_texts.who_left, presence_texts.embassies, presence_texts.staff):
        words = str(text(catalog))
        assert words.endswith(".")
        assert "None" not in words


def test_every_code_of_the_tables_has_words(catalog):
    assert set(KINDS) == {row.text("kind") for row in catalog["missions"]}
    assert set(STATUSES) == {row.text("status") for row in catalog["missions"]}
    categories = dict(next(param for param in PARAMS if param.name == "category").options)
    assert set(categories) == {row.text("category") for row in catalog["border_events"]}
