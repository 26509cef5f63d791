"""Walks the whole registry: every fact and exhibit can be defended, read aloud, and traced."""

import re
from datetime import date

import pytest

from lib.charts.spec import drawn, legend
from lib.charts.theme import DARK, LIGHT
from lib.dates import first_day, is_partial_date
from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids
from lib.provenance import Confidence, source

FACTS = fact_ids()
EXHIBITS = exhibit_ids()

BAD_WORDS = re.compile(
    r"\b[Dd]efect(?:or|ors|ed)\b|\bstored (?:copy|page)|\bLazyText\(|\bNone\b|\bnan\b|\{\w+\}|\bthe North\b(?! Korea)|\b(?i:shocking|horr\w+|brutal)|!|\bTODO\b|  "
)


def check_words(text, least=3):
    words = str(text)
    assert len(words) >= least, words
    assert not BAD_WORDS.search(words), words


def check_record(catalog, record):
    assert record.source_ids
    for source_id in record.source_ids:
        assert source(catalog, source_id).publisher or source(catalog, source_id).title
    assert record.rows
    for table, key in record.rows:
        assert key in catalog[table].by_key
    assert isinstance(record.confidence, Confidence)
    assert record.as_of == "" or is_partial_date(record.as_of)
    if record.as_of:
        assert first_day(record.as_of) <= date(2026, 11, 22)
    for text in (record.counted, record.not_counted):
        check_words(text, 15)
        assert str(text).endswith("."), text
    check_words(record.counted_by)
    for caveat in record.caveats:
        check_words(caveat)


def test_there_are_facts_and_exhibits():
    assert len(FACTS) >= 40
    assert len(EXHIBITS) >= 25


@pytest.mark.parametrize("fact_id", FACTS)
def test_fact(catalog, fact_id):
    item = fact(catalog, fact_id)
    check_record(catalog, item.record)
    assert item.quantity.known, f"{fact_id} shows nothing"
    check_words(item.label)
    assert len(str(item.label)) <= 30, item.label
    assert len(str(item.context)) <= 30, item.context
    check_words(item.sentence())
    if str(item.note):
        check_words(item.note)
    if item.spark:
        assert len(item.spark.values) >= 2
        check_words(item.spark.words)


@pytest.mark.parametrize("exhibit_id", EXHIBITS)
def test_exhibit(catalog, exhibit_id):
    item = exhibit(catalog, exhibit_id)
    check_record(catalog, item.record)
    for text in (item.title, item.takeaway, item.subtitle, item.alt):
        check_words(text)
    assert len(str(item.alt)) >= 40, item.alt
    assert not item.empty
    assert len({len(row) for row in item.rows}) == 1
    assert len(item.columns) == len(item.rows[0])
    assert all(str(column.label) for column in item.columns)
    assert (item.chart is None) == item.is_table, "an exhibit has a chart or is a table by nature"
    for fact_id in item.facts:
        assert fact_id in FACTS
    for action_id in item.actions:
        assert action_id in catalog["actions"].by_key


@pytest.mark.parametrize("exhibit_id", list(EXHIBITS))
def test_the_table_holds_exactly_what_is_drawn(catalog, exhibit_id):
    item = exhibit(catalog, exhibit_id)
    if item.chart is None:
        return
    rows: dict[str, list] = {}
    for row in item.rows:
        rows.setdefault(str(row[0]), []).extend(row)
    for ref, values in drawn(item.chart):
        assert ref in rows, f"{exhibit_id}: {ref} is drawn but not in the table"
        for value in values:
            if isinstance(value, str):
                assert any(str(cell).startswith(value) or str(value) == str(cell) for cell in rows[ref]), f"{ref}: {value}"
            else:
                numbers = [cell for cell in rows[ref] if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
                assert any(abs(number - value) < 1e-6 for number in numbers), (
                    f"{exhibit_id} {ref}: {value} is drawn, the table has {numbers}"
                )


@pytest.mark.parametrize("exhibit_id", EXHIBITS)
def test_what_is_downloaded_is_what_is_shown(catalog, exhibit_id):
    item = exhibit(catalog, exhibit_id)
    lines = item.to_csv().splitlines()
    assert lines[0] == ",".join(column.name for column in item.columns)
    assert len(lines) >= len(item.rows) + 1


@pytest.mark.parametrize("exhibit_id", EXHIBITS)
def test_every_chart_can_be_drawn_in_both_themes(catalog, exhibit_id):
    from lib.charts.plot import figure

    item = exhibit(catalog, exhibit_id)
    if item.chart is None:
        return
    for theme in (LIGHT, DARK):
        drawing = figure(item.chart, theme)
        assert drawing.data
        assert not drawing.layout.title.text
    for role, _shape, words in legend(item.chart):
        assert role in LIGHT.roles
        check_words(words, 2)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_marks_and_texts_stand_out_from_their_background(theme):
    for role, colour in theme.roles.items():
        assert contrast(colour, theme.background) >= 3, role
    assert contrast(theme.text, theme.background) >= 4.5
    assert contrast(theme.quiet, theme.background) >= 4.5


# What the dashboard promises to show, by the names of its exhibits.
PROMISED = {
    "departures": "arrivals_by_year women_share arrivals_by_quarter origin age occupation schooling us_admissions unhcr_stock forced_returns "
    "return_totals closing_timeline",
    "foreigners": "presence_board staffed_embassies un_staff groups_leaving border_timeline dprk_missions",
    "costs": "ladder river_over_time fee_in_wage_years fee_vs_grant rescue_stated remittance_commission gift rescues_per_year",
    "barriers": "border families camps songbun hiding after_return legal_exit workers undernourishment",
    "organizations": "by_focus_status link_rescues money",
    "information": "hours channel_board video_cohorts surveys laws events volume",
    "policy": "log state_today calendar office_board ga_votes hrc_votes",
    "claims": "verdicts verdicts_by_topic",
    "disagreements": "embassies_2021 embassies_2025 arrivals_2025 flash_drives prison_camps",
    "reference": "timeline glossary",
    "data": "tables gaps changes",
}


def test_every_promised_exhibit_is_there_and_at_least_seventy_facts():
    promised = {f"{field}.{name}" for field, names in PROMISED.items() for name in names.split()}
    assert promised - set(exhibit_ids()) == set()
    assert len(fact_ids()) >= 70
