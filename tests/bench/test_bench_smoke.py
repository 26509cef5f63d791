"""The measurements can be made; how fast things are is no matter for a test."""

import subprocess
import sys
from pathlib import Path

from lib.ui.shell import PAGES

ROOT = Path(__file__).resolve().parents[2]


def test_every_measurement_is_obtained() -> None:
    results = ROOT / "bench" / "RESULTS.md"
    before = results.read_bytes() if results.exists() else None
    done = subprocess.run([sys.executable, "-m", "bench.run", "--smoke"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for words in ("first headline metric", "first chart", "process start to heading", "3 open sessions"):
        assert words in done.stdout
    for words in ("slides for PowerPoint", "handout", "share card", "offline kit", "memory above idle", "two people at once", "next slide"):
        assert words in done.stdout
    for page in PAGES.values():
        assert f"warm script run: {page.script}" in done.stdout
    assert "Charts of the overview, p50: none" not in done.stdout
    assert (results.read_bytes() if results.exists() else None) == before, "a smoke run leaves the published results alone"
