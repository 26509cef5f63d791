"""Words of the table `surveys`: what each question asked, who was asked, and who asked."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Row
from lib.i18n import LazyText, Text, _
from lib.numbers import Year
from lib.urlstate import Choice

TOPICS: dict[str, LazyText] = {
    "video": _("foreign video"),
    "radio": _("foreign radio"),
    "media": _("outside information of any kind"),
    "devices": _("phones, radios and other devices"),
    "control": _("control and punishment"),
    "family": _("contact with family"),
}


@dataclass(frozen=True)
class Question:
    """A question of a survey: its topic, a short name for charts, and what was asked in full."""

    topic: str
    short: Text
    full: Text


QUESTIONS: dict[str, Question] = {
    "watched_foreign_video": Question("video", _("foreign video"), _("Had watched foreign video")),
    "watched_foreign_dvd": Question("video", _("foreign DVDs"), _("Had watched foreign DVDs")),
    "watched_foreign_tv": Question("video", _("foreign television"), _("Had watched foreign television")),
    "watched_south_korean_video": Question("video", _("South Korean video"), _("Had watched South Korean films or television")),
    "watched_south_korean_drama": Question("video", _("South Korean drama"), _("Had watched South Korean drama")),
    "main_content_chinese": Question("video", _("mainly Chinese"), _("Watched mainly Chinese films and dramas")),
    "main_content_south_korean": Question("video", _("mainly South Korean"), _("Watched mainly South Korean films and dramas")),
    "listened_foreign_radio": Question("radio", _("foreign radio"), _("Had listened to foreign or South Korean radio")),
    "listened_foreign_radio_monthly": Question("radio", _("each month"), _("Listened to foreign radio at least monthly")),
    "listened_foreign_radio_daily": Question("radio", _("almost daily"), _("Listened to foreign radio almost daily")),
    "listened_foreign_radio_among_radio_owners": Question(
        "radio", _("among radio owners"), _("Had listened to South Korean radio, of those who owned a set")
    ),
    "listened_foreign_medium_wave": Question("radio", _("medium wave"), _("Had listened to foreign medium-wave radio")),
    "listened_foreign_shortwave": Question("radio", _("shortwave"), _("Had listened to foreign shortwave radio")),
    "listened_private_radio": Question("radio", _("private stations"), _("Had heard private South Korean stations")),
    "listened_rfa": Question("radio", _("Radio Free Asia"), _("Had listened to Radio Free Asia")),
    "listened_voa": Question("radio", _("Voice of America"), _("Had listened to Voice of America")),
    "listened_any_radio": Question("radio", _("any radio"), _("Had listened to any radio, state stations included")),
    "estimated_radio_reach": Question("radio", _("estimated reach"), _("Share of the population that listens to foreign radio")),
    "exposed_to_outside_information": Question("media", _("any information"), _("Had met outside information while in North Korea")),
    "exposure_south_korean_media": Question("media", _("South Korean media"), _("Had some access to South Korean media")),
    "foreign_media_daily": Question("media", _("daily"), _("Used foreign media daily")),
    "foreign_media_monthly": Question("media", _("each month"), _("Used foreign media at least monthly")),
    "info_via_chinese_people": Question("media", _("from Chinese people"), _("Got outside information from Chinese people")),
    "info_via_dvd_cd": Question("media", _("from DVDs or CDs"), _("Got outside information from DVDs or CDs")),
    "info_via_radio": Question("media", _("from radio"), _("Got outside information from radio")),
    "info_via_tv": Question("media", _("from television"), _("Got outside information from television")),
    "view_of_system_worse_after_media": Question(
        "media", _("thought less of system"), _("Thought less of the North Korean system after watching")
    ),
    "mobile_phone_ownership": Question("devices", _("own mobile phone"), _("Owned a mobile phone")),
    "mobile_phone_use": Question("devices", _("used mobile phone"), _("Had used a mobile phone")),
    "phone_cannot_reach_internet": Question("devices", _("phone, no internet"), _("Said that phones there cannot reach the internet")),
    "mobile_subscriptions_per_100": Question("devices", _("subscriptions"), _("Mobile subscriptions per 100 people, not a share")),
    "computer_use": Question("devices", _("used a computer"), _("Had used a computer")),
    "usb_ownership": Question("devices", _("own USB drive"), _("Owned a USB drive")),
    "radio_ownership": Question("devices", _("own radio"), _("Owned a radio")),
    "owns_radio_for_foreign_stations": Question("devices", _("radio for foreign"), _("Owned a radio that gets foreign stations")),
    "tv_ownership": Question("devices", _("own television"), _("Owned a television set")),
    "witnessed_punishment_for_media": Question("control", _("saw punishment"), _("Had seen someone punished for outside media")),
    "says_risk_rose_under_kim_jong_un": Question("control", _("risk rose"), _("Said that the risk rose under Kim Jong Un")),
    "says_control_tightened": Question("control", _("control tightened"), _("Said that control had become tighter")),
    "experienced_surveillance_or_search": Question("control", _("watched or searched"), _("Had been watched or searched")),
    "contact_with_family_in_north_korea": Question("family", _("in contact"), _("Were in contact with family in North Korea")),
    "ever_remitted": Question("family", _("ever sent money"), _("Had ever sent money to family in North Korea")),
    "remitted_this_year": Question("family", _("sent money that year"), _("Had sent money that year")),
}

# How the columns of the table name those who were asked.
POPULATIONS: dict[str, LazyText] = {
    "escapees_in_south_korea": _("escapees in South Korea"),
    "recent_arrivals": _("recent arrivals in South Korea"),
    "teenage_escapees_one_school": _("teenage escapees at one school"),
    "north_koreans_in_china": _("North Koreans in China"),
    "refugees_and_travelers": _("refugees and travelers"),
    "residents_inside_north_korea": _("residents inside North Korea"),
    "population_estimate": _("nobody asked: an estimate for the population"),
}
WHO: dict[str, LazyText] = {
    "escapees_in_south_korea": _("escapees"),
    "recent_arrivals": _("recent arrivals"),
    "teenage_escapees_one_school": _("pupils"),
    "north_koreans_in_china": _("people in China"),
    "refugees_and_travelers": _("travelers"),
    "residents_inside_north_korea": _("residents"),
    "population_estimate": _("estimate"),
}

# Short names of those who asked, by how their names begin in the table; the longest names stand in the table itself.
POLLSTERS: dict[str, tuple[str, Text]] = {
    "mou": ("Ministry of Unification", _("Ministry of Unification")),
    "umg": ("Unification Media Group", _("Unification Media Group")),
    "nkdb": ("Database Center for North Korean Human Rights", _("NK Database Center")),
    "intermedia": ("InterMedia", _("InterMedia")),
    "kida": ("Korea Institute for Defense Analyses", _("Defense institute KIDA")),
    "ipus": ("Institute for Peace and Unification Studies", _("Seoul National University")),
    "csis": ("Center for Strategic and International Studies", _("CSIS, Washington")),
    "bbg": ("Broadcasting Board of Governors", _("US broadcasting board")),
    "kpf": ("Korea Press Foundation", _("Korea Press Foundation")),
    "kbi": ("Korea Broadcasting Institute", _("Korea Broadcasting Inst.")),
    "kbs": ("KBS", _("KBS")),
    "hanyang": ("Hanyang University", _("Hanyang University")),
    "itu": ("International Telecommunication Union", _("Telecommunication Union")),
    "vomk": ("Voice of the Martyrs Korea", _("Voice of the Martyrs")),
    "other": ("", _("Other pollsters")),
}


def question_of(row: Row) -> Question:
    """What a row's question asked; a question without words of ours keeps its name from the table."""
    metric = row.text("metric")
    return QUESTIONS.get(metric) or Question("media", metric.replace("_", " "), metric.replace("_", " "))


def pollster_of(row: Row) -> str:
    """The key of `POLLSTERS` that a row belongs to."""
    return next(key for key, (begins, _short) in POLLSTERS.items() if row.text("pollster").startswith(begins))


def years_left(row: Row) -> Text:
    """The years of leaving of those asked, where the survey gives a group by years."""
    start, end = row.number("cohort_start"), row.number("cohort_end")
    if start is None and end is None:
        return _("all years") if row["cohort"] else ""
    if start is None:
        words = row.text("cohort")
        if words.startswith("left before"):
            return _("left before {year}", year=Year(int(end or 0)))
        return _("left by {year}", year=Year(int(end or 0)))
    if end is None:
        return _("left after {year}", year=Year(int(start)))
    if start == end:
        return _("left {year}", year=Year(int(start)))
    return _("left {start}–{end}", start=Year(int(start)), end=Year(int(end)))


def surveys_param() -> Choice:
    """The filter: results on one topic, or all results of one pollster."""
    topics = tuple((key, _("Topic: {topic}", topic=words)) for key, words in TOPICS.items())
    pollsters = tuple((key, _("Pollster: {name}", name=short)) for key, (_begins, short) in POLLSTERS.items() if key != "other")
    return Choice("surveys", _("Surveys"), (*topics, *pollsters))
