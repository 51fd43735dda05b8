"""A round or meeting in the words of a letter: its day, its time on both sides' walls, the times that are offered."""

from datetime import datetime, timedelta
from typing import Any

from app import queries
from app.domain.both_clocks import clocks
from app.domain.sitting_time import end_as_said
from app.domain.stated_date import StatedDate, say
from app.domain.wall_time import in_zone
from app.services.unit_of_work import UnitOfWork


def titled(sitting: Any, label: str) -> str:
    """The title as a calendar shows it, with its marking."""
    return f"[{label}] {sitting.title}" if label else str(sitting.title)


def day_of(sitting: Any) -> str:
    """Its day in words, with the day of the week where it is one."""
    if sitting.starts_on is None:
        return ""
    if sitting.starts_on == sitting.ends_on:
        return f"{sitting.starts_on:%A} {sitting.starts_on.day} {sitting.starts_on:%B %Y}"
    return say(StatedDate("", sitting.starts_on, sitting.ends_on, sitting.precision))


def times(sitting: Any, office_zone: str) -> tuple[str, ...]:
    """Its time on each side's wall, with how far each is from UTC; nothing where only the day is known."""
    if sitting.starts_at is None:
        return ()
    partner = sitting.partner if sitting.__tablename__ == "meeting" else sitting.dialogue.partner
    places = [
        (sitting.zone or office_zone, sitting.city),
        (office_zone, ""),
        *((zone, partner.capital) for zone in partner.zones[:1]),
    ]
    ends = sitting.ends_at if end_as_said(sitting) is not None else None
    said = clocks(sitting.starts_at, ends, places)
    zones = dict.fromkeys(zone for zone, _ in places)
    return tuple(
        f"{line} ({offset(sitting.starts_at, zone)})" for line, zone in zip(said, zones, strict=True)
    )


def offset(instant: datetime, zone: str) -> str:
    """How far a zone's wall is from UTC at an instant: UTC+5:30."""
    minutes = round((in_zone(instant, zone).utcoffset() or timedelta(0)).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def times_offered(work: UnitOfWork, sitting: Any) -> tuple[str, ...]:
    """The times that are offered, each on both sides' walls."""
    office = work.one(queries.officers.office())
    return tuple(
        said_of_slot(slot, sitting, office.zone) for slot in work.all(queries.slots.of_sitting(sitting))
    )


def said_of_slot(slot: Any, sitting: Any, office_zone: str) -> str:
    """An offered time in words: “Thu 3 December 2026, 10:00–11:30 Tokyo, 02:00–03:30 Brussels”."""
    partner = sitting.partner if sitting.__tablename__ == "meeting" else sitting.dialogue.partner
    places = [(slot.zone, ""), (office_zone, ""), *((zone, partner.capital) for zone in partner.zones[:1])]
    day = slot.starts_wall
    return ", ".join([f"{day:%a} {day.day} {day:%B %Y}", *clocks(slot.starts_at, slot.ends_at, places)])
