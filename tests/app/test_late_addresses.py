"""Two clicks in quick succession: the second one brings the address from before the first one was answered."""

from lib.ui import late
from tests.app.visits import visit

SEX, MEASURE = "filter-departures-sex", "filter-departures-measure"


def state(at):
    return at.selectbox(key=SEX).value, at.selectbox(key=MEASURE).value


def test_a_second_filter_does_not_undo_the_first():
    at = visit("departures")
    at.selectbox(key=SEX).set_value("women").run()
    assert dict(at.query_params) == {"sex": "women"}
    del at.query_params["sex"]  # the browser has not yet heard of the first filter
    at.selectbox(key=MEASURE).set_value("share").run()
    assert state(at) == ("women", "share")
    assert dict(at.query_params) == {"sex": "women", "measure": "share"}


def test_a_step_back_is_one_once_some_time_has_passed(monkeypatch):
    at = visit("departures", sex="women")
    at.selectbox(key=SEX).set_value("men").run()
    at.query_params["sex"] = "women"
    at.run()
    assert state(at)[0] == "men", "a moment later it is taken for a late address"
    assert at.query_params["sex"] == "men"
    monkeypatch.setattr(late, "PATIENCE", 0.0)
    at.query_params["sex"] = "women"
    at.run()
    assert state(at)[0] == "women"


def test_another_address_counts_at_once():
    at = visit("departures", sex="women")
    at.selectbox(key=SEX).set_value("all").run()
    at.query_params["sex"] = "men"
    at.run()
    assert state(at)[0] == "men"


def test_several_filters_are_written_in_one_step_and_others_stay():
    at = visit("departures", sex="women", measure="share", lang="en")
    at.button(key="reset-departures").click().run()
    assert dict(at.query_params) == {"lang": "en"}
