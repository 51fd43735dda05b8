"""What a calendar program asks: which properties of what (RFC 4918, RFC 4791, RFC 6578)."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from app.documents.calendar_filter import Filter, filter_in
from app.documents.dav_xml import CAL, DAV, Unreadable, Unsupported, read, text_of

TZID = re.compile(r"^TZID(?:;[^:\r\n]*)?:([^\r\n]+)", re.M | re.I)
MULTIGET, QUERY, SYNC = f"{CAL}calendar-multiget", f"{CAL}calendar-query", f"{DAV}sync-collection"
REPORTS = (MULTIGET, QUERY, SYNC)
"""The three reports that are answered."""
MOST_NAMES = 100
"""Programs ask for some thirty properties; each is answered for each member, so thousands would be a flood."""


@dataclass(frozen=True)
class Wanted:
    """The properties that are asked for: these, or all there are (None), or no more than their names."""

    names: tuple[str, ...] | None = None
    names_only: bool = False

    def asks_for(self, name: str) -> bool:
        """True if this property was asked for by its name."""
        return self.names is not None and name in self.names


@dataclass(frozen=True)
class Report:
    """A report that is asked for: `paths` of a multiget, the `filter` and zone of a query, the token of a sync."""

    kind: str
    wanted: Wanted
    paths: tuple[str, ...] = ()
    filter: Filter | None = None
    zone: str = ""
    token: str = ""
    limit: int | None = None


def propfind_in(body: bytes) -> Wanted:
    """What a PROPFIND asks for; an empty one asks for everything (RFC 4918, section 9.1)."""
    if not body.strip():
        return Wanted()
    root = read(body)
    if root.tag != f"{DAV}propfind":
        raise Unreadable("A PROPFIND holds a propfind.")
    return wanted_in(root)


def wanted_in(root: Element) -> Wanted:
    """The properties that are named in a question."""
    named = root.find(f"{DAV}prop")
    if named is not None:
        names = tuple(dict.fromkeys(each.tag for each in named))
        if len(names) > MOST_NAMES:
            raise Unreadable(f"No more than {MOST_NAMES} properties are asked for at once.")
        return Wanted(names)
    return Wanted(names_only=root.find(f"{DAV}propname") is not None)


def report_in(body: bytes) -> Report:
    """The report that is asked for; Unsupported for another than ours."""
    root = read(body)
    if root.tag not in REPORTS:
        raise Unsupported(f"{DAV}supported-report")
    report = Report(root.tag, wanted_in(root))
    if root.tag == MULTIGET:
        paths = dict.fromkeys(path_of(text_of(each)) for each in root.findall(f"{DAV}href"))
        return Report(report.kind, report.wanted, paths=tuple(paths))
    if root.tag == QUERY:
        return Report(report.kind, report.wanted, filter=filter_in(root), zone=zone_in(root))
    token = root.find(f"{DAV}sync-token")
    if token is None:
        raise Unreadable("A sync-collection holds a sync-token, if an empty one.")
    limit = text_of(root.find(f"{DAV}limit/{DAV}nresults"))
    if limit and not (limit.isascii() and limit.isdigit()):
        raise Unreadable("nresults is a number.")
    return Report(report.kind, report.wanted, token=text_of(token), limit=int(limit[:9]) if limit else None)


def zone_in(root: Element) -> str:
    """The zone in which whole days are meant, if the program says so: by its name (RFC 7809) or as a VTIMEZONE."""
    named = text_of(root.find(f"{CAL}timezone-id"))
    found = TZID.search(text_of(root.find(f"{CAL}timezone")))
    return named or (found[1].strip() if found else "")


def path_of(href: str) -> str:
    """The path of an address as it stands in a question: with or without a host, escaped however it likes."""
    try:
        return unquote(urlsplit(href).path)
    except ValueError:
        return ""
