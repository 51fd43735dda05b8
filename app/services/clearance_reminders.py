"""Clearances that fall due: who has not answered is reminded once, the author is told once that the time is over."""

from collections.abc import Sequence
from datetime import datetime

from app import queries
from app.domain.clearance import LOOKED_AHEAD, LOOKED_BACK, remind_at
from app.domain.deadline import DaysOff
from app.domain.letter import LetterKind
from app.models.clearance import Clearing
from app.models.officer import Officer
from app.services.days_off import of_own_side
from app.services.outbox import envelope
from app.services.unit_of_work import UnitOfWork

Wanted = tuple[LetterKind, int]
"""What sort of letter, to which officer."""


def queue_due(work: UnitOfWork) -> int:
    """Queue what is to be said by now; how many letters. Called twice, it queues nothing more."""
    soon = work.all(queries.clearances.unanswered(work.now, work.now + LOOKED_AHEAD))
    over = work.all(queries.clearances.unanswered(work.now - LOOKED_BACK, work.now))
    if not soon and not over:
        return 0
    wanted = {**reminders(work, soon), **told(over)}
    there = {message.once for message in work.all(queries.outbox.by_causes(sorted(wanted)))}
    new = {once: of for once, of in wanted.items() if once not in there}
    for once, (kind, officer_id) in new.items():
        envelope(work, once, kind, officer_id)
    return len(new)


def reminders(work: UnitOfWork, rows: Sequence[Clearing]) -> dict[str, Wanted]:
    """By its cause, a reminder to each officer whose hour has come. A unit is asked by whoever asked it.

    Who was asked after that hour is not: the question itself has only just come. Asked anew, they are reminded anew.
    """
    off = of_own_side(work) if rows else DaysOff()
    found: dict[str, Wanted] = {}
    for row in rows:
        if row.officer is None or row.message is None:
            continue
        if row.message.created_at < hour_of(work, row, row.officer, off) <= work.now:
            once = f"clearance-soon:{row.ref}:{row.message.id}"
            found[once] = (LetterKind.CLEARANCE_SOON, row.officer.id)
    return found


def hour_of(work: UnitOfWork, row: Clearing, officer: Officer, off: DaysOff) -> datetime:
    """When this officer is reminded of this clearance."""
    zone = officer.zone or work.zone
    return remind_at(row.due_at, work.rules.clearance_days, officer.digest_at, zone, off)


def told(rows: Sequence[Clearing]) -> dict[str, Wanted]:
    """By its cause, one letter to the author for each deadline of a readout that passed, but not if asked after it."""
    return {
        f"clearance-over:{row.readout.ref}:{row.due_at:%Y%m%d%H%M}": (
            LetterKind.CLEARANCE_OVER,
            row.readout.author_id,
        )
        for row in rows
        if row.message is None or row.message.created_at < row.due_at
    }
