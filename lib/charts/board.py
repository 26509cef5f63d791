"""Draws `Board`: one line per mission, channel or office, with its stretches of time."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go

from lib.charts.common import event_line, plain
from lib.charts.rules import MANY_DOTS, MANY_ROWS, ends
from lib.charts.spec import HATCHED, Board
from lib.charts.theme import Theme
from lib.dates import Period, first_day, last_day, middle


def _label(text: str, width: int = 30) -> str:
    """A row's name on one line, or on two shorter ones; what does not fit ends in an ellipsis."""
    lines = [text] if len(text) <= width else textwrap.wrap(text, width - 4)
    return "<br>".join(plain(line) for line in lines[:2]) + ("…" if len(lines) > 2 else "")


def draw(chart: Board, theme: Theme) -> tuple[list[Any], dict[str, Any]]:
    """Traces and layout of a board; one trace per colour role, and one for dots."""
    places = [str(index) for index in range(len(chart.rows))]
    names = [_label(str(row.label)) for row in chart.rows]
    two_lines = any("<br>" in name for name in names)
    tight = len(places) > MANY_ROWS and not two_lines
    traces: list[Any] = []
    for role, words in chart.roles:
        base, length, at, hover = [], [], [], []
        for place, row in zip(places, chart.rows, strict=True):
            for item in row.segments:
                if item.role != role:
                    continue
                start, end = ends(item, chart)
                base.append(start)
                length.append((end - start).days * 86_400_000)
                at.append(place)
                span = Period(item.start, item.end) if item.start or item.end else ""
                hover.append("<br>".join(plain(str(line)) for line in (row.label, words, span, item.label) if str(line)))
        colour = theme.colour(role)
        hatched = role in HATCHED
        traces.append(
            go.Bar(
                base=base, x=length, y=at, orientation="h", hovertext=hover, hoverinfo="text", width=0.62,
                marker={
                    "color": theme.background if hatched else colour,
                    "line": {"color": colour, "width": 1 if hatched else 0},
                    "pattern": {"shape": HATCHED.get(role, ""), "fgcolor": colour, "bgcolor": theme.background, "size": 5, "solidity": 0.2},
                },
            )
        )  # fmt: skip
    dots = [(place, row, dot) for place, row in zip(places, chart.rows, strict=True) for dot in row.dots]
    crowded = len(dots) > MANY_DOTS
    if dots:
        traces.append(
            go.Scatter(
                x=[middle(dot.x) for _, _, dot in dots], y=[place for place, _, _ in dots], mode="markers",
                marker={"color": [theme.colour(dot.role) if dot.role else theme.text for _, _, dot in dots], "size": 6 if crowded else 9 if tight else 11, "symbol": "diamond", "line": {"color": theme.background, "width": 0 if crowded else 1.5}}, hoverinfo="text",
                hovertext=[f"{plain(row.label)}<br>{plain(dot.hover or dot.label)}" for _, row, dot in dots],
            )
        )  # fmt: skip
    lines, texts = [], []
    for index, event in enumerate(chart.events):
        line, text = event_line(middle(event.x), event.label, theme, index % 3)
        lines.append(line | {"y1": 1})
        texts.append(text | {"y": 1, "yshift": 16 * (index % 3)})
    layout = {
        "barmode": "overlay",
        "bargap": 0.3,
        "xaxis": {"type": "date", "range": [first_day(chart.start), last_day(chart.end)], "showgrid": True, "side": "top" if len(places) > MANY_ROWS and not lines else "bottom"},
        "yaxis": {
            "type": "category", "categoryorder": "array", "categoryarray": places, "tickvals": places,
            "ticktext": [f"<b>{name}</b>" if row.heading else name for name, row in zip(names, chart.rows, strict=True)],
            "range": [len(places) - 0.4, -0.6], "showgrid": False,
        },
        "height": 90 + (20 if tight else 36 if two_lines else 26) * len(places),
        "shapes": lines,
        "annotations": texts,
        "margin": {"l": 8, "r": 8, "t": 28 + 16 * min(3, len(lines)), "b": 8},
    }  # fmt: skip
    return traces, layout
