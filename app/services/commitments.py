"""Commitments: filed as they were said, revised, moved with a word, carried over with a reason."""

from app import queries
from app.domain.action import Action
from app.domain.commitment import (
    CommitmentFacts,
    CommitmentStatus,
    carried_once_more,
    goes_to_the_head,
    move,
)
from app.domain.lowering import not_lowered
from app.domain.source_text import Place
from app.models.commitment import Commitment
from app.services.filing import columns, file, note
from app.services.origins import origin, origin_of
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def agree(
    work: UnitOfWork, kind: str, ref: str, facts: CommitmentFacts, place: Place | None = None
) -> Commitment:
    """File what was promised in a dialogue, round, meeting or text, with its place in the text."""
    return file(work, origin(work, kind, ref), facts, place)


def revise(work: UnitOfWork, ref: str, facts: CommitmentFacts, seen_version: int | None) -> Commitment:
    """Correct what is said of a commitment; what stood there before stays in the audit log.

    A higher marking takes the history and the follow-ups that serve it along.
    """
    row = work.one(queries.commitments.by_ref(ref))
    work.act(Action.REVISE_COMMITMENT, on=row)
    work.unchanged(row, seen_version)
    not_lowered(row.marking, facts.marking)
    for name, value in columns(work, origin_of(row), facts).items():
        setattr(row, name, value)
    work.flush()
    raise_parts(work, row)
    for follow_up in work.all(queries.follow_ups.of_commitments([row.id])):
        if follow_up.marking < row.marking:
            follow_up.marking = row.marking
            raise_parts(work, follow_up)
    return row


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
    return goes_to_the_head(row.times_carried, work.rules)
