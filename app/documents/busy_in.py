"""A calendar that somebody sends in, read for nothing but when they are busy (RFC 5545)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from app.documents.own_zones import with_own_zones
from app.domain.busy_file import (
    LARGEST,
    MOST_EVENTS,
    MOST_LINES,
    MOST_SERIES,
    MOST_SHOWN,
    MOST_STEPS,
    steps_of,
)
from app.domain.errors import RuleBroken

Span = tuple[datetime, datetime]
NO_CALENDAR = "This is no calendar file. Export your calendar as iCalendar (.ics) and send that."


def read_busy(raw: bytes, start: datetime, end: datetime, zone: str) -> tuple[list[Span], int]:
    """When somebody is busy between two instants (UTC), and how many series could not be followed.

    Floating times and whole days are meant in `zone`. Series are followed where their rule is one that calendar
    programs write. What is free (TRANSPARENT) or cancelled is left out, and whole days too unless they are marked as
    busy. RuleBroken on `file` for what is no calendar, or too much of one.
    """
    if len(raw) > LARGEST or raw.count(b"\n") > MOST_LINES:
        raise RuleBroken("file", f"This file is larger than {LARGEST // 1_000_000} MB. Export a year of it.")
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR"):
        raise RuleBroken("file", NO_CALENDAR)
    try:
        calendar = Calendar.from_ical(with_own_zones(raw))
        not_followed = checked(calendar, start.date(), end.date())
        events = recurring_ical_events.of(calendar, skip_bad_series=True).between(start, end)
        spans = [span_of(event, zone, start, end) for event in events if takes_time(event)]
        return [span for span in spans if span is not None], not_followed
    except RuleBroken:
        raise
    except Exception as fault:  # the libraries raise whatever a broken file makes them stumble over
        raise RuleBroken("file", "This calendar file is broken and cannot be read.") from fault


def checked(calendar: Any, start: date, until: date) -> int:
    """How many series are not followed; RuleBroken on `file` for more events or series than are taken.

    The rule of a series that is not followed is struck out: only its first date counts then.
    """
    events = list(calendar.walk("VEVENT"))
    if len(events) > MOST_EVENTS:
        raise RuleBroken("file", f"This calendar has more than {MOST_EVENTS:,} events. Export a year of it.")
    series = [event for event in events if "RRULE" in event or "RDATE" in event]
    if len(series) > MOST_SERIES:
        raise RuleBroken("file", f"This calendar has more than {MOST_SERIES} series. Export a part of it.")
    ruled = sum("RRULE" in event for event in series)
    steps = [steps_in(event, start, until) for event in series]
    if sum(all_ for all_, _ in steps) > MOST_STEPS or sum(shown for _, shown in steps) > MOST_SHOWN:
        raise RuleBroken(
            "file", "The series of this calendar repeat too often. Export a year of it, or a part."
        )
    return ruled - sum("RRULE" in event for event in series)


def steps_in(event: Any, start: date, until: date) -> tuple[int, int]:
    """How many repeats an event has since it began, and since `start`; a rule that is not followed is struck out."""
    more = dates_in(event)
    rule = event.get("RRULE")
    if rule is None:
        return more, more
    begins = event["DTSTART"].dt
    first = begins.date() if isinstance(begins, datetime) else begins
    steps = steps_of(rule, first, until) if isinstance(rule, Mapping) else None
    if steps is None:
        del event["RRULE"]
        return more, more
    return steps + more, min(steps, steps_of(rule, max(first, start), until) or 0) + more


def dates_in(event: Any) -> int:
    """How many further dates (RDATE) an event has by name."""
    values = event.get("RDATE", [])
    return sum(
        len(getattr(each, "dts", [None])) for each in (values if isinstance(values, list) else [values])
    )


def takes_time(event: Any) -> bool:
    """True if whoever keeps it is busy then."""
    if (
        str(event.get("STATUS", "")).upper() == "CANCELLED"
        or str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    ):
        return False
    whole_day = not isinstance(event["DTSTART"].dt, datetime)
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    return shown in {"BUSY", "OOF"} or (not whole_day and shown != "FREE")


def span_of(event: Any, zone: str, start: datetime, end: datetime) -> Span | None:
    """From when to when, within the asked span (UTC); None for nothing."""
    first, last = instant(event["DTSTART"].dt, zone), instant(event["DTEND"].dt, zone)
    first, last = max(first, start), min(last, end)
    return (first, last) if last - first >= timedelta(minutes=1) else None


def instant(when: date | datetime, zone: str) -> datetime:
    """A time as an instant (UTC)."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time())
    return (when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
