"""Facts and exhibits on the barriers, held against their tables and the rulings."""

import re

import pytest

from lib.charts.spec import Ladder, drawn
from lib.dates import last_day
from lib.exhibits import argument_names, exhibit, exhibit_ids, fact, fact_ids, page_params
from lib.provenance import Confidence
from lib.topics.barrier_texts import doubt_words, title
from lib.topics.barrier_walls import CLOSING, FOOD, WALLS
from lib.topics.barrier_words import SIDES, WORKERS, figure_of, indicator
from lib.urlstate import parse

OWN = list(exhibit_ids("barriers"))
FACTS = [name for name in fact_ids() if name.startswith("barriers.")]


def show(catalog, name, **filters):
    return exhibit(catalog, f"barriers.{name}", **filters)


def keys(item):
    return [str(row[0]) for row in item.rows]


@pytest.mark.parametrize(
    ("fact_id", "words", "as_of"),
    [
        ("works_reuters", "at least 489 km", "2023-05"),
        ("mines", "1,000,000–2,000,000 mines", "2018"),
        ("camps_kinu", "53,700–65,700 people", "2025-10-17"),
        ("camps_un", "80,000–120,000 people", "2014-02"),
        ("camps_open", "4 camps", "2025-10-17"),
        ("capital_offenses", "16 offenses", "2023-12"),
        ("songbun_classes", "3 classes", "2012"),
        ("mobile_subscriptions", "6,500,000–7,000,000 subscriptions", "2024"),
        ("arrests_china", "at least 92 people", "2024-04"),
        ("first_return_term", "at most 6 months", "2013"),
        ("direct_arrivals", "fewer than 10 people", "2025"),
        ("workers_abroad", "about 100,000 people", "2023"),
        ("workers_russia", "about 15,000 people", "2025-08"),
        ("escaped_from_russia", "about 10 people", "2024"),
        ("undernourished", "41.6%", "2021"),
    ],
)
def test_facts_say_what_the_table_says(catalog, fact_id, words, as_of):
    item = fact(catalog, f"barriers.{fact_id}")
    assert str(item.quantity) == words
    assert item.record.as_of == as_of


def test_labels_and_chips_fit_their_cards(catalog):
    assert len(FACTS) >= 10
    for fact_id in FACTS:
        item = fact(catalog, fact_id)
        assert len(str(item.label)) <= 30, item.label
        assert len(str(item.context)) <= 30, item.context


def test_a_record_ends_with_its_newest_row(catalog):
    for fact_id in FACTS:
        rows = [catalog[table].row(key) for table, key in fact(catalog, fact_id).record.rows]
        assert rows[-1]["as_of"] == max(row.text("as_of") for row in rows)


def test_camps_are_ranges_by_author_and_never_a_line(catalog):
    item = show(catalog, "camps")
    assert {values for _ref, values in drawn(item.chart)} == {(150000, 200000), (80000, 120000), (53700, 65700)}
    for series in item.chart.series:
        assert not series.joined
        assert all(mark.hollow and mark.value is None for mark in series.marks)
    assert "fell" not in str(item.takeaway)


def test_the_two_counts_of_the_border_stand_apart(catalog):
    rows = {str(row[0]): row for row in show(catalog, "border").rows}
    assert str(rows["fence-new-2020-2023"][3]) == "482 km"
    assert str(rows["fence-improved-2020-2023"][3]) == "260 km"
    assert str(rows["guard-facilities-2023"][3]) == "6,820 facilities"
    assert str(rows["reuters-security-works-2023-05"][3]) == "at least 489 km"
    assert rows["fence-new-2020-2023"][4] != rows["reuters-security-works-2023-05"][4]


def test_no_exhibit_says_how_the_border_is_watched(catalog):
    said = "\n".join(exhibit(catalog, name).to_csv() for name in OWN).casefold()
    for word in ("from 38", "38 guard", "110 m", "curfew", "meters apart", "every hour", "bribe", "frequenc"):
        assert word not in said
    left_out = {"live-land-crossings-2024-08-2025-10", "armistice-persons-in-dmz-1953", "south-korea-armed-forces-2022"}
    assert not left_out & set(keys(show(catalog, "border")))


def test_nothing_unsourced_is_shown(catalog):
    for name in OWN:
        assert exhibit(catalog, name).record.confidence is not Confidence.MEMORY
    for fact_id in FACTS:
        assert fact(catalog, fact_id).record.confidence is not Confidence.MEMORY


@pytest.mark.parametrize("side", list(SIDES))
def test_each_side_of_the_border_shows_its_own(catalog, side):
    shown = set(keys(show(catalog, "border", side=side)))
    assert ("guard-facilities-2023" in shown) == (side != "south")
    assert ("dmz-landmines" in shown) == (side != "north")
    takeaway = str(show(catalog, "border", side=side).takeaway)
    assert ("6,820" in takeaway) == (side != "south")
    assert ("2,000,000" in takeaway) == (side != "north")


@pytest.mark.parametrize(("workers", "number", "words"), [("all", 9, "150,000"), ("world", 4, "150,000"), ("russia", 5, "30,023 permits")])
def test_workers_of_the_world_and_of_russia(catalog, workers, number, words):
    item = show(catalog, "workers", workers=workers)
    assert len(item.rows) == number
    assert words in str(item.takeaway)
    assert len(item.chart.order) == number


def test_only_permits_are_counts_and_the_forecast_stands_apart(catalog):
    marks = {mark.ref: (mark.hollow, series.role) for series in show(catalog, "workers").chart.series for mark in series.marks}
    assert {key for key, (hollow, _role) in marks.items() if not hollow} == {
        "workers-russia-permits-2018-01",
        "workers-russia-permits-2018-12",
    }
    roles = [role for key, (_hollow, role) in marks.items()]
    assert roles.count(marks["workers-russia-forecast-2025-08"][1]) == 1


def test_hiding_shows_every_estimate_and_says_which_has_no_date(catalog):
    item = show(catalog, "hiding")
    assert len(item.rows) == 6
    assert keys(item)[-1] == "irregular-in-china-charities"
    assert "1 of them has no date" in str(item.subtitle)
    assert all(mark.hollow for series in item.chart.series for mark in series.marks)
    assert "no current count" in str(item.takeaway)


def test_each_edition_of_undernourishment_is_a_series_of_its_own(catalog):
    item = show(catalog, "undernourishment")
    editions = {row.key: row.text("edition") for row in catalog["indicators"] if row["edition"]}
    assert len(item.chart.series) == len(set(editions.values()))
    for series in item.chart.series:
        assert not series.joined
        assert len({editions[mark.ref] for mark in series.marks}) == 1
    hollow = {mark.ref for series in item.chart.series for mark in series.marks if mark.hollow}
    assert hollow == {"undernourishment-2004-2006-sofi-2019", "undernourishment-2004-2006-sofi-2022"}


def test_newest_period_is_the_headline_of_undernourishment(catalog):
    key = fact(catalog, "barriers.undernourished").record.rows[-1][1]
    periods = [row.text("period_end") for row in catalog["indicators"] if row["edition"]]
    assert indicator(catalog, key)["period_end"] == max(periods, key=last_day)


def test_songbun_keeps_the_announcement_and_the_survey_apart(catalog):
    first, second = show(catalog, "songbun").chart.series
    assert [bar.value for bar in first.bars] == [25, 55, 20]
    assert [bar.value for bar in second.bars] == [14, 62, 11, 14]
    assert second.pattern


def test_families_tell_the_documented_from_the_myth(catalog):
    found = {str(row[0]): str(row[2]) for row in show(catalog, "families").rows}
    assert found["g-wy-16"] == "documented"
    assert found["g-wy-17"] == "true of some, not of all"
    assert found["households-banished-2022-07-13"] == "reported once"
    assert found["whole-family-always-to-camp"] == "a common mistake"


def test_what_follows_a_return_has_both_periods(catalog):
    item = show(catalog, "after_return")
    assert [str(row[2]) for row in item.rows[:2]] == ["until 2013", "since 2014"]
    assert "at most 6 months" in str(item.takeaway)


@pytest.mark.parametrize("name", OWN)
def test_ladders_have_labels_that_a_phone_can_show(catalog, name):
    chart = exhibit(catalog, name).chart
    if isinstance(chart, Ladder):
        assert all(len(str(words)) <= 30 for _key, words in chart.labels)


def test_arguments_of_exhibits_are_filters_of_the_page(catalog):
    names = {param.name for param in page_params(catalog, "barriers")}
    assert {argument for name in OWN for argument in argument_names(name)} == names == {"side", "workers"}
    assert parse(page_params(catalog, "barriers"), {"workers": ["russia"], "side": ["east"]}).dropped == (("side", "east"),)
    assert next(iter(WORKERS)) == next(iter(SIDES)) == "all"


@pytest.mark.parametrize("wall", [*WALLS, FOOD, CLOSING], ids=lambda wall: wall.key)
def test_every_wall_says_its_doubts_and_leads_to_actions(catalog, wall):
    assert re.search(r"\d", str(wall.heading(catalog))), "a heading states its finding"
    assert len(str(wall.lead(catalog)).split(". ")) <= 3
    assert str(wall.unknown)
    assert wall.actions
    assert all(key in catalog["actions"].by_key for key in wall.actions)
    for table, key, _words in wall.doubts:
        text = str(doubt_words(catalog, table, key))
        assert len(text) > 10
        assert not text.startswith("unknown")
    for table, key in wall.said:
        assert key in catalog[table].by_key


def test_the_walls_are_five_and_the_title_says_who_came(catalog):
    assert [wall.key for wall in WALLS] == ["border", "family", "inside", "china", "exit"]
    assert str(title(catalog)) == "Five walls keep people in: fewer than 10 people came straight to South Korea in 2025"


def test_a_figure_is_said_with_its_unit_or_in_words(catalog):
    assert str(figure_of(indicator(catalog, "fixed-lines-2021"))) == "1,180,000 telephone lines"
    assert str(figure_of(indicator(catalog, "internet-access-2023-06"))).startswith("A few dozen families")
    for row in catalog["indicators"].where(lambda row: row["topic"] in ("border", "punishment", "china", "overseas_workers")):
        assert str(figure_of(row)) not in ("", "unknown")


def test_the_time_line_of_the_closing_has_its_cracks_and_its_works(catalog):
    shown = keys(exhibit(catalog, "departures.closing_timeline"))
    assert {"tl-2023-05-06-nine-people-arrive-directly", "tl-2024-06-mines-southern-line", "citizens-return-2023"} <= set(shown)
