"""Files to take along: made in a thread of the server, watched by the page, and failing in calm words."""

import logging
import threading
import time
from contextlib import suppress

import pytest

from lib import typefaces
from lib.export.plan import Plan, item_of, write_file
from lib.i18n import language, set_language
from lib.ui import present_work
from lib.ui.present_files import OUTPUTS
from lib.ui.present_work import BUSY, DONE, FAILED, MAKING, NO_FONTS, OTHER, WAITING, Work
from tests.app.test_present_page import TWO, notices, opened
from tests.app.visits import html_of

KINDS = ("slides", "handout", "stage", "kit")
FIRST_BYTES = {"slides": b"PK", "handout": b"%PDF", "stage": b"<!DOCTYPE html>", "kit": b"PK"}


@pytest.fixture(autouse=True)
def no_click(monkeypatch):
    """Most of these tests ask for a file without a click on the page."""
    monkeypatch.setattr(present_work, "LONGEST_CLICK", 0.01)


def in_thread(make):
    """Runs what a download runs, as the server does; returns the thread and the place of its result."""
    got = []

    def run():
        with suppress(Exception):
            got.append(make())

    thread = threading.Thread(target=run)
    thread.start()
    return thread, got


def quiet(_report):
    return b"file"


def fails_for(error):
    def build(_report):
        raise error

    return build


def test_a_file_is_handed_over_whole_and_its_making_can_be_watched():
    work, go, seen = Work(), threading.Event(), threading.Event()

    def build(report):
        report(0.25, "Making the slides")
        seen.set()
        go.wait(5)
        return b"file"

    assert not work.look().busy
    thread, got = in_thread(work.maker(build, "kit"))
    assert seen.wait(5)
    look = work.look()
    assert (look.state, look.share, look.words, look.busy) == (MAKING, 0.25, "Making the slides", True)
    go.set()
    thread.join(5)
    assert got == [b"file"]
    assert work.look().state == DONE
    assert work.look().fresh(5)


@pytest.mark.parametrize(
    ("error", "why"),
    [(typefaces.FontsMissingError("fonts/korean.ttf is missing"), NO_FONTS), (OSError("disk full"), OTHER), (KeyError("x"), OTHER)],
)
def test_a_file_that_cannot_be_made_is_never_handed_over_and_the_log_says_why(error, why, caplog):
    work = Work()
    with caplog.at_level(logging.ERROR, logger="inroads"), pytest.raises(type(error)):
        work.maker(fails_for(error), "handout")()
    assert (work.look().state, work.look().why) == (FAILED, why)
    assert "handout" in caplog.text
    assert str(error) in caplog.text
    assert work.maker(quiet, "handout")() == b"file", "the next try is free"
    assert work.look().why == ""


def test_files_are_made_one_at_a_time_and_the_second_says_that_it_waits(monkeypatch):
    first, second, third = Work(), Work(), Work()
    begun, go = threading.Event(), threading.Event()

    def slow(_report):
        begun.set()
        go.wait(5)
        return b"first"

    thread, got = in_thread(first.maker(slow, "kit"))
    assert begun.wait(5)
    other, got_other = in_thread(second.maker(quiet, "slides"))
    deadline = time.monotonic() + 5
    while second.look().state != WAITING and time.monotonic() < deadline:
        time.sleep(0.01)
    assert second.look().state == WAITING
    monkeypatch.setattr(present_work, "LONGEST_WAIT", 0.05)
    with pytest.raises(TimeoutError):
        third.maker(quiet, "stage")()
    assert third.look().why == BUSY
    go.set()
    thread.join(5)
    other.join(5)
    assert (got, got_other) == ([b"first"], [b"file"])


def test_a_click_waits_for_its_download_to_begin_and_not_much_longer():
    work, go = Work(), threading.Event()

    def slow(_report):
        go.wait(5)
        return b"file"

    def late():
        time.sleep(0.1)
        return work.maker(slow, "kit")()

    thread, _got = in_thread(late)
    work.wait(begin=5, end=0.05)
    assert work.look().busy, "the run goes on while the file is being made"
    go.set()
    thread.join(5)
    begun = time.monotonic()
    work.wait(begin=0.2, end=5)
    assert time.monotonic() - begun < 1, "nothing is asked for: the page does not hang"


def test_a_quick_file_is_not_handed_over_before_the_run_of_its_click_has_begun(monkeypatch):
    monkeypatch.setattr(present_work, "LONGEST_CLICK", 5)
    work = Work()
    for build in (quiet, fails_for(OSError("disk full"))):
        thread, _got = in_thread(work.maker(build, "slides"))
        thread.join(0.1)
        assert thread.is_alive(), "an answer now would be lost"
        work.wait(begin=5, end=5)
        thread.join(1)
        assert not thread.is_alive()
        assert not work.look().busy


def test_a_download_speaks_the_language_of_its_reader():
    work, heard = Work(), []
    make = work.maker(lambda _report: heard.append(language()) or b"", "stage")
    thread, _got = in_thread(lambda: (set_language("en"), make())[1])
    thread.join(5)
    assert heard == ["en"]


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.kind)
def test_each_output_makes_its_kind_of_file(output, catalog):
    at = opened(items=TWO, title="Winter talk", date="2026-12-10")
    button = at.get("download_button")[[item.key for item in at.get("download_button")].index(f"present-{output.kind}")]
    assert button.label == str(output.label)
    made = at.session_state["present_made"]
    said = []
    content = output.build(catalog, made.deck, made.key[2], lambda share, words: said.append((share, words)))
    assert content.startswith(FIRST_BYTES[output.kind])
    if output.kind == "kit":
        shares = [share for share, _words in said]
        assert len(shares) > 3
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 and words for share, words in said)


def test_without_items_there_is_nothing_to_make_but_the_list_can_be_opened():
    at = opened()
    keys = {item.key for item in at.get("download_button")}
    assert not keys & {f"present-{kind}" for kind in KINDS}
    assert at.file_uploader(key="present-file")


def test_the_page_says_what_could_not_be_made_and_what_still_can(catalog):
    at = opened(items=TWO)
    for error, words in (
        (typefaces.FontsMissingError("x"), "fonts of this copy are not complete"),
        (OSError("disk"), "an error that is ours"),
    ):
        with suppress(Exception):
            at.session_state["present_works"]["handout"].maker(fails_for(error), "handout")()
        at.run()
        assert not at.exception
        assert len(at.warning) == 1
        assert notices(at).count("Handout (PDF)") == 1
        assert words in notices(at)
        assert "disk" not in notices(at), "the reader gets no inner words"
    with suppress(Exception):
        at.session_state["present_works"]["handout"].maker(quiet, "handout")()
    assert not at.run().warning
    assert write_file(Plan().with_items([item_of(catalog, code) for code in TWO.split(",")]))


def test_a_bar_shows_how_far_a_file_is_and_goes_when_it_is_done():
    at = opened(items=TWO)
    assert not at.get("progress")
    seen, go = threading.Event(), threading.Event()

    def build(report):
        report(0.5, "Packing <b>the</b> data")
        seen.set()
        go.wait(20)
        return b"file"

    thread, _got = in_thread(at.session_state["present_works"]["kit"].maker(build, "kit"))
    assert seen.wait(5)
    at.run()
    bar = at.get("progress")[0]
    assert bar.value == 50
    assert "Packing" in bar.proto.text
    assert "\\<b\\>" in bar.proto.text
    go.set()
    thread.join(5)
    at.run()
    assert not at.get("progress")
    assert not at.warning


def test_a_copy_without_fonts_keeps_the_page_and_says_so(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    with caplog.at_level(logging.ERROR, logger="inroads"):
        at = opened(items="f.arrivals.peak,f.arrivals.cumulative", title="Without fonts")
    assert "The fonts of this copy are not complete" in notices(at)
    assert not at.get("iframe")
    assert "missing" in caplog.text
    assert len([item for item in at.markdown if item.value[:1].isdigit()]) == 2
    assert "present-save" in {item.key for item in at.get("download_button")}
    assert "<h1" not in html_of(at)
