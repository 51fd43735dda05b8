"""The audit log: append-only, chained by hashes, itself under need to know."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.action import Action
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.need_to_know import Restricted


class AuditEntry(Restricted, Base):
    """One act: who, when, what, on which record of which dialogue, and what it changed."""

    __tablename__ = "audit_entry"
    recorded = False

    id: Mapped[Key]
    ref: Mapped[Ref]
    sequence: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(UTCTime, index=True)
    officer_id: Mapped[int | None] = mapped_column(index=True, default=None)
    officer_name: Mapped[str] = mapped_column(String(120), default="")
    action: Mapped[Action] = mapped_column(words_of(Action, checked=False))
    record_kind: Mapped[str] = mapped_column(String(40), default="")
    record_ref: Mapped[str] = mapped_column(String(16), default="", index=True)
    address: Mapped[str] = mapped_column(String(64), default="")
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    word: Mapped[str] = mapped_column(Text, default="")
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The end of the chain: one row, locked while an entry is added."""

    __tablename__ = "audit_head"
    recorded = False

    id: Mapped[Key]
    sequence: Mapped[int] = mapped_column(default=0)
    hash: Mapped[str] = mapped_column(String(64), default="0" * 64)
