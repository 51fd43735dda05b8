"""One moment as the clocks of several places show it: 15:00–17:00 Brussels, 23:00–01:00 Tokyo (the next day)."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.wall_time import city_of, in_zone


def clocks(starts: datetime, ends: datetime | None, places: Sequence[tuple[str, str]]) -> list[str]:
    """The times (aware instants) in each place, given as (zone, its name or ""); the first is the one agreed.

    A zone is said once; a day that is another one than in the first place is said with it.
    """
    agreed = in_zone(starts, places[0][0]).date()
    said: dict[str, str] = {}
    for zone, name in places:
        if zone in said:
            continue
        here = in_zone(starts, zone)
        till = f"–{in_zone(ends, zone):%H:%M}" if ends is not None else ""
        said[zone] = f"{here:%H:%M}{till} {name or city_of(zone)}{other_day((here.date() - agreed).days)}"
    return list(said.values())


def other_day(days: int) -> str:
    """Which day it is there, seen from the place agreed; "" for the same."""
    near = {0: "", 1: " (the next day)", -1: " (the day before)"}
    return near.get(days, f" ({abs(days)} days {'later' if days > 0 else 'before'})")
