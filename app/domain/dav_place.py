"""Where a calendar program is: the one tree of addresses that CalDAV has, below `/dav/`."""

from typing import NamedTuple

from app.domain.feed import FeedKind

ROOT = "/dav/"
ENDING = ".ics"
COLOURS = {FeedKind.MEETINGS: "#000080", FeedKind.FOLLOW_UPS: "#800000", FeedKind.SEASONS: "#008080"}
"""In what a program paints a calendar at first (#rrggbb, as Apple's want it)."""


class Place(NamedTuple):
    """An address in its parts: a person's reference, a calendar's, a member's unique identifier; empty further up."""

    who: str = ""
    calendar: str = ""
    uid: str = ""


class Reader(NamedTuple):
    """The officer whose device asks."""

    officer_id: int
    ref: str
    name: str

    @property
    def home(self) -> str:
        """The address of this person and of their calendars: one for both, as programs find it soonest."""
        return f"{ROOT}{self.ref}/"


class Shelf(NamedTuple):
    """One calendar of a reader's: a living link."""

    home: str
    ref: str
    name: str
    kind: FeedKind

    @property
    def path(self) -> str:
        """Its address."""
        return f"{self.home}{self.ref}/"

    @property
    def component(self) -> str:
        """What it holds: events and things to do are never mixed, since Apple's programs want them apart."""
        return "VTODO" if self.kind is FeedKind.FOLLOW_UPS else "VEVENT"

    def path_of(self, uid: str) -> str:
        """The address of a member."""
        return f"{self.path}{uid}{ENDING}"


def place_of(path: str) -> Place | None:
    """The place that a path names, with or without a slash at the end; None for one outside the tree."""
    parts = path.removesuffix("/").split("/")
    if parts[:2] != ["", ROOT.strip("/")] or len(parts) > 5 or "" in parts[2:]:
        return None
    who, calendar, member = (*parts[2:], "", "", "")[:3]
    if member and (path.endswith("/") or not member.endswith(ENDING) or member == ENDING):
        return None
    return Place(who, calendar, member.removesuffix(ENDING))
