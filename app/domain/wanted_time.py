"""What is looked for when a time is to be found: places, people, weeks; and what is proposed."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time

Span = tuple[datetime, datetime]
"""From an instant up to another (UTC)."""


@dataclass(frozen=True)
class Place:
    """A place at which somebody works: its zone (an IANA name), its hours on the wall, and when it rests.

    `holidays` have their names; `unknown` names the sides of which nobody knows whether they have any.
    """

    name: str
    zone: str
    opens: time = time(9)
    closes: time = time(18)
    holidays: Mapping[date, str] = field(default_factory=dict)
    weekend: Set[int] = frozenset({5, 6})
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody to be there, and when they are busy (UTC; in order, not overlapping: see `merged`)."""

    name: str
    busy: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Taken:
    """Days that a meeting had better stay away from: a session, a high-level week. The last day is included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class Wanted:
    """What is looked for: so many minutes, from a day to a day (both included), on the wall of the first place."""

    places: tuple[Place, ...]
    people: tuple[Person, ...]
    first: date
    last: date
    minutes: int
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A time with its reasons: `walls` is it on each place's wall, `against` what speaks against it, in words.

    `rests` is True if somebody's day of rest is among them; `weight` is what it is ranked by (see `proposals`).
    """

    starts_at: datetime
    ends_at: datetime
    walls: tuple[str, ...]
    day: date
    busy: tuple[str, ...]
    against: tuple[str, ...]
    for_it: tuple[str, ...]
    rests: bool
    weight: tuple[int, int, int]
