"""What a calendar program is answered: for each address its properties, what it lacks, or that it went (RFC 4918)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from app.documents.dav_request import Wanted
from app.documents.dav_xml import APPLE, CAL, DAV, SERVER

for prefix, space in (("d", DAV), ("c", CAL), ("cs", SERVER), ("ical", APPLE)):
    register_namespace(prefix, space.strip("{}"))

Value = str | tuple[Element, ...]
Properties = Mapping[str, Callable[[], Value]]
"""Properties by their names, each worked out when it is asked for."""

FOUND, NOT_FOUND = "HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"


@dataclass(frozen=True)
class Answered:
    """One address with its properties; None where nothing is there (any longer).

    `quiet` ones are given only when they are asked for by name: they are long.
    """

    path: str
    properties: Properties | None
    quiet: frozenset[str] = field(default=frozenset())


def multistatus(answers: Iterable[Answered], wanted: Wanted, token: str = "") -> bytes:
    """The answer to a PROPFIND or REPORT (status 207); `token` ends a sync-collection."""
    root = Element(f"{DAV}multistatus")
    for each in answers:
        response = SubElement(root, f"{DAV}response")
        SubElement(response, f"{DAV}href").text = quote(each.path)
        if each.properties is None:
            SubElement(response, f"{DAV}status").text = NOT_FOUND
        else:
            add_properties(response, each, wanted)
    if token:
        SubElement(root, f"{DAV}sync-token").text = token
    return written(root)


def add_properties(response: Element, answer: Answered, wanted: Wanted) -> None:
    """The properties that are asked for and there, then the names of those that are not."""
    there = answer.properties or {}
    names = wanted.names if wanted.names is not None else tuple(sorted(set(there) - answer.quiet))
    known = [name for name in names if name in there]
    if known or not names:
        found = propstat(response, FOUND)
        for name in known:
            fill(SubElement(found, name), "" if wanted.names_only else there[name]())
    unknown = [name for name in names if name not in there]
    if unknown:
        lacking = propstat(response, NOT_FOUND)
        for name in unknown:
            SubElement(lacking, name)


def propstat(response: Element, status: str) -> Element:
    """A group of properties with their status; the group is handed back to be filled."""
    group = SubElement(response, f"{DAV}propstat")
    inside = SubElement(group, f"{DAV}prop")
    SubElement(group, f"{DAV}status").text = status
    return inside


def fill(element: Element, value: Value) -> None:
    """Put a property's value in: text, or elements."""
    if isinstance(value, str):
        element.text = value or None
    else:
        element.extend(value)


def refusal(condition: str) -> bytes:
    """Why a question is refused, in the standard's word for it (RFC 4918, section 16)."""
    root = Element(f"{DAV}error")
    SubElement(root, condition)
    return written(root)


def hrefs(*paths: str) -> tuple[Element, ...]:
    """Addresses as a property's value."""
    return tuple(with_text(f"{DAV}href", quote(path)) for path in paths)


def kinds(*names: str) -> tuple[Element, ...]:
    """Empty elements as a property's value."""
    return tuple(Element(name) for name in names)


def around(outer: str, *inner: str) -> Element:
    """Elements within each other, from the outermost."""
    root = element = Element(outer)
    for name in inner:
        element = SubElement(element, name)
    return root


def with_text(name: str, text: str) -> Element:
    """An element with a text."""
    element = Element(name)
    element.text = text
    return element


def written(root: Element) -> bytes:
    """The document as bytes, with its declaration.

    A carriage return has to be escaped, or whoever reads it takes it for a line end of the document's and drops it
    (XML 1.0, section 2.11): what a calendar says would no longer be the bytes that its tag is of.
    """
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)).replace(b"\r", b"&#13;")
