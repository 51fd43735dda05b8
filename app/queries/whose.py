"""Whose follow-ups: an officer's, a desk's, nobody's; the conditions that several questions share."""

from sqlalchemy import ColumnElement, and_, or_, select

from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.officer import Officer


def of_desk(desk_id: int) -> ColumnElement[bool]:
    """True for a desk's follow-ups: an officer of the desk owns it, or no officer and the desk leads the dialogue."""
    officers = select(Officer.id).where(Officer.desk_id == desk_id)
    led = select(Dialogue.id).where(Dialogue.lead_desk_id == desk_id)
    return or_(
        FollowUp.owner_id.in_(officers),
        FollowUp.owner_id.is_(None) & FollowUp.dialogue_id.in_(led),
    )


def unowned() -> ColumnElement[bool]:
    """True where neither a unit nor an officer whose account is open has it; never NULL."""
    closed = select(Officer.id).where(Officer.closed_at.is_not(None))
    return and_(FollowUp.owner_unit == "", or_(FollowUp.owner_id.is_(None), FollowUp.owner_id.in_(closed)))


def whose(owner_id: int | None, desk_id: int | None) -> list[ColumnElement[bool]]:
    """The condition that they are an officer's, or a desk's; none where neither is asked for."""
    if owner_id is not None:
        return [FollowUp.owner_id == owner_id]
    return [of_desk(desk_id)] if desk_id is not None else []
