"""Measures calendars: a feed of 2,000 entries written anew, from its parts, and kept; polls; the month. Run by hand.

.venv/bin/python -m bench.calendars [--engines sqlite,postgres] [--entries 2000] [--rounds 10]
"""

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import select

from app.documents import calendar
from app.domain.action import Action
from app.domain.meeting import MeetingKind, Standing
from app.domain.planner import merged, proposals
from app.domain.stated_date import Precision
from app.domain.wall_time import to_utc
from app.domain.wanted_time import Person, Place, Wanted
from app.models.database import db
from app.models.dialogue import Dialogue
from app.models.feed import FeedCopy
from app.models.round import Meeting
from bench import bare, engines, throughput
from bench.desk import fill, opened, settings
from bench.measure import feed_of, signed_in, statements, timed
from tests.house_for_tests import TestHouse

ZONES = ("Europe/Brussels", "Asia/Tokyo", "America/New_York", "UTC")
POLLERS = 500


def load(app: Flask, entries: int) -> None:
    """So many meetings at a time of day, a few a day, from a week ago on."""
    house = TestHouse(app, datetime.now(UTC))
    with app.app_context(), house.system() as work:
        dialogues = work.all(select(Dialogue).order_by(Dialogue.id))
        first = work.now.date() - timedelta(days=7)
        for number in range(entries):
            dialogue, zone = dialogues[number % len(dialogues)], ZONES[number % len(ZONES)]
            day = first + timedelta(days=number * 700 // entries)
            wall = datetime.combine(day, clock(9 + number % 8, 30))
            work.act(Action.LOAD_RECORD, on=dialogue)
            work.add_all([meeting_of(work.now, dialogue, zone, wall, number)])


def meeting_of(now: datetime, dialogue: Dialogue, zone: str, wall: datetime, number: int) -> Meeting:
    """One meeting."""
    return Meeting(
        dialogue_id=dialogue.id, marking=0, partner_id=dialogue.partner_id, kind=MeetingKind.CALL,
        title=f"Working group {number}: norms, 日本, Україна", standing=Standing.PLANNED, starts_on=wall.date(),
        ends_on=wall.date(), precision=Precision.DAY, starts_wall=wall, ends_wall=wall + timedelta(hours=1), zone=zone,
        starts_at=to_utc(wall, zone), ends_at=to_utc(wall + timedelta(hours=1), zone), city="Brussels", place="Room 4",
        created_at=now, changed_at=now,
    )  # fmt: skip


def measure(engine: str, url: str, folder: Path, entries: int, rounds: int) -> None:
    """Print the table of one engine."""
    app = opened(url, folder)
    fill(app, 200)
    load(app, entries)
    browser = signed_in(app, "officer")
    path = feed_of(browser)
    program = app.test_client()
    first = program.get(path)
    tag = {"If-None-Match": first.headers["ETag"]}
    bare.app.add_url_rule("/calendar", "calendar", view_func=lambda: first.data)
    beside = bare.app.test_client()

    def anew() -> None:
        calendar.written.cache_clear()
        from_parts()

    def from_parts() -> None:
        forget(app)
        program.get(path)

    asked: dict[str, Callable[[], Any]] = {
        "feed written anew": anew,
        "feed from its parts": from_parts,
        "feed, kept": lambda: program.get(path),
        "feed, 304": lambda: program.get(path, headers=tag),
        "month": lambda: browser.client.get("/calendar"),
        "list of a year": lambda: browser.client.get("/calendar/list"),
    }
    print(
        f"\n### {engine}, {len(first.data) / 1000:.0f} kB a feed of {first.text.count('BEGIN:VEVENT'):,} entries\n"
    )
    print(
        "| what | statements | median ms | p95 ms | × bare answer of that size |\n| --- | --: | --: | --: | --: |"
    )
    for name, ask in asked.items():
        times = timed(ask, rounds)
        ratio = statistics.median(times) / statistics.median(timed(lambda: beside.get("/calendar"), rounds))
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"| {name} | {statements(app, ask)} | {statistics.median(times):.1f} | {p95:.1f} | {ratio:.0f} |",
            flush=True,
        )
    with app.app_context():
        db.engine.dispose()
    print(f"\nThe planner ranks eight weeks for twelve people in {planner(rounds)} ms.", flush=True)
    over_http(settings(url, folder), path)


def planner(rounds: int) -> str:
    """Milliseconds of the rule that ranks, for twelve people with three hundred appointments each over eight weeks."""
    chance, now = random.Random(12), datetime.now(UTC)
    people = tuple(
        Person(
            f"Officer {number}",
            merged(
                [
                    (now + timedelta(hours=at), now + timedelta(hours=at + 1))
                    for at in chance.sample(range(1344), 300)
                ]
            ),
        )
        for number in range(12)
    )
    places = (Place("Brussels", "Europe/Brussels"), Place("Tokyo", "Asia/Tokyo"))
    first = now.date() + timedelta(days=1)
    wanted = Wanted(places, people, first, first + timedelta(days=55), 60)
    return f"{statistics.median(timed(lambda: proposals(wanted, now), rounds)):.0f}"


def forget(app: Flask) -> None:
    """As if the feed had not been asked for since its last change."""
    house = TestHouse(app, datetime.now(UTC))
    with app.app_context(), house.system() as work:
        for copy in work.all(select(FeedCopy)):
            copy.state = ""


def over_http(environ: dict[str, str], path: str) -> None:
    """Polls a second of two workers, and how long five hundred wait who all ask at the same moment."""
    with throughput.two_workers("wsgi:app", environ) as (port, _):
        whole = throughput.pages_a_second(port, path)
        waits = at_once(port, path, {"If-None-Match": tag_of(port, path)})
    median, p95, worst = statistics.median(waits), statistics.quantiles(waits, n=20)[-1], max(waits)
    print(
        f"\nTwo workers: {whole:.0f} whole feeds/s. {POLLERS} pollers in one moment, each with its ETag:",
        end=" ",
    )
    print(f"median {median:.0f} ms, p95 {p95:.0f} ms, the last after {worst:.0f} ms.", flush=True)


def tag_of(port: int, path: str) -> str:
    """The feed's tag as this server gives it: the addresses in it are the server's own."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
        return str(answer.getheader("ETag"))


def at_once(port: int, path: str, tag: dict[str, str]) -> list[float]:
    """Milliseconds that each of many programs waits that ask in the same moment."""
    ready, found = threading.Barrier(POLLERS), []

    def poll() -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
            line.connect()
            ready.wait()
            begun = time.perf_counter()
            line.request("GET", path, headers=tag)
            answer = line.getresponse()
            answer.read()
            found.append((time.perf_counter() - begun) * 1000)
            assert answer.status == 304, answer.status

    threads = [threading.Thread(target=poll) for _ in range(POLLERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == POLLERS
    return found


def main() -> None:
    """Each engine in a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--engines", default="sqlite,postgres")
    ask.add_argument("--entries", type=int, default=2_000)
    ask.add_argument("--rounds", type=int, default=10)
    ask.add_argument("--one", default="", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        engine, url, folder = json.loads(asked.one)
        measure(engine, url, Path(folder), asked.entries, asked.rounds)
        return
    for engine, url, folder in engines.each(asked.engines, "calendars"):
        told = json.dumps([engine, url, folder])
        again = ["--one", told, "--entries", str(asked.entries), "--rounds", str(asked.rounds)]
        subprocess.run([sys.executable, "-m", "bench.calendars", *again], check=True)


if __name__ == "__main__":
    main()
