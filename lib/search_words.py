"""What readers type for the same thing, beyond the aliases of `lib.matching`: few, and each one tested."""

from __future__ import annotations

from collections import defaultdict

from lib.matching import ALIASES, normalise

# Each line: words that may stand for each other in a search.
_GROUPS = (
    "nk dprk 북한 조선",
    "rok 한국",
    "ban banned prohibition prohibit restriction forbid forbidden",
    "vote resolution",
    "act law legislation bill",
    "usb drive stick flash",
    "radio broadcast broadcaster broadcasting",
    "camp kwanliso gulag 정치범수용소 관리소",
    "refoulement repatriation return 강제북송 강제송환",
    "money donation gift donate",
    "tourist tourism visitor tour",
    "탈북민 탈북자 북한이탈주민 북향민 defector escapee arrival talbukmin",
    "un 유엔",
    "mou 통일부",
    "china 중국",
    "wall fence",
    "wage salary pay",
    "leaflet balloon",
    "sweden swedish stockholm",
    "germany german berlin",
    "poland polish warsaw",
    "czechia czech prague",
    "bulgaria bulgarian",
    "romania romanian",
    "switzerland swiss",
    "france french",
    "britain british uk kingdom",
    "russia russian moscow",
    "mongolia mongolian",
    "vietnam vietnamese",
    "cuba cuban",
    "india indian",
    "indonesia indonesian",
    "brazil brazilian",
    "canada canadian",
    "japan japanese",
)


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    by_head: dict[str, list[str]] = defaultdict(list)
    for word, head in ALIASES.items():
        by_head[head].append(word)
    for group in (*(line.split() for line in _GROUPS), *by_head.values()):
        words = {token for word in group for token in normalise(word)}
        for word in words:
            found[word] |= words - {word}
    return {word: frozenset(others) for word, others in found.items()}


_OTHERS = _table()


def others(token: str) -> frozenset[str]:
    """The words that may stand for a token of a search (from `normalise`); none for most."""
    return _OTHERS.get(token, frozenset())
