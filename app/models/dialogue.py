"""Dialogues: the standing formats with partners, and the steps of their status."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from app.domain.dialogue import DialogueKind, DialogueStatus, Track
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted
from app.models.office import Desk
from app.models.officer import Officer
from app.models.partner import Partner


class Dialogue(Restricted, Base):
    """A standing format with a partner. A dialogue is its own dialogue under the lock."""

    __tablename__ = "dialogue"
    remembered = ("kind", "status", "cadence_months", "cadence_stated", "partner_id")
    __table_args__ = (CheckConstraint("id > 0", name="never_the_office"),)

    id: Mapped[Key]
    dialogue_id: Mapped[int] = synonym("id")
    ref: Mapped[Ref]
    marking: Mapped[int] = mapped_column(default=0)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    their_name: Mapped[str] = mapped_column(String(200), default="")
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)
    parties: Mapped[list[str]] = mapped_column(JSON, default=list)
    kind: Mapped[DialogueKind] = mapped_column(words_of(DialogueKind), default=DialogueKind.DIALOGUE)
    track: Mapped[Track] = mapped_column(words_of(Track), default=Track.ONE)
    framework: Mapped[str] = mapped_column(String(300), default="")
    mandate: Mapped[str] = mapped_column(Text, default="")
    cadence_stated: Mapped[str] = mapped_column(String(120), default="")
    cadence_months: Mapped[int | None] = mapped_column(default=None)
    purposes: Mapped[str] = mapped_column(Text, default="")
    lead_officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    lead_desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"), index=True, default=None)
    status: Mapped[DialogueStatus] = mapped_column(words_of(DialogueStatus), default=DialogueStatus.PROPOSED)
    note: Mapped[str] = mapped_column(Text, default="")
    invented: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    partner: Mapped[Partner] = relationship(viewonly=True, lazy="raise")
    lead_officer: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
    lead_desk: Mapped[Desk | None] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        names = [
            self.name,
            self.their_name,
            *self.aliases,
            self.framework,
            self.mandate,
            self.purposes,
            self.note,
        ]
        return self.name, "\n".join(part for part in names if part)


class DialogueStep(Restricted, Base):
    """One step of a dialogue's status: to what, on which date as stated, from which source."""

    __tablename__ = "dialogue_step"

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    status: Mapped[DialogueStatus] = mapped_column(words_of(DialogueStatus))
    on_stated: Mapped[str] = mapped_column(String(120), default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(Text, default="")
    word: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    at: Mapped[datetime] = mapped_column(UTCTime)

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
