"""The past of the demonstration: what was loaded today counts from the day on which it was said or made."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from app import queries
from app.domain.commitment import CommitmentStatus
from app.models.past import PastState
from app.services.recording import plain
from app.services.unit_of_work import UnitOfWork

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)


def give_a_past(work: UnitOfWork) -> None:
    """Reports as of earlier days then have something to count; a promise that ended was open until then."""
    born: dict[tuple[str, int], datetime] = {}
    states: list[PastState] = []
    for kind in ("dialogue", "round", "meeting", "commitment", "follow_up"):
        for row in work.all(queries.past.records(kind)):
            began = getattr(row, "created_at", BEFORE_ALL)
            born[kind, row.id] = began
            states += states_of(row, began, work.now)
    for item in work.all(queries.past.agenda_items()):
        kind = "round" if item.meeting_id is None else "meeting"
        states += states_of(item, born[kind, item.meeting_id or item.round_id or 0], work.now)
    work.add_all(states)


def states_of(row: Any, began: datetime, now: datetime) -> Iterator[PastState]:
    """What a record was from its beginning: one state, or two for a promise that has ended since."""
    state = {name: plain(getattr(row, name)) for name in row.remembered}
    began = min(began, now)
    if row.__tablename__ == "commitment" and row.has_ended and began < row.moved_at <= now:
        open_then = state | {"status": CommitmentStatus.OPEN.value, "times_carried": 0}
        yield one(row, open_then, began, row.moved_at)
        began = row.moved_at
    yield one(row, state, began, None)


def one(row: Any, state: dict[str, Any], since: datetime, until: datetime | None) -> PastState:
    """One state of one record."""
    return PastState(
        record_kind=row.__tablename__,
        record_id=row.id,
        dialogue_id=row.dialogue_id,
        marking=row.marking,
        since=since,
        until=until,
        state=state,
    )
