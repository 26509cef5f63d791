"""Draws `Points` and `Ladder`: dots for single values, bars with ends for ranges, hollow for doubtful ones."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.charts.common import event_line, log_axis, plain
from lib.charts.spec import Ladder, Mark, MarkSeries, Points
from lib.charts.theme import Theme
from lib.dates import middle
from lib.numbers import decimal


def _numbers(series: tuple[MarkSeries, ...]) -> list[float]:
    return [n for item in series for mark in item.marks for n in (mark.value, mark.low, mark.high) if n is not None and n > 0]


def _hover(series: MarkSeries, mark: Mark, unit: str) -> str:
    ends = [number for number in (mark.low, mark.high) if number is not None]
    figure = "–".join(decimal(number) for number in ends) if ends else decimal(mark.centre)
    lines = [plain(series.name), f"{figure} {unit}".strip(), plain(mark.hover or mark.x)]
    return "<br>".join(line for line in lines if line)


def _ranges(series: MarkSeries, theme: Theme, horizontal: bool, place: Any) -> Any:
    along: list[Any] = []
    across: list[Any] = []
    for mark in series.marks:
        if mark.low is not None and mark.high is not None:
            along += [mark.low, mark.high, None]
            across += [place(mark), place(mark), None]
    line = {"color": theme.colour(series.role), "width": 5 if not horizontal else 8}
    axes = {"x": along, "y": across} if horizontal else {"x": across, "y": along}
    return go.Scatter(**axes, mode="lines", line=line, opacity=0.6, hoverinfo="skip", connectgaps=False)


def _dots(series: MarkSeries, theme: Theme, horizontal: bool, place: Any, unit: str) -> Any:
    colour = theme.colour(series.role)
    marks = series.marks
    positions, values = [place(mark) for mark in marks], [mark.centre for mark in marks]
    axes = {"x": values, "y": positions} if horizontal else {"x": positions, "y": values}
    labels = [plain(mark.label) for mark in marks]
    mode = "lines+markers" if series.joined else "markers"
    return go.Scatter(
        **axes,
        mode=mode + ("+text" if any(labels) else ""),
        line={"color": colour, "width": 2},
        marker={
            "color": [theme.background if mark.hollow else colour for mark in marks],
            "line": {"color": colour, "width": 1.5},
            "size": 10,
            "symbol": series.shape,
        },
        text=labels,
        textposition="top center",
        textfont={"size": 12, "color": theme.quiet},
        hovertext=[_hover(series, mark, unit) for mark in marks],
        hoverinfo="text",
        cliponaxis=False,
    )


def _traces(series: tuple[MarkSeries, ...], theme: Theme, horizontal: bool, place: Any, unit: str) -> list[Any]:
    traces = []
    for item in series:
        if any(mark.low is not None and mark.high is not None for mark in item.marks):
            traces.append(_ranges(item, theme, horizontal, place))
        traces.append(_dots(item, theme, horizontal, place, unit))
    return traces


def draw_points(chart: Points, theme: Theme) -> tuple[list[Any], dict[str, Any]]:
    """Traces and layout of points over time."""
    numbers = _numbers(chart.series)
    axis: dict[str, Any] = {"tickformat": ",", "rangemode": "tozero" if chart.y_from_zero else "normal"}
    if chart.log and numbers:
        axis = log_axis(min(numbers), max(numbers))
    lines, texts = [], []
    for index, event in enumerate(chart.events):
        line, text = event_line(middle(event.x), event.label, theme, index % 3)
        lines.append(line)
        texts.append(text)
    margin = {"l": 8, "r": 16, "t": 28 + 22 * min(3, len(lines)), "b": 8}
    layout = {"xaxis": {"type": "date", "showgrid": False}, "yaxis": axis, "shapes": lines, "annotations": texts, "margin": margin}
    return _traces(chart.series, theme, False, lambda mark: middle(mark.x), plain(chart.unit)), layout


def draw_ladder(chart: Ladder, theme: Theme) -> tuple[list[Any], dict[str, Any]]:
    """Traces and layout of ranges by category."""
    names = {key: plain(words) for key, words in chart.labels}
    numbers = _numbers(chart.series)
    axis: dict[str, Any] = {"tickformat": ",", "rangemode": "tozero"}
    if chart.log and numbers:
        axis = log_axis(min(numbers), max(numbers))
    categories = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(chart.order),
        "tickvals": list(chart.order),
        "ticktext": [names.get(key, key) for key in chart.order],
        "range": [len(chart.order) - 0.4, -0.6],
    }
    layout = {"xaxis": axis, "yaxis": categories, "height": 90 + 44 * len(chart.order)}
    return _traces(chart.series, theme, True, lambda mark: mark.x, plain(chart.unit)), layout
