"""The plan of a presentation: there and back through addresses and files, in order, within its limits, without the speaker."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.exhibits import argument_names, exhibit_ids, fact_ids, page_of, page_params
from lib.export.deck import build_deck
from lib.export.plan import (
    FACT,
    HALLS,
    IN_ADDRESS,
    LONGEST,
    MOST_ITEMS,
    PAPERS,
    Item,
    Plan,
    filters_of,
    item_from,
    item_of,
    read_address,
    read_file,
    write_address,
    write_file,
)
from lib.export.sets import SETS
from lib.topics.actions import actions
from lib.urlstate import Choice, Many, Words, Years

GENTLE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FACTS = [Item(FACT, key) for key in fact_ids()]
WORDS = st.text(max_size=300)


def codes(catalog):
    """Codes of everything that can be shown, exhibits with and without filters."""
    found = [f"f.{key}" for key in fact_ids()] + [f"a.{action.action_id}" for action in actions(catalog)]
    for key in exhibit_ids():
        found.append(f"x.{key}")
        for param in page_params(catalog, page_of(key)):
            if param.name not in argument_names(key):
                continue
            if isinstance(param, Choice):
                found += [f"x.{key}~{param.name}:{option}" for option, _words in param.options[1:]]
            elif isinstance(param, Many):
                found.append(f"x.{key}~{param.name}:" + "%2C".join(option for option, _words in param.options[:2]))
            elif isinstance(param, Years):
                found.append(f"x.{key}~{param.name}:{param.first}-{param.last - 1}")
            elif isinstance(param, Words):
                found += [item_from(catalog, key, {param.name: words}).code for words in ("a~b", "100 %, 탈북", "x.y~z:w,f.q")]
    return found


def plans(catalog):
    days = st.dates(date(1900, 1, 1), date(2200, 1, 1)).map(date.isoformat)
    return st.builds(
        lambda chosen, **words: Plan(**words).with_items([item_of(catalog, code) for code in chosen]),
        st.lists(st.sampled_from(codes(catalog)), max_size=70),
        title=WORDS,
        host=WORDS,
        call=WORDS,
        speaker=WORDS,
        day=st.one_of(st.just(""), days),
        link=st.sampled_from(["", "https://example.org/give?x=1&y=%C3%A9", "http://탈북.example/"]),
        hall=st.sampled_from(HALLS),
        paper=st.sampled_from(PAPERS),
    )


def test_a_plan_comes_back_from_its_address_and_its_file(catalog):
    @GENTLE
    @given(plan=plans(catalog))
    def check(plan):
        from_file = read_file(catalog, write_file(plan))
        assert from_file.dropped == ()
        clean = from_file.plan
        assert clean.items == plan.items
        assert read_file(catalog, write_file(clean)).plan == clean
        query = write_address(clean)
        assert set(query) <= set(IN_ADDRESS)
        from_address = read_address(catalog, query)
        assert from_address.dropped == ()
        assert from_address.plan == Plan(**{**clean.__dict__, "speaker": ""})
        assert write_address(from_address.plan) == query

    check()


def test_what_is_typed_becomes_one_line_within_its_limit(catalog):
    read = read_address(
        catalog, {"title": "  A\n talk\x00 \u202eabout\tpeople " + "x" * 500, "host": "마을 회관", "call": "ساعدوا\u200f الآن"}
    )
    assert read.plan.title.startswith("A talk about people xxx")
    assert len(read.plan.title) == LONGEST["title"]
    assert (read.plan.host, read.plan.call) == ("마을 회관", "ساعدوا\u200f الآن")


def test_every_code_is_written_as_it_was_read(catalog):
    for code in codes(catalog):
        item = item_of(catalog, code)
        assert item.code == code
        if item.kind == "x":
            assert set(filters_of(catalog, item, "2026-11-22")) == set(argument_names(item.key)) & {
                *(param.name for param in page_params(catalog, page_of(item.key))),
                "today",
            }


@pytest.mark.parametrize(
    "code",
    [
        "",
        "x",
        "f.",
        "f.no.such",
        "f.arrivals.latest~sex:women",
        "a.no-such",
        "z.arrivals.latest",
        "x.departures.arrivals_by_year~sex:robots",
        "x.departures.arrivals_by_year~no-such:1",
        "x.departures.arrivals_by_year~years:2025-2009",
        "x.departures.arrivals_by_year~lang:en",
        "x.departures.arrivals_by_year~embed:true",
        "x.departures.arrivals_by_year~",
        "x.costs.ladder' OR 1=1 --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "x." + "y" * 10_000,
    ],
)
def test_what_is_unknown_is_dropped_and_named_and_the_rest_stays(catalog, code):
    with pytest.raises(ValueError, match=r"unknown|too long"):
        item_of(catalog, code)
    read = read_address(catalog, {"items": f"f.arrivals.latest,{code},a.people-first-language"})
    assert [item.key for item in read.plan.items] == ["arrivals.latest", "people-first-language"]
    assert read.dropped == ((code,) if code else ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date", "2026-02-30"),
        ("date", "2026-12"),
        ("date", "soon"),
        ("link", "javascript:alert(1)"),
        ("link", "https://user@example.org"),
        ("hall", "blue"),
        ("paper", "a0"),
    ],
)
def test_words_that_are_none_of_the_kind_are_dropped_and_named(catalog, name, value):
    read = read_address(catalog, {"title": "Talk", name: value})
    assert read.plan == Plan(title="Talk")
    assert read.dropped == (f"{name}={value}",)


def test_no_address_raises(catalog):
    names = st.sampled_from([*IN_ADDRESS, "speaker", "no-such"])

    @GENTLE
    @given(query=st.dictionaries(names, st.text(max_size=80), max_size=6))
    def check(query):
        read = read_address(catalog, query)
        assert read.plan.speaker == ""
        again = read_address(catalog, write_address(read.plan))
        assert (again.plan, again.dropped) == (read.plan, ())

    check()


def test_the_speaker_is_in_the_file_and_nowhere_else(catalog):
    plan = Plan(items=(FACTS[0],), title="Talk", speaker="Kim Somebody")
    assert "Kim" not in json.dumps(write_address(plan))
    assert "Kim" not in repr(plan)
    assert read_file(catalog, write_file(plan)).plan.speaker == "Kim Somebody"
    deck = build_deck(catalog, plan, "https://inroads.example", date(2026, 11, 22))
    assert "Kim" not in deck.address
    assert "Kim Somebody" in deck.slides[0].lines


@GENTLE
@given(number=st.integers(1, 12), place=st.integers(0, 11), to=st.integers(-3, 20))
def test_an_item_moves_to_its_new_place_and_the_others_keep_their_order(number, place, to):
    plan = Plan(items=tuple(FACTS[:number]), title="Talk")
    if place >= number:
        with pytest.raises(IndexError):
            plan.moved(place, to)
        return
    moved = plan.moved(place, to)
    assert moved.title == "Talk"
    assert moved.items.index(plan.items[place]) == max(0, min(to, number - 1))
    rest = [item for item in plan.items if item is not plan.items[place]]
    assert [item for item in moved.items if item is not plan.items[place]] == rest
    assert plan.without(place).items == tuple(rest)


def test_an_item_is_added_once_and_a_full_plan_takes_no_more(catalog):
    plan = Plan().added(FACTS[0]).added(FACTS[1]).added(FACTS[0])
    assert plan.items == tuple(FACTS[:2])
    full = Plan().with_items(FACTS)
    assert len(FACTS) > MOST_ITEMS
    assert full.items == tuple(FACTS[:MOST_ITEMS])
    assert full.added(FACTS[MOST_ITEMS]) == full
    read = read_address(catalog, {"items": ",".join(item.code for item in FACTS)})
    assert len(read.plan.items) == MOST_ITEMS
    assert read.dropped == tuple(item.code for item in FACTS[MOST_ITEMS:])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"[1, 2]",
        b"null",
        b'{"kind": "something else", "items": []}',
        b'{"kind": "inroads-presentation"}',
        b'{"kind": "inroads-presentation", "items": "f.arrivals.latest"}',
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_another_kind_of_file_is_refused(catalog, content):
    with pytest.raises(ValueError, match=r"."):
        read_file(catalog, content)


def test_a_file_with_odd_parts_gives_what_can_be_used(catalog):
    said = {
        "kind": "inroads-presentation",
        "items": ["f.arrivals.latest", 7, None, "f.gone", "x.\ud800"],
        "title": ["no text"],
        "host": "\ud800Hall",
        "date": 20261210,
        "hall": "dark",
        "more": {"deep": [1]},
    }
    read = read_file(catalog, json.dumps(said).encode("utf-8"))
    assert read.plan == Plan(items=(Item(FACT, "arrivals.latest"),), host="Hall", hall="dark")
    assert read.dropped == ("f.gone", "x.\ud800")


def test_every_ready_set_is_in_the_data_and_makes_slides(catalog):
    for ready in SETS:
        plan = Plan().with_items([item_of(catalog, code) for code in ready.codes])
        assert [item.code for item in plan.items] == list(ready.codes)
        deck = build_deck(catalog, plan, "https://inroads.example", date(2026, 11, 22) + timedelta(days=400))
        assert {slide.item for slide in deck.slides if slide.item} == set(plan.items)
        assert "empty" not in {slide.kind for slide in deck.slides}


def test_an_exhibit_as_it_is_shown_becomes_an_item_without_defaults(catalog):
    item = item_from(catalog, "departures.arrivals_by_year", {"sex": "women", "years": (2015, 2020), "measure": "count"})
    assert item_of(catalog, item.code) == item
    assert dict(item.filters) == {"sex": "women", "years": "2015-2020"}
    assert item_from(catalog, "policy.calendar", {"today": "2026-11-22"}).filters == ()


def test_words_that_were_searched_for_come_back_whatever_signs_they_hold(catalog):
    for words in ("a~b", "~", "100 %", "x,y", "a:b~c:d", "탈북 · 北"):
        item = item_from(catalog, "policy.log", {"q": words})
        assert dict(item.filters) == {"q": words}
        assert item_of(catalog, item.code) == item
        plan = Plan((item,), title="Talk")
        assert read_address(catalog, write_address(plan)).plan == plan
        assert read_file(catalog, write_file(plan)).plan == plan


def test_an_item_has_one_code_whatever_words_ask_for_it(catalog):
    bare = item_of(catalog, "x.departures.arrivals_by_year")
    years = next(param for param in page_params(catalog, "departures") if param.name == "years")
    assert item_of(catalog, f"x.departures.arrivals_by_year~years:{years.first}-{years.last}") == bare
    one = item_of(catalog, "x.departures.arrivals_by_year~years:2015-2020~sex:women")
    assert item_of(catalog, "x.departures.arrivals_by_year~sex:women~years:2015-2020") == one


@pytest.mark.parametrize("filters", ["~years:1998-2003~years:1999-2020", "~sex:women~sex:women", "~q:" + "x" * 5000])
def test_repeated_or_endless_filters_are_named_and_left_out(catalog, filters):
    read = read_address(catalog, {"items": f"x.departures.arrivals_by_year{filters},f.arrivals.peak"})
    assert [item.code for item in read.plan.items] == ["f.arrivals.peak"]
    assert read.dropped == (f"x.departures.arrivals_by_year{filters}",)


def test_an_endless_file_is_read_to_a_limit_and_the_rest_is_named(catalog):
    content = json.dumps({"kind": "inroads-presentation", "items": ["f.arrivals.peak"] * 2 + [f"f.none-{n}" for n in range(50_000)]})
    read = read_file(catalog, content.encode())
    assert [item.code for item in read.plan.items] == ["f.arrivals.peak"]
    assert len(read.dropped) == 50_000


def test_typed_words_lose_what_cannot_be_seen_and_keep_their_letters(catalog):
    typed = {"title": "a\u00adb c\u200dd \ufeffe", "host": "Z" + "\u0301\u0323" * 60 + "algo", "call": "Nguyễn café กำลัง"}
    plan = read_address(catalog, typed).plan
    assert plan.title == "ab cd e"
    assert plan.host == "Z" + "\u0301\u0323" * 3 + "algo"
    assert plan.call == typed["call"]
