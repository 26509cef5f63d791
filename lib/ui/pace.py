"""Pauses in the first run of a session: the browser paints what it has before more arrives.

All parts that reach the browser together are painted together, when the last of their code is there. A short pause
after the metrics, and one before the first chart, lets them appear one after the other.
"""

from __future__ import annotations

import time

import streamlit as st

METRICS_PAUSE = 0.25
FIRST_CHART_PAUSE = 0.2


def pause(name: str, seconds: float) -> None:
    """Waits once per session at the place called `name`; later runs and pages do not wait."""
    done = st.session_state.setdefault("paused", set())
    if name not in done:
        done.add(name)
        time.sleep(seconds)
