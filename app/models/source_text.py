"""A text in which things were promised, kept as it was read, and the passages of it that were set aside."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.source_text import TextKind
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.round import OfSitting, of_sitting


class SourceText(OfSitting, Restricted, Base):
    """A joint statement, a press release, somebody's notes: word for word, so that a place in it stays a place.

    What is filed from a text that is agreed `ad_referendum` only waits until it is confirmed.
    """

    __tablename__ = "source_text"
    __table_args__ = (parent_key(), *of_sitting(required=False))

    id: Mapped[Key]
    ref: Mapped[Ref]
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[TextKind] = mapped_column(words_of(TextKind))
    said_on: Mapped[date | None] = mapped_column(default=None)
    url: Mapped[str] = mapped_column(String(1000), default="")
    text: Mapped[str] = mapped_column(Text)
    ad_referendum: Mapped[bool] = mapped_column(default=False, server_default=false())
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    added_at: Mapped[datetime] = mapped_column(UTCTime)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    added_by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, f"{self.title}\n{self.text}"


class SetAside(Restricted, Base):
    """A passage that was offered as a commitment and is none, from character to character of its text."""

    __tablename__ = "set_aside"
    __table_args__ = (within("source_text", "source_text_id"),)

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    source_text_id: Mapped[int] = mapped_column(index=True)
    starts_at: Mapped[int] = mapped_column()
    ends_at: Mapped[int] = mapped_column()
    at: Mapped[datetime] = mapped_column(UTCTime)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
