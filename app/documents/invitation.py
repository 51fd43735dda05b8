"""What a letter does in a guest's calendar: a request or a cancellation (RFC 5546, sections 3.2.2 and 3.2.5)."""

from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event, vCalAddress, vText

from app.documents.calendar import PRODID, declared, event, plain
from app.documents.time_zones import component
from app.domain.guest import PARTSTAT, Answer, Method
from app.domain.schedule import Entry


@dataclass(frozen=True)
class Person:
    """Somebody as a calendar names them."""

    name: str
    email: str


@dataclass(frozen=True)
class Invited:
    """One guest's letter as a calendar object: nobody but the organiser and this guest is named in it.

    `entry` is None where the round or meeting has no day any more: a cancellation needs none (RFC 5545, section 3.6.1).
    `stamp` is when the letter was queued (UTC): the same letter, sent twice, is the same bytes.
    """

    method: Method
    uid: str
    sequence: int
    stamp: datetime
    title: str
    organiser: Person
    guest: Person
    optional: bool = False
    answer: Answer = Answer.NONE
    entry: Entry | None = None


def invitation(invited: Invited) -> bytes:
    """The object, with the zones that it needs; the same invitation always gives the same bytes."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", invited.method.value)
    zones = declared([invited.entry]) if invited.entry else {}
    for zone, (first_year, last_year) in zones.items():
        calendar.add_component(component(zone, first_year, last_year))
    calendar.add_component(about(invited, zone_is_declared=bool(zones)))
    return bytes(calendar.to_ical())


def about(invited: Invited, zone_is_declared: bool) -> Event:
    """The event: as in a feed, with organiser and guest, and stamped with this letter."""
    if invited.entry is None:
        found = Event()
        found.add("UID", invited.uid)
        found.add("SUMMARY", plain(invited.title))
    else:
        found = event(invited.entry, zone_is_declared)
        for name in ("DTSTAMP", "SEQUENCE", "STATUS", "URL", "X-MICROSOFT-CDO-BUSYSTATUS"):
            found.pop(name, None)
        found["SUMMARY"] = vText(plain(invited.title))
    found.add("DTSTAMP", invited.stamp)
    found.add("SEQUENCE", invited.sequence)
    found.add("STATUS", status_in(invited))
    found.add("ORGANIZER", address(invited.organiser))
    found.add("ATTENDEE", attendee(invited))
    return found


def status_in(invited: Invited) -> str:
    """How firm it is for this guest."""
    if invited.method is Method.CANCEL or invited.entry is None:
        return "CANCELLED"
    return invited.entry.status.value


def attendee(invited: Invited) -> vCalAddress:
    """The guest, asked for an answer unless it is called off."""
    found = address(invited.guest)
    found.params["CUTYPE"] = "INDIVIDUAL"
    found.params["ROLE"] = "OPT-PARTICIPANT" if invited.optional else "REQ-PARTICIPANT"
    found.params["PARTSTAT"] = PARTSTAT[invited.answer]
    if invited.method is Method.REQUEST:
        found.params["RSVP"] = "TRUE"
    return found


def address(person: Person) -> vCalAddress:
    """A mailbox with its name; quotes and carets leave the name, because some programs reject all for them."""
    found = vCalAddress(f"mailto:{person.email}")
    name = plain(person.name).replace('"', "").replace("^", "")
    if name:
        found.params["CN"] = name
    return found
