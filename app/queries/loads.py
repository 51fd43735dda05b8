"""Questions about who has what: open follow-ups by officer, as far as the viewer may know them."""

from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import joinedload

from app.domain.follow_up import LIVE
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.officer import Officer
from app.models.partner import Partner


def per_officer(today: date) -> Select[int | None, int, int]:
    """Per officer how many live follow-ups they have and how many of these are late, as (officer, all, late)."""
    late: ColumnElement[int] = func.sum(case((FollowUp.due < today, 1), else_=0))
    return (
        select(FollowUp.owner_id, func.count(FollowUp.id), late)
        .where(FollowUp.status.in_(LIVE), FollowUp.owner_id.is_not(None))
        .group_by(FollowUp.owner_id)
    )


def by_numbers(numbers: list[int]) -> Select[Officer]:
    """These officers, and everybody whose account is open and who belongs to a desk."""
    return (
        select(Officer)
        .options(joinedload(Officer.desk))
        .where(Officer.id.in_(numbers) | (Officer.closed_at.is_(None) & Officer.desk_id.is_not(None)))
        .order_by(Officer.closed_at.is_not(None), Officer.name, Officer.id)
    )


def of_officer(officer_id: int) -> Select[FollowUp]:
    """An officer's live follow-ups by partner, each with its place."""
    return (
        select(FollowUp)
        .join(Dialogue, Dialogue.id == FollowUp.dialogue_id)
        .join(Partner, Partner.id == Dialogue.partner_id)
        .options(
            joinedload(FollowUp.dialogue).joinedload(Dialogue.partner),
            joinedload(FollowUp.owner),
            joinedload(FollowUp.commitment),
        )
        .where(FollowUp.owner_id == officer_id, FollowUp.status.in_(LIVE))
        .order_by(Partner.short_name, FollowUp.due.nulls_last(), FollowUp.id)
    )
