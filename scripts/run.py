"""Starts the dashboard on a free port, or says plainly that the port is taken."""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def port_is_free(port: int) -> bool:
    """Whether nothing listens on the port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104 - asks about the same addresses that the server will listen on
        except OSError:
            return False
    return True


def main() -> int:
    """Runs Streamlit until it is stopped; returns its exit code."""
    parser = argparse.ArgumentParser(description="Start Inroads.")
    parser.add_argument("--port", type=int, default=8501)
    port = parser.parse_args().port
    if not 1 <= port <= 65535:
        print(f"{port} is not a port. Choose a number from 1 to 65535, for example: make run PORT=8600", file=sys.stderr)
        return 1
    if not port_is_free(port):
        print(f"Port {port} is in use. Choose another one, for example: make run PORT={port % 65535 + 1}", file=sys.stderr)
        return 1
    print(f"Inroads: http://localhost:{port}  (stop with Ctrl+C)", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
