"""Measures the pages of a desk: statements, milliseconds, pages a second, memory, cold start. Run by hand.

.venv/bin/python -m bench.measure [--sizes 200,2000,20000] [--engines sqlite,postgres] [--rounds 30]
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event

from app.models.database import db
from bench import bare, throughput
from bench.desk import Page, fill, opened, settings
from bench.loading import PASSWORD, address
from tests.conftest import on_server, with_name
from tests.house_for_tests import Browser
from tests.postgres import postgres_url

HEAD = "| page | statements | median ms | p95 ms | × bare page | kB | pages/s |\n| --- | --: | --: | --: | --: | --: | --: |"


def timed(ask: Callable[[], Any], rounds: int) -> list[float]:
    """Milliseconds of each of so many calls, after two that do not count."""
    found = []
    for number in range(rounds + 2):
        start = time.perf_counter()
        ask()
        if number > 1:
            found.append((time.perf_counter() - start) * 1000)
    return found


def statements(app: Flask, ask: Callable[[], Any]) -> int:
    """How many statements a page sends to the database, without the frame of its transaction."""
    seen: list[str] = []

    def listen(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        seen.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", listen)
        ask()
        event.remove(db.engine, "before_cursor_execute", listen)
    return sum(not said.startswith(("BEGIN", "PRAGMA")) for said in seen)


def measure(engine: str, url: str, folder: Path, size: int, rounds: int) -> None:
    """Print the table of one size on one engine."""
    app = opened(url, folder)
    start = time.perf_counter()
    pages = fill(app, size)
    print(f"\n### {engine}, {size:,} meetings\n\nLoaded in {time.perf_counter() - start:.0f} s.", end=" ")
    print(f"The machine's load before: {os.getloadavg()[0]:.1f}.\n\n{HEAD}", flush=True)
    browsers = {name: signed_in(app, name) for name in ("officer", "head")}
    pages.append(Page("feed", feed_of(browsers["officer"])))
    rows = [in_process(app, browsers[page.reader], page.path, rounds) for page in pages]
    with app.app_context():
        db.engine.dispose()
    rates, memory, nothing = over_http(settings(url, folder), pages)
    for page, row, rate in zip(pages, rows, rates, strict=True):
        print(f"| {page.name} | {row} | {rate:.0f} |")
    print(f"\nA bare page: {nothing:,.0f} pages/s. Two workers take {memory:.0f} MB after it. ", end="")
    print(f"Cold start: {throughput.cold_start(settings(url, folder)):.2f} s.", flush=True)


def signed_in(app: Flask, name: str) -> Browser:
    """A browser in which one of the desk's people is signed in."""
    browser = Browser(app)
    answer = browser.submit("/sign-in", {"email": address(name), "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return browser


def feed_of(browser: Browser) -> str:
    """The address of a new calendar link to all that its owner may know."""
    link = {"name": "All", "partner": "", "ceiling": "0", "with_cancelled": "y"}
    made = browser.submit("/subscriptions", link).text
    return "/feeds/" + made.split("/feeds/")[1].split(".ics")[0] + ".ics"


def in_process(app: Flask, browser: Browser, path: str, rounds: int) -> str:
    """Statements, median, 95th percentile, ratio to the bare page and size of one page."""
    body = browser.client.get(path)
    assert body.status_code == 200, (path, body.status_code)
    asked = statements(app, lambda: browser.client.get(path))
    times = timed(lambda: browser.client.get(path), rounds)
    empty = bare.app.test_client()
    ratio = statistics.median(times) / statistics.median(timed(lambda: empty.get("/"), rounds))
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"{asked} | {statistics.median(times):.1f} | {p95:.1f} | {ratio:.0f} | {len(body.data) / 1000:.0f}"


def over_http(environ: dict[str, str], pages: list[Page]) -> tuple[list[float], float, float]:
    """Pages a second of each page, the workers' memory after that, and a bare page's rate."""
    with throughput.two_workers("bench.bare:app", environ) as (port, _):
        nothing = throughput.pages_a_second(port, "/")
    with throughput.two_workers("wsgi:app", environ) as (port, process):
        cookies = {name: throughput.signed_in(port, address(name), PASSWORD) for name in ("officer", "head")}
        rates = [throughput.pages_a_second(port, page.path, cookies[page.reader]) for page in pages]
        return rates, throughput.memory_of(process), nothing


def main() -> None:
    """Every size on every engine, each in a process of its own, so that memory is its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sizes", default="200,2000,20000")
    ask.add_argument("--engines", default="sqlite,postgres")
    ask.add_argument("--rounds", type=int, default=30)
    ask.add_argument("--one", default="", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        engine, url, folder, size = json.loads(asked.one)
        measure(engine, url, Path(folder), size, asked.rounds)
        return
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgres_url()) if "postgres" in asked.engines else ""
        for engine in asked.engines.split(","):
            for size in map(int, asked.sizes.split(",")):
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                url = f"sqlite:///{folder}/bench.db"
                if engine == "postgres":
                    on_server(server, f"CREATE DATABASE bench_{size}")
                    url = with_name(server, f"bench_{size}")
                told = json.dumps([engine, url, folder, size])
                again = [sys.executable, "-m", "bench.measure", "--one", told, "--rounds", str(asked.rounds)]
                subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
