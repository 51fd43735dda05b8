"""Pages a second of two workers over real HTTP, the memory that they take, and the cold start."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier
from urllib.parse import urlencode

CONNECTIONS = 8
SECONDS = 4.0
PATIENCE = 30.0
"""Seconds in which a server must answer."""

HOUSE = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def two_workers(target: str, environ: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Granian with two workers, as the README starts it: (port, process)."""
    port = free_port()
    granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--workers", "2"]
    process = subprocess.Popen(
        [*granian, "--blocking-threads", "8", "--port", str(port), target],
        cwd=HOUSE,
        env={**os.environ, **environ, "RAPPORTEUR_PUBLIC_URL": f"http://127.0.0.1:{port}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, process)
        yield port, process.pid
    finally:
        end(process)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens, and the second worker too has had time to; TimeoutError when nobody does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with closing(socket.socket()) as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(1.0)
                return
        time.sleep(0.1)
    raise TimeoutError("The workers did not start.")


def end(process: "subprocess.Popen[bytes] | subprocess.Popen[str]") -> None:
    """Ask it to stop; insist, if it does not."""
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def ask(port: int, path: str, cookie: str = "", fields: dict[str, str] | None = None) -> tuple[int, str, str]:
    """One request of its own: status, cookie, text."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        headers = {"Cookie": cookie} if cookie else {}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request("POST" if fields is not None else "GET", path, urlencode(fields or {}), headers)
        answer = line.getresponse()
        given = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        return answer.status, "; ".join(given) or cookie, answer.read().decode()


def signed_in(port: int, email: str, password: str) -> str:
    """The cookie of a signed-in officer."""
    _, cookie, page = ask(port, "/sign-in")
    carried = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    status, cookie, _ = ask(port, "/sign-in", cookie, {**carried, "email": email, "password": password})
    assert status == 303, status
    return cookie


def pages_a_second(port: int, path: str, cookie: str = "") -> float:
    """Whole answers a second over eight connections that stay open, after one on each that does not count."""
    headers = {"Cookie": cookie} if cookie else {}
    ready = Barrier(CONNECTIONS, timeout=2 * PATIENCE)

    def client() -> tuple[int, float]:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
            fetch(line, path, headers)
            ready.wait()
            begun, done = time.perf_counter(), 0
            while time.perf_counter() - begun < SECONDS:
                fetch(line, path, headers)
                done += 1
            return done, time.perf_counter() - begun

    with ThreadPoolExecutor(CONNECTIONS) as clients:
        found = [waiting.result() for waiting in [clients.submit(client) for _ in range(CONNECTIONS)]]
    return sum(done / seconds for done, seconds in found)


def fetch(line: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> None:
    """One page, read to its end."""
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    answer.read()
    assert answer.status == 200, (path, answer.status)


def memory_of(process: int) -> float:
    """Megabytes of a process and its children, what they share counted once (PSS, which Linux tells)."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    told = "".join(Path(f"/proc/{one}/smaps_rollup").read_text() for one in [str(process), *children])
    return sum(map(int, re.findall(r"^Pss:\s+(\d+)", told, re.MULTILINE))) / 1024


def cold_start(environ: dict[str, str]) -> float:
    """Seconds from the command to the line that says where it listens, the best of three."""
    found = []
    for _ in range(3):
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "app.serving"],
            cwd=HOUSE,
            env={**os.environ, **environ, "RAPPORTEUR_PORT": str(free_port())},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        told = process.stdout.readline()
        found.append(time.perf_counter() - begun)
        end(process)
        process.stdout.close()
        assert told.startswith("Rapporteur is at"), told
    return min(found)
