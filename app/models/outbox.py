"""The outbox: letters written in the same transaction as what they announce, sent afterwards."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key, Ref, UTCTime
from app.models.need_to_know import Restricted


class Message(Restricted, Base):
    """One letter to one person. `once` makes a second letter for the same cause impossible."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_due", "state", "not_before"),)
    recorded = False

    id: Mapped[Key]
    ref: Mapped[Ref]
    once: Mapped[str] = mapped_column(String(120), unique=True)
    message_id: Mapped[str] = mapped_column(String(120))
    to_address: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(UTCTime)
    leased_until: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    sent_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    trouble: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime] = mapped_column(UTCTime)
