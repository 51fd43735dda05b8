"""Incoming mail: answers of guests are fetched from a mailbox, each taken once, what is none left for people to see."""

import hashlib
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from app import services
from app.documents.reply_in import LARGEST_MAIL
from app.domain.mailbox import AT_ONCE, MOST_TRIES, Mark, mark_for
from app.imap import Inbox, NoMailbox, open_inbox
from app.services.unit_of_work import UnitOfWork
from config import Config

Opened = Callable[[], AbstractContextManager[UnitOfWork]]

log = logging.getLogger("rapporteur.mailbox")


class Fetched(NamedTuple):
    """What a round did: mails taken, mails set aside; `stuck` if one could not be dealt with and is tried again."""

    taken: int = 0
    set_aside: int = 0
    stuck: bool = False


def fetch(config: Config, opened: Opened, limit: int = AT_ONCE) -> Fetched:
    """Read what came since the last time, at most `limit` mails, the oldest first. Raises NoMailbox.

    Whoever calls holds the place of the one reader (`only_one.place`). How far the mailbox was read is kept in the
    transaction that takes a mail; only then the mail is marked at the server, and if that fails, at the next round.
    """
    name = name_of(config)
    with open_inbox(config) as inbox:
        with opened() as work:
            left = services.mailboxes.opened(work, name, inbox.validity)
            last, mark = left.last_uid, left.mark
        inbox.mark(last, mark)
        tally = {Mark.DONE: 0, Mark.ASIDE: 0, Mark.NONE: 0}
        for uid in inbox.after(last)[:limit]:
            became = one(config, opened, inbox, name, uid)
            if became is None:
                return Fetched(tally[Mark.DONE], tally[Mark.ASIDE], stuck=True)
            inbox.mark(uid, became)
            tally[became] += 1
        with opened() as work:
            services.mailboxes.marked(work, name)
    return Fetched(tally[Mark.DONE], tally[Mark.ASIDE])


def name_of(config: Config) -> str:
    """What a mailbox is known by here: it begins anew when another is set."""
    said = f"{config.imap_user}\n{config.imap_host}\n{config.imap_folder}"
    return hashlib.sha256(said.encode()).hexdigest()


def one(config: Config, opened: Opened, inbox: Inbox, name: str, uid: int) -> Mark | None:
    """Deal with one mail; how it is to be marked, or None if that failed and nothing of it was kept."""
    with opened() as work:
        tries = services.mailboxes.begin(work, name, uid)
    try:
        if tries is None:
            return Mark.NONE
        if tries > MOST_TRIES:
            return set_aside(opened, name, uid, "reading it failed each time")
        size = inbox.size_of(uid)
        if size is not None and size > LARGEST_MAIL:
            return set_aside(opened, name, uid, "it is too large")
        raw = inbox.read(uid, LARGEST_MAIL + 1) if size is not None else None
        return taken(config, opened, name, uid, raw)
    except NoMailbox:
        raise
    except Exception as fault:  # its words may repeat what stands in the mail: only its name is told
        log.error("Mail %d of the mailbox could not be dealt with: %s", uid, type(fault).__name__)
        return None


def taken(config: Config, opened: Opened, name: str, uid: int, raw: bytes | None) -> Mark:
    """Take what a mail says, and keep in the same transaction that it was read."""
    with opened() as work:
        mark, why = Mark.NONE, ""
        if not services.mailboxes.is_next(work, name, uid):
            return mark
        if raw is not None:
            verdict, why = services.replies.take(work, raw, config.replies_vouched_by)
            mark = mark_for(verdict)
        services.mailboxes.passed(work, name, uid, mark)
    if mark is Mark.ASIDE:
        log.info("Mail %d of the mailbox is set aside: %s", uid, why)
    return mark


def set_aside(opened: Opened, name: str, uid: int, why: str) -> Mark:
    """Leave a mail unread, for somebody to look at."""
    with opened() as work:
        services.mailboxes.set_aside(work, name, uid, why)
    log.warning("Mail %d of the mailbox is set aside: %s", uid, why)
    return Mark.ASIDE
