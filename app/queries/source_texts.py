"""Questions about texts that were read: one of them, those of a record, and what was decided on their passages."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.models.commitment import Commitment
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round
from app.models.source_text import SetAside, SourceText

PLACE = (
    joinedload(SourceText.dialogue).joinedload(Dialogue.partner),
    joinedload(SourceText.round),
    joinedload(SourceText.meeting),
)


def by_ref(ref: str) -> Select[SourceText]:
    """The text with this public identifier, with where it belongs and who added it."""
    return select(SourceText).options(*PLACE, joinedload(SourceText.added_by)).where(SourceText.ref == ref)


def of_sitting(sitting: Round | Meeting) -> Select[SourceText]:
    """The texts of a meeting; or of a round and the meetings within it."""
    column = SourceText.meeting_id if isinstance(sitting, Meeting) else SourceText.round_id
    return select(SourceText).where(column == sitting.id).order_by(SourceText.said_on, SourceText.id)


def latest(dialogue_ref: str = "") -> Select[SourceText]:
    """All texts, or those of one dialogue; the latest first."""
    question = select(SourceText).options(*PLACE)
    if dialogue_ref:
        question = question.where(
            SourceText.dialogue_id.in_(select(Dialogue.id).where(Dialogue.ref == dialogue_ref))
        )
    return question.order_by(SourceText.said_on.desc().nulls_last(), SourceText.id.desc())


def with_partner(partner_id: int) -> Select[SourceText]:
    """The texts of every dialogue with a partner, the latest first."""
    return latest().where(
        SourceText.dialogue_id.in_(select(Dialogue.id).where(Dialogue.partner_id == partner_id))
    )


def set_aside(source_text_id: int) -> Select[SetAside]:
    """The passages of a text that were found to be no commitments."""
    return (
        select(SetAside)
        .where(SetAside.source_text_id == source_text_id)
        .order_by(SetAside.starts_at, SetAside.id)
    )


def filed_from(source_text_id: int) -> Select[Commitment]:
    """The commitments that were filed from a text, in its order."""
    return (
        select(Commitment)
        .where(Commitment.source_text_id == source_text_id)
        .order_by(Commitment.starts_at.nulls_last(), Commitment.id)
    )
