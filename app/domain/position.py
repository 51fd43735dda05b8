"""Where a partner stands: on a process or a topic, or towards a convention; the latest that holds on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.due import read_at
from app.domain.errors import RuleBroken

OF_A_TOPIC = "topic:"
"""How what a position is about begins, where that is a topic and no process."""


def about_topic(code: str) -> str:
    """What a position on this topic is about."""
    return f"{OF_A_TOPIC}{code}"


def process_and_topic(about: str) -> tuple[str, str]:
    """The code of the process and that of the topic, one of them ""."""
    topic = about.removeprefix(OF_A_TOPIC)
    return ("", topic) if topic != about else (about, "")


class Stand(StrEnum):
    """What a partner says of a process; unknown is also what nobody has noted."""

    SUPPORTS = "supports"
    OPEN = "open"
    OPPOSES = "opposes"
    UNKNOWN = "unknown"


class Bond(StrEnum):
    """What binds a partner to a convention; unknown is also what nobody has noted."""

    PARTY = "party"
    SIGNATORY = "signatory"
    INVITED = "invited"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PositionFacts:
    """A position as somebody voiced it, on a process or else on a `topic`.

    `said_on` is a date in words, `marking` a rank.
    """

    process: str
    stand: Stand
    said_on: str
    marking: int
    sentence: str = ""
    source: str = ""
    topic: str = ""


@dataclass(frozen=True)
class AccessionFacts:
    """What binds a partner to a convention since a day; `since` is a date in words."""

    convention: str
    bond: Bond
    since: str
    sentence: str = ""
    source: str = ""


class Noted(Protocol):
    """What the rule reads of a position or an accession."""

    @property
    def id(self) -> int: ...

    @property
    def partner_id(self) -> int: ...

    @property
    def about(self) -> str: ...

    @property
    def day(self) -> date: ...

    @property
    def struck_at(self) -> datetime | None: ...


N = TypeVar("N", bound=Noted)


def read_day(stated: str, today: date, field: str) -> date:
    """The day from which it is known to hold: the last one that the words allow, but none ahead.

    RuleBroken on `field` for words without a date, and for a day that has not come.
    """
    found = read_at(stated, today, field)
    if found.start is None or found.end is None:
        raise RuleBroken(field, "Give the date: 3 December 2026, May 2026, or 2024.")
    if found.start > today:
        raise RuleBroken(field, "This day has not come. Note it when it is so.")
    return min(found.end, today)


def holding(noted: Iterable[N], day: date) -> dict[tuple[int, str], N]:
    """What held at the end of a day, per partner and process (or convention).

    The latest by its own date holds, of one day the one noted last; what was corrected never held.
    """
    found: dict[tuple[int, str], N] = {}
    for each in noted:
        if each.struck_at is not None or each.day > day:
            continue
        before = found.get((each.partner_id, each.about))
        if before is None or (before.day, before.id) < (each.day, each.id):
            found[(each.partner_id, each.about)] = each
    return found
