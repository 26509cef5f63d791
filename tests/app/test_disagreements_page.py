"""The page of disagreements as a reader meets it."""

from functools import partial

import pytest

from lib.topics.disagreements import DISPUTES
from lib.topics.disagreements_base import TOPICS
from lib.ui import disagreements as drawing
from tests.app.visits import html_of, visit

opened = partial(visit, "disagreements")


def folds(at):
    return html_of(at).count('<details class="inr-fold" id="')


def test_all_questions_stand_by_field_with_both_sides():
    at = opened()
    body = html_of(at)
    assert f"{len(DISPUTES)} questions" in at.title[0].value.replace("\\", "")
    assert folds(at) == len(DISPUTES)
    assert [item.value.replace("\\", "") for item in at.header] == [str(words) for words in TOPICS.values()]
    assert "Sources give 9 (UN special rapporteur) and 10 missions (NK News)." in body
    assert "Sources give 223 (Ministry of Unification, corrected) and 224 people" in body
    assert body.count("<dt>Why they differ</dt>") == body.count("<dt>What Inroads shows</dt>") == len(DISPUTES)
    assert 'href="exhibit?fact=arrivals.latest"' in body
    assert 'href="disagreements?id=embassies_2021"' in body
    assert not at.get("plotly_chart")


def test_a_field_narrows_the_list():
    at = opened(topic="costs")
    assert len(at.header) == 1
    assert folds(at) == sum(dispute.topic == "costs" for dispute in DISPUTES)


@pytest.mark.parametrize("dispute", DISPUTES[::6], ids=lambda dispute: dispute.key)
def test_one_in_full_has_record_data_and_citation(dispute):
    at = opened(id=dispute.key)
    assert len(at.get("plotly_chart")) == bool(dispute.chart)
    keys = [button.key for button in at.get("download_button")]
    assert f"csv-disagreements-{dispute.key.replace('_', '-')}" in keys
    assert "Trace this number" in html_of(at)
    assert len(at.header) == len(TOPICS) + 1


def test_choosing_one_writes_the_address():
    at = opened()
    at.selectbox[1].set_value("flash_drives").run()
    assert not at.exception
    assert at.query_params["id"] in ("flash_drives", ["flash_drives"])
    assert any("125,000" in item.value.replace("\\", "") for item in at.subheader)


@pytest.mark.parametrize("query", [{"id": "gone"}, {"topic": "<script>alert(1)</script>"}, {"x": "[a](http://example.org)"}])
def test_stale_and_hostile_addresses_give_a_notice(query):
    at = opened(**query)
    assert any("left out" in item.value for item in at.info)
    assert folds(at) == len(DISPUTES)
    assert "<script" not in html_of(at)


def test_hostile_data_stays_text(catalog, monkeypatch):
    from lib.topics.disagreements_base import Stated, sides_of

    def hostile(data, dispute):
        first, *rest = sides_of(data, dispute)
        bad = Stated(**{**first.__dict__, "who": "<img src=x onerror=alert(1)>", "what": "<b>bold</b>"})
        return (bad, *rest)

    monkeypatch.setattr(drawing, "sides_of", hostile)
    body = drawing._fold(catalog, DISPUTES[0])
    assert "<img" not in body
    assert "<b>bold" not in body
    assert "&lt;img" in body
