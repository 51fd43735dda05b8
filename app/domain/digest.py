"""When an officer's digest is due, and what a digest is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.deadline import ONE_DAY, DaysOff, is_working_day, working_day_from

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""As Python numbers them, from 0."""
FRESH = timedelta(hours=6)
"""So much later than its hour a digest still goes out, whatever the hour is now."""
LINES_SHOWN = 20
"""So many lines of a part stand in a digest; the page holds them all."""


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The instant of that hour on that day where the officer is; an hour that summer time leaves out comes just after,
    one that it repeats is the first of the two (PEP 495, fold 0).
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone))


def due_day(days: Sequence[int], at: time, zone: str, now: datetime, off: DaysOff) -> date | None:
    """The latest day whose digest is to be out by now, if this is the time to send it; None otherwise.

    `days` are weekdays from 0 (Monday). A chosen day that is no working day counts for the next one. What was missed
    for hours, while nothing ran, is sent once, for the latest day, at the hour of the next working day.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    for back in range(14):
        chosen = today - timedelta(days=back)
        if chosen.weekday() not in days:
            continue
        day = working_day_from(chosen, ONE_DAY, off.holidays, off.weekend)
        if moment_of(day, at, zone) <= now:
            fresh = now - moment_of(day, at, zone) < FRESH
            at_work = is_working_day(today, off.holidays, off.weekend) and moment_of(today, at, zone) <= now
            return day if fresh or at_work else None
    return None


def days_in_words(days: Sequence[int]) -> str:
    """Mondays and Thursdays; never."""
    names = [f"{WEEKDAYS[day]}s" for day in sorted(set(days))]
    if not names:
        return "never"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@dataclass(frozen=True)
class Line:
    """One record in a digest: its text, whose it is, how it stands; `path` is its page."""

    text: str
    partner: str
    stands: str
    path: str


@dataclass(frozen=True)
class Part:
    """One list of a digest: its heading, its first lines, how many there are, and how many may not travel by mail."""

    heading: str
    lines: Sequence[Line]
    total: int
    kept_back: int = 0


@dataclass(frozen=True)
class Digest:
    """All that an officer is told at once; `marking` is the label of the highest line, empty for the lowest."""

    officer: str
    day: date
    parts: Sequence[Part]
    days: str
    at: time
    marking: str = ""
    counts: dict[str, int] = field(default_factory=dict)
