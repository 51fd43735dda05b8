"""Finding a time with the guests: times are offered, guests say what they can, one of them is taken."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.guest import Method
from app.domain.letter import LetterKind
from app.domain.meeting import Standing
from app.domain.poll import MOST_SLOTS, SlotFacts, Vote, can_be_offered
from app.domain.sitting import MoveFacts, when_columns
from app.domain.sitting_time import SaidTime
from app.domain.stated_date import Precision, StatedDate
from app.models.guest import Guest
from app.models.poll import Slot, SlotVote
from app.services.sittings import owner_of, parent_columns, rewrite, sitting_of
from app.services.telling import queue_letter
from app.services.unit_of_work import UnitOfWork

BECOMES_PLANNED = frozenset({Standing.PROPOSED, Standing.POSTPONED})
REVISES = {"round": Action.REVISE_ROUND, "meeting": Action.REVISE_MEETING}


def offer(work: UnitOfWork, kind: str, ref: str, slots: Sequence[SlotFacts]) -> int:
    """Offer times for a round or meeting; how many are new. RuleBroken on `slots` where there are too many."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.OFFER_TIMES, on=sitting, word=f"{len(slots)}")
    can_be_offered(sitting.standing)
    there = work.all(queries.slots.of_sitting(sitting))
    new = [slot for slot in slots if slot.starts_at not in {each.starts_at for each in there}]
    if len(there) + len(new) > MOST_SLOTS:
        raise RuleBroken(
            "slots", f"More than {MOST_SLOTS} times are too many to look through. Take some back first."
        )
    for slot in new:
        work.add(Slot(**parent_columns(sitting), marking=sitting.marking, **vars(slot)))
    return len(new)


def take_back(work: UnitOfWork, ref: str) -> Slot:
    """Offer a time no more."""
    slot = work.one(queries.slots.by_ref(ref))
    work.act(Action.OFFER_TIMES, on=slot, word="one taken back")
    if slot.closed_at is not None:
        raise Missing
    slot.closed_at = work.now
    work.flush()
    return slot


def cause_of(sitting: Any, guest: Guest, slots: Sequence[Slot]) -> str:
    """What a letter about these times is for: one guest is asked once about the same ones."""
    mark = hashlib.sha256(" ".join(sorted(slot.ref for slot in slots)).encode()).hexdigest()[:12]
    return f"times:{sitting.uid}:{guest.ref}:{mark}"


def unasked(work: UnitOfWork, sitting: Any, guests: Sequence[Guest], slots: Sequence[Slot]) -> list[Guest]:
    """The guests who were not written to about just these times."""
    causes = {cause_of(sitting, guest, slots): guest for guest in guests}
    asked = {message.once for message in work.all(queries.outbox.by_causes(list(causes)))}
    return [guest for cause, guest in causes.items() if cause not in asked]


def ask(
    work: UnitOfWork, kind: str, ref: str, seen: Sequence[str], *, outside: bool, outside_meant: bool
) -> int:
    """Write to the guests who were not asked about these times yet; how many letters.

    RuleBroken (without a field) if the list changed since it was `seen` (refs), on `outside` if somebody is `outside`
    the house and that was not said to be meant.
    """
    sitting = sitting_of(work, kind, ref)
    work.act(Action.SEND_INVITATIONS, on=sitting, word="times offered")
    can_be_offered(sitting.standing)
    slots = work.all(queries.slots.of_sitting(sitting))
    guests = unasked(work, sitting, work.all(queries.guests.of_sitting(sitting)), slots)
    if not slots or not guests:
        raise RuleBroken(
            "", "There is nobody to ask: offer times and add guests, or everybody was asked already."
        )
    if {guest.ref for guest in guests} != set(seen):
        raise RuleBroken("", "The list changed while you looked at it. Look at the letters again.")
    if outside and not outside_meant:
        raise RuleBroken("outside", "Say that you mean to write outside the house.")
    for guest in guests:
        queue_letter(
            work,
            guest,
            once=cause_of(sitting, guest, slots),
            kind=LetterKind.TIMES,
            method=Method.ASK,
            revision=0,
        )
    return len(guests)


def vote(work: UnitOfWork, guest: Guest, said: Mapping[str, Vote]) -> int:
    """Note what a guest said of times (by ref); how many. The work must be the guest's own."""
    work.act(Action.ANSWER_INVITATION, on=guest, word="times")
    slots = open_for(work, guest)
    before = {
        each.slot_id: each for each in work.all(queries.slots.votes([slot.id for slot in slots], guest.id))
    }
    known = [slot for slot in slots if slot.ref in said]
    for slot in known:
        if slot.id in before:
            before[slot.id].vote = said[slot.ref]
        else:
            work.add(
                SlotVote(
                    dialogue_id=guest.dialogue_id, marking=max(guest.marking, slot.marking), slot_id=slot.id,
                    guest_id=guest.id, vote=said[slot.ref],
                )
            )  # fmt: skip
    work.flush()
    return len(known)


def open_for(work: UnitOfWork, guest: Guest) -> Sequence[Slot]:
    """The times that a guest is asked about; none once they are off the list or a time was found."""
    sitting: Any = owner_of(guest)
    if guest.removed_at is not None or sitting.standing in {Standing.CANCELLED, Standing.HELD}:
        return []
    return work.all(queries.slots.of_sitting(sitting))


def move_of(slot: Slot) -> MoveFacts:
    """The move that taking a time would be; where it takes place stays as it was."""
    sitting: Any = owner_of(slot)
    first, last = slot.starts_wall.date(), slot.ends_wall.date()
    return MoveFacts(
        when=StatedDate("", first, last, Precision.DAY if first == last else Precision.SPAN),
        starts=slot.starts_wall.time(),
        ends=slot.ends_wall.time(),
        zone=slot.zone,
        city=sitting.city,
        place=sitting.place,
        standing=Standing.PLANNED if sitting.standing in BECOMES_PLANNED else sitting.standing,
    )


def take(work: UnitOfWork, ref: str) -> Any:
    """Take one of the times: the round or meeting moves there, the others are not offered any more.

    Whoever was invited is told as of any move; the others on the list are still to be invited.
    """
    slot = work.one(queries.slots.by_ref(ref))
    sitting: Any = owner_of(slot)
    work.act(REVISES[sitting.__tablename__], on=sitting, word="A time was found with the guests.")
    if slot.closed_at is not None:
        raise RuleBroken("", "This time is not offered any more.")
    can_be_offered(sitting.standing)
    facts = move_of(slot)
    said = SaidTime(facts.starts, facts.ends, facts.zone)
    slot.taken = True
    for each in work.all(queries.slots.of_sitting(sitting)):
        each.closed_at = work.now
    rewrite(work, sitting, {**when_columns(facts.when, said, work.today), "standing": facts.standing})
    return sitting
