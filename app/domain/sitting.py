"""What is said of a round or meeting, as facts, and which change of it a calendar must take over."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from app.domain.commitment import OwedBy
from app.domain.errors import RuleBroken
from app.domain.lasting_date import lasting
from app.domain.meeting import Level, MeetingFormat, MeetingKind, Standing
from app.domain.sitting_time import SaidTime, times_of
from app.domain.stated_date import StatedDate

NOBODY_KNOWS = StatedDate("")
TELLS_CALENDARS = frozenset(
    {
        "title", "standing", "stated", "starts_on", "ends_on", "precision", "starts_wall", "ends_wall", "starts_at",
        "zone", "city", "place", "marking",
    }
)  # fmt: skip
"""Columns whose change raises the revision, so that calendars take it over (RFC 5546, section 2.1.4)."""


@dataclass(frozen=True)
class SittingFacts:
    """The fields that a round and a meeting have in common; times are wall times in `zone` (an IANA name).

    `second_time` says which of two equal wall times is meant in the hour that comes twice (None: not said).
    """

    title: str
    when: StatedDate = NOBODY_KNOWS
    starts: time | None = None
    ends: time | None = None
    zone: str = ""
    second_time: bool | None = None
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
    """A meeting with its place in the record, and what was typed of people, promise and next step.

    `ours`, `theirs` and `follow_up` are lines as somebody wrote them, to be read and shown back.
    """

    meeting: MeetingFacts
    partner_ref: str
    dialogue_ref: str = ""
    round_ref: str = ""
    theirs: str = ""
    ours: str = ""
    follow_up: str = ""
    commitment: str = ""
    owed_by: OwedBy = OwedBy.OURS


@dataclass(frozen=True)
class MoveFacts:
    """Another day, time or place for what lies ahead; what is empty was not said."""

    when: StatedDate
    starts: time | None = None
    ends: time | None = None
    zone: str = ""
    second_time: bool | None = None
    city: str = ""
    place: str = ""
    standing: Standing = Standing.PLANNED
    because: str = ""


def when_columns(when: StatedDate, said: SaidTime, today: date) -> dict[str, Any]:
    """A date and a time of day as the columns that keep them; “yesterday” is kept as the day that it was."""
    return {
        "stated": lasting(when, today).stated,
        "starts_on": when.start,
        "ends_on": when.end,
        "precision": when.precision,
        **times_of(when, said),
    }


def columns_of(facts: SittingFacts, zone: str, today: date) -> dict[str, Any]:
    """The facts as the columns that a round and a meeting share; `zone` is the one in which the times are meant."""
    said = SaidTime(facts.starts, facts.ends, zone, facts.second_time)
    return {
        "title": facts.title,
        "standing": facts.standing,
        "city": facts.city,
        "place": facts.place,
        "format": facts.format,
        "level": facts.level,
        "chatham_house": facts.chatham_house,
        "summary": facts.summary,
        "because": facts.because,
        "marking": facts.marking,
        **when_columns(facts.when, said, today),
    }


def tells_calendars(before: Any, columns: dict[str, Any]) -> bool:
    """True if the change is one that a calendar must take over."""
    return any(name in columns and getattr(before, name) != columns[name] for name in TELLS_CALENDARS)


def held_needs_past(standing: Standing, when: StatedDate, today: date) -> None:
    """What was held has begun: RuleBroken on `standing` for a day that is still to come."""
    if standing is Standing.HELD and when.start is not None and when.start > today:
        raise RuleBroken("standing", "This day is still to come: choose planned or confirmed.")
