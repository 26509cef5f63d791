"""Safe wording and the check of a reader's own sentence: figures, rulings, citations, and what stands near what."""

import re
from collections import Counter

import pytest

from lib.fact_texts import expand_facts, facts_named
from lib.matching import normalise
from lib.topics.claims_check import MOST_CHARACTERS, MOST_FOUND, MOST_OF_A_KIND, VERY_CLOSE, check
from lib.topics.wording import cards, find_cards, source_line, to_copy


def card(catalog, key):
    return next(item for item in cards(catalog) if item.card_id == key)


# --- the cards


def numbers(text):
    return {token for token in normalise(text) if re.fullmatch(r"\d+(\.\d+)?", token)}


@pytest.fixture(params=range(24))
def any_card(request, catalog):
    return cards(catalog)[request.param]


def test_each_figure_of_a_card_stands_in_what_it_rests_on(any_card):
    rows = (*any_card.claims, *any_card.mistakes, *any_card.instruments)
    known = numbers(" ".join([*(str(value) for row in rows for value in row.values()), *(str(item.label) for item in any_card.facts)]))
    for name in ("say", "do_not_say", "reason"):
        typed = numbers(re.sub(r"\{fact:[^}]*\}", " ", any_card.row.text(name)))
        assert typed <= known, f"{any_card.card_id}.{name}"


def test_each_card_can_be_defended(catalog, any_card):
    assert any_card.source_ids
    for key in any_card.source_ids:
        assert key in catalog["sources"].by_key
    for text in (any_card.say, any_card.do_not_say, any_card.reason):
        words = str(text)
        assert words.endswith((".", "?")), words
        assert not re.search(r"[{}]|!|\bunknown\b|\bNone\b|  |LazyText|not dated", words), words
    assert str(any_card.say) != str(any_card.do_not_say)
    assert str(source_line(catalog, any_card)).startswith("Source: ")
    assert set(facts_named(any_card.row.text("say"))) <= {item.fact_id for item in any_card.facts}


def test_the_address_of_a_card_finds_it(catalog, any_card):
    assert any_card in find_cards(catalog, any_card.subject, "asked")


def test_a_copied_sentence_brings_its_counter_date_and_address(catalog):
    text = to_copy(catalog, card(catalog, "arrivals-in-a-year"), "https://example.org/claims?q=x")
    assert text.splitlines() == [
        "223 people from North Korea reached South Korea in 2025, according to South Korea's Ministry of Unification.",
        "",
        "Source: South Korea's Ministry of Unification (as of 4 February 2026). Collected by Inroads. https://example.org/claims?q=x",
    ]
    families = to_copy(catalog, card(catalog, "families-of-people-who-left"))
    assert families.endswith("Source: Radio Free Asia; KCPAC / One Korea Network; Daily NK. Collected by Inroads.")


def test_dates_of_one_counter_are_named_together(catalog):
    assert "Liberty in North Korea (LiNK) (as of 2013 and 2019)" in str(source_line(catalog, card(catalog, "cost-of-one-rescue")))


def test_rulings_in_the_wording(catalog):
    said = {item.card_id: f"{item.say}" for item in cards(catalog)}
    rescue = said["cost-of-one-rescue"]
    assert "US$2,500 (2010–2013)" in rescue
    assert "US$3,000 (as reported for about 2015–2019), from China onward" in rescue
    assert "5,000" not in rescue
    assert "at least 1,076" in said["people-sent-back"]
    assert "on record" not in said["the-lowest-year"]
    assert "lowest since 1996" in said["the-lowest-year"]
    assert "15–16 missions" in said["missions-with-staff"]
    assert "of 690 people asked" in said["foreign-video"]
    assert "of 391 people asked" in said["foreign-video"]
    assert "6,351" not in said["foreign-video"]
    assert "donated" in said["flash-drives"]
    assert "delivered" not in said["flash-drives"]
    assert "authorization of money" in said["us-human-rights-act"]
    assert "Act has expired" in str(card(catalog, "us-human-rights-act").do_not_say)
    assert "at risk" in said["families-of-people-who-left"]
    camps = said["political-prison-camps"]
    assert all(part in camps for part in ("53,700–65,700", "80,000–120,000", "2014", "two estimates"))
    assert not any(re.search(r"\bdefector", text, re.IGNORECASE) for text in said.values())


def test_parts_of_facts_in_texts(catalog):
    text = (
        "{fact:returns.since_2020:full}, {fact:returns.since_2020:counter}, {fact:returns.since_2020:date}, {fact:arrivals.latest:period}"
    )
    assert str(expand_facts(catalog, text)) == "at least 1,076 people, Human Rights Watch, 15 October 2025, 2025"
    assert str(expand_facts(catalog, "In {fact:returns.oct_2023:period}")) == "In 9 October 2023"
    assert facts_named("{fact:a.b:date} {fact:a.b} {fact:c.d:full}") == ("a.b", "c.d")
    with pytest.raises(KeyError):
        expand_facts(catalog, "{fact:no.such_fact:date}")


# --- a sentence of one's own


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("It costs $5,000 to rescue one defector from China.", "wording:cost-of-one-rescue"),
        ("Five thousand dollars brings one refugee from China to Seoul", "mistake:gift-5000-dollars-per-rescue"),
        ("100% of your donation goes to rescues", "wording:what-gifts-pay-for"),
        ("Every defector's family is sent to a prison camp for three generations", "wording:families-of-people-who-left"),
        ("There are 200,000 people in North Korean political prison camps", "wording:political-prison-camps"),
        ("You can be executed for watching a K-drama in North Korea", "wording:watching-foreign-media"),
        ("223 North Koreans reached South Korea in 2025", "wording:arrivals-in-a-year"),
        ("300,000 refugees are hiding in China", "wording:north-koreans-in-china"),
        ("North Korea's border is completely sealed", "wording:the-border"),
        ("Two million soldiers guard the DMZ", "wording:soldiers-at-the-dmz"),
        ("Half of North Koreans are starving", "mistake:half-starve"),
        ("The UN General Assembly voted for the resolution", "wording:general-assembly"),
        ("The US North Korean Human Rights Act expired", "wording:us-human-rights-act"),
        ("Most defectors are women", "wording:women-among-arrivals"),
        ("The WFP has left North Korea", "wording:un-staff"),
        ("Songbun is like China's social credit score", "mistake:songbun-is-social-credit"),
        ("If the gates were opened everybody would leave", "wording:arrivals-in-all-years"),
        ("125,000 flash drives were smuggled into North Korea", "wording:flash-drives"),
        ("Before COVID an escape cost a few thousand dollars", "claim:g-wy-38"),
        ("Salaries in North Korea are a few dollars per month", "claim:g-wy-40"),
        ("Nobody has ever crossed the southern border alive", "mistake:nobody-survives-southern-border"),
        ("성분은 사회신용 제도다", "claim:g-wy-23"),
    ],
)
def test_realistic_sentences_lead_to_what_was_checked(catalog, sentence, first):
    best = check(catalog, sentence).found[0]
    assert f"{best.kind}:{best.key}" == first


@pytest.mark.parametrize(
    ("sentence", "among"),
    [
        ("China has repatriated more than 1,000 refugees since 2020", "fact:returns.since_2020"),
        ("Over 34,000 defectors have arrived in the South since the war", "fact:arrivals.cumulative"),
        ("The Swedish embassy in Pyongyang is open again", "claim:g-gp-09"),
        ("Radio Free Asia still broadcasts 415 hours a day", "fact:information.hours_before"),
        ("Donating to LiNK is the most effective way to help", "claim:g-wy-48"),
        ("탈북민 34,537명이 한국에 왔다", "wording:arrivals-in-all-years"),
    ],
)
def test_looser_sentences_have_it_among_what_is_near(catalog, sentence, among):
    assert among in [f"{item.kind}:{item.key}" for item in check(catalog, sentence).found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather in Paris is nice today.",
        "Samsung released a new phone last week.",
        "My grandmother's recipe for kimchi is the best.",
        "Thank you for coming to our event tonight.",
        "North Korea",
        "What is the capital of North Korea?",
        "Kim Jong Un has a daughter",
        "<script>alert(1)</script>",
    ],
)
def test_nothing_is_near(catalog, sentence):
    result = check(catalog, sentence)
    assert result.found == ()
    assert not result.empty


def test_how_near_in_words(catalog):
    near = check(catalog, "100% of donations pay for rescues.").found
    assert str(near[0].words) == "very close"
    assert near[0].score >= VERY_CLOSE
    assert "related" in {str(item.words) for item in check(catalog, "It costs $5,000 to rescue one defector from China.").found}


def test_each_clause_of_a_long_sentence_counts(catalog):
    found = check(catalog, "Every escapee's whole family is sent to a prison camp, and it costs 5,000 dollars to rescue one person.").found
    close = {item.key for item in found if item.very_close}
    assert {"families-of-people-who-left", "cost-of-one-rescue"} <= close


@pytest.mark.parametrize("text", ["", "   ", "😀😀😀", "!?…", "the of and"])
def test_without_words_there_is_nothing_to_compare(catalog, text):
    assert check(catalog, text).empty
    assert check(catalog, text).found == ()


def test_a_long_text_is_cut(catalog):
    result = check(catalog, "x" * MOST_CHARACTERS + " It costs $5,000 to rescue one person.")
    assert result.cut
    assert result.found == ()
    many = check(catalog, "It costs $5,000 to rescue one person. Half of North Koreans are starving. " * 100)
    assert many.cut
    assert len(many.found) <= MOST_FOUND
    assert max(Counter(item.kind for item in many.found).values()) <= MOST_OF_A_KIND
