"""Pages a second of two workers over real HTTP, the memory that they take, and the cold start."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

CONNECTIONS = 8
SECONDS = 4.0
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
        for _ in range(300):
            with closing(socket.socket()) as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(1.0)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


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
    """Whole answers a second over eight connections that stay open."""
    done = [0] * CONNECTIONS
    until = time.perf_counter() + SECONDS

    def client(number: int) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
            while time.perf_counter() < until:
                line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
                answer = line.getresponse()
                answer.read()
                assert answer.status == 200, (path, answer.status)
                done[number] += 1

    begun = time.perf_counter()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / (time.perf_counter() - begun)


def memory_of(process: int) -> float:
    """Megabytes (PSS where the system tells it) of a process and its children."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    total = 0
    for one in [str(process), *children]:
        told = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += int(re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)[1])  # type: ignore[index]
    return total / 1024


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
        process.stdout.readline()
        found.append(time.perf_counter() - begun)
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()
    return min(found)
