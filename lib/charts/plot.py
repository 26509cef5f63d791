"""Draws chart descriptions with Plotly: no title, toolbar or legend inside the picture, fonts and colours of our theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from lib.charts import bars, board, points
from lib.charts.spec import Bars, Board, Chart, Ladder, Points
from lib.charts.theme import FONT, Theme

_DRAW: dict[type, Callable[[Any, Theme], tuple[list[Any], dict[str, Any]]]] = {
    Bars: bars.draw,
    Points: points.draw_points,
    Ladder: points.draw_ladder,
    Board: board.draw,
}


class FinishedFigure(go.Figure):  # type: ignore[misc]
    """A figure that no one changes any more, so that it is turned into plain data once and not at every run of a page."""

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain data."""
        kept: dict[str, Any] | None = self.__dict__.get("_kept")
        if kept is None:
            kept = self.__dict__["_kept"] = super().to_dict()
        return kept


def figure(chart: Chart, theme: Theme) -> go.Figure:
    """A Plotly figure of the description in the given theme."""
    traces, layout = _DRAW[type(chart)](chart, theme)
    base: dict[str, Any] = {
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "font": {"family": FONT, "size": 14, "color": theme.text},
        "margin": {"l": 8, "r": 8, "t": 28, "b": 8},
        "showlegend": False,
        "hoverlabel": {"bgcolor": theme.background, "bordercolor": theme.grid, "font": {"family": FONT, "color": theme.text}},
        "dragmode": False,
        "height": 420,
    }
    base.update(layout)
    for name in [key for key in base if key.startswith(("xaxis", "yaxis"))]:
        base[name] = {
            "automargin": True,
            "fixedrange": True,
            "gridcolor": theme.grid,
            "linecolor": theme.grid,
            "zerolinecolor": theme.grid,
            "layer": "below traces",
            "tickfont": {"color": theme.quiet, "size": 13},
            "title": None,
            **base[name],
        }
    return FinishedFigure(data=traces, layout=base)


CONFIG: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "locale": "en"}
