"""What a calendar program is answered: the properties of a place, and the three reports on a calendar."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from app import queries
from app.domain.dav_place import Place, Reader, Shelf, place_of
from app.domain.errors import Missing
from app.domain.wall_time import known_zones
from app.models.feed import Feed
from app.services import collections
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Told:
    """An answer: its status and its bytes, which are XML."""

    status: int
    body: bytes


def refused(condition: str, status: int = 403) -> Told:
    """That a question is not answered, in the standard's word for why."""
    from app.documents import dav_answer

    return Told(status, dav_answer.refusal(condition))


def read_only() -> Told:
    """That nothing can be written here (RFC 3744, section 7.1.1)."""
    return refused("{DAV:}need-privileges")


def shelf_of(reader: Reader, feed: Feed) -> Shelf:
    """A link as a calendar; taken down at once, because a later transaction lets go of the row."""
    return Shelf(reader.home, feed.ref, feed.name, feed.kind)


def theirs(work: UnitOfWork, reader: Reader, place: Place) -> Feed:
    """The reader's own living link at a place. Missing for anybody else's, which does not exist for them."""
    if place.who != reader.ref:
        raise Missing
    return work.one(queries.calendar_programs.calendar(place.calendar, reader.officer_id))


def properties(
    work: UnitOfWork, reader: Reader, place: Place, path: str, deep: bool, body: bytes, base_url: str
) -> Told:
    """The answer to a PROPFIND: the place, and what is right below it if it asks `deep`."""
    from app.documents import dav_answer, dav_properties, dav_request, dav_xml

    try:
        wanted = dav_request.propfind_in(body)
    except dav_xml.Unreadable as fault:
        return Told(400, str(fault).encode())
    if not place.who:
        found = [dav_properties.root(reader, path), *([dav_properties.home(reader)] if deep else ())]
    elif not place.calendar:
        if place.who != reader.ref:
            raise Missing
        found = [dav_properties.home(reader)]
        feeds = work.all(queries.calendar_programs.calendars(reader.officer_id)) if deep else ()
        found += [calendar_at(work, reader, shelf_of(reader, feed), base_url) for feed in feeds]
    else:
        found = of_calendar(work, reader, place, deep, base_url)
    return Told(207, dav_answer.multistatus(found, wanted))


def calendar_at(work: UnitOfWork, reader: Reader, shelf: Shelf, base_url: str) -> Any:
    """A calendar's properties; its log is brought up to date only if somebody asks how far it has come."""
    from app.documents import dav_properties

    said: list[str] = []

    def token() -> str:
        if not said:
            feed = theirs(work, reader, Place(reader.ref, shelf.ref))
            said.append(collections.token(collections.up_to_date(work, feed, base_url)))
        return said[0]

    return dav_properties.calendar(shelf, token)


def of_calendar(work: UnitOfWork, reader: Reader, place: Place, deep: bool, base_url: str) -> list[Any]:
    """A calendar with its members, or one member."""
    from app.documents import dav_properties

    feed = theirs(work, reader, place)
    shelf = shelf_of(reader, feed)
    if not (deep or place.uid):
        return [calendar_at(work, reader, shelf, base_url)]
    row = collections.up_to_date(work, feed, base_url)
    there = {each.uid: each.etag for each in collections.present_members(work, row)}
    if place.uid:
        if place.uid not in there:
            raise Missing
        return [dav_properties.member(shelf, place.uid, there[place.uid])]
    members = [dav_properties.member(shelf, uid, etag) for uid, etag in there.items()]
    return [dav_properties.calendar(shelf, lambda: collections.token(row)), *members]


def reported(work: UnitOfWork, reader: Reader, place: Place, body: bytes, base_url: str) -> Told:
    """The answer to a REPORT, which only a calendar gives."""
    from app.documents import dav_request, dav_xml

    feed = theirs(work, reader, place) if place.who else None
    try:
        asked = dav_request.report_in(body)
    except dav_xml.Unreadable as fault:
        return Told(400, str(fault).encode())
    except dav_xml.Unsupported as fault:
        return refused(fault.condition)
    if feed is None or place.uid:
        return refused("{DAV:}supported-report")
    if asked.kind == dav_request.SYNC:
        return changes(work, feed, shelf_of(reader, feed), asked, base_url)
    return contents(work, feed, shelf_of(reader, feed), asked, base_url)


def contents(work: UnitOfWork, feed: Feed, shelf: Shelf, asked: Any, base_url: str) -> Told:
    """The members that are named (calendar-multiget), or that pass a filter (calendar-query)."""
    from app.documents import calendar_filter, dav_answer, dav_properties

    collections.look_through(work, feed)
    there = collections.resources(work, feed, base_url)
    if asked.filter is not None:
        zone = ZoneInfo(asked.zone) if asked.zone in known_zones() else work.office_zone
        meant = [each for each in there.values() if calendar_filter.is_meant(each, asked.filter, zone)]
        found = [dav_properties.member(shelf, each.uid, each.etag, each.body) for each in meant]
        return Told(207, dav_answer.multistatus(found, asked.wanted))
    answers = []
    for path in asked.paths:
        at = place_of(path)
        each = there.get(at.uid) if at is not None and f"{shelf.home}{at.calendar}/" == shelf.path else None
        if each is None or shelf.path_of(each.uid) != path:
            answers.append(dav_properties.gone(path))
        else:
            answers.append(dav_properties.member(shelf, each.uid, each.etag, each.body))
    return Told(207, dav_answer.multistatus(answers, asked.wanted))


def changes(work: UnitOfWork, feed: Feed, shelf: Shelf, asked: Any, base_url: str) -> Told:
    """What came, changed or went since a program's token (sync-collection, RFC 6578)."""
    from app.documents import dav_answer, dav_properties

    row = collections.up_to_date(work, feed, base_url)
    found = collections.since(work, row, asked.token)
    if found is None:
        return refused("{DAV:}valid-sync-token")
    if asked.limit is not None and len(found) > asked.limit:
        return refused("{DAV:}number-of-matches-within-limits", 507)
    bodies: dict[str, Any] = {}
    if asked.wanted.asks_for(dav_properties.DATA):
        bodies = collections.resources(work, feed, base_url)
    answers = []
    for each in found:
        if each.gone_at is not None:
            answers.append(dav_properties.gone(shelf.path_of(each.uid)))
            continue
        full = bodies.get(each.uid)
        etag, body = (full.etag, full.body) if full is not None else (each.etag, None)
        answers.append(dav_properties.member(shelf, each.uid, etag, body))
    return Told(207, dav_answer.multistatus(answers, asked.wanted, collections.token(row)))


def member(work: UnitOfWork, reader: Reader, place: Place, base_url: str) -> tuple[bytes, str]:
    """One member's bytes and their tag. Missing where none is, or none that the reader may know."""
    feed = theirs(work, reader, place)
    collections.look_through(work, feed)
    found = collections.resources(work, feed, base_url).get(place.uid)
    if found is None:
        raise Missing
    return found.body, found.etag
