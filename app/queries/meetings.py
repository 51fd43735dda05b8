"""Questions about meetings."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.meeting import MeetingKind, Standing
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Meeting

AROUND = (
    joinedload(Meeting.dialogue).joinedload(Dialogue.partner),
    joinedload(Meeting.partner),
    joinedload(Meeting.round),
)


@dataclass(frozen=True)
class Asked:
    """What a list of meetings is narrowed to; what is left open narrows nothing. Days are included."""

    kind: MeetingKind | None = None
    standing: Standing | None = None
    partner_ref: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = Asked()


def by_ref(ref: str) -> Select[Meeting]:
    """The meeting with this public identifier, with its dialogue, partner and round."""
    return select(Meeting).options(*AROUND).where(Meeting.ref == ref)


def listed(asked: Asked = EVERYTHING) -> Select[Meeting]:
    """The meetings that are asked for, the latest first; those without a date on top."""
    question = select(Meeting).options(*AROUND)
    if asked.kind is not None:
        question = question.where(Meeting.kind == asked.kind)
    if asked.standing is not None:
        question = question.where(Meeting.standing == asked.standing)
    if asked.partner_ref:
        partner = select(Partner.id).where(Partner.ref == asked.partner_ref).scalar_subquery()
        question = question.where(Meeting.partner_id == partner)
    if asked.since is not None:
        question = question.where(Meeting.ends_on >= asked.since)
    if asked.until is not None:
        question = question.where(Meeting.starts_on <= asked.until)
    return question.order_by(Meeting.starts_on.desc().nulls_first(), Meeting.id.desc())


def met() -> Select[Partner]:
    """The partners with whom there is a meeting that the viewer may know, by name."""
    return (
        select(Partner)
        .where(Partner.id.in_(select(Meeting.partner_id)))
        .order_by(Partner.short_name, Partner.id)
    )


def last_of(dialogue_id: int) -> Select[Meeting]:
    """The latest meeting of a series that was not called off: what the next one takes its usual place from."""
    return (
        select(Meeting)
        .where(Meeting.dialogue_id == dialogue_id, Meeting.standing != Standing.CANCELLED)
        .order_by(Meeting.starts_on.desc().nulls_last(), Meeting.id.desc())
        .limit(1)
    )
