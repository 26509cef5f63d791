"""Pieces of HTML: every text is escaped here, and nothing of a text can become markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from lib.links import web_address
from lib.texts import without_scheme

# Control characters, and direction overrides that could turn the words around a text.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")


def safe(text: object) -> str:
    """A text for HTML content or attributes, on one line."""
    return html.escape(_CONTROL.sub(" ", str(text)), quote=True)


def element(name: str, text: object, classes: str = "") -> str:
    """An element that holds a text of unknown language: its own first letter decides in which direction it is read."""
    return f'<{name}{_classes(classes)} dir="auto">{safe(text)}</{name}>'


def block(name: str, parts: Iterable[str], classes: str = "") -> str:
    """An element around markup that is ready; an empty text when there is nothing in it."""
    inside = "".join(parts)
    return f"<{name}{_classes(classes)}>{inside}</{name}>" if inside else ""


def _classes(classes: str) -> str:
    return f' class="{classes}"' if classes else ""


def anchor(link: str, classes: str = "") -> str:
    """An address of the web, written out, that opens apart; plain words for any other."""
    if not web_address(link):
        return element("p", without_scheme(link), classes)
    inner = f'<a href="{safe(link)}" target="_blank" rel="noopener noreferrer">{safe(without_scheme(link))}</a>'
    return f'<p{_classes(classes)} dir="ltr">{inner}</p>'
