"""Disagreements about foreigners in the country: embassies, departures, visitors, the fence."""

from __future__ import annotations

from lib.i18n import _
from lib.topics.disagreements_base import Dispute, Side

_COUNTS = "presence_counts"

PRESENCE: tuple[Dispute, ...] = (
    Dispute(
        "embassies_2021", "foreigners",
        _("How many embassies in Pyongyang had staff in {when}?"),
        (
            Side(_COUNTS, "missions-staffed-2021-07-un", unit="missions"),
            Side(_COUNTS, "missions-staffed-2021-07-19-nk-news", unit="missions"),
        ),
        _("The rapporteur counted missions still working; NK News counted embassies with staff present and named them. "
          "The rapporteur's list is not known to us."),
        _("Inroads draws both counts, hollow, and joins neither to other counters."),
        (), ("foreigners.staffed_embassies",),
    ),
    Dispute(
        "embassies_2025", "foreigners",
        _("How many embassies in Pyongyang were working on {when}?"),
        (
            Side(_COUNTS, "missions-staffed-2025-02-21-ministry", unit="missions"),
            Side(_COUNTS, "missions-staffed-2025-02-21-secondary", unit="missions"),
        ),
        _("The higher count may include Switzerland, which has no embassy in Pyongyang. It comes from a secondary account."),
        _("Inroads shows the range of the two, because no list settles it."),
        ("presence.staffed_now",), ("foreigners.staffed_embassies",),
    ),
    Dispute(
        "embassies_march_2020", "foreigners",
        _("How many missions stood in Pyongyang on {when}?"),
        (
            Side(_COUNTS, "missions-staffed-2020-03-09-yonhap", unit="missions"),
            Side(_COUNTS, "missions-staffed-2020-03-09-sputnik", unit="missions"),
        ),
        _("Two news agencies rounded the same number in two ways on the same day."),
        _("Inroads draws both, hollow."),
        (), ("foreigners.staffed_embassies",),
    ),
    Dispute(
        "embassies_2024", "foreigners",
        _("How many embassies were working in {when}?"),
        (
            Side(_COUNTS, "missions-staffed-2024-01", unit="missions"),
            Side(_COUNTS, "missions-staffed-2023-01", unit="missions"),
        ),
        _("The lower count probably covers only embassies with fresh staff. Others counted missions that had never closed."),
        _("Inroads draws both and warns against reading them as a fall."),
        ("presence.lowest",), ("foreigners.staffed_embassies",),
    ),
    Dispute(
        "last_group_2021", "foreigners",
        _("How many people were in the last group with UN and aid staff, on {when}?"),
        (
            Side("movements", "left-last-un-and-ngo-2021-03", _("Russian embassy in Pyongyang"), _("The whole group."),
                 values=("people", "people_low", "people_high"), unit="people", sources=("b-newsfront-2021-12-embassies",)),
            Side("movements", "left-last-un-and-ngo-2021-03", _("NK News"), _("The people named by country and organization."),
                 read=r"NK News wrote of (.+)\.", sources=("b-nknews-2021-290-left", "b-nknews-2021-no-un-ngo")),
        ),
        _("One side gives the whole group, the other the nationals of the countries it names. Why the two differ is not known."),
        _("Inroads shows the embassy's figure. That no UN or aid worker remained is not in dispute."),
        ("presence.last_un_ngo_left",), ("foreigners.groups_leaving",),
    ),
    Dispute(
        "special_flight_2020", "foreigners",
        _("How many people left on the special flight of {when}?"),
        tuple(
            Side("movements", "left-special-flight-2020-03", who, _("Passengers."), read=read, unit="people", qualifier="about")
            for who, read in (
                (_("A Russian channel"), r"about ([\d,]+) \(a Russian"), ("BBC", r"about ([\d,]+) \(BBC"), ("Yonhap", r"about ([\d,]+) \(Yonhap"),
            )
        ),
        _("The reports give rounded numbers, and no passenger list is known to us."),
        _("Inroads shows the range from the lowest to the highest report."),
        (), ("foreigners.groups_leaving",),
    ),
    Dispute(
        "germany_return", "foreigners",
        _("Is the German embassy about to reopen?"),
        (
            Side("missions", "embassy-germany", _("NK News and Der Spiegel"), _("Press reports, two months before the other."), says=_("Germany declined to reopen"), dated="source",
                 sources=("b-nknews-2025-germany-declines", "b-kbs-2025-germany-declines")),
            Side("missions", "embassy-germany", _("Czech foreign ministry"), _("A statement about the plans of another country."),
                 says=_("Germany was preparing a return"), dated="source", sources=("g-irozhlas-2025-czech",)),
        ),
        _("The two speak two months apart, and one speaks about another country's plans. No German statement is known to us."),
        _("Inroads lists the embassy as suspended. Only the departure is confirmed."),
        ("presence.embassies_away",), ("foreigners.every_mission",),
    ),
    Dispute(
        "indonesia_left", "foreigners",
        _("On which day in {when} did the Indonesian staff leave?"),
        (
            Side("missions", "embassy-indonesia", _("Indonesian media"), _("The day of departure."),
                 read=r"Indonesian media give (\d+ \w+ \d{4})", dated="left_on", sources=("b-yonhaptv-2021-indonesia-bulgaria",)),
            Side("movements", "left-nine-countries-2021-07", _("NK News"), _("The day of departure."), read=r"(.+)", within="date",
                 sources=("b-nknews-2021-india-closes",)),
        ),
        _("One day is inferred from names of weekdays, the other may be the day of arrival. The month is agreed."),
        _("Inroads gives the month only."),
        (), ("foreigners.presence_board",),
    ),
    Dispute(
        "russian_visitors", "foreigners",
        _("How many Russians visit North Korea?"),
        (
            Side(_COUNTS, "russian-visitors-2025-h1", unit="people", tick=_("Minister, first half")),
            Side("indicators", "russian-visitors-2025", unit="people", tick=_("Minister")),
            Side("travel_positions", "russian-visitors-2025-vostok-intur", unit="people", tick=_("Tour operator")),
            Side("indicators", "russian-visitors-2025", _("A Russian minister"), _("Visitors in the year before, by the same account."),
                 read=r"about ([\d,]+) for 2024", unit="people", qualifier="about", tick=_("Minister, the year before")),
            Side(_COUNTS, "russian-visitors-2024-primorye", unit="people", tick=_("Primorye region")),
            Side(_COUNTS, "russian-visitors-2024-one-agency", unit="people", tick=_("One agency")),
        ),
        _("Some count tourists, some all visitors, one only its own region or agency. The growth rates do not fit the totals."),
        _("Inroads uses only the half-year count of tourists, the one firm figure."),
        ("presence.tourists_russian",), ("foreigners.tourism_counts",), "ladder", _("people"), ("skip-state-tour",),
    ),
    Dispute(
        "foreign_tourists_2018", "foreigners",
        _("How many foreign tourists came in {when}?"),
        (
            Side(_COUNTS, "foreign-tourists-2018-global-times", unit="people"),
            Side(_COUNTS, "foreign-tourists-2018-sixth-tone", unit="people"),
        ),
        _("One report speaks of a usual year, the other of that year. Neither gives a basis that we know."),
        _("Inroads draws both, hollow."),
        (), ("foreigners.tourism_counts",),
    ),
    Dispute(
        "chinese_tourists_2011", "foreigners",
        _("How many Chinese tourists came around {when}?"),
        (
            Side(_COUNTS, "chinese-tourists-2011-koryo", unit="people", tick="Koryo Tours"),
            Side(_COUNTS, "chinese-tourists-2010", unit="people", tick=_("KDI report")),
            Side(_COUNTS, "chinese-tourists-2012", unit="people", tick=_("KDI report")),
        ),
        _("A tour agency and the Korea Development Institute (KDI) seem to count different trips: their definitions differ."),
        _("Inroads keeps the two as separate series and never joins them."),
        ("presence.chinese_tourists_before",), ("foreigners.tourism_counts",), "ladder", _("people"),
    ),
    Dispute(
        "guard_facilities", "foreigners",
        _("How many guard facilities did satellite images show in {when}?"),
        (
            Side(_COUNTS, "guard-facilities-2023", unit="facilities", sources=("b-nhk-2024-hrw", "g-onet-2024-hrw")),
            Side(_COUNTS, "guard-facilities-2023", _("Some reports of the same study"), read=r"more than ([\d,]+)", unit="facilities", dated="none",
                 qualifier="more_than"),
        ),
        _("Some reports of the same study give a rounded number instead of the count itself."),
        _("Inroads shows the count of Human Rights Watch. It covers the areas studied, not the whole border."),
        ("border.guard_facilities",),
    ),
    Dispute(
        "missions_abroad", "foreigners",
        _("How many missions does North Korea keep abroad?"),
        (
            Side(_COUNTS, "dprk-missions-abroad-2023-12-31", unit="missions"),
            Side("indicators", "missions-abroad-2024", _("Asia Times"), unit="missions"),
        ),
        _("The newspaper includes missions to international organizations and may use an earlier list of the ministry."),
        _("Inroads shows the ministry's count with its date."),
        ("presence.dprk_missions_abroad",), ("foreigners.dprk_missions_total",),
    ),
)  # fmt: skip
