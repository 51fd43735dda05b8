"""What a calendar may show of a round or meeting: one entry, or none."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.domain.marking import Marking, ShownInFeed
from app.domain.meeting import Standing
from app.domain.stated_date import Precision

BACK_DAYS, AHEAD_DAYS = 183, 731
"""A feed reaches half a year back and two years ahead: every poll fetches all of it."""
TO_THE_DAY = frozenset({Precision.DAY, Precision.SPAN})


class EntryStatus(StrEnum):
    """How firm an entry is, in the calendar's words (RFC 5545, section 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


STATUS = {
    Standing.PROPOSED: EntryStatus.TENTATIVE,
    Standing.PLANNED: EntryStatus.TENTATIVE,
    Standing.CONFIRMED: EntryStatus.CONFIRMED,
    Standing.HELD: EntryStatus.CONFIRMED,
    Standing.CANCELLED: EntryStatus.CANCELLED,
}


class Shown(Protocol):
    """What the rule reads of a round or meeting."""

    ref: str
    uid: str
    revision: int
    created_at: datetime
    changed_at: datetime
    title: str
    standing: Standing
    stated: str
    precision: Precision
    starts_on: date | None
    ends_on: date | None
    starts_wall: datetime | None
    ends_wall: datetime | None
    zone: str
    city: str
    place: str
    marking: int


@dataclass(frozen=True)
class Entry:
    """One line of a calendar. Timed entries have wall times and a zone; the others whole days, the last included.

    `changed` and `created` are UTC instants kept with the record, so that the same entry is always written alike.
    """

    uid: str
    sequence: int
    created: datetime
    changed: datetime
    title: str
    status: EntryStatus
    busy: bool
    first_day: date
    last_day: date
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    place: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()


def entry_of(shown: Shown, marking: Marking, ceiling: int, url: str) -> Entry | None:
    """The entry for a round or meeting; None if it is marked above the ceiling, absent from feeds, or has no date.

    Nothing but title, place and link: never a name, never the agenda. What the scheme shows as busy loses these too.
    """
    if (
        shown.marking > ceiling
        or marking.may_go_in_feeds is ShownInFeed.ABSENT
        or shown.standing not in STATUS
    ):
        return None
    if shown.starts_on is None or shown.ends_on is None:
        return None
    how, status = marking.may_go_in_feeds, STATUS[shown.standing]
    timed = shown.precision in TO_THE_DAY and shown.starts_wall is not None and shown.ends_wall is not None
    return Entry(
        uid=shown.uid,
        sequence=shown.revision,
        created=shown.created_at,
        changed=shown.changed_at,
        title=title_of(shown, marking, status),
        status=status
        if shown.precision in TO_THE_DAY or status is EntryStatus.CANCELLED
        else EntryStatus.TENTATIVE,
        busy=timed and status is not EntryStatus.CANCELLED,
        first_day=shown.starts_on,
        last_day=shown.ends_on,
        starts=shown.starts_wall if timed else None,
        ends=shown.ends_wall if timed else None,
        zone=shown.zone if timed else "",
        place=", ".join(p for p in (shown.place, shown.city) if p) if how is ShownInFeed.FULL else "",
        url=url if how is ShownInFeed.FULL else "",
        categories=(marking.label,) if marking.rank else (),
    )


def title_of(shown: Shown, marking: Marking, status: EntryStatus) -> str:
    """The title, safe to stand alone: with the marking and the word CANCELLED, which every program shows."""
    if marking.may_go_in_feeds is ShownInFeed.BUSY:
        return "Busy"
    vague = "" if shown.precision in TO_THE_DAY else f" ({shown.stated}, day to be agreed)"
    cancelled = "CANCELLED: " if status is EntryStatus.CANCELLED else ""
    label = f"[{marking.label}] " if marking.rank else ""
    return f"{cancelled}{label}{shown.title}{vague}"


def horizon(today: date) -> tuple[date, date]:
    """The first and the last day that a feed shows."""
    return today - timedelta(days=BACK_DAYS), today + timedelta(days=AHEAD_DAYS)
