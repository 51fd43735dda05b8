"""Which record speaks of what: topics, instruments, norms and measures, as rows that can be counted."""

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key
from app.models.need_to_know import Restricted


class Tag(Restricted, Base):
    """One term on one record; derived from the record itself and kept beside it."""

    __tablename__ = "tag"
    __table_args__ = (
        Index("ix_tag_record", "record_kind", "record_id"),
        Index("ix_tag_term", "kind", "code"),
    )
    recorded = False

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(60))
    record_kind: Mapped[str] = mapped_column(String(30))
    record_id: Mapped[int] = mapped_column()
