"""The chain of the audit log: each entry is sealed together with the one before it."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

BEGINNING = "0" * 64


class Sealed(Protocol):
    """What the rule reads of an entry."""

    sequence: int
    at: datetime
    officer_id: int | None
    officer_name: str
    action: Any
    dialogue_id: int
    record_kind: str
    record_ref: str
    address: str
    changes: list[dict[str, Any]]
    word: str
    previous: str
    hash: str


def seal(entry: Sealed, previous: str) -> str:
    """The SHA-256 (hex) over the previous seal and everything that the entry says, in one fixed writing.

    Its marking says who may read it, not what happened: it rises with the record's and stays outside the seal.
    """
    said = [
        previous,
        entry.sequence,
        entry.at.isoformat(),
        entry.officer_id,
        entry.officer_name,
        str(entry.action),
        entry.dialogue_id,
        entry.record_kind,
        entry.record_ref,
        entry.address,
        entry.changes,
        entry.word,
    ]
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def first_broken(entries: Iterable[Sealed], end: str | None = None) -> str | None:
    """What is wrong first in a chain read in order, as a sentence, or None if it holds.

    `end` is the seal kept apart as the chain's end: without it, entries cut off at the end go unseen.
    """
    previous, expected = BEGINNING, 1
    for entry in entries:
        if entry.sequence != expected:
            return f"Entry {expected} is missing: {entry.sequence} follows."
        if entry.previous != previous or entry.hash != seal(entry, previous):
            return f"Entry {entry.sequence} does not match its seal."
        previous, expected = entry.hash, expected + 1
    if end is not None and end != previous:
        return f"The chain ends at entry {expected - 1}, but its recorded end is another."
    return None
