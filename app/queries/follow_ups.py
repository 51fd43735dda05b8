"""Questions about follow-ups: the list, one with its history, those of a record, and who may own one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.domain.access import Role
from app.domain.follow_up import LIVE, FollowUpStatus
from app.models.commitment import FollowUp, FollowUpMove
from app.models.dialogue import Dialogue
from app.models.officer import Officer, ReadIn
from app.models.partner import Partner
from app.models.round import Meeting, Round
from app.models.serving import Serving
from app.queries.whose import unowned
from app.queries.whose import whose as whose

PLACE = (
    joinedload(FollowUp.dialogue).joinedload(Dialogue.partner),
    joinedload(FollowUp.owner),
    joinedload(FollowUp.commitment),
)
SITTING = (joinedload(FollowUp.round), joinedload(FollowUp.meeting))
HISTORY = selectinload(FollowUp.moves).joinedload(FollowUpMove.by)


@dataclass(frozen=True)
class Asked:
    """What a list of follow-ups is narrowed to; what is left open narrows nothing.

    `desk_id` means follow-ups that an officer of that desk owns, or nobody in a dialogue that the desk leads.
    """

    today: date
    owner_id: int | None = None
    desk_id: int | None = None
    state: str = ""
    partner_ref: str = ""
    overdue: bool = False
    unowned: bool = False
    since: datetime | None = None


def narrowed(asked: Asked) -> list[ColumnElement[bool]]:
    """The conditions of what is asked."""
    found = whose(asked.owner_id, asked.desk_id)
    if asked.state in {"live", "ended"}:
        found.append(FollowUp.status.in_(LIVE) if asked.state == "live" else FollowUp.status.not_in(LIVE))
    elif asked.state:
        found.append(FollowUp.status == FollowUpStatus(asked.state))
    if asked.partner_ref:
        found.append(Partner.ref == asked.partner_ref)
    if asked.overdue:
        found += [FollowUp.status.in_(LIVE), FollowUp.due < asked.today]
    if asked.unowned:
        found.append(unowned())
    if asked.since is not None:
        found.append(FollowUp.moved_at >= asked.since)
    return found


ORDERS: dict[str, tuple[Any, ...]] = {
    "due": (FollowUp.due.nulls_last(), FollowUp.created_at, FollowUp.id),
    "oldest": (FollowUp.created_at, FollowUp.id),
    "partner": (Partner.short_name, FollowUp.due.nulls_last(), FollowUp.id),
    "moved": (FollowUp.moved_at.desc(), FollowUp.id.desc()),
}
"""In which order a list may stand; a name in an address is one of these or nothing."""


def with_partners() -> Select[FollowUp]:
    """Follow-ups joined with their dialogues and partners, for narrowing and ordering, each with its place."""
    return (
        select(FollowUp)
        .join(Dialogue, Dialogue.id == FollowUp.dialogue_id)
        .join(Partner, Partner.id == Dialogue.partner_id)
        .options(*PLACE)
    )


def listed(asked: Asked, order: str = "due") -> Select[FollowUp]:
    """The follow-ups that are asked for."""
    return with_partners().where(*narrowed(asked)).order_by(*ORDERS[order])


def by_ref(ref: str) -> Select[FollowUp]:
    """The follow-up with this public identifier, with where it came from and its history."""
    return select(FollowUp).options(*PLACE, *SITTING, HISTORY).where(FollowUp.ref == ref)


def by_refs(refs: Sequence[str]) -> Select[FollowUp]:
    """The follow-ups with these public identifiers."""
    return select(FollowUp).options(*PLACE).where(FollowUp.ref.in_(refs))


def of_commitments(numbers: Sequence[int]) -> Select[FollowUp]:
    """The follow-ups that serve these commitments, live ones first."""
    return (
        select(FollowUp)
        .options(*PLACE)
        .where(or_(FollowUp.commitment_id.in_(numbers), FollowUp.id.in_(also_serving(numbers))))
        .order_by(FollowUp.status.not_in(LIVE), FollowUp.due.nulls_last(), FollowUp.id)
    )


def also_serving(numbers: Sequence[int]) -> Select[int]:
    """The follow-ups that serve these commitments besides the one that each was made for."""
    return select(Serving.follow_up_id).where(Serving.commitment_id.in_(numbers))


def serving(commitment_id: int) -> Select[Serving]:
    """What serves a commitment besides the follow-ups that were made for it."""
    return select(Serving).where(Serving.commitment_id == commitment_id)


def served_too(numbers: Sequence[int]) -> Select[int, int]:
    """What follow-ups serve besides, as (commitment, follow-up), for these commitments."""
    return select(Serving.commitment_id, Serving.follow_up_id).where(Serving.commitment_id.in_(numbers))


def of_sitting(sitting: Round | Meeting) -> Select[FollowUp]:
    """The follow-ups out of a meeting; or out of a round and the meetings within it."""
    column = FollowUp.meeting_id if isinstance(sitting, Meeting) else FollowUp.round_id
    return (
        select(FollowUp)
        .options(*PLACE)
        .where(column == sitting.id)
        .order_by(FollowUp.status.not_in(LIVE), FollowUp.due.nulls_last(), FollowUp.id)
    )


def counted_for(numbers: Sequence[int]) -> Select[int | None, int]:
    """How many live follow-ups serve each of these commitments, as (commitment, number)."""
    return (
        select(FollowUp.commitment_id, func.count(FollowUp.id))
        .where(FollowUp.commitment_id.in_(numbers), FollowUp.status.in_(LIVE))
        .group_by(FollowUp.commitment_id)
    )


def possible_owners(dialogue_id: int, marking: int) -> Select[Officer]:
    """Officers who may own a follow-up: of a desk, in use, read in to the dialogue, cleared for the marking."""
    read_in = select(ReadIn.officer_id).where(
        ReadIn.dialogue_id == dialogue_id, ReadIn.officer_id.is_not(None)
    )
    desks = select(ReadIn.desk_id).where(ReadIn.dialogue_id == dialogue_id, ReadIn.desk_id.is_not(None))
    return (
        select(Officer)
        .options(joinedload(Officer.desk))
        .where(
            Officer.closed_at.is_(None),
            Officer.role.in_((Role.DESK_OFFICER, Role.HEAD_OF_DESK)),
            Officer.clearance >= marking,
            or_(Officer.id.in_(read_in), Officer.desk_id.in_(desks)),
        )
        .order_by(Officer.name, Officer.id)
    )
