"""Rows of a list that become records: all in one work, each with where it came from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from app import queries
from app.domain.action import Action
from app.domain.commitment import NEEDS_EVIDENCE, CommitmentStatus
from app.domain.follow_up import FollowUpStatus
from app.domain.letter import LetterKind
from app.domain.matrix.columns import plain_heading
from app.domain.matrix.row import PromiseRow, RowRead, StepRow
from app.domain.matrix.verdicts import Judged
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.services.outbox import queue
from app.services.unit_of_work import UnitOfWork

AT_ONCE = 250
"""So many rows are settled at once."""


T = TypeVar("T")


class Made(NamedTuple):
    """A commitment that a follow-up serves, by its number and marking."""

    id: int
    marking: int


def put(work: UnitOfWork, name: str, ref: str, rows: Sequence[Judged]) -> tuple[int, int]:
    """Make the commitments and follow-ups of these rows; how many of each.

    One act for each dialogue that is written to; one letter to each officer who has follow-ups from now on.
    """
    many = Counter(each.row.dialogue.number for each in rows if each.row.dialogue is not None)
    for dialogue in work.all(queries.imports.dialogues()):
        if dialogue.id in many:
            rows_said = f"{many[dialogue.id]} row{'' if many[dialogue.id] == 1 else 's'}"
            work.act(Action.IMPORT_LIST, on=dialogue, word=f"{name}: {rows_said}")
    promised = [(each, each.row.promise) for each in rows if each.makes_promise and each.row.promise]
    new: dict[int, Made] = {}
    for some in parts_of(promised):
        made = [(each, promise_of(work, each.row, said)) for each, said in some]
        work.add_all([row for _, row in made])
        work.add_all([promise_move(work, name, each.row, row) for each, row in made])
        new |= {id(each): Made(row.id, row.marking) for each, row in made}
        work.settle()
    stepping = [(each, each.row.step) for each in rows if each.makes_step and each.row.step]
    serving = served(work, rows)
    owners: set[int] = set()
    for part in parts_of(stepping):
        steps = [
            (each, step_of(work, each.row, step, new.get(id(each)) or each.promise or serving.get(id(each))))
            for each, step in part
        ]
        work.add_all([row for _, row in steps])
        work.add_all([step_move(work, name, each.row, row) for each, row in steps])
        owners |= {row.owner_id for _, row in steps if row.owner_id}
        work.settle()
    for owner_id in sorted(owners - {work.viewer.officer_id}):
        queue(work, once=f"imported:{ref}:{owner_id}", kind=LetterKind.HANDED_OVER, officer_id=owner_id)
    return len(promised), len(stepping)


def parts_of(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """The rows in parts that are settled one after the other."""
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


def served(work: UnitOfWork, rows: Sequence[Judged]) -> dict[int, Made]:
    """For a follow-up whose row names a commitment: the one of that reference or sentence in its dialogue."""
    naming = [each for each in rows if each.row.step and each.row.step.serves and each.row.promise is None]
    numbers = sorted({each.row.dialogue.number for each in naming if each.row.dialogue})
    if not numbers:
        return {}
    known: dict[tuple[int, str], Made] = {}
    for row in work.all(queries.imports.promises(numbers)):
        for said in (plain_heading(row.sentence), row.ref):
            known.setdefault((row.dialogue_id, said), Made(row.id, row.marking))
    found = {}
    for each in naming:
        number = each.row.dialogue.number if each.row.dialogue else 0
        said = each.row.step.serves if each.row.step else ""
        named = known.get((number, said)) or known.get((number, plain_heading(said)))
        if named is not None:
            found[id(each)] = named
    return found


def place_of(row: RowRead) -> dict[str, Any]:
    """The columns by which a record names its dialogue, round and meeting."""
    number = row.dialogue.number if row.dialogue is not None else 0
    sitting = row.sitting
    if sitting is None:
        return {"dialogue_id": number}
    if sitting.kind == "round":
        return {"dialogue_id": number, "round_id": sitting.number}
    return {"dialogue_id": number, "round_id": sitting.round_id, "meeting_id": sitting.number}


def promise_of(work: UnitOfWork, row: RowRead, said: PromiseRow) -> Commitment:
    """The commitment of a row."""
    return Commitment(
        **place_of(row),
        marking=row.marking,
        sentence=said.sentence,
        source=said.source,
        owed_by=said.owed_by,
        owed_by_name=said.owed_by_name,
        first_mover=said.first_mover,
        due_stated=said.due.stated.stated,
        due_from=said.due.stated.start,
        due_until=said.due.stated.end,
        due_precision=said.due.stated.precision,
        due=said.due.working,
        hangs_on=said.hangs_on,
        strength=said.strength,
        status=said.status,
        times_carried=said.carried,
        agreed_on=said.said_on,
        topics=list(said.topics),
        created_at=work.now,
        moved_at=work.now,
    )


def step_of(work: UnitOfWork, row: RowRead, said: StepRow, serves: Any) -> FollowUp:
    """The follow-up of a row; it is marked no lower than the commitment that it serves."""
    return FollowUp(
        **place_of(row),
        marking=max(row.marking, serves.marking if serves is not None else 0),
        commitment_id=serves.id if serves is not None else None,
        text=said.text,
        owner_id=said.owner_id,
        owner_unit=said.owner_unit,
        due_stated=said.due_stated,
        due=said.due,
        status=said.status,
        waiting_since=said.waiting_since,
        created_at=work.now,
        moved_at=work.now,
    )


def where_from(name: str, row: RowRead) -> str:
    """Where a record came from."""
    return f"From the list “{name}”, row {row.number}."


def promise_move(work: UnitOfWork, name: str, row: RowRead, made: Commitment) -> CommitmentMove:
    """The first line of its history; the last word of the list is its evidence where one is needed."""
    word = row.promise.word if row.promise else ""
    evident = made.status in NEEDS_EVIDENCE
    return CommitmentMove(
        dialogue_id=made.dialogue_id,
        marking=made.marking,
        commitment_id=made.id,
        became=made.status if isinstance(made.status, CommitmentStatus) else CommitmentStatus.OPEN,
        at=work.now,
        by_id=work.viewer.officer_id,
        round_id=None,
        word=where_from(name, row) if evident or not word else f"{word}\n{where_from(name, row)}",
        evidence=word if evident else "",
    )


def step_move(work: UnitOfWork, name: str, row: RowRead, made: FollowUp) -> FollowUpMove:
    """The first line of its history."""
    return FollowUpMove(
        dialogue_id=made.dialogue_id,
        marking=made.marking,
        follow_up_id=made.id,
        became=made.status if isinstance(made.status, FollowUpStatus) else FollowUpStatus.OPEN,
        at=work.now,
        by_id=work.viewer.officer_id,
        word=where_from(name, row),
    )
