"""The page on the data as a reader meets it: tables, one row, sources, the gap board, what changed, hostile addresses and rows."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog import Row, Table, load_catalog
from lib.topics.gaps import gaps
from lib.ui import shell
from lib.ui.report import LONGEST_ADDRESS, correction_text, issue_address, mail_address
from tests.app.visits import visit

open_page = partial(visit, "data")

TODAY = date(2026, 11, 22)
HOSTILE = '<img src=x onerror="alert(1)"> [x](http://example.org) **b**'


def markup(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def words(app: AppTest) -> str:
    texts = [item.value for kind in ("title", "header", "subheader", "markdown", "caption", "info") for item in app.get(kind)]
    return re.sub(r"<[^>]+>|\\", "", html.unescape(" ".join([*texts, markup(app)])))


def report(app: AppTest) -> str:
    """The text of a correction that stands on the page, above the one in its footer."""
    return next(str(item.value) for item in app.code if str(item.value).startswith("Page or figure:"))


@pytest.fixture(scope="module")
def tables() -> AppTest:
    return open_page()


def test_it_opens_with_all_tables_and_the_downloads(tables: AppTest) -> None:
    assert "rows from 1,403 sources" in tables.title[0].value.replace("\\", "")
    for table in load_catalog().tables.values():
        assert f'href="data?view=tables&amp;table={table.name}"' in markup(tables), table.name
    keys = {button.key for button in tables.get("download_button")}
    assert {"download-zip", "download-xlsx", "csv-data-tables"} <= keys
    assert {"Rows of data", "Sources used", "Share of rows verified"} <= {item.label for item in tables.metric}


def test_one_table_has_caveats_rows_code_book_and_its_file() -> None:
    app = open_page(view="tables", table="broker_fees")
    text = words(app)
    table = load_catalog()["broker_fees"]
    assert table.schema.title in app.header[0].value.replace("\\", "")
    assert table.schema.inroads["caveats"][0] in text
    assert "One of" in text or "one of: river_crossing" in text
    assert f"table=broker_fees&amp;row={table.rows[0].key}" in markup(app)
    assert "Page 1 of 2" in text
    assert "download-csv" in {button.key for button in app.get("download_button")}
    assert table.rows[-1].key not in markup(app)
    assert table.rows[-1].key in markup(open_page(view="tables", table="broker_fees", page="2"))


def test_one_row_shows_cells_sources_corrections_and_what_rests_on_it() -> None:
    app = open_page(view="tables", table="arrivals_annual", row="arrivals-2025")
    text = words(app)
    assert 'href="exhibit?fact=arrivals.latest"' in markup(app)
    for part in ("223 people", "corrected", "Newsis", "changed from 224 to 223", "Women who arrived in 2025", "Confidence"):
        assert part in text, part
    assert "Page or figure: arrivals_annual/arrivals-2025" in report(app)
    assert "total=223" in report(app)
    assert "view=tables&table=arrivals_annual&row=arrivals-2025" in report(app)


def test_a_row_leads_to_the_rows_that_it_names() -> None:
    assert "table=instruments&amp;row=un-hrc-2026" in markup(open_page(view="tables", table="votes_hrc", row="hrc-2026"))
    assert "table=missions&amp;row=embassy-czechia" in markup(open_page(view="tables", table="unknowns", row="czech-embassy-return"))


def test_a_source_alone_says_what_rests_on_it() -> None:
    text = words(open_page(view="tables", table="sources", row="a-newsis-2026-correction"))
    assert "Rows that rest on it" in text
    assert "arrivals_annual/arrivals-2025" in text


def test_behind_a_safeguarding_note_there_is_no_link() -> None:
    assert "http" not in markup(open_page(view="tables", table="organizations", row="durihana")).split("inr-sheet")[1].split("</dl>")[0]
    assert 'href="https://www.thedailybeast.com/chun' not in markup(open_page(view="sources", q="chun ki-won"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "un"}, "sources fit"),
        ({"state_media": "yes"}, "state media of"),
        ({"policy": "no_link"}, "cited without a link"),
        ({"q": "human rights watch"}, "sources fit"),
        ({"publisher": "yonhap"}, "Yonhap"),
        ({"order": "newest"}, "1,403 sources"),
        ({"page": "29"}, "Page 29 of 29"),
        ({"q": "no such words at all"}, "No source fits"),
    ],
)
def test_each_filter_of_the_sources_works_from_the_address(query: dict[str, str], expected: str) -> None:
    assert expected in words(open_page(view="sources", **query))


def test_a_new_search_begins_at_its_first_page() -> None:
    app = open_page(view="sources", page="5")
    assert "Page 5 of 29" in words(app)
    app.text_input(key="filter-data-q").set_value("yonhap").run()
    assert "Page 1 of" in words(app)


def test_the_gap_board_holds_every_gap_and_the_way_to_tell_us() -> None:
    app = open_page(view="unknown")
    for gap in gaps(load_catalog(), TODAY):
        assert f'id="gap-{gap.gap_id}"' in markup(app)
        assert html.escape(str(gap.who), quote=True) in markup(app)
    assert "Series that are older than the rhythm of their origin" in words(app)
    assert report(app).startswith("Page or figure: Open question")
    assert "gap-czech-embassy-return" not in markup(open_page(view="unknown", topic="policy"))


def test_what_changed_follows_the_day() -> None:
    app = open_page(view="changes")
    assert "Since 22 November 2025" in words(app), "twelve months before today"
    assert "224 became 223" in words(app)
    late = open_page(view="changes", since="2026-06-01")
    assert "Since 1 June 2026: 0 dated events" in words(late)
    assert "the ministry" in words(late).casefold(), "the log of corrections is shown whole"
    app.date_input[0].set_value(date(2026, 6, 1)).run()
    assert app.query_params["since"] in ("2026-06-01", ["2026-06-01"])


@pytest.mark.parametrize(
    "query",
    [
        {"view": "<script>alert(1)</script>"},
        {"table": "nope"},
        {"table": "../../etc/passwd"},
        {"view": "sources", "kind": "x"},
        {"view": "sources", "page": "0"},
        {"view": "sources", "page": "-1"},
        {"view": "changes", "since": "2027-01-01"},
        {"view": "changes", "since": "2026-02-30"},
        {"view": "changes", "since": "1066-10-14"},
        {"view": "unknown", "topic": "everything"},
        {"table": "missions", "row": "x" * 300},
        {"unheard": "of"},
    ],
)
def test_a_stale_or_hostile_address_gets_a_notice(query: dict[str, str]) -> None:
    app = open_page(**query)
    assert any("left out" in item.value for item in app.info)
    assert "<script" not in markup(app)


@pytest.mark.parametrize(
    "query", [{"table": "missions", "row": "gone"}, {"row": "arrivals-2025"}, {"table": "missions", "row": HOSTILE}, {"row": "북향민"}]
)
def test_a_row_that_is_not_there_gets_a_notice_and_a_way_on(query: dict[str, str]) -> None:
    app = open_page(**query)
    assert any("There is no row" in item.value.replace("\\", "") for item in app.info)
    assert "<img" not in markup(app)
    assert app.selectbox(key="filter-data-table").value in ("missions", "all")
    assert "row" not in app.query_params


def test_an_address_that_names_a_default_stays_as_it_is_and_filters_still_work() -> None:
    app = open_page(view="tables", table="missions")
    assert app.query_params["view"] in ("tables", ["tables"]), "rewriting the address at once would trap the Back button"
    app.selectbox(key="filter-data-table").set_value("movements").run()
    assert "Groups of foreigners" in app.header[0].value
    assert app.query_params["table"] in ("movements", ["movements"])
    app.selectbox(key="filter-data-table").set_value("all").run()
    assert "table" not in app.query_params


def test_a_page_past_the_end_shows_the_last_one() -> None:
    assert "Page 2 of 2" in words(open_page(view="tables", table="broker_fees", page="20"))


def test_hostile_rows_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load_catalog()
    made = dict(catalog.tables)
    for name, cells in (
        ("missions", {"name": HOSTILE, "summary": HOSTILE}),
        ("sources", {"title": HOSTILE, "publisher": HOSTILE, "caveat": HOSTILE}),
        ("unknowns", {"question": HOSTILE, "known": HOSTILE, "who_could_know": HOSTILE}),
        ("corrections", {"why": HOSTILE, "old": HOSTILE}),
    ):
        table = made[name]
        rows = (Row(name, table.rows[0].key, {**table.rows[0], **cells}), *table.rows[1:])
        made[name] = Table(table.schema, rows, {row.key: row for row in rows})
    hostile = replace(catalog, tables=made)
    monkeypatch.setattr(shell, "load_catalog", lambda: hostile)
    mission, source = made["missions"].rows[0].key, made["sources"].rows[0].key
    for query in (
        {"table": "missions"},
        {"table": "missions", "row": mission},
        {"table": "sources", "row": source},
        {"view": "sources", "q": "onerror"},
        {"view": "unknown"},
        {"view": "changes"},
    ):
        app = open_page(**query)
        assert "<img" not in markup(app), query
        assert "&lt;img" in markup(app), query
        for heading in (*app.header, *app.subheader):
            assert not re.search(r"(?<!\\)<", heading.value)


def test_the_address_of_an_issue_is_quoted_and_not_too_long() -> None:
    text = correction_text("missions/x", "https://example.org/data?row=x&y=1", HOSTILE + " 평양 " * 3000)
    address = issue_address("https://example.org/repo", "Correction: <b>&x=1#y", text)
    assert len(address) <= LONGEST_ADDRESS
    parts = urlsplit(address)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert (parts.path, parts.fragment) == ("/repo/issues/new", "")
    assert asked["title"] == ["Correction: <b>&x=1#y"]
    assert text.startswith(asked["body"][0])


def test_only_a_mail_address_becomes_a_mail() -> None:
    assert mail_address("help@example.org", "a", "b").startswith("mailto:help@example.org?subject=a&body=b")
    for contact in ("", "https://example.org/contact", "write to us", "a@b.c?bcc=x@y.z", 'x"@example.org'):
        assert mail_address(contact, "a", "b") == ""


def test_the_ways_to_send_follow_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"table": "missions", "row": "embassy-czechia"}
    assert "names no address" in words(open_page(**row))
    monkeypatch.setenv("INROADS_REPOSITORY_URL", "https://example.org/repo")
    monkeypatch.setenv("INROADS_CONTACT", "help@example.org")
    app = open_page(**row)
    links = [item.proto.url for item in app.get("link_button")]
    assert any(link.startswith("https://example.org/repo/issues/new?title=Correction") and "embassy-czechia" in link for link in links)
    assert any(link.startswith("mailto:help@example.org?") for link in links)
    assert "names no address" not in words(app)
