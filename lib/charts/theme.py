"""One look for all charts: fixed colours by meaning, in a light and a dark version, and the font.

Marks have at least 3:1 contrast against their background, and stay apart for the common colour-vision deficiencies
(both tested); colour is never alone: shape, pattern or label says the same.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = '"Source Sans", "Source Sans Pro", sans-serif'


@dataclass(frozen=True)
class Theme:
    """Colours of one theme: background, text, quiet text, grid, and one colour per meaning."""

    name: str
    background: str
    text: str
    quiet: str
    grid: str
    roles: dict[str, str]

    def colour(self, role: str) -> str:
        """The colour of a meaning. Raises KeyError for an unknown one."""
        return self.roles[role]


def _roles(amber: str, blue: str, ink: str, teal: str, plum: str, clay: str, grey: str) -> dict[str, str]:
    return {
        # sex
        "women": amber, "men": blue, "sex_unknown": grey, "all": blue,
        # legs of the way
        "river_crossing": amber, "china_to_third_country": teal, "china_to_south_korea": blue,
        "nk_to_third_country": plum, "nk_to_south_korea": ink,
        "premium_planned_escape": clay, "family_member_extraction": grey, "other": grey,
        # presence
        "present": teal, "present_unknown_start": teal, "away": grey, "partial": amber, "unknown": grey,
        # direction
        "left": clay, "expelled": plum, "barred": grey, "returned": teal, "opened": teal, "closed": clay,
        # votes
        "yes": teal, "no": clay, "abstain": grey, "consensus": blue, "not_voting": grey,
        # status of organizations, efforts and rules
        "active": teal, "paused": amber, "ended": grey, "suspended": amber, "disputed": plum, "restarted_small": amber,
        "in_office": teal, "vacant": clay, "former": blue,
        # verdicts on claims ("disputed" stands above)
        "supported": teal, "mostly_supported": teal, "outdated": amber, "inaccurate": clay, "unsupported": grey,
        # numbers in general, and the one the reader should see first
        "accent": amber, "main": blue, "second": teal, "third": plum, "fourth": clay, "context": grey, "ink": ink,
    }  # fmt: skip


LIGHT = Theme(
    "light", "#FBF8F2", "#16202E", "#55606F", "#DDD6C7",
    _roles("#B86E00", "#31485E", "#16202E", "#277066", "#7E399E", "#A23B2A", "#777E95"),
)  # fmt: skip
DARK = Theme(
    "dark", "#0D1420", "#EDE7DA", "#A9B3C2", "#2B3850",
    _roles("#F2B84B", "#4796D2", "#EDE7DA", "#3FC99F", "#DFB4ED", "#DE8071", "#989FAE"),
)  # fmt: skip

SHAPES = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "cross": "✚",
    "star": "★",
    "x": "✖",
    "bar": "■",
    "bar/": "▨",
    "bar.": "▦",
    "bar-": "▤",
    "bar|": "▥",
    "barx": "▩",
}


def theme(name: str | None) -> Theme:
    """The theme by its name; anything but "dark" is light."""
    return DARK if name == "dark" else LIGHT
