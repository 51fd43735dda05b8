"""The clock on the wall: when a zone's rules change, what is to come keeps its time of day, and its instant moves."""

from datetime import timedelta
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.sitting_time import instants_by_the_rules
from app.models.round import Meeting, Round
from app.services.sittings import rewrite
from app.services.unit_of_work import UnitOfWork

A_DAY = timedelta(days=1)
WORD = "The rules of its time zone changed; the time on the wall stays."
REVISES = {Round: Action.REVISE_ROUND, Meeting: Action.REVISE_MEETING}


def follow_rules(work: UnitOfWork) -> int:
    """Derive the instants of everything that lies ahead anew from its wall time; how many moved.

    Calendars take a move over and guests are told. What was held keeps its instant: it took place then. Run at each
    start, since new time zone data comes with an update (reliability design, R-51).
    """
    moved = 0
    for kind, action in REVISES.items():
        sittings: Any = work.all(queries.schedule.timed_ahead(kind, work.now - A_DAY))
        for sitting in sittings:
            instants = instants_by_the_rules(sitting)
            if any(getattr(sitting, name) != instant for name, instant in instants.items()):
                work.act(action, on=sitting, word=WORD)
                rewrite(work, sitting, instants)
                moved += 1
    return moved
