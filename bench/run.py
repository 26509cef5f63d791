"""All measurements in one run: `python -m bench.run [--runs N] [--smoke]`. Prints a table and writes bench/RESULTS.md."""

from __future__ import annotations

import argparse
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.browser import launch
from bench.exports import ITEMS, Exports, measure_exports
from bench.measure import Views, cold_starts, cold_views, percentile, script_runs, server_memory
from bench.server import ROOT
from lib.ui.shell import PAGES

RESULTS = ROOT / "bench" / "RESULTS.md"


@dataclass(frozen=True)
class Line:
    """One line of the table. `limit` bounds the ratio to a yardstick, or the median itself if there is none or it is `absolute`."""

    name: str
    values: list[float]
    unit: str
    limit: float | None = None
    yardstick: list[float] | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """Median over the yardstick's median."""
        return percentile(self.values, 50) / percentile(self.yardstick, 50) if self.yardstick else None

    @property
    def met(self) -> bool | None:
        """Whether the target holds; None where there is no target."""
        if self.limit is None:
            return None
        return (percentile(self.values, 50) if self.ratio is None or self.absolute else self.ratio) <= self.limit

    def cells(self) -> list[str]:
        """The line as words."""
        factor, digits = {"s": (1.0, 2), "ms": (1000.0, 1), "MB": (1.0, 0)}[self.unit]
        middle, high = (f"{percentile(self.values, share) * factor:.{digits}f} {self.unit}" for share in (50, 90))
        if self.limit is None:
            target = ""
        elif self.yardstick and not self.absolute:
            target = f"≤ {self.limit:.2f} x"
        else:
            target = f"≤ {self.limit * factor:.0f} {self.unit}"
        return [
            self.name,
            str(len(self.values)),
            middle,
            high if len(self.values) > 1 else "",
            "" if self.ratio is None else f"{self.ratio:.2f} x",
            target,
            {True: "met", False: "MISSED", None: ""}[self.met],
        ]


HEAD = ["measured", "runs", "p50", "p90", "ratio", "target", ""]


def view_lines(views: Views) -> list[Line]:
    """Headings, metrics and charts of cold visits."""
    return [
        Line("(a) empty app: heading", views.empty_heading, "s"),
        Line("(b) one-chart app: heading", views.chart_heading, "s"),
        Line("(b) one-chart app: chart", views.one_chart, "s"),
        Line("overview: heading, against (a)", views.heading, "s", None, views.empty_heading),
        Line("overview: first headline metric, against (a)", views.metric, "s", 1.25, views.empty_heading),
        Line("overview: first chart, against (b)", views.first_chart, "s", 1.3, views.one_chart),
    ]


# What a file is called in the table, and how long it may take.
EXPORTS = {
    "slides": ("slides for PowerPoint, 12 items", 2.0),
    "handout": ("handout, 12 items", 2.0),
    "card": ("one share card", 1.0),
    "deck": ("deck for the browser, 12 items", 2.0),
    "kit": ("offline kit, 12 items", 6.0),
}
MOST_MEMORY = 200.0


def export_lines(found: Exports) -> list[Line]:
    """Files to take along: warm, against the least that the library can do, in a fresh process, for two people at once."""
    lines: list[Line] = []
    for kind, (words, limit) in EXPORTS.items():
        name, least = found.least.get(kind, ("", None))
        lines.append(Line(f"{words}, against {name}" if name else words, found.times[kind], "s", limit, least, absolute=True))
        seconds, memory = found.first[kind]
        lines.append(Line(f"{words}: first in its process", [seconds], "s", limit))
        lines.append(Line(f"{words}: memory above idle", [memory], "MB", MOST_MEMORY))
        if kind in found.both:
            lines.append(Line(f"{words}: two people at once", found.both[kind], "s"))
    lines.append(Line("offline kit, 12 items: size", [found.kit_size], "MB", 15.0))
    lines.append(Line("deck for the browser: from key to next slide", found.turns, "ms", 0.150))
    return lines


def measure(browser: Browser, runs: int, script_count: int, sessions: int, items: int = ITEMS) -> tuple[list[Line], Views]:
    """Everything, one after the other; `items` is the length of the presentation whose files are made."""
    views = cold_views(browser, runs)
    lines = view_lines(views)
    starts = cold_starts(browser, runs)
    lines += [
        Line("(a) empty app: process start to heading", starts.empty, "s"),
        Line("overview: process start to heading, against (a)", starts.own, "s", 1.5, starts.empty),
        Line("overview: process start to heading, nothing compiled yet", starts.just_installed, "s", 1.5, starts.empty),
    ]
    one, many = server_memory(browser, sessions)
    lines += [
        Line("server memory, 1 open session", [one], "MB"),
        Line(f"server memory, {sessions} open sessions", [many], "MB", 300.0),
    ]
    times = script_runs(script_count, warm_ups=min(3, script_count))
    lines += [Line(f"warm script run: {PAGES[page_id].script}", values, "ms", 0.060) for page_id, values in times.items()]
    lines += export_lines(measure_exports(browser, runs, items))
    return lines, views


def machine(browser: Browser) -> str:
    """What it ran on, in one paragraph."""
    model, memory = platform.processor() or platform.machine(), ""
    if (cpuinfo := Path("/proc/cpuinfo")).exists():
        names = [
            line.split(":", 1)[1].strip() for line in cpuinfo.read_text(encoding="utf-8").splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 1024**3:.0f} GiB of memory"
    load = f"; load of the machine at the start {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} cores ({model}){memory}, {platform.system()}, Python {platform.python_version()}, "
        f"Streamlit {version('streamlit')}, Plotly {version('plotly')}, Chromium {browser.version} (headless){load}."
    )


def chart_times(views: Views) -> str:
    """When each chart of the overview was there, as medians over the visits: the charts come one by one."""
    if not views.charts:
        return "none"
    count = min(len(times) for times in views.charts)
    return ", ".join(f"{percentile([times[index] for times in views.charts], 50):.2f} s" for index in range(count)) or "none"


def report(lines: list[Line], views: Views, where: str) -> str:
    """The results as Markdown."""
    rows = [HEAD, ["---"] * len(HEAD), *(line.cells() for line in lines)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"""# Measurements

Made by `make bench` on {datetime.now(UTC):%Y-%m-%d} ({datetime.now(UTC):%H:%M} UTC). {where}

{table}

Charts of the overview were on the screen after (p50): {chart_times(views)}.

How it is measured: one Chromium, a new context with an empty cache for each visit, servers warm (but for the process starts), the
sides visited in turn. A time counts from the start of the navigation (or of the server process) until the element has a size, is
visible, and two more frames have been drawn; for charts, until their bars or marks have a size. p50 and p90 over the runs; the ratio
compares medians of the same run. Python keeps compiled code, as it does unless told not to; "nothing compiled yet" is the first start
after an installation or update. Memory is the resident memory of the server process, with pages of all kinds open. Script runs are
Streamlit's AppTest after three warm-up runs, the pages in turn. Files are made in one process, the first of each kind not counted; "first in its
process" and memory are those of a fresh process that has Streamlit and the data in memory. The ratio of a file compares it with the
least that its library can do; its target is the time itself. Two people at once are two threads of one process.
"""


def show(lines: list[Line]) -> None:
    """Prints the table in columns."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(len(row[index]) for row in rows) for index in range(len(HEAD))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main() -> int:
    """Runs all measurements. A missed target is said, not punished: machines differ."""
    parser = argparse.ArgumentParser(description="Measure Inroads in a real browser.")
    parser.add_argument("--runs", type=int, default=7, help="cold visits and cold starts of each side (default 7)")
    parser.add_argument("--smoke", action="store_true", help="one run of everything and no file: only shows that it can be measured")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        where = machine(browser)
        lines, views = measure(browser, 1, 1, 3, 2) if options.smoke else measure(browser, options.runs, 15, 20)
        browser.close()
    print(where)
    show(lines)
    print(f"Charts of the overview, p50: {chart_times(views)}")
    if not options.smoke:
        RESULTS.write_text(report(lines, views, where), encoding="utf-8")
        print(f"Written to {RESULTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
