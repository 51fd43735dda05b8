"""Questions about where partners stand: on processes, and towards conventions."""

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.domain.position import process_and_topic
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.position import Accession, Position
from app.models.round import Meeting, Round

WHERE = (joinedload(Position.dialogue), joinedload(Position.round), joinedload(Position.meeting))


def all_positions() -> Select[Position]:
    """Every position on a process that was ever noted and not corrected."""
    return select(Position).where(Position.struck_at.is_(None), Position.process != "").order_by(Position.id)


def all_accessions() -> Select[Accession]:
    """Every accession that was ever noted and not corrected."""
    return select(Accession).where(Accession.struck_at.is_(None)).order_by(Accession.id)


def positions_of(partner_id: int, about: str = "") -> Select[Position]:
    """Every position of a partner, the corrected ones too, the latest first; on one matter if one is named."""
    question = history(Position, partner_id).options(*WHERE)
    process, topic = process_and_topic(about)
    return question.where(Position.process == process, Position.topic == topic) if about else question


def accessions_of(partner_id: int, convention: str = "") -> Select[Accession]:
    """Every accession of a partner, the corrected ones too, the latest first; to one convention if one is named."""
    question = history(Accession, partner_id)
    return question.where(Accession.convention == convention) if convention else question


def history(kind: Any, partner_id: int) -> Select[Any]:
    """All that was noted of a partner, with who noted it and who struck it, the latest first."""
    return (
        select(kind)
        .options(joinedload(kind.noted_by), joinedload(kind.struck_by))
        .where(kind.partner_id == partner_id)
        .order_by(kind.day.desc(), kind.id.desc())
    )


def position_by_ref(ref: str) -> Select[Position]:
    """The position with this public identifier, with its partner and where it was voiced."""
    return select(Position).options(joinedload(Position.partner), *WHERE).where(Position.ref == ref)


def accession_by_ref(ref: str) -> Select[Accession]:
    """The accession with this public identifier, with its partner."""
    return select(Accession).options(joinedload(Accession.partner)).where(Accession.ref == ref)


def partners(everybody: bool, kind: Any) -> Select[Partner]:
    """The partners of the table by name: all, or those with a dialogue that the viewer knows or something noted."""
    question = select(Partner).order_by(Partner.short_name, Partner.id)
    if everybody:
        return question
    return question.where(
        or_(Partner.id.in_(select(Dialogue.partner_id)), Partner.id.in_(select(kind.partner_id)))
    )


def partners_with_positions(everybody: bool) -> Select[Partner]:
    """The partners of the table of positions."""
    return partners(everybody, Position)


def partners_with_accessions(everybody: bool) -> Select[Partner]:
    """The partners of the table of accessions."""
    return partners(everybody, Accession)


def rounds_to_name(partner_id: int) -> Select[Round]:
    """The last rounds with a partner, in which a position may have been voiced."""
    return (
        select(Round)
        .join(Dialogue, Dialogue.id == Round.dialogue_id)
        .where(Dialogue.partner_id == partner_id)
        .order_by(Round.starts_on.desc().nulls_last(), Round.id.desc())
        .limit(30)
    )


def meetings_to_name(partner_id: int) -> Select[Meeting]:
    """The last meetings with a partner, in which a position may have been voiced."""
    return (
        select(Meeting)
        .where(Meeting.partner_id == partner_id)
        .order_by(Meeting.starts_on.desc().nulls_last(), Meeting.id.desc())
        .limit(30)
    )
