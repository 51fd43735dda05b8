"""Proposals to lower a marking: one person gives the reason, another decides."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.lowering import Outcome
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted
from app.models.officer import Officer


class Lowering(Restricted, Base):
    """A proposal to lower the marking of one record, and what became of it.

    It is itself marked as the record was, and stays so: its reason may tell what the record says. `title` is the
    record's name on the day, for when it is gone.
    """

    __tablename__ = "lowering"
    __table_args__ = (Index("ix_lowering_record", "record_kind", "record_ref"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    record_kind: Mapped[str] = mapped_column(String(30))
    record_ref: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(Text, default="")
    from_rank: Mapped[int] = mapped_column()
    to_rank: Mapped[int] = mapped_column()
    with_parts: Mapped[bool] = mapped_column(default=False)
    because: Mapped[str] = mapped_column(Text)
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    proposed_at: Mapped[datetime] = mapped_column(UTCTime)
    outcome: Mapped[Outcome] = mapped_column(words_of(Outcome), default=Outcome.WAITING, index=True)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    decided_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    word: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    proposed_by: Mapped[Officer] = relationship(viewonly=True, lazy="raise", foreign_keys=[proposed_by_id])
    decided_by: Mapped[Officer | None] = relationship(
        viewonly=True, lazy="raise", foreign_keys=[decided_by_id]
    )

    __mapper_args__ = {"version_id_col": version}
