"""Where partners stand on processes and topics, and what binds them to conventions; each change is a row of its own."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.domain.position import Bond, Stand, about_topic
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.partner import Partner
from app.models.round import OfSitting, of_sitting


class Noted:
    """Who noted it when; and, if it turned out wrong, who struck it and why. It is never overwritten."""

    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    sentence: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(1000), default="")
    stated: Mapped[str] = mapped_column(String(120), default="")
    day: Mapped[date] = mapped_column()
    noted_at: Mapped[datetime] = mapped_column(UTCTime)
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    struck_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    struck_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    struck_because: Mapped[str] = mapped_column(Text, default="")
    invented: Mapped[bool] = mapped_column(default=False)

    @declared_attr
    def partner(cls) -> Mapped[Partner]:  # noqa: N805 - a class attribute, declared per table
        """Whose it is."""
        return relationship(Partner, viewonly=True, lazy="raise")

    @declared_attr
    def noted_by(cls) -> Mapped[Officer | None]:  # noqa: N805
        """Who noted it."""
        return relationship(Officer, viewonly=True, lazy="raise", foreign_keys=[cls.noted_by_id])  # type: ignore[list-item]

    @declared_attr
    def struck_by(cls) -> Mapped[Officer | None]:  # noqa: N805
        """Who struck it as wrong."""
        return relationship(Officer, viewonly=True, lazy="raise", foreign_keys=[cls.struck_by_id])  # type: ignore[list-item]


class Position(Noted, OfSitting, Restricted, Base):
    """What a partner said of a process or of a topic (the other is ""); known to who knows where it was voiced."""

    __tablename__ = "position"
    __table_args__ = (parent_key(), within("position", "corrects_id"), *of_sitting(required=False))

    id: Mapped[Key]
    ref: Mapped[Ref]
    process: Mapped[str] = mapped_column(String(60), index=True, default="")
    topic: Mapped[str] = mapped_column(String(60), index=True, default="", server_default="")
    stand: Mapped[Stand] = mapped_column(words_of(Stand))
    corrects_id: Mapped[int | None] = mapped_column(index=True, default=None)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def about(self) -> str:
        """The code of the process, or "topic:" and that of the topic."""
        return self.process or about_topic(self.topic)

    @property
    def said(self) -> Stand:
        """Where the partner stands, in a word."""
        return self.stand

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.sentence or f"Position: {self.stand}", f"{self.sentence}\n{self.source}"


class Accession(Noted, Base):
    """What binds a partner to a convention: public, and so known to everybody in the office."""

    __tablename__ = "accession"

    id: Mapped[Key]
    ref: Mapped[Ref]
    convention: Mapped[str] = mapped_column(String(60), index=True)
    bond: Mapped[Bond] = mapped_column(words_of(Bond))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("accession.id"), index=True, default=None)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def about(self) -> str:
        """The code of the convention."""
        return self.convention

    @property
    def said(self) -> Bond:
        """What binds the partner, in a word."""
        return self.bond
