"""The time of day of a round or meeting: agreed on the wall, derived as an instant."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Protocol

from app.domain.errors import RuleBroken
from app.domain.stated_date import Precision, StatedDate
from app.domain.wall_time import to_utc, zone_of

ASSUMED = timedelta(hours=1)
"""How long calendars let something last of which only the beginning was said."""
TO_THE_DAY = frozenset({Precision.DAY, Precision.SPAN})


@dataclass(frozen=True)
class SaidTime:
    """From when to when on the clocks of a zone; `second` chooses in the hour that comes twice (None: not said)."""

    starts: time | None
    ends: time | None
    zone: str
    second: bool | None = None


class Timed(Protocol):
    """What the rules read of a round or meeting; wall times are naive, `starts_at` is an aware instant."""

    @property
    def starts_wall(self) -> datetime | None: ...

    @property
    def ends_wall(self) -> datetime | None: ...

    @property
    def zone(self) -> str: ...

    @property
    def starts_at(self) -> datetime | None: ...


def times_of(when: StatedDate, said: SaidTime) -> dict[str, Any]:
    """The columns of the time of day: wall times, zone, and the instants derived from them (UTC).

    A time needs a day (RuleBroken on `when`); an end needs a beginning and lies after it (RuleBroken on `ends`);
    a time that no clock shows, or shows twice, is refused on `starts` or `ends`; an unknown zone on `zone`.
    """
    if said.zone:
        zone_of(said.zone)
    if said.starts is None:
        if said.ends is not None:
            raise RuleBroken("ends", "Give the time at which it begins, too.")
        empty = dict.fromkeys(("starts_wall", "ends_wall", "starts_at", "ends_at"))
        return {**empty, "zone": said.zone}
    if when.start is None or when.precision not in TO_THE_DAY:
        raise RuleBroken(
            "when", "A time of day needs a day: give the date to the day, or leave the time out."
        )
    starts = datetime.combine(when.start, said.starts)
    starts_at = instant(starts, said, "starts")
    if said.ends is None:
        ends_at = starts_at + ASSUMED
        ends = ends_at.astimezone(zone_of(said.zone)).replace(tzinfo=None)
    else:
        ends = datetime.combine(when.end or when.start, said.ends)
        ends_at = instant(ends, said, "ends")
    if ends_at <= starts_at:
        raise RuleBroken("ends", "The end is not after the beginning.")
    return {
        "starts_wall": starts, "ends_wall": ends, "starts_at": starts_at, "ends_at": ends_at, "zone": said.zone,
    }  # fmt: skip


def instant(wall: datetime, said: SaidTime, field: str) -> datetime:
    """The instant of a wall time; what is wrong with it is said at `field`."""
    try:
        return to_utc(wall, said.zone, None if said.second is None else int(said.second))
    except RuleBroken as broken:
        raise RuleBroken(field, broken.message) from broken


def end_as_said(sitting: Timed) -> datetime | None:
    """The wall time of the end, or None where only the beginning was said."""
    if sitting.starts_wall is None or sitting.ends_wall is None:
        return None
    return None if sitting.ends_wall - sitting.starts_wall == ASSUMED else sitting.ends_wall


def which_of_two(sitting: Timed) -> bool | None:
    """True for the second of two equal wall times, False for the first, None where the clocks show it once."""
    if sitting.starts_wall is None or sitting.starts_at is None or not sitting.zone:
        return None
    place = zone_of(sitting.zone)
    first, second = (sitting.starts_wall.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    # compared in UTC: a time that comes twice equals none of another zone (PEP 495)
    return None if first.utcoffset() == second.utcoffset() else sitting.starts_at == second.astimezone(UTC)


def instants_by_the_rules(sitting: Timed) -> dict[str, datetime]:
    """The instants (UTC) of its wall times by the rules that its zone has now; empty where no time was agreed.

    What was agreed is the time on the wall. Where the rules make it one that comes twice, the one that was meant stays
    meant; where they make it one that no clock shows, it is read as if the clocks had not gone forward (PEP 495).
    """
    if sitting.starts_wall is None or sitting.ends_wall is None or not sitting.zone:
        return {}
    place, fold = zone_of(sitting.zone), 1 if which_of_two(sitting) else 0
    starts = sitting.starts_wall.replace(tzinfo=place, fold=fold).astimezone(UTC)
    ends = sitting.ends_wall.replace(tzinfo=place, fold=fold).astimezone(UTC)
    return {"starts_at": starts, "ends_at": ends}
