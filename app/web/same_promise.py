"""Other records of a promise: joined to it, the one that it was joined to, and those that may be the same."""

from typing import Any

from flask import g

from app import queries
from app.domain.commitment import CommitmentStatus
from app.domain.likeness import perhaps_the_same


def same_promise(commitment: Any) -> dict[str, Any]:
    """What the page of a commitment shows of other records of the same promise."""
    if commitment.status is CommitmentStatus.JOINED:
        return {"counts": joined_to(commitment), "joined": (), "alike": ()}
    others = g.work.all(queries.commitments.not_joined(commitment.dialogue_id))
    return {
        "counts": None,
        "joined": g.work.all(queries.commitments.joined_to(commitment.id)),
        "alike": perhaps_the_same(commitment, [one for one in others if one.id != commitment.id]),
    }


def joined_to(commitment: Any) -> Any:
    """The record that counts; None if the viewer may not know it."""
    return g.work.find(queries.commitments.by_id(commitment.joined_to_id))
