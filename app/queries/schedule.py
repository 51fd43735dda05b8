"""Questions of the calendar: rounds and meetings within a span of days."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.follow_up import LIVE
from app.domain.meeting import Standing
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Meeting, Round


def between(
    kind: Any, first: date, last: date, *, cancelled: bool = True, partner_code: str = ""
) -> Select[Any]:
    """Rounds, or meetings, that touch the days from first to last; of our own and our contacts', not of others."""
    question: Select[Any] = (
        select(kind)
        .options(joinedload(kind.dialogue).joinedload(Dialogue.partner))
        .where(kind.starts_on <= last, kind.ends_on >= first, kind.standing != Standing.POSTPONED)
        .order_by(kind.starts_on, kind.starts_wall, kind.id)
    )
    if not cancelled:
        question = question.where(kind.standing != Standing.CANCELLED)
    if partner_code:
        dialogues = (
            select(Dialogue.id)
            .join(Partner, Partner.id == Dialogue.partner_id)
            .where(Partner.code == partner_code)
            .scalar_subquery()
        )
        question = question.where(kind.dialogue_id.in_(dialogues))
    return question


def rounds(first: date, last: date, cancelled: bool = True, partner_code: str = "") -> Select[Round]:
    """Rounds within these days."""
    return between(Round, first, last, cancelled=cancelled, partner_code=partner_code)


def meetings(first: date, last: date, cancelled: bool = True, partner_code: str = "") -> Select[Meeting]:
    """Meetings within these days."""
    return between(Meeting, first, last, cancelled=cancelled, partner_code=partner_code)


def due(officer_id: int | None, first: date, last: date) -> Select[FollowUp]:
    """An officer's live follow-ups that fall due within these days."""
    return (
        select(FollowUp)
        .where(FollowUp.owner_id == officer_id, FollowUp.status.in_(LIVE), FollowUp.due.between(first, last))
        .order_by(FollowUp.due, FollowUp.id)
    )
