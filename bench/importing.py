"""How long a list of 10,000 rows takes, 137 of them wrong, and how much memory: run `python3 -m bench.importing`.

Aim (reliability design, R-70): 30 seconds and 250 MB, on both engines.
"""

import argparse
import io
import json
import random
import resource
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import event, func, select

from app import services
from app.domain.matrix.verdicts import Verdict
from app.models.commitment import Commitment, FollowUp
from app.models.database import db
from app.services.unit_of_work import UnitOfWork
from bench import engines
from bench.desk import opened
from bench.loading import WORDS, dialogues, people

ROWS, WRONG = 10_000, 137
HEADINGS = (
    "Partner",
    "Dialogue",
    "Commitment as agreed",
    "Owed by",
    "Next step",
    "Lead",
    "Deadline",
    "Status",
    "Comments",
)


def matrix() -> bytes:
    """The list: every row says something else, and those that are wrong are wrong in eight ways."""
    dice = random.Random(11)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Matrix")
    sheet.append(["Follow-up matrix of the desk"])
    sheet.append(HEADINGS)
    wrong = set(dice.sample(range(ROWS), WRONG))
    for number in range(ROWS):
        which = number % 40
        row = [
            f"Benchland {which % 20}", f"Dialogue {which}", f"{' '.join(dice.choices(WORDS, k=12))} {number}",
            dice.choice(["ours", "theirs", "both"]), f"{' '.join(dice.choices(WORDS, k=6))} {number}",
            dice.choice(["Officer", "CERT", ""]), date(2027, 1, 1) + timedelta(days=number % 300),
            dice.choice(["open", "on track", "in progress"]), "",
        ]  # fmt: skip
        sheet.append(spoilt(row, dice) if number in wrong else row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def spoilt(row: list[object], dice: random.Random) -> list[object]:
    """The row with one cell wrong."""
    place, value = dice.choice(
        [(0, "Nowhere"), (1, "No such dialogue"), (2, "x" * 5_200), (3, "perhaps"), (6, "31.02.2027"), (7, "mauve"),
         (7, "done"), (1, "Dialogue 39 and more")]
    )  # fmt: skip
    return [*row[:place], value, *row[place + 1 :]]


def memory() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def measure(engine: str, url: str, folder: Path) -> None:
    """Print one row of the table."""
    app = opened(url, folder)
    raw = matrix()
    seen: list[str] = []
    with app.app_context():
        work = UnitOfWork(
            db.session(),
            services.sign_in.system_viewer(),
            datetime.now(UTC),
            scheme=app.config["SCHEME"],
            writes=True,
        )
        officer, _ = people(work)
        list(dialogues(work, officer))
        work.keep()
        work.again()
        work.become(services.sign_in.viewer_of(work, officer))
        event.listen(db.engine, "before_cursor_execute", lambda *said: seen.append(said[2]))
        before, times = memory(), [time.perf_counter()]
        row = services.imports.receive(work, "matrix.xlsx", raw)
        work.keep()
        times.append(time.perf_counter())
        db.session.expire_all()
        work.again(writes=False)
        looked = services.imports.reading(work, row.ref)
        mark, wrong = looked.mark, looked.counts[Verdict.WRONG]
        del looked
        times.append(time.perf_counter())
        work.drop()
        work.again()
        seen.clear()
        services.imports.file_rows(work, row.ref, mark, in_part=True)
        work.keep()
        times.append(time.perf_counter())
        work.again(writes=False)
        made = [work._session.scalar(select(func.count(kind.id))) for kind in (Commitment, FollowUp)]
    assert (wrong, made) == (WRONG, [ROWS - WRONG] * 2), (wrong, made)
    spent = [after - first for first, after in zip(times, times[1:], strict=False)]
    print(
        f"| {engine} | {spent[0]:.1f} | {spent[1]:.1f} | {spent[2]:.1f} | {sum(spent):.1f} | {len(seen)} "
        f"| {before:.0f} | {memory():.0f} |",
        flush=True,
    )


def main() -> None:
    """Each engine in a process of its own, so that memory is its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--engines", default="sqlite,postgres")
    ask.add_argument("--one", default="", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        engine, url, folder = json.loads(asked.one)
        measure(engine, url, Path(folder))
        return
    print(
        "| engine | received s | looked at s | filed s | all s | statements to file | MB before | MB at most |"
    )
    print("| --- | --: | --: | --: | --: | --: | --: | --: |", flush=True)
    for engine, url, folder in engines.each(asked.engines, "importing"):
        told = json.dumps([engine, url, folder])
        subprocess.run([sys.executable, "-m", "bench.importing", "--one", told], check=True)


if __name__ == "__main__":
    main()
