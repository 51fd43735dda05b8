"""The filter of a calendar-query: which members are meant (RFC 4791, section 9.7)."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from icalendar import Calendar

from app.documents.calendar_object import Resource
from app.documents.dav_xml import CAL, Unreadable, Unsupported
from app.domain.schedule import Entry
from app.domain.time_range import EARLIEST, LATEST, Span, entry_touches, todo_touches

UTC_TIME = re.compile(r"\d{8}T\d{6}Z")
SUPPORTED = f"{CAL}supported-filter"
MOST_PARTS = 40
"""Elements of a filter; each is tried on each member, and programs send some four."""


@dataclass(frozen=True)
class Words:
    """A text to look for in a property; upper and lower case (of ASCII) count alike unless `exact`."""

    text: str
    negated: bool = False
    exact: bool = False

    def fit(self, value: str) -> bool:
        """True if the property's text is meant."""
        found = self.text in value if self.exact else lowered(self.text) in lowered(value)
        return found is not self.negated


@dataclass(frozen=True)
class PropertyFilter:
    """A property that has to be there (`absent`: has not), perhaps with some words in it."""

    name: str
    absent: bool = False
    words: Words | None = None


@dataclass(frozen=True)
class Filter:
    """What a component inside the VCALENDAR has to be; `component` is empty where any will do."""

    component: str = ""
    absent: bool = False
    span: Span | None = None
    properties: tuple[PropertyFilter, ...] = ()
    inner: tuple["Filter", ...] = ()


def lowered(text: str) -> str:
    """In small letters, those of ASCII only (i;ascii-casemap, RFC 4790, section 9.2)."""
    return text.translate({code: code + 32 for code in range(ord("A"), ord("Z") + 1)})


def filter_in(root: Element) -> Filter:
    """The filter of a query, whose outermost part is always about the VCALENDAR."""
    outer = root.find(f"{CAL}filter/{CAL}comp-filter")
    if outer is None or outer.get("name", "").upper() != "VCALENDAR":
        raise Unreadable("A calendar-query holds a filter of the VCALENDAR.")
    if sum(1 for _ in outer.iter()) > MOST_PARTS:
        raise Unsupported(SUPPORTED)
    if outer.find(f"{CAL}is-not-defined") is not None or outer.find(f"{CAL}prop-filter") is not None:
        raise Unsupported(SUPPORTED)
    return Filter(inner=tuple(component_filter(each) for each in outer.findall(f"{CAL}comp-filter")))


def component_filter(part: Element) -> Filter:
    """The filter of one component; of an alarm inside it no more than whether there is one."""
    inner = tuple(component_filter(each) for each in part.findall(f"{CAL}comp-filter"))
    if any(each.span or each.properties or each.inner for each in inner):
        raise Unsupported(SUPPORTED)
    return Filter(
        component=part.get("name", "").upper(),
        absent=part.find(f"{CAL}is-not-defined") is not None,
        span=span_in(part.find(f"{CAL}time-range")),
        properties=tuple(property_filter(each) for each in part.findall(f"{CAL}prop-filter")),
        inner=inner,
    )


def property_filter(part: Element) -> PropertyFilter:
    """The filter of one property; Unsupported where it is about a time or a parameter."""
    if part.find(f"{CAL}time-range") is not None or part.find(f"{CAL}param-filter") is not None:
        raise Unsupported(SUPPORTED)
    absent = part.find(f"{CAL}is-not-defined") is not None
    return PropertyFilter(part.get("name", "").upper(), absent, words_in(part.find(f"{CAL}text-match")))


def words_in(part: Element | None) -> Words | None:
    """The text to look for, if any; Unsupported for a way of comparing that the standard does not demand."""
    if part is None:
        return None
    collation = part.get("collation", "i;ascii-casemap")
    if collation not in {"i;ascii-casemap", "i;octet", "default"}:
        raise Unsupported(f"{CAL}supported-collation")
    return Words(part.text or "", part.get("negate-condition") == "yes", collation == "i;octet")


def span_in(part: Element | None) -> Span | None:
    """The span of a time-range, open where a side is not given."""
    if part is None:
        return None
    start, end = part.get("start"), part.get("end")
    span = Span(instant_in(start) if start else EARLIEST, instant_in(end) if end else LATEST)
    if not (start or end) or span.start >= span.end:
        raise Unreadable("A time-range has a start, or an end after it.")
    return span


def instant_in(text: str) -> datetime:
    """An instant written as the standard demands, in UTC."""
    try:
        if UTC_TIME.fullmatch(text):
            return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        pass
    raise Unreadable("A time-range is in UTC, as 20260101T000000Z.")


def is_meant(resource: Resource, asked: Filter, floating: ZoneInfo) -> bool:
    """True if a member passes the filter; whole days are meant in `floating`."""
    return all(component_fits(resource, each, floating) for each in asked.inner)


def component_fits(resource: Resource, asked: Filter, floating: ZoneInfo) -> bool:
    """True if the member's one component, or its absence, is what is asked for."""
    is_there = asked.component == resource.component
    if asked.component == "VTIMEZONE":
        is_there = b"BEGIN:VTIMEZONE" in resource.body
    if asked.absent or not is_there or asked.component == "VTIMEZONE":
        return is_there is not asked.absent
    what = resource.what
    if asked.span is not None:
        touches = (
            entry_touches(asked.span, what, floating)
            if isinstance(what, Entry)
            else todo_touches(asked.span, what, floating)
        )
        if not touches:
            return False
    if not (asked.properties or asked.inner):
        return True
    [component] = Calendar.from_ical(resource.body).walk(resource.component)
    has_inner = {part.name for part in component.subcomponents}
    return all(property_fits(component, each) for each in asked.properties) and all(
        (each.component in has_inner) is not each.absent for each in asked.inner
    )


def property_fits(component: Any, asked: PropertyFilter) -> bool:
    """True if a property is there, or is not, and says what is asked for."""
    if asked.name not in component:
        return asked.absent
    if asked.absent or asked.words is None:
        return not asked.absent
    value = component[asked.name]
    written = value.to_ical().decode() if not isinstance(value, str) else str(value)
    return asked.words.fit(written)
