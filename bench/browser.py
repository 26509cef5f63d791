"""Finds a Chromium and starts it without any of its own network habits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = (
    "No Chromium found. Install it (Debian: sudo apt install chromium-headless-shell, or chromium; elsewhere: any Chrome or Chromium, or "
    "'python -m playwright install chromium'), or set INROADS_CHROMIUM to its path."
)


def find_chromium(playwright: Playwright) -> str:
    """The path of a browser: the one that INROADS_CHROMIUM names, an installed one, or Playwright's own.

    Raises FileNotFoundError, saying what to install, when there is none.
    """
    asked = os.environ.get("INROADS_CHROMIUM", "")
    if asked:
        found = shutil.which(asked)
        if found is None:
            raise FileNotFoundError(f"INROADS_CHROMIUM names {asked!r}, which is no program. {MISSING}")
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    if own and Path(own).exists():
        return own
    raise FileNotFoundError(MISSING)


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium. Raises FileNotFoundError when there is none."""
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return playwright.chromium.launch(executable_path=find_chromium(playwright), args=[*QUIET, *as_root])
