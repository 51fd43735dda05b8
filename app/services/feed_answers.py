"""What a program that polls a feed is answered: the copy that is kept of it, or the feed written anew."""

import hashlib
import logging
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select

from app import queries
from app.domain.feed_program import program_of
from app.models.feed import Feed, FeedCopy
from app.services.feed_contents import body_of, questions
from app.services.unit_of_work import UnitOfWork

log = logging.getLogger("rapporteur")
FETCH_NOTED_EVERY = timedelta(minutes=10)
"""A program that polls every few seconds need not be noted each time."""


@dataclass(frozen=True)
class Answer:
    """A calendar as it is sent: `etag` is of its bytes, `changed_at` when they last became others (UTC; None: now).

    `note` is what is to be kept of it after it was sent, if anything.
    """

    body: bytes
    etag: str
    changed_at: datetime | None
    note: "Note | None" = None


@dataclass(frozen=True)
class Note:
    """That a feed was fetched, and the copy that was written for it; `state` is empty if that was there already."""

    feed_id: int
    program: str
    rights: str = ""
    state: str = ""
    etag: str = ""
    body: bytes = b""


def answer(work: UnitOfWork, feed: Feed, base_url: str, agent: str) -> Answer:
    """The feed for its reader at this moment; the work must already be the feed's viewer's.

    Between changes the copy is sent as it is. If the record cannot be written out, whoever has the same rights gets
    the last good copy: half a calendar, or a page of words, would empty programs.
    """
    copy = work.find(queries.feeds.copy_of(feed.id))
    program = program_of(agent)
    asked = questions(work, feed)
    rights, state = marks(work, feed, asked, base_url)
    if copy is not None and (copy.rights, copy.state) == (rights, state):
        return Answer(
            zlib.decompress(copy.body), copy.etag, copy.changed_at, noted(work, copy, Note(feed.id, program))
        )
    try:
        body = body_of(work, feed, asked, base_url)
    except Exception:
        if copy is None or copy.rights != rights:
            raise
        log.exception("A feed could not be written; its last good copy was sent.")
        return Answer(zlib.decompress(copy.body), copy.etag, copy.changed_at)
    etag = of(body).etag
    same = copy is not None and copy.etag == etag
    changed_at = copy.changed_at if copy is not None and same else None
    return Answer(body, etag, changed_at, Note(feed.id, program, rights, state, etag, zlib.compress(body, 6)))


def marks(work: UnitOfWork, feed: Feed, asked: dict[str, Select[Any]], base_url: str) -> tuple[str, str]:
    """Marks of the rights that a feed is read with, and of the state of all it asks the record for."""
    rights = mark_of(
        base_url, feed.version, work.viewer.clearance, sorted(work.viewer.read_in), work.scheme.markings
    )
    tides = [tuple(work.rows(queries.schedule.tide(question))[0]) for question in asked.values()]
    return rights, mark_of(work.today, tides)


def of(body: bytes) -> Answer:
    """An answer that nothing is kept of."""
    return Answer(body, hashlib.sha256(body).hexdigest()[:32], None)


def mark_of(*parts: object) -> str:
    """A short mark that two answers share only if all these parts are equal."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def noted(work: UnitOfWork, copy: FeedCopy, note: Note) -> Note | None:
    """The note, if the same program has not just been noted."""
    lately = copy.fetched_at is not None and work.now - copy.fetched_at < FETCH_NOTED_EVERY
    return None if lately and copy.program == note.program else note


def keep_note(work: UnitOfWork, note: Note) -> None:
    """Put down what a poll left behind: in a short work of its own, after the answer."""
    copy = work.find(queries.feeds.copy_of(note.feed_id))
    if copy is None:
        copy = FeedCopy(feed_id=note.feed_id)
    copy.fetched_at, copy.program = work.now, note.program
    if note.state:
        if copy.etag != note.etag:
            copy.etag, copy.body, copy.changed_at = note.etag, note.body, work.now
        copy.rights, copy.state = note.rights, note.state
    work.add(copy)
