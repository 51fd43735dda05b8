"""The properties that calendar programs ask for; calendars are read only, and say so (RFC 3744, 4791, 6578)."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from app.documents.dav_answer import Answered, Value, around, hrefs, kinds
from app.documents.dav_request import REPORTS
from app.documents.dav_xml import APPLE, CAL, DAV, SERVER
from app.domain.dav_place import COLOURS, ROOT, Reader, Shelf
from app.domain.text import clean

Found = dict[str, Callable[[], Value]]
TAG, DATA = f"{DAV}getetag", f"{CAL}calendar-data"
LONG = frozenset({DATA})


def shown_name(name: str) -> str:
    """A name on one line, without characters that XML may not hold."""
    return " ".join(clean(name).split())


def of_anything(home: str) -> Found:
    """What every address says: who is asking, whose it is, and that it can be read and not written."""
    return {
        f"{DAV}current-user-principal": lambda: hrefs(home),
        f"{DAV}owner": lambda: hrefs(home),
        f"{DAV}current-user-privilege-set": lambda: (around(f"{DAV}privilege", f"{DAV}read"),),
    }


def of_person(home: str) -> Found:
    """Where a person's calendars are; said by the first address too, as some programs ask no further."""
    return of_anything(home) | {
        f"{DAV}principal-URL": lambda: hrefs(home),
        f"{CAL}calendar-home-set": lambda: hrefs(home),
        f"{DAV}supported-report-set": tuple,
    }


def root(reader: Reader, path: str = ROOT) -> Answered:
    """The first address: where to go on."""
    return Answered(
        path,
        of_person(reader.home)
        | {
            f"{DAV}resourcetype": lambda: kinds(f"{DAV}collection"),
            f"{DAV}displayname": lambda: "Rapporteur",
        },
    )


def home(reader: Reader) -> Answered:
    """A person, and at once the place of all their calendars."""
    return Answered(
        reader.home,
        of_person(reader.home)
        | {
            f"{DAV}resourcetype": lambda: kinds(f"{DAV}collection", f"{DAV}principal"),
            f"{DAV}displayname": lambda: shown_name(reader.name),
        },
    )


def calendar(shelf: Shelf, token: Callable[[], str]) -> Answered:
    """One calendar; `token` says how far its log has come, and is asked only where a program wants to know."""
    component = shelf.component
    return Answered(
        shelf.path,
        of_anything(shelf.home)
        | {
            f"{DAV}resourcetype": lambda: kinds(f"{DAV}collection", f"{CAL}calendar"),
            f"{DAV}displayname": lambda: shown_name(shelf.name),
            f"{CAL}supported-calendar-component-set": lambda: (named(f"{CAL}comp", component),),
            f"{DAV}supported-report-set": lambda: tuple(
                around(f"{DAV}supported-report", f"{DAV}report", report) for report in REPORTS
            ),
            f"{APPLE}calendar-color": lambda: COLOURS[shelf.kind],
            f"{SERVER}getctag": token,
            f"{DAV}sync-token": token,
        },
    )


def named(element: str, name: str) -> Element:
    """An element with a name."""
    found = around(element)
    found.set("name", name)
    return found


def member(shelf: Shelf, uid: str, etag: str, body: bytes | None = None) -> Answered:
    """One member of a calendar, with what it says if that was fetched."""
    found = of_anything(shelf.home) | {
        f"{DAV}resourcetype": tuple,
        f"{DAV}getcontenttype": lambda: f"text/calendar; charset=utf-8; component={shelf.component}",
        TAG: lambda: f'"{etag}"',
    }
    if body is not None:
        text = body.decode()
        found[DATA] = lambda: text
    return Answered(shelf.path_of(uid), found, LONG)


def gone(path: str) -> Answered:
    """An address where nothing is, or nothing is any longer."""
    return Answered(path, None)
