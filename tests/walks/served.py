"""Rapporteur started by its command, in a process of its own, as a person starts it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from config import HOUSE

PASSWORD = "walk-through-9-doors"


@dataclass
class Served:
    """A server that answers: its address, its process, and what it said at its start."""

    address: str
    process: "subprocess.Popen[str]"
    said: list[str]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(
    data: Path, *verb: str, port: int = 0, settings: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Start it on this folder, wait until it answers (a minute at most), and stop it afterwards.

    With `settings` it is an office that was set up before.
    """
    port = port or free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORTEUR_")}
    ours = {
        "RAPPORTEUR_DATA": str(data),
        "RAPPORTEUR_PORT": str(port),
        "RAPPORTEUR_DEMO_PASSWORD": PASSWORD,
        "RAPPORTEUR_CALDAV": "1",
    }
    where = ["--port", str(port), "--data", str(data)] if verb else []
    process = subprocess.Popen(
        [sys.executable, "-m", "app.serving", *verb, *where],
        cwd=HOUSE,
        env={**kept, **ours, **(settings or {})},
        stdout=subprocess.PIPE,
        text=True,
    )
    server = Served(f"http://127.0.0.1:{port}", process, [])
    try:
        listen(server, "Rapporteur is at" if settings else "")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=15)
        if process.stdout:
            process.stdout.close()


def listen(server: Served, last: str = "") -> None:
    """Hear what it says at its start, until the line that has `last`, and wait for its first answer."""
    out = server.process.stdout
    assert out is not None
    for line in out:
        server.said.append(line.strip())
        if "Begin at" in line or "with the password" in line or (last and last in line):
            break
        if "Rapporteur is at" in line and server.address not in line:
            raise AssertionError(f"It is elsewhere: {line}")
    for _ in range(100):
        try:
            with urlopen(f"{server.address}/sign-in", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("It does not answer.")
