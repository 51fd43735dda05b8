"""A follow-up in a calendar: an all-day entry on the day on which it is due, or a thing to do (VTODO)."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.follow_up import FollowUpStatus
from app.domain.marking import Marking, ShownInFeed
from app.domain.schedule import Entry, EntryStatus

NAMES = uuid.UUID("6f4e7a7e-3c0b-4a86-9a51-0c6d6b1f52d4")
"""Under this a follow-up's random reference becomes its identifier (RFC 9562, version 5): stable, naming no host."""

DONE = {
    FollowUpStatus.OPEN: ("NEEDS-ACTION", 0),
    FollowUpStatus.UNDER_WAY: ("IN-PROCESS", 50),
    FollowUpStatus.WAITING: ("IN-PROCESS", 50),
    FollowUpStatus.DONE: ("COMPLETED", 100),
    FollowUpStatus.DROPPED: ("CANCELLED", 0),
}
"""A follow-up's status in the calendar's words, and how far it is (RFC 5545, sections 3.8.1.11 and 3.8.1.8)."""


class Step(Protocol):
    """What the rule reads of a follow-up."""

    ref: str
    text: str
    due: date | None
    status: FollowUpStatus
    version: int
    created_at: datetime
    moved_at: datetime
    marking: int


@dataclass(frozen=True)
class Todo:
    """A thing to do; `changed`, `created` and `completed` are UTC instants."""

    uid: str
    sequence: int
    created: datetime
    changed: datetime
    title: str
    status: str
    percent: int
    due: date | None
    url: str = ""
    completed: datetime | None = None


def uid_of(step: Step, what: str) -> str:
    """The identifier of a follow-up as an entry or as a thing to do: two things in two calendars."""
    return str(uuid.uuid5(NAMES, f"{what}:{step.ref}"))


def words_of(step: Step, marking: Marking, how: ShownInFeed, before: str) -> str:
    """What is said of it, with its marking; no more than that something is due where no title may be shown."""
    if how is ShownInFeed.BUSY:
        return f"{before}a follow-up"
    label = f"[{marking.label}] " if marking.rank else ""
    return f"{before}{label}{step.text}"


def entry_of_step(step: Step, marking: Marking, how: ShownInFeed, url: str) -> Entry | None:
    """The whole day on which it is due; it keeps nobody busy. None where it may not be shown, or has no day."""
    if step.due is None or how is ShownInFeed.ABSENT:
        return None
    return Entry(
        uid=uid_of(step, "due"),
        sequence=step.version,
        created=step.created_at,
        changed=step.moved_at,
        title=words_of(step, marking, how, "Due: "),
        status=EntryStatus.CONFIRMED,
        busy=False,
        first_day=step.due,
        last_day=step.due,
        url=url if how is ShownInFeed.FULL else "",
        categories=(marking.label,) if marking.rank and how is not ShownInFeed.BUSY else (),
    )


def todo_of(step: Step, marking: Marking, how: ShownInFeed, url: str) -> Todo | None:
    """The follow-up as a thing to do; None where it may not be shown."""
    if how is ShownInFeed.ABSENT:
        return None
    status, percent = DONE[step.status]
    return Todo(
        uid=uid_of(step, "todo"),
        sequence=step.version,
        created=step.created_at,
        changed=step.moved_at,
        title=words_of(step, marking, how, ""),
        status=status,
        percent=percent,
        due=step.due,
        url=url if how is ShownInFeed.FULL else "",
        completed=step.moved_at if step.status is FollowUpStatus.DONE else None,
    )
