"""Two records of the same promise: joined, so that one counts and neither source is lost, and separated again."""

from app import queries
from app.domain.action import Action
from app.domain.commitment import CommitmentStatus
from app.domain.errors import RuleBroken
from app.models.commitment import Commitment
from app.models.serving import Serving
from app.services.filing import note
from app.services.unit_of_work import UnitOfWork


def join(work: UnitOfWork, ref: str, other_ref: str, seen_version: int | None) -> Commitment:
    """The other record is joined to this one, which counts from now on; its follow-ups serve this one too.

    RuleBroken (without a field) for records of different dialogues, of one record, or where one is joined already.
    """
    row = work.one(queries.commitments.by_ref(ref))
    other = work.one(queries.commitments.by_ref(other_ref))
    work.act(Action.JOIN_COMMITMENTS, on=row, word=other.sentence[:200])
    work.unchanged(row, seen_version)
    if row.id == other.id or row.dialogue_id != other.dialogue_id:
        raise RuleBroken("", "Only two records of the same dialogue can be joined.")
    if CommitmentStatus.JOINED in {row.status, other.status}:
        raise RuleBroken("", "One of them is joined to another already. Separate it first.")
    was, other.status = other.status, CommitmentStatus.JOINED
    other.joined_to_id, other.moved_at = row.id, work.now
    note(work, other, was, f"Joined to: {row.sentence}")
    note(work, row, row.status, f"Joined with another record of the same promise: {other.sentence}")
    there = {serving.follow_up_id for serving in work.all(queries.follow_ups.serving(row.id))}
    for step in work.all(queries.follow_ups.of_commitments([other.id])):
        if step.id not in there and step.commitment_id != row.id:
            work.add(
                Serving(
                    dialogue_id=row.dialogue_id,
                    marking=max(row.marking, step.marking),
                    follow_up_id=step.id,
                    commitment_id=row.id,
                )
            )
    return row


def separate(work: UnitOfWork, ref: str, seen_version: int | None) -> Commitment:
    """The record counts by itself again, with the status that it had."""
    row = work.one(queries.commitments.by_ref(ref))
    work.act(Action.JOIN_COMMITMENTS, on=row, word="Separated again.")
    work.unchanged(row, seen_version)
    if row.status is not CommitmentStatus.JOINED:
        raise RuleBroken("", "This record is not joined to another.")
    joined = [step for step in row.moves if step.became is CommitmentStatus.JOINED]
    row.status = (joined[-1].was if joined else None) or CommitmentStatus.OPEN
    row.joined_to_id, row.moved_at = None, work.now
    note(work, row, CommitmentStatus.JOINED, "Separated again.")
    return row
