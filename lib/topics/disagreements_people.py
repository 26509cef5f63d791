"""Disagreements about people who left: arrivals, asylum, people in China, forced returns."""

from __future__ import annotations

from lib.i18n import _
from lib.topics.disagreements_base import Dispute, Side

_MINISTRY = _("Ministry of Unification")
_YEARLY = "arrivals_annual"
_TOTAL = ("total", "", "")
_TRENDS, _DATABASE = _("UNHCR Global Trends"), _("UNHCR database, later edition")


def _editions(year: int) -> tuple[Side, ...]:
    return tuple(
        Side("unhcr_stocks", f"unhcr-world-refugees-{year}-{edition}", who, _("Refugees at the end of the year, outside South Korea and China."),
             unit="people", group=who)
        for edition, who in (("global-trends", _TRENDS), ("database", _DATABASE))
    )  # fmt: skip


PEOPLE: tuple[Dispute, ...] = (
    Dispute(
        "arrivals_2025", "departures",
        _("How many people reached South Korea in {when}?"),
        (
            Side(_YEARLY, "arrivals-2025", _("Ministry of Unification, corrected"), _("Arrivals in the year."), values=_TOTAL, unit="people"),
            Side("departure_milestones", "total-for-2025-announced-2026-01-20", _("Ministry of Unification, first announcement"),
                 _("Arrivals in the year."), read=r"announced as ([\d,]+)", within="title", unit="people"),
        ),
        _("The ministry corrected its own announcement two weeks later and gave no reason. The total of all years fell by one with it."),
        _("Inroads shows the corrected count, in the year and in the total. Reports from before the correction carry the first one."),
        ("arrivals.latest", "arrivals.latest_men", "arrivals.cumulative"), ("departures.arrivals_by_year",), when="year",
    ),
    Dispute(
        "arrivals_2009", "departures",
        _("How many people reached South Korea in {when}, the highest year?"),
        (
            Side(_YEARLY, "arrivals-2009", _("Ministry of Unification, later table"), _("Arrivals in the year."), values=_TOTAL, unit="people"),
            Side(_YEARLY, "arrivals-2009", _("Ministry of Unification, earlier release"), _("Arrivals in the year."),
                 read=r"release had ([\d,]+)", unit="people", sources=("a-mou-2012-release",), dated="source"),
        ),
        _("The ministry later revised its counts for ten years. Older articles still carry the earlier series."),
        _("Inroads uses the revised series for all years, so that years can be compared."),
        ("arrivals.peak", "arrivals.fall_from_peak"), ("departures.arrivals_by_year",), when="year",
    ),
    Dispute(
        "women_before_1999", "departures",
        _("How many of those who came before {when} ended were women?"),
        (
            Side(_YEARLY, "arrivals-to-1998", _("Ministry of Unification, later table"), _("Women among the same total."),
                 values=("women", "", ""), unit="people"),
            Side(_YEARLY, "arrivals-to-1998", _("Ministry of Unification, earlier release"), _("Women among the same total."),
                 read=r"men and ([\d,]+) women", unit="people", sources=("a-mou-2012-release",), dated="source"),
        ),
        _("The ministry split the same total in two ways, years apart. No reason is known to us."),
        _("Inroads uses the later split, because it adds up with the totals of today."),
        ("arrivals.cumulative_women",), when="year",
    ),
    Dispute(
        "women_2024", "departures",
        _("How many women reached South Korea in {when}?"),
        (
            Side(_YEARLY, "arrivals-2024", _MINISTRY, _("Women among arrivals in the year."), values=("women", "", ""), unit="people"),
            Side(_YEARLY, "arrivals-2024", _("Some press reports"), _("Women among arrivals in the year."),
                 read=r"print ([\d,]+) women", unit="people", dated="none"),
        ),
        _("The higher count does not add up with the men and the total of the year, so it looks like a slip in print."),
        _("Inroads shows the ministry's count, which adds up."),
        (), ("departures.women_share", "departures.arrivals_by_year"), when="year",
    ),
    Dispute(
        "arrivals_q2_2019", "departures",
        _("How many people arrived in the second quarter of {when}?"),
        (
            Side("arrivals_quarterly", "arrivals-2019-q2", _("Year-end release"), _("Arrivals in the quarter."), values=_TOTAL,
                 unit="people", sources=("a-ians-2020-01",)),
            Side("arrivals_quarterly", "arrivals-2019-q2", _("Implied by the first half-year count"),
                 _("The half-year count less the first quarter."), read=r"implied ([\d,]+)", unit="people",
                 sources=("a-livedoor-2019-h1",)),
        ),
        _("Half-year counts are provisional; the year-end release came later."),
        _("Inroads shows the later count, because the four quarters then add up to the year."),
        (), ("departures.arrivals_by_quarter",),
    ),
    Dispute(
        "uk_grants", "departures",
        _("How many people did the United Kingdom grant asylum in the years to {when}?"),
        (
            Side("admissions_elsewhere", "elsewhere-gb-asylum-grant-2003-2016-home-office", unit="people"),
            Side("admissions_elsewhere", "elsewhere-gb-asylum-grant-2003-2016-unhcr", unit="people"),
        ),
        _("The Home Office counts its own decisions; the other count rests on UNHCR data. Their definitions are not stated."),
        _("Inroads holds both in its data and puts neither in a headline."),
    ),
    Dispute(
        "canada_2011", "departures",
        _("How many people did Canada grant asylum in {when}?"),
        (
            Side("admissions_elsewhere", "elsewhere-ca-asylum-grant-2011-officials", unit="people"),
            Side("admissions_elsewhere", "elsewhere-ca-asylum-grant-2011-unhcr", unit="people"),
        ),
        _("One count comes from an internal assessment, the other from UNHCR statistics. How each defines a case is not stated."),
        _("Inroads holds both in its data and puts neither in a headline."),
    ),
    Dispute(
        "unhcr_editions", "departures",
        _("How many refugees did UNHCR count at the end of a year?"),
        tuple(side for year in (2010, 2011, 2014, 2015, 2016, 2017) for side in _editions(year)),
        _("UNHCR corrects its database after the yearly report is out. It also rounds small counts of single countries."),
        _("Inroads shows the database in its charts of stocks and names the edition. The reports stand beside it."),
        (), ("departures.unhcr_stock",), "points", _("people"),
    ),
    Dispute(
        "hiding_in_china", "departures",
        _("How many North Koreans live in hiding in China?"),
        (
            Side("forced_returns", "hiding-estimate-2001-12-uscri", unit="people", tick=_("US Committee for Refugees")),
            Side("forced_returns", "hiding-estimate-2002-11-hrw", unit="people", tick="Human Rights Watch"),
            Side("indicators", "irregular-in-china-2003", unit="people", tick="Refugees Int."),
            Side("indicators", "irregular-in-china-2010-10-05", unit="people", tick=_("A minister in Seoul")),
            Side("indicators", "irregular-in-china-2013", unit="people", tick="W. C. Robinson"),
            Side("indicators", "irregular-in-china-charities", unit="people", tick=_("Charities")),
        ),
        _("Nobody can count people who hide. The estimates differ in year, area and method, and China publishes nothing."),
        _("Inroads puts no figure in a headline and adds none of these up."),
        (), ("departures.other_estimates",), "ladder_log", _("people"), ("press-china-refoulement",),
    ),
    Dispute(
        "return_july_2021", "departures",
        _("Were people sent back from China on {when}?"),
        (
            Side("forced_returns", "return-china-2021-07-14", unit="people"),
            Side("forced_returns", "return-china-2021-07-14", _("North Korean foreign ministry"), _("The report itself."),
                 says=_("called the report a rumor")),
        ),
        _("One news service reported the return and a rights group took it up; Pyongyang denied it. China says nothing."),
        _("Inroads draws the report hollow, as disputed."),
        (), ("departures.forced_returns",), actions=("press-china-refoulement",),
    ),
    Dispute(
        "returned_women_2024", "departures",
        _("How many women were sent back from China in {when}?"),
        (
            Side("forced_returns", "period-total-2024-women-southern-china", unit="people"),
            Side("forced_returns", "period-total-2024-women-all-china", unit="people"),
        ),
        _("The two counts cover different areas and may overlap. One English report prints another year."),
        _("Inroads shows both, apart from single returns, and adds nothing up."),
        (), ("departures.return_totals",), actions=("press-china-refoulement",),
    ),
)  # fmt: skip
