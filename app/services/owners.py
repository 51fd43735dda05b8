"""Who owns a follow-up: somebody who may know it; and the letter that tells them."""

from collections.abc import Callable

from app import queries
from app.documents.follow_up_letters import AboutFollowUp
from app.domain.errors import RuleBroken
from app.domain.follow_up import FollowUpStatus
from app.models.commitment import FollowUp, FollowUpMove
from app.models.officer import Officer
from app.services.outbox import queue
from app.services.unit_of_work import UnitOfWork

AddressOf = Callable[[str], str]
"""From a follow-up's public identifier to the address of its page."""
Letter = Callable[[AboutFollowUp], tuple[str, str]]


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


def write_to(
    work: UnitOfWork,
    letter: Letter,
    cause: str,
    row: FollowUp,
    owner: Officer,
    address: str,
    word: str,
) -> None:
    """Put a letter to the owner into the outbox; nobody is written to about what they do themselves.

    The row was asked for with its dialogue and partner. `cause` makes it one letter, whatever happens.
    """
    if owner.id == work.viewer.officer_id:
        return
    open_by_mail = work.scheme.of(row.marking).may_travel_by_mail
    about = AboutFollowUp(owner=owner.name, by=work.viewer.name, address=address)
    if open_by_mail:
        about = AboutFollowUp(
            owner=owner.name,
            by=work.viewer.name,
            address=address,
            text=row.text,
            partner=row.dialogue.partner.short_name,
            due=row.due_stated or (f"{row.due.day} {row.due:%B %Y}" if row.due else ""),
            word=word,
        )
    subject, body = letter(about)
    queue(work, once=cause, to=owner.email, subject=subject, body=body, of=row)


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
