"""Calendar feeds: opened with a secret that is shown once, polled with their owner's rights, revoked."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, replace
from datetime import timedelta
from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.feed import Detail, FeedFacts, FeedKind, no_more_than
from app.domain.marking import Marking, ShownInFeed
from app.domain.schedule import Entry, entry_of, horizon, in_horizon
from app.domain.season import entry_of_season
from app.domain.step_entry import entry_of_step, todo_of
from app.models.commitment import FollowUp
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
    return feed


def poll(work: UnitOfWork, feed: Feed, base_url: str) -> bytes:
    """The feed as its reader may know it at this moment. The work must already be the feed's viewer's."""
    from app.documents import calendar  # slow to load, and few pages need it

    if feed.kind is FeedKind.SEASONS:
        return calendar.feed(feed.name, seasons_of(work, feed, base_url))
    first, last = horizon(work.today, feed.back_days, feed.ahead_days)
    only = narrowed(work, feed)
    if feed.kind is FeedKind.FOLLOW_UPS:
        steps = work.all(queries.schedule.own_steps(feed.officer_id, first, last, only))
        todos = (
            todo_of(row, marking, how, url)
            for row, marking, how, url in shown_steps(work, feed, steps, base_url)
        )
        return calendar.things_to_do(feed.name, [todo for todo in todos if todo is not None])
    asked: Any = (first, last, feed.with_cancelled, only)
    shown: list[tuple[Any, str]] = [(row, "rounds") for row in work.all(queries.schedule.rounds(*asked))]
    shown += [(row, "meetings") for row in work.all(queries.schedule.meetings(*asked))]
    found = [
        entry_of(
            row,
            marking := work.scheme.of(row.marking),
            feed.ceiling,
            f"{base_url}/{path}/{row.ref}",
            no_more_than(marking.may_go_in_feeds, feed.detail),
        )
        for row, path in shown
    ]
    if feed.with_follow_ups:
        due = work.all(queries.schedule.due(feed.officer_id, first, last, only))
        found += [
            entry_of_step(row, marking, how, url)
            for row, marking, how, url in shown_steps(work, feed, due, base_url)
        ]
    entries = [ringing(entry, feed.alarm_minutes) for entry in found if entry is not None]
    return calendar.feed(feed.name, entries)


def seasons_of(work: UnitOfWork, feed: Feed, base_url: str) -> list[Entry]:
    """The multilateral calendar as entries: public, and so the same for everybody."""
    first, last = horizon(work.today, feed.back_days, feed.ahead_days)
    full = feed.detail is Detail.FULL
    found = [
        entry_of_season(row, f"{base_url}/seasons#{row.ref}" if full else "", with_place=full)
        for row in work.all(queries.seasons.between(first, last, cancelled=feed.with_cancelled))
    ]
    return [
        ringing(entry, feed.alarm_minutes)
        for entry in found
        if in_horizon(entry, work.today, feed.back_days, feed.ahead_days)
    ]


def ringing(entry: Entry, minutes: int) -> Entry:
    """The entry with its alarm, if it begins at a known time or is one known day."""
    knows_when = entry.starts is not None or entry.first_day == entry.last_day
    return replace(entry, alarm_minutes=minutes) if minutes and knows_when else entry


def shown_steps(
    work: UnitOfWork, feed: Feed, steps: Iterable[FollowUp], base_url: str
) -> Iterator[tuple[FollowUp, Marking, ShownInFeed, str]]:
    """Follow-ups with their marking, how much may be said of them, and the address of their page."""
    for row in steps:
        marking = work.scheme.of(row.marking)
        how = no_more_than(marking.may_go_in_feeds, feed.detail)
        yield row, marking, how, f"{base_url}/follow-ups/{row.ref}"


def narrowed(work: UnitOfWork, feed: Feed) -> list[int] | None:
    """The dialogues that the feed is narrowed to; None for all that its reader may know."""
    if not (feed.partner_code or feed.region or feed.dialogue_ref):
        return None
    return [
        row.id
        for row in work.all(queries.schedule.dialogues())
        if (not feed.partner_code or row.partner.code == feed.partner_code)
        and (not feed.region or feed.region in row.partner.regions)
        and (not feed.dialogue_ref or row.ref == feed.dialogue_ref)
    ]


def is_over(work: UnitOfWork, feed: Feed) -> bool:
    """True once an ended feed has said so for long enough."""
    ended = feed.revoked_at or feed.officer.closed_at
    return ended is not None and work.now - ended > NOTICE_LASTS


def farewell(work: UnitOfWork, feed: Feed) -> bytes:
    """What an ended feed answers: one notice on the day on which it ended."""
    from app.documents import calendar

    ended: Any = feed.revoked_at or feed.officer.closed_at or work.now
    return calendar.ended(feed.name, ended.date())
