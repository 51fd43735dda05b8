"""Guests of a round or meeting: added, invited after a look at each letter, taken off, answering."""

from collections.abc import Sequence
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.delegation import Side
from app.domain.errors import Missing, RuleBroken
from app.domain.guest import (
    Answer,
    GuestFacts,
    Method,
    can_be_invited_to,
    is_outside,
    own_domains,
)
from app.domain.text import key_of
from app.models.guest import Guest
from app.services.sittings import owner_of, parent_columns, sitting_of
from app.services.telling import ask, write_to
from app.services.unit_of_work import UnitOfWork


def add(
    work: UnitOfWork, kind: str, ref: str, side: Side, people: Sequence[GuestFacts], organiser: str = ""
) -> list[Guest]:
    """Put people on the list of guests; nobody is written to yet.

    RuleBroken on `people` for who is on it already, and for the mailbox from which invitations go out (`organiser`).
    """
    sitting = sitting_of(work, kind, ref)
    work.act(Action.ADD_GUESTS, on=sitting, word=f"{len(people)}")
    there = {guest.email_key for guest in work.all(queries.guests.of_sitting(sitting))}
    for each in people:
        if key_of(each.email) in there:
            raise RuleBroken("people", f"{each.email} is on the list already.")
        if organiser and key_of(each.email) == key_of(organiser):
            raise RuleBroken("people", f"{each.email} is the mailbox from which invitations go out.")
    return [
        work.add(
            Guest(
                **parent_columns(sitting),
                marking=sitting.marking,
                side=side,
                name=each.name,
                email=each.email,
                email_key=key_of(each.email),
                optional=each.optional,
            )
        )
        for each in people
    ]


def waiting(guests: Sequence[Guest]) -> list[Guest]:
    """Those who are to be invited, or to be invited again after it was off."""
    return [guest for guest in guests if guest.told_method is not Method.REQUEST]


def outside(work: UnitOfWork, guests: Sequence[Guest]) -> list[Guest]:
    """Those whose address belongs to no house of our officers."""
    ours = own_domains(work.all(queries.officers.addresses()))
    return [guest for guest in guests if is_outside(guest.email, ours)]


def send(work: UnitOfWork, kind: str, ref: str, seen: Sequence[str], *, outside_meant: bool) -> int:
    """Invite those on the list who were not invited yet; how many letters were queued.

    `seen` are the guests (refs) whose letters were looked at: RuleBroken (without a field) if the list is another by
    now, on `outside` if somebody is outside the house and that was not said to be meant.
    """
    sitting = sitting_of(work, kind, ref)
    work.act(Action.SEND_INVITATIONS, on=sitting)
    can_be_invited_to(sitting, work.today)
    guests = waiting(work.all(queries.guests.of_sitting(sitting)))
    if not guests:
        raise RuleBroken("", "Everybody on the list is invited already.")
    if {guest.ref for guest in guests} != set(seen):
        raise RuleBroken("", "The list changed while you looked at it. Look at the letters again.")
    if outside(work, guests) and not outside_meant:
        raise RuleBroken("outside", "Say that you mean to write outside the house.")
    for guest in guests:
        ask(guest, sitting.revision)
        write_to(work, sitting, guest, Method.REQUEST)
    work.flush()
    return len(guests)


def take_off(work: UnitOfWork, ref: str) -> Guest:
    """Take a guest off the list; who was invited is told, and the others get the next revision (RFC 5546, 3.2.2.6)."""
    guest = work.one(queries.guests.by_ref(ref))
    work.act(Action.TAKE_GUEST_OFF, on=guest)
    if guest.removed_at is not None:
        raise Missing
    sitting = owner_of(guest)
    guest.removed_at = work.now
    work.flush()
    if guest.told_method is not Method.REQUEST:
        return guest
    sitting.revision += 1
    sitting.changed_at = work.now
    write_to(work, sitting, guest, Method.CANCEL)
    for other in work.all(queries.guests.of_sitting(sitting)):
        if other.told_method is Method.REQUEST:
            write_to(work, sitting, other, Method.REQUEST)
    work.flush()
    return guest


def answer(work: UnitOfWork, guest: Guest, revision: int, said: Answer, word: str) -> Guest:
    """Note what a guest answered to this revision; the work must be the guest's own.

    RuleBroken (without a field) if it was asked for another time or place, or is over or off.
    """
    work.act(Action.ANSWER_INVITATION, on=guest, word=said.value)
    closed = why_closed(work, guest, revision)
    if closed:
        raise RuleBroken("", closed)
    guest.answer, guest.answered_at, guest.word = said, work.now, word
    work.flush()
    return guest


def why_closed(work: UnitOfWork, guest: Guest, revision: int) -> str:
    """Why an invitation cannot be answered any more, in a sentence; "" if it can."""
    sitting: Any = owner_of(guest)
    if guest.removed_at is not None:
        return "This invitation does not hold any more."
    try:
        can_be_invited_to(sitting, work.today)
    except RuleBroken:
        return "It is over, called off, or has no day at present: there is nothing to answer."
    if revision < guest.asked_revision:
        return "Time or place have changed since this letter. Answer from the latest one."
    return ""
