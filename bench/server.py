"""A fresh Streamlit server on a free port of this machine, with its log kept, for measurements and browser tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
TODAY = "2026-11-22"
START_SECONDS = 90


def free_port() -> int:
    """A port that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Server:
    """One server process. Use it in a `with` statement: it is stopped at the end, whatever happens."""

    def __init__(self, log: Path, script: str = "dashboard.py", root: Path = ROOT, environment: Mapping[str, str] | None = None) -> None:
        """Says what to run; nothing starts yet.

        Args:
            log: file for everything that the server prints.
            script: the page script, relative to `root`.
            root: the project folder to run in; its `.streamlit/config.toml` counts.
            environment: variables beside the caller's own; today is fixed unless they say otherwise.
        """
        self.log = log
        self.port = free_port()
        self.url = f"http://{HOST}:{self.port}"
        self.started = 0.0
        self._root = root
        # Python keeps compiled code unless it is told not to, as some build machines do: servers run as they do for readers.
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment = {**inherited, "INROADS_TODAY": TODAY, "INROADS_PAUSES": "on", **(environment or {})}
        # Files are not watched: tests must not see a page change under their hands, and all sides are measured alike.
        self._command = [
            sys.executable, "-m", "streamlit", "run", script,
            f"--server.port={self.port}", f"--server.address={HOST}", "--server.fileWatcherType=none",
        ]  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Server:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as output:
            self.started = time.time()
            self._process = subprocess.Popen(
                self._command, cwd=self._root, env=self._environment, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process id. Raises RuntimeError before the start."""
        if self._process is None:
            raise RuntimeError("the server has not been started")
        return self._process.pid

    def output(self) -> str:
        """What the server has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """Ends the process, politely first."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        """Waits until the port is open; asks for no page, so that the first request is the caller's."""
        while time.time() - self.started < START_SECONDS:
            if self._process is not None and self._process.poll() is not None:
                break
            try:
                socket.create_connection((HOST, self.port), timeout=1).close()
            except OSError:
                time.sleep(0.01)
            else:
                return
        raise RuntimeError(f"the server did not start; it printed:\n{self.output()}")
