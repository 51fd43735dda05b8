"""Questions of digests: when the last one was written, and what is told to heads of desk."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.follow_up import LIVE
from app.domain.house_rules import HouseRules
from app.domain.letter import LetterKind
from app.domain.standing import within
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.outbox import Message
from app.queries.whose import of_desk


def last_written(now: datetime) -> Select[int | None, datetime]:
    """Per officer when the last digest was written; one from the future, by a clock that went wrong, does not count."""
    return (
        select(Message.officer_id, func.max(Message.created_at))
        .where(Message.kind == LetterKind.DIGEST, Message.created_at <= now)
        .group_by(Message.officer_id)
    )


def newer(message: Message) -> Select[Message]:
    """A digest to the same officer that was written later, whatever became of it."""
    return (
        select(Message)
        .where(
            Message.kind == LetterKind.DIGEST,
            Message.officer_id == message.officer_id,
            Message.id > message.id,
        )
        .limit(1)
    )


def escalated(desk_id: int | None, officer_id: int, today: date, rules: HouseRules) -> Select[FollowUp]:
    """Follow-ups at a desk that are late by more days than the office allows; the head's own are told as their own."""
    conditions: list[ColumnElement[bool]] = [
        FollowUp.status.in_(LIVE),
        FollowUp.due < within(today, -rules.late_days),
        or_(FollowUp.owner_id.is_(None), FollowUp.owner_id != officer_id),
    ]
    if desk_id is not None:
        conditions.append(of_desk(desk_id))
    return (
        select(FollowUp)
        .where(*conditions)
        .options(
            joinedload(FollowUp.dialogue).joinedload(Dialogue.partner),
            joinedload(FollowUp.owner),
            joinedload(FollowUp.commitment),
        )
        .order_by(FollowUp.due, FollowUp.id)
    )
