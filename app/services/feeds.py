"""Calendar feeds: opened with a secret that is shown once, polled with their owner's rights, revoked."""

from dataclasses import asdict, fields
from datetime import timedelta
from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.feed import FeedFacts
from app.models.feed import Feed
from app.services.secrets_kept import hash_of, new_secret
from app.services.unit_of_work import UnitOfWork

NOTICE_LASTS = timedelta(days=90)
"""So long an ended link answers with a notice: most programs keep what they had on any error."""


def open_feed(work: UnitOfWork, facts: FeedFacts) -> tuple[Feed, str]:
    """Open a feed of the viewer's; the feed, and its secret, which nobody can see again.

    RuleBroken on `ceiling` if it is above what the viewer or the house may know.
    """
    work.act(Action.OPEN_FEED, on=OFFICE)
    checked(work, facts)
    secret = new_secret()
    feed = work.add(
        Feed(officer_id=work.viewer.officer_id, token_hash=hash_of(secret), made_at=work.now, **asdict(facts))
    )
    return feed, secret


def checked(work: UnitOfWork, facts: FeedFacts) -> None:
    """RuleBroken on `ceiling`, `dialogue` or `region` for what the viewer may not have."""
    work.scheme.door(facts.ceiling, "ceiling")
    if facts.ceiling > work.viewer.clearance or work.viewer.officer_id is None:
        raise RuleBroken("ceiling", "A feed goes no higher than your own clearance.")
    if facts.dialogue_ref and work.find(queries.dialogues.by_ref(facts.dialogue_ref)) is None:
        raise RuleBroken("dialogue", "Choose one of those listed.")


def revise(work: UnitOfWork, ref: str, facts: FeedFacts, seen_version: int | None) -> Feed:
    """Show something else under the same link, from the next poll on."""
    feed = work.one(queries.feeds.by_ref(ref, work.viewer.officer_id or 0))
    work.act(Action.REVISE_FEED, on=OFFICE, word=facts.name)
    work.unchanged(feed, seen_version)
    if feed.revoked_at is not None:
        raise RuleBroken("", "This link has ended. Make a new one.")
    checked(work, facts)
    for name, value in asdict(facts).items():
        setattr(feed, name, value)
    work.flush()
    return feed


def rotate(work: UnitOfWork, ref: str) -> tuple[Feed, str]:
    """The same calendar under a new secret: the old link ends with a notice, in case that it went astray."""
    old = work.one(queries.feeds.by_ref(ref, work.viewer.officer_id or 0))
    if old.revoked_at is not None:
        raise RuleBroken("", "This link has ended. Make a new one.")
    facts = facts_of(old)
    revoke(work, ref)
    return open_feed(work, facts)


def facts_of(feed: Feed) -> FeedFacts:
    """What a feed shows."""
    return FeedFacts(**{each.name: getattr(feed, each.name) for each in fields(FeedFacts)})


def revoke(work: UnitOfWork, ref: str) -> Feed:
    """End a feed of the viewer's: its link shows nothing from the next poll on."""
    feed = work.one(queries.feeds.by_ref(ref, work.viewer.officer_id or 0))
    work.act(Action.REVOKE_FEED, on=OFFICE, word=feed.name)
    if feed.revoked_at is None:
        feed.revoked_at = work.now
        copy = work.find(queries.feeds.copy_of(feed.id))
        if copy is not None:
            work.remove(copy)
        forget_members(work, feed)
    return feed


def forget_members(work: UnitOfWork, feed: Feed) -> None:
    """Nothing is kept any longer of what calendar programs were told of an ended link."""
    work.remove(*work.all(queries.calendar_programs.members(feed.id)))
    row = work.find(queries.calendar_programs.collection(feed.id))
    if row is not None:
        work.remove(row)


def is_over(work: UnitOfWork, feed: Feed) -> bool:
    """True once an ended feed has said so for long enough."""
    ended = feed.revoked_at or feed.officer.closed_at
    return ended is not None and work.now - ended > NOTICE_LASTS


def farewell(work: UnitOfWork, feed: Feed) -> bytes:
    """What an ended feed answers: one notice on the day on which it ended."""
    from app.documents import calendar

    ended: Any = feed.revoked_at or feed.officer.closed_at or work.now
    return calendar.ended(feed.name, ended.date())


def square_of(address: str) -> Any:
    """A link's address as a code for a telephone's camera."""
    from app.documents import qr_code

    return qr_code.square(address)
