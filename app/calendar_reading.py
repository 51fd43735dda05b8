"""Reading a calendar at an address, in a process of its own: `python -m app.calendar_reading` reads a task from its
standard input and writes what it found to its standard output, both as JSON.

The process knows no setting of the house. It has so much memory and time and no more, and is killed if it is late:
what others have written is fetched, unpacked and read there, and the worst of it is that process's end.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.calendar_answer import CannotFetch
from app.domain.busy_file import AHEAD
from app.domain.calendar_address import doors_in
from app.domain.errors import RuleBroken
from config import HOUSE

MEMORY = 1 << 30
"""Bytes of address space; the libraries take a third of it."""
PROCESSOR = 20
"""Seconds of reckoning."""
PATIENCE = 45
"""Seconds until the process is killed: finding a host may take long where no name server answers."""
LET_THROUGH = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONTZPATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "TZ")
"""What the process is told of the environment."""
TOO_MUCH = "Reading the calendar took too long. Publish less of it."


@dataclass(frozen=True)
class Found:
    """What was read: busy times (UTC), or `same` as before, or `trouble`, a sentence for the officer."""

    spans: tuple[tuple[datetime, datetime], ...] = ()
    not_followed: int = 0
    etag: str = ""
    modified: str = ""
    same: bool = False
    trouble: str = ""


def look(text: str, hosts: str, known: tuple[str, str], now: datetime, zone: str) -> Found:
    """What is at an address, seen from a process of its own; `known` are the marks of what we have, if any."""
    task = {"address": text, "hosts": hosts, "known": known, "now": now.isoformat(), "zone": zone}
    try:
        done = subprocess.run(  # noqa: S603 - our own program, told nothing on its command line
            [sys.executable, "-m", "app.calendar_reading"],
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            cwd=HOUSE,
            env={name: os.environ[name] for name in LET_THROUGH if name in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Found(trouble=TOO_MUCH)
    return found_in(json.loads(done.stdout)) if done.returncode == 0 else Found(trouble=TOO_MUCH)


def found_in(told: dict[str, Any]) -> Found:
    """What the process found, from its own words."""
    spans = tuple(
        (datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in told.pop("spans", [])
    )
    return Found(spans=spans, **told)


def main(task: dict[str, Any]) -> dict[str, Any]:
    """Do a task; what `Found` is made of."""
    from app.documents.busy_in import read_busy
    from app.fetching import fetch

    now = datetime.fromisoformat(task["now"])
    try:
        got = fetch(task["address"], doors_in(task["hosts"]), *task["known"])
        if got.raw is None:
            return {"same": True}
        spans, not_followed = read_busy(got.raw, now, now + AHEAD, task["zone"])
    except (CannotFetch, RuleBroken) as fault:
        return {"trouble": fault.message if isinstance(fault, RuleBroken) else str(fault)}
    return {
        "spans": words_of(spans), "not_followed": not_followed, "etag": got.etag, "modified": got.modified,
    }  # fmt: skip


def words_of(spans: Sequence[tuple[datetime, datetime]]) -> list[tuple[str, str]]:
    """Times as they are written."""
    return [(start.isoformat(), end.isoformat()) for start, end in spans]


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(main(json.load(sys.stdin)), sys.stdout)
