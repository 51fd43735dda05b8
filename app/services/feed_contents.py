"""What a feed contains: what it asks the record for, and that written out for its reader."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Select

from app import queries
from app.domain.feed import Detail, FeedKind, no_more_than
from app.domain.marking import Marking, ShownInFeed
from app.domain.schedule import Entry, entry_of, horizon, in_horizon
from app.domain.season import entry_of_season
from app.domain.step_entry import Todo, entry_of_step, todo_of
from app.models.commitment import FollowUp
from app.models.feed import Feed
from app.services.unit_of_work import UnitOfWork


def questions(work: UnitOfWork, feed: Feed) -> dict[str, Select[Any]]:
    """What a feed asks the record for, by the pages to which the rows belong."""
    first, last = horizon(work.today, feed.back_days, feed.ahead_days)
    if feed.kind is FeedKind.SEASONS:
        return {"seasons": queries.seasons.between(first, last, cancelled=feed.with_cancelled)}
    only = narrowed(work, feed)
    if feed.kind is FeedKind.FOLLOW_UPS:
        return {"follow-ups": queries.schedule.own_steps(feed.officer_id, first, last, only)}
    asked: Any = (first, last, feed.with_cancelled, only)
    found: dict[str, Select[Any]] = {
        "rounds": queries.schedule.rounds(*asked),
        "meetings": queries.schedule.meetings(*asked),
    }
    if feed.with_follow_ups:
        found["follow-ups"] = queries.schedule.due(feed.officer_id, first, last, only)
    return found


def body_of(work: UnitOfWork, feed: Feed, asked: dict[str, Select[Any]], base_url: str) -> bytes:
    """The feed as its reader may know it at this moment. The work must already be the feed's viewer's."""
    from app.documents import calendar, things_to_do  # slow to load, and few pages need it

    if feed.kind is FeedKind.FOLLOW_UPS:
        return things_to_do.things_to_do(feed.name, todos_of(work, feed, asked, base_url))
    return calendar.feed(feed.name, entries_of(work, feed, asked, base_url))


def todos_of(work: UnitOfWork, feed: Feed, asked: dict[str, Select[Any]], base_url: str) -> list[Todo]:
    """The things to do that a feed of follow-ups shows."""
    steps = shown_steps(work, feed, work.all(asked["follow-ups"]), base_url)
    return [todo for todo in (todo_of(*step) for step in steps) if todo is not None]


def entries_of(work: UnitOfWork, feed: Feed, asked: dict[str, Select[Any]], base_url: str) -> list[Entry]:
    """The entries that any other feed shows."""
    rows = {path: work.all(question) for path, question in asked.items()}
    steps = list(shown_steps(work, feed, rows.pop("follow-ups", ()), base_url))
    found: list[Entry | None] = [entry_of_season_in(feed, row, base_url) for row in rows.pop("seasons", ())]
    found += [entry_of_sitting(work, feed, row, f"{base_url}/{path}") for path in rows for row in rows[path]]
    found += [entry_of_step(*step) for step in steps]
    return [
        ringing(entry, feed.alarm_minutes)
        for entry in found
        if entry is not None and in_horizon(entry, work.today, feed.back_days, feed.ahead_days)
    ]


def entry_of_season_in(feed: Feed, row: Any, base_url: str) -> Entry:
    """An entry of the multilateral calendar: public, and so the same for everybody who asked for as much."""
    full = feed.detail is Detail.FULL
    return entry_of_season(row, f"{base_url}/seasons#{row.ref}" if full else "", with_place=full)


def entry_of_sitting(work: UnitOfWork, feed: Feed, row: Any, pages: str) -> Entry | None:
    """A round's or meeting's entry, with as much as its marking and the feed let it say."""
    marking = work.scheme.of(row.marking)
    how = no_more_than(marking.may_go_in_feeds, feed.detail)
    return entry_of(row, marking, feed.ceiling, f"{pages}/{row.ref}", how)


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
        if (not feed.partner_code or feed.partner_code in {row.partner.code, *row.parties})
        and (not feed.region or feed.region in row.partner.regions)
        and (not feed.dialogue_ref or row.ref == feed.dialogue_ref)
    ]
