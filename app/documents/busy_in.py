"""A calendar that somebody sends in, read for nothing but when they are busy (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from app.domain.busy_file import LARGEST, MOST_EVENTS, MOST_LINES, MOST_SERIES, READ_REPEATS
from app.domain.errors import RuleBroken

Span = tuple[datetime, datetime]
NO_CALENDAR = "This is no calendar file. Export your calendar as iCalendar (.ics) and send that."


def read_busy(raw: bytes, start: datetime, end: datetime, zone: str) -> list[Span]:
    """When somebody is busy between two instants (UTC); floating times and whole days are meant in `zone`.

    Series are followed. What is free (TRANSPARENT) or cancelled is left out, and whole days too unless they are marked
    as busy. RuleBroken on `file` for what is no calendar, or too much of one.
    """
    if len(raw) > LARGEST or raw.count(b"\n") > MOST_LINES:
        raise RuleBroken("file", f"This file is larger than {LARGEST // 1_000_000} MB. Export a year of it.")
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR"):
        raise RuleBroken("file", NO_CALENDAR)
    try:
        calendar = Calendar.from_ical(raw)
        checked(calendar)
        events = recurring_ical_events.of(calendar, skip_bad_series=True).between(start, end)
        return [span for event in events if takes_time(event) and (span := span_of(event, zone, start, end))]
    except RuleBroken:
        raise
    except Exception as fault:  # the libraries raise whatever a broken file makes them stumble over
        raise RuleBroken("file", "This calendar file is broken and cannot be read.") from fault


def checked(calendar: Any) -> None:
    """RuleBroken on `file` for more events or series than are taken; repeats by the hour and less are struck out."""
    events = list(calendar.walk("VEVENT"))
    if len(events) > MOST_EVENTS:
        raise RuleBroken("file", f"This calendar has more than {MOST_EVENTS:,} events. Export a year of it.")
    series = 0
    for event in events:
        rules = event.get("RRULE", [])
        rules = rules if isinstance(rules, list) else [rules]
        if any(
            str(frequency).upper() not in READ_REPEATS for rule in rules for frequency in rule.get("FREQ", [])
        ):
            raise RuleBroken(
                "file", "An event of this calendar repeats by the hour or more often. Take it out."
            )
        series += bool(rules) or "RDATE" in event
    if series > MOST_SERIES:
        raise RuleBroken("file", f"This calendar has more than {MOST_SERIES} series. Export a part of it.")


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
