"""What an escape costs: facts against the tables, filters, legs that never mix, gifts that never round up."""

from __future__ import annotations

import pytest

from lib.catalog import Catalog
from lib.charts.spec import Ladder, Points, drawn
from lib.exhibits import Exhibit, exhibit, exhibit_ids, fact
from lib.numbers import Quantity
from lib.topics import cost_legs, cost_pairs, gifts
from lib.urlstate import Amount, parse, write


def points(item: Exhibit) -> Points:
    assert isinstance(item.chart, Points)
    return item.chart


@pytest.mark.parametrize(
    ("fact_id", "words", "as_of", "confidence"),
    [
        ("costs.river_latest", "US$22,000", "2024-08-09", "reported"),
        ("costs.river_2016", "US$8,330–12,000", "2016-06", "reported"),
        ("costs.river_first", "US$40", "2002", "reported"),
        ("costs.river_rise", "about 550 times", "2024-08-09", "reported"),
        ("costs.nk_third_latest", "US$51,300–73,300", "2024-08-09", "verified"),
        ("costs.nk_third_2016", "US$8,620–15,520", "2016-12", "disputed"),
        ("costs.nk_sk_latest", "at least US$8,000–9,000", "2014-02", "reported"),
        ("costs.china_sk_latest", "US$6,000–15,330", "2023-10", "reported"),
        ("costs.china_third_latest", "US$1,670–2,080", "2016-04", "verified"),
        ("costs.link_stated_2013", "US$2,500", "2013", "reported"),
        ("costs.link_stated_2019", "US$3,000", "2019", "reported"),
        ("costs.widely_quoted_5000", "about US$5,000", "2026-11-22", "disputed"),
        ("costs.state_wage", "about 30,000 KPW", "2025-05", "verified"),
        ("costs.fee_in_wage_years", "at most 1,295 years", "2024-08-09", "reported"),
        ("costs.settlement_grant", "10,000,000 KRW", "2024", "verified"),
        ("costs.settlement_grant_proposed", "15,000,000 KRW", "2025", "reported"),
        ("costs.fee_vs_grant", "7–10 times", "2024-08-09", "verified"),
        ("costs.remittance_commission", "41.8–48.1%", "2023", "verified"),
        ("costs.exchange_rate", "about 35,950 KPW", "2026-02-01", "reported"),
        ("costs.rice_price", "15,100 KPW", "2026-02-01", "reported"),
        ("rescues.link_total", "1,396 people", "2025-07", "reported"),
        ("rescues.link_latest_year", "39 people", "2024", "reported"),
    ],
)
def test_facts_say_what_the_tables_hold(catalog: Catalog, fact_id: str, words: str, as_of: str, confidence: str) -> None:
    item = fact(catalog, fact_id)
    assert str(item) == words
    assert item.record.as_of == as_of
    assert item.record.confidence == confidence
    assert len(str(item.label)) <= 30
    assert len(str(item.context)) <= 30


def test_doubtful_facts_say_so(catalog: Catalog) -> None:
    assert fact(catalog, "costs.settlement_grant_proposed").status == "provisional"
    assert fact(catalog, "costs.widely_quoted_5000").status == "provisional"
    assert "never a price of today" in str(fact(catalog, "costs.link_stated_2019").record.not_counted)
    assert str(fact(catalog, "costs.nk_third_latest").context) == "70–100 million KRW"


def test_every_chart_draws_what_its_table_holds(catalog: Catalog) -> None:
    for exhibit_id in exhibit_ids("costs"):
        item = exhibit(catalog, exhibit_id)
        assert item.record.source_ids
        known = {key for _table, key in item.record.rows}
        assert {row[0] for row in item.rows} <= known
        if item.chart is None:
            assert item.is_table
            continue
        for ref, numbers in drawn(item.chart):
            assert any(all(number in row for number in numbers) for row in item.rows if row[0] == ref), (exhibit_id, ref)


def test_the_ladder_never_mixes_legs(catalog: Catalog) -> None:
    item = exhibit(catalog, "costs.ladder")
    assert isinstance(item.chart, Ladder)
    assert item.chart.order == tuple(leg.key for leg in cost_legs.LADDER)
    prices = {row.key: row.text("leg") for row in catalog["broker_fees"]}
    for series in item.chart.series:
        for mark in series.marks:
            assert prices[mark.ref] == mark.x
    off = {"premium_planned_escape", "family_member_extraction", "other"}
    assert {prices[str(row[0])] for row in exhibit(catalog, "costs.off_ladder").rows} == off


def test_every_dated_price_stands_in_one_period() -> None:
    for year in range(1995, 2030):
        assert sum(span.holds(str(year)) for span in cost_legs.SPANS) == 1
    assert not any(span.holds("") for span in cost_legs.SPANS)


def test_the_ladder_by_period(catalog: Catalog) -> None:
    now = exhibit(catalog, "costs.ladder", period="from_2020", scale="log")
    assert isinstance(now.chart, Ladder)
    assert now.chart.log
    assert now.chart.order == ("river_crossing", "china_to_south_korea", "nk_to_third_country")
    assert str(now.takeaway).startswith("Brokers asked US$22,000 for the river crossing, ")
    assert "No dated price: China to a third country (since 2020)" in str(now.subtitle)
    before = exhibit(catalog, "costs.ladder", period="to_2012")
    assert "US$40–3,610" in str(before.takeaway)
    assert "2024" not in str(before.takeaway)


def test_nominal_and_disputed_prices_are_hollow(catalog: Catalog) -> None:
    chart = points(exhibit(catalog, "costs.river_over_time"))
    hollow = {mark.ref for series in chart.series for mark in series.marks if mark.hollow}
    assert hollow == {
        "fee-river-crossing-2002-newdaily",
        "fee-river-crossing-2008-08-dailynk",
        "fee-river-crossing-2011-newdaily",
        "fee-river-crossing-2014-07-rfa",
    }
    assert [str(event.label) for event in chart.events] == ["Border shut"]
    assert not any(series.joined for series in chart.series)


def test_undated_prices_are_counted_not_drawn(catalog: Catalog) -> None:
    item = exhibit(catalog, "costs.fees_over_time")
    assert "2 undated prices are not drawn." in str(item.subtitle)
    assert not any("undated" in str(row[0]) for row in item.rows)


def test_filters_of_prices_over_time(catalog: Catalog) -> None:
    item = exhibit(catalog, "costs.fees_over_time", leg=("nk_to_south_korea", "river_crossing"), years=(2010, 2016), scale="log")
    chart = points(item)
    assert chart.log
    assert [series.role for series in chart.series] == ["river_crossing", "nk_to_south_korea"]
    assert all("2010" <= str(row[1])[:4] <= "2016" for row in item.rows)
    assert str(item.takeaway) == "Brokers asked US$8,330–12,000 for the river crossing in 2016."
    assert not chart.events


def test_choices_that_leave_nothing(catalog: Catalog) -> None:
    for exhibit_id, filters in (
        ("costs.river_over_time", {"years": (2018, 2020)}),
        ("costs.fee_in_wage_years", {"leg": ("nk_to_south_korea",)}),
        ("costs.wages", {"years": (2014, 2016)}),
        ("costs.exchange_rate", {"years": (2017, 2019)}),
        ("costs.rescues_per_year", {"years": (2021, 2022)}),
        ("costs.remittance_commission", {"years": (2003, 2005)}),
    ):
        item = exhibit(catalog, exhibit_id, **filters)
        assert item.empty
        assert item.chart is None
        assert "fits this choice" in str(item.takeaway)
        assert item.record.source_ids
    alone = exhibit(catalog, "costs.fee_vs_grant", leg=("nk_to_third_country",))
    assert {str(row[2]) for row in alone.rows} == {"Settlement grant", "Settlement grant (proposal)", "North Korea to a third country"}


def test_years_of_pay_are_rounded_down_and_dated(catalog: Catalog) -> None:
    pairs = {(pair.fee.key, pair.wage.key): cost_pairs.years_of_pay(pair) for pair in cost_pairs.wage_pairs(catalog)}
    river = pairs["fee-river-crossing-2024-08-tvchosun", "wage-2025-03-workers"]
    assert river == Quantity(value=1295, qualifier="at_most", unit="years")  # 22,000 / (12 * 30,000 / 21,200) = 1,295.6
    assert pairs["fee-china-to-south-korea-2007-06-rfa", "wage-2007-02"] == Quantity(low=183, high=400, unit="years")
    item = exhibit(catalog, "costs.fee_in_wage_years")
    assert "No pay is known for 2013–2021" in str(item.subtitle)
    assert isinstance(item.chart, Ladder)
    assert {str(words) for _key, words in item.chart.labels} >= {"Price 2024, pay 2025"}
    disputed = [mark.ref for series in item.chart.series for mark in series.marks if mark.hollow]
    assert disputed == ["fee-river-crossing-2002-newdaily", "fee-china-to-south-korea-2023-05-activists"]


def test_prices_against_the_grant_are_multiples_on_a_scale_that_parts_them(catalog: Catalog) -> None:
    item = exhibit(catalog, "costs.fee_vs_grant")
    assert "7 to 10 times the settlement grant of 10 million KRW" in str(item.takeaway)
    assert points(item).log
    assert "Logarithmic" in str(item.subtitle)
    plain = exhibit(catalog, "costs.fee_vs_grant", scale="linear")
    assert not points(plain).log
    assert "Logarithmic" not in str(plain.subtitle)
    labels = {mark.ref: str(mark.label) for series in points(item).series for mark in series.marks if str(mark.label)}
    assert labels["fee-nk-to-third-country-2024-08-tvchosun"] == "7–10 times the grant"
    for pair in cost_pairs.grant_pairs(catalog):
        low, high = pair.times.bounds or (0, 0)
        amount, sums = pair.grant.known("amount"), [number for name in ("low", "high") if (number := pair.fee.number(name)) is not None]
        assert low <= min(sums) / amount < low + 0.01, pair.fee.key
        assert high <= max(sums) / amount < high + 0.01, pair.fee.key


def test_grants_are_two_series_and_the_proposal_is_hollow(catalog: Catalog) -> None:
    chart = points(exhibit(catalog, "costs.fee_vs_grant"))
    old, basic = chart.series[:2]
    assert [mark.value for mark in old.marks] == [6.9, 28, 10]
    assert [mark.value for mark in basic.marks if mark.hollow] == [15]
    assert all(pair.fee["currency"] == "KRW" for pair in cost_pairs.grant_pairs(catalog))
    assert all(pair.fee.text("date")[:4] == pair.grant.text("date")[:4] for pair in cost_pairs.grant_pairs(catalog))


def test_sums_without_a_source_stand_apart(catalog: Catalog) -> None:
    item = exhibit(catalog, "costs.rescue_stated")
    assert isinstance(item.chart, Ladder)
    last = item.chart.series[-1]
    assert [(mark.ref, mark.hollow) for mark in last.marks] == [("cost-widely-quoted-5000", True)]
    assert item.chart.order[-1] == "no-source"
    assert not any(mark.ref == "cost-widely-quoted-5000" for series in item.chart.series[:-1] for mark in series.marks)
    assert "has no source" in str(item.takeaway)
    old = exhibit(catalog, "costs.rescue_stated", period="to_2012")
    assert "US$800–2,500 (until 2012)" in str(old.takeaway)


def test_counts_with_children_are_a_series_of_their_own(catalog: Catalog) -> None:
    chart = points(exhibit(catalog, "costs.rescues_per_year"))
    counted = {row.key: row.text("counted") for row in catalog["rescue_counts"]}
    for series in chart.series:
        assert len({counted[mark.ref] for mark in series.marks}) == 1
    nineteen = [mark for series in chart.series for mark in series.marks if mark.ref.startswith("rescues-link-2019-year")]
    assert [(mark.value, mark.hollow) for mark in nineteen] == [(222, True), (206, True)]
    assert [str(mark.label) for mark in nineteen] == ["206/222", ""]


def test_wages_and_rates_are_in_north_korean_won(catalog: Catalog) -> None:
    for exhibit_id in ("costs.wages", "costs.exchange_rate"):
        chart = points(exhibit(catalog, exhibit_id))
        rows = catalog["living_costs"]
        assert all(rows.row(mark.ref)["currency"] == "KPW" for series in chart.series for mark in series.marks)
        assert [str(event.label) for event in chart.events] == ["Currency reform"]


@pytest.mark.parametrize(
    ("gift", "cost", "share"), [(100, 3000, 3.3), (100, 2000, 5), (1, 20000, 0.005), (2999, 3000, 99.9), (10000, 3000, 333.3)]
)
def test_a_share_is_never_rounded_up(gift: int, cost: int, share: float) -> None:
    assert gifts.share_of(gift, cost) == share
    assert gifts.share_of(gift, cost) <= 100 * gift / cost


def test_a_share_needs_a_cost() -> None:
    with pytest.raises(ValueError, match="positive"):
        gifts.share_of(100, 0)


def test_gifts_are_shares_of_stated_costs_only(catalog: Catalog) -> None:
    found = {(item.organization, str(item.years)): item.quantity for item in gifts.shares(catalog, 100)}
    assert found["LiNK", "2011–2019"] == Quantity(low=3.3, high=4, unit="percent")
    assert found["PSCORE", "2014"] == Quantity(value=1, qualifier="at_most", unit="percent")
    assert found["NKHR", "2013"] == Quantity(value=3.6, qualifier="at_least", unit="percent")
    assert str(gifts.whole_range(catalog, 100)) == "0.5–12.5%"
    item = exhibit(catalog, "costs.gift", gift=3000)
    assert str(item.takeaway).startswith("US$3,000 is 15–375% of one person's way")
    assert "cost-widely-quoted-5000" not in {key for _table, key in item.record.rows}
    assert "Ask the group" in str(gifts.CAVEAT)


def test_amounts_in_the_address() -> None:
    amount = Amount("gift", "Gift", 100, 1, 1000)
    assert parse([amount], {"gift": ["250"]}).values == {"gift": 250}
    for hostile in (["0"], ["1001"], ["-5"], ["1e3"], ["1,000"], ["٣"], [" 5"], ["5", "6"], [""], ["9" * 40], ["<b>"]):
        read = parse([amount], {"gift": hostile})
        assert read.values == {"gift": 100}
        assert read.dropped
    assert write([amount], {"gift": 100}) == {}
    assert write([amount], {"gift": 250}) == {"gift": "250"}


def test_won_is_always_spelled(catalog: Catalog) -> None:
    assert str(cost_legs.krw(Quantity(value=50_000))) == "50,000 KRW"
    assert str(cost_legs.krw(Quantity(low=2_000_000, high=2_500_000))) == "2–2.5 million KRW"
    assert str(cost_legs.krw(Quantity(value=18_000_000, qualifier="at_most"))) == "at most 18 million KRW"
    assert str(Quantity(value=5, unit="KRW")) == "5 KRW"
    assert str(cost_legs.as_given(catalog["broker_fees"].row("fee-river-crossing-2008-08-dailynk"))) == "at most 3,500 Chinese yuan (CNY)"
