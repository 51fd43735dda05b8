"""Questions about letters that wait to be sent."""

from datetime import datetime

from sqlalchemy import Select, or_, select

from app.models.outbox import Message


def by_cause(once: str) -> Select[Message]:
    """The letter that was written for this cause."""
    return select(Message).where(Message.once == once)


def by_id(number: int) -> Select[Message]:
    """The letter of this number."""
    return select(Message).where(Message.id == number)


def due(now: datetime, limit: int) -> Select[Message]:
    """Letters to be sent now that nobody holds, the oldest first; locked, and passed over if another holds them."""
    free = or_(Message.leased_until.is_(None), Message.leased_until < now)
    return (
        select(Message)
        .where(Message.state == "waiting", Message.not_before <= now, free)
        .order_by(Message.created_at, Message.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
