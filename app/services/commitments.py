"""Commitments: filed as they were said, revised, moved with a word, carried over with a reason."""

from typing import Any

from app import queries
from app.domain.commitment import (
    CommitmentFacts,
    CommitmentStatus,
    OwedBy,
    carried_once_more,
    goes_to_the_head,
    move,
)
from app.domain.due import read_at, read_due
from app.domain.policy import Action
from app.models.commitment import Commitment, CommitmentMove
from app.services.origins import day_of, keys_of, marked, origin, origin_of
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def agree(work: UnitOfWork, kind: str, ref: str, facts: CommitmentFacts) -> Commitment:
    """File what was promised in a dialogue, round or meeting."""
    whole = origin(work, kind, ref)
    work.act(Action.AGREE_COMMITMENT, on=whole)
    row = work.add(
        Commitment(**keys_of(whole), **columns(work, whole, facts), created_at=work.now, moved_at=work.now)
    )
    work.act(Action.AGREE_COMMITMENT, on=row)
    note(work, row, None, "Filed.")
    return row


def revise(work: UnitOfWork, ref: str, facts: CommitmentFacts, seen_version: int | None) -> Commitment:
    """Correct what is said of a commitment; what stood there before stays in the audit log.

    A higher marking takes the history and the follow-ups that serve it along.
    """
    row = work.one(queries.commitments.by_ref(ref))
    work.act(Action.REVISE_COMMITMENT, on=row)
    work.unchanged(row, seen_version)
    for name, value in columns(work, origin_of(row), facts).items():
        setattr(row, name, value)
    work.flush()
    raise_parts(work, row)
    for follow_up in work.all(queries.follow_ups.of_commitments([row.id])):
        if follow_up.marking < row.marking:
            follow_up.marking = row.marking
            raise_parts(work, follow_up)
    return row


def columns(work: UnitOfWork, whole: Any, facts: CommitmentFacts) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken on `marking`, `due`, `working` or `said_on`."""
    said_on = read_at(facts.said_on, work.today, "said_on").end or day_of(whole)
    due = read_due(facts.due, facts.working, said_on, work.today)
    return {
        "sentence": facts.sentence,
        "source": facts.source,
        "stands_at": facts.stands_at,
        "owed_by": facts.owed_by,
        "owed_by_name": facts.owed_by_name,
        "first_mover": facts.first_mover if facts.owed_by is OwedBy.JOINT else "",
        "due_stated": due.stated.stated,
        "due_from": due.stated.start,
        "due_until": due.stated.end,
        "due_precision": due.stated.precision,
        "due": due.working,
        "hangs_on": facts.hangs_on,
        "strength": facts.strength,
        "agreed_on": said_on,
        "marking": marked(work, whole, facts.marking),
        **{name: list(getattr(facts, name)) for name in ("topics", "instruments", "norms", "cbms")},
    }


def take_step(
    work: UnitOfWork, ref: str, to: CommitmentStatus, word: str, evidence: str, seen_version: int | None
) -> Commitment:
    """Move a commitment to a new status; who, when, why and the evidence are kept."""
    row = work.one(queries.commitments.by_ref(ref))
    work.act(Action.MOVE_COMMITMENT, on=row, word=word)
    work.unchanged(row, seen_version)
    was, row.status = row.status, move(row.status, to, word, evidence)
    row.moved_at = work.now
    note(work, row, was, word, evidence)
    return row


def carry_over(work: UnitOfWork, ref: str, word: str, seen_version: int | None) -> bool:
    """Take a live commitment along once more, with the reason; True if it now goes to the head of desk."""
    row = work.one(queries.commitments.by_ref(ref))
    work.act(Action.CARRY_OVER_COMMITMENT, on=row, word=word)
    work.unchanged(row, seen_version)
    row.times_carried = carried_once_more(row.status, row.times_carried, word)
    note(work, row, row.status, f"Carried over. {word}")
    return goes_to_the_head(row.times_carried)


def note(
    work: UnitOfWork, row: Commitment, was: CommitmentStatus | None, word: str, evidence: str = ""
) -> None:
    """One line of the history."""
    work.add(
        CommitmentMove(
            dialogue_id=row.dialogue_id,
            marking=row.marking,
            commitment_id=row.id,
            was=was,
            became=row.status,
            at=work.now,
            by_id=work.viewer.officer_id,
            word=word,
            evidence=evidence,
        )
    )
