"""Commitments and follow-ups, each with the history of its status."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.commitment import LIVE, CommitmentStatus, OwedBy, Strength
from app.domain.follow_up import FollowUpStatus
from app.domain.organisations_named import organisations_named
from app.domain.stated_date import Precision
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.round import OfSitting, of_sitting
from app.models.season import Season
from app.models.source_text import SourceText


class Commitment(OfSitting, Restricted, Base):
    """A quoted sentence with its source: what a party undertook. `due` is the working date.

    `starts_at` and `ends_at` are its place in the source text, in characters; `rhythm` is how often it comes again
    (ISO 8601 duration); `joined_to_id` names the record that counts, where two tell of the same promise.
    Where `due_season_id` names an event, the due date is that event's, and moves when it does.
    """

    __tablename__ = "commitment"
    remembered = (
        "status", "owed_by", "due", "agreed_on", "times_carried", "topics", "instruments", "norms", "cbms",
        "organisations", "round_id", "meeting_id",
    )  # fmt: skip
    __table_args__ = (
        parent_key(),
        *of_sitting(required=False),
        within("source_text", "source_text_id"),
        within("commitment", "joined_to_id"),
        Index("ix_commitment_live", "status", "due"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    sentence: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(1000), default="")
    stands_at: Mapped[str] = mapped_column(String(120), default="")
    owed_by: Mapped[OwedBy] = mapped_column(words_of(OwedBy))
    owed_by_name: Mapped[str] = mapped_column(String(200), default="")
    first_mover: Mapped[str] = mapped_column(String(200), default="")
    due_stated: Mapped[str] = mapped_column(String(200), default="")
    due_from: Mapped[date | None] = mapped_column(default=None)
    due_until: Mapped[date | None] = mapped_column(default=None)
    due_precision: Mapped[Precision] = mapped_column(words_of(Precision), default=Precision.NONE)
    due: Mapped[date | None] = mapped_column(default=None)
    due_season_id: Mapped[int | None] = mapped_column(ForeignKey("season.id"), index=True, default=None)
    hangs_on: Mapped[str] = mapped_column(String(200), default="")
    rhythm: Mapped[str] = mapped_column(String(12), default="")
    source_text_id: Mapped[int | None] = mapped_column(index=True, default=None)
    starts_at: Mapped[int | None] = mapped_column(default=None)
    ends_at: Mapped[int | None] = mapped_column(default=None)
    joined_to_id: Mapped[int | None] = mapped_column(index=True, default=None)
    strength: Mapped[Strength] = mapped_column(words_of(Strength), default=Strength.FIRM)
    status: Mapped[CommitmentStatus] = mapped_column(
        words_of(CommitmentStatus), default=CommitmentStatus.OPEN
    )
    times_carried: Mapped[int] = mapped_column(default=0)
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    topics: Mapped[list[str]] = mapped_column(JSON, default=list)
    instruments: Mapped[list[str]] = mapped_column(JSON, default=list)
    norms: Mapped[list[str]] = mapped_column(JSON, default=list)
    cbms: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime] = mapped_column(UTCTime)
    moved_at: Mapped[datetime] = mapped_column(UTCTime)
    invented: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    source_text: Mapped[SourceText | None] = relationship(viewonly=True, lazy="raise")
    due_season: Mapped[Season | None] = relationship(viewonly=True, lazy="raise")
    moves: Mapped[list["CommitmentMove"]] = relationship(
        viewonly=True, lazy="raise", order_by="CommitmentMove.at, CommitmentMove.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def has_ended(self) -> bool:
        """True once it is kept, not kept, overtaken or dropped."""
        return self.status not in LIVE

    @property
    def organisations(self) -> list[str]:
        """The organisations that it names, by code."""
        return organisations_named(f"{self.sentence}\n{self.hangs_on}")

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.sentence, "\n".join(p for p in (self.sentence, self.hangs_on, self.due_stated) if p)

    @property
    def tagged(self) -> list[tuple[str, str]]:
        """The terms that it speaks of, as (kind, code)."""
        lists = (
            ("topic", self.topics),
            ("instrument", self.instruments),
            ("norm", self.norms),
            ("cbm", self.cbms),
        )
        return [(kind, code) for kind, codes in lists for code in codes]


class CommitmentMove(Restricted, Base):
    """One step of a commitment's status: who, when, a sentence, the evidence, and the round at whose close it was."""

    __tablename__ = "commitment_move"
    __table_args__ = (within("commitment", "commitment_id"), within("round", "round_id"))

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    commitment_id: Mapped[int] = mapped_column(index=True)
    was: Mapped[CommitmentStatus | None] = mapped_column(words_of(CommitmentStatus, "was"), default=None)
    became: Mapped[CommitmentStatus] = mapped_column(words_of(CommitmentStatus, "became"))
    at: Mapped[datetime] = mapped_column(UTCTime)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    round_id: Mapped[int | None] = mapped_column(index=True, default=None)
    word: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str] = mapped_column(Text, default="")

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
    commitment: Mapped[Commitment] = relationship(viewonly=True, lazy="raise")


class FollowUp(OfSitting, Restricted, Base):
    """Our next step towards a commitment, or out of a meeting: an owner, a date, a status."""

    __tablename__ = "follow_up"
    remembered = ("status", "due", "owner_id", "owner_unit", "commitment_id")
    __table_args__ = (
        parent_key(),
        *of_sitting(required=False),
        within("commitment", "commitment_id"),
        Index("ix_follow_up_live", "status", "due"),
        Index("ix_follow_up_owner", "owner_id", "status"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    commitment_id: Mapped[int | None] = mapped_column(index=True, default=None)
    text: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    owner_unit: Mapped[str] = mapped_column(String(200), default="")
    due_stated: Mapped[str] = mapped_column(String(200), default="")
    due: Mapped[date | None] = mapped_column(default=None)
    status: Mapped[FollowUpStatus] = mapped_column(words_of(FollowUpStatus), default=FollowUpStatus.OPEN)
    waiting_since: Mapped[date | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(UTCTime)
    moved_at: Mapped[datetime] = mapped_column(UTCTime)
    reviewed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    invented: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    commitment: Mapped[Commitment | None] = relationship(viewonly=True, lazy="raise")
    owner: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
    moves: Mapped[list["FollowUpMove"]] = relationship(
        viewonly=True, lazy="raise", order_by="FollowUpMove.at, FollowUpMove.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_owned(self) -> bool:
        """True if a unit has it, or an officer whose account is open; it was asked for with its owner."""
        return bool(self.owner_unit) or (self.owner is not None and self.owner.closed_at is None)

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.text, f"{self.text}\n{self.owner_unit}"


class FollowUpMove(Restricted, Base):
    """One step of a follow-up: its status, its owner or its date changed; who, when, a sentence."""

    __tablename__ = "follow_up_move"
    __table_args__ = (within("follow_up", "follow_up_id"),)

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    follow_up_id: Mapped[int] = mapped_column(index=True)
    was: Mapped[FollowUpStatus | None] = mapped_column(words_of(FollowUpStatus, "was"), default=None)
    became: Mapped[FollowUpStatus] = mapped_column(words_of(FollowUpStatus, "became"))
    at: Mapped[datetime] = mapped_column(UTCTime)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    word: Mapped[str] = mapped_column(Text, default="")

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
