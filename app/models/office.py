"""The office itself: its desks, its own side, its reference data."""

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.house_rules import NAMES, USUAL, HouseRules
from app.models.database import Base, Key, Ref, UTCTime


class OfficeRow(Base):
    """One row: whose chair the record is kept from, and the one-time address of the first set-up."""

    __tablename__ = "office"
    secrets = frozenset({"set_up_hash"})

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(120), default="Cyber Diplomacy Desk")
    own_side: Mapped[str] = mapped_column(String(20), default="EU")
    own_name: Mapped[str] = mapped_column(String(120), default="European Union")
    zone: Mapped[str] = mapped_column(String(60), default="Europe/Brussels")
    scheme: Mapped[str] = mapped_column(String(20), default="tlp")
    soon_days: Mapped[int] = mapped_column(default=USUAL.soon_days)
    waiting_days: Mapped[int] = mapped_column(default=USUAL.waiting_days)
    still_days: Mapped[int] = mapped_column(default=USUAL.still_days)
    late_days: Mapped[int] = mapped_column(default=USUAL.late_days)
    carried_times: Mapped[int] = mapped_column(default=USUAL.carried_times)
    dormant_months: Mapped[int] = mapped_column(default=USUAL.dormant_months)
    grace_months: Mapped[int] = mapped_column(default=USUAL.grace_months)
    clearance_days: Mapped[int] = mapped_column(default=USUAL.clearance_days)
    set_up_hash: Mapped[str | None] = mapped_column(String(64), default=None)
    set_up_until: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    set_up_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def rules(self) -> HouseRules:
        """The days and counts by which the office judges."""
        return HouseRules(**{name: getattr(self, name) for name in NAMES})


class Desk(Base):
    """A unit of the ministry that keeps dialogues."""

    __tablename__ = "desk"

    id: Mapped[Key]
    ref: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(120), unique=True)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class TermRow(Base):
    """A word of the reference data that an administrator added or retired; the shipped ones live in files."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    kind: Mapped[str] = mapped_column(String(30))
    code: Mapped[str] = mapped_column(String(60))
    label: Mapped[str] = mapped_column(String(200))
    gist: Mapped[str] = mapped_column(Text, default="")
    group: Mapped[str] = mapped_column(String(60), default="")
    retired: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
