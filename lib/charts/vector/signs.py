"""Signs of marks and legends: the named shapes, hatched areas, and small pictures of both."""

from __future__ import annotations

from math import cos, pi, sin

from lib.charts.theme import Theme
from lib.charts.vector.pen import Box, element, number

_X = 0.4  # half the thickness of the arms of a cross


def _polygon(points: list[tuple[float, float]], radius: float) -> str:
    return "M" + "L".join(f"{number(x * radius)} {number(y * radius)}" for x, y in points) + "z"


def _star() -> list[tuple[float, float]]:
    return [((1.4 if n % 2 == 0 else 0.55) * sin(pi * n / 5), -(1.4 if n % 2 == 0 else 0.55) * cos(pi * n / 5)) for n in range(10)]


def _cross(turned: bool) -> list[tuple[float, float]]:
    arms = [(-_X, -1.2), (_X, -1.2), (_X, -_X), (1.2, -_X), (1.2, _X), (_X, _X), (_X, 1.2), (-_X, 1.2), (-_X, _X), (-1.2, _X), (-1.2, -_X), (-_X, -_X)]  # fmt: skip
    half = 0.5**0.5
    return [((x - y) * half, (x + y) * half) for x, y in arms] if turned else arms


_POLYGONS: dict[str, list[tuple[float, float]]] = {
    "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    "diamond": [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
    "triangle-up": [(0, -1.2), (1.15, 0.8), (-1.15, 0.8)],
    "triangle-down": [(0, 1.2), (1.15, -0.8), (-1.15, -0.8)],
    "cross": _cross(turned=False),
    "x": _cross(turned=True),
    "star": _star(),
}


def outline(shape: str, radius: float) -> str:
    """The path of a shape around 0, 0; an unknown shape is a circle."""
    if shape in _POLYGONS:
        return _polygon(_POLYGONS[shape], radius)
    r, d = number(radius), number(2 * radius)
    return f"M-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z"


def spot(shape: str, x: float, y: float, radius: float, fill: str, stroke: str = "", thick: float = 0) -> str:
    """A shape at a place."""
    attributes: dict[str, object] = {"transform": f"translate({number(x)} {number(y)})", "d": outline(shape, radius), "fill": fill}
    return element("path", attributes | ({"stroke": stroke, "stroke-width": thick} if stroke else {}))


def _steps(start: float, end: float, gap: float) -> list[float]:
    """Evenly spaced places between two ends, lying symmetrically; at least one."""
    count = max(1, int((end - start) / gap))
    first = (start + end) / 2 - (count - 1) * gap / 2
    return [first + n * gap for n in range(count)]


def _slants(box: Box, gap: float, rising: bool) -> list[tuple[float, float, float, float]]:
    """Slanted lines cut off at the edges of the box, so that no clip path with an id is needed."""
    x0, y0, x1, y1 = box
    found = []
    place = (int((x0 + y0) / gap) + 1) * gap
    while place < x1 + y1:
        found.append((max(x0, place - y1), min(y1, place - x0), min(x1, place - y0), max(y0, place - x1)))
        place += gap
    return found if rising else [(x0 + x1 - a, b, x0 + x1 - c, d) for a, b, c, d in found]


def hatch(box: Box, pattern: str, gap: float, thick: float, colour: str) -> str:
    """The lines or dots that fill a box; `pattern` is one of / x - | and the dot."""
    x0, y0, x1, y1 = box
    if x1 - x0 < 0.5 or y1 - y0 < 0.5:
        return ""
    if pattern == ".":
        spots = "".join(f"M{x:.1f} {y:.1f}h.1" for x in _steps(x0, x1, gap) for y in _steps(y0, y1, gap))
        return element("path", {"d": spots, "stroke": colour, "stroke-width": thick * 1.3, "stroke-linecap": "round"})
    lines: list[tuple[float, float, float, float]] = []
    if pattern in "/x":
        lines += _slants(box, gap * 1.4, rising=True)
    if pattern == "x":
        lines += _slants(box, gap * 1.4, rising=False)
    if pattern == "-":
        lines += [(x0, y, x1, y) for y in _steps(y0, y1, gap)]
    if pattern == "|":
        lines += [(x, y0, x, y1) for x in _steps(x0, x1, gap)]
    path = "".join(f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" for a, b, c, d in lines)
    return element("path", {"d": path, "stroke": colour, "stroke-width": thick}) if path else ""


def area(box: Box, theme: Theme, colour: str, pattern: str, hollow: bool, dot: float, fine: bool = False) -> str:
    """A filled, hollow or hatched box; `dot` is a pixel of the screen's charts, `fine` makes a lighter hatching."""
    x0, y0, x1, y1 = box
    place: dict[str, object] = {"x": x0, "y": y0, "width": x1 - x0, "height": y1 - y0}
    if not (pattern or hollow):
        return element("rect", place | {"fill": colour})
    thick = (1.0 if fine else 1.2) * dot if pattern else 1.5 * dot
    frame = element("rect", place | {"fill": theme.background, "stroke": colour, "stroke-width": thick})
    return frame + (hatch(box, pattern, (7 if fine else 5) * dot, (1.1 if fine else 1.6) * dot, colour) if pattern else "")


def sign(role: str, shape: str, theme: Theme, size: float) -> str:
    """The sign of a legend's line, as a square picture as high as the font size of the words beside it.

    `role` and `shape` are as in `lib.charts.spec.legend`. Raises KeyError for an unknown role.
    """
    colour = theme.colour(role)
    if shape.startswith("bar"):
        inset = size * 0.09
        drawn = area((inset, inset, size - inset, size - inset), theme, colour, shape[3:], hollow=False, dot=size / 15)
    else:
        drawn = spot(shape, size / 2, size / 2, size * 0.33, colour)
    frame = {"xmlns": "http://www.w3.org/2000/svg", "width": size, "height": size, "viewBox": f"0 0 {number(size)} {number(size)}"}
    return element("svg", frame | {"aria-hidden": "true"}, drawn)
