"""The state in the address: what is accepted, what is dropped and named, and the way there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.urlstate import Choice, Day, Many, Words, Years, parse, write

PARAMS = (
    Choice("sex", "Sex", (("all", "all"), ("women", "women"), ("men", "men"))),
    Many("leg", "Leg", (("river", "river"), ("china", "china"))),
    Years("years", "Years", 1998, 2025),
    Words("q", "Search"),
)


def test_an_empty_address_gives_the_defaults():
    parsed = parse(PARAMS, {})
    assert dict(parsed.values) == {"sex": "all", "leg": (), "years": (1998, 2025), "q": ""}
    assert parsed.dropped == ()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("sex", ["other"]),
        ("sex", ["women", "men"]),
        ("leg", ["river,moon"]),
        ("years", ["2025-1998"]),
        ("years", ["1997-2025"]),
        ("years", ["２０００-2025"]),
        ("years", ["<script>"]),
        ("q", ["x" * 201]),
        ("unknown", ["1"]),
    ],
)
def test_what_a_page_does_not_accept_is_dropped_and_named(name, raw):
    parsed = parse(PARAMS, {name: raw})
    assert parsed.dropped == ((name, ", ".join(raw)),)
    assert dict(parsed.values) == dict(parse(PARAMS, {}).values)


def test_platform_parameters_are_left_alone():
    assert parse(PARAMS, {"embed": ["true"], "lang": ["en"]}).dropped == ()


def test_values_survive_the_way_into_the_address_and_back():
    values = {"sex": "women", "leg": ("china",), "years": (2009, 2025), "q": "북향민"}
    query = write(PARAMS, values)
    assert query == {"sex": "women", "leg": "china", "years": "2009-2025", "q": "북향민"}
    assert dict(parse(PARAMS, {name: [text] for name, text in query.items()}).values) == values


def test_defaults_are_left_out_of_the_address():
    assert write(PARAMS, dict(parse(PARAMS, {}).values)) == {}


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=300), max_size=3), max_size=6))
def test_no_address_can_break_the_parser(query):
    parsed = parse(PARAMS, query)
    assert set(parsed.values) == {"sex", "leg", "years", "q"}
    again = parse(PARAMS, {name: [text] for name, text in write(PARAMS, parsed.values).items()})
    assert dict(again.values) == dict(parsed.values)
    assert again.dropped == ()


def since(today: str, months: int = 12) -> Day:
    return Day("since", "Since", date(2000, 1, 1), months, lambda: date.fromisoformat(today))


@pytest.mark.parametrize(
    ("today", "months", "default"),
    [
        ("2026-11-22", 12, "2025-11-22"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2026-01-31", 2, "2025-11-30"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-12-15", 12, "2025-12-15"),
    ],
)
def test_a_day_has_a_default_that_moves_with_today(today, months, default):
    assert since(today, months).default == default


def test_a_day_survives_the_way_into_the_address_and_back():
    param = since("2026-11-22")
    query = write((param,), {"since": "2026-02-04"})
    assert query == {"since": "2026-02-04"}
    assert parse((param,), {"since": ["2026-02-04"]}).values["since"] == "2026-02-04"
    assert write((param,), {"since": "2025-11-22"}) == {}


@pytest.mark.parametrize(
    "raw",
    [
        ["2026-11-23"],
        ["1999-12-31"],
        ["2026-02-30"],
        ["2026-2-4"],
        ["20260204"],
        ["2026-02"],
        ["2026-02-04", "2026-02-05"],
        ["２０２６-02-04"],
        [""],
    ],
)
def test_what_is_no_day_within_bounds_is_dropped(raw):
    parsed = parse((since("2026-11-22"),), {"since": raw})
    assert parsed.values["since"] == "2025-11-22"
    assert parsed.dropped


@given(st.text(max_size=12))
def test_no_text_can_break_a_day(raw):
    assert date.fromisoformat(str(parse((since("2026-11-22"),), {"since": [raw]}).values["since"]))
