"""Texts that leave the page: on a slide, a card or a handout nothing else stands beside them."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

import pytest

from lib.catalog import Catalog, load_catalog
from lib.dates import When
from lib.exhibits import Exhibit, all_facts, argument_names, exhibit, exhibit_ids
from lib.export.deck import slide_table
from lib.provenance import Fact
from lib.topics.caveats import ABOUT_ROWS, caveats_of

TODAY = date(2026, 11, 22)
# Words that point to a place on a page, or to how the page shows its rows.
POINTS_AWAY = re.compile(
    r"see the|\bbelow\b|listed here|named here|\bclick|\bhover|on (this|the) page\b|the page (has|says)|in (its|the) (table|row|list)\b|in each row|(each|own) row\b|row by row"
    r"|the chart by|\bshown of\b|sources of (each|the) row|(is|are) in the list",
    re.IGNORECASE,
)
# Days that are counted when they are asked for: a slide is shown later than it is made.
COUNTED_WHEN_ASKED = re.compile(r"(?<!of )\btoday\b|\bnow\b|\bthis (week|month|year)\b|\bin \d+ days?\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def shown(catalog: Catalog, exhibit_id: str) -> Exhibit:
    return exhibit(catalog, exhibit_id, **({"today": TODAY.isoformat()} if "today" in argument_names(exhibit_id) else {}))


def texts_of_exhibit(item: Exhibit) -> tuple[str, ...]:
    record = item.record
    return tuple(
        str(text) for text in (item.title, item.takeaway, item.subtitle, item.alt, record.counted_by, record.counted, record.not_counted)
    )


def texts_of_fact(item: Fact) -> tuple[str, ...]:
    record = item.record
    return tuple(str(text) for text in (item.label, item.context, item.note, record.counted_by, record.counted, record.not_counted))


def test_no_text_points_to_a_place_on_a_page(catalog: Catalog) -> None:
    items = [(key, texts_of_exhibit(shown(catalog, key))) for key in exhibit_ids()]
    items += [(item.fact_id, texts_of_fact(item)) for item in all_facts(catalog)]
    assert not [(key, text) for key, texts in items for text in texts if POINTS_AWAY.search(text)]


def test_what_is_counted_to_a_day_names_the_day(catalog: Catalog) -> None:
    """Days since an event are as many on a slide of last month as when it was made: the slide says to which day they are counted."""
    for item in all_facts(catalog):
        if item.record.as_of == TODAY.isoformat() and item.fact_id.startswith(("policy.days", "policy.in_force", "organizations.un")):
            assert str(When(TODAY.isoformat())) in str(item.note), item.fact_id
        assert not COUNTED_WHEN_ASKED.search(f"{item.label} {item.context}"), item.fact_id
    for exhibit_id in exhibit_ids():
        if "today" in argument_names(exhibit_id) and exhibit_id not in ("policy.log", "data.changes"):
            assert str(When(TODAY.isoformat())) in " ".join(texts_of_exhibit(shown(catalog, exhibit_id))), exhibit_id
        assert not COUNTED_WHEN_ASKED.search(str(shown(catalog, exhibit_id).takeaway)), exhibit_id


def test_labels_stand_alone_and_differ(catalog: Catalog) -> None:
    labels = [str(item.label) for item in all_facts(catalog)]
    assert len(set(labels)) == len(labels)
    assert not [label for label in labels if " " not in label], "one word says nothing on a card"


@pytest.mark.parametrize(
    ("exhibit_id", "named"),
    [
        ("costs.off_ladder", ("74,000",)),
        ("barriers.border", ("6,820", "321", "August 2020", "1,000,000–2,000,000")),
        ("policy.calendar", ("8 December 2026",)),
        ("policy.log", ("6 May 2026",)),
        ("organizations.money", ("2024",)),
    ],
)
def test_what_a_heading_names_is_in_the_rows_that_a_slide_shows(catalog: Catalog, exhibit_id: str, named: tuple[str, ...]) -> None:
    said = " ".join(chain.from_iterable(slide_table(shown(catalog, exhibit_id)).rows))
    assert not [words for words in named if words not in said]


def test_prices_of_other_ways_stand_highest_first(catalog: Catalog) -> None:
    rows = exhibit(catalog, "costs.off_ladder").rows
    tops = [max(float(str(number)) for number in row[4:6] if number is not None) for row in rows]
    assert tops == sorted(tops, reverse=True)


def test_advice_on_rows_stays_with_the_tables(catalog: Catalog) -> None:
    known = [str(text) for table in catalog.tables.values() for text in table.schema.inroads.get("caveats", [])]
    assert all(any(text.startswith(start) for text in known) for start in ABOUT_ROWS), "a caveat of the data was reworded"
    assert not [
        text
        for table in catalog.tables.values()
        if table.schema.inroads.get("caveats")
        for text in caveats_of(catalog, table.name)
        if "Same event" in text
    ]
    for item in all_facts(catalog):
        assert not [text for text in map(str, item.record.caveats) if text.startswith(ABOUT_ROWS)], item.fact_id
    assert "China publishes no figures." in " ".join(caveats_of(catalog, "forced_returns"))


def test_a_mission_that_never_closed_says_who_left_and_came(catalog: Catalog) -> None:
    rows = {row[0]: tuple(str(cell) for cell in row) for row in exhibit(catalog, "foreigners.every_mission").rows}
    assert rows["embassy-russia"][3:6] == ("29 July 2020 (some staff)", "7 September 2023 (new staff)", "never closed")
    assert rows["embassy-china"][3:6] == ("December 2021 (the ambassador)", "27 March 2023 (new staff)", "never closed")
    assert rows["embassy-iran"][3:6] == ("2 December 2020 (the ambassador)", "day not known", "left and returned")
    for row in catalog["missions"]:
        if row["left_kind"] in ("partial", "ambassador_only"):
            assert rows[row.key][3].endswith(("(some staff)", "(the ambassador)")), row.key
