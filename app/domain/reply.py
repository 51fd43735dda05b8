"""An answer that a mail program sends: what may be believed of it (RFC 5546, section 3.2.3; RFC 6047, section 3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.guest import PARTSTAT, Answer

LARGEST_OBJECT = 256_000
"""Bytes of the calendar object in a reply; an honest one has two thousand."""
LONGEST_COMMENT = 1000
METHODS = frozenset({"PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"})
"""What a calendar object may want (RFC 5546, section 1.4)."""
SAID = {partstat: answer for answer, partstat in PARTSTAT.items() if answer is not Answer.NONE}


class Verdict(StrEnum):
    """What became of a reply."""

    TAKEN = "taken"
    UNVERIFIED = "not verified"
    EARLIER = "answered an earlier version"
    OLDER = "overtaken by a later answer"
    STRANGER = "from somebody who was not invited"
    PROPOSAL = "proposes another time"
    REFUSED = "refused"
    NOT_OURS = "about nothing that is known here"


@dataclass(frozen=True)
class Reply:
    """A mail as it was read. Addresses are lower-cased; `stamp` is the object's DTSTAMP (UTC).

    `proved` is what our own mail server says of its sender: True for a signature that fits, False for one that does
    not, None if it says nothing. `automatic` is True for answers of machines, bounces and lists.
    """

    message_id: str
    sender: str
    method: str
    method_of_part: str
    uid: str
    sequence: int
    stamp: datetime | None
    attendees: tuple[tuple[str, str], ...]
    comment: str = ""
    automatic: bool = False
    proved: bool | None = None


@dataclass(frozen=True)
class Invited:
    """What the rule knows of the guest whose reply it seems to be: `answered_at` is when they answered last (UTC)."""

    asked_revision: int
    answered_at: datetime | None


def who_replies(reply: Reply) -> str:
    """The address of the one guest who replies; "" if there is none, or several."""
    return reply.attendees[0][0] if len(reply.attendees) == 1 else ""


def refusal(reply: Reply) -> str:
    """Why a mail is no reply that can be taken, whoever sent it; "" if it is one."""
    if reply.automatic:
        return "sent by a machine or a list"
    if reply.method not in {"REPLY", "COUNTER"} or reply.method != reply.method_of_part:
        known = (
            reply.method if reply.method in METHODS else "nothing that is known"
        )  # never the mail's own words
        return f"it is no reply but {known}"
    if len(reply.attendees) != 1:
        return f"it names {len(reply.attendees)} guests"
    if reply.sender != who_replies(reply):
        return "its sender is not the guest whom it names"
    if reply.method == "REPLY" and reply.attendees[0][1] not in SAID and reply.attendees[0][1] != "DELEGATED":
        return "it says nothing that is an answer"
    return ""


def judge(reply: Reply, invited: Invited | None) -> Verdict:
    """What becomes of a reply whose round or meeting is known; `invited` is its guest there, if there is one.

    Nothing but a REPLY changes anything, and that only its own guest's answer; at once only if our own mail server
    vouches for its sender, because addresses are easily forged.
    """
    if refusal(reply):
        return Verdict.REFUSED
    if invited is None:
        return Verdict.STRANGER
    if reply.method == "COUNTER":
        return Verdict.PROPOSAL
    if reply.attendees[0][1] == "DELEGATED":
        return Verdict.STRANGER
    if reply.sequence < invited.asked_revision:
        return Verdict.EARLIER
    if reply.stamp is not None and invited.answered_at is not None and reply.stamp < invited.answered_at:
        return Verdict.OLDER
    return Verdict.TAKEN if reply.proved else Verdict.UNVERIFIED


def answer_in(reply: Reply) -> Answer:
    """What the guest says; NONE where it is no answer."""
    return SAID.get(reply.attendees[0][1], Answer.NONE) if len(reply.attendees) == 1 else Answer.NONE
