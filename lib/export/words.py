"""Words that stand on slides of every kind of file, said the same everywhere."""

from __future__ import annotations

from lib.export.slide import Slide
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number
from lib.settings import NAME

TAKE_CARE = _("Take care:")
# Under the QR code, by the kind of the slide.
_SCAN: dict[str, LazyText] = {
    "title": _("Scan for {name}", name=NAME),
    "chart": _("Scan for this chart"),
    "table": _("Scan for this table"),
    "figure": _("Scan for this figure"),
    "action": _("Scan for this action"),
    "empty": _("Scan for this chart"),
    "closing": _("Scan to open"),
}

_SCAN_WHOLE: dict[str, LazyText] = {"table": _("Scan for the whole table")}


def scan_words(slide: Slide) -> LazyText:
    """The words under the QR code; they say so when it leads to the whole of which the slide shows a part."""
    if slide.kind == "closing" and not slide.link:
        return _("Scan for more actions")
    if slide.scans_whole:
        return _SCAN_WHOLE.get(slide.kind, _("Scan for the whole chart"))
    return _SCAN[slide.kind]


def rows_left_out(count: int, code: str) -> LazyText:
    """How many rows of a table do not fit, and that the QR code leads to them if there is one."""
    if code:
        return ngettext("{number} more row: scan the code", "{number} more rows: scan the code", count, number=Number(count))
    return ngettext("{number} more row", "{number} more rows", count, number=Number(count))
