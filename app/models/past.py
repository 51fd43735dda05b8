"""What records were before: the columns that reports count, from when until when they held."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key, UTCTime
from app.models.need_to_know import Restricted


class PastState(Restricted, Base):
    """One state of one record; the present one has no `until`.

    Derived when a work is kept (`remembered` on the record's class names the columns). Marking and dialogue are the
    record's of today, in every state: a marking that was raised hides the past as well.
    """

    __tablename__ = "past_state"
    __table_args__ = (
        Index("ix_past_state_record", "record_kind", "record_id", "until"),
        Index("ix_past_state_since", "record_kind", "since"),
    )
    recorded = False

    id: Mapped[Key]
    record_kind: Mapped[str] = mapped_column(String(30))
    record_id: Mapped[int] = mapped_column()
    since: Mapped[datetime] = mapped_column(UTCTime)
    until: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    state: Mapped[dict[str, Any]] = mapped_column(JSON)
