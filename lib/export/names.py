"""Names of the files that a reader takes along: plain letters, so that they survive every disk and every mail."""

from __future__ import annotations

import re
import unicodedata

from lib.export.plan import Plan


def slug(text: str, most: int = 40) -> str:
    """A text as part of a file name: small Latin letters, digits and hyphens; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].rstrip("-")


def file_name(plan: Plan, kind: str, ending: str) -> str:
    """The name of an output: `inroads-slides-winter-talk-2026-12-10.pptx`."""
    return "-".join(part for part in ("inroads", kind, slug(plan.title), plan.day) if part) + f".{ending}"
