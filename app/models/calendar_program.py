"""Calendar programs on an officer's devices: each comes in with a password of its own."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.database import Base, Key, Ref, UTCTime
from app.models.officer import Officer


class CalendarProgram(Base):
    """One device that reads its officer's calendars: what the officer calls it, and whether it still may."""

    __tablename__ = "calendar_program"
    secrets = frozenset({"password_hash"})

    id: Mapped[Key]
    ref: Mapped[Ref]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UTCTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)

    officer: Mapped[Officer] = relationship(viewonly=True, lazy="raise")
    visit: Mapped["ProgramVisit | None"] = relationship(viewonly=True, lazy="raise")


class ProgramVisit(Base):
    """When a device was last here and which program it ran; no address is kept."""

    __tablename__ = "program_visit"
    recorded = False

    calendar_program_id: Mapped[int] = mapped_column(ForeignKey("calendar_program.id"), primary_key=True)
    used_at: Mapped[datetime] = mapped_column(UTCTime)
    program: Mapped[str] = mapped_column(String(40), default="")
