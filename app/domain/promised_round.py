"""The next round as it was promised, against the one that is planned; and what needs looking at first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.cadence import Rhythm

WORDS = ("round", "dialogue", "edition", "consultation", "meeting", "session")
NEXT = re.compile(rf"\bnext\b[^.;,]{{0,60}}?\b(?:{'|'.join(WORDS)})", re.IGNORECASE)
HOLDS = re.compile(
    r"\b(?:hold|held|convene|host|meet|organi[sz]e|schedule|take place|reconvene|plan)\w*\b", re.IGNORECASE
)
FIRST = (Rhythm.SLIPPED, Rhythm.DORMANT, Rhythm.NOT_YET, Rhythm.NOT_STATED, Rhythm.KEPT)


class Plan(StrEnum):
    """How the next round stands against what was promised of it."""

    PLANNED = "promised and planned"
    NOT_PLANNED = "promised, not planned"
    LATER = "planned later than promised"
    UNPROMISED = "planned"
    NOTHING = "nothing promised, none planned"


EXCEPTIONS = frozenset({Plan.NOT_PLANNED, Plan.LATER})


@dataclass(frozen=True)
class Promise:
    """What was said of the next round: in which words, by which day (None if none was), and where it stands."""

    words: str
    by: date | None
    kind: str
    ref: str


def names_next_round(text: str) -> bool:
    """True if a text names a next round, in any of the usual words: a step may be due by it."""
    return bool(NEXT.search(text))


def promises_next_round(sentence: str) -> bool:
    """True if a sentence undertakes to hold a next round, and not only to do something for it."""
    found = NEXT.search(sentence)
    held = HOLDS.search(sentence)
    return bool(found and held)


def plan_of(promises: Sequence[Promise], planned: date | None) -> Plan:
    """The next round's standing; `planned` is the last day that its date can mean.

    Where several promises name a day, the latest counts: later words stand for earlier ones.
    """
    if not promises:
        return Plan.NOTHING if planned is None else Plan.UNPROMISED
    if planned is None:
        return Plan.NOT_PLANNED
    days = [promise.by for promise in promises if promise.by is not None]
    return Plan.LATER if days and planned > max(days) else Plan.PLANNED


def urgency(rhythm: Rhythm, plan: Plan) -> tuple[int, int]:
    """What comes first on the page: a slipped or dormant rhythm, then a promise that is not planned."""
    return FIRST.index(rhythm), 0 if plan in EXCEPTIONS else 1


def is_exception(rhythm: Rhythm, plan: Plan) -> bool:
    """True if somebody should look at it."""
    return rhythm in {Rhythm.SLIPPED, Rhythm.DORMANT} or plan in EXCEPTIONS
