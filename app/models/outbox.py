"""The outbox: that a letter is to be sent, written in the same transaction as what it announces."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.letter import LetterKind, LetterState
from app.models.commitment import FollowUp
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer


class Message(Base):
    """The envelope of one letter, to an officer or (without one) to a guest.

    `once` makes a second letter for the same cause impossible. It says nothing of the record, so that an administrator
    may see what became of it. The letter itself is worded when it leaves, with the eyes that its reader then has.
    """

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_due", "state", "not_before"),)
    recorded = False

    id: Mapped[Key]
    ref: Mapped[Ref]
    once: Mapped[str] = mapped_column(String(120), unique=True)
    message_id: Mapped[str] = mapped_column(String(120))
    kind: Mapped[LetterKind] = mapped_column(words_of(LetterKind, checked=False))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    state: Mapped[LetterState] = mapped_column(
        words_of(LetterState, checked=False), default=LetterState.WAITING
    )
    tries: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(UTCTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    trouble: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime] = mapped_column(UTCTime)

    officer: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise", foreign_keys=[officer_id])
    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise", foreign_keys=[by_id])


class Enclosure(Restricted, Base):
    """What a letter is about: the follow-up, and the word that came with it; marked and locked as the follow-up is."""

    __tablename__ = "enclosure"
    __table_args__ = (parent_key(), within("follow_up", "follow_up_id"))
    recorded = False

    id: Mapped[Key]
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), unique=True)
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    follow_up_id: Mapped[int] = mapped_column(index=True)
    word: Mapped[str] = mapped_column(Text, default="")

    follow_up: Mapped[FollowUp] = relationship(viewonly=True, lazy="raise")
