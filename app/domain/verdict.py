"""Whether a file is what was released: what is said of it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a file turned out to be."""

    RELEASED = "released"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Finding:
    """The verdict, and sentences that say it: which version, to whom, when, and what became of it since.

    `since` is empty for a version that still holds.
    """

    verdict: Verdict
    sentences: tuple[str, ...]
    readout_ref: str = ""
    since: str = ""

    @property
    def headline(self) -> str:
        """The verdict in words; `since` is what became of a released version: it was superseded, or withdrawn."""
        if self.verdict is Verdict.RELEASED:
            return f"A released version, {self.since or 'unchanged'}"
        return "Not a released version" if self.verdict is Verdict.CHANGED else "Not known here"


def reference_in(subject: str) -> str:
    """The reference that a paper of ours names first in its subject ("k62bqwgxg6bf · Version 2 · …"); "" for none."""
    first = subject.split(" · ")[0].strip()
    return first if first.isascii() and first.isalnum() and len(first) <= 16 else ""
