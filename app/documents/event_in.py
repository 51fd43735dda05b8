"""A calendar file or a mailed invitation, read as one meeting (RFC 5545, RFC 6047)."""

import email
import email.policy
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from app.documents.own_zones import with_own_zones
from app.domain.errors import RuleBroken
from app.domain.incoming_event import LARGEST, IncomingEvent
from app.domain.text import clean

BEGINS = b"BEGIN:VCALENDAR"
NO_EVENT = (
    "There is no meeting in this file. Save the invitation as .ics, or the mail as .eml, and send that."
)


def read_event(raw: bytes, zone: str) -> IncomingEvent:
    """The first meeting in a file; times without a zone, and in one that nobody knows, are meant in `zone`.

    RuleBroken on `file` for what holds none, or is too large.
    """
    if len(raw) > LARGEST:
        raise RuleBroken("file", f"This file is larger than {LARGEST // 1_000_000} MB.")
    try:
        calendar = Calendar.from_ical(with_own_zones(calendar_in(raw)))
        event: Any = next(iter(calendar.walk("VEVENT")))
        starts = event["DTSTART"].dt
        if not isinstance(starts, date):
            raise RuleBroken("file", NO_EVENT)
        return IncomingEvent(
            title=line(event, "SUMMARY", 300),
            starts=placed(starts, zone) if isinstance(starts, datetime) else starts,
            place=line(event, "LOCATION", 300),
            link=link_of(event),
            people=tuple(people(event)),
        )
    except RuleBroken:
        raise
    except Exception as fault:  # the libraries raise whatever a broken file makes them stumble over
        raise RuleBroken("file", NO_EVENT) from fault


def calendar_in(raw: bytes) -> bytes:
    """The calendar object of a file that is one, or of a mail that carries one; RuleBroken on `file` for others."""
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(BEGINS)].upper() == BEGINS:
        return raw
    message: Any = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            return bytes(part.get_payload(decode=True) or b"")
    raise RuleBroken("file", NO_EVENT)


def placed(starts: datetime, zone: str) -> datetime:
    """A time in a zone that is known by its name here: its own, or the given one."""
    if starts.tzinfo is None:
        return starts.replace(tzinfo=ZoneInfo(zone))
    if isinstance(starts.tzinfo, ZoneInfo) and starts.tzinfo.key != "UTC":
        return starts
    return starts.astimezone(UTC).astimezone(ZoneInfo(zone))


def line(event: Any, name: str, limit: int) -> str:
    """A property as one clean line."""
    value = event.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(clean(str(value or "")).split())[:limit].rstrip()


def link_of(event: Any) -> str:
    """A link to join, if it is one of the web."""
    found = line(event, "CONFERENCE", 500) or line(event, "X-MICROSOFT-SKYPETEAMSMEETINGURL", 500)
    return found if found.lower().startswith(("https://", "http://")) else ""


def people(event: Any) -> list[tuple[str, str]]:
    """Organiser and guests, as (name, address)."""
    found: list[tuple[str, str]] = []
    for name in ("ORGANIZER", "ATTENDEE"):
        values = event.get(name, [])
        for each in values if isinstance(values, list) else [values]:
            called = " ".join(clean(str(each.params.get("CN", ""))).split())[:120]
            address = str(each).partition(":")[2] if ":" in str(each) else str(each)
            pair = (called.strip("\"'").replace(";", ","), " ".join(clean(address).split())[:254])
            if pair[1] and pair[1].lower() not in {other.lower() for _, other in found}:
                found.append(pair)
    return found
