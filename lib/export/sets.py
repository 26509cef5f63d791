"""Ready sets to begin with: what to show in five minutes, in twenty, to a legislator, to people who may give."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import LazyText, _


@dataclass(frozen=True)
class ReadySet:
    """A choice of items in order (codes as in `lib.export.plan`), its name, and for whom it is."""

    key: str
    name: LazyText
    words: LazyText
    codes: tuple[str, ...]


SETS: tuple[ReadySet, ...] = (
    ReadySet(
        "newcomers",
        _("5 minutes for newcomers"),
        _("For people who know little: how many get out, how many are sent back, and what one person can do."),
        (
            "f.arrivals.cumulative",
            "x.departures.arrivals_by_year",
            "f.arrivals.cumulative_women_share",
            "f.returns.since_2020",
            "a.people-first-language",
            "a.read-share-dailynk",
        ),
    ),
    ReadySet(
        "departures-costs",
        _("20 minutes: departures and costs"),
        _("Who gets out, who is sent back, why so few, and what the way costs, for a talk with questions."),
        (
            "x.departures.arrivals_by_year",
            "x.departures.women_share",
            "x.departures.origin",
            "x.departures.forced_returns",
            "f.returns.since_2020",
            "x.foreigners.staffed_embassies",
            "x.costs.ladder",
            "x.costs.river_over_time",
            "x.costs.fee_in_wage_years",
            "a.press-china-refoulement",
            "a.check-before-you-give",
        ),
    ),
    ReadySet(
        "policy",
        _("Policy briefing"),
        _("What was voted, what holds, which posts are empty, what comes next, and what to ask for."),
        (
            "x.policy.ga_votes",
            "x.policy.hrc_votes",
            "f.policy.in_force",
            "x.policy.office_board",
            "f.policy.vacant_posts",
            "f.policy.days_since_lapse",
            "x.information.hours",
            "f.returns.since_2024",
            "x.policy.calendar",
            "a.us-reauthorize-nkhra",
            "a.ask-broadcast-funding",
            "a.press-china-refoulement",
        ),
    ),
    ReadySet(
        "fundraiser",
        _("Fundraiser"),
        _("What groups say a rescue costs, what cannot be promised, and how to give with open eyes."),
        (
            "f.arrivals.latest",
            "x.costs.rescue_stated",
            "x.organizations.link_rescues",
            "f.costs.link_stated_2019",
            "f.information.hours_change",
            "x.information.hours",
            "a.check-before-you-give",
            "a.fund-link-rescue",
            "a.support-independent-radio",
            "a.mail-usb-drives",
        ),
    ),
)
