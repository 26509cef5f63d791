"""Disagreements about information that gets in, decisions, votes and groups."""

from __future__ import annotations

from lib.i18n import _
from lib.topics.disagreements_base import Dispute, Side

_DRIVES = "distribution_volume"
_SURVEYS = ("value_pct", "low_pct", "high_pct")
_COUNTRY_DATA = _("Data on the vote of each country")

RULES: tuple[Dispute, ...] = (
    Dispute(
        "flash_drives", "information",
        _("How many flash drives has Flash Drives for Freedom collected?"),
        (
            Side(_DRIVES, "flash-drives-for-freedom-drives-donated-2018", _("The campaign, on a marketing site"),
                 _("Drives donated; delivery is not counted."), unit="drives"),
            Side(_DRIVES, "flash-drives-for-freedom-drives-donated-or-pledged-2026", _("A public directory"),
                 _("Drives donated or pledged."), unit="drives"),
            Side(_DRIVES, "flash-drives-for-freedom-drives-sent-2022-07-22", _("A video page"),
                 _("Drives said to be sent in."), unit="drives"),
        ),
        _("One count covers gifts, one also pledges, and one gives no explanation. No count says how many drives reached a reader."),
        _("Inroads shows the campaign's own count of donated drives with its date. The highest number has no basis that we know."),
        ("information.drives_donated",), ("information.volume",), "ladder", _("drives"), ("mail-usb-drives", "buy-drives"),
    ),
    Dispute(
        "voa_korean", "information",
        _("Does the Voice of America broadcast in Korean again?"),
        (
            Side("efforts", "voa-korean", _("Management, in court"), _("Airtime."), says=_("some Korean airtime has restarted"),
                 dated="source"),
            Side("efforts", "voa-korean", _("Staff"), _("New Korean programs."), says=_("no Korean content is being produced"),
                 dated="source"),
        ),
        _("A station can fill airtime without new programs, so both may be right. What followed a court order is unknown."),
        _("Inroads calls the status disputed and gives its date."),
        (), ("information.channel_board",), actions=("ask-broadcast-funding",),
    ),
    Dispute(
        "radio_off", "information",
        _("When did the intelligence service's stations go silent?"),
        (
            Side("media_events", "intelligence-service-radio-switched-off-2025-07-05", _("38 North, as quoted by KBS"), _("The first day."),
                 read=r"KBS gives (\w+),"),
            Side("media_events", "intelligence-service-radio-switched-off-2025-07-05", _("NK TechLab"), _("The first day."),
                 read=r"TechLab (.+)\."),
        ),
        _("The stations went off in steps, so the first day depends on the station."),
        _("Inroads gives the later of the two."),
    ),
    Dispute(
        "video_2022", "information",
        _("How many residents in the calls of {when} had watched foreign video?"),
        (
            Side("surveys", "watched-foreign-video-umg-2022", "Asia Business Daily", _("Had watched foreign video."), values=_SURVEYS, unit="percent"),
            Side("surveys", "watched-foreign-video-umg-2022-as-upi-reported", "UPI", _("Had watched foreign video."), values=_SURVEYS, unit="percent"),
        ),
        _("One paper gives the lower share for South Korean dramas, so the other probably took it from there. People who take such calls "
          "are not typical."),
        _("Inroads holds both in its data and quotes neither for the country."),
    ),
    Dispute(
        "daily_media_2017", "information",
        _("How many of those asked in {when} used foreign media every day?"),
        (
            Side("surveys", "foreign-media-daily-csis-2017-published-table", _("The study's own table"), _("Used foreign media daily."),
                 values=_SURVEYS, unit="percent"),
            Side("surveys", "foreign-media-daily-csis-2017-as-reported-by-piie", _("Peterson Institute"), _("Used foreign media daily."),
                 values=_SURVEYS, unit="percent"),
        ),
        _("The report about the study does not match the study's table. The sample is very small."),
        _("Inroads trusts the table and quotes neither for the country."),
    ),
    Dispute(
        "criminal_law_2012", "information",
        _("What did the criminal law of {when} threaten for foreign media?"),
        (
            Side("laws", "dprk-criminal-2012", "BNO News", _("Consuming and distributing."), read=r"BNO News gives (.+?) for consuming",
                 sources=("e-bno-2017-criminal",)),
            Side("laws", "dprk-criminal-2012", _("Another summary"), _("Import; decadent acts."), read=r"another summary gives (.+)\.",
                 sources=("e-cwyan-2017-criminal",)),
        ),
        _("The law separates acts that the reports treat as one."),
        _("Inroads gives both penalties, each with its act."),
        (), ("information.laws",), when="adopted",
    ),
    Dispute(
        "ga_vote_2007", "policy",
        _("How many states voted yes in the General Assembly on {when}?"),
        (
            Side("votes_unga", "unga-2007", _("Given as the official count, from memory"), _("Votes in favor."), values=("yes", "", ""), unit="votes"),
            Side("votes_unga", "unga-2007", _COUNTRY_DATA, _("Votes in favor."), values=("other_yes", "", ""), unit="votes",
                 sources=("f-unvotes-data",)),
        ),
        _("One count was given as a total, the other adds up lists of single votes. No source of ours settles it."),
        _("Inroads draws the first count, hollow, and names the other beside it."),
        (), ("policy.ga_votes",),
    ),
    Dispute(
        "ga_vote_2009", "policy",
        _("How many states voted yes in the General Assembly on {when}?"),
        (
            Side("votes_unga", "unga-2009", _("Two Korean press reports"), _("Votes in favor."), values=("yes", "", ""), unit="votes",
                 sources=("f-newdaily-2009", "f-sbs-2009-ga")),
            Side("votes_unga", "unga-2009", _COUNTRY_DATA, _("Votes in favor."), values=("other_yes", "", ""), unit="votes",
                 sources=("f-unvotes-data",)),
        ),
        _("One count was given as a total, the other adds up lists of single votes. No source of ours settles it."),
        _("Inroads draws the first count, hollow, and names the other beside it."),
        (), ("policy.ga_votes",),
    ),
    Dispute(
        "hrc_vote_2014", "policy",
        _("How many members of the Human Rights Council abstained on {when}?"),
        (
            Side("votes_hrc", "hrc-2014", _("UN and press reports"), _("Abstentions."), values=("abstain", "", ""), unit="votes"),
            Side("votes_hrc", "hrc-2014", _("A page of the former chair of the inquiry"), _("Abstentions."),
                 values=("other_abstain", "", ""), unit="votes", sources=("f-hrw-vc-25",)),
        ),
        _("Only the higher count adds up with the yes and no votes to all members."),
        _("Inroads shows the count that adds up."),
        (), ("policy.hrc_votes",),
    ),
    Dispute(
        "warmbier_money", "policy",
        _("How much money does the US act of {when} against censorship provide?"),
        (
            Side("instruments", "us-warmbier-censorship-2022", _("Office of a Senate sponsor"), _("Money for broadcasting and tools."),
                 read=r"disputed: (.+?) \(office", sources=("f-portman-2022-law",)),
            Side("instruments", "us-warmbier-censorship-2022", _("NK News"), _("Money for broadcasting and tools."),
                 read=r"or (US.+?) \(NK News", sources=("e-nknews-2022-warmbier",)),
        ),
        _("One side counts five yearly sums, the other a total over four. Neither counts money that was spent."),
        _("Inroads gives no sum for the act outside its caveats."),
        (), ("policy.log",), actions=("ask-broadcast-funding",),
    ),
    Dispute(
        "ohchr_interviews", "policy",
        _("How many interviews stand behind the UN report of {when}?"),
        tuple(
            Side("instruments", "un-ohchr-decade-2025", who, _("Interviews behind the report."), read=read, unit="number", qualifier=word)
            for who, read, word in (
                ("Forbes", r"([\d,]+) \(Forbes\)", ""),
                (_("Press"), r"([\d,]+) \(press\)", "about"),
                (_("Head of the Seoul office"), r"almost ([\d,]+) \(head", "almost"),
            )
        ),
        _("Press reports round. The highest figure was said by an official, and no source explains it."),
        _("Inroads holds the exact count in its data."),
        (), ("policy.log",),
    ),
    Dispute(
        "radio_grant", "policy",
        _("How much US money did Free North Korea Radio get in a year?"),
        (
            Side("finances", "finance-free-north-korea-radio-undated-ned-grant", _("One article"), _("A yearly grant of one foundation."),
                 values=("revenue", "revenue_low", "revenue_high"), unit="USD"),
            Side("finances", "finance-free-north-korea-radio-2009-us-support", _("Another article"), _("Yearly support from US sources."),
                 values=("revenue", "revenue_low", "revenue_high"), unit="USD"),
        ),
        _("The higher sum may include other US funds. The article with the lower one has no date."),
        _("Inroads lists both with the organization, named as parts of its money."),
    ),
)  # fmt: skip
