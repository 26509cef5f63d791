"""The page that presents, as its tests open and read it."""

from functools import partial

from tests.app.visits import visit

opened = partial(visit, "present")
TWO = "f.arrivals.latest,a.people-first-language"
WITH_FILTERS = "x.departures.arrivals_by_year~years:2015-2020~sex:women"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script> ]]> {{x}} #set $x$ [a](javascript:alert(1))'


def codes(at):
    return [item.code for item in at.session_state["present_plan"].items]


def rows(at):
    """The list as it is read on the page, without its places."""
    return [item.value.split(" ", 1)[1] for item in at.markdown if item.value[:1].isdigit()]


def notices(at):
    return " ".join(item.value.replace("\\", "") for item in [*at.info, *at.warning])


def press(at, key):
    at.button(key=key).click().run()
    assert not at.exception, at.exception[0].message
    return at


def stage_of(at):
    frames = at.get("iframe")
    return frames[0].proto.srcdoc if frames else ""


def later(at):
    """As if some seconds had passed: no address is taken for a late one any more."""
    at.session_state["late_addresses"] = {}
    return at
