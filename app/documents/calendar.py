"""Calendars written out: a feed of entries, and the notice that a link has ended (RFC 5545, RFC 7986)."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from app.documents.time_zones import component, is_regular
from app.domain.schedule import Entry, EntryStatus

PRODID = "-//Rapporteur//Calendar//EN"
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
"""Controls go out raw otherwise, and some programs break lines at the last three."""
NOBODYS_TIME = datetime(2020, 1, 1, tzinfo=UTC)
REFRESH = timedelta(hours=1)


def plain(text: str) -> str:
    """Text without what would break a line or a program."""
    return UNWANTED.sub(" ", text).replace("\r", " ").replace("\n", " ").strip()


def feed(name: str, entries: Sequence[Entry]) -> bytes:
    """A subscription as bytes: the same entries always give the same bytes. It is never empty."""
    calendar = begun(name)
    ordered = sorted(
        entries, key=lambda e: (e.starts or datetime.combine(e.first_day, datetime.min.time()), e.uid)
    )
    zones: dict[str, list[int]] = {}
    for entry in ordered:
        if entry.starts is not None and entry.zone and entry.zone != "UTC":
            zones.setdefault(entry.zone, []).append(entry.starts.year)
    regular = {zone for zone, years in zones.items() if is_regular(zone, min(years), max(years) + 1)}
    for zone in sorted(regular):
        calendar.add_component(component(zone, min(zones[zone]), max(zones[zone])))
    for entry in ordered:
        calendar.add_component(event(entry, regular))
    if not ordered:
        calendar.add_component(notice("nothing-planned", "Nothing planned", date(2020, 1, 1)))
    return bytes(calendar.to_ical())


def ended(name: str, day: date) -> bytes:
    """What an ended link answers: one notice, so that programs drop what they had."""
    calendar = begun(name)
    calendar.add_component(notice("link-ended", "This calendar link has ended. Ask for a new one.", day))
    return bytes(calendar.to_ical())


def begun(name: str) -> Calendar:
    """A calendar with its properties, all of them before the first component."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", plain(name))
    calendar.add("X-WR-CALNAME", plain(name))
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    return calendar


def event(entry: Entry, regular: set[str]) -> Event:
    """One entry as a VEVENT."""
    found = Event()
    found.add("UID", entry.uid)
    found.add("DTSTAMP", entry.changed)
    found.add("CREATED", entry.created)
    found.add("LAST-MODIFIED", entry.changed)
    found.add("SEQUENCE", entry.sequence)
    found.add("SUMMARY", plain(entry.title))
    add_times(found, entry, regular)
    found.add("STATUS", entry.status.value)
    found.add("TRANSP", "OPAQUE" if entry.busy else "TRANSPARENT")
    found.add("X-MICROSOFT-CDO-BUSYSTATUS", busy_word(entry))
    found.add("CLASS", "PRIVATE")
    if entry.place:
        found.add("LOCATION", plain(entry.place))
    if entry.url:
        found.add("URL", entry.url)
    if entry.categories:
        found.add("CATEGORIES", [plain(category) for category in entry.categories])
    return found


def busy_word(entry: Entry) -> str:
    """How Outlook is told whether somebody is busy."""
    if not entry.busy:
        return "FREE"
    return "TENTATIVE" if entry.status is EntryStatus.TENTATIVE else "BUSY"


def add_times(found: Event, entry: Entry, regular: set[str]) -> None:
    """Wall time with its zone; UTC where no rule can tell the zone; whole days with the end excluded."""
    if entry.starts is None or entry.ends is None:
        found.add("DTSTART", entry.first_day)
        found.add("DTEND", entry.last_day + timedelta(days=1))
        return
    zone = ZoneInfo(entry.zone or "UTC")
    starts, ends = entry.starts.replace(tzinfo=zone), entry.ends.replace(tzinfo=zone)
    if entry.zone not in regular:
        starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
    found.add("DTSTART", starts)
    found.add("DTEND", ends)


def notice(uid: str, words: str, day: date) -> Event:
    """A harmless entry that says something."""
    found = Event()
    found.add("UID", f"{uid}@rapporteur")
    found.add("DTSTAMP", NOBODYS_TIME)
    found.add("SUMMARY", words)
    found.add("DTSTART", day)
    found.add("DTEND", day + timedelta(days=1))
    found.add("TRANSP", "TRANSPARENT")
    found.add("CLASS", "PRIVATE")
    return found
