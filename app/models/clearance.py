"""A readout on its way: who was asked to clear it, what was remarked on it, and each text that it had."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.clearance import Said
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted, within
from app.models.officer import Officer
from app.models.outbox import Message
from app.models.readout import Readout


class Clearing(Restricted, Base):
    """One that was asked to clear a readout: an officer, or a `unit` without an account whose word somebody notes.

    `due_at` is a UTC instant. `silence` means that saying nothing until then clears it; it was chosen, never assumed.
    `said_by` is who said it: the officer, their deputy, or whoever noted the unit's word.
    """

    __tablename__ = "clearing"
    __table_args__ = (within("readout", "readout_id"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    readout_id: Mapped[int] = mapped_column(index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), index=True, default=None)
    unit: Mapped[str] = mapped_column(String(200), default="")
    due_at: Mapped[datetime] = mapped_column(UTCTime)
    silence: Mapped[bool] = mapped_column(default=False)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    asked_at: Mapped[datetime] = mapped_column(UTCTime)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"), index=True, default=None)
    said: Mapped[Said] = mapped_column(words_of(Said, checked=False), default=Said.NOTHING)
    word: Mapped[str] = mapped_column(Text, default="")
    said_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    said_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    withdrawn_because: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)

    officer: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise", foreign_keys=[officer_id])
    asked_by: Mapped[Officer] = relationship(viewonly=True, lazy="raise", foreign_keys=[asked_by_id])
    said_by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise", foreign_keys=[said_by_id])
    message: Mapped[Message | None] = relationship(viewonly=True, lazy="raise")
    readout: Mapped[Readout] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def name(self) -> str:
        """Who was asked; the officer was asked for with it."""
        return self.officer.name if self.officer is not None else self.unit


class Remark(Restricted, Base):
    """A remark on one paragraph of a readout (by its key), or on the whole (""); settled once it is dealt with."""

    __tablename__ = "remark"
    __table_args__ = (within("readout", "readout_id"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    readout_id: Mapped[int] = mapped_column(index=True)
    paragraph: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column(UTCTime)
    settled_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    version: Mapped[int] = mapped_column(default=1)

    by: Mapped[Officer] = relationship(viewonly=True, lazy="raise", foreign_keys=[by_id])
    settled_by: Mapped[Officer | None] = relationship(
        viewonly=True, lazy="raise", foreign_keys=[settled_by_id]
    )
    readout: Mapped[Readout] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}


class ReadoutText(Restricted, Base):
    """A text that a readout had: written down at each change, never changed. `of_version` is the row's version then."""

    __tablename__ = "readout_text"
    __table_args__ = (within("readout", "readout_id"), UniqueConstraint("readout_id", "number"))

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    readout_id: Mapped[int] = mapped_column(index=True)
    number: Mapped[int] = mapped_column()
    of_version: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text, default="")
    paragraphs: Mapped[list[dict[str, object]]] = mapped_column(JSON, default=list)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    at: Mapped[datetime] = mapped_column(UTCTime)

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
