"""What was said and who was there: delegations, agenda, notes, files and sources of a round or meeting."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.delegation import DelegateRole, Side
from app.domain.meeting import Voice
from app.domain.organisations_named import organisations_named
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.round import OfSitting, of_sitting


class Delegation(OfSitting, Restricted, Base):
    """One side of the table, in an order set by hand; bodies may stand without names, heads without a list."""

    __tablename__ = "delegation"
    __table_args__ = (parent_key(), *of_sitting())

    id: Mapped[Key]
    ref: Mapped[Ref]
    side: Mapped[Side] = mapped_column(words_of(Side))
    party: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)
    head_count: Mapped[int | None] = mapped_column(default=None)
    bodies: Mapped[list[str]] = mapped_column(JSON, default=list)
    seated_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    version: Mapped[int] = mapped_column(default=1)

    delegates: Mapped[list["Delegate"]] = relationship(
        viewonly=True, lazy="raise", order_by="Delegate.position, Delegate.id"
    )

    __mapper_args__ = {"version_id_col": version}


class Delegate(Restricted, Base):
    """Somebody in a delegation, with the office held at that meeting."""

    __tablename__ = "delegate"
    __table_args__ = (within("delegation", "delegation_id"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    delegation_id: Mapped[int] = mapped_column(index=True)
    position: Mapped[int] = mapped_column(default=0)
    role: Mapped[DelegateRole] = mapped_column(words_of(DelegateRole), default=DelegateRole.MEMBER)
    name: Mapped[str] = mapped_column(String(200), default="")
    native_name: Mapped[str] = mapped_column(String(200), default="")
    office: Mapped[str] = mapped_column(String(300), default="")
    body: Mapped[str] = mapped_column(String(200), default="")

    delegation: Mapped[Delegation] = relationship(viewonly=True, lazy="raise")

    @property
    def searchable(self) -> tuple[str, str]:
        """The name and the words under which search finds it."""
        said = [self.name, self.native_name, self.office, self.body]
        return self.name or self.office or self.body, ", ".join(part for part in said if part)


class AgendaItem(OfSitting, Restricted, Base):
    """One item of an agenda, with its topics, and the norms and measures that it is to touch.

    What is annotated to it is ours alone: its `purpose`, what we say, who leads it, how many `minutes` it may take, the
    document.
    """

    __tablename__ = "agenda_item"
    remembered = ("topics", "norms", "cbms", "organisations", "round_id", "meeting_id")
    __table_args__ = (parent_key(), *of_sitting())

    id: Mapped[Key]
    ref: Mapped[Ref]
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(String(300))
    topics: Mapped[list[str]] = mapped_column(JSON, default=list)
    norms: Mapped[list[str]] = mapped_column(JSON, default=list)
    cbms: Mapped[list[str]] = mapped_column(JSON, default=list)
    purpose: Mapped[str] = mapped_column(Text, default="", server_default="")
    lines_to_take: Mapped[str] = mapped_column(Text, default="", server_default="")
    lead: Mapped[str] = mapped_column(String(200), default="", server_default="")
    document: Mapped[str] = mapped_column(String(300), default="", server_default="")
    minutes: Mapped[int | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(default=1)

    notes: Mapped[list["Note"]] = relationship(viewonly=True, lazy="raise", order_by="Note.position, Note.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, f"{self.title}\n{self.purpose}\n{self.lines_to_take}".strip()

    @property
    def tagged(self) -> list[tuple[str, str]]:
        """The terms that it speaks of, as (kind, code)."""
        lists = (("topic", self.topics), ("norm", self.norms), ("cbm", self.cbms))
        return [(kind, code) for kind, codes in lists for code in codes]

    @property
    def organisations(self) -> list[str]:
        """The organisations that its title names, by code."""
        return organisations_named(self.title)


class Note(OfSitting, Restricted, Base):
    """One paragraph of the notes, in one of the voices, with its own marking."""

    __tablename__ = "note"
    __table_args__ = (*of_sitting(), within("agenda_item", "agenda_item_id"))

    id: Mapped[Key]
    ref: Mapped[Ref]
    agenda_item_id: Mapped[int | None] = mapped_column(index=True, default=None)
    position: Mapped[int] = mapped_column(default=0)
    voice: Mapped[Voice] = mapped_column(words_of(Voice))
    text: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    written_at: Mapped[datetime] = mapped_column(UTCTime)
    version: Mapped[int] = mapped_column(default=1)

    written_by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it; who said it is no word to search for."""
        return "Note", self.text


class Attachment(OfSitting, Restricted, Base):
    """A file that belongs to the record: its name and type; its bytes lie in the file store under their hash."""

    __tablename__ = "attachment"
    __table_args__ = (*of_sitting(),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column()
    sha256: Mapped[str] = mapped_column(String(64))
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    added_at: Mapped[datetime] = mapped_column(UTCTime)

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.name, self.name


class Source(OfSitting, Restricted, Base):
    """Where something was read: a text of ours, of the partner's, or of somebody else's."""

    __tablename__ = "source"
    __table_args__ = (*of_sitting(),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    title: Mapped[str] = mapped_column(String(500))
    url: Mapped[str] = mapped_column(String(1000), default="")
    kind: Mapped[str] = mapped_column(String(40), default="")
