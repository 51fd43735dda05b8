"""Questions to the past: what records were at a moment, and the records of today that a report opens to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload

from app.domain.follow_up import LIVE
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.officer import Officer
from app.models.past import PastState
from app.models.round import Meeting, Round
from app.models.substance import AgendaItem

State = Select[str, int, int, int, dict[str, Any]]
WITH_PARTNER = joinedload(Dialogue.partner)
TABLES: dict[str, Any] = {
    "commitment": Commitment,
    "follow_up": FollowUp,
    "round": Round,
    "meeting": Meeting,
    "dialogue": Dialogue,
}
"""The tables of what a number can open to."""


def states(kinds: Sequence[str], at: datetime) -> State:
    """What records of these kinds were at a moment, as (kind, number, dialogue, marking, state)."""
    return select(
        PastState.record_kind,
        PastState.record_id,
        PastState.dialogue_id,
        PastState.marking,
        PastState.state,
    ).where(*then(kinds, at))


def then(kinds: Sequence[str], at: datetime) -> list[ColumnElement[bool]]:
    """The conditions of what records of these kinds were at a moment."""
    return [
        PastState.record_kind.in_(kinds),
        PastState.since <= at,
        or_(PastState.until.is_(None), PastState.until > at),
    ]


def live_steps(at: datetime) -> Select[int, int, int, int | None, str]:
    """The follow-ups that were live at a moment, as (number, dialogue, marking, owner, unit)."""
    state = PastState.state
    return select(
        PastState.record_id,
        PastState.dialogue_id,
        PastState.marking,
        state["owner_id"].as_integer(),
        state["owner_unit"].as_string(),
    ).where(*then(["follow_up"], at), state["status"].as_string().in_([s.value for s in LIVE]))


def closed_by(at: datetime) -> Select[int]:
    """The officers whose accounts were closed by a moment."""
    return select(Officer.id).where(Officer.closed_at <= at)


def records(kind: str, numbers: Sequence[int] | None = None) -> Select[Any]:
    """The records of a kind with these numbers (or all), each with its dialogue and partner."""
    table = TABLES[kind]
    question = select(table)
    if kind == "dialogue":
        question = question.options(WITH_PARTNER, joinedload(Dialogue.lead_desk))
    else:
        question = question.options(joinedload(table.dialogue).joinedload(Dialogue.partner))
    if kind in {"commitment", "follow_up"}:
        question = question.options(joinedload(table.round), joinedload(table.meeting))
    if kind == "follow_up":
        question = question.options(joinedload(FollowUp.owner))
    if kind == "meeting":
        question = question.options(joinedload(Meeting.partner))
    return question if numbers is None else question.where(table.id.in_(numbers))


def agenda_items() -> Select[AgendaItem]:
    """Every item of every agenda."""
    return select(AgendaItem).order_by(AgendaItem.id)
