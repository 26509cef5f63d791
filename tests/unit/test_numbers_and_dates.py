"""How numbers and dates read."""

from datetime import date

import pytest

from lib.dates import Period, When, first_day, is_partial_date, last_day, middle
from lib.numbers import UNIT_KEYS, Quantity, decimal, unit_words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=1076, qualifier="at_least", unit="people"), "at least 1,076 people"),
        (Quantity(low=13300, high=16000, unit="USD"), "US$13,300–16,000"),
        (Quantity(low=15, high=16, unit="missions"), "15–16 missions"),
        (Quantity(value=1, unit="people"), "1 person"),
        (Quantity(value=88.8, unit="percent"), "88.8%"),
        (Quantity(value=3000, qualifier="about", unit="KPW"), "about 3,000 KPW"),
        (Quantity(low=6000, qualifier="at_least", unit="USD"), "at least US$6,000"),
        (Quantity(unit="people"), "unknown"),
    ],
)
def test_quantities_say_themselves(quantity, words):
    assert str(quantity) == words


def test_a_quantity_is_a_value_or_a_range():
    with pytest.raises(ValueError, match="not both"):
        Quantity(value=1, low=1, high=2)
    with pytest.raises(ValueError, match="upside down"):
        Quantity(low=3, high=2)
    with pytest.raises(ValueError, match="qualifier"):
        Quantity(value=1, qualifier="roughly")


def test_every_unit_reads_in_the_singular_and_plural():
    spelled = UNIT_KEYS - {"percent", "USD", "KRW", "KPW", "CNY", "GBP", "CAD"}
    for unit in spelled:
        assert unit_words(Quantity(value=1, unit=unit)), unit
        assert unit_words(Quantity(value=2, unit=unit)), unit


def test_numbers_keep_the_decimals_they_are_given():
    assert decimal(88.79) == "88.79"
    assert decimal(34537) == "34,537"


@pytest.mark.parametrize("text", ["2025", "2025-04", "2024-02-29"])
def test_partial_dates_are_accepted(text):
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["", "25", "2025-13", "2025-02-30", "2023-02-29", "2025-4", "2025-04-03T00:00", " 2025", "2025\n", "２０２５", "٢٠٢٥-04"]
)
def test_impossible_dates_are_refused(text):
    assert not is_partial_date(text)


def test_partial_dates_are_written_out_without_inventing():
    assert str(When("2026-02-04")) == "4 February 2026"
    assert str(When("2026-02")) == "February 2026"
    assert str(When("2026")) == "2026"
    assert str(When("")) == "not dated"
    assert str(Period("2010", "2013")) == "2010–2013"
    assert str(Period("2024-01", "")) == "since January 2024"
    assert str(Period("", "2024-04-26")) == "until 26 April 2024"


def test_the_ends_and_the_middle_of_a_partial_date():
    assert first_day("2024-02") == date(2024, 2, 1)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2025") == date(2025, 12, 31)
    assert middle("2025") == date(2025, 7, 1)
