"""Questions about meetings."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.meeting import MeetingKind, Standing
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round

AROUND = (
    joinedload(Meeting.dialogue).joinedload(Dialogue.partner),
    joinedload(Meeting.partner),
    joinedload(Meeting.round),
)


def by_ref(ref: str) -> Select[Meeting]:
    """The meeting with this public identifier, with its dialogue, partner and round."""
    return select(Meeting).options(*AROUND).where(Meeting.ref == ref)


def listed(
    *,
    kind: MeetingKind | None = None,
    standing: Standing | None = None,
    partner_id: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Select[Meeting]:
    """Meetings, the latest first; those without a date on top."""
    question = select(Meeting).options(*AROUND)
    for column, value in (
        (Meeting.kind, kind),
        (Meeting.standing, standing),
        (Meeting.partner_id, partner_id),
    ):
        if value is not None:
            question = question.where(column == value)
    if since is not None:
        question = question.where(Meeting.ends_on >= since)
    if until is not None:
        question = question.where(Meeting.starts_on <= until)
    return question.order_by(Meeting.starts_on.desc().nulls_first(), Meeting.id.desc())


def last_with(partner_id: int, dialogue_id: int | None = None) -> Select[Meeting]:
    """The latest meeting of a series, whose place, format and level the next one begins with."""
    question = select(Meeting).where(Meeting.partner_id == partner_id)
    if dialogue_id is not None:
        question = question.where(Meeting.dialogue_id == dialogue_id)
    return question.order_by(Meeting.created_at.desc(), Meeting.id.desc()).limit(1)


def logged_by_desk(desk_dialogues: list[int], since: date) -> Select[Meeting]:
    """Meetings of these dialogues logged since a day, the latest first."""
    return (
        select(Meeting)
        .options(*AROUND)
        .where(Meeting.dialogue_id.in_(desk_dialogues), Meeting.starts_on >= since)
        .order_by(Meeting.created_at.desc(), Meeting.id.desc())
    )


def round_choices(dialogue_id: int) -> Select[Round]:
    """The rounds of a dialogue that a meeting may belong to."""
    return (
        select(Round).where(Round.dialogue_id == dialogue_id).order_by(Round.starts_on.desc().nulls_first())
    )
