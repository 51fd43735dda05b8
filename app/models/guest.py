"""Guests of rounds and meetings, and the invitations that letters to them carry."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.delegation import Side
from app.domain.guest import Answer, Method
from app.domain.reply import Verdict
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted, parent_key, within
from app.models.outbox import Message
from app.models.round import OfSitting, of_sitting


class Guest(OfSitting, Restricted, Base):
    """Somebody who is written to about a round or meeting; a guest of one has no account and sees no page but theirs.

    `told_method` is of the last letter that was queued; an answer holds if it was given to
    `asked_revision` or a later one, because an earlier one was about another time or place.
    """

    __tablename__ = "guest"
    __table_args__ = (parent_key(), *of_sitting(), Index("ix_guest_address", "email_key"))

    id: Mapped[Key]
    ref: Mapped[Ref]
    side: Mapped[Side] = mapped_column(words_of(Side, checked=False))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(254))
    optional: Mapped[bool] = mapped_column(default=False)
    told_method: Mapped[Method | None] = mapped_column(words_of(Method, checked=False), default=None)
    asked_revision: Mapped[int] = mapped_column(default=0)
    answer: Mapped[Answer] = mapped_column(words_of(Answer, checked=False), default=Answer.NONE)
    answered_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    word: Mapped[str] = mapped_column(Text, default="")
    removed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Invitation(Restricted, Base):
    """What a letter to a guest does in their calendar, and which revision of the round or meeting it tells of."""

    __tablename__ = "invitation"
    __table_args__ = (parent_key(), within("guest", "guest_id"))
    recorded = False

    id: Mapped[Key]
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), unique=True)
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    guest_id: Mapped[int] = mapped_column(index=True)
    method: Mapped[Method] = mapped_column(words_of(Method, checked=False))
    revision: Mapped[int] = mapped_column(default=0)

    guest: Mapped[Guest] = relationship(viewonly=True, lazy="raise")
    message: Mapped[Message] = relationship(viewonly=True, lazy="raise")


class MailedReply(OfSitting, Restricted, Base):
    """An answer that somebody's mail program sent about a round or meeting, and what became of it."""

    __tablename__ = "mailed_reply"
    __table_args__ = (*of_sitting(), within("guest", "guest_id"), Index("ix_mailed_reply_mail", "message_id"))

    id: Mapped[Key]
    ref: Mapped[Ref]
    message_id: Mapped[str] = mapped_column(String(200), default="")
    sender: Mapped[str] = mapped_column(String(254), default="")
    answer: Mapped[Answer] = mapped_column(words_of(Answer, checked=False), default=Answer.NONE)
    word: Mapped[str] = mapped_column(Text, default="")
    verdict: Mapped[Verdict] = mapped_column(words_of(Verdict, checked=False))
    guest_id: Mapped[int | None] = mapped_column(default=None)
    received_at: Mapped[datetime] = mapped_column(UTCTime)
    settled_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
