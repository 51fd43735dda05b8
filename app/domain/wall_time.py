"""Wall time, zone and instant: what was agreed is the wall time, the instant is derived from it."""

import re
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from app.domain.errors import RuleBroken

CLOCK = re.compile(r"(\d{1,2})(?:[.:h](\d{2})?|(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|hrs|hours)?", re.IGNORECASE)
WORDS = {"noon": time(12), "midday": time(12), "12 noon": time(12), "midnight": time(0)}
OLD_NAMES = ("Etc/", "SystemV/", "US/", "posix", "right/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@cache
def all_names() -> frozenset[str]:
    """Every name of a zone, the old aliases too; asked once, because asking means walking the time zone files."""
    return frozenset(available_timezones())


@cache
def known_zones() -> tuple[str, ...]:
    """The zones that one may choose: IANA names of places, and UTC; the old aliases are understood but not offered."""
    places = {zone for zone in all_names() if "/" in zone and not zone.startswith(OLD_NAMES)}
    return ("UTC", *sorted(places))


def zone_of(name: str) -> ZoneInfo:
    """The zone of this IANA name; RuleBroken on `zone` if there is none."""
    if name not in all_names():
        raise RuleBroken("zone", f"There is no time zone “{name[:60]}”; one is written like Europe/Brussels.")
    return ZoneInfo(name)


def city_of(zone: str) -> str:
    """The place in a zone's name: Asia/Tokyo → Tokyo."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def read_time(text: str) -> time:
    """A time of day as people write it ("15:00", "3 pm", "9.30", "1500", "noon"); RuleBroken on `time` otherwise."""
    if (named := WORDS.get(text.strip().lower())) is not None:
        return named
    wrong = RuleBroken("time", f"“{text[:40]}” is no time of day; write 15:00, 9.30 or 3 pm.")
    match = CLOCK.fullmatch(text.strip())
    if not match:
        raise wrong
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    half = (match[4] or "").replace(".", "").lower()
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            raise wrong
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise wrong
    return time(hour, minute)


def to_utc(wall: datetime, zone: str, fold: int | None = None) -> datetime:
    """The instant (UTC) of a naive wall time in a zone.

    Where clocks go forward some wall times do not exist; where they go back some come twice. RuleBroken on
    `time` says so; `fold` 0 or 1 chooses the first or the second of two.
    """
    place = zone_of(zone)
    first, second = wall.replace(tzinfo=place, fold=0), wall.replace(tzinfo=place, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    if first.astimezone(UTC).astimezone(place).replace(tzinfo=None) != wall:
        raise RuleBroken(
            "time",
            f"{wall:%H:%M} does not exist in {city_of(zone)} on {wall.day} {wall:%B %Y}: the clocks go forward. "
            f"Choose {beside(first, second)}.",
        )
    if fold is None:
        raise RuleBroken(
            "time",
            f"{wall:%H:%M} comes twice in {city_of(zone)} on {wall.day} {wall:%B %Y}: the clocks go back. "
            "Say whether the first or the second is meant, or choose another time.",
        )
    return (second if fold else first).astimezone(UTC)


def beside(first: datetime, second: datetime) -> str:
    """The times that stand as far before and after the change, with their day if it is another (gaps at midnight)."""
    gap = (first.utcoffset() or timedelta(0)) - (second.utcoffset() or timedelta(0))
    near = [first - abs(gap), first + abs(gap)]
    words = [f"{at:%H:%M}" + (f" on {at.day} {at:%B}" if at.date() != first.date() else "") for at in near]
    return " or ".join(words)


def in_zone(instant: datetime, zone: str) -> datetime:
    """An aware instant as the clock on the wall of a zone shows it (aware); ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("An instant without its zone could be anything.")
    return instant.astimezone(zone_of(zone))
