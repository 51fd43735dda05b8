"""Measures a desk of 20,000 commitments and 60,000 follow-ups: review, ledger, coverage and reports as of a day.

.venv/bin/python -m bench.promises [--engines sqlite,postgres] [--promises 20000] [--rounds 10]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app import services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.commitment import CommitmentStatus
from app.models.database import db
from app.models.partner import Partner
from app.models.past import PastState
from app.models.substance import AgendaItem
from app.services.recording import plain
from app.services.unit_of_work import UnitOfWork
from bench import engines
from bench.desk import Page, opened, settle
from bench.loading import dialogues, meeting, people, promise, rounds_of, step
from bench.measure import in_process, signed_in

STEPS_EACH = 3
AT_ONCE = 1000
TOPICS = ["norms", "ransomware", "cbms", "human-rights-online", "un-processes"]
HEAD = "| page | statements | median ms | p95 ms | × bare page | kB |\n| --- | --: | --: | --: | --: | --: |"


def fill(app: Flask, promises: int) -> list[Page]:
    """So many commitments over forty dialogues with twenty partners, three follow-ups to each; the pages to measure.

    Every second commitment had another status until a year ago, so that the past has as much in it as the present.
    """
    dice = random.Random(5)
    with app.app_context():
        work = UnitOfWork(
            db.session(),
            services.sign_in.system_viewer(),
            datetime.now(UTC),
            scheme=app.config["SCHEME"],
            writes=True,
        )
        work.one(services.office.the_office()).set_up_at = work.now
        officer, _ = people(work)
        frame = list(dialogues(work, officer))
        rounds = {dialogue.id: rounds_of(work, dialogue, 9 * n) for n, dialogue in enumerate(frame)}
        work.add_all(
            [
                AgendaItem(
                    dialogue_id=each.dialogue_id, marking=0, round_id=each.id, title=topic, topics=[topic]
                )
                for held in rounds.values()
                for each in held
                for topic in dice.sample(TOPICS, 3)
            ]
        )
        work.keep()
        work.again()
        for start in range(0, promises, AT_ONCE):
            of = [frame[number % len(frame)] for number in range(start, min(start + AT_ONCE, promises))]
            sat = [meeting(work, dialogue, rounds[dialogue.id], dice) for dialogue in of[: AT_ONCE // 4]]
            work.add_all(sat)
            made = [promise(work, dice.choice(sat), dice) for _ in of]
            work.add_all(made)
            work.add_all([step(work, each, officer, dice) for each in made for _ in range(STEPS_EACH)])
            work.add_all([before(each, work) for each in made[::2]])
            for dialogue in frame:
                work.act(Action.LOAD_RECORD, on=dialogue)
            work.act(Action.LOAD_RECORD, on=OFFICE)
            work.keep()
            work.again()
        partner = work.one(select(Partner).where(Partner.code == "B0"))
        work.drop()
        settle()
        return pages(partner.ref, work)


def before(row: object, work: UnitOfWork) -> PastState:
    """What a commitment was until a year ago: open, whatever became of it."""
    state = {name: plain(getattr(row, name)) for name in row.remembered}  # type: ignore[attr-defined]
    return PastState(
        record_kind="commitment",
        record_id=row.id,  # type: ignore[attr-defined]
        dialogue_id=row.dialogue_id,  # type: ignore[attr-defined]
        marking=0,
        since=work.now - timedelta(days=900),
        until=work.now - timedelta(days=365),
        state=state | {"status": CommitmentStatus.OPEN.value},
    )


def pages(partner: str, work: UnitOfWork) -> list[Page]:
    """The pages to measure."""
    then = (work.today - timedelta(days=400)).isoformat()
    return [
        Page("commitments", "/commitments", "head"),
        Page("follow-ups, all", "/follow-ups?whose=all", "head"),
        Page("review", "/review", "head"),
        Page("since the last review", "/commitments?moved=review", "head"),
        Page("ledger", f"/partners/{partner}/ledger", "head"),
        Page("ledger as PDF", f"/partners/{partner}/ledger.pdf", "head"),
        Page("reports", "/reports", "head"),
        Page("reports as of 400 days ago", f"/reports?on={then}", "head"),
        Page("records behind a figure", "/reports/figures/promised/ours", "head"),
        Page("coverage, topics by partner", "/reports/coverage?by=topic", "head"),
        Page(
            "coverage of promises, by year", "/reports/coverage?by=topic&count=promises&across=year", "head"
        ),
        Page("coverage as of 400 days ago", f"/reports/coverage?by=objective&on={then}", "head"),
        Page("records behind a cell", "/reports/coverage/records?count=promises&by=topic&row=norms", "head"),
        Page("coverage as PDF", "/reports/coverage.pdf?by=topic", "head"),
        Page("figures as XLSX", "/reports/export.xlsx", "head"),
        Page("records behind a figure as CSV", "/reports/figures/promised/ours/export.csv", "head"),
    ]


def measure(engine: str, url: str, folder: Path, promises: int, rounds: int) -> None:
    """Print the table of one engine."""
    app = opened(url, folder)
    start = time.perf_counter()
    asked = fill(app, promises)
    print(f"\n### {engine}, {promises:,} commitments, {promises * STEPS_EACH:,} follow-ups\n")
    print(
        f"Loaded in {time.perf_counter() - start:.0f} s. Load before: {os.getloadavg()[0]:.1f}.\n\n{HEAD}",
        flush=True,
    )
    browser = signed_in(app, "head")
    for page in asked:
        print(f"| {page.name} | {in_process(app, browser, page.path, rounds)} |", flush=True)


def main() -> None:
    """Each engine in a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--engines", default="sqlite,postgres")
    ask.add_argument("--promises", type=int, default=20_000)
    ask.add_argument("--rounds", type=int, default=10)
    ask.add_argument("--one", default="", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        engine, url, folder = json.loads(asked.one)
        measure(engine, url, Path(folder), asked.promises, asked.rounds)
        return
    for engine, url, folder in engines.each(asked.engines, "promises"):
        told = json.dumps([engine, url, folder])
        again = ["--one", told, "--promises", str(asked.promises), "--rounds", str(asked.rounds)]
        subprocess.run([sys.executable, "-m", "bench.promises", *again], check=True)


if __name__ == "__main__":
    main()
