"""A link as a collection of calendar objects, and the log of what changed in it."""

from collections.abc import Sequence
from typing import Any

from app import queries
from app.domain.access import Viewer
from app.domain.errors import Missing
from app.domain.feed import FeedKind
from app.domain.member_log import Changes, compared, revision_in, token_of
from app.models.collection import Collection, CollectionMember
from app.models.feed import Feed
from app.services.feed_answers import marks
from app.services.feed_contents import entries_of, questions, todos_of
from app.services.sign_in import viewer_through
from app.services.unit_of_work import UnitOfWork


def look_through(work: UnitOfWork, feed: Feed) -> None:
    """From here on the work sees what this link may show at this moment. Missing for a link that has ended."""
    viewer: Viewer | None = viewer_through(work, feed)
    if viewer is None:
        raise Missing
    work.become(viewer)


def resources(work: UnitOfWork, feed: Feed, base_url: str) -> dict[str, Any]:
    """The link's entries or things to do as documents, by their unique identifiers; never none.

    The work must look through the link already. Exactly what its subscription would show.
    """
    from app.documents import calendar_object  # slow to load, and few pages need it

    asked = questions(work, feed)
    found: Sequence[Any]
    if feed.kind is FeedKind.FOLLOW_UPS:
        found = todos_of(work, feed, asked, base_url) or [calendar_object.nothing_to_do()]
    else:
        found = entries_of(work, feed, asked, base_url) or [calendar_object.nothing_planned()]
    return {each.uid: calendar_object.resource_of(each) for each in found}


def up_to_date(work: UnitOfWork, feed: Feed, base_url: str) -> Collection:
    """The log of the link, compared with what it shows at this moment if anything moved since.

    Whoever is told a token must find it again: what changed is kept before anything is answered, in a transaction of
    its own that no two can have at once. The contents are read inside it.
    """
    look_through(work, feed)
    row = work.find(queries.calendar_programs.collection(feed.id))
    if row is not None and (row.rights, row.state) == marks(work, feed, questions(work, feed), base_url):
        return row
    work.again()
    row = work.find(queries.calendar_programs.collection(feed.id, held=True))
    if row is None:
        row = work.add(Collection(feed_id=feed.id, rights="", state=""))
    row.rights, row.state = marks(work, feed, questions(work, feed), base_url)
    present = {uid: each.etag for uid, each in resources(work, feed, base_url).items()}
    kept = {member.uid: member for member in work.all(queries.calendar_programs.members(feed.id))}
    put_down(work, row, kept, compared(kept.values(), present, work.now))
    work.keep()
    return row


def put_down(work: UnitOfWork, row: Collection, kept: dict[str, CollectionMember], changes: Changes) -> None:
    """Write the changes into the log, under a new revision if there are any that programs must be told of."""
    if changes.is_news and kept:
        row.revision += 1
    for uid, etag in changes.changed.items():
        kept[uid].etag, kept[uid].gone_at, kept[uid].revision = etag, None, row.revision
    for uid in changes.gone:
        kept[uid].gone_at, kept[uid].revision = work.now, row.revision
    work.add_all(
        [
            CollectionMember(feed_id=row.feed_id, uid=uid, etag=etag, revision=row.revision)
            for uid, etag in changes.new.items()
        ]
    )
    row.oldest = max([row.oldest, *(kept[uid].revision for uid in changes.forgotten)])
    work.remove(*(kept[uid] for uid in changes.forgotten))


def token(row: Collection) -> str:
    """What a program shows next time."""
    return token_of(row.epoch, row.revision)


def present_members(work: UnitOfWork, row: Collection) -> Sequence[CollectionMember]:
    """The members that are there."""
    return [each for each in work.all(queries.calendar_programs.members(row.feed_id)) if each.gone_at is None]


def since(work: UnitOfWork, row: Collection, shown: str) -> Sequence[CollectionMember] | None:
    """What came, changed or went since a token; all that is there for an empty one; None for one that is not known."""
    if not shown:
        return present_members(work, row)
    revision = revision_in(shown, row.epoch, row.oldest, row.revision)
    if revision is None:
        return None
    return work.all(queries.calendar_programs.changed_since(row.feed_id, revision))
