"""Disagreements about money and rescues: broker prices, what a rescue costs, how many were helped, pay."""

from __future__ import annotations

from lib.i18n import Text, _
from lib.topics.disagreements_base import Dispute, Side

_USD = ("", "usd_low", "usd_high")
_HELPED = "rescue_counts"
_PEOPLE, _WITH_CHILDREN = _("People"), _("People and their children")
_GIVE = ("fund-link-rescue", "nkhr-rescue-gift")


def _price(key: str, who: Text = "", tick: Text = "") -> Side:
    return Side("broker_fees", f"fee-{key}", who, values=_USD, unit="USD", tick=tick or who)


def _link(key: str, with_children: bool = False) -> Side:
    return Side(_HELPED, f"rescues-link-{key}", unit="people", group=_WITH_CHILDREN if with_children else _PEOPLE)


def _cost(key: str) -> Side:
    return Side("rescue_costs", f"cost-{key}", values=("usd_value", "", ""), unit="USD")


MONEY: tuple[Dispute, ...] = (
    Dispute(
        "broker_2016", "costs",
        _("What did brokers ask for the way out in {when}?"),
        (
            _price("nk-to-third-country-2016-herald", "Herald"),
            _price("river-crossing-2016-04-nocut", "Nocut News"),
            _price("nk-to-third-country-2016-04-nocut", "Nocut News"),
            _price("river-crossing-2016-06-voa", "VOA"),
            _price("nk-to-third-country-2016-12-herald", "Herald"),
        ),
        _("Some reports mean the river crossing alone, others the whole way to a third country, and two give the same sum for both. "
          "Sums in won were turned into dollars at the average of the year."),
        _("Inroads keeps the legs apart and shows a range for each. It never adds legs up."),
        ("costs.river_2016", "costs.nk_third_2016"), ("costs.river_over_time", "costs.ladder"), "ladder", "US$",
    ),
    Dispute(
        "broker_2019", "costs",
        _("What did the way out cost before the pandemic, around {when}?"),
        (
            _price("china-to-south-korea-2019-activists", _("Rescue activists")),
            _price("other-2020-01-kdtimes", "KD Times"),
            _price("nk-to-third-country-2019-tvchosun", "TV Chosun"),
        ),
        _("The lowest sum is for people already in China, the highest for the whole way from North Korea to a third country. "
          "Reports that name no leg make the two look like one price."),
        _("Inroads shows each sum with its leg, and the one without a leg apart. The year stands for the time before the pandemic."),
        (), ("costs.ladder", "costs.fees_over_time", "costs.off_ladder"), "ladder", "US$",
    ),
    Dispute(
        "river_2014", "costs",
        _("What did a river crossing cost around {when}?"),
        (
            _price("river-crossing-2014-02-lankov", _("A scholar's column")),
            _price("river-crossing-2014-07-rfa", "Radio Free Asia"),
            _price("other-2014-channel-a", "Channel A"),
        ),
        _("Prices rose fast while controls were tightened. One of the reports does not say which leg it means."),
        _("Inroads draws the higher sum hollow: others give that level only for the next year."),
        (), ("costs.river_over_time",), "ladder", "US$",
    ),
    Dispute(
        "link_cost", "costs",
        _("What does Liberty in North Korea (LiNK) say a rescue costs?"),
        (_cost("link-2011"), _cost("link-2013"), _cost("link-2015"), _cost("link-2017"), _cost("link-2019"), _cost("widely-quoted-5000")),
        _("The group named one sum at first and a higher one later, each from China onward. The sum that articles repeat has no source, "
          "and it is said of the way to Seoul."),
        _("Inroads shows both stated sums with their years and says that the third has no source. No sum is a price of today."),
        ("costs.link_stated_2013", "costs.link_stated_2019", "costs.widely_quoted_5000"), ("costs.rescue_stated", "costs.gift"),
        actions=_GIVE,
    ),
    Dispute(
        "link_totals", "costs",
        _("How many people has Liberty in North Korea (LiNK) helped in all?"),
        (
            _link("2019-03-cumulative"), _link("2020-01-cumulative"), _link("2020-cumulative-with-children", True),
            Side("results", "result-link-people-rescued-cumulative-2020-06", "LiNK",
                 _("People rescued; whether children are among them is not stated."), unit="people", group=_("Children not clear")),
            Side(_HELPED, "rescues-link-2025-02-cumulative", _("A Korean wiki"), unit="people", group=_("Children not clear")),
            _link("2025-07-cumulative-with-children", True),
            Side("results", "result-link-people-rescued-cumulative-2026-10-05", _("A public directory"),
                 _("People rescued; whether children are among them is not stated."), unit="people", group=_("Children not clear")),
        ),
        _("The group once counted the people it brought out, and later also their children. Copies by others mix the two."),
        _("Inroads keeps two series and shows the latest total with children, named as such."),
        ("rescues.link_total",), (), "points", _("people"), _GIVE,
    ),
    Dispute(
        "link_2019", "costs",
        _("How many people did Liberty in North Korea (LiNK) help in {when}?"),
        (
            Side(_HELPED, "rescues-link-2019-year-rfa", _("LiNK to Radio Free Asia"), unit="people"),
            Side(_HELPED, "rescues-link-2019-year-annual-figures", _("LiNK's later annual figures"), unit="people"),
        ),
        _("The later figure may include children. The group does not say."),
        _("Inroads draws both, hollow."),
        (), ("costs.rescues_per_year",), actions=_GIVE,
    ),
    Dispute(
        "link_supported_2020", "costs",
        _("How many resettled people did Liberty in North Korea (LiNK) support, by its report for {when}?"),
        (
            Side("results", "result-link-people-supported-in-resettlement-2020-annual-report", _("Annual report, headline"),
                 _("Resettled people supported."), unit="people"),
            Side("results", "result-link-people-supported-in-resettlement-2020-web-edition", _("Annual report, web edition"),
                 _("Resettled people supported."), unit="people"),
        ),
        _("Two editions of one report differ, and neither says whether it counts a year or all years."),
        _("Inroads lists both with the group's results."),
    ),
    Dispute(
        "nkhr_2018", "costs",
        _("How many people did the Citizens' Alliance (NKHR) help in {when}?"),
        (
            Side(_HELPED, "rescues-nkhr-2018-year", unit="people"),
            Side(_HELPED, "rescues-nkhr-2018-cumulative", _("Korean press"), _("People helped in the year."),
                 read=r"Counts ([\d,]+) people", unit="people"),
        ),
        _("The press printed a lower count than the group's own report. A later total of the group fits its own count."),
        _("Inroads shows the group's own count, children included."),
        (), ("costs.rescues_per_year",),
    ),
    Dispute(
        "lfnkr_total", "costs",
        _("How many people has Life Funds for North Korean Refugees (LFNKR) helped?"),
        (
            Side("results", "result-lfnkr-people-helped-cumulative-2009", _("LFNKR, an older page"), _("People helped out of China."), unit="people"),
            Side(_HELPED, "rescues-lfnkr-2021-cumulative", _("LFNKR, a later page"), unit="people"),
        ),
        _("The later page gives fewer people than the older one. The rule of counting is not stated on either."),
        _("Inroads lists both with the group and puts neither in a chart."),
    ),
    Dispute(
        "wage_2022", "costs",
        _("What was official monthly pay in {when}?"),
        (
            Side("living_costs", "wage-2022-asiapress", "ASIAPRESS", _("Workers in the northern provinces."), values=("", "low", "high"), unit="KPW"),
            Side("living_costs", "wage-2022-02-nknews", "NK News", _("Workers."), values=("", "low", "high"), unit="KPW"),
        ),
        _("One report is from the northern provinces, the other names no place. Neither says how it knows."),
        _("Inroads draws both ranges, hollow. Comparisons with prices use the one that has a rate of the dollar."),
        (), ("costs.wages", "costs.fee_in_wage_years"),
    ),
)  # fmt: skip
