"""Questions about leaves: who is away, on which days, and who stands in."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.access import Role
from app.models.officer import Leave, Officer

STAFF = (Role.DESK_OFFICER, Role.HEAD_OF_DESK)


def by_ref(ref: str) -> Select[Leave]:
    """The leave with this public identifier."""
    return select(Leave).options(joinedload(Leave.officer)).where(Leave.ref == ref)


def overlapping(officer_id: int, first: date, last: date) -> Select[Leave]:
    """The leaves of an officer that share a day with these."""
    return select(Leave).where(
        Leave.officer_id == officer_id, Leave.first_day <= last, Leave.last_day >= first
    )


def ahead(today: date) -> Select[Leave]:
    """Leaves that have not ended, by their first day."""
    return (
        select(Leave)
        .options(joinedload(Leave.officer).joinedload(Officer.desk), joinedload(Leave.deputy))
        .where(Leave.last_day >= today)
        .order_by(Leave.first_day, Leave.id)
    )


def staff() -> Select[Officer]:
    """Everybody who may own follow-ups, by name."""
    return (
        select(Officer)
        .options(joinedload(Officer.desk))
        .where(Officer.closed_at.is_(None), Officer.role.in_(STAFF))
        .order_by(Officer.name, Officer.id)
    )


def away(officer_id: int, day: date) -> Select[Leave]:
    """An officer's leave on that day, with the deputy."""
    return (
        select(Leave)
        .options(joinedload(Leave.deputy))
        .where(Leave.officer_id == officer_id, Leave.first_day <= day, Leave.last_day >= day)
        .order_by(Leave.id)
        .limit(1)
    )


def stood_in_for(deputy_id: int, day: date) -> Select[Leave]:
    """The leaves on that day during which somebody looks after an absent officer's follow-ups."""
    return (
        select(Leave)
        .join(Officer, Officer.id == Leave.officer_id)
        .options(joinedload(Leave.officer))
        .where(Leave.deputy_id == deputy_id, Leave.first_day <= day, Leave.last_day >= day)
        .order_by(Officer.name, Leave.id)
    )
