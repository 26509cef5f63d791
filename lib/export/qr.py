"""QR codes of short addresses, as vector graphics and as pictures."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from lib.links import MOST_SCANNED, scannable

QUIET = 4  # light modules around the code, as the standard asks


@lru_cache(maxsize=256)
def _code(link: str) -> Any:
    import segno

    if not scannable(link):
        raise ValueError(f"an address for a QR code has a host and at most {MOST_SCANNED} characters")
    return segno.make(link, error="m", micro=False)


@lru_cache(maxsize=256)
def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """The code as rows of modules, true for dark, without the quiet zone. Raises ValueError for an address that is too long."""
    return tuple(tuple(bool(module) for module in row) for row in _code(link).matrix)


@lru_cache(maxsize=256)
def svg(link: str) -> str:
    """The code as a vector graphic that fills its frame: always dark on white, because scanners expect it. Raises ValueError."""
    buffer = io.BytesIO()
    _code(link).save(
        buffer, kind="svg", border=QUIET, dark="#000", light="#fff", omitsize=True, xmldecl=False, svgns=True, nl=False, svgclass=None,
        lineclass=None,
    )  # fmt: skip
    return buffer.getvalue().decode("utf-8")


@lru_cache(maxsize=64)
def png(link: str, scale: int = 10) -> bytes:
    """The code as a picture, `scale` pixels a module. Raises ValueError for an address that is too long."""
    buffer = io.BytesIO()
    _code(link).save(buffer, kind="png", border=QUIET, scale=scale)
    return buffer.getvalue()
