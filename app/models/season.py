"""Seasons: the events of the multilateral calendar, which are public and belong to the whole office."""

from datetime import date, datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.season import SeasonKind
from app.domain.stated_date import Precision
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.round import new_uid


class Season(Base):
    """One edition of an event: its days as stated and as a range, and how sure they are.

    `origin` is its code in the list that ships, `ics_uid` its identifier in the calendar that it was read from;
    None for what was typed here. `uid` and `revision` are what calendars know it by.
    """

    __tablename__ = "season"
    __table_args__ = (Index("ix_season_when", "starts_on", "ends_on"),)

    id: Mapped[Key]
    ref: Mapped[Ref]
    uid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uid)
    name: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[SeasonKind] = mapped_column(words_of(SeasonKind, checked=False))
    stated: Mapped[str] = mapped_column(String(120), default="")
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    precision: Mapped[Precision] = mapped_column(words_of(Precision))
    confirmed: Mapped[bool] = mapped_column(default=False)
    city: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(1000), default="")
    origin: Mapped[str | None] = mapped_column(String(80), unique=True, default=None)
    ics_uid: Mapped[str | None] = mapped_column(String(255), unique=True, default=None)
    revision: Mapped[int] = mapped_column(default=0)
    cancelled: Mapped[bool] = mapped_column(default=False)
    because: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(UTCTime)
    changed_at: Mapped[datetime] = mapped_column(UTCTime)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
