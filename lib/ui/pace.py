"""Pauses in the first run of a session: the browser paints what it has before more arrives.

All parts that reach the browser together are painted together, when the last of their code is there. Short pauses after
the metrics, before the first chart and before the second one let them appear one after the other.
"""

from __future__ import annotations

import time

import streamlit as st

from lib.settings import read_settings

METRICS_PAUSE = 0.4
FIRST_CHART_PAUSE = 0.1
SECOND_CHART_PAUSE = 1.3


def pause(name: str, seconds: float) -> None:
    """Waits once per session at the place called `name`; later runs and pages do not wait."""
    done = st.session_state.setdefault("paused", set())
    if name not in done:
        done.add(name)
        if read_settings().pauses:
            time.sleep(seconds)


def before_chart() -> None:
    """Waits before the first and before the second chart of a session, so that the first is not held up by what follows it."""
    if "first chart" in st.session_state.get("paused", ()):
        pause("second chart", SECOND_CHART_PAUSE)
    else:
        pause("first chart", FIRST_CHART_PAUSE)
