"""The five walls, and what goes with them: heading, words, what is disputed, sentences often said, what one can do.

Tables: `indicators`, `presence_counts`, `border_events`, `forced_returns`, `claims`, `mistakes`, `actions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lib.catalog import Catalog
from lib.i18n import LazyText, Text, _
from lib.topics import barrier_texts

Said = Callable[[Catalog], Text]


@dataclass(frozen=True)
class Wall:
    """One part of the page. `doubts` are (table, key, words) of rows whose caveat says what is disputed.

    `said` are keys of `claims` and `mistakes`, `actions` keys of `actions`.
    """

    key: str
    heading: Said
    lead: Said
    unknown: LazyText
    doubts: tuple[tuple[str, str, LazyText], ...]
    said: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]


WALLS: tuple[Wall, ...] = (
    Wall(
        "border",
        barrier_texts.border_heading,
        barrier_texts.border_lead,
        _("What was built after the images were taken, and how far orders are carried out."),
        (
            ("presence_counts", "fence-new-2020-2023", _("New fence")),
            ("presence_counts", "guard-facilities-2023", _("Guard facilities")),
            ("indicators", "reuters-security-works-2023-05", _("Works seen by Reuters")),
            ("border_events", "shoot-on-sight-order-2020", _("The order to shoot")),
            ("indicators", "dmz-landmines", _("Mines")),
        ),
        (
            ("claims", "g-wy-12"),
            ("claims", "g-wy-14"),
            ("claims", "g-wy-15"),
            ("mistakes", "two-million-soldiers-in-dmz"),
            ("mistakes", "nobody-survives-southern-border"),
        ),
        ("read-hrw-chapter", "fund-link-rescue", "ngo-emergency-fund"),
    ),
    Wall(
        "family",
        barrier_texts.family_heading,
        barrier_texts.family_lead,
        _("How many relatives were punished because someone left: nobody can survey people inside."),
        (
            ("indicators", "camps-people-kinu-2025-10-17", _("Camps, estimate of KINU")),
            ("indicators", "camps-people-un-2014-02", _("Camps, estimate of the UN")),
            ("indicators", "camps-deaths-hrnk", _("Deaths in the camps")),
            ("indicators", "households-banished-2022-07-13", _("Families banished")),
            ("indicators", "death-eligible-offenses-2023-12", _("Capital offenses")),
            ("indicators", "mou-testimonies-2024-06-27", _("Testimony behind such findings")),
        ),
        (
            ("mistakes", "camps-150000-to-200000"),
            ("claims", "g-wy-18"),
            ("claims", "g-wy-19"),
            ("claims", "g-wy-45"),
        ),
        ("explore-prison-database", "read-hrnk-reports", "submit-information-un"),
    ),
    Wall(
        "inside",
        barrier_texts.inside_heading,
        barrier_texts.inside_lead,
        _("How many people listen to foreign radio or watch foreign video today: surveys can only ask people who left."),
        (
            ("indicators", "songbun-subcategories", _("Songbun categories")),
            ("indicators", "songbun-split-escapees-2012-core", _("Answers of escapees")),
            ("indicators", "kwangmyong-sites-2014", _("Websites of the closed network")),
            ("laws", "dprk-radio-wave-law", _("The law on radio sets")),
        ),
        (
            ("mistakes", "songbun-is-social-credit"),
            ("claims", "g-wy-22"),
            ("claims", "g-wy-26"),
            ("mistakes", "watching-k-drama-means-execution"),
        ),
        ("support-independent-radio", "ask-broadcast-funding", "mail-usb-drives"),
    ),
    Wall(
        "china",
        barrier_texts.china_heading,
        barrier_texts.china_lead,
        _("How many people hide in China today, how many were sent back, and what became of each of them."),
        (
            ("forced_returns", "period-total-2020-to-2025-10-hrw", _("People sent back")),
            ("indicators", "return-treatment-since-2014", _("Treatment after a return")),
            ("indicators", "irregular-in-china-2003", _("People in hiding")),
            ("indicators", "women-trafficking-share-2015", _("Women and trafficking")),
        ),
        (
            ("claims", "g-wy-31"),
            ("claims", "g-wy-32"),
            ("mistakes", "everyone-caught-is-sent-back"),
            ("mistakes", "300000-hide-in-china"),
            ("mistakes", "leaving-is-no-crime-on-paper"),
        ),
        ("press-china-refoulement", "crossing-borders-monthly", "us-reauthorize-nkhra"),
    ),
    Wall(
        "exit",
        barrier_texts.exit_heading,
        barrier_texts.exit_lead,
        _("How many people ask for permission to leave, and how many would leave if they could."),
        (
            ("indicators", "workers-abroad-un-panel-2023", _("Workers abroad")),
            ("indicators", "workers-russia-forecast-2025-08", _("Workers in Russia")),
            ("indicators", "restaurants-abroad-2016-07", _("Restaurants abroad")),
            ("claims", "g-wy-02", _("Short visits across the border")),
        ),
        (
            ("claims", "g-wy-42"),
            ("mistakes", "everyone-would-leave"),
            ("mistakes", "most-arrivals-crossed-recently"),
        ),
        ("follow-un-rapporteur", "canada-sponsor", "tutor-online-fsi"),
    ),
)

FOOD = Wall(
    "food",
    barrier_texts.food_heading,
    lambda _catalog: _(
        "People who left name hunger among their reasons. The Food and Agriculture Organization (FAO) estimates "
        "undernourishment with a model. Its yearly reports revise earlier figures, so editions cannot be compared."
    ),
    _("What people eat today: the data are thin, and later editions of the report are not covered here."),
    (
        ("indicators", "food-insecure-usda-2020", _("Another count")),
        ("indicators", "stunting-under-five-2020", _("Stunting among children")),
    ),
    (("mistakes", "half-starve"),),
    ("read-hrw-chapter",),
)

CLOSING = Wall(
    "closing",
    barrier_texts.closing_heading,
    lambda _catalog: _(
        "The country shut in the pandemic and has opened a little since, for citizens abroad, Russians and officials. For people who wish to "
        "leave, nothing has opened."
    ),
    _("Which of the measures without a known end still hold."),
    (("claims", "g-wy-59", _("Is the border closed")), ("claims", "g-wy-60", _("Are the cracks growing"))),
    (("mistakes", "border-completely-closed"), ("mistakes", "cracks-in-the-wall-growing")),
    ("track-seoul-policy", "follow-un-rapporteur"),
)
