"""The buttons at the lower edge, the list of keys, and the lines that the script shows."""

from __future__ import annotations

from lib.export.stage.markup import safe
from lib.i18n import LazyText, _

_BACK = '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M15 4 7 12l8 8"/></svg>'
_ON = '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m9 4 8 8-8 8"/></svg>'
# What each group of keys does.
KEYS: tuple[tuple[LazyText, LazyText], ...] = (
    (_("Right, Down, Space, Enter, Page down, N"), _("Next slide")),
    (_("Left, Up, Shift and Space, Page up, Backspace, P"), _("Slide before")),
    (_("Home, End"), _("First slide, last slide")),
    (_("A number, then Enter"), _("To that slide")),
    (_("B or the full stop"), _("Black screen; any key brings the slide back")),
    (_("W"), _("White screen")),
    (_("S or T"), _("Speaker notes on this screen, also in a hall")),
    (_("D"), _("Dark or light hall")),
    (_("F or F5"), _("Full screen")),
    (_("H or the question mark"), _("These keys")),
    (_("Escape"), _("Close what is open")),
)


def _button(action: str, words: object, inside: str = "", more: str = "") -> str:
    label = f' aria-label="{safe(words)}" title="{safe(words)}"' if inside else ""
    return f'<button type="button" data-do="{action}"{label}{more}>{inside or safe(words)}</button>'


def bar() -> str:
    """The buttons. The script shows them, because without it they do nothing."""
    hall = f' data-light="{safe(_("Light hall"))}" data-dark="{safe(_("Dark hall"))}"'
    full = f' data-off="{safe(_("Full screen"))}" data-on="{safe(_("Leave full screen"))}"'
    buttons = (
        _button("before", _("Slide before"), _BACK)
        + _button("next", _("Next slide"), _ON)
        + _button("notes", _("Notes"), more=' aria-expanded="false" aria-controls="notes"')
        + _button("blank", _("Black"))
        + _button("hall", _("Dark hall"), more=hall)
        + _button("help", _("Keys"), more=' aria-expanded="false" aria-controls="help"')
        + f'<span class="rest"></span>{_button("full", _("Full screen"), more=full)}'
    )
    return f'<nav id="bar" aria-label="{safe(_("Presentation"))}" hidden>{buttons}</nav>'


def help_panel() -> str:
    """The list of keys, closed at first."""
    keys = "".join(f"<dt>{safe(keys)}</dt><dd>{safe(does)}</dd>" for keys, does in KEYS)
    touch = _("Click or tap right for the next slide, left for the one before, or swipe.")
    inside = _("The speaker notes are part of this file: whoever has it can read them.")
    return (
        f'<div id="help" class="panel" role="dialog" aria-labelledby="help-name" tabindex="-1" hidden>'
        f'<h2 id="help-name">{safe(_("Keys"))}</h2><dl>{keys}</dl><p>{safe(touch)}</p><p>{safe(inside)}</p>'
        f'<button type="button" data-do="help">{safe(_("Close"))}</button></div>'
    )


def lines() -> str:
    """Lines that the script fills: the slide for screen readers, the number being typed, and calm words when something is refused."""
    refused = _("This window cannot go full screen; press F11.")
    goes_to = _("To slide {number}")
    screen = _("The screen is blank. Any key brings the slide back.")
    return (
        f'<p id="spoken" class="unseen" aria-live="polite" data-slide="{safe(_("Slide {name}"))}" data-blank="{safe(screen)}"></p>'
        f'<p id="typed" data-words="{safe(goes_to)}" hidden></p>'
        f'<p id="calm" role="status" data-refused="{safe(refused)}"></p>'
        '<div id="blank" hidden></div><div id="progress" aria-hidden="true"><div></div></div>'
    )
