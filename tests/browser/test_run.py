"""`make run`: says where it is, and what is wrong with a port."""

import re
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from bench.server import HOST, ROOT, START_SECONDS, free_port

RUN = [sys.executable, str(ROOT / "scripts" / "run.py"), "--port"]


def test_a_busy_port_gets_a_clear_sentence() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*RUN, str(port)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    said = re.fullmatch(r"Port (\d+) is in use\. Choose another one, for example: make run PORT=(\d+)\n", done.stderr)
    assert said is not None, done.stderr
    assert said[1] == str(port)
    assert said[2] != str(port)


@pytest.mark.parametrize("port", ["0", "70000", "-1", "http", "", "8501x", "٨٥٠١"])
def test_a_bad_port_gets_a_clear_sentence(port: str) -> None:
    done = subprocess.run([*RUN[:-1], f"--port={port}"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r".* is not a port\. Choose a number from 1 to 65535, for example: make run PORT=8600\n", done.stderr), done.stderr


def test_it_prints_its_address_serves_and_ends_with_its_server() -> None:
    port = free_port()
    running = subprocess.Popen([*RUN, str(port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT.parent)
    try:
        assert running.stdout is not None
        assert f"http://localhost:{port}" in running.stdout.readline()
        begun = time.monotonic()
        while time.monotonic() - begun < START_SECONDS:
            try:
                with urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=5) as answer:
                    assert answer.status == 200
                break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("the server did not answer")
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=START_SECONDS) == 0
    finally:
        running.kill()
        running.wait()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((HOST, port), timeout=5)
