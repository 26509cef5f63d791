"""The making of a file while its reader waits: one at a time on this server, watched, and never handed over broken.

Two threads meet here. The download makes the file in a thread of the server; the page looks how far it is.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from lib.i18n import language, set_language
from lib.typefaces import FontsMissingError

Report = Callable[[float, str], None]
_log = logging.getLogger("inroads")
# Typesetting and packing take memory: more files at once would slow the pages of everyone else.
_ONE_AT_A_TIME = threading.Lock()
LONGEST_WAIT = 120.0
LONGEST_CLICK = 2.0  # seconds after which a click has surely begun its run of the page
WAITING, MAKING, DONE, FAILED = "waiting", "making", "done", "failed"
NO_FONTS, BUSY, OTHER = "fonts", "busy", "other"


@dataclass(frozen=True)
class Look:
    """How far a file is: its state, the share that is done (0 to 1), what is being done, and why it failed."""

    state: str = ""
    share: float = 0.0
    words: str = ""
    why: str = ""
    ended: float = 0.0

    @property
    def busy(self) -> bool:
        """Whether the file is still being made."""
        return self.state in (WAITING, MAKING)

    def fresh(self, seconds: float) -> bool:
        """Whether the file was finished, well or not, so many seconds ago at most."""
        return self.ended > 0 and time.monotonic() - self.ended < seconds


class Work:
    """The making of one kind of file for one reader."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._look = Look()
        self._begun = 0
        self._expected = 0

    def look(self) -> Look:
        """How far it is."""
        with self._changed:
            return self._look

    def _set(self, look: Look) -> None:
        with self._changed:
            self._look = look
            self._changed.notify_all()

    def maker(self, build: Callable[[Report], bytes], kind: str) -> Callable[[], bytes]:
        """What a download calls to get its file, in the language of the reader who sees the button."""
        reader = language()

        def make() -> bytes:
            set_language(reader)  # the thread of a download knows nothing of the session
            return self._make(build, kind)

        return make

    def _make(self, build: Callable[[Report], bytes], kind: str) -> bytes:
        with self._changed:
            self._begun += 1
        self._set(Look(WAITING))
        if not _ONE_AT_A_TIME.acquire(timeout=LONGEST_WAIT):
            _log.error("no %s was made: other files took too long", kind)
            self._end(FAILED, BUSY)
            raise TimeoutError(kind)
        try:
            self._set(Look(MAKING))
            content = build(lambda share, words: self._set(Look(MAKING, min(max(share, 0.0), 1.0), words)))
        except FontsMissingError:
            _log.exception("no %s was made: the folder of fonts is not complete", kind)
            self._end(FAILED, NO_FONTS)
            raise
        except Exception:
            _log.exception("no %s was made", kind)
            self._end(FAILED, OTHER)
            raise
        finally:
            _ONE_AT_A_TIME.release()
        self._end(DONE)
        return content

    def _end(self, state: str, why: str = "") -> None:
        """Ends the making, but not before the run of the page that the click began: its start drops answers that are on their way."""
        with self._changed:
            self._changed.wait_for(lambda: self._expected >= self._begun, LONGEST_CLICK)
        self._set(Look(state, float(state == DONE), why=why, ended=time.monotonic()))

    def wait(self, begin: float = LONGEST_CLICK, end: float = 1.0) -> None:
        """Waits until a download that was just asked for has begun, and a moment for a quick one to end.

        The click and the wish for the file come one after the other. A new run of the page gives every download another
        name, so the run must not pass before the wish has been heard.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._begun > self._expected, begin)
            self._expected = self._begun
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._look.busy, end)
