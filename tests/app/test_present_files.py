"""Files to take along: made in the run of the click, handed over whole, and failing in calm words."""

import functools
import gc
import io
import logging
import threading
import zipfile

import pytest

from lib import typefaces
from lib.export import stage
from lib.export.kit import KitError
from lib.ui import present_work
from lib.ui.present_files import OUTPUTS
from lib.ui.present_work import BUSY, NO_FONTS, OTHER, make
from tests.app.presenting import TWO, notices, opened
from tests.app.visits import html_of
from tests.export.stage_decks import deck

KINDS = {"slides": ("pptx", b"PK"), "handout": ("pdf", b"%PDF"), "stage": ("html", b"<!DOCTYPE html>"), "kit": ("zip", b"PK")}


def remembered(words):
    """The caches of functions in this process whose keys hold these words."""
    found = []
    for cache in (each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)):
        held = next((each for each in gc.get_referents(cache) if isinstance(each, dict) and each is not cache.__dict__), {})
        # A key of several arguments is a list that says nothing of itself; what it refers to is their values.
        texts = [text for key in held for text in ([key] if isinstance(key, str) else gc.get_referents(key)) if isinstance(text, str)]
        found += [cache.__qualname__] if any(words in text for text in texts) else []
    return found


def test_the_look_into_caches_finds_what_is_there():
    typefaces.width("Quentin Zyx, once", 20)
    assert remembered("Quentin Zyx") == ["width"]
    typefaces.forget()
    assert remembered("Quentin Zyx") == []


def nothing():
    pass


def fails_with(error, cause=None):
    def build():
        raise error from cause

    return build


@pytest.mark.parametrize(
    ("error", "cause", "why"),
    [
        (typefaces.FontsMissingError("fonts/korean.ttf is missing"), None, NO_FONTS),
        (KitError("handout.pdf", "fonts"), typefaces.FontsMissingError("fonts/korean.ttf is missing"), NO_FONTS),
        (KitError("handout.pdf", "disk full"), OSError("disk full"), OTHER),
        (OSError("disk full"), None, OTHER),
        (KeyError("x"), None, OTHER),
    ],
)
def test_a_file_that_cannot_be_made_is_never_handed_over_and_the_log_says_why(error, cause, why, caplog):
    with caplog.at_level(logging.ERROR, logger="inroads"):
        made = make("handout", fails_with(error, cause), nothing)
    assert (made.content, made.why) == (b"", why)
    assert "handout" in caplog.text
    assert str(error) in caplog.text
    assert make("handout", lambda: b"file", nothing).content == b"file", "the next try is free"


def test_files_are_made_one_at_a_time_and_the_second_says_that_it_waits(monkeypatch):
    begun, go, got, waited = threading.Event(), threading.Event(), [], threading.Event()

    def slow():
        begun.set()
        go.wait(10)
        return b"first"

    first = threading.Thread(target=lambda: got.append(make("kit", slow, nothing)))
    first.start()
    assert begun.wait(5)
    second = threading.Thread(target=lambda: got.append(make("slides", lambda: b"second", waited.set)))
    second.start()
    assert waited.wait(5)
    monkeypatch.setattr(present_work, "LONGEST_WAIT", 0.0)
    assert make("stage", lambda: b"third", nothing).why == BUSY
    go.set()
    first.join(5)
    second.join(5)
    assert [made.content for made in got] == [b"first", b"second"]


def test_a_page_that_is_left_while_a_file_is_made_gives_the_turn_to_the_next():
    class Left(BaseException):
        """What ends a run of a page."""

    with pytest.raises(Left):
        make("kit", fails_with(Left()), nothing)
    assert make("kit", lambda: b"file", nothing).content == b"file"


def ready(at):
    return [item for item in at.get("download_button") if (item.key or "").startswith("present-file-")]


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.kind)
def test_each_output_is_one_click_and_its_kind_of_file(output):
    at = opened(items=TWO, title="Winter talk", date="2026-12-10")
    assert ready(at) == []
    at.button(key=f"present-{output.kind}").click().run()
    assert not at.exception
    ending, begin = KINDS[output.kind]
    made = at.session_state["present_ready"]
    assert made.name == f"inroads-{output.kind}-winter-talk-2026-12-10.{ending}"
    assert made.content.startswith(begin)
    assert len(ready(at)) == 1
    assert f"st-key-{ready(at)[0].key} button" in html_of(at), "the browser is told to save it"
    at.run()
    assert len(ready(at)) == 1, "it can be saved again"
    assert "<script>" not in html_of(at), "but not by itself"
    at.text_input(key="present-title").set_value("Another evening").run()
    assert ready(at) == [], "a file of another list is no longer offered"


def test_the_speaker_is_remembered_by_the_session_only():
    at = opened(items=TWO)
    at.text_input(key="present-speaker").set_value("Quentin Zyx").run()
    assert "Quentin Zyx" in at.session_state["present_made"].stage
    assert remembered("Quentin Zyx") == []
    for kind in KINDS:
        at.button(key=f"present-{kind}").click().run()
        assert len(ready(at)) == 1
        assert remembered("Quentin Zyx") == [], kind


def test_the_kit_says_how_far_it_is(catalog):
    at = opened(items=TWO)
    made, said = at.session_state["present_made"], []
    kit = next(output for output in OUTPUTS if output.kind == "kit")
    content = kit.build(catalog, made.deck, made.key[2], lambda share, words: said.append((share, words)))
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    shares = [share for share, _words in said]
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 and words for share, words in said)


def test_without_items_there_is_nothing_to_make_but_the_list_can_be_opened():
    at = opened()
    assert not {item.key for item in at.button} & {f"present-{kind}" for kind in KINDS}
    assert at.file_uploader(key="present-file")


def test_the_page_says_what_could_not_be_made_and_what_still_can(monkeypatch, tmp_path):
    at = opened(items=TWO)
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    at.button(key="present-handout").click().run()
    assert not at.exception
    assert notices(at).count("Handout (PDF)") == 1
    assert "fonts of this copy are not complete" in notices(at)
    assert "fonts/" not in notices(at), "the reader gets no inner words"
    assert ready(at) == []
    monkeypatch.undo()
    at.button(key="present-handout").click().run()
    assert "Handout" not in notices(at)
    assert len(ready(at)) == 1


def test_a_copy_without_fonts_keeps_the_page_and_says_so(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    for kept in (typefaces._stretches, typefaces._face_of):
        kept.cache_clear()
    with caplog.at_level(logging.ERROR, logger="inroads"):
        at = opened(items="f.arrivals.peak,f.arrivals.cumulative", title="Without fonts")
    assert "The fonts of this copy are not complete" in notices(at)
    assert not at.get("iframe")
    assert "missing" in caplog.text
    assert len([item for item in at.markdown if item.value[:1].isdigit()]) == 2
    assert "present-save" in {item.key for item in at.get("download_button")}
    assert "<h1" not in html_of(at)


def test_a_file_that_another_click_left_unfinished_is_named_once():
    at = opened(items=TWO)
    at.session_state["present_making"] = "kit"  # what a run leaves behind that was ended while it made the kit
    at.button(key="present-slides").click().run()
    assert "Offline kit (zip): not finished" in notices(at)
    assert len(ready(at)) == 1, "the file that was asked for is made all the same"
    at.run()
    assert "not finished" not in notices(at)
    at.session_state["present_making"] = "slides"
    at.button(key="present-slides").click().run()
    assert "not finished" not in notices(at), "the same file again needs no words"


def test_a_long_deck_is_drawn_behind_a_bar_that_tells_how_far_it_is():
    told = []
    shown = deck()
    stage.html(shown, told.append)
    assert told == [number / len(shown.slides) for number in range(1, len(shown.slides) + 1)]
