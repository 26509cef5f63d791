"""Addresses and words that nobody should type, and some that everybody does."""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis import strategies as st

from lib.urlstate import Amount, Choice, Many, Param, Years

# `make fuzz` asks for more cases of the slow kind, in which a whole page is drawn.
CASES = int(os.environ.get("INROADS_FUZZ", "25"))
THOROUGH = CASES > 40

SLOW = settings(max_examples=CASES, deadline=None, derandomize=not THOROUGH, database=None)
FAST = settings(max_examples=CASES * 10, deadline=None, derandomize=not THOROUGH, database=None)

MARKS = ("<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[a](javascript:alert(1))", "</summary></details><b>x</b>")
KNOWN = (
    *MARKS,
    "",
    " ",
    "null",
    "-1",
    "2025-2009",
    "0000-9999",
    "٣",
    "1e9",
    "탈북민",
    "탈북민 입국 2019",
    "🕊️🚂",
    "مرحبا",
    "../../etc/passwd",
    "{fact:arrivals.latest}",
    "%00%0a",
    "\u202egnp.exe",
    "' OR 1=1 --",
    "$x$ :red[b] `c` **d**",
    "x" * 10_000,
)

anything = st.one_of(st.sampled_from(KNOWN), st.text(max_size=60))


def values_for(param: Param) -> st.SearchStrategy[str]:
    """Texts for a parameter: what it offers, what is close to it, and anything else."""
    if isinstance(param, Choice):
        good: st.SearchStrategy[str] = st.sampled_from([key for key, _words in param.options])
    elif isinstance(param, Many):
        good = st.lists(st.sampled_from([key for key, _words in param.options]), min_size=1, max_size=3).map(",".join)
    elif isinstance(param, Years):
        years = st.integers(param.first - 1, param.last + 1)
        good = st.tuples(years, years).map(lambda pair: f"{pair[0]}-{pair[1]}")
    elif isinstance(param, Amount):
        good = st.integers(param.lowest - 1, param.highest + 1).map(str)
    else:
        good = st.sampled_from(["embassy", "2019", "5,000", "탈북민", "refoulement"])
    return st.one_of(good, anything)


def queries(params: tuple[Param, ...], also: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, str]]:
    """Addresses of a page with these parameters: some of them, some that it does not have."""
    own = {param.name: values_for(param) for param in params}
    own |= dict.fromkeys((*also, "no-such", "<b>", "lang"), anything)
    return st.lists(st.sampled_from(sorted(own)), unique=True, max_size=5).flatmap(
        lambda names: st.fixed_dictionaries({name: own[name] for name in names})
    )
