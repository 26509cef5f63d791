"""Draws `Points` and `Ladder`: dots for single values, bars with ends for ranges, hollow for doubtful ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from lib.charts.common import event_line, log_axis, plain
from lib.charts.rules import LOG_TICKS, lanes, shift, spots
from lib.charts.spec import Ladder, Mark, MarkSeries, Points
from lib.charts.theme import Theme
from lib.dates import middle
from lib.numbers import decimal

Place = Callable[[Mark], Any]


def _numbers(series: tuple[MarkSeries, ...]) -> list[float]:
    return [n for item in series for mark in item.marks for n in (mark.value, mark.low, mark.high) if n is not None and n > 0]


def _hover(series: MarkSeries, mark: Mark, unit: str) -> str:
    ends = [number for number in (mark.low, mark.high) if number is not None]
    figure = "–".join(decimal(number) for number in ends) if ends else decimal(mark.centre)
    lines = [plain(series.name), f"{figure} {unit}".strip(), plain(mark.hover or mark.x)]
    return "<br>".join(line for line in lines if line)


def _ranges(series: MarkSeries, theme: Theme, horizontal: bool, place: Place) -> Any:
    along: list[Any] = []
    across: list[Any] = []
    for mark in series.marks:
        if mark.low is not None and mark.high is not None:
            along += [mark.low, mark.high, None]
            across += [place(mark), place(mark), None]
    line = {"color": theme.colour(series.role), "width": 5 if not horizontal else 8}
    axes = {"x": along, "y": across} if horizontal else {"x": across, "y": along}
    return go.Scatter(**axes, mode="lines", line=line, opacity=0.6, hoverinfo="skip", connectgaps=False)


def _dots(series: MarkSeries, theme: Theme, horizontal: bool, place: Place, unit: str) -> Any:
    colour = theme.colour(series.role)
    places = [(mark, value, plain(label)) for mark, value, label in spots(series)]
    positions, values = [place(mark) for mark, _, _ in places], [value for _, value, _ in places]
    axes = {"x": values, "y": positions} if horizontal else {"x": positions, "y": values}
    labels = [label for _, _, label in places]
    mode = "lines+markers" if series.joined else "markers"
    return go.Scatter(
        **axes,
        mode=mode + ("+text" if any(labels) else ""),
        line={"color": colour, "width": 2},
        marker={
            "color": [theme.background if mark.hollow else colour for mark, _, _ in places],
            "line": {"color": colour, "width": 1.5},
            "size": 10,
            "symbol": series.shape,
        },
        text=[f" {label}" if horizontal else label for label in labels],
        textposition="middle right" if horizontal else "top center",
        textfont={"size": 12, "color": theme.quiet},
        hovertext=[_hover(series, mark, unit) for mark, _, _ in places],
        hoverinfo="text",
        cliponaxis=False,
    )


def _traces(series: MarkSeries, theme: Theme, horizontal: bool, place: Place, unit: str) -> list[Any]:
    has_ranges = any(mark.low is not None and mark.high is not None for mark in series.marks)
    ranges = [_ranges(series, theme, horizontal, place)] if has_ranges else []
    return [*ranges, _dots(series, theme, horizontal, place, unit)]


def _part_labels(traces: list[Any]) -> None:
    """Lets the texts of two close marks point away from each other: a narrow screen would print one over the other."""
    days = [day.toordinal() for trace in traces for day in trace.x if day]
    highest = max((value for trace in traces for value in trace.y if value is not None), default=0)
    texts = [(trace, index) for trace in traces for index, text in enumerate(trace.text or ()) if text]
    sides: dict[tuple[int, int], set[str]] = {}
    for left, n in texts:
        for right, m in texts:
            apart = (right.x[m] - left.x[n]).days
            if 0 < apart < 0.09 * (max(days) - min(days)) and abs(right.y[m] - left.y[n]) < 0.08 * highest:
                sides.setdefault((id(left), n), set()).add("middle left")
                sides.setdefault((id(right), m), set()).add("middle right")
    for trace in {id(trace): trace for trace, _ in texts}.values():
        ways = [sides.get((id(trace), index), set()) for index in range(len(trace.text))]
        trace.textposition = [next(iter(way)) if len(way) == 1 else "top center" for way in ways]


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
    unit = plain(chart.unit)
    traces = [trace for item in chart.series for trace in _traces(item, theme, False, lambda mark: middle(mark.x), unit)]
    _part_labels(traces)
    return traces, layout


def _places(chart: Ladder) -> list[Place]:
    """For each series the height of its marks: side by side in a category that several series share."""
    users, step = lanes(chart)

    def place(number: int) -> Place:
        def height(mark: Mark) -> float:
            return chart.order.index(mark.x) + shift(users[mark.x], number, step)

        return height

    return [place(number) for number in range(len(chart.series))]


def draw_ladder(chart: Ladder, theme: Theme) -> tuple[list[Any], dict[str, Any]]:
    """Traces and layout of ranges by category."""
    names = {key: plain(words).replace("\n", "<br>") for key, words in chart.labels}
    names |= {key: f"<b>{names[key]}</b>" for key in chart.headings}
    numbers = _numbers(chart.series)
    axis: dict[str, Any] = {"tickformat": ",", "rangemode": "tozero", "tickangle": 0}
    axis["dtick"] = next((step for step in LOG_TICKS if max(numbers, default=1) / step < 4), None)  # a phone has room for four texts
    if chart.log and numbers:
        axis = log_axis(min(numbers), max(numbers))
        tens = [tick for tick in axis["tickvals"] if str(tick).startswith("1")]  # a flat axis on a phone has room for tens only
        axis |= {"tickvals": tens, "ticktext": [f"{tick:,}" for tick in tens], "tickangle": 0}
    categories = {
        "tickvals": list(range(len(chart.order))),
        "ticktext": [names.get(key, key) for key in chart.order],
        "range": [len(chart.order) - 0.4, -0.6],
        "showgrid": False,
        "zeroline": False,
        "ticklabelstandoff": 8,  # a sign on zero must not touch the name beside it
    }
    labelled = any(str(mark.label) for item in chart.series for mark in item.marks)
    layout = {
        "xaxis": axis,
        "yaxis": categories,
        "height": 90 + (38 if chart.headings else 64 if labelled else 44) * len(chart.order),
        "margin": {"l": 8, "r": 16, "t": 28, "b": 8},
    }
    unit = plain(chart.unit)
    traces = [trace for item, place in zip(chart.series, _places(chart), strict=True) for trace in _traces(item, theme, True, place, unit)]
    low, high = min(numbers, default=1), max(numbers, default=1)
    far = low**0.25 * high**0.75 if chart.log else high / 2
    for trace in traces:  # texts far to the right stand before their mark, or above a range, so that narrow screens do not cut them
        if trace.text:
            ends = [index > 0 and not trace.text[index - 1].strip() for index in range(len(trace.text))]
            trace.textposition = [
                "middle right" if value <= far else "top left" if is_end else "middle left"
                for value, is_end in zip(trace.x, ends, strict=True)
            ]
    return traces, layout
