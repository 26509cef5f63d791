"""The page on information inflow as a reader meets it: its three parts, its filters, its links, bad addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import Catalog, Row
from lib.exhibits import page_params
from lib.ui.information_lists import channels_html, events_html, laws_html, running_html
from lib.urlstate import parse
from tests.app.visits import html_of, visit

opened = partial(visit, "information")

TODAY = date(2026, 11, 22)


def headings(app: AppTest) -> str:
    return "\n".join(item.value.replace("\\", "") for item in [*app.title, *app.header, *app.subheader])


@pytest.fixture(scope="module")
def page() -> AppTest:
    return opened()


def test_the_heading_is_the_finding(page: AppTest) -> None:
    assert page.title[0].value.replace("\\", "") == "Radio aimed at North Korea fell from 415 to 89 transmission hours a day in 2025"
    assert {item.label.replace("\\", ""): item.value for item in page.metric} == {
        "Radio hours after cuts": "89",
        "Radio stations after cuts": "5",
        "Media channels stopped, 2025": "10",
        "Media channels seen active": "8",
    }


def test_three_parts_stand_near_the_top(page: AppTest) -> None:
    names = [item.value.replace("\\", "") for item in page.subheader]
    assert names[:3] == ["What stopped", "What runs", "What you can support"]
    body = html_of(page)
    assert "<strong>Voice of Freedom (radio)</strong>: suspended 1 September 2025" in body
    assert "National Intelligence Service of South Korea: believed, never confirmed" in body
    assert "<strong>Free North Korea Radio</strong>: active, as of 25 November 2025" in body
    assert "<strong>Shiokaze</strong>: active when last seen, 31 December 2023" in body
    assert "restarted on a small scale (plan: one program a week), as of February 2026" in body
    assert "by 2017; the day is not known" in body


def test_links_inside_the_site_are_understood_by_their_pages(page: AppTest, catalog: Catalog) -> None:
    links = [unescape(link) for link in re.findall(r'href="((?:act|organizations|information)\?[^"]*)"', html_of(page))]
    assert {urlsplit(link).path for link in links} == {"act", "organizations", "information"}
    for link in links:
        parts = urlsplit(link)
        assert parse(page_params(catalog, parts.path), parse_qs(parts.query)).dropped == ()
    assert not any("urihana" in link for link in links)


def test_figures_with_their_bases_and_counters(page: AppTest) -> None:
    body = html_of(page)
    for words in (
        '<strong>8.4%</strong> <span class="inr-quiet">of 391 people asked',
        '<strong>83.3%</strong> <span class="inr-quiet">of 690 people asked',
        '<strong>85%</strong> <span class="inr-quiet">no hours stated · as of October 2025',
        '<strong>125,000 drives</strong> <span class="inr-quiet">to the end of 2018',
        "<strong>more than 140,000 drives</strong>",
        "<strong>more than 900,000 drives</strong>",
    ):
        assert words in body
    assert "6,351" not in body + headings(page)


def test_laws_of_both_sides_stand_side_by_side(page: AppTest) -> None:
    names = [item.value.replace("\\", "") for item in page.subheader]
    assert names.index("South Korea") == names.index("North Korea") + 1
    assert "Highest penalty: 1 year in prison or KRW 10 million" in html_of(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"surveys": "intermedia"}, "5 results of InterMedia"),
        (
            {"surveys": "radio"},
            "12 results on foreign radio: 4.27% to 67%, from 8 samples that cannot be compared or joined; 3 estimates beside them",
        ),
        ({"event": "restriction"}, "5 events, 2020–2025"),
        ({"years": "2025-2025"}, "19 events in 2025"),
        ({"runs": "ended", "channel": "balloons"}, "2 channels, one by one"),
        ({"laws": "KR"}, "2 of 5 South Korean texts name prison"),
        ({"counted": "launches"}, "3 statements count launches"),
    ],
)
def test_filters_in_the_address(query: dict[str, str], expected: str) -> None:
    assert expected in headings(opened(**query))


def test_a_choice_that_fits_nothing_says_so() -> None:
    app = opened(channel="web_app", runs="ended", event="restriction", years="1942-2000")
    assert sum("Nothing in the data fits" in item.value for item in app.info) == 2


def test_stale_and_hostile_addresses_give_a_notice() -> None:
    app = opened(surveys="<script>alert(1)</script>", years="2030-1900", event="x", section="information")
    assert "14 results on foreign video" in headings(app)
    assert any("left out" in item.value for item in app.info)
    assert "<script" not in html_of(app)


def test_each_chart_has_an_alt_text(page: AppTest) -> None:
    charts = page.get("plotly_chart")
    assert len(charts) == 5
    assert all(len(chart.proto.alt) > 40 for chart in charts)


def spoiled(catalog: Catalog, table: str, key: str, **cells: str) -> Catalog:
    """The catalog with one row changed."""
    old = catalog[table]
    row = Row(table, key, {**old.row(key), **cells})
    rows = tuple(row if item.key == key else item for item in old.rows)
    changed = replace(old, rows=rows, by_key={**old.by_key, key: row})
    return replace(catalog, tables={**catalog.tables, table: changed})


def test_a_hostile_row_stays_text(catalog: Catalog) -> None:
    bad = "<img src=x onerror=alert(1)>"
    efforts = spoiled(
        catalog, "efforts", "rfa-korean", name=bad, operator=bad, summary=bad, caveat=bad, status_note=bad, website="javascript:x"
    )
    events = spoiled(catalog, "media_events", "shiokaze-jammed-2006-05", title=bad, summary=bad, caveat=bad)
    laws = spoiled(catalog, "laws", "rok-police-duties-2025", name=bad, max_penalty=bad)
    shown = (
        channels_html(efforts, ("rfa-korean",), TODAY, "en")
        + running_html(efforts, TODAY, "en")
        + events_html(events, ("shiokaze-jammed-2006-05",), "en")
        + laws_html(laws, "KR", "en")
    )
    assert "<img" not in shown
    assert 'href="javascript' not in shown
    assert shown.count("&lt;img") >= 10
