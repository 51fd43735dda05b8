"""Questions about times that are offered, and what guests said of them."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.models.dialogue import Dialogue
from app.models.poll import Slot, SlotVote
from app.models.round import Meeting, Round


def of_sitting(sitting: Any) -> Select[Slot]:
    """The times offered for a round or meeting, the earliest first."""
    of_this = (
        (Slot.round_id == sitting.id) & Slot.meeting_id.is_(None)
        if sitting.__tablename__ == "round"
        else Slot.meeting_id == sitting.id
    )
    return select(Slot).where(of_this, Slot.closed_at.is_(None)).order_by(Slot.starts_at, Slot.id)


def by_ref(ref: str) -> Select[Slot]:
    """The offered time with this public identifier, with its round or meeting."""
    meeting, round_ = joinedload(Slot.meeting), joinedload(Slot.round)
    return (
        select(Slot)
        .options(
            meeting.joinedload(Meeting.dialogue).joinedload(Dialogue.partner),
            meeting.joinedload(Meeting.partner),
            round_.joinedload(Round.dialogue).joinedload(Dialogue.partner),
        )
        .where(Slot.ref == ref)
    )


def votes(slot_ids: list[int], guest_id: int | None = None) -> Select[SlotVote]:
    """What guests, or one of them, said of these times."""
    question = select(SlotVote).where(SlotVote.slot_id.in_(slot_ids)).order_by(SlotVote.id)
    return question if guest_id is None else question.where(SlotVote.guest_id == guest_id)
