"""Charts, legends and QR codes inside the file: one drawing serves the light and the dark hall.

A chart is drawn once, in the colours of the light theme. Each colour is then replaced by the name of a property that
the stylesheet sets for both halls.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lib.charts.spec import Chart, legend
from lib.charts.theme import DARK, LIGHT, Theme
from lib.charts.vector import sign, svg
from lib.export import qr
from lib.export.stage.fit import LEGEND
from lib.export.stage.markup import block, element, safe
from lib.texts import without_scheme

CHART_TEXT = 30
# Quotes are escaped in texts and values, so this can only be an attribute of the drawing.
_PAINT = re.compile(r'(\s(?:fill|stroke))="(#[0-9A-Fa-f]{3,8})"')


def _colours(theme: Theme) -> dict[str, str]:
    """All colours of a theme by the name of what they mean."""
    plain = {"paper": theme.background, "ink": theme.text, "quiet": theme.quiet, "grid": theme.grid}
    return {role.replace("_", "-"): colour.upper() for role, colour in {**theme.roles, **plain}.items()}


@lru_cache(maxsize=1)
def _property_names() -> dict[str, str]:
    """The property for each colour of the light theme. Raises ValueError if one light colour has two dark ones."""
    light, dark = _colours(LIGHT), _colours(DARK)
    names: dict[str, str] = {}
    for role in ("paper", "ink", "quiet", "grid", "accent", *light):
        name = names.setdefault(light[role], role)
        if dark[name] != dark[role]:
            raise ValueError(f"{name} and {role} share a colour in the light hall only")
    return names


def properties(theme: Theme) -> str:
    """The properties of a hall for the stylesheet."""
    colours = _colours(theme)
    return "".join(f"--{name}:{colours[name]};" for name in _property_names().values())


def _for_both_halls(drawing: str) -> str:
    """The drawing with properties in place of colours. Raises ValueError for a colour that is not of the theme."""

    def named(found: re.Match[str]) -> str:
        attribute, colour = found.groups()
        if colour.upper() not in _property_names():
            raise ValueError(f"{colour} is no colour of the light theme")
        return f'{attribute}="var(--{_property_names()[colour.upper()]})"'

    return _PAINT.sub(named, drawing)


def chart(drawn: Chart, width: float, height: float, alt: str) -> str:
    """A chart with its alternative text, which stands around the drawing: browsers would show a title beside the mouse."""
    drawing = _for_both_halls(svg(drawn, LIGHT, width, height, CHART_TEXT))
    return f'<div class="figure chart" role="img" aria-label="{safe(alt)}">{drawing}</div>'


def legend_of(drawn: Chart) -> str:
    """The legend as text with the signs of the chart."""
    entries = (
        f"<li>{_for_both_halls(sign(role, shape, LIGHT, LEGEND))}{element('span', words)}</li>" for role, shape, words in legend(drawn)
    )
    return block("ul", entries, "legend")


def code(link: str, alt: str, words: str) -> str:
    """A QR code, always dark on white, with a short word under it. Raises ValueError for an address that is too long."""
    drawing = qr.svg(link).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    name = safe(f"{alt} {without_scheme(link)}")
    return f'<figure class="code"><div role="img" aria-label="{name}">{drawing}</div>{element("figcaption", words)}</figure>'
