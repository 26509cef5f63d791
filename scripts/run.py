"""Starts the dashboard on a free port, or says plainly why it cannot."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAST_PORT = 65535


def refusal(port: int) -> OSError | None:
    """Why this machine does not let us listen on the port; None when it does."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # on Windows this option would let us share a port that is taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104 - asks about the same addresses that the server will listen on
        except OSError as error:
            return error
    return None


def another(port: int) -> int:
    """A port near this one that is free, to be named in the advice."""
    near = [*range(max(port + 1, 1024), min(port + 50, LAST_PORT + 1)), 8501, 8600]
    return next((number for number in near if refusal(number) is None), 8600)


def trouble(text: str) -> str:
    """A sentence that says what is wrong with the port asked for; empty when it can be used."""
    port = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= port <= LAST_PORT:
        return f"{text!r} is not a port. Choose a number from 1 to {LAST_PORT}, for example: make run PORT=8600"
    error = refusal(port)
    if isinstance(error, PermissionError):
        return f"Port {port} is reserved for the system. Choose another one, for example: make run PORT={another(port)}"
    if error is not None:
        return f"Port {port} is in use. Choose another one, for example: make run PORT={another(port)}"
    return ""


def main() -> int:
    """Runs Streamlit until it is stopped; returns its exit code."""
    parser = argparse.ArgumentParser(description="Start Inroads.")
    parser.add_argument("--port", default="8501")
    port = parser.parse_args().port
    if sentence := trouble(port):
        print(sentence, file=sys.stderr)
        return 1
    print(f"Inroads: http://localhost:{port}  (stop with Ctrl+C)", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    # Being told to end must end the server too: without this it would live on as an orphan and keep the port.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
