"""Questions about dialogues: the list with its last and next rounds, and one dialogue with all around it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.domain.commitment import LIVE
from app.domain.delegation import Side
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import AHEAD, Standing
from app.domain.stated_date import Precision
from app.models.commitment import Commitment
from app.models.dialogue import Dialogue, DialogueStep
from app.models.partner import Partner
from app.models.round import Meeting, Round
from app.models.substance import AgendaItem, Delegation

AROUND = (joinedload(Dialogue.partner), joinedload(Dialogue.lead_desk), joinedload(Dialogue.lead_officer))


def last_held() -> Any:
    """Per dialogue the last day on which a round was held, for ordering."""
    return (
        select(func.max(Round.ends_on))
        .where(Round.dialogue_id == Dialogue.id, Round.standing == Standing.HELD)
        .correlate(Dialogue)
        .scalar_subquery()
    )


def listed(
    *,
    status: DialogueStatus | None = None,
    kind: DialogueKind | None = None,
    partner_id: int | None = None,
    desk_id: int | None = None,
    words: str = "",
    sort: str = "name",
) -> Select[Dialogue]:
    """Dialogues by name, or with the latest round first."""
    question = select(Dialogue).join(Partner, Partner.id == Dialogue.partner_id).options(*AROUND)
    for column, value in (
        (Dialogue.status, status),
        (Dialogue.kind, kind),
        (Dialogue.partner_id, partner_id),
        (Dialogue.lead_desk_id, desk_id),
    ):
        if value is not None:
            question = question.where(column == value)
    if words:
        like = f"%{words}%"
        question = question.where(
            or_(Dialogue.name.ilike(like), Dialogue.their_name.ilike(like), Partner.short_name.ilike(like))
        )
    if sort == "last":
        return question.order_by(last_held().desc().nulls_last(), Dialogue.name, Dialogue.id)
    others = Dialogue.kind == DialogueKind.OBSERVED
    return question.order_by(others, Partner.short_name, Dialogue.name, Dialogue.id)


def by_ref(ref: str) -> Select[Dialogue]:
    """The dialogue with this public identifier, with its partner, lead desk and lead officer."""
    return select(Dialogue).options(*AROUND).where(Dialogue.ref == ref)


def of_partner(partner_id: int) -> Select[Dialogue]:
    """Every dialogue with a partner."""
    return select(Dialogue).options(*AROUND).where(Dialogue.partner_id == partner_id).order_by(Dialogue.name)


def all_named() -> Select[Dialogue]:
    """Every dialogue, for choosing one."""
    return select(Dialogue).options(joinedload(Dialogue.partner)).order_by(Dialogue.name, Dialogue.id)


def contacts_file(partner_id: int, desk_id: int | None) -> Select[Dialogue]:
    """The file of contacts with a partner outside any dialogue, of one desk."""
    return select(Dialogue).where(
        Dialogue.partner_id == partner_id,
        Dialogue.lead_desk_id == desk_id,
        Dialogue.kind == DialogueKind.CONTACTS,
    )


RoundDay = Select[int, str, str, str, date | None, date | None, Precision, Standing]


def round_days(dialogue_ids: Sequence[int]) -> RoundDay:
    """Rounds of these dialogues: (dialogue, ref, title, date as stated, start, end, precision, standing)."""
    return (
        select(
            Round.dialogue_id,
            Round.ref,
            Round.title,
            Round.stated,
            Round.starts_on,
            Round.ends_on,
            Round.precision,
            Round.standing,
        )
        .where(Round.dialogue_id.in_(dialogue_ids))
        .order_by(Round.starts_on, Round.id)
    )


def rounds_of(dialogue_id: int) -> Select[Round]:
    """The rounds of a dialogue, the latest first; those without a date on top."""
    return (
        select(Round)
        .where(Round.dialogue_id == dialogue_id)
        .order_by(Round.starts_on.desc().nulls_first(), Round.number.desc().nulls_last(), Round.id.desc())
    )


def next_rounds(dialogue_id: int, today: date) -> Select[Round]:
    """The rounds of a dialogue that lie ahead, the nearest first."""
    return (
        select(Round)
        .where(Round.dialogue_id == dialogue_id, Round.standing.in_(AHEAD), Round.ends_on >= today)
        .order_by(Round.starts_on, Round.id)
    )


def meetings_between(dialogue_id: int) -> Select[Meeting]:
    """Meetings of a dialogue that belong to no round, the latest first."""
    return (
        select(Meeting)
        .where(Meeting.dialogue_id == dialogue_id, Meeting.round_id.is_(None))
        .order_by(Meeting.starts_on.desc().nulls_first(), Meeting.id.desc())
    )


def steps(dialogue_id: int) -> Select[DialogueStep]:
    """The steps of a dialogue's status, the latest first."""
    return (
        select(DialogueStep)
        .options(joinedload(DialogueStep.by))
        .where(DialogueStep.dialogue_id == dialogue_id)
        .order_by(DialogueStep.at.desc(), DialogueStep.id.desc())
    )


def prepared(round_id: int) -> Select[int, int]:
    """How many agenda items and delegations of ours a round has."""
    items = select(func.count(AgendaItem.id)).where(AgendaItem.round_id == round_id).scalar_subquery()
    ours = (
        select(func.count(Delegation.id))
        .where(Delegation.round_id == round_id, Delegation.side == Side.OURS)
        .scalar_subquery()
    )
    return select(items, ours)


def open_commitments(dialogue_id: int) -> Select[Commitment]:
    """Live commitments of a dialogue, the oldest first; the first hundred."""
    return (
        select(Commitment)
        .where(Commitment.dialogue_id == dialogue_id, Commitment.status.in_(LIVE))
        .order_by(Commitment.agreed_on.nulls_last(), Commitment.id)
        .limit(100)
    )
