"""Questions of the calendar: rounds and meetings within a span of days."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.follow_up import LIVE
from app.domain.meeting import AHEAD, Standing
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round


def between(
    kind: Any, first: date, last: date, *, cancelled: bool = True, dialogue_ids: Sequence[int] | None = None
) -> Select[Any]:
    """Rounds, or meetings, that touch the days from first to last; of our own and our contacts', not of others.

    With `dialogue_ids`, only those of these dialogues.
    """
    question: Select[Any] = (
        select(kind)
        .options(joinedload(kind.dialogue).joinedload(Dialogue.partner))
        .where(kind.starts_on <= last, kind.ends_on >= first, kind.standing != Standing.POSTPONED)
        .order_by(kind.starts_on, kind.starts_wall, kind.id)
    )
    if not cancelled:
        question = question.where(kind.standing != Standing.CANCELLED)
    return question if dialogue_ids is None else question.where(kind.dialogue_id.in_(dialogue_ids))


Only = Sequence[int] | None
"""The numbers of the dialogues that are meant; None for all."""


def rounds(first: date, last: date, cancelled: bool = True, only: Only = None) -> Select[Round]:
    """Rounds within these days."""
    return between(Round, first, last, cancelled=cancelled, dialogue_ids=only)


def meetings(first: date, last: date, cancelled: bool = True, only: Only = None) -> Select[Meeting]:
    """Meetings within these days."""
    return between(Meeting, first, last, cancelled=cancelled, dialogue_ids=only)


def dialogues() -> Select[Dialogue]:
    """The dialogues that a link can be narrowed to, with their partners."""
    return select(Dialogue).options(joinedload(Dialogue.partner)).order_by(Dialogue.id)


def due(officer_id: int | None, first: date, last: date, only: Only = None) -> Select[FollowUp]:
    """An officer's live follow-ups that fall due within these days."""
    question = (
        select(FollowUp)
        .where(FollowUp.owner_id == officer_id, FollowUp.status.in_(LIVE), FollowUp.due.between(first, last))
        .order_by(FollowUp.due, FollowUp.id)
    )
    return question if only is None else question.where(FollowUp.dialogue_id.in_(only))


def own_steps(officer_id: int | None, first: date, last: date, only: Only = None) -> Select[FollowUp]:
    """An officer's follow-ups, ended ones too, that fall due within these days or have no day and live."""
    undated = FollowUp.due.is_(None) & FollowUp.status.in_(LIVE)
    question = (
        select(FollowUp)
        .where(FollowUp.owner_id == officer_id, or_(FollowUp.due.between(first, last), undated))
        .order_by(FollowUp.due, FollowUp.id)
    )
    return question if only is None else question.where(FollowUp.dialogue_id.in_(only))


def tide(question: Select[Any]) -> Select[*tuple[Any, ...]]:
    """Numbers that change whenever a row of the question comes, goes or is changed: asked instead of the rows.

    A row's version only ever rises, so the sums cannot stay when one row changes.
    """
    kind = question.column_descriptions[0]["entity"]
    return question.order_by(None).with_only_columns(
        func.count(kind.id),
        func.coalesce(func.sum(kind.id), 0),
        func.coalesce(func.sum(kind.version), 0),
        func.coalesce(func.sum(kind.id * kind.version), 0),
        maintain_column_froms=True,
    )


def timed_ahead(kind: Any, since: datetime) -> Select[Any]:
    """Rounds, or meetings, still to begin at an agreed time, or begun since then (UTC), with what they are of."""
    options = [joinedload(kind.dialogue).joinedload(Dialogue.partner)]
    if kind is Meeting:
        options.append(joinedload(Meeting.partner))
    return (
        select(kind)
        .options(*options)
        .where(kind.starts_at >= since, kind.standing.in_(AHEAD))
        .order_by(kind.id)
    )
