"""What programs in use insist on in a subscription, rule by rule: `faults` names every rule that one breaks."""

import re
from collections import Counter
from collections.abc import Iterator
from zoneinfo import available_timezones

from tests.documents.rfc5545 import YEARLY, Component, instant_of, read

ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
TEXTS = {"SUMMARY", "LOCATION", "DESCRIPTION", "NAME", "X-WR-CALNAME"}
CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f]")
LINE_BREAKERS = re.compile("[\x85\u2028\u2029]")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UTC_TIME = re.compile(r"\d{8}T\d{6}Z")
OF_THE_CALENDAR = {"METHOD": "06", "UID": "08", "LAST-MODIFIED": "08", "SOURCE": "11"}
OF_AN_EVENT = {
    **dict.fromkeys(("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION"), "30"),
    **dict.fromkeys(("ATTENDEE", "ORGANIZER", "CONTACT", "COMMENT", "DESCRIPTION"), "37"),
}
"""What has no place there, and the rule that says so."""
VALUES = {
    "UID": ("20", UUID),
    "DTSTAMP": ("21", UTC_TIME),
    "SEQUENCE": ("22", re.compile(r"\d+")),
    "SUMMARY": ("03", re.compile(r".*\S.*")),
    "STATUS": ("31", re.compile("CONFIRMED|TENTATIVE|CANCELLED")),
    "TRANSP": ("31", re.compile("OPAQUE|TRANSPARENT")),
    "X-MICROSOFT-CDO-BUSYSTATUS": ("31", re.compile("FREE|TENTATIVE|BUSY")),
    "CLASS": ("34", re.compile("PRIVATE")),
}
"""What every event has once, and how it looks."""


def faults(body: bytes) -> list[str]:
    """Every rule that a subscription breaks, as "CAL-nn what"; empty for a sound one."""
    found = list(of_lines(body))
    try:
        calendar = read(body)
    except ValueError as fault:
        return [*found, f"CAL-01 {fault}"]
    found += [*of_texts(calendar), *of_calendar(calendar), *of_zones(calendar)]
    for event in calendar.named("VEVENT"):
        found += [*of_event(event), *of_times(calendar, event)]
    return found


def of_lines(body: bytes) -> Iterator[str]:
    """The bytes themselves."""
    if body.startswith(b"\xef\xbb\xbf"):
        yield "CAL-01 a byte order mark"
    if len(body) > 1_000_000:
        yield "CAL-41 more than a megabyte"
    for line in body.split(b"\r\n"):
        if len(line) > 75:
            yield f"CAL-02 {len(line)} octets in {line[:30]!r}"
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"CAL-02 folded within a character: {line[:30]!r}"
            continue
        if LINE_BREAKERS.search(text):
            yield f"CAL-03 a character that breaks lines: {text[:30]!r}"
        elif CONTROLS.search(text):
            yield f"CAL-01 a control character: {text[:30]!r}"


def of_texts(calendar: Component) -> Iterator[str]:
    """Escaping, and what may stand in a parameter."""
    for each in (each for part in calendar.walk() for each in part.properties):
        if each.name in TEXTS and not ESCAPED.fullmatch(each.value):
            yield f"CAL-03 not escaped: {each.value!r}"
        if any("^" in value for value in each.parameters.values()):
            yield f"CAL-04 {each.name} has the parameters {each.parameters}"


def of_calendar(calendar: Component) -> Iterator[str]:
    """The calendar's own properties, and what it consists of."""
    for name in ("VERSION", "CALSCALE", "PRODID"):
        if len(calendar.all(name)) != 1:
            yield f"CAL-05 {name} is not there once"
    if any(part.preceded_by != len(calendar.properties) for part in calendar.parts):
        yield "CAL-05 a property after a component"
    if not calendar.value("NAME") or calendar.value("NAME") != calendar.value("X-WR-CALNAME"):
        yield "CAL-07 no name, or two"
    if calendar.value("COLOR") and not calendar.value("COLOR").isalpha():
        yield "CAL-07 a colour goes by its name"
    yield from (
        f"CAL-{rule} {name} stands here" for name, rule in OF_THE_CALENDAR.items() if calendar.all(name)
    )
    if not calendar.value("REFRESH-INTERVAL") == calendar.value("X-PUBLISHED-TTL") == "PT1H":
        yield "CAL-09 not the same period twice"
    if not calendar.named("VEVENT"):
        yield "CAL-10 no event"
    if {part.name for part in calendar.parts} - {"VEVENT", "VTIMEZONE"}:
        yield "CAL-39 something that is neither event nor zone"
    uids = Counter(event.value("UID") for event in calendar.named("VEVENT"))
    yield from (f"CAL-20 {uid} twice" for uid, number in uids.items() if number > 1)


def of_zones(calendar: Component) -> Iterator[str]:
    """Each zone is a place, is declared once and used, and is one rule for winter and one for summer, or fixed."""
    used = {p.parameters.get("TZID") for event in calendar.named("VEVENT") for p in event.properties} - {None}
    names = [zone.value("TZID") for zone in calendar.named("VTIMEZONE")]
    if sorted(names) != sorted(str(name) for name in used):
        yield f"CAL-23 declared are {names}, used are {used}"
    yield from (f"CAL-26 {name} is no zone" for name in names if name not in available_timezones())
    for zone in calendar.named("VTIMEZONE"):
        kinds = [part.name for part in zone.parts]
        rules = [YEARLY.fullmatch(part.value("RRULE")) for part in zone.parts]
        if not (kinds == ["STANDARD"] and not zone.parts[0].all("RRULE")) and not (
            sorted(kinds) == ["DAYLIGHT", "STANDARD"] and all(rules)
        ):
            yield f"CAL-24 {zone.value('TZID')} is no pair of yearly rules: {kinds}"
        for part in zone.parts:
            if not part.value("DTSTART").startswith("1970") or part.all("RDATE"):
                yield f"CAL-24 {zone.value('TZID')} has history"


def of_event(event: Component) -> Iterator[str]:
    """What every event has, and what none has."""
    for name, (rule, form) in VALUES.items():
        if len(event.all(name)) != 1 or not form.fullmatch(event.value(name)):
            yield f"CAL-{rule} {name} is {event.value(name)!r}, or not there once"
    yield from (f"CAL-{rule} {name} stands here" for name, rule in OF_AN_EVENT.items() if event.all(name))
    for name in ("CREATED", "LAST-MODIFIED"):
        if event.all(name) and not UTC_TIME.fullmatch(event.value(name)):
            yield f"CAL-21 {name} is {event.value(name)!r}"
    if event.value("STATUS") == "CANCELLED" and not event.value("SUMMARY").startswith("CANCELLED: "):
        yield "CAL-32 cancelled, and the title does not say so"
    if event.value("STATUS") == "CANCELLED" and event.value("TRANSP") != "TRANSPARENT":
        yield "CAL-32 cancelled, and still busy"
    if (event.value("TRANSP") == "TRANSPARENT") != (event.value("X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"):
        yield "CAL-31 two words for one thing"
    if re.search(r"[\s<>\"\\^`{|}]", event.value("URL")):
        yield f"CAL-36 no address: {event.value('URL')!r}"
    if event.parts:
        yield f"CAL-38 {event.parts[0].name} within an event"


def of_times(calendar: Component, event: Component) -> Iterator[str]:
    """A beginning and a later end, both whole days or both instants that the calendar itself can tell."""
    if [len(event.all(name)) for name in ("DTSTART", "DTEND")] != [1, 1]:
        yield "CAL-28 not one beginning and one end"
        return
    start, end = event.all("DTSTART")[0], event.all("DTEND")[0]
    whole_days = start.parameters.get("VALUE") == "DATE"
    try:
        later = instant_of(calendar, end) > instant_of(calendar, start)
    except (ValueError, LookupError) as fault:
        yield f"CAL-23 {fault}"
        return
    if whole_days != (end.parameters.get("VALUE") == "DATE") or not later:
        yield f"CAL-{'27' if whole_days else '28'} ends {end.value}, begins {start.value}"
    if whole_days and event.value("TRANSP") != "TRANSPARENT":
        yield "CAL-31 whole days that are busy"
