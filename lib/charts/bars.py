"""Draws `Bars`: stacked or grouped, hollow for provisional values, hatched for what is not published."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.charts.common import event_line, log_axis, plain
from lib.charts.rules import numbers_at_ends, sums, sums_at_ends
from lib.charts.spec import Bars
from lib.charts.theme import Theme
from lib.numbers import decimal


def draw(chart: Bars, theme: Theme) -> tuple[list[Any], dict[str, Any]]:
    """Traces and layout of a bar chart."""
    names = {key: plain(words) for key, words in chart.x_labels}
    traces = []
    for series in chart.series:
        colour = theme.colour(series.role)
        unit = "%" if chart.share else f" {plain(chart.unit)}"
        hover = [
            f"{names.get(bar.x, bar.x)}<br>{plain(series.name)}: {decimal(bar.value)}{unit}"
            + (f"<br>{plain(bar.label)}" if bar.label else "")
            for bar in series.bars
        ]
        positions, values = [bar.x for bar in series.bars], [bar.value for bar in series.bars]
        hatched = bool(series.pattern)
        traces.append(
            go.Bar(
                x=values if chart.horizontal else positions,
                y=positions if chart.horizontal else values,
                orientation="h" if chart.horizontal else "v",
                marker={
                    "color": theme.background,
                    "line": {"color": colour, "width": 1.2},
                    "pattern": {"shape": series.pattern, "fgcolor": colour, "bgcolor": theme.background, "size": 6, "solidity": 0.35},
                }
                if hatched
                else {
                    "color": [theme.background if bar.hollow else colour for bar in series.bars],
                    "line": {"color": colour, "width": [1.5 if bar.hollow else 0 for bar in series.bars]},
                },
                text=[decimal(bar.value) for bar in series.bars] if numbers_at_ends(chart) else None,
                textposition="outside" if chart.horizontal else "none",
                textfont={"size": 13, "color": theme.quiet},
                hovertext=hover,
                hoverinfo="text",
                cliponaxis=False,
            )
        )
    return traces, _layout(chart, theme, names)


def _totals(chart: Bars, theme: Theme) -> list[dict[str, Any]]:
    """The sum of each stack, written at its end."""
    font = {"size": 13, "color": theme.quiet}
    return [
        {
            "x": value,
            "y": chart.x_order.index(key),
            "text": decimal(value),
            "xanchor": "left",
            "xshift": 3,
            "showarrow": False,
            "font": font,
        }
        for key, value in sums(chart).items()
    ]


def _layout(chart: Bars, theme: Theme, names: dict[str, str]) -> dict[str, Any]:
    values = [bar.value for series in chart.series for bar in series.bars if bar.value]
    number_axis: dict[str, Any] = {"tickformat": ",", "rangemode": "tozero"}
    if chart.share:
        number_axis = {"ticksuffix": "%", "range": [0, 100]}
    if chart.log and values:
        number_axis = log_axis(min(values), max(values))
    labels = [names.get(key, key) for key in chart.x_order]
    category_axis: dict[str, Any] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(chart.x_order),
        "showgrid": False,
        "tickvals": list(chart.x_order),
        "ticktext": labels,
        "range": [-0.6, len(chart.x_order) - 0.4],
    }
    layout: dict[str, Any] = {"barmode": "stack" if chart.stacked else "group", "bargap": 0.18}
    if chart.horizontal:
        category_axis["range"] = category_axis["range"][::-1]
        number_axis |= {"nticks": 4, "tickangle": 0} if not chart.log else {}
        layout |= {
            "xaxis": number_axis,
            "yaxis": category_axis,
            "height": 90 + 30 * len(chart.x_order) * (1 if chart.stacked else len(chart.series)),
        }
        if not chart.share:
            layout["margin"] = {"l": 8, "r": 56, "t": 28, "b": 8}
        if sums_at_ends(chart):
            layout["annotations"] = _totals(chart, theme)
        return layout
    step = max(1, round(len(chart.x_order) / 8))
    shown = {key for index, key in enumerate(reversed(chart.x_order)) if index % step == 0}
    if len(chart.x_order) > 12:
        named = [key for key in chart.x_order if names.get(key, key)]
        kept = named if len(named) <= 12 else [key for key in chart.x_order if key in shown]
        category_axis |= {"tickvals": kept, "ticktext": [names.get(key, key) for key in kept], "tickangle": 0}
    lines, texts = [], []
    for index, event in enumerate(event for event in chart.events if event.x in chart.x_order):
        line, text = event_line(chart.x_order.index(event.x), event.label, theme, index % 3)
        lines.append(line)
        texts.append(text)
    top = 28 + 22 * min(3, len(lines))
    return layout | {
        "xaxis": category_axis,
        "yaxis": number_axis,
        "shapes": lines,
        "annotations": texts,
        "margin": {"l": 8, "r": 8, "t": top, "b": 8},
    }
