"""The XML of calendar programs: its names, and how what strangers send is read without harm."""

from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DAV, CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
SERVER, APPLE = "{http://calendarserver.org/ns/}", "{http://apple.com/ns/ical/}"
"""The name spaces of WebDAV, CalDAV, Apple's server and Apple's programs, as they stand before a name."""

DEEPEST = 30
"""Questions are some eight elements deep; more is meant to hurt."""


class Unreadable(Exception):
    """What was sent is no question that we understand; the message says why, for whoever writes the program."""


class Unsupported(Exception):
    """A question that the standard knows and we do not answer; `condition` names it (RFC 4918, section 16)."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


def read(body: bytes) -> Element:
    """The root of a document; Unreadable if it is none, declares a type of its own, or is nested too deep.

    Without a declared type no entity can be declared, so nothing grows while it is read and nothing is fetched. The
    parser itself tells us of the declaration: looking for its letters would overlook other encodings.
    """
    builder, parser, depth = TreeBuilder(), expat.ParserCreate(namespace_separator="}"), 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable("The document is nested too deep.")
        builder.start(named(name), {named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(named(name))

    def declared(*_: Any) -> None:
        raise Unreadable("A document type may not be declared.")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise Unreadable("The document is not well-formed XML.") from fault
    return builder.close()


def named(name: str) -> str:
    """A name as ElementTree writes it: its name space in braces."""
    return f"{{{name}" if "}" in name else name


def text_of(element: Element | None) -> str:
    """The text of an element, without spaces around it; nothing of none."""
    return (element.text or "").strip() if element is not None else ""
