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


class DayOff(Base):
    """A day on which a side rests (its code, as a partner's), as the house knows it beside the package's calendar."""

    __tablename__ = "day_off"
    __table_args__ = (UniqueConstraint("side", "day"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    side: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column()
    name: Mapped[str] = mapped_column(String(120))
