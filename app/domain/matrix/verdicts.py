"""Rows of a list against the record: what would be filed, what is there already, what is like something there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.commitment import NEEDS_EVIDENCE, CommitmentStatus, OwedBy
from app.domain.likeness import SAME, excluded, fingerprint, likeness
from app.domain.matrix.columns import Column, plain_heading
from app.domain.matrix.differences import differences
from app.domain.matrix.row import Fault, PromiseRow, RowRead, StepRow

NEARLY = 0.85
"""From this likeness on a row is taken for one on record until somebody says otherwise."""
LOOKED_AT = 40
"""So many records that share the most telling words are compared with a row."""


class Verdict(StrEnum):
    """What is done with a row."""

    FILED = "can be filed"
    WRONG = "cannot be filed"
    KNOWN = "on record already"
    DIFFERS = "on record, with other words"
    LIKE = "like one on record"
    TWICE = "twice in the list"


@dataclass
class Judged:
    """A row with its verdict. `promise_id` and `step_id` are the records that say the same; `like` one that is alike.

    `differences` are (what, on record, in the list). `same_as` is the row of the list that says the same.
    """

    row: RowRead
    verdict: Verdict
    promise: Any = None
    step: Any = None
    like: Any = None
    same_as: int = 0
    differences: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def makes_promise(self) -> bool:
        """True if the row makes a commitment."""
        return self.row.promise is not None and self.promise is None

    @property
    def makes_step(self) -> bool:
        """True if the row makes a follow-up."""
        return self.row.step is not None and self.step is None


class Record:
    """What the reader may know of the dialogues that the list names, found by its words."""

    def __init__(self, promises: Iterable[Any], steps: Iterable[Any]) -> None:
        self.by_ref: dict[str, Any] = {}
        self.promises: dict[tuple[int, str, OwedBy], list[Any]] = defaultdict(list)
        self.steps: dict[tuple[int, str], list[Any]] = defaultdict(list)
        self.telling: dict[tuple[int, str], list[Any]] = defaultdict(list)
        self.prints: dict[int, Any] = {}
        for promise in promises:
            self.by_ref[promise.ref] = promise
            self.promises[promise.dialogue_id, plain_heading(promise.sentence), promise.owed_by].append(
                promise
            )
            self.prints[promise.id] = fingerprint(promise.sentence)
            for stem in self.prints[promise.id].stems:
                self.telling[promise.dialogue_id, stem].append(promise)
        for step in steps:
            self.by_ref[step.ref] = step
            self.steps[step.dialogue_id, plain_heading(step.text)].append(step)

    def same_promise(self, dialogue_id: int, said: PromiseRow) -> Any:
        """The commitment that says the same; said on another day it is another."""
        for found in self.promises.get((dialogue_id, plain_heading(said.sentence), said.owed_by), ()):
            if found.agreed_on is None or said.said_on is None or found.agreed_on == said.said_on:
                return found
        return None

    def same_step(self, dialogue_id: int, said: StepRow) -> Any:
        """The follow-up that says the same, with the same day."""
        for found in self.steps.get((dialogue_id, plain_heading(said.text)), ()):
            if found.due == said.due:
                return found
        return None

    def like(self, dialogue_id: int, said: PromiseRow) -> Any:
        """The commitment that most likely tells of the same promise, if there is one."""
        mine = fingerprint(said.sentence)
        shared: dict[int, int] = defaultdict(int)
        others: dict[int, Any] = {}
        for stem in mine.stems:
            for other in self.telling.get((dialogue_id, stem), ())[:500]:
                shared[other.id] += 1
                others[other.id] = other
        nearest = sorted(shared, key=lambda number: -shared[number])[:LOOKED_AT]
        asked = AsRecorded(said.sentence, said.owed_by, said.due.working, said.said_on)
        scored = [
            (likeness(mine, self.prints[number]), number)
            for number in nearest
            if shared[number] * 2 >= len(mine.stems) and not excluded(asked, others[number])
        ]
        best = max(scored, default=(0.0, 0))
        return others[best[1]] if best[0] >= max(SAME, NEARLY) else None


@dataclass(frozen=True)
class AsRecorded:
    """A row as the rule of likeness compares it."""

    sentence: str
    owed_by: OwedBy
    due: Any
    agreed_on: Any


def judged(
    rows: Iterable[RowRead], record: Record, columns: Mapping[Column, str], ticked: Sequence[int]
) -> list[Judged]:
    """Each row that says anything, with its verdict; `ticked` are rows to be filed although they are like one."""
    seen: dict[tuple[Any, ...], int] = {}
    wanted = frozenset(ticked)
    return [judge(row, record, columns, row.number in wanted, seen) for row in rows if not row.is_empty]


def judge(
    row: RowRead,
    record: Record,
    columns: Mapping[Column, str],
    ticked: bool,
    seen: dict[tuple[Any, ...], int],
) -> Judged:
    """One row. `seen` remembers what stood in the rows above."""
    if row.faults or row.dialogue is None:
        return Judged(row, Verdict.WRONG)
    number = row.dialogue.number
    there = record.by_ref.get(row.reference)
    if there is not None:
        found = differences(row, there, columns)
        is_promise = hasattr(there, "sentence")
        return Judged(
            row, Verdict.DIFFERS if found else Verdict.KNOWN, differences=found,
            promise=there if is_promise else None, step=None if is_promise else there,
        )  # fmt: skip
    promise = record.same_promise(number, row.promise) if row.promise else None
    step = record.same_step(number, row.step) if row.step else None
    if (row.promise is None or promise) and (row.step is None or step):
        return Judged(row, Verdict.KNOWN, promise, step)
    if row.promise is not None and promise is None and (why := cannot_be_new(row.promise)):
        row.faults.append(Fault(columns.get(Column.STATUS, ""), str(row.promise.status), why))
        return Judged(row, Verdict.WRONG)
    key = key_of(row, number)
    if key in seen:
        return Judged(row, Verdict.TWICE, same_as=seen[key])
    seen[key] = row.number
    like = record.like(number, row.promise) if row.promise and promise is None else None
    if like is not None and not ticked:
        return Judged(row, Verdict.LIKE, promise, step, like)
    return Judged(row, Verdict.FILED, promise, step, like)


def cannot_be_new(said: PromiseRow) -> str:
    """Why a commitment cannot be filed with its status; empty if it can."""
    if said.status is CommitmentStatus.JOINED:
        return "A record that was joined to another does not come in by itself: file the one that it was joined to."
    if said.status in NEEDS_EVIDENCE and not said.word:
        return f"What is {said.status} needs a word of evidence, in the column of the last word."
    return ""


def key_of(row: RowRead, dialogue_id: int) -> tuple[Any, ...]:
    """What makes two rows of a list the same."""
    said = (
        (plain_heading(row.promise.sentence), row.promise.owed_by, row.promise.said_on)
        if row.promise
        else None
    )
    does = (plain_heading(row.step.text), row.step.due) if row.step else None
    return dialogue_id, said, does
