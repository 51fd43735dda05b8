"""What a calendar may show of a round or meeting: one entry, or none."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from app.domain.marking import Marking, ShownInFeed
from app.domain.meeting import AHEAD, Standing
from app.domain.stated_date import Precision, StatedDate, say

BACK_DAYS, AHEAD_DAYS = 183, 731
"""A feed reaches half a year back and two years ahead: every poll fetches all of it."""
TOMBSTONE_DAYS = 90
"""So long a cancelled entry says that it is cancelled: a program that polls rarely must meet it once."""
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
"""What is postponed has no entry: it has no date."""


class Shown(Protocol):
    """What the rule reads of a round or meeting: a table row or a plain object will do."""

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

    `starts` and `ends` are naive: what was agreed is the time on the wall in `zone` (an IANA name).
    The end comes after the beginning, as instants too.
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
    alarm_minutes: int = 0
    join_at: str = ""


def entry_of(
    shown: Shown, marking: Marking, ceiling: int, url: str, how: ShownInFeed | None = None
) -> Entry | None:
    """The entry for a round or meeting that carries `marking`; `url` is the address of its page.

    `how` says how much is shown where that is less than what the scheme allows.

    None if it is marked above the ceiling, has no date, or the scheme keeps it out of feeds. Nothing but title, place
    and link: never a name, never the agenda. What the scheme shows as busy loses these too.
    """
    how = marking.may_go_in_feeds if how is None else how
    if shown.marking > ceiling or how is ShownInFeed.ABSENT or shown.standing not in STATUS:
        return None
    if shown.starts_on is None or shown.ends_on is None or shown.precision is Precision.NONE:
        return None
    if how is ShownInFeed.BUSY and (is_vague(shown) or shown.standing is Standing.CANCELLED):
        return None  # nobody is busy then, and nothing else may be said
    timed, status = has_times(shown), status_of(shown)
    return Entry(
        uid=shown.uid,
        sequence=shown.revision,
        created=shown.created_at,
        changed=shown.changed_at,
        title=title_of(shown, marking, how),
        status=status,
        busy=timed and status is not EntryStatus.CANCELLED,
        first_day=shown.starts_on,
        last_day=max(shown.starts_on, shown.ends_on),
        starts=shown.starts_wall if timed else None,
        ends=shown.ends_wall if timed else None,
        zone=shown.zone if timed else "",
        place=place_of(shown) if how is ShownInFeed.FULL else "",
        url=url if how is ShownInFeed.FULL else "",
        join_at=getattr(shown, "link", "") if how is ShownInFeed.FULL else "",
        categories=(marking.label,) if marking.rank and how is not ShownInFeed.BUSY else (),
    )


def is_vague(shown: Shown) -> bool:
    """True if the day is not known, only a week, a month, a quarter or a year."""
    return shown.precision not in TO_THE_DAY


def has_times(shown: Shown) -> bool:
    """True if it can stand at a time of day: a known day, a zone, and an end after the beginning.

    A single entry that ends before it begins makes some programs refuse the whole calendar.
    """
    starts, ends = shown.starts_wall, shown.ends_wall
    if is_vague(shown) or not shown.zone or starts is None or ends is None:
        return False
    zone = ZoneInfo(shown.zone)
    return ends.replace(tzinfo=zone).astimezone(UTC) > starts.replace(tzinfo=zone).astimezone(UTC)


def status_of(shown: Shown) -> EntryStatus:
    """How firm it is; without a day, what is still to come is tentative however firmly it was announced."""
    status = STATUS[shown.standing]
    return EntryStatus.TENTATIVE if is_vague(shown) and shown.standing in AHEAD else status


def place_of(shown: Shown) -> str:
    """Room or building, and the city, which is said once."""
    parts = (shown.place,) if shown.city in shown.place else (shown.place, shown.city)
    return ", ".join(part for part in parts if part)


def title_of(shown: Shown, marking: Marking, how: ShownInFeed) -> str:
    """The title, safe to stand alone: with the marking and the word CANCELLED, which every program shows."""
    if how is ShownInFeed.BUSY:
        return "Busy"
    cancelled = "CANCELLED: " if shown.standing is Standing.CANCELLED else ""
    label = f"[{marking.label}] " if marking.rank else ""
    return f"{cancelled}{label}{shown.title or 'Meeting'}{what_of_the_day(shown)}"


def what_of_the_day(shown: Shown) -> str:
    """What follows the title where only a span of days is known: the date in the words in which it was stated."""
    if not is_vague(shown):
        return ""
    days = shown.stated or say(StatedDate("", shown.starts_on, shown.ends_on, shown.precision))
    return f", {days} (date to be agreed)" if shown.standing in AHEAD else f", {days}"


def horizon(today: date, back_days: int = BACK_DAYS, ahead_days: int = AHEAD_DAYS) -> tuple[date, date]:
    """The first and the last day that a feed shows."""
    return today - timedelta(days=back_days), today + timedelta(days=ahead_days)


def in_horizon(entry: Entry, today: date, back_days: int = BACK_DAYS, ahead_days: int = AHEAD_DAYS) -> bool:
    """True if an entry touches the horizon; a cancelled one leaves some time after its last change (in UTC)."""
    gone = entry.changed.date() + timedelta(days=TOMBSTONE_DAYS)
    if entry.status is EntryStatus.CANCELLED and today > gone:
        return False
    first, last = horizon(today, back_days, ahead_days)
    return entry.first_day <= last and entry.last_day >= first
