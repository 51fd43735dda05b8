"""A text in which things were promised: what sort it is, and where in it a passage stands."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import RuleBroken

LONGEST = 100_000
"""Characters of a text that is read, some forty pages: more is several texts."""


class TextKind(StrEnum):
    """What sort of text it is; its authority depends on it."""

    JOINT_STATEMENT = "joint statement"
    OUR_READOUT = "our readout"
    THEIR_READOUT = "partner's readout"
    PRESS_RELEASE = "press release"
    NOTES = "own notes"
    OTHER = "other text"


@dataclass(frozen=True)
class TextFacts:
    """What is said of a text; `said_on` is a date in words, “” where nobody knows.

    `ad_referendum` if both sides still wait for their capitals.
    """

    title: str
    text: str
    kind: TextKind
    marking: int
    said_on: str = ""
    url: str = ""
    ad_referendum: bool = False


@dataclass(frozen=True)
class Place:
    """From character to character of a text, the last not included."""

    start: int
    end: int

    def within(self, text: str) -> "Place":
        """The same place, if the text has it; RuleBroken otherwise."""
        if not 0 <= self.start < self.end <= len(text):
            raise RuleBroken("", "This passage does not stand in the text. Open the text again.")
        return self

    def overlaps(self, other: "Place") -> bool:
        """True if they share a character."""
        return self.start < other.end and other.start < self.end


def paragraph_of(text: str, place: Place) -> str:
    """Where a passage stands, for somebody who holds the paper: paragraph 3."""
    blocks = [block for block in text[: place.end].replace("\r", "").split("\n") if block.strip()]
    return f"paragraph {max(1, len(blocks))}"
