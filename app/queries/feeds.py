"""Questions about calendar feeds."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.models.feed import Feed, FeedCopy
from app.models.officer import Officer


def by_token_hash(token_hash: str) -> Select[Feed]:
    """The feed behind a secret, with its owner."""
    return (
        select(Feed)
        .options(joinedload(Feed.officer).joinedload(Officer.desk))
        .where(Feed.token_hash == token_hash)
    )


def of_officer(officer_id: int) -> Select[Feed]:
    """An officer's own feeds, living ones first."""
    return (
        select(Feed)
        .options(joinedload(Feed.copy))
        .where(Feed.officer_id == officer_id)
        .order_by(Feed.revoked_at.is_not(None), Feed.made_at.desc(), Feed.id.desc())
    )


def by_ref(ref: str, officer_id: int) -> Select[Feed]:
    """An officer's own feed with this public identifier; another's does not exist for them."""
    return select(Feed).where(Feed.ref == ref, Feed.officer_id == officer_id)


def copy_of(feed_id: int) -> Select[FeedCopy]:
    """What a feed answered last."""
    return select(FeedCopy).where(FeedCopy.feed_id == feed_id)


def copies_of_officer(officer_id: int) -> Select[FeedCopy]:
    """What is kept of an officer's links."""
    return select(FeedCopy).join(Feed, Feed.id == FeedCopy.feed_id).where(Feed.officer_id == officer_id)
