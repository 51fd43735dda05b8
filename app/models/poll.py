"""Times that are offered to the guests of a round or meeting, and what they said of each."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.poll import Vote
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted, parent_key, within
from app.models.round import OfSitting, of_sitting


class Slot(OfSitting, Restricted, Base):
    """One time that is offered: on the wall of `zone`, and as instants. What is closed is not offered any more."""

    __tablename__ = "slot"
    __table_args__ = (parent_key(), *of_sitting())

    id: Mapped[Key]
    ref: Mapped[Ref]
    starts_wall: Mapped[datetime] = mapped_column()
    ends_wall: Mapped[datetime] = mapped_column()
    zone: Mapped[str] = mapped_column(String(60))
    starts_at: Mapped[datetime] = mapped_column(UTCTime)
    ends_at: Mapped[datetime] = mapped_column(UTCTime)
    taken: Mapped[bool] = mapped_column(default=False)
    closed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)


class SlotVote(Restricted, Base):
    """What one guest said of one time."""

    __tablename__ = "slot_vote"
    __table_args__ = (
        within("slot", "slot_id"),
        within("guest", "guest_id"),
        UniqueConstraint("slot_id", "guest_id"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    slot_id: Mapped[int] = mapped_column(index=True)
    guest_id: Mapped[int] = mapped_column(index=True)
    vote: Mapped[Vote] = mapped_column(words_of(Vote, checked=False))
