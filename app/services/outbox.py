"""The outbox: an envelope is written with what it announces, its letter is worded and sent afterwards, once."""

from collections.abc import Sequence

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Missing
from app.domain.letter import MOST_TRIES, LetterKind, LetterState, wait_after
from app.models.commitment import FollowUp
from app.models.outbox import Enclosure, Message
from app.services.unit_of_work import UnitOfWork


def queued(work: UnitOfWork, once: str) -> bool:
    """True if a letter was written for this cause before, whatever became of it."""
    return work.find(queries.outbox.by_cause(once)) is not None


def queue(
    work: UnitOfWork,
    *,
    once: str,
    kind: LetterKind,
    officer_id: int,
    about: FollowUp | None = None,
    word: str = "",
) -> Message | None:
    """Have an officer written to; None if that was done before for the same cause.

    `once` names the cause ("assigned:<follow-up>:<version>"): one cause, one letter, whatever happens.
    """
    if queued(work, once):
        return None
    message = envelope(work, once, kind, officer_id)
    if about is not None:
        work.add(
            Enclosure(
                dialogue_id=about.dialogue_id,
                marking=about.marking,
                message_id=message.id,
                follow_up_id=about.id,
                word=word,
            )
        )
    return message


def envelope(work: UnitOfWork, once: str, kind: LetterKind, officer_id: int | None) -> Message:
    """A new envelope, to an officer or (None) to a guest, to be sent from now on."""
    return work.add(
        Message(
            once=once,
            message_id=f"<{once.replace(':', '.')}@rapporteur>",
            kind=kind,
            officer_id=officer_id,
            by_id=work.viewer.officer_id,
            not_before=work.now,
            created_at=work.now,
        )
    )


def claim(work: UnitOfWork) -> int | None:
    """The number of the next letter that is due; its try is counted before it is made, so that one that stops the
    sender each time is set aside as well.
    """
    due: Sequence[Message] = work.all(queries.outbox.due(work.now, 1))
    for message in due:
        message.tries += 1
        return message.id
    return None


def waits(work: UnitOfWork) -> bool:
    """True if a letter is due."""
    return bool(work.all(queries.outbox.due(work.now, 1)))


def park(work: UnitOfWork) -> int:
    """Set aside what was tried too often; how many."""
    worn: Sequence[Message] = work.all(queries.outbox.worn_out(MOST_TRIES))
    for message in worn:
        message.state, message.ended_at = LetterState.SET_ASIDE, work.now
        message.trouble = message.trouble or "The sender stopped each time it was tried."
    return len(worn)


def sent(work: UnitOfWork, number: int) -> None:
    """The mail server took it."""
    message = work.one(queries.outbox.by_id(number))
    message.state, message.ended_at, message.trouble = LetterState.SENT, work.now, ""


def not_needed(work: UnitOfWork, number: int, reason: str) -> None:
    """What the letter would have said does not hold any more, or its reader may not know it."""
    message = work.one(queries.outbox.by_id(number))
    message.state, message.ended_at, message.trouble = LetterState.NOT_NEEDED, work.now, reason[:300]


def failed(work: UnitOfWork, number: int, trouble: str, *, for_good: bool = False) -> None:
    """It could not be worded or the mail server refused it: it waits longer each time, and is then set aside.

    One to an address that does not exist (`for_good`) is set aside at once: whoever sent it can still do something.
    """
    message = work.one(queries.outbox.by_id(number))
    message.trouble = trouble[:300]
    message.not_before = work.now + wait_after(message.tries)
    if message.tries >= MOST_TRIES or for_good:
        message.state, message.ended_at = LetterState.SET_ASIDE, work.now


def try_again(work: UnitOfWork, ref: str) -> Message:
    """Have a letter tried again that was set aside, as if for the first time; Missing for any other."""
    message = work.one(queries.outbox.by_ref(ref))
    work.act(
        Action.TRY_LETTER_AGAIN,
        on=OFFICE,
        word=f"to {message.officer.name if message.officer else 'a guest'}",
    )
    if message.state is not LetterState.SET_ASIDE:
        raise Missing
    message.state, message.ended_at = LetterState.WAITING, None
    message.tries, message.not_before = 0, work.now
    return message
