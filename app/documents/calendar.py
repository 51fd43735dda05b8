"""Calendars written out: a feed of entries, and the notice that a link has ended (RFC 5545, RFC 7986)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vText, vUri

from app.documents.time_zones import component, is_regular
from app.domain.schedule import Entry, EntryStatus
from app.domain.text import clean

PRODID = "-//Rapporteur//Calendar//EN"
REFRESH = timedelta(hours=1)
END = b"END:VCALENDAR\r\n"
COLOURS = {"navy": "#000080", "teal": "#008080", "maroon": "#800000", "olive": "#808000"}
"""The colours a calendar may ask for: by name (RFC 7986, section 5.9), and as Apple's programs want them."""
LONG_AGO = date(2020, 1, 1)
NOTHING_PLANNED = ("1b0f5a52-6d0b-4c3f-9f4e-3f0a8e0c7d11", "Nothing planned")
LINK_ENDED = (
    "c2a4c1de-0f53-4b0a-8a64-5a1d9b7e2f86",
    "This calendar link has ended or was replaced. Ask for a new one.",
)
"""Notices: their unique identifiers, made once, and their words."""


def plain(text: str) -> str:
    """Text on one line, without controls and hidden characters: they go out raw otherwise, and break programs."""
    return " ".join(clean(text).split())


def feed(name: str, entries: Sequence[Entry], colour: str | None = None, notice: str = "") -> bytes:
    """A subscription as bytes: the same entries, in any order, always give the same bytes.

    It is never empty, since programs keep what they had when it is: `notice` then says why, on a day long past.
    KeyError if `colour` is not one of COLOURS.
    """
    calendar = begun(name, colour)
    zones = declared(entries)
    for zone, (first_year, last_year) in sorted(zones.items()):
        calendar.add_component(component(zone, first_year, last_year))
    ordered = sorted(entries, key=lambda entry: (beginning(entry), entry.uid))
    events = [written(entry, entry.zone in zones) for entry in ordered]
    uid, words = NOTHING_PLANNED
    return joined(calendar, events or [said(uid, notice or words, LONG_AGO)])


def ended(name: str, day: date) -> bytes:
    """What an ended link answers: one notice on that day, so that programs drop what they had."""
    uid, words = LINK_ENDED
    return joined(begun(name), [said(uid, words, day)])


def begun(name: str, colour: str | None = None) -> Calendar:
    """A calendar with its properties, all of them before the first component: later ones are overlooked."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    title = vText(plain(name) or "Calendar")  # of this type, or its commas and semicolons go out unescaped
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    if colour is not None:
        calendar.add("X-APPLE-CALENDAR-COLOR", COLOURS[colour])
        calendar.add("COLOR", colour)
    return calendar


def joined(calendar: Calendar, events: Iterable[bytes]) -> bytes:
    """The calendar with events that are written already."""
    return bytes(calendar.to_ical()).removesuffix(END) + b"".join(events) + END


def beginning(entry: Entry) -> datetime:
    """When an entry begins on its own wall: what a calendar is sorted by."""
    return entry.starts or datetime.combine(entry.first_day, time.min)


def declared(entries: Iterable[Entry]) -> dict[str, tuple[int, int]]:
    """The zones that a calendar declares, with the first and last year in which it uses them.

    A zone whose clocks follow no yearly rule in these years and the next, in which an entry may end, is left out.
    """
    years: dict[str, list[int]] = {}
    for entry in entries:
        if entry.starts is not None and entry.ends is not None and entry.zone not in {"", "UTC"}:
            years.setdefault(entry.zone, []).append(entry.starts.year)
    spans = {zone: (min(used), max(used)) for zone, used in years.items()}
    return {zone: span for zone, span in spans.items() if is_regular(zone, span[0], span[1] + 1)}


@lru_cache(maxsize=10_000)
def written(entry: Entry, zone_is_declared: bool) -> bytes:
    """An entry's bytes, kept because every poll asks for the same ones."""
    return bytes(event(entry, zone_is_declared).to_ical())


def event(entry: Entry, zone_is_declared: bool) -> Event:
    """One entry as a VEVENT: stamped with its last change, never with the time at which it is written."""
    found = Event()
    found.add("UID", entry.uid)
    found.add("DTSTAMP", entry.changed)
    found.add("CREATED", entry.created)
    found.add("LAST-MODIFIED", entry.changed)
    found.add("SEQUENCE", entry.sequence)
    found.add("SUMMARY", plain(entry.title))
    add_times(found, entry, zone_is_declared)
    found.add("STATUS", entry.status.value)
    found.add("TRANSP", "OPAQUE" if entry.busy else "TRANSPARENT")
    found.add("X-MICROSOFT-CDO-BUSYSTATUS", busy_word(entry))
    found.add("CLASS", "PRIVATE")
    if (
        entry.place or entry.join_at
    ):  # few programs show a conference: without a place its address stands there
        found.add("LOCATION", plain(entry.place or entry.join_at))
    if entry.join_at:
        joining = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Join"}
        found.add("CONFERENCE", vUri(plain(entry.join_at)), parameters=joining)
    if entry.url:
        found.add("URL", plain(entry.url))
    if entry.categories:
        found.add("CATEGORIES", [plain(category) for category in entry.categories])
    if entry.alarm_minutes and entry.status is not EntryStatus.CANCELLED:
        found.add_component(alarm(entry.alarm_minutes, entry.title))
    return found


def alarm(minutes: int, words: str) -> Alarm:
    """A word on the screen so many minutes before; programs overlook an alarm without its action or its trigger."""
    found = Alarm()
    found.add("ACTION", "DISPLAY")
    found.add("DESCRIPTION", plain(words))
    found.add("TRIGGER", -timedelta(minutes=minutes))
    return found


def busy_word(entry: Entry) -> str:
    """How Outlook is told whether somebody is busy."""
    if not entry.busy:
        return "FREE"
    return "TENTATIVE" if entry.status is EntryStatus.TENTATIVE else "BUSY"


def add_times(found: Event, entry: Entry, zone_is_declared: bool) -> None:
    """Wall time with its zone; UTC where the zone is not declared; whole days with the end excluded."""
    if entry.starts is None or entry.ends is None:
        found.add("DTSTART", entry.first_day)
        found.add("DTEND", entry.last_day + timedelta(days=1))
    elif zone_is_declared:
        found.add("DTSTART", entry.starts, parameters={"TZID": entry.zone})
        found.add("DTEND", entry.ends, parameters={"TZID": entry.zone})
    else:
        place = ZoneInfo(entry.zone or "UTC")
        found.add("DTSTART", entry.starts.replace(tzinfo=place).astimezone(UTC))
        found.add("DTEND", entry.ends.replace(tzinfo=place).astimezone(UTC))


def said(uid: str, words: str, day: date) -> bytes:
    """A notice as a harmless entry on one day. It is no record: without dates of its own it never looks older."""
    found = event(entry_saying(uid, words, day), zone_is_declared=False)
    del found["CREATED"], found["LAST-MODIFIED"]
    return bytes(found.to_ical())


def entry_saying(uid: str, words: str, day: date) -> Entry:
    """A few words on one day, which keep nobody busy."""
    stamp = datetime.combine(day, time.min, UTC)
    return Entry(
        uid=uid,
        sequence=0,
        created=stamp,
        changed=stamp,
        title=words,
        status=EntryStatus.CONFIRMED,
        busy=False,
        first_day=day,
        last_day=day,
    )
