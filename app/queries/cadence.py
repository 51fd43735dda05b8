"""Questions about what was promised of the next round of many dialogues at once."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.domain.commitment import LIVE
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import Standing
from app.models.commitment import Commitment
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Round

AROUND = (joinedload(Dialogue.partner), joinedload(Dialogue.lead_desk), joinedload(Dialogue.lead_officer))


def dialogues(observed: bool, partner_ref: str = "", desk_id: int | None = None) -> Select[Dialogue]:
    """Dialogues that have not ended, ours or others’, by partner and name; files of contacts have no cadence."""
    kind = DialogueKind.OBSERVED if observed else DialogueKind.DIALOGUE
    question = (
        select(Dialogue)
        .join(Partner, Partner.id == Dialogue.partner_id)
        .options(*AROUND)
        .where(Dialogue.kind == kind, Dialogue.status != DialogueStatus.ENDED)
        .order_by(Partner.short_name, Dialogue.name, Dialogue.id)
    )
    if partner_ref:
        question = question.where(Partner.ref == partner_ref)
    if desk_id is not None:
        question = question.where(Dialogue.lead_desk_id == desk_id)
    return question


def said_of_next(dialogue_ids: Sequence[int]) -> Select[int, str, str, date | None]:
    """What rounds held said of the next one, the earliest first: (dialogue, round, words, last day of the round)."""
    return (
        select(Round.dialogue_id, Round.ref, Round.next_round_stated, Round.ends_on)
        .where(Round.dialogue_id.in_(dialogue_ids), Round.standing == Standing.HELD)
        .order_by(Round.ends_on, Round.id)
    )


def promises_of_next(dialogue_ids: Sequence[int]) -> Select[int, str, str, str, date | None]:
    """Live commitments that may speak of a next round: (dialogue, ref, sentence, due as stated, due)."""
    return (
        select(
            Commitment.dialogue_id,
            Commitment.ref,
            Commitment.sentence,
            Commitment.due_stated,
            Commitment.due,
        )
        .where(
            Commitment.dialogue_id.in_(dialogue_ids),
            Commitment.status.in_(LIVE),
            or_(Commitment.sentence.ilike("%next%"), Commitment.due_stated.ilike("%next%")),
        )
        .order_by(Commitment.id)
    )
