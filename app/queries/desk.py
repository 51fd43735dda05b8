"""Questions of the start page: what waits for somebody, what was logged, what comes next."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.clearance import Said
from app.domain.delegation import Side
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.follow_up import LIVE
from app.domain.meeting import AHEAD, Standing
from app.domain.readout import Stage
from app.models.clearance import Clearing
from app.models.commitment import FollowUp
from app.models.dialogue import Dialogue
from app.models.office import Desk
from app.models.officer import Officer
from app.models.readout import Readout
from app.models.round import Meeting, Round
from app.models.substance import AgendaItem, Delegation

Sitting = type[Round] | type[Meeting]


def mine(officer_id: int | None) -> Select[FollowUp]:
    """An officer's live follow-ups, the first due first, those without a date last."""
    return (
        select(FollowUp)
        .options(joinedload(FollowUp.dialogue).joinedload(Dialogue.partner), joinedload(FollowUp.commitment))
        .where(FollowUp.owner_id == officer_id, FollowUp.status.in_(LIVE))
        .order_by(FollowUp.due.nulls_last(), FollowUp.id)
    )


def mine_until(officer_id: int | None, last: date) -> Select[FollowUp]:
    """Those of an officer's live follow-ups that are due by a day."""
    return mine(officer_id).where(FollowUp.due <= last)


def to_approve(officer_id: int | None, now: datetime) -> Select[Readout]:
    """Drafts of readouts that somebody else wrote and that no clearance holds up, the longest waiting first."""
    held_up = (
        select(Clearing.id)
        .where(
            Clearing.readout_id == Readout.id,
            Clearing.withdrawn_at.is_(None),
            or_(
                Clearing.said == Said.NOT_CLEARED,
                and_(
                    Clearing.said == Said.NOTHING,
                    or_(Clearing.silence.is_(False), Clearing.due_at > now),
                ),
            ),
        )
        .exists()
    )
    return (
        select(Readout)
        .options(joinedload(Readout.dialogue).joinedload(Dialogue.partner), joinedload(Readout.author))
        .where(Readout.stage == Stage.DRAFT, Readout.author_id != officer_id, ~held_up)
        .order_by(Readout.changed_at, Readout.id)
    )


def logged(desk_id: int | None) -> Select[Meeting]:
    """Meetings held in dialogues that a desk leads (in any, without a desk), the last logged first."""
    question = (
        select(Meeting)
        .options(joinedload(Meeting.partner), joinedload(Meeting.dialogue))
        .where(Meeting.standing == Standing.HELD)
        .order_by(Meeting.created_at.desc(), Meeting.id.desc())
    )
    if desk_id is None:
        return question
    return question.where(
        Meeting.dialogue_id.in_(select(Dialogue.id).where(Dialogue.lead_desk_id == desk_id))
    )


def next_rounds(today: date) -> Select[Round]:
    """Rounds that lie ahead, the nearest first; those without a day are left to their dialogues' pages."""
    return (
        select(Round)
        .options(joinedload(Round.dialogue).joinedload(Dialogue.partner))
        .where(Round.standing.in_(AHEAD), Round.ends_on >= today)
        .order_by(Round.starts_on, Round.id)
    )


def next_meetings(today: date) -> Select[Meeting]:
    """Meetings that lie ahead, the nearest first."""
    return (
        select(Meeting)
        .options(joinedload(Meeting.dialogue), joinedload(Meeting.partner))
        .where(Meeting.standing.in_(AHEAD), Meeting.ends_on >= today)
        .order_by(Meeting.starts_on, Meeting.starts_wall.nulls_last(), Meeting.id)
    )


def agendas(kind: Sitting, numbers: Sequence[int]) -> Select[int | None]:
    """Which of these rounds or meetings have an agenda."""
    column = AgendaItem.round_id if kind is Round else AgendaItem.meeting_id
    return select(column).where(column.in_(numbers)).distinct()


def delegations(kind: Sitting, numbers: Sequence[int]) -> Select[int | None]:
    """Which of these rounds or meetings have a delegation of ours."""
    column = Delegation.round_id if kind is Round else Delegation.meeting_id
    return select(column).where(column.in_(numbers), Delegation.side == Side.OURS).distinct()


def dialogues() -> Select[Dialogue]:
    """Our own dialogues that have not ended, by partner."""
    return (
        select(Dialogue)
        .options(joinedload(Dialogue.partner))
        .where(Dialogue.kind == DialogueKind.DIALOGUE, Dialogue.status != DialogueStatus.ENDED)
        .order_by(Dialogue.name, Dialogue.id)
    )


def accounts() -> Select[int, int]:
    """How many accounts are open, and how many desks there are."""
    officers = select(func.count(Officer.id)).where(Officer.closed_at.is_(None)).scalar_subquery()
    return select(officers, select(func.count(Desk.id)).scalar_subquery())
