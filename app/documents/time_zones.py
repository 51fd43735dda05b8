"""Time zones as calendars want them: one winter rule and one summer rule, taken from the zone's own data."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@cache
def changes(
    zone: str, first_year: int, last_year: int
) -> tuple[tuple[datetime, timedelta, timedelta, str], ...]:
    """Each change of the clocks: (instant in UTC, offset before, offset after, name after)."""
    place = ZoneInfo(zone)
    found = []
    at, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        later = at + timedelta(days=1)
        before, after = at.astimezone(place).utcoffset(), later.astimezone(place).utcoffset()
        if before != after and before is not None and after is not None:
            low, high = at, later
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                middle = middle.replace(second=0, microsecond=0)
                if middle.astimezone(place).utcoffset() == before:
                    low = middle
                else:
                    high = middle
            found.append((high, before, after, high.astimezone(place).tzname() or ""))
        at = later
    return tuple(found)


def rule_of(wall: datetime) -> tuple[int, str, int]:
    """A change as a yearly rule: month, weekday with its place in the month (-1SU), and the time in minutes."""
    last = (wall + timedelta(days=7)).month != wall.month
    number = -1 if last else (wall.day - 1) // 7 + 1
    return wall.month, f"{number}{WEEKDAYS[wall.weekday()]}", wall.hour * 60 + wall.minute


@cache
def is_regular(zone: str, first_year: int, last_year: int) -> bool:
    """True if the zone has no change in these years, or the same two every year: what a rule can say."""
    found = changes(zone, first_year, last_year)
    if not found:
        return True
    rules = {(rule_of((at + before).replace(tzinfo=None)), before, after) for at, before, after, _ in found}
    return len(rules) == 2 and len(found) == 2 * (last_year - first_year + 1)


def component(zone: str, first_year: int, last_year: int) -> Timezone:
    """The VTIMEZONE (RFC 5545, section 3.6.5) of a regular zone."""
    found = Timezone()
    found.add("TZID", zone)
    now = datetime(first_year, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone))
    seen = changes(zone, first_year, first_year)
    if not seen:
        fixed = TimezoneStandard()
        offset = now.utcoffset()
        describe(fixed, datetime(1970, 1, 1), offset, offset, now.tzname() or zone)
        found.add_component(fixed)
        return found
    for at, before, after, name in sorted(seen, key=lambda change: change[2]):
        observance = TimezoneDaylight() if after > before else TimezoneStandard()
        wall = (at + before).replace(tzinfo=None)
        month, day, minutes = rule_of(wall)
        start = first_in_1970(month, day).replace(hour=minutes // 60, minute=minutes % 60)
        describe(observance, start, before, after, name)
        observance.add("RRULE", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": day}))
        found.add_component(observance)
    return found


def describe(observance: object, start: datetime, before: object, after: object, name: str) -> None:
    """The four properties that an observance must have."""
    observance.add("DTSTART", start)  # type: ignore[attr-defined]
    observance.add("TZOFFSETFROM", before)  # type: ignore[attr-defined]
    observance.add("TZOFFSETTO", after)  # type: ignore[attr-defined]
    observance.add("TZNAME", name)  # type: ignore[attr-defined]


def first_in_1970(month: int, day: str) -> datetime:
    """The day of 1970 that a rule names: the beginning that every program understands."""
    number, weekday = int(day[:-2]), WEEKDAYS.index(day[-2:])
    days = [
        datetime(1970, month, 1) + timedelta(days=n)
        for n in range(31)
        if (datetime(1970, month, 1) + timedelta(days=n)).month == month
    ]
    right = [each for each in days if each.weekday() == weekday]
    return right[number if number < 0 else number - 1]
