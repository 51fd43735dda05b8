"""Past states: kept with each change, so that a report of a past day gives the same numbers next year."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.models.past import PastState
from app.services.recording import plain

AT_ONCE = 500
"""How many records are looked up with one statement."""


def remember(session: Session, records: Sequence[Any], now: datetime) -> None:
    """Note what these records are from now on; a record that is taken out has no present state any more."""
    kinds: dict[str, dict[int, Any]] = defaultdict(dict)
    for record in records:
        if hasattr(record, "remembered"):
            kinds[record.__tablename__][record.id] = record
    for kind, ours in kinds.items():
        numbers = list(ours)
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            known = {
                state.record_id: state
                for state in session.scalars(present(kind, some).where(PastState.until.is_(None)))
            }
            for number in some:
                note(session, kind, ours[number], known.get(number), now)
    session.flush()


def present(kind: str, numbers: Sequence[int]) -> Any:
    """The states of these records."""
    return select(PastState).where(PastState.record_kind == kind, PastState.record_id.in_(numbers))


def note(session: Session, kind: str, record: Any, last: PastState | None, now: datetime) -> None:
    """Compare one record with its last state, and add the new one."""
    traced = inspect(record)
    if traced.deleted or traced.detached:
        if last is not None:
            last.until = max(now, last.since)
        return
    state = {name: plain(getattr(record, name)) for name in record.remembered}
    if last is not None and (last.marking, last.dialogue_id) != (record.marking, record.dialogue_id):
        for each in session.scalars(present(kind, [record.id])):
            each.marking, each.dialogue_id = record.marking, record.dialogue_id
    if last is not None and last.state == state:
        return
    if last is not None and last.since >= now:  # twice in one instant, or a clock that was set back
        last.state = state
        return
    if last is not None:
        last.until = now
    session.add(
        PastState(
            record_kind=kind,
            record_id=record.id,
            dialogue_id=record.dialogue_id,
            marking=record.marking,
            since=now,
            state=state,
        )
    )
