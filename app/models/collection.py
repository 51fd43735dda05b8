"""What calendar programs were last told of each link: kept so that they can be told what changed since."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, UTCTime, new_ref


class Collection(Base):
    """How far the log of a link's members has come.

    `rights` and `state` mark what it was last compared with, as of a FeedCopy. From revision `oldest` on everything
    that went is known; `epoch` tells this log from an earlier one of the same link.
    """

    __tablename__ = "collection"
    recorded = False

    feed_id: Mapped[int] = mapped_column(ForeignKey("feed.id"), primary_key=True)
    epoch: Mapped[str] = mapped_column(String(16), default=new_ref)
    revision: Mapped[int] = mapped_column(default=1)
    oldest: Mapped[int] = mapped_column(default=1)
    rights: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[str] = mapped_column(String(64), default="")


class CollectionMember(Base):
    """One member by its unique identifier: the tag of its bytes, and the revision in which it came, changed or went.

    Nothing is kept of what it says. One that went stays for a while, with the moment at which that was noticed.
    """

    __tablename__ = "collection_member"
    __table_args__ = (Index("ix_collection_member_since", "feed_id", "revision"),)
    recorded = False

    feed_id: Mapped[int] = mapped_column(ForeignKey("collection.feed_id"), primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), primary_key=True)
    etag: Mapped[str] = mapped_column(String(32))
    revision: Mapped[int] = mapped_column()
    gone_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
