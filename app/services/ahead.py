"""What lies ahead: the next rounds and meetings, and what each of them still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import queries
from app.models.round import Meeting, Round
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Coming:
    """A round or meeting ahead: `kind` names its pages, `missing` what it still lacks."""

    sitting: Any
    kind: str
    missing: tuple[str, ...]

    @property
    def starts_on(self) -> date:
        """Its first day."""
        return self.sitting.starts_on  # type: ignore[no-any-return]


def coming(work: UnitOfWork, number: int) -> list[Coming]:
    """The next sittings of all kinds, the nearest first."""
    rounds = work.all(queries.desk.next_rounds(work.today).limit(number))
    meetings = work.all(queries.desk.next_meetings(work.today).limit(number))
    found = [*with_gaps(work, Round, rounds, "rounds"), *with_gaps(work, Meeting, meetings, "meetings")]
    return sorted(found, key=lambda each: (each.starts_on, each.kind, each.sitting.id))[:number]


def with_gaps(work: UnitOfWork, kind: Any, sittings: Sequence[Any], pages: str) -> list[Coming]:
    """Each with what it lacks; two questions for all of them."""
    numbers = [sitting.id for sitting in sittings]
    agendas = set(work.all(queries.desk.agendas(kind, numbers)))
    delegations = set(work.all(queries.desk.delegations(kind, numbers)))
    return [
        Coming(
            sitting,
            pages,
            tuple(
                what
                for what, there in (("an agenda", agendas), ("our delegation", delegations))
                if sitting.id not in there
            ),
        )
        for sitting in sittings
    ]
