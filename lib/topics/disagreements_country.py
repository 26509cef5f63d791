"""Disagreements about the country: prison camps, borders, power, hunger, workers abroad."""

from __future__ import annotations

from lib.i18n import Text, _
from lib.topics.disagreements_base import Dispute, Side

_TABLE = "indicators"


def _length(row: str, who: Text, read: str, sources: tuple[str, ...]) -> Side:
    return Side(_TABLE, row, who, _("Length of the border."), read=read, unit="km", sources=sources)


COUNTRY: tuple[Dispute, ...] = (
    Dispute(
        "prison_camps", "barriers",
        _("How many people are held in political prison camps?"),
        (
            Side(_TABLE, "camps-people-2012", _("Aid groups and the United States"), unit="people", tick=_("Aid groups, US")),
            Side(_TABLE, "camps-people-un-2014-02", unit="people", tick=_("UN inquiry")),
            Side(_TABLE, "camps-people-kinu-2025-10-17", unit="people", tick=_("KINU")),
        ),
        _("The estimates are years apart and rest on different camps, witnesses and images. The institute in Seoul, KINU, counts only "
          "the camps it takes to be open; closures and deaths explain part of the fall."),
        _("Inroads shows each estimate with its author and year, and never joins them into one series."),
        (), (), "ladder", _("people"), ("follow-un-rapporteur",),
    ),
    Dispute(
        "china_border", "barriers",
        _("How long is the border with China?"),
        (
            _length("china-border-length", "Reuters", r"around ([\d,]+) km \(Reuters", ("g-reuters-2023-wall",)),
            _length("china-border-length", _("CIA World Factbook, an old edition"), r"([\d,]+) km \(an old CIA", ("g-ciafactbook-2008",)),
            _length("china-border-length", _("An academic text"), r"([\d,]+) km \(an older academic", ("g-taylorfrancis-border",)),
        ),
        _("The border follows two winding rivers, so its length depends on the map. One further source adds the border with Russia."),
        _("Inroads gives the range where it needs a length."),
        chart="", unit="km",
    ),
    Dispute(
        "dmz_length", "barriers",
        _("How long is the Demilitarized Zone (DMZ)?"),
        (
            _length("dmz-length", "CIA World Factbook", r"([\d,]+) km as the length of the boundary", ("g-ciafactbook-2008",)),
            _length("dmz-length", "Associated Press", r"([\d,]+) km \(Associated", ("g-ap-2024-dmz",)),
            _length("dmz-length", "The Korea Herald", r"([\d,]+) km \(The Korea Herald", ("g-koreaherald-2018-demining",)),
            _length("dmz-length", _("A compilation"), r"([\d,]+) km \(a compilation", ("g-factsdetails-dmz",)),
        ),
        _("Some measure the zone, others the line in its middle, and some round."),
        _("Inroads gives the range."),
    ),
    Dispute(
        "electricity", "barriers",
        _("How many people have electricity?"),
        (
            Side(_TABLE, "electricity-access-2017", unit="percent"),
            Side(_TABLE, "electricity-access-2021", unit="percent"),
        ),
        _("Four years lie between the two, but the older share is the higher one. The methods are not the same."),
        _("Inroads shows both with their authors and draws no trend."),
    ),
    Dispute(
        "undernourishment_base", "barriers",
        _("How many people were undernourished in the three years to {when}?"),
        (
            Side(_TABLE, "undernourishment-2004-2006-sofi-2019", _("FAO, earlier edition"), unit="percent"),
            Side(_TABLE, "undernourishment-2004-2006-sofi-2022", _("FAO, later edition"), unit="percent"),
        ),
        _("The Food and Agriculture Organization (FAO) models the share from thin data and revises the past with every edition."),
        _("Inroads shows each value with its edition and joins none across editions."),
    ),
    Dispute(
        "workers_abroad", "barriers",
        _("How many North Koreans work abroad?"),
        (
            Side(_TABLE, "workers-abroad-un-expert-2015-03", unit="people", tick=_("UN rapporteur")),
            Side(_TABLE, "workers-abroad-nk-watch-2015-03", unit="people", tick="NK Watch"),
            Side(_TABLE, "workers-abroad-south-korea-2016-07", unit="people", tick=_("South Korea")),
            Side(_TABLE, "workers-abroad-un-panel-2023", unit="people", tick=_("UN panel")),
        ),
        _("The authors use different reports and count different countries. No full list is known."),
        _("Inroads sets them side by side, with author and year, and compares none."),
        (), (), "ladder", _("people"),
    ),
    Dispute(
        "survey_sample", "information",
        _("How many people did the South Korean ministry ask for its study?"),
        (
            Side(_TABLE, "mou-survey-sample-2022", _("Most reports"), _("People surveyed."), unit="people"),
            Side(_TABLE, "mou-survey-sample-2022", _("Some reports"), _("People surveyed."), read=r"; ([\d,]+) and", unit="people"),
            Side(_TABLE, "mou-survey-sample-2022", _("Other reports"), _("People surveyed."), read=r"and ([\d,]+) are also", unit="people"),
        ),
        _("The rare figures hold the same digits as the common one, so they look like slips in print."),
        _("Inroads quotes shares with the base of their own question, never with this total."),
    ),
)  # fmt: skip
