"""Questions about times at which people and places are not to be had."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from app.domain.guest import Answer
from app.domain.meeting import AHEAD
from app.models.dialogue import Dialogue
from app.models.guest import Guest
from app.models.officer import Leave, Officer
from app.models.own_time import BusySpan, DayOff, NamedCalendar
from app.models.round import Meeting, Round


def busy(officer_ids: Sequence[int], start: datetime, end: datetime) -> Select[BusySpan]:
    """Busy times of these officers that touch a span (UTC)."""
    return select(BusySpan).where(
        BusySpan.officer_id.in_(officer_ids), BusySpan.ends_at > start, BusySpan.starts_at < end
    )


def busy_of(officer_id: int | None) -> Select[BusySpan]:
    """All busy times of one officer."""
    return select(BusySpan).where(BusySpan.officer_id == officer_id)


def named_calendar(officer_id: int | None) -> Select[NamedCalendar]:
    """The calendar that an officer named."""
    return select(NamedCalendar).where(NamedCalendar.officer_id == officer_id)


def calendars_due(now: datetime, most: int) -> Select[NamedCalendar]:
    """Calendars that are to be read again, those that wait longest first, of officers who work here."""
    return (
        select(NamedCalendar)
        .join(Officer, Officer.id == NamedCalendar.officer_id)
        .where(NamedCalendar.due_at <= now, Officer.closed_at.is_(None))
        .order_by(NamedCalendar.due_at, NamedCalendar.id)
        .limit(most)
    )


def calendars_left() -> Select[NamedCalendar]:
    """Calendars of officers who do not work here any more."""
    return (
        select(NamedCalendar)
        .join(Officer, Officer.id == NamedCalendar.officer_id)
        .where(Officer.closed_at.is_not(None))
    )


def known_until(officer_id: int | None) -> Select[datetime | None]:
    """Until when an officer's busy times reach."""
    return select(func.max(BusySpan.ends_at)).where(BusySpan.officer_id == officer_id)


def leaves(officer_ids: Sequence[int], first: date, last: date) -> Select[Leave]:
    """Leaves of these officers that share a day with these days."""
    return select(Leave).where(
        Leave.officer_id.in_(officer_ids), Leave.first_day <= last, Leave.last_day >= first
    )


def sittings(kind: Any, start: datetime, end: datetime) -> Select[Any]:
    """Rounds, or meetings, ahead at an agreed time that touch a span (UTC), with whose dialogue they are."""
    return (
        select(kind)
        .options(joinedload(kind.dialogue).joinedload(Dialogue.partner))
        .where(kind.starts_at < end, kind.ends_at > start, kind.standing.in_(AHEAD))
    )


def invited(addresses: Sequence[str], start: datetime, end: datetime) -> Select[Guest]:
    """Guests with these addresses (as keys) at meetings or rounds that touch a span (UTC)."""
    return (
        select(Guest)
        .options(joinedload(Guest.meeting), joinedload(Guest.round))
        .outerjoin(Meeting, Guest.meeting_id == Meeting.id)
        .outerjoin(Round, Guest.round_id == Round.id)
        .where(
            Guest.email_key.in_(addresses),
            Guest.removed_at.is_(None),
            Guest.answer != Answer.DECLINED,
            func.coalesce(Meeting.standing, Round.standing).in_([each.value for each in AHEAD]),
            func.coalesce(Meeting.starts_at, Round.starts_at) < end,
            func.coalesce(Meeting.ends_at, Round.ends_at) > start,
        )
    )


def days_off(side: str = "", first: date | None = None, last: date | None = None) -> Select[DayOff]:
    """Days off that the house keeps, of one side and between two days if these are given."""
    question = select(DayOff).order_by(DayOff.day, DayOff.side)
    if side:
        question = question.where(DayOff.side == side)
    return question if first is None or last is None else question.where(DayOff.day.between(first, last))


def day_off_by_ref(ref: str) -> Select[DayOff]:
    """The day off with this public identifier."""
    return select(DayOff).where(DayOff.ref == ref)
