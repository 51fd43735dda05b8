"""A place that one process holds at a time, and loses when it dies, whatever the clock says."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from app.models.database import db


class Post(NamedTuple):
    """A place: the number under which PostgreSQL knows it, and the file that is locked on SQLite."""

    number: int
    file: str


SENDER = Post(0x5261_7070, "sender.lock")
"""Who sends letters."""
MAIL_READER = Post(0x5261_7071, "mail-reader.lock")
"""Who reads the mailbox that answers come to."""
CALENDAR_READER = Post(0x5261_7072, "calendar-reader.lock")
"""Who reads the calendars that officers named."""


@contextmanager
def place(folder: Path, post: Post = SENDER) -> Iterator[bool]:
    """Hold the place of the one who sends letters (or another's); False if another process has it.

    On PostgreSQL it is an advisory lock of a session of its own, on SQLite a lock on a file in `folder` (both go with
    the process that held them). A lease that runs out by the clock would let two send the same letter.
    """
    taken = on_server(post) if db.engine.dialect.name == "postgresql" else in_folder(folder, post)
    with taken as held:
        yield held


@contextmanager
def on_server(post: Post) -> Iterator[bool]:
    """The place as PostgreSQL keeps it, for whatever machine asks."""
    with db.engine.connect() as connection:
        held = bool(connection.scalar(select(func.pg_try_advisory_lock(post.number))))
        try:
            yield held
        finally:
            if held:
                connection.scalar(select(func.pg_advisory_unlock(post.number)))


@contextmanager
def in_folder(folder: Path, post: Post) -> Iterator[bool]:
    """The place as the system keeps it, for the processes of this machine."""
    with (folder / post.file).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
