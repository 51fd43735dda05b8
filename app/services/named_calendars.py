"""Calendars that officers named by their address: kept, read again when they are due, forgotten."""

from collections.abc import Sequence
from typing import NamedTuple

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.calendar_address import Door, address_of
from app.domain.named_calendar import next_reading, soonest, wants_whole
from app.domain.wanted_time import Span
from app.models.own_time import NamedCalendar
from app.services.busy_times import replace
from app.services.unit_of_work import UnitOfWork


class Task(NamedTuple):
    """A calendar to be read: whose, where, and the marks of what was read before (none if it is wanted whole)."""

    officer_id: int
    address: str
    known: tuple[str, str]

    def __repr__(self) -> str:
        """Without the address, which is a secret."""
        return f"Task(of officer {self.officer_id})"


def name(work: UnitOfWork, text: str, doors: Sequence[Door]) -> NamedCalendar:
    """The viewer's busy times are read from an address from now on; RuleBroken on `address` for one that is not read.

    The log says which host, and not what is asked for there.
    """
    address = address_of(text, doors)
    work.act(Action.KEEP_BUSY_TIMES, on=OFFICE, word=f"read again from {address.host}")
    before = work.find(queries.own_times.named_calendar(work.viewer.officer_id))
    if before is not None:
        work.remove(before)
    return work.add(
        NamedCalendar(
            officer_id=work.viewer.officer_id, address=text.strip(), host=address.host, due_at=work.now
        )
    )


def forget(work: UnitOfWork) -> None:
    """The viewer's calendar is not read again; the times that are known stay. Missing if none was named."""
    named = work.one(queries.own_times.named_calendar(work.viewer.officer_id))
    work.act(Action.KEEP_BUSY_TIMES, on=OFFICE, word=f"not read again from {named.host}")
    work.remove(named)


def ask_for(work: UnitOfWork) -> None:
    """The viewer's calendar is read as soon as may be. Missing if none was named."""
    named = work.one(queries.own_times.named_calendar(work.viewer.officer_id))
    named.due_at = soonest(work.now, named.tried_at)


def claim(work: UnitOfWork) -> Task | None:
    """The next calendar that is due. When it is due again is kept before it is read, as after a failure: one that ends
    the reader is not read all day long.
    """
    for left in work.all(queries.own_times.calendars_left()):
        work.remove(left)
    for named in work.all(queries.own_times.calendars_due(work.now, 1)):
        named.tried_at = work.now
        named.failures += 1
        named.due_at = next_reading(work.now, named.failures)
        whole = wants_whole(work.now, named.whole_at)
        return Task(named.officer_id, named.address, ("", "") if whole else (named.etag, named.modified))
    return None


def still(work: UnitOfWork, task: Task) -> NamedCalendar | None:
    """The calendar of a task, if it was not forgotten or exchanged for another meanwhile."""
    named = work.find(queries.own_times.named_calendar(task.officer_id))
    return named if named is not None and named.address == task.address else None


def failed(work: UnitOfWork, task: Task, trouble: str) -> None:
    """It could not be read: its officer sees why; the times that are known stay."""
    named = still(work, task)
    if named is not None:
        named.trouble = trouble[:300]


def was_same(work: UnitOfWork, task: Task) -> None:
    """It was what we have."""
    named = still(work, task)
    if named is not None:
        read_well(work, named)


def was_read(
    work: UnitOfWork, task: Task, spans: Sequence[Span], not_followed: int, marks: tuple[str, str]
) -> None:
    """Its times take the place of what was kept."""
    named = still(work, task)
    if named is not None:
        replace(work, named.officer_id, spans)
        named.whole_at, named.not_followed = work.now, not_followed
        named.etag, named.modified = marks
        read_well(work, named)


def read_well(work: UnitOfWork, named: NamedCalendar) -> None:
    """It was read, and is again in an hour."""
    named.read_at, named.trouble, named.failures = work.now, "", 0
    named.due_at = next_reading(work.now, 0)
