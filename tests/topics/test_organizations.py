"""What is known of each organization: status words and their age, search, money and results, counts by field."""

from datetime import date

import pytest

from lib.exhibits import exhibit, fact
from lib.topics.accounts import finance_words, finances, result_words, results
from lib.topics.standing import FOCUS, STATUS, find, standing

TODAY = date(2026, 11, 22)


def words_of(catalog, key, today=TODAY):
    return str(standing(catalog, catalog["organizations"].row(key), today).words)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("link", "active, as of 8 December 2025"),
        ("amnesty-international", "active when last seen, May 2024"),
        ("enok", "active when last seen, 8 June 2023"),
        ("daily-nk", "active according to a public directory, 5 October 2026"),
        ("nauh", "unclear according to a public directory, 5 October 2026"),
        ("afsc", "unknown: nothing known after August 2017"),
        ("saejowi", "nothing recent known"),
        ("rfa-korean", "restarted on a small scale (plan: one program a week), as of February 2026"),
        ("voa-korean", "disputed since 28 August 2025"),
    ],
)
def test_status_words(catalog, key, words):
    assert words_of(catalog, key) == words


def test_active_grows_old_by_itself(catalog):
    assert words_of(catalog, "link", date(2027, 6, 8)) == "active, as of 8 December 2025"
    assert words_of(catalog, "link", date(2027, 6, 9)) == "active when last seen, 8 December 2025"


def test_unknown_is_never_called_closed(catalog):
    for row in catalog["organizations"].where(status="unknown"):
        assert "closed" not in words_of(catalog, row.key)


def test_counts(catalog):
    keys = [standing(catalog, row, TODAY).key for row in catalog["organizations"]]
    assert set(keys) <= set(STATUS)
    assert fact(catalog, "organizations.listed").quantity.value == len(keys) == 62
    assert fact(catalog, "organizations.active").quantity.value == keys.count("active") == 24
    assert fact(catalog, "organizations.last_seen").quantity.value == keys.count("active_before") == 9
    assert fact(catalog, "organizations.unknown").quantity.value == keys.count("unknown") == 27


@pytest.mark.parametrize(
    ("choice", "some", "none"),
    [
        ({"q": "liberty in north"}, "link", "daily-nk"),
        ({"q": "자유북한방송"}, "free-north-korea-radio", "link"),
        ({"q": "NKDB"}, "nkdb", "nkhr"),
        ({"focus": "women"}, "tongil-mom", "link"),
        ({"country": "JP"}, "no-fence", "link"),
        ({"country": "none"}, "icnk", "link"),
        ({"status": "changed"}, "rfa-korean", "link"),
        ({"status": "active_before", "country": "US"}, "enok", "link"),
    ],
)
def test_search(catalog, choice, some, none):
    found = {row.key for row, _known in find(catalog, TODAY, **choice)}
    assert some in found
    assert none not in found


def test_names_come_before_other_words(catalog):
    assert find(catalog, TODAY, q="link")[0][0].key == "link"


def test_search_without_a_match_and_without_a_choice(catalog):
    assert find(catalog, TODAY, q="no such words <script>") == ()
    names = [row.text("name").casefold() for row, _known in find(catalog, TODAY)]
    assert len(names) == 62
    assert names == sorted(names)


def test_money_says_what_part_it_is(catalog):
    words = [str(finance_words(row)) for row in catalog["finances"]]
    assert "2024: US$4,895,367 received (whole organization)" in words
    assert "2023: US$108,000 spent (part of its money: one round of grants)" in words
    assert "2011: 24,800,000,000 KRW planned (whole organization)" in words
    for row in catalog["finances"]:
        assert ("part of its money" in str(finance_words(row))) == (row["scope"] != "total")


def test_results_say_who_counted(catalog):
    for row in catalog["results"]:
        assert ("self-reported" in str(result_words(row))) == row.flag("self_reported")
        assert "not dated" not in str(result_words(row))
    first = str(result_words(results(catalog, "korea-future")[0]))
    assert first == "Detainees identified: 784 (since the start, to March 2022; self-reported)"
    assert [row["fiscal_year"] for row in finances(catalog, "link")] == [2024, 2019, 2018]


def test_the_chart_counts_each_field(catalog):
    item = exhibit(catalog, "organizations.by_focus_status")
    assert {row[0] for row in item.rows} == set(FOCUS)
    for row in item.rows:
        assert row[-1] == sum(row[2:-1]) == len(catalog["organizations"].where(lambda org, key=row[0]: key in org.items_of("focus")))
    assert str(item.takeaway) == "24 of 62 listed organizations are known to be active; of 27 nothing recent is known"
