"""What is known of each organization: status words and their age, search, money and results, counts by field."""

from datetime import date

import pytest

from lib.exhibits import exhibit, fact
from lib.topics.accounts import finance_words, finances, money_short, publishes_accounts, result_words, results
from lib.topics.organization_audience import AUDIENCES, OFFERED, actions_of, ways
from lib.topics.organization_checks import checklist
from lib.topics.organization_rescues import cited, cost_of, totals, yearly
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
        ("flash-drives-for-freedom", "active when last seen, 26 September 2024"),
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
    assert fact(catalog, "organizations.active").quantity.value == keys.count("active") == 23
    assert fact(catalog, "organizations.last_seen").quantity.value == keys.count("active_before") == 10
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
    assert "2023: US$108,000 spent (a part, not a total: one round of grants)" in words
    assert "2011: 24,800,000,000 KRW planned (whole organization)" in words
    for row in catalog["finances"]:
        assert ("a part, not a total" in str(finance_words(row))) == (row["scope"] != "total")


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
    assert str(item.takeaway) == "23 of 62 listed organizations are known to be active; of 27 nothing recent is known"


@pytest.mark.parametrize("effort", ["rfa-korean", "voa-korean", "flash-drives-for-freedom"])
def test_one_status_per_operator_kept_with_the_effort(catalog, effort):
    row = catalog["organizations"].row(effort)
    assert row["status_effort_id"] == effort
    assert row["status_as_of"] == catalog["efforts"].row(effort)["status_as_of"]


def test_a_directory_is_named_beside_a_status_that_rests_on_something_else(catalog):
    table = catalog["organizations"]
    said = {row.key: str(standing(catalog, row, TODAY).also) for row in table}
    assert said["flash-drives-for-freedom"] == "a public directory of 5 October 2026 lists it as active"
    assert said["nk-watch"] == "a public directory of 5 October 2026 calls its status unclear"
    for row in table:
        assert bool(said[row.key]) == bool(row["directory_as_of"] and row["status_basis"] != "public_directory")
    only = [row for row in table if row["status_basis"] == "public_directory"]
    assert f"The status of {len(only)} organizations rests only on" in " ".join(table.schema.inroads["caveats"])


def fitting(catalog, *audience):
    return {row.key for row, _known in find(catalog, TODAY, audience=audience)}


def test_who_takes_volunteers_is_never_guessed(catalog):
    assert fitting(catalog, "volunteers_online") == {"freedom-speakers-international", "link"}
    assert fitting(catalog, "volunteers_in_person") == {"connect-north-korea", "enok", "north-korea-freedom-coalition", "pscore"}
    assert fitting(catalog, "volunteers") == {"flash-drives-for-freedom", "justice-for-north-korea"}
    offered = {key for name in OFFERED for key in catalog["actions"].row(name).items_of("org_ids")}
    assert offered & fitting(catalog, "volunteers_online") == set(), "an offer by the reader is no call for volunteers"
    known = {row.key: standing(catalog, row, TODAY).key for row in catalog["organizations"]}
    assert [known[key] for key in fitting(catalog, "volunteers_online")] == ["active", "active"]


def test_each_way_rests_on_an_action_or_a_page(catalog):
    for row in catalog["organizations"]:
        for way in ways(catalog, row):
            assert way.audience in AUDIENCES
            if way.action is None:
                assert way.page in (row["donate_url"], row["volunteer_url"])
            else:
                assert row.key in way.action.items_of("org_ids")
                assert way.action in actions_of(catalog, row)
    assert fitting(catalog, "donors", "teachers") == fitting(catalog, "donors") | fitting(catalog, "teachers")
    assert all(fitting(catalog, key) for key in AUDIENCES), "no choice is empty"


def test_who_publishes_accounts_follows_from_the_texts(catalog):
    found = {row.key for row in catalog["organizations"] if publishes_accounts(row)}
    assert found == {"amnesty-international", "enok", "human-rights-watch", "link", "open-doors"}
    assert fact(catalog, "organizations.accounts_known").quantity.value == 5


def test_money_counts(catalog):
    rows = catalog["finances"].rows
    assert fact(catalog, "organizations.money_known").quantity.value == len({row["org_id"] for row in rows}) == 9
    whole = {row["org_id"] for row in rows if row["scope"] == "total"}
    assert fact(catalog, "organizations.money_whole").quantity.value == len(whole) == 4
    item = exhibit(catalog, "organizations.money")
    assert {row[0] for row in item.rows} == {row.key for row in rows}
    assert str(item.takeaway) == "12 of the 18 sums known are parts, such as one grant; the newest is for 2024"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("link", "2024: US$4,895,367 received (whole organization)"),
        ("nkhr", "1 part known, no total"),
        ("amnesty-international", "accounts public, no sum here"),
        ("hrnk", "no sum here"),
        ("durihana", "not shown"),
    ],
)
def test_money_in_a_few_words(catalog, key, words):
    assert str(money_short(catalog, catalog["organizations"].row(key))) == words


def test_rescues_stand_beside_the_cost_of_their_time(catalog):
    item = exhibit(catalog, "organizations.link_rescues")
    assert {row[0] for row in item.rows} == {row.key for row in (*yearly(catalog), *cited(catalog))}
    assert [series.joined for series in item.chart.series] == [False] * len(item.chart.series)
    assert [str(event.label) for event in item.chart.events] == ["US$2,500 (2011–2013)", "US$3,000 (2015–2019)"]
    costs = {row[1]: str(row[5]) for row in item.rows}
    assert costs["2012"] == "US$2,500, from China onward"
    assert costs["2018"] == costs["2019"] == "US$3,000, from China onward"
    assert costs["2014"] == costs["2020"] == costs["2024"] == costs["2025"] == "none known for that year"
    assert cost_of(catalog, 2026) is None, "an old cost is no price of today"
    assert "no price of today" in str(item.takeaway)
    hollow = {mark.ref for series in item.chart.series for mark in series.marks if mark.hollow}
    assert hollow == {"rescues-link-2019-year-annual-figures", "rescues-link-2019-year-rfa", "result-link-people-rescued-year-2025"}


def test_people_and_people_with_children_are_never_one_series(catalog):
    item = exhibit(catalog, "organizations.link_totals")
    assert len(item.chart.series) == 2
    for series, counted in zip(item.chart.series, ("people", "people_and_children"), strict=True):
        assert not series.joined
        assert {mark.ref for mark in series.marks} == {row.key for row in totals(catalog) if row["counted"] == counted}
    assert "1,396 people helped in all by July 2025, children included" in str(item.takeaway)


def test_the_checklist_rests_on_rows(catalog):
    items = checklist(catalog)
    assert 5 <= len(items) <= 7
    for item in items:
        assert item.rows
        assert item.findings
        assert all(row.sources for row in item.rows)
        assert "durihana" not in {row.key for row in item.rows}
    cost = " ".join(str(text) for item in items if item.check_id == "cost" for text in item.findings)
    assert "US$3,000 is never today's price" in cost


# Facts that stand in two tables, each with its own purpose: (table, row, column), value for value.
TWINS = [
    (("finances", "finance-link-2024-raised", "revenue"), ("rescue_costs", "link-2024-funds-raised", "usd_value")),
    (("finances", "finance-nkhr-2018-refugee-relief", "program_expenses"), ("rescue_costs", "nkhr-2018-relief-spend", "usd_value")),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_cannot_drift_apart(catalog, one, other):
    first, second = (catalog[table].row(key) for table, key, _column in (one, other))
    assert first[one[2]] == second[other[2]]
    assert first["org_id"] == second["org_id"]
    assert str(first["fiscal_year"]) == second["date"]
    assert set(first.sources) & set(second.sources)


def test_the_goal_of_five_families_is_the_same_everywhere(catalog):
    goal = catalog["results"].row("result-hanvoice-families-targeted-target-2021-10-26")
    sought = catalog["resettlement_support"].row("canada-private-sponsorship-2021")
    each = catalog["rescue_costs"].row("hanvoice-2022-sponsor-cost-per-family")
    assert goal["value"] == sought["amount"] / each["value"] == 5
    assert "five families" in sought.text("summary")
    assert set(goal.sources) & set(sought.sources)


def test_no_status_is_told_by_colour_alone(catalog):
    patterns = [series.pattern for series in exhibit(catalog, "organizations.by_focus_status").chart.series]
    assert len(set(patterns)) == len(patterns)
