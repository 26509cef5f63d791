"""Pieces that several builders share: event lines, number axes, safe texts."""

from __future__ import annotations

import html
from typing import Any

from lib.charts.rules import LOG_TICKS
from lib.charts.theme import Theme
from lib.i18n import Text


def plain(text: Text) -> str:
    """A text for Plotly, which reads a few HTML tags: data is never markup."""
    return html.escape(str(text), quote=False)


def event_line(x: Any, label: Text, theme: Theme, level: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A thin vertical line and its short text above the plot; `level` staggers neighbouring texts."""
    line = {
        "type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1 + 0.065 * level,
        "line": {"color": theme.quiet, "width": 1, "dash": "dot"},
    }  # fmt: skip
    text = {
        "x": x, "xref": "x", "y": 1 + 0.065 * level, "yref": "paper", "yanchor": "bottom", "xanchor": "center",
        "text": plain(label), "showarrow": False, "font": {"size": 12, "color": theme.quiet},
    }  # fmt: skip
    return line, text


def log_axis(lowest: float, highest: float) -> dict[str, Any]:
    """A logarithmic axis with round ticks that cover the values."""
    ticks = [tick for tick in LOG_TICKS if lowest / 2.1 <= tick <= highest * 2.1]
    return {"type": "log", "tickvals": ticks, "ticktext": [f"{tick:,}" for tick in ticks]}
