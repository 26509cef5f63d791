"""Addresses that lead back, which of them can be scanned, and which lead nowhere for others."""

import pytest

from lib.links import MOST_SCANNED, address, only_here, scannable, web_address

SITE = "https://inroads.example"


def test_an_address_names_site_page_and_state():
    assert address(SITE, "departures", {"sex": "women", "years": "2015-2020"}) == f"{SITE}/departures?sex=women&years=2015-2020"
    assert address(SITE, "", {}) == f"{SITE}/"
    assert address(SITE, "exhibit", {"id": "a&b=c d"}) == f"{SITE}/exhibit?id=a%26b%3Dc+d"


def test_only_short_addresses_with_a_host_can_be_scanned():
    longest = SITE + "/" + "x" * (MOST_SCANNED - len(SITE) - 1)
    assert scannable(longest)
    assert not scannable(f"{longest}x")
    assert not scannable("")
    assert not scannable("/departures?sex=women")


@pytest.mark.parametrize(
    "link",
    [
        "http://localhost:8501/",
        "http://127.0.0.1:8501/departures",
        "http://[::1]:8501/",
        "http://192.168.1.20:8501/",
        "http://10.0.0.7/",
        "http://laptop.local:8501/",
        "http://inroads.internal/",
        "http://app.localhost/",
        "http://nas:8501/",
        "http://inroads/",
        "http://raspberry.lan:8501/",
        "http://box.home.arpa/",
        "/departures",
        "",
    ],
)
def test_addresses_of_one_computer_or_network_are_known(link):
    assert only_here(link)


@pytest.mark.parametrize("link", [SITE, f"{SITE}:8443/x", "http://8.8.8.8/", "http://[2606:4700::1111]/", "http://localhost.example.org/"])
def test_addresses_of_the_web_are_known(link):
    assert not only_here(link)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("https://example.org/give", "https://example.org/give"),
        ("  http://example.org ", "http://example.org"),
        ("example.org/petition?a=1", "https://example.org/petition?a=1"),
        ("https://example.org/탈북?이름=a&b=%20#끝", "https://example.org/%ED%83%88%EB%B6%81?%EC%9D%B4%EB%A6%84=a&b=%20#%EB%81%9D"),
        ("https://탈북.한국:8443/", "https://xn--pr3bn66a.xn--3e0b707e:8443/"),
        ("https://example.org/😀", "https://example.org/%F0%9F%98%80"),
    ],
)
def test_a_typed_address_of_the_web_is_taken(typed, taken):
    assert web_address(typed) == taken


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "petition",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://",
        "https://user:secret@example.org/",
        "https://example.org/a b",
        'https://example.org/"onload="x',
        "https://example.org/<script>",
        "https://example.org/a\nb",
        "https://example.org/\u202egpj.exe",
        "https://[::1",
        "https://example.org/" + "x" * 300,
    ],
)
def test_what_is_no_plain_address_of_the_web_is_not_taken(typed):
    assert web_address(typed) == ""
