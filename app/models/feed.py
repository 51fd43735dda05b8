"""Calendar feeds: a secret of one person, kept only as its hash."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.feed import Detail, FeedKind
from app.domain.schedule import AHEAD_DAYS, BACK_DAYS
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.officer import Officer


class Feed(Base):
    """One subscription: whose rights it has, how high it may go, and whether it still lives."""

    __tablename__ = "feed"
    secrets = frozenset({"token_hash"})

    id: Mapped[Key]
    ref: Mapped[Ref]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    ceiling: Mapped[int] = mapped_column()
    kind: Mapped[FeedKind] = mapped_column(words_of(FeedKind, checked=False), default=FeedKind.MEETINGS)
    partner_code: Mapped[str] = mapped_column(String(20), default="")
    region: Mapped[str] = mapped_column(String(60), default="")
    dialogue_ref: Mapped[str] = mapped_column(String(16), default="")
    detail: Mapped[Detail] = mapped_column(words_of(Detail, checked=False), default=Detail.FULL)
    with_cancelled: Mapped[bool] = mapped_column(default=True)
    with_follow_ups: Mapped[bool] = mapped_column(default=False)
    alarm_minutes: Mapped[int] = mapped_column(default=0)
    back_days: Mapped[int] = mapped_column(default=BACK_DAYS)
    ahead_days: Mapped[int] = mapped_column(default=AHEAD_DAYS)
    made_at: Mapped[datetime] = mapped_column(UTCTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    version: Mapped[int] = mapped_column(default=1)

    officer: Mapped[Officer] = relationship(viewonly=True, lazy="raise")
    copy: Mapped["FeedCopy | None"] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}


class FeedCopy(Base):
    """What a feed answered last, and who fetched it: so that a poll between changes need not write it anew.

    It is only ever given to whoever has the `rights` it was written for, and forgotten when the feed ends.
    No address is kept of who fetches, only the moment and the program's name.
    """

    __tablename__ = "feed_copy"
    recorded = False

    feed_id: Mapped[int] = mapped_column(ForeignKey("feed.id"), primary_key=True)
    rights: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[str] = mapped_column(String(64), default="")
    etag: Mapped[str] = mapped_column(String(64), default="")
    body: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    changed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    fetched_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
    program: Mapped[str] = mapped_column(String(40), default="")
