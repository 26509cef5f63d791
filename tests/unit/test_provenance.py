"""Records, freshness, citations, settings."""

from datetime import date

import pytest

from lib.citations import cite_shown, cite_source
from lib.freshness import Freshness, age
from lib.provenance import Confidence, Source, source, weakest
from lib.schema import Rhythm
from lib.settings import read_settings

YEARLY = Rhythm("yearly", 365, 60)


@pytest.mark.parametrize(
    ("as_of", "rhythm", "today", "state"),
    [
        ("2026-02-04", YEARLY, date(2026, 11, 22), Freshness.FRESH),
        ("2026-02-04", YEARLY, date(2027, 2, 4), Freshness.FRESH),
        ("2026-02-04", YEARLY, date(2027, 2, 5), Freshness.DUE),
        ("2026-02-04", YEARLY, date(2027, 4, 5), Freshness.DUE),
        ("2026-02-04", YEARLY, date(2027, 4, 6), Freshness.STALE),
        ("2020", Rhythm("closed"), date(2026, 11, 22), Freshness.CLOSED),
        ("2020", Rhythm("irregular"), date(2026, 11, 22), Freshness.IRREGULAR),
        ("", YEARLY, date(2026, 11, 22), Freshness.UNDATED),
    ],
)
def test_freshness_follows_the_rhythm_and_the_given_day(as_of, rhythm, today, state):
    assert age(as_of, rhythm, today).state is state


def test_stale_says_since_when():
    assert str(age("2026-02-04", YEARLY, date(2027, 4, 6)).words()) == "stale since 6 April 2027"


def test_the_least_sure_confidence_wins():
    assert weakest([Confidence.VERIFIED, Confidence.DISPUTED, Confidence.REPORTED]) is Confidence.DISPUTED


LINKED = Source("x-1", "50% of {all} & more", "Ministry_A", "2026-02-04", "official", "https://example.org/a?b=1", "example.org", "", "")


def test_a_source_is_cited_in_three_styles():
    cited = cite_source(LINKED)
    assert cited.apa() == "Ministry_A. (4 February 2026). 50% of {all} & more. https://example.org/a?b=1"
    assert r"50\% of \{all\} \& more" in cited.bibtex()
    assert cited.bibtex().startswith("@misc{x-1,")
    assert cited.ris().startswith("TY  - ELEC\nID  - x-1\n")
    assert cited.ris().endswith("ER  - \n")
    assert "UR  - https://example.org/a?b=1" in cited.ris()


def test_a_figure_is_cited_as_shown_on_a_day():
    cited = cite_shown("arrivals.latest", "Arrivals, 2025: 223 people.", (LINKED,), "2026.11.22", date(2026, 11, 22))
    assert "As shown by Inroads on 22 November 2026 (data version 2026.11.22). Based on: Ministry_A." in cited.apa()
    assert cited.bibtex().startswith("@misc{inroads-arrivals-latest,")


def test_line_breaks_cannot_break_a_ris_record():
    broken = Source("x", "a\nER  - \nTY  - JOUR", "p", "", "news", "", "", "", "")
    assert cite_source(broken).ris().count("\nER  - ") == 1


def test_sources_that_must_not_be_linked_are_cited_without_address(catalog):
    row = next(row for row in catalog["sources"] if row["link_policy"] == "no_link")
    assert "http" not in cite_source(source(catalog, row.key)).apa()


def test_settings_accept_only_what_is_usable():
    settings = read_settings({"INROADS_BASE_URL": "javascript:alert(1)", "INROADS_TIME_ZONE": "Mars/Base", "INROADS_TODAY": "2026-13-01"})
    assert (settings.base_url, settings.time_zone, settings.fixed_today) == ("", "UTC", "")
    good = read_settings({"INROADS_BASE_URL": "https://example.org/x/", "INROADS_TODAY": "2026-11-22"})
    assert good.base_url == "https://example.org/x"
    assert good.today() == date(2026, 11, 22)
