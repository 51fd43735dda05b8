"""Rounds, meetings, and what both have in common: a date with precision, a place, a standing."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.domain.meeting import Level, MeetingFormat, MeetingKind, Standing
from app.domain.stated_date import Precision
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.partner import Partner


def new_uid() -> str:
    """A calendar's unique identifier: random, kept with the record, naming no host (RFC 7986, section 5.3)."""
    return str(uuid.uuid4())


class Sitting:
    """When and where something takes place: as stated, as a range of days, and to the minute where known.

    `starts_at` and `ends_at` are UTC instants derived from the wall times and the zone, which are
    what was agreed; the zone's rules may change before a future meeting, the wall time does not.
    """

    standing: Mapped[Standing] = mapped_column(words_of(Standing), default=Standing.PLANNED)
    stated: Mapped[str] = mapped_column(String(120), default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    precision: Mapped[Precision] = mapped_column(words_of(Precision), default=Precision.NONE)
    starts_wall: Mapped[datetime | None] = mapped_column(default=None)
    ends_wall: Mapped[datetime | None] = mapped_column(default=None)
    zone: Mapped[str] = mapped_column(String(60), default="")
    starts_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    ends_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    city: Mapped[str] = mapped_column(String(120), default="")
    place: Mapped[str] = mapped_column(String(300), default="")
    format: Mapped[MeetingFormat] = mapped_column(words_of(MeetingFormat), default=MeetingFormat.UNKNOWN)
    level: Mapped[Level] = mapped_column(words_of(Level), default=Level.NOT_STATED)
    chatham_house: Mapped[bool] = mapped_column(default=False)
    because: Mapped[str] = mapped_column(Text, default="")
    uid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uid)
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCTime)
    changed_at: Mapped[datetime] = mapped_column(UTCTime)
    invented: Mapped[bool] = mapped_column(default=False)


class Round(Sitting, Restricted, Base):
    """One edition of a dialogue, numbered by humans: none, gaps and intersessionals are allowed."""

    __tablename__ = "round"
    remembered = ("standing", "starts_on", "ends_on", "precision", "stated")
    __table_args__ = (
        parent_key(),
        UniqueConstraint("dialogue_id", "number"),
        Index("ix_round_when", "starts_on"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    number: Mapped[int | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(String(300), default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    next_round_stated: Mapped[str] = mapped_column(String(300), default="")
    confidence: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, "\n".join(
            p for p in (self.title, self.city, self.summary, self.note, self.stated) if p
        )


class Meeting(Sitting, Restricted, Base):
    """One sitting: of a round, between rounds, or with a partner outside any dialogue."""

    __tablename__ = "meeting"
    remembered = ("standing", "starts_on", "ends_on", "partner_id", "round_id")
    __table_args__ = (
        parent_key(),
        within("round", "round_id"),
        Index("ix_meeting_when", "starts_on", "ends_on"),
        Index("ix_meeting_known", "dialogue_id", "marking"),
        Index("ix_meeting_logged", "created_at"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"))
    round_id: Mapped[int | None] = mapped_column(index=True, default=None)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(words_of(MeetingKind), default=MeetingKind.CONTACT)
    title: Mapped[str] = mapped_column(String(300))
    summary: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    logged_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    round: Mapped[Round | None] = relationship(viewonly=True, lazy="raise")
    partner: Mapped[Partner] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, "\n".join(p for p in (self.title, self.city, self.place, self.summary) if p)


class OfSitting:
    """What hangs on a round or on a meeting; a part of a meeting within a round names both."""

    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    round_id: Mapped[int | None] = mapped_column(index=True, default=None)
    meeting_id: Mapped[int | None] = mapped_column(index=True, default=None)

    @declared_attr
    def round(cls) -> Mapped[Round | None]:  # noqa: N805 - a class attribute, declared per table
        """The round that it belongs to."""
        return relationship(Round, viewonly=True, lazy="raise")

    @declared_attr
    def meeting(cls) -> Mapped[Meeting | None]:  # noqa: N805
        """The meeting that it belongs to."""
        return relationship(Meeting, viewonly=True, lazy="raise")


def of_sitting(required: bool = True) -> tuple[object, ...]:
    """The constraints of what hangs on a round or a meeting: within its parent's dialogue, and on one at least."""
    keys: tuple[object, ...] = (within("round", "round_id"), within("meeting", "meeting_id"))
    if required:
        return (*keys, CheckConstraint("round_id IS NOT NULL OR meeting_id IS NOT NULL", name="of_a_sitting"))
    return keys
