"""Questions about the devices that read an officer's calendars, and what they were told."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.models.calendar_program import CalendarProgram, ProgramVisit
from app.models.collection import Collection, CollectionMember
from app.models.feed import Feed


def by_password_hash(password_hash: str) -> Select[CalendarProgram]:
    """The device behind a password, with its owner and its last visit."""
    return (
        select(CalendarProgram)
        .options(joinedload(CalendarProgram.officer), joinedload(CalendarProgram.visit))
        .where(CalendarProgram.password_hash == password_hash)
    )


def of_officer(officer_id: int) -> Select[CalendarProgram]:
    """An officer's own devices, those that still read first."""
    return (
        select(CalendarProgram)
        .options(joinedload(CalendarProgram.visit))
        .where(CalendarProgram.officer_id == officer_id)
        .order_by(
            CalendarProgram.ended_at.is_not(None), CalendarProgram.made_at.desc(), CalendarProgram.id.desc()
        )
    )


def living(officer_id: int) -> Select[CalendarProgram]:
    """An officer's devices that still read."""
    return select(CalendarProgram).where(
        CalendarProgram.officer_id == officer_id, CalendarProgram.ended_at.is_(None)
    )


def by_ref(ref: str, officer_id: int) -> Select[CalendarProgram]:
    """An officer's own device with this public identifier; another's does not exist for them."""
    return select(CalendarProgram).where(CalendarProgram.ref == ref, CalendarProgram.officer_id == officer_id)


def visit_of(program_id: int) -> Select[ProgramVisit]:
    """When a device was last here."""
    return select(ProgramVisit).where(ProgramVisit.calendar_program_id == program_id)


def calendars(officer_id: int) -> Select[Feed]:
    """What an officer's devices see: the links that live, in the order in which they were made."""
    return (
        select(Feed)
        .options(joinedload(Feed.officer))
        .where(Feed.officer_id == officer_id, Feed.revoked_at.is_(None))
        .order_by(Feed.id)
    )


def calendar(ref: str, officer_id: int) -> Select[Feed]:
    """One of them by its public identifier; another officer's does not exist here."""
    return calendars(officer_id).where(Feed.ref == ref)


def collection(feed_id: int, *, held: bool = False) -> Select[Collection]:
    """The log of a link's members; `held` so that nobody else writes it meanwhile."""
    question = select(Collection).where(Collection.feed_id == feed_id)
    return question.with_for_update() if held else question


def members(feed_id: int) -> Select[CollectionMember]:
    """All members of a collection, those that went lately too."""
    return select(CollectionMember).where(CollectionMember.feed_id == feed_id).order_by(CollectionMember.uid)


def changed_since(feed_id: int, revision: int) -> Select[CollectionMember]:
    """The members that came, changed or went after a revision."""
    return members(feed_id).where(CollectionMember.revision > revision)
