"""What changed in a collection since a program last asked: its members, each with the revision that last touched it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

KEPT_FOR = timedelta(days=90)
"""So long it is known that a member went; a program that was away for longer reads everything anew."""
TOKEN = re.compile(r"data:,(\w{1,40})\.([1-9][0-9]{0,9})")


class Member(Protocol):
    """What the rule reads of a member that was seen before: gone members are kept for a while."""

    uid: str
    etag: str
    revision: int
    gone_at: datetime | None


@dataclass
class Changes:
    """What has to be written down: members that came or changed with their tags, that went, that may be forgotten."""

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)

    @property
    def is_news(self) -> bool:
        """True if programs have to be told of it."""
        return bool(self.new or self.changed or self.gone)


def compared(before: Iterable[Member], present: Mapping[str, str], now: datetime) -> Changes:
    """What changed from the members seen before to those `present` (their tags, by unique identifier).

    Why something is no longer there does not matter: deleted, hidden, marked higher or no longer to be known, it went.
    """
    found = Changes()
    known: set[str] = set()
    for member in before:
        known.add(member.uid)
        tag = present.get(member.uid)
        if tag is not None and (member.gone_at is not None or member.etag != tag):
            found.changed[member.uid] = tag
        elif tag is None and member.gone_at is None:
            found.gone.append(member.uid)
        elif tag is None and member.gone_at is not None and now - member.gone_at > KEPT_FOR:
            found.forgotten.append(member.uid)
    found.new = {uid: tag for uid, tag in present.items() if uid not in known}
    return found


def token_of(epoch: str, revision: int) -> str:
    """What a program shows to be told what changed since: an address (RFC 6578, section 4), as it has to be one.

    `epoch` is of this collection's log, so that nothing is concluded from another log's numbers.
    """
    return f"data:,{epoch}.{revision}"


def revision_in(token: str, epoch: str, oldest: int, newest: int) -> int | None:
    """The revision that a token names; None if it is not of this log, or too old for it.

    `oldest` is the first revision since which everything that went is still known.
    """
    found = TOKEN.fullmatch(token)
    if found is None or found[1] != epoch:
        return None
    revision = int(found[2])
    return revision if oldest <= revision <= newest else None
