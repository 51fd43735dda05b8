"""What speaks against a day before it is planned: the room, the heads of delegation, days of rest, whoever is away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.search_words import fold

MOST_NAMED = 3
"""So many holidays of a side are named; a delegation that stays longer knows."""


@dataclass(frozen=True)
class Sat:
    """A round or meeting as the rule reads it: its days, its times (UTC) if they are known, its room, its heads."""

    title: str
    first: date
    last: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    city: str = ""
    place: str = ""
    heads: frozenset[str] = frozenset()


def at_once(one: Sat, other: Sat) -> bool:
    """True if both take place at the same time: by the minute where both times are known, else by the day."""
    if one.starts_at and one.ends_at and other.starts_at and other.ends_at:
        return one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return one.first <= other.last and other.first <= one.last


def clashes(one: Sat, others: Iterable[Sat]) -> list[str]:
    """Rooms and heads of delegation that another round or meeting has at the same time, in sentences."""
    found = []
    for other in others:
        if not at_once(one, other):
            continue
        if one.place and fold(one.place) == fold(other.place) and fold(one.city) == fold(other.city):
            found.append(f"{one.place} is taken then: {other.title}.")
        both = {fold(name) for name in one.heads} & {fold(name) for name in other.heads}
        found += [
            f"{name} heads a delegation elsewhere then: {other.title}."
            for name in sorted(one.heads)
            if fold(name) in both
        ]
    return found


def rests_then(name: str, holidays: Mapping[date, str], days: Sequence[date]) -> list[str]:
    """Public holidays of a side on these days, in sentences."""
    found = [
        f"Public holiday in {name}: {holidays[day]} ({day.day} {day:%B %Y})."
        for day in days
        if day in holidays
    ]
    return found[:MOST_NAMED]
