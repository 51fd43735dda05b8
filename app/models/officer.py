"""Officers, their sign-ins, and who is read in to which dialogue."""

from datetime import date, datetime, time

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.access import Role
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.office import Desk


class Officer(Base):
    """Somebody with an account. A closed account keeps its history and opens no door."""

    __tablename__ = "officer"
    secrets = frozenset({"password_hash", "invitation_hash"})

    id: Mapped[Key]
    ref: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[Role] = mapped_column(words_of(Role))
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"), default=None)
    clearance: Mapped[int] = mapped_column(default=0)
    zone: Mapped[str] = mapped_column(String(60), default="")
    compact: Mapped[bool] = mapped_column(default=False)
    digest_days: Mapped[list[int]] = mapped_column(JSON, default=lambda: [0])
    digest_at: Mapped[time] = mapped_column(default=time(8))
    password_hash: Mapped[str | None] = mapped_column(String(200), default=None)
    invitation_hash: Mapped[str | None] = mapped_column(String(64), unique=True, default=None)
    invited_until: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    version: Mapped[int] = mapped_column(default=1)

    desk: Mapped[Desk | None] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}


class Leave(Base):
    """Days on which an officer is away, both included, and who looks after their follow-ups meanwhile."""

    __tablename__ = "leave"
    __table_args__ = (Index("ix_leave_days", "officer_id", "last_day"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), index=True, default=None)
    first_day: Mapped[date]
    last_day: Mapped[date]

    officer: Mapped[Officer] = relationship(viewonly=True, lazy="raise", foreign_keys=[officer_id])
    deputy: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise", foreign_keys=[deputy_id])


class ReadIn(Base):
    """An admission to a dialogue: of one officer by name, or of a whole desk."""

    __tablename__ = "read_in"
    __table_args__ = (
        CheckConstraint("(officer_id IS NULL) <> (desk_id IS NULL)", name="one_of_officer_and_desk"),
        UniqueConstraint("dialogue_id", "officer_id"),
        UniqueConstraint("dialogue_id", "desk_id"),
    )

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), index=True, default=None)
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"), index=True, default=None)
    since: Mapped[datetime] = mapped_column(UTCTime)

    officer: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
    desk: Mapped[Desk | None] = relationship(viewonly=True, lazy="raise")


class SignedIn(Base):
    """A sign-in that lasts: kept here and not in the cookie, so that it can end at once."""

    __tablename__ = "signed_in"
    recorded = False

    id: Mapped[Key]
    ref: Mapped[Ref]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    opened_at: Mapped[datetime] = mapped_column(UTCTime)
    seen_at: Mapped[datetime] = mapped_column(UTCTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    program: Mapped[str] = mapped_column(String(120), default="")

    officer: Mapped[Officer] = relationship(viewonly=True, lazy="raise")


class Attempt(Base):
    """How often somebody knocked at one door: an account's from one network, from anywhere, or a network's."""

    __tablename__ = "attempt"
    recorded = False

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    window_started: Mapped[datetime] = mapped_column(UTCTime)
    count: Mapped[int] = mapped_column(default=0)


class Draft(Base):
    """What an officer has typed into a form and not yet saved; only they are offered it back."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("officer_id", "path"),)
    recorded = False

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    path: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column()
    kept_at: Mapped[datetime] = mapped_column(UTCTime)


class Submission(Base):
    """A form that was saved once: a double click or a reload finds its answer and does nothing twice.

    `path` names the form as a draft does, `digest` is the SHA-256 (hex) of what was sent.
    """

    __tablename__ = "submission"
    __table_args__ = (Index("ix_submission_form", "officer_id", "path", "made_at"),)
    recorded = False

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), primary_key=True)
    once: Mapped[str] = mapped_column(String(40), primary_key=True)
    path: Mapped[str] = mapped_column(String(300), default="")
    digest: Mapped[str] = mapped_column(String(64), default="")
    location: Mapped[str] = mapped_column(String(500), default="")
    made_at: Mapped[datetime] = mapped_column(UTCTime)
