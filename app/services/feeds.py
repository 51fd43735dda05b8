"""Calendar feeds: opened with a secret that is shown once, polled with their owner's rights, revoked."""

from datetime import timedelta
from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.schedule import Entry, entry_of, horizon
from app.models.feed import Feed
from app.services.secrets_kept import hash_of, new_secret
from app.services.unit_of_work import UnitOfWork

NOTICE_LASTS = timedelta(days=90)
"""So long an ended link answers with a notice: most programs keep what they had on any error."""


def open_feed(
    work: UnitOfWork, *, name: str, ceiling: int, with_cancelled: bool, partner_code: str = ""
) -> tuple[Feed, str]:
    """Open a feed of the viewer's; the feed, and its secret, which nobody can see again.

    RuleBroken on `ceiling` if it is above what the viewer or the house may know.
    """
    work.act(Action.OPEN_FEED, on=OFFICE)
    work.scheme.door(ceiling, "ceiling")
    if ceiling > work.viewer.clearance or work.viewer.officer_id is None:
        raise RuleBroken("ceiling", "A feed goes no higher than your own clearance.")
    secret = new_secret()
    feed = work.add(
        Feed(
            officer_id=work.viewer.officer_id,
            name=name,
            token_hash=hash_of(secret),
            ceiling=ceiling,
            with_cancelled=with_cancelled,
            partner_code=partner_code,
            made_at=work.now,
        )
    )
    return feed, secret


def revoke(work: UnitOfWork, ref: str) -> Feed:
    """End a feed of the viewer's: its link shows nothing from the next poll on."""
    feed = work.one(queries.feeds.by_ref(ref, work.viewer.officer_id or 0))
    work.act(Action.REVOKE_FEED, on=OFFICE, word=feed.name)
    if feed.revoked_at is None:
        feed.revoked_at = work.now
    return feed


def poll(work: UnitOfWork, feed: Feed, base_url: str) -> bytes:
    """The feed as its reader may know it at this moment. The work must already be the feed's viewer's."""
    from app.documents import calendar  # slow to load, and few pages need it

    first, last = horizon(work.today)
    asked: Any = (first, last, feed.with_cancelled, feed.partner_code)
    shown: list[tuple[Any, str]] = [(row, "rounds") for row in work.all(queries.schedule.rounds(*asked))]
    shown += [(row, "meetings") for row in work.all(queries.schedule.meetings(*asked))]
    found = (
        entry_of(row, work.scheme.of(row.marking), feed.ceiling, f"{base_url}/{path}/{row.ref}")
        for row, path in shown
    )
    entries: list[Entry] = [entry for entry in found if entry is not None]
    return calendar.feed(feed.name, entries)


def is_over(work: UnitOfWork, feed: Feed) -> bool:
    """True once an ended feed has said so for long enough."""
    ended = feed.revoked_at or feed.officer.closed_at
    return ended is not None and work.now - ended > NOTICE_LASTS


def farewell(work: UnitOfWork, feed: Feed) -> bytes:
    """What an ended feed answers: one notice on the day on which it ended."""
    from app.documents import calendar

    ended: Any = feed.revoked_at or feed.officer.closed_at or work.now
    return calendar.ended(feed.name, ended.date())
