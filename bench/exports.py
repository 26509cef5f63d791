"""Measurements of what presenters take along: how long each file takes, and how much memory. Times in seconds, memory in MB.

`python -m bench.exports KIND ITEMS` makes one file in a process of its own and prints what it took, for `fresh`.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.server import ROOT, TODAY
from lib.catalog import Catalog, load_catalog
from lib.export.deck import build_deck
from lib.export.plan import Plan, item_of
from lib.export.sets import SETS
from lib.export.slide import Deck
from lib.typefaces import FONTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITE = "https://inroads.example"
DAY = date.fromisoformat(TODAY)
ITEMS = 12
KINDS = ("slides", "handout", "card", "deck", "kit")
_AT_ONCE = 2

Make = Callable[[], Any]


def the_plan(catalog: Catalog, items: int = ITEMS) -> Plan:
    """An evening of twelve items (or its first ones): the ready set with charts of all kinds, long ones and actions among them."""
    codes = max(
        (ready.codes for ready in SETS if len(ready.codes) == ITEMS), key=lambda codes: sum(code.startswith("x.") for code in codes)
    )
    return Plan(title="Twelve items", host="Somebody", day=TODAY).with_items([item_of(catalog, code) for code in codes[:items]])


def makers(catalog: Catalog, deck: Deck) -> dict[str, Make]:
    """How each kind of file is made."""
    from lib.export import cards, handout, kit, slides, stage  # noqa: PLC0415 - the child process measures these imports, too

    first = next(item for item in deck.plan.items if item.kind == "x")
    return {
        "slides": lambda: slides.pptx(deck),
        "handout": lambda: handout.pdf(deck),
        "card": lambda: cards.png(cards.card_slide(catalog, first, SITE, DAY), "wide"),
        "deck": lambda: stage.html(deck),
        "kit": lambda: kit.build(catalog, deck.plan, SITE, DAY),
    }


def _blank_slides(count: int) -> bytes:
    from pptx import Presentation  # noqa: PLC0415

    deck, buffer = Presentation(), io.BytesIO()
    for _slide in range(count):
        deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(buffer)
    return buffer.getvalue()


def _one_line(form: str) -> object:
    import typst  # noqa: PLC0415

    return typst.compile(b'#set text(font: "Inroads Sans")\nOne line', format=form, font_paths=[str(FONTS)], ignore_system_fonts=True)


def _packed_again(kit: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(kit)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return buffer.getvalue()


def yardsticks(deck: Deck, kit: bytes) -> dict[str, tuple[str, Make]]:
    """For each kind that a library makes, the least that the library can do, with its name; the deck is plain text."""
    return {
        "slides": (f"{len(deck.slides)} blank slides of python-pptx", lambda: _blank_slides(len(deck.slides))),
        "handout": ("one line as PDF by typst", lambda: _one_line("pdf")),
        "card": ("one line as PNG by typst", lambda: _one_line("png")),
        "kit": ("the same files put into a zip", lambda: _packed_again(kit)),
    }


def _timed(make: Make) -> float:
    begun = time.perf_counter()
    make()
    return time.perf_counter() - begun


def _both(make: Make) -> list[float]:
    """Two people ask for the same kind of file at the same moment, as two sessions of one server do: what each waits."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda _person: _timed(make), range(_AT_ONCE)))


@dataclass
class Exports:
    """What was measured: for each kind its times, those of its yardstick, and of a process that makes its first file.

    `first` holds seconds and memory above idle; `both` what each of two people waits who ask at the same time.
    """

    times: dict[str, list[float]] = field(default_factory=dict)
    least: dict[str, tuple[str, list[float]]] = field(default_factory=dict)
    first: dict[str, tuple[float, float]] = field(default_factory=dict)
    both: dict[str, list[float]] = field(default_factory=dict)
    turns: list[float] = field(default_factory=list)
    kit_size: float = 0.0


def measure_exports(browser: Browser, runs: int, items: int = ITEMS) -> Exports:
    """Everything, one after the other. The first run of each kind only warms it. Fewer items only show that it can be measured."""
    catalog = load_catalog()
    deck = build_deck(catalog, the_plan(catalog, items), SITE, DAY)
    made = makers(catalog, deck)
    kit: bytes = made["kit"]()
    found = Exports(kit_size=len(kit) / 1024**2)
    for kind, make in made.items():
        make()
        found.times[kind] = [_timed(make) for _run in range(runs)]
        found.first[kind] = fresh(kind, items)
    for kind, (name, least) in yardsticks(deck, kit).items():
        least()
        found.least[kind] = (name, [_timed(least) for _run in range(runs)])
    for kind in ("slides", "handout", "kit"):
        found.both[kind] = _both(made[kind])
    found.turns = turns(browser, deck)
    return found


def turns(browser: Browser, deck: Deck) -> list[float]:
    """How long the deck takes from a key to the next slide on the screen."""
    from bench.stage import turn_times  # noqa: PLC0415
    from lib.export import stage  # noqa: PLC0415

    return [milliseconds / 1000 for milliseconds in turn_times(browser, stage.html(deck))]


def fresh(kind: str, items: int = ITEMS) -> tuple[float, float]:
    """Seconds and memory above idle of the first file that a process makes. Raises RuntimeError if it fails."""
    command = [sys.executable, "-m", "bench.exports", kind, str(items)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "INROADS_TODAY": TODAY})
    if done.returncode:
        raise RuntimeError(f"bench.exports {kind} failed:\n{done.stderr}")
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return float(seconds), float(megabytes)


def _memory(name: str) -> float:
    """Memory of this process in MB: `VmRSS` now, `VmHWM` at its highest; elsewhere than on Linux always the highest."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
        return int(lines[name].split()[0]) / 1024
    import resource  # noqa: PLC0415 - not on every system

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return  # then the peak of the start counts, too: rather too much than too little


def _child(kind: str, items: int) -> None:
    """Makes one file and prints seconds and memory above idle. Idle is an app that has its data and Streamlit in memory."""
    import streamlit  # noqa: F401, PLC0415

    catalog = load_catalog()
    deck = build_deck(catalog, the_plan(catalog, items), SITE, DAY)
    _forget_peak()
    idle, begun = _memory("VmRSS"), time.perf_counter()
    makers(catalog, deck)[kind]()
    seconds = time.perf_counter() - begun
    print(json.dumps([seconds, max(0.0, _memory("VmHWM") - idle)]))


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in KINDS:
        sys.exit(f"one of {', '.join(KINDS)}, and how many items")
    _child(sys.argv[1], int(sys.argv[2]))
