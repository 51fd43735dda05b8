"""Readouts, and the releases that left the house as stored bytes."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.domain.readout import Audience, Stage
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.round import OfSitting, of_sitting


class Readout(OfSitting, Restricted, Base):
    """The account of a round or meeting, drafted from the record for an audience.

    `paragraphs` is a list of {"heading", "voice", "text", "marking", "kept"}: the words of this readout,
    in order; `kept` says whether the paragraph goes into it. `writers` are the officers (by number) who
    wrote or changed any of it. `corrects_ref` names the readout that this one is to supersede.
    """

    __tablename__ = "readout"
    __table_args__ = (parent_key(), *of_sitting())

    id: Mapped[Key]
    ref: Mapped[Ref]
    audience: Mapped[Audience] = mapped_column(words_of(Audience))
    stage: Mapped[Stage] = mapped_column(words_of(Stage), default=Stage.DRAFT)
    title: Mapped[str] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(12), default="en")
    paragraphs: Mapped[list[dict[str, object]]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(Text, default="")
    corrects_ref: Mapped[str] = mapped_column(String(16), default="", server_default="")
    author_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    writers: Mapped[list[int]] = mapped_column(JSON, default=list)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    approved_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    created_at: Mapped[datetime] = mapped_column(UTCTime)
    changed_at: Mapped[datetime] = mapped_column(UTCTime)
    invented: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    author: Mapped[Officer] = relationship(viewonly=True, lazy="raise", foreign_keys=[author_id])
    approved_by: Mapped[Officer | None] = relationship(
        viewonly=True, lazy="raise", foreign_keys=[approved_by_id]
    )
    releases: Mapped[list["Release"]] = relationship(viewonly=True, lazy="raise", order_by="Release.number")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, "\n".join([self.title, *(str(p.get("text", "")) for p in self.paragraphs)])


class Release(Restricted, Base):
    """A readout given to an audience: the very bytes, and their hash. It is never changed, only withdrawn."""

    __tablename__ = "release"
    __table_args__ = (within("readout", "readout_id"), UniqueConstraint("readout_id", "number"))
    secrets = frozenset({"pdf"})

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    readout_id: Mapped[int] = mapped_column(index=True)
    number: Mapped[int] = mapped_column(default=1)
    audience: Mapped[Audience] = mapped_column(words_of(Audience))
    pdf: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column()
    released_by_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    released_at: Mapped[datetime] = mapped_column(UTCTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    withdrawn_because: Mapped[str] = mapped_column(Text, default="")
    embargo_until: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    superseded_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)

    released_by: Mapped[Officer] = relationship(viewonly=True, lazy="raise")
    readout: Mapped[Readout] = relationship(viewonly=True, lazy="raise")
