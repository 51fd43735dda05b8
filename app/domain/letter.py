"""A letter on its way out, and how long it waits after a refusal."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST_WAIT = timedelta(hours=6)
MOST_TRIES = 5
"""So often a letter is tried; then it is set aside, and the others go on."""


class LetterKind(StrEnum):
    """What a letter is."""

    ASSIGNED = "a follow-up was given"
    NUDGED = "a nudge"
    HANDED_OVER = "a handover"
    DIGEST = "a digest"
    INVITATION = "an invitation"
    TIMES = "times offered"
    CLEARANCE = "a clearance"
    CLEARANCE_SOON = "a clearance that falls due"
    CLEARANCE_OVER = "a clearance whose time is over"


class LetterState(StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    SENT = "sent"
    NOT_NEEDED = "not needed any more"
    SET_ASIDE = "set aside"


@dataclass(frozen=True)
class Letter:
    """One letter to one person; `message_id` was fixed when it was written, so that a second copy is recognised.

    An invitation also has `html`, the same words, and a `calendar` object with its `method` (RFC 6047, section 2.4).
    """

    number: int
    message_id: str
    to_address: str
    subject: str
    body: str
    written_at: datetime
    html: str = ""
    calendar: bytes = b""
    method: str = ""


def named_by(once: str) -> str:
    """The reference of the record that a letter's cause names ("clearance-soon:<reference>:…"); "" for none."""
    words = once.split(":")
    return words[1] if len(words) > 1 else ""


def wait_after(tries: int) -> timedelta:
    """Five minutes after the first refusal, three times as long after each further one, six hours at the most.

    A mail server that puts a stranger off (greylisting) so has hours before the letter is set aside.
    """
    return min(timedelta(minutes=5 * 3 ** min(max(tries - 1, 0), 8)), LONGEST_WAIT)
