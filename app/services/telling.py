"""Telling guests: the letter is queued in the same work that changes the round or meeting."""

from collections.abc import Collection
from typing import Any

from app import queries
from app.domain.guest import Answer, Method, asks_again, letter_for
from app.domain.letter import LetterKind
from app.models.guest import Guest, Invitation
from app.services.outbox import envelope, queued
from app.services.unit_of_work import UnitOfWork


def tell(work: UnitOfWork, sitting: Any, changed: Collection[str]) -> int:
    """Write to everybody invited that these columns changed; how many letters. `sitting` is as it is now.

    Who was never sent an invitation is not written to, and who was told that it is off is not told again.
    """
    method = letter_for(sitting, changed, work.today)
    if method is None:
        return 0
    told = [guest for guest in work.all(queries.guests.of_sitting(sitting)) if guest.told_method is not None]
    written = 0
    for guest in told:
        if method is Method.CANCEL and guest.told_method is Method.CANCEL:
            continue
        if method is Method.REQUEST and asks_again(changed):
            ask(guest, sitting.revision)
        write_to(work, sitting, guest, method)
        written += 1
    return written


def ask(guest: Guest, revision: int) -> None:
    """Earlier answers do not hold any more: they were to another time or place."""
    guest.asked_revision, guest.answer, guest.answered_at, guest.word = revision, Answer.NONE, None, ""


def write_to(work: UnitOfWork, sitting: Any, guest: Guest, method: Method) -> None:
    """Queue one letter to one guest. One revision has one letter of a sort, whatever happens.

    The identifier is the sitting's own, which no other house has: mail systems drop what has one that they know.
    """
    once = f"invitation:{sitting.uid}:{guest.ref}:{sitting.revision}:{method.value.lower()}"
    guest.told_method = method
    queue_letter(work, guest, once=once, kind=LetterKind.INVITATION, method=method, revision=sitting.revision)


def queue_letter(
    work: UnitOfWork, guest: Guest, *, once: str, kind: LetterKind, method: Method, revision: int
) -> None:
    """Put a letter to a guest into the outbox, unless one for the same cause is there."""
    if queued(work, once):
        return
    message = envelope(work, once, kind, officer_id=None)
    work.add(
        Invitation(
            dialogue_id=guest.dialogue_id,
            marking=guest.marking,
            message_id=message.id,
            guest_id=guest.id,
            method=method,
            revision=revision,
        )
    )
