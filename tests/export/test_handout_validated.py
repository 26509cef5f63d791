"""A checker of PDF/UA-1 that shares nothing with the writer finds no failure in handouts of all kinds."""

from datetime import date

import page
import pytest

from lib.exhibits import exhibit_ids
from lib.export import handout
from lib.export.deck import build_deck
from lib.export.plan import Plan, item_of
from lib.export.sets import SETS

LONG = {"title": "W" * 150, "host": "H" * 110 + " 가나", "speaker": "س" * 90, "call": "C" * 190, "paper": "letter"}
DECKS = {
    **{ready.key: (ready.codes, {"title": str(ready.name)}) for ready in SETS},
    "nothing": ((), {}),
    "long words": (("f.arrivals.latest", "x.policy.calendar"), LONG),
    "right to left": (("a.fund-link-rescue",), {"title": "הדרך החוצה", "host": "قاعة البرلمان"}),
    "boards": (("x.foreigners.presence_board", "x.information.channel_board", "x.reference.glossary"), {}),
    "sixty": (tuple(f"x.{key}" for key in exhibit_ids()[:60]), {}),
}


@pytest.mark.parametrize("name", DECKS)
def test_a_checker_finds_no_failure(catalog, name):
    codes, texts = DECKS[name]
    plan = Plan(**texts).with_items([item_of(catalog, code) for code in codes])
    content = handout.pdf(build_deck(catalog, plan, "https://inroads.example", date(2026, 11, 22)))
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    assert report.rules.total > 100


def test_the_checker_finds_what_is_wrong(catalog):
    """So that a checker that never complains would be noticed."""
    plan = Plan().with_items([item_of(catalog, "f.arrivals.latest")])
    content = handout.pdf(build_deck(catalog, plan, "https://inroads.example", date(2026, 11, 22)))
    broken = content.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")
    assert broken != content
    assert not page.validate_pdf_bytes(broken, profile=page.ValidationProfile.PDF_UA_1).is_compliant
