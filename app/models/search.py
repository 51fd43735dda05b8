"""The search index: one row per searchable record, under the same lock as the record itself."""

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key
from app.models.need_to_know import Restricted


class SearchEntry(Restricted, Base):
    """What search knows of a record: its kind and reference, a title, the text, and the coded words."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "record_id"),)
    recorded = False

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(30))
    record_id: Mapped[int] = mapped_column()
    record_ref: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
