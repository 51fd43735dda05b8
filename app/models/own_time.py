"""When people and places are not to be had: an officer's busy times, and days off that the house keeps itself."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key, Ref, UTCTime


class BusySpan(Base):
    """That an officer is busy from one instant to another; what with is nobody's business and is not kept."""

    __tablename__ = "busy_span"
    __table_args__ = (Index("ix_busy_span_when", "officer_id", "ends_at"),)
    recorded = False

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    starts_at: Mapped[datetime] = mapped_column(UTCTime)
    ends_at: Mapped[datetime] = mapped_column(UTCTime)


class NamedCalendar(Base):
    """The address of an officer's calendar, from which their busy times are read again and again.

    Whoever knows the address can read the calendar: it is never shown again nor written to a log, only its host is.
    `read_at` is when it was last read well, `whole_at` when it was last not the same as before; `etag` and `modified`
    are the server's marks of what it sent then. `trouble` is what was wrong at `tried_at`, "" if nothing.
    """

    __tablename__ = "named_calendar"
    recorded = False

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), unique=True)
    address: Mapped[str] = mapped_column(String(2000))
    host: Mapped[str] = mapped_column(String(260))
    due_at: Mapped[datetime] = mapped_column(UTCTime, index=True)
    tried_at: Mapped[datetime | None] = mapped_column(UTCTime)
    read_at: Mapped[datetime | None] = mapped_column(UTCTime)
    whole_at: Mapped[datetime | None] = mapped_column(UTCTime)
    failures: Mapped[int] = mapped_column(default=0)
    not_followed: Mapped[int] = mapped_column(default=0)
    etag: Mapped[str] = mapped_column(String(300), default="")
    modified: Mapped[str] = mapped_column(String(100), default="")
    trouble: Mapped[str] = mapped_column(String(300), default="")


class DayOff(Base):
    """A day on which a side rests (its code, as a partner's), as the house knows it beside the package's calendar."""

    __tablename__ = "day_off"
    __table_args__ = (UniqueConstraint("side", "day"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    side: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column()
    name: Mapped[str] = mapped_column(String(120))
