"""The measurements themselves. Times in seconds, memory in MB."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from bench.paint import open_cold, painted, wait_done, wait_painted
from bench.server import ROOT, TODAY, Server
from lib.ui.shell import PAGES

EMPTY = "bench/apps/empty.py"
ONE_CHART = "bench/apps/one_chart.py"
SETTLE = 0.7  # after a visit the browser takes its leavings away: the next side must not pay for that
LOGS = ROOT / "artifacts" / "bench"


def address(page_id: str) -> str:
    """The path of a page below the server's address."""
    return "" if page_id == "overview" else Path(PAGES[page_id].script).stem


@dataclass
class Views:
    """What cold visits showed, one entry a run; `charts` holds the times of all charts of a visit to the overview."""

    empty_heading: list[float] = field(default_factory=list)
    chart_heading: list[float] = field(default_factory=list)
    one_chart: list[float] = field(default_factory=list)
    heading: list[float] = field(default_factory=list)
    metric: list[float] = field(default_factory=list)
    first_chart: list[float] = field(default_factory=list)
    charts: list[list[float]] = field(default_factory=list)


def _visit(browser: Browser, url: str, kinds: Iterable[str]) -> tuple[dict[str, float], list[float]]:
    """Opens an address with a cold cache; times of the first of each kind and of all charts, from the start of the navigation."""
    context, page = open_cold(browser)
    try:
        page.goto(url, wait_until="commit")
        begun = page.evaluate("performance.timeOrigin") / 1000
        first = {kind: wait_painted(page, kind) - begun for kind in kinds}
        wait_done(page)
        return first, [at - begun for at in painted(page, "chart")]
    finally:
        context.close()
        time.sleep(SETTLE)


def cold_views(browser: Browser, runs: int) -> Views:
    """Cold visits to the empty app, the one-chart app and the overview, in turn, on warm servers."""
    views = Views()
    with Server(LOGS / "empty.log", EMPTY) as empty, Server(LOGS / "chart.log", ONE_CHART) as chart, Server(LOGS / "views.log") as own:
        for run in range(-1, runs):
            of_empty, _none = _visit(browser, empty.url, ("heading",))
            of_chart, _one = _visit(browser, chart.url, ("heading", "chart"))
            of_own, all_charts = _visit(browser, own.url, ("heading", "metric", "chart"))
            if run < 0:  # the first round only warms the servers and the disk
                continue
            views.empty_heading.append(of_empty["heading"])
            views.chart_heading.append(of_chart["heading"])
            views.one_chart.append(of_chart["chart"])
            views.heading.append(of_own["heading"])
            views.metric.append(of_own["metric"])
            views.first_chart.append(of_own["chart"])
            views.charts.append(all_charts)
    return views


@dataclass
class Starts:
    """From the start of the server process to the first heading on the screen, one entry a run."""

    empty: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    just_installed: list[float] = field(default_factory=list)


def _start(browser: Browser, script: str) -> float:
    """Starts a server and visits it."""
    with Server(LOGS / "start.log", script) as server:
        context, page = open_cold(browser)
        page.goto(server.url, wait_until="commit")
        seen = wait_painted(page, "heading")
        context.close()
    time.sleep(SETTLE)
    return seen - server.started


def _forget_compiled() -> None:
    """Removes what Python keeps of the project's compiled code, as if it had just been installed."""
    for folder in (ROOT / "lib").rglob("__pycache__"):
        shutil.rmtree(folder, ignore_errors=True)


def cold_starts(browser: Browser, runs: int) -> Starts:
    """Starts of the empty app, of Inroads, and of Inroads whose code Python has yet to compile, in turn."""
    starts = Starts()
    for run in range(-1, runs):
        _forget_compiled()
        just_installed, own, empty = _start(browser, "dashboard.py"), _start(browser, "dashboard.py"), _start(browser, EMPTY)
        if run < 0:  # the first round only warms the disk
            continue
        starts.just_installed.append(just_installed)
        starts.own.append(own)
        starts.empty.append(empty)
    return starts


def script_runs(runs: int, warm_ups: int = 3) -> dict[str, list[float]]:
    """Warm runs of each page's script by Streamlit's own test runner, the pages in turn. Raises RuntimeError if a page raises."""
    os.environ["INROADS_TODAY"] = TODAY
    apps: dict[str, AppTest] = {}
    for page_id, page in PAGES.items():
        apps[page_id] = app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        if page_id != "overview":
            app.switch_page(page.script)
        for _warm_up in range(warm_ups):
            app.run()
        if app.exception:
            raise RuntimeError(f"{page.script} raised: {app.exception[0].message}")
    times: dict[str, list[float]] = {page_id: [] for page_id in apps}
    for _run in range(runs):
        for page_id, app in apps.items():
            begun = time.perf_counter()
            app.run()
            times[page_id].append(time.perf_counter() - begun)
    return times


def server_memory(browser: Browser, sessions: int) -> tuple[float, float]:
    """Memory of the server's processes with one and with many pages open at once, spread over all pages of the dashboard."""
    with Server(LOGS / "memory.log") as server:
        context, first = open_cold(browser)
        pages: list[Page] = [first]
        paths = [address(page_id) for page_id in PAGES]
        one = 0.0
        for number in range(sessions):
            page = pages[-1] if number == 0 else context.new_page()
            page.goto(f"{server.url}/{paths[number % len(paths)]}", wait_until="commit")
            wait_painted(page, "heading")
            wait_done(page)
            if number == 0:
                one = resident(server.pid)
            pages.append(page)
        many = resident(server.pid)
        context.close()
    return one, many


def _processes() -> list[tuple[int, int, int]]:
    """Process id, parent and resident memory in KB of everything that runs here."""
    listing = []
    if Path("/proc/self/status").exists():
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                status = dict(line.split(":", 1) for line in (folder / "status").read_text(encoding="utf-8").splitlines() if ":" in line)
            except OSError:
                continue  # it has ended meanwhile
            listing.append((int(folder.name), int(status["PPid"]), int(status.get("VmRSS", "0 kB").split()[0])))
        return listing
    lines = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout.splitlines()
    for line in lines:
        pid, parent, size = (int(part) for part in line.split())
        listing.append((pid, parent, size))
    return listing


def resident(pid: int) -> float:
    """Resident memory of a process and its children, in MB."""
    processes = _processes()
    family = {pid}
    while grown := {child for child, parent, _size in processes if parent in family} - family:
        family |= grown
    return sum(size for child, _parent, size in processes if child in family) / 1024


def percentile(values: list[float], share: int) -> float:
    """The value below which `share` percent lie (50 is the median)."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
