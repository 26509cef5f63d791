"""Surveys, events, and what can be supported: held against their tables, filter by filter."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import Catalog
from lib.charts.spec import Board, Ladder, drawn
from lib.exhibits import exhibit, page_params
from lib.topics.information_events import KINDS, media_events
from lib.topics.information_support import organizations, running, stopped, supporting
from lib.topics.information_survey_words import POLLSTERS, POPULATIONS, QUESTIONS, TOPICS, pollster_of, question_of
from lib.topics.information_surveys import survey_rows
from lib.urlstate import Choice, Years

TODAY = date(2026, 11, 22)
SURVEYS = [*TOPICS, *(key for key in POLLSTERS if key != "other")]


def test_every_survey_row_has_words(catalog: Catalog) -> None:
    for row in catalog["surveys"]:
        assert row["metric"] in QUESTIONS
        assert row["population"] in POPULATIONS
        assert pollster_of(row) != "other", row["pollster"]
        assert len(str(question_of(row).short)) <= 22


def test_topics_and_pollsters_each_cover_the_table(catalog: Catalog) -> None:
    everything = {row.key for row in catalog["surveys"]}
    for keys in (list(TOPICS), list(POLLSTERS)):
        found = [row.key for key in keys for row in survey_rows(catalog, key)]
        assert sorted(found) == sorted(everything), "each result stands once"


@pytest.mark.parametrize("surveys", SURVEYS)
def test_surveys_stand_apart(catalog: Catalog, surveys: str) -> None:
    item = exhibit(catalog, "information.surveys", surveys=surveys)
    assert {row[0] for row in item.rows} == {row.key for row in survey_rows(catalog, surveys)}
    if item.chart is None:
        assert item.is_table
        return
    assert isinstance(item.chart, Ladder)
    assert not any(series.joined for series in item.chart.series)
    samples = {
        (pollster_of(row), row["year"], row["population"]) for row in survey_rows(catalog, surveys) if "per_100" not in row.text("metric")
    }
    assert len(item.chart.headings) == len(samples)
    assert not any(mark.x in item.chart.headings for series in item.chart.series for mark in series.marks)
    labels = {key: str(words) for key, words in item.chart.labels}
    assert all(len(line) <= 30 for words in labels.values() for line in words.split("\n"))


def test_every_result_stands_with_its_own_base(catalog: Catalog) -> None:
    chart = exhibit(catalog, "information.surveys", surveys="video").chart
    assert isinstance(chart, Ladder)
    labels = {key: str(words) for key, words in chart.labels}
    by_row = {mark.ref: labels[mark.x] for series in chart.series for mark in series.marks}
    assert by_row["watched-foreign-video-mou-2024-left-before-2000"].endswith("left before 2000, n = 391")
    assert by_row["watched-foreign-video-mou-2024-left-2016-2020"].endswith("left 2016–2020, n = 690")
    assert "6,351" not in str(labels)
    assert by_row["watched-foreign-dvd-intermedia-2008"].endswith("n not stated")


def test_two_reports_of_one_result_share_a_line_and_are_hollow(catalog: Catalog) -> None:
    chart = exhibit(catalog, "information.surveys", surveys="csis").chart
    assert isinstance(chart, Ladder)
    pair = [mark for series in chart.series for mark in series.marks if mark.ref.startswith("foreign-media-daily")]
    assert len(pair) == 2
    assert pair[0].x == pair[1].x
    assert all(mark.hollow for mark in pair)
    assert [str(mark.label) for mark in pair] == ["", "16.7% or 58%"]


def test_estimates_are_no_surveys(catalog: Catalog) -> None:
    assert "nobody was asked" in str(exhibit(catalog, "information.surveys", surveys="vomk").takeaway)
    chart = exhibit(catalog, "information.surveys", surveys="radio").chart
    assert isinstance(chart, Ladder)
    estimates = [series for series in chart.series if series.shape == "diamond"]
    assert {mark.ref for series in estimates for mark in series.marks} == {
        row.key for row in catalog["surveys"] if row["metric"] == "estimated_radio_reach"
    }
    assert all(mark.hollow for series in estimates for mark in series.marks)


def test_subscriptions_are_no_share_of_people(catalog: Catalog) -> None:
    item = exhibit(catalog, "information.surveys", surveys="devices")
    assert item.chart is not None
    assert "mobile-subscriptions-per-100-itu-2021" not in dict(drawn(item.chart))
    assert "mobile-subscriptions-per-100-itu-2021" in {row[0] for row in item.rows}


def test_all_events_are_listed_and_early_ones_counted(catalog: Catalog) -> None:
    item = exhibit(catalog, "information.events")
    assert {row[0] for row in item.rows} == {row.key for row in catalog["media_events"]}
    assert isinstance(item.chart, Board)
    assert "2 events before 2003 are not drawn" in str(item.subtitle)
    assert len(drawn(item.chart)) == len(item.rows) - 2
    assert next(row[1] for row in item.rows) == max(row.text("date") for row in catalog["media_events"])


@pytest.mark.parametrize("kind", list(KINDS))
def test_events_by_kind(catalog: Catalog, kind: str) -> None:
    rows = media_events(catalog, (kind,))
    assert {row["category"] for row in rows} == {kind}
    assert len(exhibit(catalog, "information.events", event=(kind,)).rows) == len(rows)


def test_events_by_year_and_none(catalog: Catalog) -> None:
    item = exhibit(catalog, "information.events", years=(1942, 2000))
    assert [row[1] for row in item.rows] == ["1997-03-04", "1942-08-29"]
    assert isinstance(item.chart, Board), "early events alone are drawn"
    nothing = exhibit(catalog, "information.events", event=("restriction",), years=(1942, 2000))
    assert nothing.empty
    assert nothing.chart is None


def test_south_korean_measures_are_no_crackdown(catalog: Catalog) -> None:
    places = {str(row[2]): set() for row in exhibit(catalog, "information.events").rows}
    for row in exhibit(catalog, "information.events").rows:
        places[str(row[2])].add(str(row[3]))
    assert places["restriction by South Korea"] == {"South Korea"}
    assert places["crackdown by North Korea"] == {"North Korea"}


def test_the_filters_of_the_events_cover_the_table(catalog: Catalog) -> None:
    params = {param.name: param for param in page_params(catalog, "information")}
    years = params["years"]
    assert isinstance(years, Years)
    assert (years.first, years.last) == (1942, 2026)
    chosen = params["surveys"]
    assert isinstance(chosen, Choice)
    assert chosen.default == "video"
    assert [key for key, _words in chosen.options] == SURVEYS


def test_what_stopped_and_what_runs_share_no_channel(catalog: Catalog) -> None:
    since, before = stopped(catalog)
    groups = running(catalog, TODAY)
    keys = [row.key for rows in (since, before, *groups.values()) for row in rows]
    assert len(keys) == len(set(keys))
    assert len(keys) == len([row for row in catalog["efforts"] if row["status"] != "unknown"])
    assert all((row.text("ended") or row.text("status_as_of")) >= "2025" for row in since)
    assert {row.key for row in groups["changed"]} == {"voa-korean", "rfa-korean"}


def test_active_turns_into_last_seen_by_itself(catalog: Catalog) -> None:
    now, later = running(catalog, TODAY), running(catalog, date(2028, 1, 1))
    assert "shiokaze" in {row.key for row in now["last_seen"]}
    assert now["active"]
    assert later["active"] == ()
    assert {row.key for row in now["active"]} < {row.key for row in later["last_seen"]}


def test_what_one_can_support(catalog: Catalog) -> None:
    keys = [action.action_id for action in supporting(catalog)]
    own = [row.key for row in catalog["actions"].where(step="information_inflow")]
    assert keys[: len(own)] == own
    assert "ask-broadcast-funding" in keys
    assert len(keys) == len(set(keys))
    at_work, unknown = organizations(catalog, TODAY)
    named = [row for row, _known in (*at_work, *unknown)]
    assert {row.key for row in named} == {
        row.key for row in catalog["organizations"] if "information_inflow" in row.items_of("focus") and not row.flag("safeguarding")
    }
    assert all(known.key in ("unknown", "closed") for _row, known in unknown)
