"""A letter on its way out, and how long it waits after a refusal."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True)
class Letter:
    """One letter to one person; `message_id` was fixed when it was written, so that a second copy is recognised."""

    number: int
    message_id: str
    to_address: str
    subject: str
    body: str
    written_at: datetime


def wait_after(tries: int) -> timedelta:
    """A minute after the first refusal, doubled each time, six hours at the most."""
    return min(timedelta(minutes=2 ** min(max(tries - 1, 0), 16)), LONGEST_WAIT)
