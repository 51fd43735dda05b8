"""When and where a round or meeting takes place, as facts, and what a change of them means."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from app.domain.errors import RuleBroken
from app.domain.meeting import Level, MeetingFormat, MeetingKind, Standing
from app.domain.stated_date import Precision, StatedDate
from app.domain.wall_time import to_utc, zone_of

NOBODY_KNOWS = StatedDate("")
TELLS_CALENDARS = frozenset(
    {
        "title",
        "standing",
        "stated",
        "starts_on",
        "ends_on",
        "precision",
        "starts_wall",
        "ends_wall",
        "zone",
        "city",
        "place",
    }
)
"""Columns whose change raises the revision, so that calendars take it over (RFC 5546, section 2.1.4)."""


@dataclass(frozen=True)
class SittingFacts:
    """The fields that a round and a meeting have in common; times are wall times in `zone`."""

    title: str
    when: StatedDate = NOBODY_KNOWS
    starts: time | None = None
    ends: time | None = None
    zone: str = ""
    standing: Standing = Standing.PLANNED
    city: str = ""
    place: str = ""
    format: MeetingFormat = MeetingFormat.UNKNOWN
    level: Level = Level.NOT_STATED
    chatham_house: bool = False
    summary: str = ""
    because: str = ""
    marking: int = 0


@dataclass(frozen=True)
class RoundFacts(SittingFacts):
    """A round: also its number in the dialogue, and what was said of the next one."""

    number: int | None = None
    next_round_stated: str = ""
    note: str = ""


@dataclass(frozen=True)
class MeetingFacts(SittingFacts):
    """A meeting: also what sort it is and a link to join it."""

    kind: MeetingKind = MeetingKind.CONTACT
    link: str = ""


@dataclass(frozen=True)
class Logged:
    """A meeting logged in a minute: the meeting, who was there on each side, a follow-up and a promise, as typed."""

    meeting: MeetingFacts
    partner_ref: str
    dialogue_ref: str = ""
    round_ref: str = ""
    theirs: str = ""
    ours: str = ""
    follow_up: str = ""
    commitment: str = ""
    owed_by: str = "ours"
    officers: tuple[str, ...] = field(default_factory=tuple)


def times_of(facts: SittingFacts, fallback_zone: str) -> dict[str, Any]:
    """The columns of the time of day: wall times, zone, and the instants derived from them (UTC).

    A time needs a day (RuleBroken on `when`), an end needs a start and lies after it (RuleBroken on `ends`).
    """
    empty: dict[str, Any] = {"starts_wall": None, "ends_wall": None, "starts_at": None, "ends_at": None}
    zone = facts.zone or fallback_zone
    zone_of(zone)
    if facts.starts is None:
        if facts.ends is not None:
            raise RuleBroken("ends", "Give the time at which it begins, too.")
        return {**empty, "zone": facts.zone}
    if facts.when.start is None or facts.when.precision not in {Precision.DAY, Precision.SPAN}:
        raise RuleBroken(
            "when", "A time of day needs a day: give the date to the day, or leave the time out."
        )
    start = datetime.combine(facts.when.start, facts.starts)
    last_day = facts.when.end or facts.when.start
    end = datetime.combine(last_day, facts.ends) if facts.ends else start + timedelta(hours=1)
    if end <= start:
        raise RuleBroken("ends", "The end is not after the beginning.")
    return {
        "starts_wall": start,
        "ends_wall": end,
        "starts_at": to_utc(start, zone),
        "ends_at": to_utc(end, zone),
        "zone": zone,
    }


def columns_of(facts: SittingFacts, fallback_zone: str) -> dict[str, Any]:
    """The facts as the columns that a round and a meeting share."""
    return {
        "title": facts.title,
        "stated": facts.when.stated,
        "starts_on": facts.when.start,
        "ends_on": facts.when.end,
        "precision": facts.when.precision,
        "standing": facts.standing,
        "city": facts.city,
        "place": facts.place,
        "format": facts.format,
        "level": facts.level,
        "chatham_house": facts.chatham_house,
        "summary": facts.summary,
        "because": facts.because,
        "marking": facts.marking,
        **times_of(facts, fallback_zone),
    }


def tells_calendars(before: Any, columns: dict[str, Any]) -> bool:
    """True if the change is one that a calendar must take over."""
    return any(name in columns and getattr(before, name) != columns[name] for name in TELLS_CALENDARS)


def held_needs_past(facts: SittingFacts, today: Any) -> None:
    """What was held has begun: RuleBroken on `standing` for a day that is still to come."""
    if facts.standing is Standing.HELD and facts.when.start is not None and facts.when.start > today:
        raise RuleBroken("standing", "This day is still to come: choose planned or confirmed.")
