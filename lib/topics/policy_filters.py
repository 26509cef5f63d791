"""The filters of the page on policy, as they stand in its address, and the decisions that fit them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.dates import first_day, last_day, year_of
from lib.exhibits import params_of
from lib.i18n import LazyText, _
from lib.matching import normalise
from lib.numbers import Number
from lib.topics.policy import JURISDICTIONS, KINDS, STATES, group_of
from lib.urlstate import Choice, Many, Param, Words, Years

ALL_YEARS = (0, 9999)
LENGTHS = (20, 60)
# Tokens this long are also found across the border of two words: "HR3012" stands for "H.R. 3012".
_LONG = 5


def body_key(name: str) -> str:
    """The name of a deciding body as it stands in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


@lru_cache(maxsize=8)
def bodies(catalog: Catalog) -> Mapping[str, LazyText]:
    """The bodies that decided, by their keys: name and number of decisions, most decisions first."""
    counts = Counter(row.text("body") for row in catalog["instruments"])
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return {body_key(name): _("{name} ({number})", name=name, number=Number(counts[name])) for name in ordered}


@params_of("policy")
def params(catalog: Catalog) -> tuple[Param, ...]:
    """The filters of the page."""
    years = [year_of(row.text("date")) for row in catalog["instruments"]]
    lengths = tuple((str(number), _("the latest {number}", number=Number(number))) for number in LENGTHS)
    return (
        Words("q", _("Search title, symbol, text, body")),
        Many("jurisdiction", _("Where"), tuple(JURISDICTIONS.items())),
        Choice("body", _("Who decided"), (("all", _("all")), *bodies(catalog).items())),
        Choice("kind", _("Kind of decision"), (("all", _("all")), *KINDS.items())),
        Choice("state", _("State of the decision"), (("all", _("all")), *STATES.items())),
        Years("years", _("Years"), min(years), max(years)),
        Choice("latest", _("Show"), (*lengths, ("0", _("all")))),
        Choice("votes", _("Votes of"), (("both", _("both UN bodies")), ("ga", _("General Assembly")), ("hrc", _("Human Rights Council")))),
    )


def other_names(catalog: Catalog, row: Row) -> str:
    """What the table of laws calls the same decision: its longer name and its name in Korean."""
    laws = catalog["laws"].where(instrument_id=row.key)
    names = dict.fromkeys(law.text(column) for law in laws for column in ("name", "native_name"))
    return ", ".join(name for name in names if name and name != row.text("title"))


def _tokens(text: str) -> tuple[str, ...]:
    """The words of a text without accents: "Salmon" finds "Salmón"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return normalise(unicodedata.normalize("NFKC", bare))


@lru_cache(maxsize=8)
def _words(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The words of each decision in a comparable form."""
    found = {}
    for row in catalog["instruments"]:
        texts = [row.text(name) for name in ("title", "symbol", "summary", "relevance", "body", "caveat")]
        found[row.key] = _tokens(" ".join((*texts, str(JURISDICTIONS[row.text("jurisdiction")]), other_names(catalog, row))))
    return found


def _holds(words: tuple[str, ...], token: str) -> bool:
    """Whether a word begins with the token; Korean words, which carry endings and grow together, may also hold it inside."""
    if any(word.startswith(token) if token.isascii() else token in word for word in words):
        return True
    return len(token) >= _LONG and token in "".join(words)


def find(
    catalog: Catalog,
    today: date,
    q: str = "",
    jurisdiction: tuple[str, ...] = (),
    body: str = "all",
    kind: str = "all",
    state: str = "all",
    years: tuple[int, int] = ALL_YEARS,
) -> tuple[Row, ...]:
    """The decisions that hold every word of `q` and fit the choices, newest first."""
    tokens = _tokens(q)
    words = _words(catalog)

    def fits(row: Row) -> bool:
        return (
            (not jurisdiction or row["jurisdiction"] in jurisdiction)
            and body in ("all", body_key(row.text("body")))
            and kind in ("all", row["kind"])
            and (state == "all" or group_of(row, today) == state)
            and years[0] <= year_of(row.text("date")) <= years[1]
            and all(_holds(words[row.key], token) for token in tokens)
        )

    if q.strip() and not tokens:  # only marks or words like "the": nothing was asked that could be found
        return ()
    return newest_first(catalog["instruments"].where(fits))


def newest_first(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Decisions by date, the newest first."""
    return tuple(sorted(rows, key=lambda row: (first_day(row.text("date")), last_day(row.text("date")), row.key), reverse=True))
