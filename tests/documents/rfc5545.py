"""A strict reader of calendars, by the letter of the standard; it shares nothing with what writes them.

Programs in use forgive a good deal, each something else. This reader forgives nothing, and evaluates time zones
from the calendar's own words, as a program does that has no zones of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:]*)')
YEARLY = re.compile(r"FREQ=YEARLY;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU);BYMONTH=([1-9]|1[0-2])")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WALL_TIME, WHOLE_DAY = re.compile(r"\d{8}T\d{6}"), re.compile(r"\d{8}")


@dataclass(frozen=True)
class Property:
    """One content line, unfolded."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    """What stands between BEGIN and END; `preceded_by` properties of the whole stood before it."""

    name: str
    preceded_by: int = 0
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return [each for each in self.properties if each.name == name]

    def value(self, name: str) -> str:
        """The first value of that name, or nothing."""
        return next((each.value for each in self.all(name)), "")

    def named(self, name: str) -> list["Component"]:
        """The parts of that name."""
        return [part for part in self.parts if part.name == name]

    def walk(self) -> Iterator["Component"]:
        """The component and everything within it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def read(body: bytes) -> Component:
    """The calendar as a tree; ValueError for what is none."""
    whole = Component("")
    still_open = [whole]
    *lines, rest = body.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    if rest:
        raise ValueError("the last line has no end")
    for line in lines:
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"no content line: {line[:60]!r}")
        name, parameters, value = match.groups()
        if name == "BEGIN":
            part = Component(value, len(still_open[-1].properties))
            still_open[-1].parts.append(part)
            still_open.append(part)
        elif name == "END":
            if still_open.pop().name != value or not still_open:
                raise ValueError(f"END:{value} ends something else")
        else:
            given = {key: text.strip('"') for key, text in PARAMETER.findall(parameters)}
            still_open[-1].properties.append(Property(name, given, value))
    if len(still_open) != 1 or [part.name for part in whole.parts] != ["VCALENDAR"]:
        raise ValueError("not one whole VCALENDAR")
    return whole.parts[0]


def zone_named(calendar: Component, name: str) -> Component:
    """The declared zone of that name; LookupError if there is not exactly one."""
    found = [zone for zone in calendar.named("VTIMEZONE") if zone.value("TZID") == name]
    if len(found) != 1:
        raise LookupError(f"{len(found)} VTIMEZONEs are called {name!r}")
    return found[0]


def moment(text: str, form: re.Pattern[str] = WALL_TIME) -> datetime:
    """A naive time of exactly this form; ValueError otherwise."""
    if not form.fullmatch(text):
        raise ValueError(f"no time: {text[:30]!r}")
    return datetime.fromisoformat(text)


def offset_of(text: str) -> timedelta:
    """An offset from UTC: +0530, -0900."""
    hours, minutes = int(text[1:3]), int(text[3:5])
    return (-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes, seconds=int(text[5:] or 0))


def onsets(observance: Component, year: int) -> Iterator[datetime]:
    """When an observance begins, on the wall clock that it ends: at its DTSTART, and in that year by its rule."""
    first = moment(observance.value("DTSTART"))
    yield first
    rule = YEARLY.fullmatch(observance.value("RRULE"))
    if rule is not None and year > first.year:
        number, weekday, month = int(rule[1]), WEEKDAYS.index(rule[2]), int(rule[3])
        days = [first.replace(year=year, month=month, day=1) + timedelta(days=n) for n in range(31)]
        right = [day for day in days if day.month == month and day.weekday() == weekday]
        yield right[number if number < 0 else number - 1]


def offset_at(zone: Component, wall: datetime) -> timedelta:
    """The offset from UTC at a naive wall time, by the zone's own rules (RFC 5545, section 3.6.5).

    Of a wall time that comes twice the first is meant (section 3.3.5).
    """
    begun = [
        (onset, observance.value("TZOFFSETTO"))
        for observance in zone.parts
        for year in (wall.year - 1, wall.year)
        for onset in onsets(observance, year)
        if onset <= wall
    ]
    return offset_of(max(begun)[1])


def instant_of(calendar: Component, time: Property) -> datetime:
    """The instant (UTC) that a DTSTART or DTEND names; a day is its midnight. ValueError for a floating time."""
    if time.parameters.get("VALUE") == "DATE":
        return moment(time.value, WHOLE_DAY).replace(tzinfo=UTC)
    wall = moment(time.value.removesuffix("Z"))
    if time.value.endswith("Z") and not time.parameters:
        return wall.replace(tzinfo=UTC)
    if time.value.endswith("Z") or set(time.parameters) != {"TZID"}:
        raise ValueError(f"a floating time, or one with a zone too many: {time.value}")
    return (wall - offset_at(zone_named(calendar, time.parameters["TZID"]), wall)).replace(tzinfo=UTC)
