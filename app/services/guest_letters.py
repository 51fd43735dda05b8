"""Letters to guests in words: what their marking lets travel, to one guest, with nothing of another in them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app import queries
from app.domain.guest import Answer, Method
from app.domain.letter import Letter, LetterState
from app.domain.marking import Marking, ShownInFeed
from app.domain.meeting import Standing
from app.domain.schedule import entry_of
from app.models.guest import Guest
from app.services.guest_links import House, link_of, poll_of
from app.services.sitting_words import day_of, times, times_offered, titled
from app.services.sittings import owner_of
from app.services.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from app.documents.invitation_letter import AboutSitting


@dataclass(frozen=True)
class Slip:
    """What one letter is about: which sort, which revision, the first or a later one, queued when (UTC)."""

    method: Method
    revision: int
    first: bool
    stamp: datetime
    number: int = 0
    message_id: str = ""


def written(work: UnitOfWork, guest: Guest, slip: Slip, house: House) -> Letter:
    """The letter; the work must see all of the round or meeting."""
    from app.documents import invitation_letter

    sitting: Any = owner_of(guest)
    taken_off, postponed = guest.removed_at is not None, sitting.standing is not Standing.CANCELLED
    word, sentence = invitation_letter.begins(slip.method, slip.first, taken_off, postponed)
    about = about_of(work, guest, slip, house)
    subject, body, html = invitation_letter.worded(about, word, sentence)
    calendar = object_of(work, guest, slip, house) if slip.method is not Method.ASK else b""
    return Letter(
        number=slip.number,
        message_id=slip.message_id,
        to_address=guest.email,
        subject=subject,
        body=body,
        written_at=slip.stamp,
        html=html,
        method=slip.method.value,
        calendar=calendar,
    )


def about_of(work: UnitOfWork, guest: Guest, slip: Slip, house: House) -> "AboutSitting":
    """What may be said to this guest: no more than that there is a meeting, and when, if its marking may not travel."""
    from app.documents.invitation_letter import AboutSitting

    sitting: Any = owner_of(guest)
    marking = marking_of(work, guest, sitting)
    office = work.one(queries.officers.office())
    asks, off = slip.method is Method.REQUEST, slip.method is Method.CANCEL and guest.removed_at is None
    about = AboutSitting(
        guest=guest.name,
        office=office.name,
        title=sitting.title,
        day="" if slip.method is Method.ASK else day_of(sitting),
        when=times_offered(work, sitting) if slip.method is Method.ASK else times(sitting, office.zone),
        place=", ".join(part for part in (sitting.place, sitting.city) if part),
        marking=marking.label if marking.rank else "",
        join_at=getattr(sitting, "link", "") if asks else "",
        answer_at=poll_of(guest, house)
        if slip.method is Method.ASK
        else link_of(guest, house)
        if asks
        else "",
        because=sitting.because if off else "",
    )
    return (
        about
        if marking.may_travel_by_mail
        else replace(about, title="A meeting", place="", join_at="", because="")
    )


def object_of(work: UnitOfWork, guest: Guest, slip: Slip, house: House) -> bytes:
    """The calendar object that goes with it, saying as much as the letter."""
    from app.documents.invitation import Invited, Person, invitation

    sitting: Any = owner_of(guest)
    marking = marking_of(work, guest, sitting)
    whole = marking.may_travel_by_mail
    title = titled(sitting, marking.label if marking.rank else "") if whole else "A meeting"
    how = ShownInFeed.FULL if whole else ShownInFeed.TITLE
    return invitation(
        Invited(
            method=slip.method,
            uid=sitting.uid,
            sequence=slip.revision,
            stamp=slip.stamp,
            title=f"CANCELLED: {title}" if slip.method is Method.CANCEL else title,
            organiser=Person(work.one(queries.officers.office()).name, house.mailbox),
            guest=Person(guest.name, guest.email),
            optional=guest.optional,
            answer=guest.answer if slip.method is Method.REQUEST else Answer.NONE,
            entry=entry_of(sitting, marking, marking.rank, "", how),
        )
    )


def marking_of(work: UnitOfWork, guest: Guest, sitting: Any) -> Marking:
    """The marking under which a letter goes out."""
    return work.scheme.of(max(sitting.marking, guest.marking))


def lines_for(work: UnitOfWork, guest: Guest, house: House) -> list[str]:
    """What a guest was written, line by line: what, when, where."""
    sitting: Any = owner_of(guest)
    about = about_of(work, guest, Slip(Method.REQUEST, sitting.revision, True, work.now), house)
    return [line for line in (about.title, about.day, *about.when, about.place) if line]


def slip_of(work: UnitOfWork, number: int, message: Any) -> tuple[Guest, Slip] | str:
    """The guest and slip of a queued letter, or why it need not go."""
    enclosed = work.find(queries.guests.invitation(number))
    if enclosed is None:
        return "What it is about is not there any more."
    guest = work.one(queries.guests.by_id(enclosed.guest_id))
    if enclosed.method is Method.ASK:
        slip = Slip(Method.ASK, 0, True, message.created_at, number, message.message_id)
        asked = guest.removed_at is None and bool(work.all(queries.slots.of_sitting(owner_of(guest))))
        return (guest, slip) if asked else "There is nothing to ask any more."
    letters = list(work.all(queries.guests.letters_to([guest.id])))
    before = [each for each in letters if each.message_id < number]
    if any(each.message_id > number for each in letters):
        return "A later letter says it."
    went = [each for each in before if each.method is Method.REQUEST and may_have_gone(each.message)]
    if enclosed.method is Method.CANCEL and not went:
        return "The invitation had not gone out."
    first = not any(each.message.state is LetterState.SENT for each in went)
    slip = Slip(enclosed.method, enclosed.revision, first, message.created_at, number, message.message_id)
    return guest, slip


def may_have_gone(message: Any) -> bool:
    """True if a letter may have reached its guest: also one whose sender died before it could say so."""
    return bool(message.tries > (1 if message.state is LetterState.NOT_NEEDED else 0))
