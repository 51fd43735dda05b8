"""Measures the pages of a desk: statements, milliseconds, the ratio to a bare page, memory. Run by hand.

.venv/bin/python -m bench.measure [--sizes 200,2000,20000] [--engines sqlite,postgres] [--rounds 30]
"""

import argparse
import contextlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import event, select

from app import services
from app.factory import create_app
from app.models.commitment import Commitment
from app.models.database import db
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Round
from app.services.unit_of_work import UnitOfWork
from bench.loading import PASSWORD, load, people
from config import Config
from tests.house_for_tests import Browser


def bare() -> Flask:
    """A page of the framework's own, to compare with on the same machine at the same moment."""
    app = Flask("bare")
    app.add_url_rule("/", view_func=lambda: "<!doctype html><title>bare</title><p>bare</p>")
    return app


def timed(ask: object, rounds: int) -> list[float]:
    """Milliseconds of each of so many calls, after two that do not count."""
    found = []
    for number in range(rounds + 2):
        start = time.perf_counter()
        ask()  # type: ignore[operator]
        if number > 1:
            found.append((time.perf_counter() - start) * 1000)
    return found


def opened(url: str, folder: Path) -> Flask:
    """A migrated application on this database."""
    from app.migrating import bring_up_to_date

    app = create_app(Config.from_environment({"RAPPORTEUR_DATA": str(folder), "RAPPORTEUR_SECRET_KEY": "b" * 20 + "x0" * 20,
                                              "RAPPORTEUR_DATABASE_URL": url}))  # fmt: skip
    bring_up_to_date(app)
    return app


def filled(app: Flask, size: int) -> dict[str, str]:
    """The pages to measure, after the desk was loaded."""
    with app.app_context():
        work = UnitOfWork(
            db.session(),
            services.sign_in.system_viewer(),
            datetime.now(UTC),
            scheme=app.config["SCHEME"],
            writes=True,
        )

        def keep() -> None:
            work.keep()
            work.again()

        office = work.one(services.office.the_office())
        office.set_up_at = work.now
        head = people(work)
        load(work, head, size, keep)
        dialogue, round_ = work.all(select(Dialogue).limit(1))[0], work.all(select(Round).limit(1))[0]
        partner, promise = work.all(select(Partner).limit(1))[0], work.all(select(Commitment).limit(1))[0]
        work.drop()
    return {
        "desk": "/",
        "dialogues": "/dialogues",
        "dialogue": f"/dialogues/{dialogue.ref}",
        "round": f"/rounds/{round_.ref}",
        "ledger": f"/partners/{partner.ref}",
        "commitments": "/commitments",
        "commitment": f"/commitments/{promise.ref}",
        "review": "/review",
        "search": "/search?q=ransom",
        "month": "/calendar",
    }


def measure(engine: str, url: str, folder: Path, size: int, rounds: int) -> None:
    """Print one row per page."""
    app = opened(url, folder)
    start = time.perf_counter()
    pages = filled(app, size)
    print(f"\n{engine}, {size} meetings (loaded in {time.perf_counter() - start:.0f} s)")
    browser = Browser(app)
    answer = browser.submit("/sign-in", {"email": "head@bench.example", "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    made = browser.submit(
        "/subscriptions", {"name": "All", "partner": "", "ceiling": "0", "with_cancelled": "y"}
    )
    pages["feed"] = "/feeds/" + made.text.split("/feeds/")[1].split(".ics")[0] + ".ics"
    empty = bare().test_client()
    print(f"{'page':12}{'statements':>11}{'median ms':>11}{'p95 ms':>9}{'x bare':>8}{'kB':>7}")
    for name, path in pages.items():
        seen: list[str] = []
        with app.app_context():
            listen = lambda *rest: seen.append(rest[2])  # noqa: E731
            event.listen(db.engine, "before_cursor_execute", listen)
            body = browser.client.get(path)
            event.remove(db.engine, "before_cursor_execute", listen)
        assert body.status_code == 200, (path, body.status_code)
        times = timed(lambda path=path: browser.client.get(path), rounds)
        ratio = statistics.median(times) / statistics.median(timed(lambda: empty.get("/"), rounds))
        asked = sum(not s.startswith(("BEGIN", "PRAGMA")) for s in seen)
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name:12}{asked:>11}{statistics.median(times):>11.1f}{p95:>9.1f}{ratio:>8.0f}{len(body.data) / 1000:>7.0f}"
        )
        if name == "feed":
            tag = {"If-None-Match": body.headers["ETag"]}
            times = timed(lambda: browser.client.get(path, headers=tag), rounds)
            print(f"{'feed, 304':12}{'':>11}{statistics.median(times):>11.1f}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at the most")
    with app.app_context():
        db.engine.dispose()


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
        server = (
            stack.enter_context(__import__("tests.postgres", fromlist=["x"]).postgres_url())
            if "postgres" in asked.engines
            else ""
        )
        for engine in asked.engines.split(","):
            for size in map(int, asked.sizes.split(",")):
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                url = f"sqlite:///{folder}/bench.db"
                if engine == "postgres":
                    from tests.conftest import on_server, with_name

                    on_server(server, f"CREATE DATABASE bench_{size}")
                    url = with_name(server, f"bench_{size}")
                told = json.dumps([engine, url, str(folder), size])
                subprocess.run(
                    [sys.executable, "-m", "bench.measure", "--one", told, "--rounds", str(asked.rounds)],
                    check=True,
                )


if __name__ == "__main__":
    main()
