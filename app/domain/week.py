"""A week on the clocks of one place: on which of its days a moment falls, and in which order a day is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")
DAYS = 7


@dataclass(frozen=True)
class OnWeek(Generic[T]):
    """Something that has a place in a week: whole days (the last included), or aware instants where they are known."""

    item: T
    first: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True)
class Placed(Generic[T]):
    """It on one of its days: `hours` as the clocks there show them ("10:00–11:30"), "" for the whole day.

    `goes_on` is true on every day but the first.
    """

    item: T
    hours: str = ""
    goes_on: bool = False


def monday_of(day: date) -> date:
    """The Monday of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def week_named(name: str) -> date | None:
    """The Monday of a week written as 2026-W48 (ISO 8601, week dates); None for anything else."""
    year, mark, week = name.partition("-W")
    if not (mark and year.isascii() and year.isdigit() and week.isascii() and week.isdigit()):
        return None
    if not 1990 <= int(year[:4]) <= 2200 or len(year) != 4 or len(week) > 2:
        return None
    try:
        return date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None


def name_of(day: date) -> str:
    """The week of a day as it is written: 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def placed(things: Iterable[OnWeek[T]], monday: date, zone: str) -> list[list[Placed[T]]]:
    """For each day from Monday what falls on it: whole days first, then by the hour on the clocks of `zone`."""
    found: list[list[tuple[datetime | None, Placed[T]]]] = [[] for _ in range(DAYS)]
    for thing in things:
        first, last, starts, ends = on_clocks(thing, ZoneInfo(zone))
        for number in range(DAYS):
            day = monday + timedelta(days=number)
            if not first <= day <= last:
                continue
            if starts is None or day > first:
                found[number].append((None, Placed(thing.item, goes_on=day > first)))
            else:
                till = f"–{ends:%H:%M}" if ends is not None and last == first else ""
                found[number].append((starts, Placed(thing.item, f"{starts:%H:%M}{till}")))
    return [[one for _, one in sorted(day, key=hour)] for day in found]


def hour(entry: tuple[datetime | None, object]) -> str:
    """Where an entry stands in its day: by the clock there, whole days first."""
    starts = entry[0]
    return starts.strftime("%H:%M:%S") if starts is not None else ""


def on_clocks(thing: OnWeek[T], place: ZoneInfo) -> tuple[date, date, datetime | None, datetime | None]:
    """Its first and last day there, and its times there; what ends at midnight ends with the day before."""
    if thing.starts is None:
        return thing.first, thing.last, None, None
    starts = thing.starts.astimezone(place)
    ends = thing.ends.astimezone(place) if thing.ends is not None else None
    last = (ends - timedelta(microseconds=1)).date() if ends is not None else starts.date()
    return starts.date(), max(last, starts.date()), starts, ends
