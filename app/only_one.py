"""A place that one process holds at a time, and loses when it dies, whatever the clock says."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from app.models.database import db

SENDER = 0x5261_7070
"""The number under which PostgreSQL knows the place of the sender."""


@contextmanager
def place(folder: Path) -> Iterator[bool]:
    """Hold the place of the one who sends letters; False if another process has it.

    On PostgreSQL it is an advisory lock of a session of its own, on SQLite a lock on a file in `folder` (both go with
    the process that held them). A lease that runs out by the clock would let two send the same letter.
    """
    taken = on_server() if db.engine.dialect.name == "postgresql" else in_folder(folder)
    with taken as held:
        yield held


@contextmanager
def on_server() -> Iterator[bool]:
    """The place as PostgreSQL keeps it, for whatever machine asks."""
    with db.engine.connect() as connection:
        held = bool(connection.scalar(select(func.pg_try_advisory_lock(SENDER))))
        try:
            yield held
        finally:
            if held:
                connection.scalar(select(func.pg_advisory_unlock(SENDER)))


@contextmanager
def in_folder(folder: Path) -> Iterator[bool]:
    """The place as the system keeps it, for the processes of this machine."""
    with (folder / "sender.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
