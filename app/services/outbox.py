"""The outbox: a letter is written with what it announces, leased while it is sent, and sent at most once more."""

from collections.abc import Sequence
from datetime import timedelta

from app import queries
from app.domain.access import Known
from app.domain.letter import Letter, wait_after
from app.models.outbox import Message
from app.services.unit_of_work import UnitOfWork

LEASE = timedelta(minutes=2)
"""How long one worker may hold a letter; after that another takes it up, with the same Message-ID."""
GIVE_UP_AFTER = 8


def queue(work: UnitOfWork, *, once: str, to: str, subject: str, body: str, of: Known) -> Message | None:
    """Write a letter to one person of the house about a record; None if the same letter was written before.

    `once` names the cause ("assigned:<follow-up>:<version>"): one cause, one letter, whatever happens.
    """
    if work.find(queries.outbox.by_cause(once)) is not None:
        return None
    return work.add(
        Message(
            dialogue_id=of.dialogue_id,
            marking=of.marking,
            once=once,
            message_id=f"<{once.replace(':', '.')}@rapporteur>",
            to_address=to,
            subject=subject[:300],
            body=body,
            not_before=work.now,
            created_at=work.now,
        )
    )


def claim(work: UnitOfWork, limit: int) -> list[Letter]:
    """Letters to be sent now, leased to whoever asked; nobody else gets them until the lease ends."""
    due: Sequence[Message] = work.all(queries.outbox.due(work.now, limit))
    for message in due:
        message.leased_until, message.tries = work.now + LEASE, message.tries + 1
    return [Letter(m.id, m.message_id, m.to_address, m.subject, m.body, m.created_at) for m in due]


def sent(work: UnitOfWork, number: int) -> None:
    """The mail server took it."""
    message = work.one(queries.outbox.by_id(number))
    message.state, message.sent_at, message.leased_until, message.trouble = "sent", work.now, None, ""


def failed(work: UnitOfWork, number: int, trouble: str) -> None:
    """The mail server did not take it: it waits longer each time, and is set aside after eight tries."""
    message = work.one(queries.outbox.by_id(number))
    message.trouble, message.leased_until = trouble[:300], None
    message.not_before = work.now + wait_after(message.tries)
    if message.tries >= GIVE_UP_AFTER:
        message.state = "set aside"
