"""A calendar file that comes in, read as whole days with a name and a place (RFC 5545)."""

from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from app.documents.own_zones import with_own_zones
from app.domain.errors import RuleBroken
from app.domain.season import FIRST_YEAR, LAST_YEAR
from app.domain.season_import import (
    LARGEST_CALENDAR,
    LONGEST_UID,
    MOST_EVENTS,
    MOST_LINES,
    ReadCalendar,
    ReadSeason,
)
from app.domain.text import clean

BEGINS = b"BEGIN:VCALENDAR"
ONE_DAY = timedelta(days=1)
NO_CALENDAR = "This is no calendar file. Export the calendar as iCalendar (.ics) and send that."


class LeftOut(Exception):  # noqa: N818 - no fault: one event of many, and why it is left out
    """Why an event is left out, in a sentence."""


def read_calendar(raw: bytes) -> ReadCalendar:
    """The events of a calendar; RuleBroken on `file` for anything else, and for one too large."""
    if len(raw) > LARGEST_CALENDAR or raw.count(b"\n") > MOST_LINES:
        raise RuleBroken(
            "file", f"This file is larger than {LARGEST_CALENDAR // 1_000_000} MB. Export fewer events."
        )
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(BEGINS):
        raise RuleBroken("file", NO_CALENDAR)
    events: dict[str, ReadSeason] = {}
    skipped: list[str] = []
    remarks: list[str] = []
    for number, event in enumerate(components(raw), 1):
        try:
            found = read_event(event, number)
        except LeftOut as why:
            skipped.append(str(why))
            continue
        if found.uid in events:
            skipped.append(f"“{found.name}”: another event of this file has the same identifier.")
            continue
        events[found.uid] = found
        if "RRULE" in event or "RDATE" in event:
            remarks.append(f"“{found.name}” repeats; only its first dates were taken.")
    if not events and not skipped:
        raise RuleBroken("file", "There is no event in this calendar.")
    return ReadCalendar(tuple(events.values()), tuple(skipped), tuple(remarks))


def components(raw: bytes) -> list[Any]:
    """The events of every calendar in the file; RuleBroken on `file` for too many."""
    try:
        calendars = Calendar.from_ical(with_own_zones(raw), multiple=True)
        found = [event for one in calendars for event in one.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as fault:
        raise RuleBroken("file", "This calendar file is broken and cannot be read.") from fault
    if len(found) > MOST_EVENTS:
        raise RuleBroken(
            "file", f"This calendar has more than {MOST_EVENTS} events. Export a part of it, such as a year."
        )
    return found


def line(event: Any, name: str, limit: int) -> str:
    """A property as one clean line, cut where it is too long; of one that stands there twice, the first."""
    value = event.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(clean(str(value or "")).split())[:limit].rstrip()


def read_event(event: Any, number: int) -> ReadSeason:
    """One event; LeftOut if it has no identifier, no name, or no days that can be."""
    name = line(event, "SUMMARY", 200)
    said = f"“{name}”" if name else f"Event {number}"
    uid = line(event, "UID", LONGEST_UID + 1)
    if not name:
        raise LeftOut(f"{said} has no title.")
    if not uid or len(uid) > LONGEST_UID:
        raise LeftOut(f"{said} has no identifier by which it would be known again.")
    if "RECURRENCE-ID" in event:
        raise LeftOut(f"{said} is one of a series; only the first of a series is taken.")
    first, last = days(event, said)
    status = line(event, "STATUS", 20).upper()
    return ReadSeason(
        uid=uid,
        name=name,
        starts_on=first,
        ends_on=last,
        city=line(event, "LOCATION", 120),
        confirmed=status != "TENTATIVE",
        cancelled=status == "CANCELLED",
    )


def days(event: Any, said: str) -> tuple[date, date]:
    """The first and the last day: of times the days on the wall there; the end is excluded (section 3.6.1)."""
    try:
        starts = moment(event, "DTSTART")
        ends = moment(event, "DTEND")
        if starts is not None and ends is None and "DURATION" in event:
            ends = starts + event["DURATION"].dt
        if starts is None:
            raise LeftOut(f"{said} has no day.")
        first = day_of(starts)
        last = first if ends is None or ends == starts else last_day(ends)
    except (AttributeError, TypeError, ValueError, OverflowError) as fault:
        raise LeftOut(f"{said} has a date that cannot be read.") from fault
    if last < first:
        raise LeftOut(f"{said} ends before it begins.")
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise LeftOut(f"{said} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    return first, last


def moment(event: Any, name: str) -> date | datetime | None:
    """A date or a time; None if there is none, ValueError for anything else."""
    if name not in event:
        return None
    found = event[name].dt
    if not isinstance(found, date):
        raise ValueError(name)
    return found


def day_of(when: date | datetime) -> date:
    """The day on the wall."""
    return when.date() if isinstance(when, datetime) else when


def last_day(ends: date | datetime) -> date:
    """The last day of what ends at this moment, which is excluded."""
    if isinstance(ends, datetime):
        return (ends - timedelta(microseconds=1)).date()
    return ends - ONE_DAY
