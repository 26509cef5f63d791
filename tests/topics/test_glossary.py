"""Terms: found in texts, searched, and shown with what the rulings ask to be explained."""

from __future__ import annotations

import pytest

from lib.catalog import load_catalog
from lib.exhibits import exhibit
from lib.topics.glossary import PEOPLE_WORDS, forms, meaning, terms_in, terms_with


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Songbun decides.", ["songbun"]),
        ("The SONGBUN of a family", ["songbun"]),
        ("Most kwanlisos are run by the Ministry of State Security", ["kwanliso", "bowibu"]),
        ("Paid brokers and a broker", ["broker"]),
        ("the ban (non-refoulement)", ["refoulement"]),
        ("The COI found crimes; a coi did not", ["commission-of-inquiry"]),
        ("coi, dmz and mdl in small letters", []),
        ("Forced returns go on", ["forced-return"]),
        ("songbuns' worth; unsongbun; songbunism", ["songbun"]),
        ("A travel permit for the Demilitarized Zone (DMZ)", ["travel-permit", "demilitarized-zone"]),
        ("Total control zones", ["total-control-zone"]),
        ("nothing to explain", []),
        ("", []),
        ("성분 <b>songbun</b> 🙂", ["songbun"]),
    ],
)
def test_terms_are_found_in_the_order_of_the_text(text: str, found: list[str]) -> None:
    assert [row.key for row in terms_in(load_catalog(), text)] == found


def test_every_term_finds_itself() -> None:
    catalog = load_catalog()
    for row in catalog["glossary"]:
        for form in forms(row):
            assert row.key in {found.key for found in terms_in(catalog, f"Of {form}, we say:")}, form


def test_the_longest_term_wins() -> None:
    found = terms_in(load_catalog(), "non-refoulement")
    assert [row.key for row in found] == ["refoulement"]
    assert not {"broker", "defector"} & {row.key for row in terms_in(load_catalog(), "brokerage, defectory")}


def test_all_words_of_a_search_must_be_there() -> None:
    catalog = load_catalog()
    assert len(terms_with(catalog)) == len(catalog["glossary"])
    assert [row.key for row in terms_with(catalog, "성분")] == ["songbun"]
    assert {row.key for row in terms_with(catalog, "PRISON camp")} == {"kwanliso", "total-control-zone"}
    assert terms_with(catalog, "no such words") == ()
    names = [row.text("term").casefold() for row in terms_with(catalog)]
    assert names == sorted(names)


def test_the_exhibit_holds_the_terms_that_fit() -> None:
    catalog = load_catalog()
    item = exhibit(catalog, "reference.glossary")
    assert len(item.rows) == len(catalog["glossary"])
    assert item.is_table
    one = exhibit(catalog, "reference.glossary", q="songbun conduct")
    assert [row[0] for row in one.rows] == ["songbun"]
    assert "It is not a score for conduct." in str(one.rows[0])
    none = exhibit(catalog, "reference.glossary", q="no such words")
    assert none.empty
    assert str(none.takeaway) == "No term fits these words"
    assert none.record.source_ids


def test_the_words_for_people_who_left_are_explained_from_the_data() -> None:
    catalog = load_catalog()
    told = {key: meaning(catalog["glossary"].row(key)) for key in PEOPLE_WORDS}
    assert "North Korean Defectors' Day" in told["defector"]
    assert "official names, titles and quotations" in told["defector"]
    assert catalog["glossary"].row("bukhyangmin")["korean"] == "북향민"
    assert "30 December 2025" in told["bukhyangmin"]
