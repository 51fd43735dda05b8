"""One entry or thing to do as a document of its own, as CalDAV keeps each (RFC 4791, section 4.1)."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from icalendar import Calendar

from app.documents.calendar import LONG_AGO, NOTHING_PLANNED, PRODID, declared, entry_saying, joined, written
from app.documents.things_to_do import NOTHING_TO_DO, todo
from app.documents.time_zones import component
from app.domain.schedule import Entry
from app.domain.step_entry import Todo


@dataclass(frozen=True)
class Resource:
    """A member of a collection: its bytes with their tag, and what they say."""

    uid: str
    body: bytes
    etag: str
    what: Entry | Todo

    @property
    def component(self) -> str:
        """The name of the component that it holds."""
        return "VEVENT" if isinstance(self.what, Entry) else "VTODO"


@lru_cache(maxsize=10_000)
def resource_of(what: Entry | Todo) -> Resource:
    """The document of one entry or thing to do, kept because every visit asks for the same ones."""
    body = body_of_entry(what) if isinstance(what, Entry) else joined(begun(), [bytes(todo(what).to_ical())])
    return Resource(what.uid, body, hashlib.sha256(body).hexdigest()[:32], what)


def body_of_entry(entry: Entry) -> bytes:
    """An entry with the time zone that it needs."""
    calendar, zones = begun(), declared([entry])
    for zone, (first_year, last_year) in zones.items():
        calendar.add_component(component(zone, first_year, last_year))
    return joined(calendar, [written(entry, entry.zone in zones)])


def begun() -> Calendar:
    """The document before its component. No name and no method: those are a subscription's and a letter's."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    return calendar


def nothing_planned() -> Entry:
    """What stands in a collection that would be empty: some programs keep all they had when everything goes."""
    uid, words = NOTHING_PLANNED
    return entry_saying(uid, words, LONG_AGO)


def nothing_to_do(day: date = LONG_AGO) -> Todo:
    """The same in a collection of things to do; it is done already, so that programs fold it away."""
    uid, words = NOTHING_TO_DO
    stamp = datetime.combine(day, time.min, UTC)
    return Todo(uid, 0, stamp, stamp, words, "COMPLETED", 100, None, completed=stamp)
