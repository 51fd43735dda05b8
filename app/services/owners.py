"""Who owns a follow-up: somebody who may know it; and the letter that tells them."""

from app import queries
from app.domain.errors import RuleBroken
from app.domain.follow_up import FollowUpStatus
from app.domain.letter import LetterKind
from app.models.commitment import FollowUp, FollowUpMove
from app.models.officer import Officer
from app.services.outbox import queue
from app.services.unit_of_work import UnitOfWork


def owner_for(work: UnitOfWork, dialogue_id: int, marking: int, ref: str) -> Officer | None:
    """The officer, or None for nobody; RuleBroken on `owner` for one who may not know the follow-up."""
    if not ref:
        return None
    for officer in work.all(queries.follow_ups.possible_owners(dialogue_id, marking)):
        if officer.ref == ref:
            return officer
    raise RuleBroken(
        "owner", "Choose an officer who is read in to this dialogue and cleared for the marking."
    )


def write_to(work: UnitOfWork, kind: LetterKind, cause: str, row: FollowUp, owner_id: int, word: str) -> None:
    """Put a letter to the owner into the outbox; nobody is written to about what they do themselves.

    `cause` makes it one letter, whatever happens.
    """
    if owner_id != work.viewer.officer_id:
        queue(work, once=cause, kind=kind, officer_id=owner_id, about=row, word=word)


def note(work: UnitOfWork, row: FollowUp, was: FollowUpStatus | None, word: str) -> None:
    """One line of a follow-up's history."""
    work.add(
        FollowUpMove(
            dialogue_id=row.dialogue_id,
            marking=row.marking,
            follow_up_id=row.id,
            was=was,
            became=row.status,
            at=work.now,
            by_id=work.viewer.officer_id,
            word=word,
        )
    )
