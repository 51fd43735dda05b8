"""Questions about letters that wait to be sent, and about what became of others."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.letter import LONGEST_WAIT, LetterState
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.outbox import Enclosure, Message


def by_cause(once: str) -> Select[Message]:
    """The letter that was written for this cause."""
    return select(Message).where(Message.once == once)


def by_causes(once: list[str]) -> Select[Message]:
    """The letters that were written for these causes."""
    return select(Message).where(Message.once.in_(once))


def by_id(number: int) -> Select[Message]:
    """The letter of this number, with whom it is to and whom it is from."""
    return (
        select(Message)
        .options(joinedload(Message.officer), joinedload(Message.by))
        .where(Message.id == number)
    )


def by_ref(ref: str) -> Select[Message]:
    """The letter with this public identifier."""
    return select(Message).options(joinedload(Message.officer)).where(Message.ref == ref)


def due(now: datetime, limit: int) -> Select[Message]:
    """Letters to be sent now, those tried least and then the oldest first; locked, and passed over if another holds
    them. One that stops each sender so lets all others go before it.

    One that would wait longer than any letter does was put off by a clock that went wrong, and is due.
    """
    return (
        select(Message)
        .where(
            Message.state == LetterState.WAITING,
            or_(Message.not_before <= now, Message.not_before > now + LONGEST_WAIT),
        )
        .order_by(Message.tries, Message.created_at, Message.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )


def worn_out(tries: int) -> Select[Message]:
    """Letters that were tried so often and still wait: whoever tried last did not live to say what happened."""
    return select(Message).where(Message.state == LetterState.WAITING, Message.tries >= tries)


def enclosed(number: int) -> Select[Enclosure]:
    """What the letter of this number is about, as far as the viewer may know it."""
    follow_up = joinedload(Enclosure.follow_up)
    return (
        select(Enclosure)
        .options(
            follow_up.joinedload(FollowUp.dialogue).joinedload(Dialogue.partner),
            follow_up.joinedload(FollowUp.owner),
        )
        .where(Enclosure.message_id == number)
    )


def listed(state: str = "") -> Select[Message]:
    """Letters as an administrator looks at them, the latest first; of one state, if it is named."""
    question = select(Message).options(joinedload(Message.officer))
    if state:
        question = question.where(Message.state == LetterState(state))
    return question.order_by(Message.created_at.desc(), Message.id.desc())


def counted() -> Select[LetterState, int]:
    """How many letters are in each state, as (state, number)."""
    return select(Message.state, func.count(Message.id)).group_by(Message.state)
