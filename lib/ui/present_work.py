"""The making of one file at a time on this server, with errors turned into a reason that a reader can be told."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from lib.typefaces import FontsMissingError

Report = Callable[[float, str], None]
_log = logging.getLogger("inroads")
# Typesetting and packing take memory: more files at once would slow the pages of everyone else.
_ONE_AT_A_TIME = threading.Lock()
LONGEST_WAIT = 120.0
LOOK_EVERY = 0.2
NO_FONTS, BUSY, OTHER = "fonts", "busy", "other"


@dataclass(frozen=True)
class Outcome:
    """What came of it: the whole file, or why there is none (one of `NO_FONTS`, `BUSY`, `OTHER`)."""

    content: bytes = b""
    why: str = ""


def make(kind: str, build: Callable[[], bytes], waits: Callable[[], None]) -> Outcome:
    """Makes a file as soon as no other one is being made. Never raises, and never gives half a file.

    `waits` is called again and again while another file is in the making: the page says so, and can be left.
    """
    end = time.monotonic() + LONGEST_WAIT
    while not _ONE_AT_A_TIME.acquire(timeout=LOOK_EVERY):
        waits()
        if time.monotonic() > end:
            _log.error("no %s was made: other files took too long", kind)
            return Outcome(why=BUSY)
    try:
        return Outcome(build())
    except Exception as error:  # noqa: BLE001 - whatever a writer raises, the reader gets calm words and the log the rest
        _log.exception("no %s was made", kind)
        return Outcome(why=NO_FONTS if isinstance(error.__cause__ or error, FontsMissingError) else OTHER)
    finally:
        _ONE_AT_A_TIME.release()
